"""How the pages of results link and cite things, and things that lie together; nothing where there is none."""

from functools import cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from partners.ground.templatetags.dutch import cited, unbroken
from partners.ground.templatetags.parts import drawn, or_unknown

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
def said_large(indicator):
    """The value with what stands before it and the sentence that goes on; of a figure per partner without a value."""
    if indicator.shown is None:
        sentence = f"{capfirst(indicator.sentence)} Gemeten van {indicator.apart}."
        return format_html('<span class="rest">{}</span>', unbroken(sentence))
    return format_html('{} <span class="rest">{}</span>', said_short(indicator), unbroken(indicator.sentence))


@register.filter
def said_short(indicator):
    """The value with what stands before it, without its sentence; of a figure per partner for how many it is known."""
    if indicator.shown is None:
        return indicator.apart
    qualifier = capfirst(indicator.shown.qualifier)
    before = format_html('<span class="qualifier">{}</span> ', qualifier) if qualifier else ""
    return format_html("{}<strong>{}</strong>", before, indicator.shown.amount)


@register.filter
def dated(indicator):
    """Of when the value that is printed large is, as a paragraph; nothing without a value."""
    if indicator.shown is None:
        return ""
    unmeasured = format_html(" Meting: {}.", or_unknown("")) if indicator.lacks_measurement else ""
    return format_html('<p class="source">{}{}</p>', unbroken(indicator.shown_day_sentence), unmeasured)


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
