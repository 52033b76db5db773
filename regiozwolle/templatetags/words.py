"""The words of the office, linked to what they mean."""

from django import template
from django.utils.html import format_html

from agenda.models import ElementKind
from regiozwolle.pages.about.words import BY_WORD

register = template.Library()

OF_KIND = {
    ElementKind.AMBITION: "overkoepelende ambitie",
    ElementKind.PRINCIPLE: "leidende principes",
    ElementKind.REGIONAL: "regionale ambities",
    ElementKind.LINE: "uitvoeringslijn",
    ElementKind.CLOSING: "sluitstuk",
    ElementKind.GOAL: "opgave",
}


@register.simple_tag
def word(meant, written=""):
    """A word of the list as a link to what it means; `written` is its form in the sentence, such as a plural."""
    return format_html('<a class="word" href="{}">{}</a>', BY_WORD[meant].address, written or meant)


@register.simple_tag
def what_it_is(kind):
    """A link to what the word for an ElementKind means, as a line of its own."""
    if kind not in OF_KIND:
        return ""
    meant = BY_WORD[OF_KIND[kind]]
    return format_html('<p class="source"><a href="{}">Wat betekent ‘{}’?</a></p>', meant.address, meant.word)
