"""Charts of the seed, of odd cases and of 200 random series, made without a database, for a browser to measure.

What was last accepted stands in `drawings.txt`: of the seed and the cases all that is drawn, of the random ones a sum.
"""

import hashlib
import random
import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from partners.models import Partner, Source
from regiozwolle.stylesheets import joined_sheet
from results.charts.chart import chart_of
from results.charts.money_bar import money_bars
from results.charts.multiples import lines_apart
from results.charts.rows import amounts_beside, projects_in_time, years_of_contributions
from results.charts.squares import Squares
from results.models import Funding, Indicator, Measurement, Programme, Project, ProjectPhase, Scope, Target
from results.money.amounts import UNKNOWN, Amount
from results.money.funding import Purse, breakdown

SEED = Path("regiozwolle/seed/results.toml")
ACCEPTED = Path(__file__).with_suffix(".txt")
TODAY = date(2026, 11, 1)
RANDOM, PARTNERS = 200, 22
# As an element has them: the last is next to nothing beside the first, so it has no bar.
MONEY = [
    ("€ 100 miljoen", 100_000_000, True),
    ("Ruim € 81 miljoen", 81_000_000, False),
    ("€ 28 miljoen", 28_000_000, True),
]
MONEY += [("€ 2,75", 3, True)]
SOURCE = Source(pk=1, slug="bron", title="Een bron")
MARK = re.compile(r"<(circle|rect|line|text)\b([^>]*)>([^<]*)")
KEPT = re.compile(r'(?:class|x|y|x1|y1|x2|y2|cx|cy|r|width|height|dx)="([^"]*)"')


@dataclass(frozen=True)
class Drawn:
    """A drawing by its name, its markup, how many values are known of it, and whether all of it is kept to compare."""

    name: str
    html: str
    known: int
    is_kept_whole: bool = True

    @property
    def accepted(self):
        """What is kept of it, as one line."""
        marks = " ".join(f"{tag[0]}({','.join(KEPT.findall(rest))}){text.strip()}" for tag, rest, text in self.marks)
        return marks if self.is_kept_whole else hashlib.sha256(marks.encode()).hexdigest()[:16]

    @property
    def marks(self):
        return MARK.findall(self.html)


def figure(slug, measured, targets=(), **fields):
    """An Indicator that is in no database: `measured` and `targets` are fields of Measurements and Targets."""
    said = {"name": slug, "nature": "bereikt", "sentence": "proef.", "unit": "inwoners", "message": "Zo gaat het"}
    indicator = Indicator(pk=1, slug=slug, **(said | fields))
    scope = {"scope": indicator.scope}
    values = [
        Measurement(pk=pk, indicator=indicator, source=SOURCE, **(scope | one)) for pk, one in enumerate(measured)
    ]
    aims = [Target(pk=pk, indicator=indicator, source=SOURCE, **one) for pk, one in enumerate(targets)]
    indicator._prefetched_objects_cache = {
        "measurements": sorted(values, key=lambda one: one.reference_on, reverse=True),
        "targets": sorted(aims, key=lambda one: one.due_on or date.max),
    }
    return indicator


def value(on, number, words="", **fields):
    """The fields of a Measurement."""
    return {"reference_on": on, "reference_text": words or str(on.year), "value": Decimal(number), **fields}


def charts(indicators, *, is_kept_whole):
    """A Drawn of each of `indicators` that has a chart."""
    drawn = [(one, chart_of(one, today=TODAY)) for one in indicators]
    return [
        Drawn(
            name=one.slug,
            html=render_to_string("results/parts/chart.html", {"chart": chart}),
            known=sum(bool(text) for when, cells in chart.rows for column, text in cells),
            is_kept_whole=is_kept_whole,
        )
        for one, chart in drawn
        if chart
    ]


