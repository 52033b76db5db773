"""How one cites what stands on a page."""

from django import template
from django.utils.html import format_html

from partners.ground.documents.citing import code_of, short_address, short_path

register = template.Library()


@register.inclusion_tag("parts/cite.html")
def cite(thing, words="Wilt u hiernaar verwijzen?"):
    """A line with the code of `thing` and the short address that it leads to for ever."""
    return {"words": words, "code": code_of(thing), "path": short_path(thing), "address": short_address(thing)}


@register.simple_tag
def cite_short(thing):
    """The code of `thing` alone, as a link to the short address, where more such things stand below each other."""
    return format_html(
        '<span class="source">Code: <a class="nowrap" href="{}">{}</a></span>', short_path(thing), code_of(thing)
    )
