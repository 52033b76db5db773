"""What was put right of one thing, for the page of that thing, whose app knows nothing of the record."""

from django import template
from django.apps import apps

from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from regiozwolle.history.rectifying import rectified_of

register = template.Library()


@register.simple_tag
def rectified(thing, heading):
    """What was put right of `thing` and its parts, if anything was; one query as long as nothing was."""
    return section_of(thing._meta.label, thing.pk, heading)


@piece
def section_of(kind, key, heading):
    """The same of the row of this kind with this key, as safe HTML: a section under `heading`."""
    return drawn("_rectified.html", lines=rectified_of(apps.get_model(kind)(pk=key)), heading=heading)