def seed():
    """The figures of the seed, as far as a drawing has to do with them."""
    kept = {"slug", "name", "nature", "sentence", "unit", "scope", "message", "keeps_for", "direction", "rule"}
    numbers = {"qualifier", "value", "reference_on", "reference_text", "reference_until", "scope", "comparable"}
    numbers |= {"certainty", "due_on", "due_text", "baseline_value", "baseline_on"}
    for one in tomllib.loads(SEED.read_text())["indicator"]:
        measured = [pick(row, numbers) for row in one.get("measurements", []) if not row.get("partner")]
        measured = [row for row in measured if row["reference_on"]]
        targets = [pick(row, numbers) for row in one.get("targets", [])]
        yield figure(measured=measured, targets=targets, **pick(one, kept))


def pick(row, names):
    return {
        name: Decimal(str(one)) if name in ("value", "baseline_value") else one
        for name, one in row.items()
        if name in names
    }


def cases():
    """Series that are odd but possible."""
    years = [date(2020 + year, 1, 1) for year in range(6)]
    road = {"due_on": date(2030, 12, 31), "due_text": "eind 2030", "baseline_on": years[0]}
    yield figure("één-waarde", [value(years[5], 240)])
    yield figure(
        "alleen-een-doel", [], [{"value": Decimal(50_000), "qualifier": "ten minste", "due_text": "vóór 2040"}]
    )
    yield figure("gelijk", [value(on, 5) for on in years])
    yield figure("nul", [value(on, 0) for on in years[:2]])
    yield figure(
        "negatief", [value(on, number) for on, number in zip(years, (-3, 4, -2, 1, -5, 2), strict=True)], unit="%"
    )
    yield figure("miljard", [value(years[0], 10**9), value(years[5], 4 * 10**9)], unit="euro")
    yield figure(
        "gat", [value(years[0], 5), value(years[1], 9, comparable=False), value(years[5], 7, qualifier="ruim")]
    )
    targets = [
        {"value": Decimal(200), "due_on": years[3]},
        {"value": Decimal(400), "baseline_value": Decimal(110), **road},
    ]
    yield figure(
        "twee-doelen", [value(years[0], 110), value(years[3], 165), value(years[5], 240)], targets, direction="meer"
    )


def random_series(rng, place):
    """A figure with between one and twelve values, at times with targets, doubts, other areas and old values."""
    high = rng.choice([1, 10, 500, 5_000, 10**6, 10**9])
    low = rng.choice([0, 0, 0, -high])
    unit = rng.choice(["inwoners", "inwoners", "euro", "%"]) if high <= 500 else rng.choice(["inwoners", "euro"])
    on, measured = date(rng.randint(2008, 2024), rng.choice([1, 1, 7]), 1), []
    for _ in range(rng.choice([1, 2, 3, 3, 5, 8, 12])):
        number = Decimal(rng.uniform(low, high)).quantize(Decimal("0.1" if high <= 10 else "1"))
        hedge = rng.choice(["", "", "", "ruim", "meer dan"])
        measured.append(value(on, number, qualifier=hedge, comparable=rng.random() > 0.2))
        if rng.random() < 0.15:
            measured.append(value(on, number * 2, scope=Scope.COUNTRY))
        on += timedelta(days=rng.choice([31, 182, 365, 365, 365, 1200]))
        if on > TODAY:
            break
    aims = rng.sample([2025, 2028, 2031, 2036], k=rng.choice([0, 0, 1, 2]))
    first, begin = measured[0]["reference_on"], measured[0]["value"]
    targets = [
        {
            "value": Decimal(rng.uniform(low, high * 1.5)).quantize(Decimal(1)),
            "due_on": date(year, 12, 31),
            "due_text": rng.choice(["", f"eind {year}"]),
            **({"baseline_on": first, "baseline_value": begin} if first.year < year else {}),
        }
        for year in aims
    ]
    return figure(
        f"reeks-{place}", measured, targets, unit=unit, direction=rng.choice(["meer", "minder"]), keeps_for=24
    )


