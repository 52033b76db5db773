"""Who of a group wrote what, on the pages of that group."""

from django import template

from consultation import authorship

register = template.Library()


@register.filter
def written(point, reader):
    """Who wrote `point` and who changed it last, to `reader`; "" for one's own letter."""
    return authorship.authorship(point, reader)
