"""How the pages of results write what several sources say together."""

from django import template
from django.utils.html import format_html_join

from partners.ground.templatetags.dutch import cited

register = template.Library()


@register.filter
def all_cited(sources):
    """Sources as a reader finds them again, with semicolons between them; no full stop."""
    return format_html_join("; ", "{}", [(cited(source),) for source in sources])
