"""The life of each goal in a progress report: what the strip on its page says at each station, in words.

It is told as the site told it when the report was gathered, for who reacted and what was answered have no value on a
day. The invented examples are never in it.
"""

from agenda.models import Element, ElementKind, Version
from regiozwolle.pages.life.gathering import life_of
from regiozwolle.pages.life.stations import UNKNOWN
from regiozwolle.reports.content import column, row, section
from regiozwolle.reports.reading import LIVES

TITLE = "Het leven van elke opgave, bij het vastleggen"


def lives():
    """A row for each goal of which there is more than its text."""
    version = Version.objects.current()
    found = Element.objects.in_version(version).filter(kind=ElementKind.GOAL) if version else []
    told = [(goal, life) for goal in found if (life := life_of(goal.code)) and life.has_begun]
    columns = [
        column("opgave", "Opgave"),
        column("reacties", "Reacties"),
        column("antwoord", "Antwoord"),
        column("nieuwe_woorden", "Nieuwe woorden"),
        column("besluiten", "Besluiten"),
        column("cijfer", "Cijfer"),
    ]
    return section(LIVES, TITLE, columns, [row_of(goal, life) for goal, life in told])


def row_of(goal, life):
    """The stations of one goal; None where no source says anything, and 'nog niet' where nothing happened."""
    cells = [None if one.hollow == UNKNOWN else one.hollow or one.in_short for one in life.after]
    return row(goal.code, f"{goal.label}: {goal.name}", f"{goal.get_absolute_url()}waarom/", cells)
