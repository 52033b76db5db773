"""What the desk says of the record outside its own pages."""

from django import template
from django.apps import apps
from django.contrib import admin

from regiozwolle.history.desk import REASON
from regiozwolle.history.restoring import STAYS
from regiozwolle.history.telling import latest

register = template.Library()

FOR_GOOD = "Dit is niet terug te halen."
THIRTY_DAYS = "U kunt het dertig dagen lang terughalen: onder ‘Verwijderd’ op het begin van het beheer."


@register.simple_tag
def until_when(options):
    """Until when what is deleted of a model with these `options` can be brought back, as a sentence."""
    return FOR_GOOD if options.db_table in STAYS else THIRTY_DAYS


@register.simple_tag
def latest_acts():
    """The last ten acts of everybody at the desk, as Events; two queries."""
    return latest(10)


@register.simple_tag
def asks_reason(options):
    """Whether the form of a model with these `options` may change what has a line on the site."""
    desk = admin.site.get_model_admin(apps.get_model(options.label))
    return getattr(desk, "shows_publicly", False)


@register.filter
def typed_reason(posted):
    """The reason as it was typed in what was sent."""
    return posted.get(REASON, "")
