"""The municipalities of the region: on its map, and as many small lines on one scale."""

from dataclasses import dataclass
from itertools import pairwise

from partners.geography import FEATURES, corners
from partners.ground.templatetags.dutch import day, number
from results.charts.line import stretches_between
from results.charts.multiples import SmallLine
from results.charts.scale import Scale


@dataclass(frozen=True)
class Outline:
    """A municipality on the map, with the class that fills it and the text of its value."""

    name: str
    url: str
    css: str
    text: str
    points: str


def outlines(found):
    """A choropleth: the Growths `found` as Outlines in the region's map; those without an outline are left out."""
    return [
        Outline(
            name=one.partner.name,
            url=one.partner.get_absolute_url(),
            css=one.fill,
            text=one.text,
            points=" ".join(corners(FEATURES[one.partner.cbs_code]["d"])),
        )
        for one in found
        if one.partner.cbs_code in FEATURES
    ]


def small_lines(found, *, height=56, inset=6):
    """The Growths `found` as SmallLines of `height` px: percents since the first day, all on one scale."""
    shares = [[(one.reference_on, growth.percent_at(one)) for one in growth.counts] for growth in found]
    scale = Scale([share for row in shares for _, share in row], "%")
    lines = []
    for growth, row in zip(found, shares, strict=True):
        first, last = row[0][0], row[-1][0]
        span = (last - first).days or 1
        places = [
            (round(2 + 94 * (when - first).days / span, 2), scale.down(share, inset, height - 2 * inset))
            for when, share in row
        ]
        text = f"{number(growth.first.count)} → {number(growth.last.count)} ({growth.text})"
        lines.append(
            SmallLine(
                name=growth.partner.name,
                text=text,
                description=f"{growth.partner.name}: {growth.text} van {day(first)} tot {day(last)}.",
                height=height,
                zero=scale.down(0, inset, height - 2 * inset),
                stretches=stretches_between(places, changes_of_source(growth.counts)),
                end=places[-1],
            )
        )
    return lines


def changes_of_source(counts):
    """Of each of `counts` whether it comes from another source than the one before it."""
    return [False, *(count.source_id != before.source_id for before, count in pairwise(counts))]
