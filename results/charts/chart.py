"""A figure drawn: two drawings, and the table that says the same."""

from dataclasses import dataclass

from django.utils import timezone

from partners.models import Source
from results.charts.bars import Bars, Columns, lying_bars, standing_bars
from results.charts.dumbbell import UNKNOWN, Dumbbell, dumbbell
from results.charts.line import DrawnTarget, Frame, LineChart, line_drawing
from results.charts.scale import NARROW_FROM_TO, WIDE_FROM_TO, Scale
from results.models import Indicator, Scope, TargetWord
from results.models.measurement import area_name
from results.targets import verdicts_on

LEGEND = {
    "uncertain": "Stippellijn: de manier van tellen kan zijn veranderd.",
    "hedged": "Gestippelde cirkel: voorlopig, geschat of bij benadering.",
    "target": "Gearceerde cirkel: doel.",
    "missed": "Cirkel met een kruis: gemist doel.",
    "moved": "Cirkel met streepjes: waar het doel eerst stond.",
    "road": "Dunne stippellijn: de rechte weg naar het doel.",
    "since": "Lijn naar rechts: sindsdien is geen meting bekend.",
}


@dataclass(frozen=True)
class Chart:
    """An indicator drawn: two drawings, and the table that says the same.

    `wide` is None when its words would not fit; `narrow` then serves every width.
    `rows` are pairs of a date in words and, for every column, a pair of its name and a text that is empty where
    nothing is known.
    """

    indicator: Indicator
    columns: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]
    sources: list[Source]
    wide: Columns | LineChart | Dumbbell | None
    narrow: Bars | LineChart | Dumbbell

    @property
    def slug(self):
        """What its parts are called by in a page."""
        return self.indicator.slug

    @property
    def drawings(self):
        """(name, class, drawing) of each: one that serves every width has no class."""
        if self.wide is None or self.wide is self.narrow:
            return [("narrow", "", self.narrow)]
        return [("wide", "drawn-wide", self.wide), ("narrow", "drawn-narrow", self.narrow)]

    @property
    def message(self):
        """What the reader sees, in one sentence: in the words of the editors, else what it is called."""
        return self.indicator.message or self.indicator.name

    @property
    def known(self):
        """The values of its table that are known."""
        return [text for _, cells in self.rows for _, text in cells if text]

    @property
    def legend(self):
        """What the marks that it has stand for, in sentences."""
        marks = self.narrow.marks
        return " ".join(sentence for mark, sentence in LEGEND.items() if mark in marks)

    @property
    def description(self):
        """What the drawing shows, for those who do not see it: '2016: Regio Zwolle 2,7%, Nederland 2,2%.'"""
        alone = len(self.columns) == 1
        sentences = []
        for when, cells in self.rows:
            values = [text if alone else f"{name} {text}" for name, text in cells if text]
            sentences.append(f"{when[:1].upper()}{when[1:]}: {', '.join(values) or UNKNOWN}.")
        return " ".join(sentences)


def chart_of(indicator, earlier=(), *, today=None):
    """The chart of `indicator` (read with `with_values`), or None; `earlier` are the targets that moved, as they were.

    Two areas on one day become bars; what was measured through time a line, with its dated targets; a target of which
    nothing was measured a dumbbell. Of what has none of these there is no chart. A figure per partner has none: that
    is drawn in small, each apart (`multiples.py`).
    """
    days = compared_by_day(indicator)
    compared = [by_scope for by_scope in days if len(by_scope) > 1]
    if compared:
        return bar_chart(indicator, compared)
    measurements = [by_scope[indicator.scope] for by_scope in days]
    if measurements:
        aims = aims_of(indicator, earlier, today or timezone.localdate())
        return line_chart(indicator, measurements, aims, today=today or timezone.localdate())
    return dumbbell_chart(indicator) if indicator.aim and not indicator.is_per_partner else None


def compared_by_day(indicator):
    """For each day on which its own area was measured, oldest first, the measurements by scope."""
    own = indicator.only.measurements if indicator.only else []
    others = [one for one in indicator.measurements.all() if one.counts and one.scope != indicator.scope]
    by_day = {}
    for measurement in sorted([*own, *others], key=lambda one: (one.reference_on, one.pk)):
        if measurement in own or measurement.partner_id is None:
            # Where sources differ and nobody chose, the first that was entered is drawn and the table has all.
            by_day.setdefault(measurement.reference_on, {}).setdefault(measurement.scope, measurement)
    return [by_scope for by_scope in by_day.values() if indicator.scope in by_scope]


