"""How the pages of results write text that may be missing, and things that lie together.

The filters say nothing where there is nothing to say.
"""

from django import template
from django.utils.html import format_html, format_html_join

from partners.ground.templatetags.dutch import cited, unbroken

register = template.Library()


@register.filter
def paragraph(text, css=""):
    """Text as a paragraph, of the class `css` if that is given; nothing without text."""
    if not text:
        return ""
    return format_html('<p class="{}">{}</p>', css, text) if css else format_html("<p>{}</p>", text)


@register.filter
def small(text):
    """Text as a side note in the small type of sources; nothing without text."""
    return format_html('<span class="source">{}</span>', text) if text else ""


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
