"""A figure drawn: two drawings, and the table that says the same."""

from dataclasses import dataclass

from partners.ground.templatetags.dutch import day
from partners.models import Source
from results.charts.bars import Bars, Columns, lying, standing
from results.charts.line import LineChart, line
from results.charts.scale import NARROW, WIDE, Scale
from results.models import Indicator, Scope


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
    def is_uncertain(self):
        """Whether a stretch is dotted, because the counting may have changed."""
        return any(stretch.uncertain for stretch in getattr(self.narrow, "stretches", []))

    @property
    def is_hedged(self):
        """Whether a point is dotted, because its source is not quite sure of it."""
        return any(point.hedged for point in getattr(self.narrow, "points", []))

    @property
    def has_target(self):
        return any(point.is_target for point in getattr(self.narrow, "points", []))

    @property
    def has_road(self):
        """Whether a thin dotted line goes from a baseline to its target."""
        return bool(getattr(self.narrow, "roads", []))

    @property
    def description(self):
        """What the drawing shows, for who does not see it: '2016: Regio Zwolle 2,7%, Nederland 2,2%.'"""
        alone = len(self.columns) == 1
        told = []
        for when, cells in self.rows:
            values = [text if alone else f"{name} {text}" for name, text in cells if text]
            told.append(f"{when[:1].upper()}{when[1:]}: {', '.join(values)}.")
        return " ".join(told)


def chart_of(indicator):
    """The chart of `indicator` (read with `with_values`), or None.

    There is none without a message of the editors, nor without two values to set side by side: of two areas on
    one day, which become bars, or else of two days or of a day and a dated target, which become a line. Figures of
    single partners are left out.
    """
    if not indicator.message:
        return None
    by_day = {}
    for measurement in sorted(indicator.measurements.all(), key=lambda one: (one.reference_on, one.pk)):
        if measurement.partner_id is None:
            # Where sources differ on a day, the first that the editors entered is drawn; the page's table has all.
            by_day.setdefault(measurement.reference_on, {}).setdefault(measurement.scope, measurement)
    own = {day: by_scope for day, by_scope in by_day.items() if indicator.scope in by_scope}
    compared = [by_scope for by_scope in own.values() if len(by_scope) > 1]
    if compared:
        return bar_chart(indicator, compared)
    measurements = [by_scope[indicator.scope] for by_scope in own.values()]
    targets = [target for target in indicator.targets.all() if target.due_on and measurements]
    targets = [target for target in targets if target.due_on > measurements[-1].reference_on]
    if len(measurements) + len(targets) > 1 and measurements:
        return line_chart(indicator, measurements, targets)
    return None


def bar_chart(indicator, groups):
    """Bars side by side. `groups` are dicts of measurements by scope, oldest first, each with the own scope."""
    seen = {scope for group in groups for scope in group}
    scopes = [indicator.scope, *(scope for scope in Scope.values if scope in seen - {indicator.scope})]
    names = [Scope(scope).label for scope in scopes]
    rows = [[group.get(scope) for scope in scopes] for group in groups]
    words = [group[indicator.scope].reference_text for group in groups]
    scale = Scale([one.value for row in rows for one in row if one], indicator.unit)
    return Chart(
        indicator=indicator,
        drawing="results/parts/bars.html",
        columns=names,
        rows=[
            (when, [(name, one.text if one else "") for name, one in zip(names, row, strict=True)])
            for when, row in zip(words, rows, strict=True)
        ],
        sources=unique(one.source for row in rows for one in row if one),
        wide=standing(scale, words, names, rows),
        narrow=lying(scale, words, names, rows),
    )


def line_chart(indicator, measurements, targets=()):
    """A line through time. `measurements` are at least one, oldest first, on different days; `targets` lie after."""
    targets = sorted(targets, key=lambda target: target.due_on)
    values = [one.value for one in (*measurements, *targets)]
    values += [target.baseline_value for target in targets if target.baseline_on]
    scale, name = Scale(values, indicator.unit), indicator.get_scope_display()
    rows = [(one.reference_text, [(name, one.text)]) for one in measurements]
    rows += [(f"streefwaarde, {one.due_text or day(one.due_on)}", [(name, one.text)]) for one in targets]
    drawn = {"scale": scale, "measurements": measurements, "targets": targets}
    return Chart(
        indicator=indicator,
        drawing="results/parts/line.html",
        columns=[name],
        rows=rows,
        sources=unique(one.source for one in (*measurements, *targets)),
        wide=line(**drawn, width=WIDE, axis=scale.gutter, inset=2.5, top=44, height=276, most_years=8),
        narrow=line(**drawn, width=NARROW, axis=0, inset=7, top=36, height=164, most_years=4),
    )


def unique(sources):
    return list(dict.fromkeys(sources))
