"""How many follow what stands on a page of the desk."""

from django import template

from regiozwolle.following.desk import followers_of
from regiozwolle.following.kinds import KIND_OF, key_of

register = template.Library()


@register.simple_tag
def followers(thing):
    """{key, count} of what can be followed; None of all else, and on the page of something new."""
    if type(thing) not in KIND_OF or not thing.pk:
        return None
    key = key_of(thing)
    return {"key": key, "count": followers_of(key)}
