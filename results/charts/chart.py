"""A figure drawn: two drawings, and the table that says the same."""

from dataclasses import dataclass

from partners.models import Source
from results.charts.bars import Bars, Columns, lying_bars, standing_bars
from results.charts.line import DrawnTarget, LineChart, line_drawing
from results.charts.scale import NARROW, WIDE, Scale
from results.models import Indicator, Scope, TargetWord
from results.models.measurement import area_name
from results.targets import verdicts_on

LEGEND = {
    "uncertain": "Stippellijn: de manier van tellen kan zijn veranderd.",
    "hedged": "Gestippelde cirkel: voorlopig, geschat of bij benadering.",
    "target": "Gearceerde cirkel: streefwaarde.",
    "missed": "Cirkel met een kruis: streefwaarde die niet is gehaald.",
    "moved": "Cirkel met streepjes: waar de streefwaarde eerst stond.",
    "road": "Dunne stippellijn: de rechte weg daarnaartoe.",
}


@dataclass(frozen=True)
class Chart:
    """An indicator drawn: two drawings, and the table that says the same.

    `drawing` names the template. `wide` is None when its words would not fit; `narrow` then serves every width.
    `rows` are pairs of a date in words and, for every column, a pair of its name and a text that is empty where
    nothing is known.
    """

    indicator: Indicator
    drawing: str
    columns: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]
    sources: list[Source]
    wide: Columns | LineChart | None
    narrow: Bars | LineChart

    @property
    def drawings(self):
        """The drawings by the width they are for, as the templates name them."""
        return [(width, drawing) for width, drawing in (("wide", self.wide), ("narrow", self.narrow)) if drawing]

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
            sentences.append(f"{when[:1].upper()}{when[1:]}: {', '.join(values)}.")
        return " ".join(sentences)


def chart_of(indicator, earlier=()):
    """The chart of `indicator` (read with `with_values`), or None; `earlier` are the targets that moved, as they were.

    There is none without a message of the editors, nor without two values to set side by side: of two areas on
    one day, which become bars, or else of two days or of a day and a dated target, which become a line. A figure per
    partner has none: that is drawn in small, each apart (`multiples.py`).
    """
    if not indicator.message:
        return None
    days = compared_by_day(indicator)
    compared = [by_scope for by_scope in days if len(by_scope) > 1]
    if compared:
        return bar_chart(indicator, compared)
    measurements = [by_scope[indicator.scope] for by_scope in days]
    if not measurements:
        return None
    aims = aims_of(indicator, earlier)
    return line_chart(indicator, measurements, aims) if len(measurements) + len(aims) > 1 else None


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


def aims_of(indicator, earlier):
    """An DrawnTarget for every dated target, with what became of it, and for every one that moved, by their dates."""
    verdicts = [one for one in verdicts_on(indicator).rows if one.target.due_on]
    aims = [DrawnTarget(one.target, one.word) for one in verdicts]
    aims += [DrawnTarget(one.was, TargetWord.MOVED) for one in earlier if one.was.due_on]
    return sorted(aims, key=lambda aim: aim.target.due_on)


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
        drawing="results/parts/bars.html",
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


def line_chart(indicator, measurements, aims=()):
    """A line through time. `measurements` are at least one, oldest first, on different days; `aims` are by date."""
    targets = [aim.target for aim in aims]
    values = [value.value for value in (*measurements, *targets)]
    values += [target.baseline_value for target in targets if target.baseline_on]
    scale, name = Scale(values, indicator.unit, below="0.25"), indicator.only.area
    rows = [(one.reference_text, [(name, all_said(indicator, one))]) for one in measurements]
    rows += [(f"{aim.name}, {aim.target.when_short}{aim.ending}", [(name, aim.target.text)]) for aim in aims]
    drawn = {"scale": scale, "measurements": measurements, "aims": aims}
    return Chart(
        indicator=indicator,
        drawing="results/parts/line.html",
        columns=[name],
        rows=rows,
        sources=sources_of([measurements, targets]),
        wide=line_drawing(**drawn, width=WIDE, axis=scale.gutter, inset=2.5, top=44, height=276, most_years=8),
        narrow=line_drawing(**drawn, width=NARROW, axis=0, inset=7, top=36, height=164, most_years=4),
    )
