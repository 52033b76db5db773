"""What the desk says of the record outside its own pages."""

import re

from django import template
from django.apps import apps
from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from agenda.admin.publishing import versions_waiting
from consultation.deciding.admin.commitments import commitments_waiting
from consultation.deciding.admin.waiting import tracks_waiting
from consultation.deciding.joining.desk import joining_waiting
from consultation.templatetags.waiting import waiting
from partners.admin.people import invitations_waiting
from partners.ground.desk.rereading import rereading_waits
from partners.ground.publishing import Publishable
from regiozwolle.history.desk import REASON
from regiozwolle.history.restoring import STAYS
from regiozwolle.history.telling import latest
from regiozwolle.identity.desk import changes_waiting
from regiozwolle.identity.reviewing import review_waiting
from results.admin.waiting import results_waiting

register = template.Library()

FOR_GOOD = "Dit is niet terug te halen."
ON_SITE = "Dit staat op de site. Wat u opslaat, ziet iedereen meteen."
CONCEPT = {
    "words": "Opslaan als concept",
    "sentence": "Wat u opslaat, is een concept: alleen het secretariaat ziet het, tot u het openbaar maakt.",
}
PART = {
    "words": "Opslaan op de site",
    "sentence": "Wat u opslaat, ziet iedereen meteen, als ook openbaar is waar het bij hoort.",
}
BY_TWO = {
    "words": "Leg voor aan een collega",
    "sentence": "Dit cijfer vraagt twee mensen. Wat u invoert, staat op de site als een collega het heeft nagekeken.",
}
COUNT_FIRST = re.compile(r"(\d[\d.]*)?(.*)", re.DOTALL)
THIRTY_DAYS = "U kunt het dertig dagen lang terughalen: onder ‘Verwijderd’ op het begin van het beheer."


@register.simple_tag
def all_that_waits(user):
    """What waits for `user`, of reactions, decisions, figures and people: (in words, the list of it)."""
    decisions = [*tracks_waiting(user), *commitments_waiting(user), *joining_waiting(user)]
    people = [*changes_waiting(user), *invitations_waiting(user), *review_waiting(user)]
    return [
        *waiting(user),
        *versions_waiting(user),
        *decisions,
        *results_waiting(user),
        *people,
        *rereading_waits(user),
    ]


@register.filter
def what_waits(count):
    """How many kinds of work wait, as a heading; one point may wait for two of them, so their sum is no count."""
    if not count:
        return "Deze week kan alles wachten"
    return f"{count} soorten werk wachten op u" if count > 1 else "1 soort werk wacht op u"


@register.filter
def count_first(words):
    """Words that begin with how many, with that number marked, as safe HTML."""
    count, rest = COUNT_FIRST.fullmatch(words).groups()
    return format_html("<strong>{}</strong>{}", count, rest) if count else words


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


@register.simple_tag
def on_saving(options, thing):
    """What saving a form about `thing`, or a new one of a model with these `options`, means for readers.

    Gives the words of its button and a sentence, for what can be public with a link to where that is chosen.
    """
    model = apps.get_model(options.label)
    if getattr(thing, "asks_two", False):
        return BY_TWO
    if not issubclass(model, Publishable):
        return PART if hasattr(model, "follows") else {"words": "Opslaan", "sentence": ""}
    if thing is None:
        return CONCEPT
    link = format_html('<a href="{}">{}</a>', thing.publishing_path, thing.publishing_words)
    if thing.is_public_now and not thing.awaited:
        return {"words": "Opslaan op de site", "sentence": format_html("{} {}", ON_SITE, link)}
    words = "Opslaan" if thing.was_public() else "Opslaan als concept"
    hidden = f"{thing.concept_sentence} Alleen het secretariaat ziet het."
    return {"words": words, "sentence": format_html("{} {}", hidden, link)}


@register.filter
def saying(buttons, words):
    """Django's own buttons of a form, each that saves with `words` that say what comes of it."""
    return mark_safe(buttons.replace('value="Opslaan', f'value="{words}'))


@register.filter
def typed_reason(posted):
    """The reason as it was typed in what was sent."""
    return posted.get(REASON, "")