def aims_of(indicator, earlier, today=None):
    """A DrawnTarget for every dated target, with what became of it, and for every one that moved, by their dates."""
    verdicts = [one for one in verdicts_on(indicator, today=today).rows if one.target.due_on]
    aims = [DrawnTarget(one.target, one.word) for one in verdicts]
    aims += [DrawnTarget(one.was, TargetWord.MOVED, one.now) for one in earlier if one.was.due_on]
    return sorted(aims, key=lambda aim: aim.target.due_on)


def dumbbell_chart(indicator):
    """Where a figure that nobody measured should go."""
    drawing = dumbbell(indicator.aim)
    return Chart(
        indicator=indicator,
        columns=[indicator.name],
        rows=[(stop.name, [(indicator.name, stop.text)]) for stop in drawing.stops],
        sources=[indicator.aim.source],
        wide=drawing,
        narrow=drawing,
    )


def bar_chart(indicator, groups):
    """Bars side by side. `groups` are dicts of measurements by scope, oldest first, each with the own scope."""
    scopes = scopes_of(indicator, groups)
    names = [area_name(scope, is_example=indicator.is_example) for scope in scopes]
    rows = [[group.get(scope) for scope in scopes] for group in groups]
    words = [group[indicator.scope].reference_text for group in groups]
    drawn = [measurement for group in groups for measurement in group.values()]
    scale = Scale([measurement.value for measurement in drawn], indicator.unit)
    return Chart(
        indicator=indicator,
        columns=names,
        rows=[table_row(when, names, row) for when, row in zip(words, rows, strict=True)],
        sources=sources_of(rows),
        wide=standing_bars(scale, words, names, rows),
        narrow=lying_bars(scale, words, names, rows),
    )


def all_said(indicator, measurement):
    """What all sources that count say of the day of `measurement`, of the own area: '120' or '120 of zo’n 480'."""
    rivals = indicator.only.rivals(measurement)
    return " of ".join(one.text for one in rivals) or measurement.text


def scopes_of(indicator, groups):
    """The scopes that `groups` have, the own one first and then in the order of Scope."""
    others = {scope for group in groups for scope in group} - {indicator.scope}
    return [indicator.scope, *(scope for scope in Scope.values if scope in others)]


def table_row(when, names, row):
    """(date in words, (name, text) for every column) for the table below a chart; a text is empty when unknown."""
    return when, [(name, measurement.text if measurement else "") for name, measurement in zip(names, row, strict=True)]


def sources_of(rows):
    """The sources of all that is known in `rows`, each once, in the order of the table."""
    return list(dict.fromkeys(value.source for row in rows for value in row if value))


def line_chart(indicator, measurements, aims=(), *, today):
    """A line through time. `measurements` are at least one, oldest first, on different days; `aims` are by date."""
    targets = [aim.target for aim in aims]
    values = [value.value for value in (*measurements, *targets)]
    values += [target.baseline_value for target in targets if target.baseline_on]
    scale, name = Scale(values, indicator.unit, below="0.25"), indicator.only.area
    rows = [(one.reference_text, [(name, all_said(indicator, one))]) for one in measurements]
    rows += [(f"{aim.name}, {aim.target.when_short}{aim.ending}", [(name, aim.target.text)]) for aim in aims]
    is_old = indicator.is_stale_on(indicator.latest, today) and not any(one.due_on > today for one in targets)
    drawn = {"scale": scale, "measurements": measurements, "aims": aims, "until": today if is_old else None}
    wide = Frame(WIDE_FROM_TO, axis=scale.gutter, inset=4, top=44, height=276, most_years=8)
    narrow = Frame(NARROW_FROM_TO, axis=0, inset=8, top=44, height=176, most_years=4)
    return Chart(
        indicator=indicator,
        columns=[name],
        rows=rows,
        sources=sources_of([measurements, targets]),
        wide=line_drawing(**drawn, frame=wide),
        narrow=line_drawing(**drawn, frame=narrow),
    )
