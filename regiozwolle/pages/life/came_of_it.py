"""The stations with what came of a sentence: what each body decided about it, and the figure that measures it."""

from dataclasses import dataclass
from typing import Any

from partners.ground.state.prepared_rows import PreparedRows, give
from partners.ground.templatetags.dutch import measured
from regiozwolle.pages.life.drawings import hexagons_of, little_line
from regiozwolle.pages.life.stations import NOT_YET, UNKNOWN, Station, first_sentence
from results.models import Indicator

# A number of more characters is set smaller.
LONG = 8


def bodies_station(dossiers, code, about=None):
    """What each council and Staten decided about it in one dossier: in `about`, or where the most is known."""
    asked = [one for one in dossiers if one.strip]
    if not asked:
        return Station(5, "Besluiten", hollow=NOT_YET, source="Er is nog geen besluit gevraagd.")
    dossier = next((one for one in asked if one == about), None) or next(filter(is_decided, asked), asked[0])
    known = is_decided(dossier)
    return Station(
        5,
        "Besluiten",
        hollow="" if known else UNKNOWN,
        url=f"{dossier.get_absolute_url()}?zin={code}" if known else "",
        outcome=f"Raden en Staten: {dossier.strip.counts}" if known else "",
        source=f"{dossier.decided} {dossier.strip.earlier}".strip(),
        drawn=hexagons_of(dossier.strip.bodies, dossier.strip.described),
        in_short=dossier.strip.counts.removesuffix("."),
    )


def is_decided(dossier):
    """Whether of one body at least a decision is known."""
    return any(one.position.is_decided for one in dossier.strip.bodies)


@dataclass(frozen=True)
class DrawnFigure:
    """An ElementFigure with its little line, or None."""

    figure: Any
    line: Any

    @property
    def css(self):
        """The class of its number: what it is drawn as, and whether it is longer than a column is wide."""
        return f"{self.figure.pattern}{' long' if len(self.figure.plain) > LONG else ''}"


def figure_station(figures, code, about=None):
    """What it yields: the figure `about`, or the first that was measured, or the first that is aimed at."""
    figure = chosen_of(figures, about)
    if figure is None:
        return no_figure(figures)
    indicator = read_recent(figure.indicator)
    return Station(
        6,
        "Cijfer",
        url=f"{indicator.get_absolute_url()}?zin={code}",
        outcome=f"{first_sentence(indicator.sentence)}. {goal_of(figure)}".strip(),
        source=figure.dated,
        drawn=DrawnFigure(figure, little_line(indicator)),
        in_short=f"{figure.plain} {first_sentence(indicator.sentence)}",
    )


def recent_of(name):
    """What to read ahead of a figure under this name, by its key; as `recent_values` reads it for several."""

    def question(key):
        [found] = [one.queryset for one in Indicator.objects.recent_values() if one.prefetch_to == name]
        return found.filter(indicator=key)

    return PreparedRows(question)


RECENT = {name: recent_of(name) for name in ("measurements", "targets")}


def read_recent(indicator):
    """The `indicator` with its recent values."""
    for name, rows in RECENT.items():
        give(indicator, name, rows.ask(indicator.pk))
    return indicator


def chosen_of(figures, about):
    """The one of `figures` that is told: `about`, else one that was measured, else one that is aimed at; or None."""
    shown = [one for one in figures if one.shown]
    measured = [one for one in shown if one.shown is one.measured]
    return next(iter([*(one for one in shown if one.indicator == about), *measured, *shown]), None)


def goal_of(figure):
    """'Doel: 400, eind 2030.' beside a measurement; "" without one."""
    aimed = figure.aimed
    if not aimed or figure.shown is aimed:
        return ""
    by = f", {aimed['when']}" if aimed["when"] else ""
    return f"Doel: {measured(aimed['value'], figure.indicator.unit)}{by}."


def no_figure(figures):
    """That no figure measures it, or that nothing is known of the one that does."""
    if not figures:
        return Station(6, "Cijfer", hollow=NOT_YET, source="Er is nog geen cijfer dat dit meet.")
    return Station(6, "Cijfer", hollow=UNKNOWN, source=f"{figures[0].indicator.name} is nog niet gemeten.")
