"""How the pages of results link and cite things, and things that lie together; nothing where there is none."""

from django import template
from django.utils.html import format_html, format_html_join

from partners.ground.templatetags.dutch import cited, unbroken

register = template.Library()


@register.filter
def linked(thing):
    """The name of a thing as a link to its page; nothing for None."""
    return format_html('<a href="{}">{}</a>', thing.get_absolute_url(), unbroken(str(thing))) if thing else ""


@register.filter
def all_linked(things):
    """Things as links to their pages, with commas between them."""
    return format_html_join(", ", "{}", [(linked(thing),) for thing in things])


@register.filter
def all_cited(sources):
    """Sources as a reader finds them again, with semicolons between them; no full stop."""
    return format_html_join("; ", "{}", [(cited(source),) for source in sources])
