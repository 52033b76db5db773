"""How the pages of results link and cite things, and things that lie together; nothing where there is none."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join

from partners.ground.templatetags.dutch import cited, unbroken
from partners.ground.templatetags.parts import drawn

register = template.Library()


@cache
def verdict_mark(word):
    """A StatusWord as its mark and word. There are few of them and they stand in many rows, so each is drawn once."""
    return drawn("results/parts/status.html", word=word)


@register.filter
def verdict(word, without=""):
    """How a figure stands, as a mark and a word; `without` when there is no StatusWord."""
    return verdict_mark(word) if word else without


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
