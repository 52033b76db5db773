"""What was put right of one thing, for the page of that thing, whose app knows nothing of the record."""

from django import template

from regiozwolle.history.rectifying import rectified_of as lines_of

register = template.Library()


@register.simple_tag
def rectified_of(thing):
    """The Rectifications of `thing` and its parts beside its corrections; one query as long as there are none."""
    return lines_of(thing)