def apart():
    """A figure of 22 partners, as small lines."""
    rng = random.Random(22)
    partners = [
        Partner(pk=place, slug=f"partner-{place}", name=f"Partner {place}", kind="gemeente")
        for place in range(PARTNERS)
    ]
    measured = [
        value(date(2020 + year, 1, 1), rng.randint(-40, 900), partner=partner, scope=Scope.PARTNER)
        for partner in partners
        for year in range(rng.randint(1, 5))
    ]
    lines = lines_apart(figure("per-partner", measured, scope=Scope.PARTNER))
    html = "".join(render_to_string("results/parts/small_line.html", {"small": small}) for small in lines)
    return Drawn("per-partner", f'<div class="chart">{html}</div>', len(lines))


def others():
    """Drawings that are no figure's: money, projects, years and what lies in time."""
    bars = money_bars(
        [
            (programme("eerste"), money(rijk=22_500_000, regio=64_550_000, samen=90_000_000)),
            (programme("tweede"), money(rijk=30_000_000, regio=30_000_000)),
            (programme("derde"), money(samen=14_000_000)),
        ]
    )
    squares = Squares(programme("achttien", confirmed=9, presumed=2, project_count=18))
    sums = [(2024, Amount.of(400_000)), (2025, Amount.of(250_000) + UNKNOWN), (2026, UNKNOWN)]
    years = years_of_contributions(SimpleNamespace(by_year=sums))
    spans = [(date(2020, 6, 1), date(2023, 12, 31)), (date(2021, 1, 1), None), (None, date(2025, 12, 31)), (None, None)]
    projects = [project(f"Een project met een lange naam, nummer {place}", *span) for place, span in enumerate(spans)]
    lasting = projects_in_time(projects, today=TODAY)
    amounts = [
        (f"{words}: geld voor een ding met een lange naam", Decimal(euros), exact) for words, euros, exact in MONEY
    ]
    beside = amounts_beside("bedragen", amounts)
    known = [(bar, len(bar.boxes)) for bar in bars] + [(squares, 18), (years, 2), (lasting, 3), (beside, 3)]
    return [
        Drawn(
            one.slug,
            f'<div class="chart">{render_to_string("parts/drawing.html", {"chart": one})}</div>',
            count,
        )
        for one, count in known
    ]


def programme(slug, *, confirmed=0, presumed=0, **fields):
    """A Programme as it is read with_project_counts."""
    made = Programme(pk=1, slug=slug, name=f"Programma {slug}", **fields)
    made.confirmed, made.presumed = confirmed, presumed
    return made


def money(**committed):
    """The Breakdown of what funders committed."""
    return breakdown(Purse([Funding(funder=funder, committed=Decimal(euros)) for funder, euros in committed.items()]))


def project(name, start, end):
    """A Project with one phase."""
    made = Project(pk=1, name=name)
    phases = [ProjectPhase(project=made, starts_on=start, ends_on=end)] if start or end else []
    made._prefetched_objects_cache = {"phases": phases}
    return made


def all_drawn():
    """All drawings, each name once."""
    rng = random.Random(15)
    made = [random_series(rng, place) for place in range(RANDOM)]
    return [*charts([*seed(), *cases()], is_kept_whole=True), *others(), apart(), *charts(made, is_kept_whole=False)]


def page(drawn, widths):
    """One page with each of `drawn` at each of `widths`, in px, in the style sheet of the site."""
    sheets = {
        name: (storage, path)
        for finder in finders.get_finders()
        for path, storage in finder.list([])
        for name in [path]
    }
    css = joined_sheet("css/site.css", sheets).replace("../fonts/", f"{Path('static/fonts').resolve().as_uri()}/")
    sizes = "".join(f".at-{width} {{ inline-size: {width}px; }}" for width in widths)
    holders = "".join(
        f'<div class="at-{width}" data-drawing="{one.name}" data-known="{one.known}">{one.html}</div>'
        for one in drawn
        for width in widths
    )
    patterns = render_to_string("regiozwolle/_patterns.html")
    head = f'<meta charset="utf-8"><title>Tekeningen</title><style>{css}{sizes}</style>'
    return f'<!doctype html><html lang="nl"><head>{head}</head><body>{patterns}{holders}</body></html>'
