"""At which meetings an element or a dossier was spoken of, for the pages of those."""

from datetime import date
from typing import NamedTuple

from regiozwolle.meetings.models import AgendaItem, Meeting, OutcomeLine


class Spoken(NamedTuple):
    """A meeting, and each thing that was or will be said there about what one looks at."""

    meeting: Meeting
    said: list


def spoken_of(*, element=None, dossier=None):
    """A Spoken for each meeting on the site about one of them, the last at the front. Two queries."""
    found = {}
    for model in (AgendaItem, OutcomeLine):
        lines = model.objects.about(element=element, dossier=dossier)
        for line in lines.select_related("meeting").order_by("position", "pk"):
            found.setdefault(line.meeting, []).append(line)
    dated = sorted(found.items(), key=lambda pair: (pair[0].held_on or date.min, pair[0].pk), reverse=True)
    return [Spoken(*pair) for pair in dated]
