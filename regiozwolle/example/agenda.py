"""The demo's invented agenda, in two versions, so that one can see how a text changes.

It stands beside the real agenda and is never part of it: its codes begin with VB, it is marked on every page, and
what the site calls "the agenda" is always the real one.
"""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from agenda.actions import draft_next, put_in_place
from agenda.models import (
    Agenda,
    Change,
    Element,
    ElementKind,
    Succession,
    SuccessionKind,
    Version,
    VersionStatus,
    Wording,
)
from partners.models import Source

SLUG = "voorbeeldagenda"
# How many days before today each version was published.
FIRST_AGO, SECOND_AGO = 160, 60

# Code, kind, parent's code, number, short name, and what it says in the first version.
FIRST = [
    (
        "VB24-A",
        ElementKind.AMBITION,
        "",
        "",
        "Prettig wonen en werken",
        "Iedereen in Voorbeeldland woont en werkt prettig.",
    ),
    ("VB24-P1", ElementKind.PRINCIPLE, "", "", "Samen beslissen", "Wij beslissen samen, en elke gemeente telt mee."),
    ("VB24-L1", ElementKind.LINE, "", "1", "Wonen in stad en dorp", "Wonen in stad en dorp"),
    (
        "VB24-L1.1",
        ElementKind.GOAL,
        "VB24-L1",
        "1.1",
        "Woningen bouwen",
        "Wij bouwen woningen bij de stations en in de steden.\n\nDe helft daarvan is betaalbaar.",
    ),
    (
        "VB24-L1.2",
        ElementKind.GOAL,
        "VB24-L1",
        "1.2",
        "Voorzieningen in de buurt",
        "Elke wijk heeft een school en een winkel op fietsafstand.",
    ),
    (
        "VB24-L1.3",
        ElementKind.GOAL,
        "VB24-L1",
        "1.3",
        "Fietsroutes",
        "Wij leggen drie snelle fietsroutes aan tussen de kernen.",
    ),
    ("VB24-L2", ElementKind.LINE, "", "2", "Bereikbaar en groen", "Bereikbaar en groen"),
    (
        "VB24-L2.1",
        ElementKind.GOAL,
        "VB24-L2",
        "2.1",
        "Openbaar vervoer",
        "De bus rijdt ook in het weekend naar elke kern.",
    ),
    (
        "VB24-L2.2",
        ElementKind.GOAL,
        "VB24-L2",
        "2.2",
        "Bomen planten",
        "Wij planten in elke gemeente duizend bomen.",
    ),
    (
        "VB24-L2.3",
        ElementKind.GOAL,
        "VB24-L2",
        "2.3",
        "Ruimte voor water",
        "Bij elk bouwplan is er plaats om regenwater op te vangen.",
    ),
]

# What the second version says otherwise: code, markup, kind of change, and why.
EDITED = [
    (
        "VB24-L1.1",
        "<p>Wij bouwen woningen bij de stations, in de steden en <strong>in de kleine kernen</strong>.</p>"
        "<p>Twee derde daarvan is betaalbaar:</p><ul><li>sociale huur;</li><li>koop voor starters.</li></ul>",
        Change.SUBSTANCE,
        "In de consultatie vroegen raden om de kleine kernen te noemen.",
    ),
    (
        "VB24-L1.2",
        "<p>Elke wijk en elk dorp heeft een school en een winkel op fietsafstand.</p>",
        Change.SUBSTANCE,
        "De dorpen ontbraken.",
    ),
    (
        "VB24-L2.1",
        "<p>Ook in het weekend rijdt de bus naar elke kern.</p>",
        Change.EDITORIAL,
        "De zin leest nu makkelijker.",
    ),
]
NEW = ("VB24-L2.4", ElementKind.GOAL, "VB24-L2", "2.4", "Groene daken", "Nieuwe bedrijfshallen krijgen een groen dak.")
REMOVED = "VB24-L2.2"
# This goal moved to another line: its new parent, and its number there.
MOVED = ("VB24-L1.3", "VB24-L2", "2.2")


@transaction.atomic
def load(*, today=None):
    """Makes the example agenda once and returns its two published versions, the first one first.

    `today` is the day from which its dates are counted back. An agenda that is there already stays as it is.
    """
    today = today or timezone.localdate()
    agenda = Agenda.objects.filter(slug=SLUG).first()
    if agenda is None:
        first = first_version(today=today)
        second_version(first, today=today)
        agenda = first.agenda
    return list(agenda.versions.published().order_by("number"))


def first_version(*, today):
    """The agenda with everything in FIRST, published."""
    source, _ = Source.objects.get_or_create(slug="voorbeeld", defaults={"title": "Verzonnen voor deze demo"})
    agenda = Agenda.objects.create(
        slug=SLUG,
        title="Voorbeeldagenda van Voorbeeldland",
        first_year=today.year,
        last_year=today.year + 4,
        introduction="In deze verzonnen agenda ziet u hoe een tekst door reacties verandert.",
        source=source,
        is_example=True,
    )
    day = today - timedelta(days=FIRST_AGO)
    version = Version.objects.create(agenda=agenda, number=1, dated_on=day, source=source, note="Het eerste concept.")
    for position, row in enumerate(FIRST, start=1):
        add(version, row, position=position * 10)
    publish(version, day)
    return version


def second_version(first, *, today):
    """The next version: with words edited, one element new, one removed and one moved; published."""
    day = today - timedelta(days=SECOND_AGO)
    version = draft_next(version=first)
    version.status, version.dated_on, version.source = VersionStatus.ADOPTED, day, first.source
    version.note = "Aangepast na de reacties van raden en colleges."
    version.save()
    words = {wording.element.code: wording for wording in version.wordings.select_related("element")}
    for code, markup, change, note in EDITED:
        wording = words[code]
        wording.markup, wording.change, wording.change_note = markup, change, note
        wording.save()
    code, parent, number = MOVED
    words[code].number, words[code].position, words[code].parent = number, 85, words[parent].element
    words[code].change_note = "Fietsroutes horen bij bereikbaarheid."
    words[code].save()
    new = add(version, NEW, position=110, change=Change.SUBSTANCE, change_note="Zo blijft er ook in de stad groen.")
    words[REMOVED].delete()
    Succession.objects.create(
        element=words[REMOVED].element,
        kind=SuccessionKind.MOVED,
        successor=new,
        reason="Bomen en groene daken staan nu samen in één opgave.",
    )
    publish(version, day)
    return version


def add(version, row, *, position, **fields):
    """One element with its words in `version`; `row` is as those in FIRST."""
    code, kind, parent, number, name, text = row
    element = Element.objects.create(
        agenda=version.agenda,
        code=code,
        kind=kind,
        parent=Element.objects.filter(code=parent).first(),
        number=number,
        name=name,
        position=position,
    )
    Wording.objects.create(element=element, version=version, text=text, **fields)
    return element


def publish(version, day):
    """Puts `version` on the site from nine o'clock in the morning of `day`, with its elements where it has them."""
    version.published_at = timezone.make_aware(datetime.combine(day, time(9)))
    version.save()
    put_in_place(version.agenda, version)
