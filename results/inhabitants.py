"""How the number of inhabitants of the municipalities changed between two days on which all of them were counted."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import listed, number
from partners.models import Partner, PartnerKind, Population, Source

# Growth in whole percents from which a municipality is drawn fuller, with the class of the board that fills it so.
FILLS = [(None, "later"), (2, "pending"), (4, "conditional"), (6, "agreed")]
# And from which it is a step fuller on a map of steps.
GROWTH_STEPS = (3, 5, 8)
# Those of them that the stylesheet fills with a pattern.
PATTERNED = {"pending", "conditional"}


@dataclass(frozen=True)
class Growth:
    """One municipality, or all as one: its counts from the first to the last common day, oldest first."""

    partner: Partner | None
    counts: list[Population]

    @property
    def first(self):
        return self.counts[0]

    @property
    def last(self):
        return self.counts[-1]

    @property
    def difference(self):
        return self.last.count - self.first.count

    @property
    def percent(self):
        """The change since the first day, as a Decimal with one decimal."""
        return self.percent_at(self.last)

    def percent_at(self, population):
        """The change from the first day to that of `population`."""
        share = (
            Decimal(population.count - self.first.count) / self.first.count * 100 if self.first.count else Decimal(0)
        )
        return share.quantize(Decimal("0.1"))

    @property
    def text(self):
        """'+4,5%' or '−0,3%'."""
        return signed(self.percent)

    @property
    def difference_text(self):
        return f"{'+' if self.difference > 0 else '−' if self.difference < 0 else ''}{number(abs(self.difference))}"

    @property
    def fill(self):
        """The class of its pattern: the more it grew, the fuller."""
        return [css for least, css in FILLS if least is None or self.percent >= least][-1]


def together(found):
    """The Growth of all of `found` as one, from the first to the last common day."""
    ends = [growth.first for growth in found], [growth.last for growth in found]
    sums = [Population(reference_on=day[0].reference_on, count=sum(one.count for one in day)) for day in ends]
    return Growth(None, sums)


@dataclass(frozen=True)
class Fill:
    """A row of the key: how much growth a pattern stands for, and how many municipalities have it."""

    css: str
    text: str
    count: int


def signed(percent):
    """'+4,0%': always with a decimal, for such values stand in a row."""
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{abs(percent):.1f}%".replace(".", ",")


COUNTS = PreparedRows(
    lambda: Population.objects.filter(partner__kind=PartnerKind.MUNICIPALITY).select_related("source").latest_first()
)


def growths(municipalities):
    """A Growth for each of `municipalities`, and the first and last common day; ([], None, None) without two of those.

    Where sources differ on a day, the firmest counts. One query.
    """
    municipalities = list(municipalities)
    by_partner = {partner.pk: {} for partner in municipalities}
    for one in COUNTS.ask():
        if one.partner_id in by_partner:
            by_partner[one.partner_id].setdefault(one.reference_on, one)
    common = set.intersection(*(set(days) for days in by_partner.values())) if by_partner else set()
    if len(common) < 2:
        return [], None, None
    first, last = min(common), max(common)
    return (
        [
            Growth(partner, [days[day] for day in sorted(days) if first <= day <= last])
            for partner in municipalities
            for days in [by_partner[partner.pk]]
        ],
        first,
        last,
    )


def grew_most(found):
    """'Noordoostpolder en Dronten groeiden het hardst': who is in the fullest step of growth when these are few, else
    the first alone; empty when nobody grew."""
    in_order = sorted(found, key=lambda one: -one.percent)
    if not in_order or in_order[0].percent <= 0:
        return ""
    steps = [sum(one.percent >= edge for edge in GROWTH_STEPS) for one in in_order]
    first = [one for one, step in zip(in_order, steps, strict=True) if step == steps[0]]
    chosen = first if len(first) <= 3 else first[:1]
    verb = "groeide" if len(chosen) == 1 else "groeiden"
    return f"{listed([one.partner for one in chosen])} {verb} het hardst"


def scale_in_words(found):
    """'van −0,3% tot +7,1%': the least and the most that a municipality ever changed since the first day."""
    percents = [growth.percent_at(one) for growth in found for one in growth.counts]
    return f"van {signed(min(percents))} tot {signed(max(percents))}"


@dataclass(frozen=True)
class OtherSum:
    """What one source gives for all municipalities on a day, where our sum of the firmest counts is another.

    `replaced` is of how many municipalities we use another count.
    """

    source: Source
    on: date
    total: int
    replaced: int


def other_sums(found, days):
    """An OtherSum for each source that counts all municipalities of `found` on one of `days`; one query."""
    ours = {(count.partner_id, count.reference_on): count for growth in found for count in growth.counts}
    sums = []
    for (on, source), counts in counts_by_source(found, days):
        replaced = sum(count.count != ours[count.partner_id, on].count for count in counts)
        if len(counts) == len(found) and replaced:
            sums.append(OtherSum(source, on, sum(count.count for count in counts), replaced))
    return sums


def counts_by_source(found, days):
    """((day, source), Populations of the municipalities of `found`), by day and source; one query."""
    municipalities = [growth.partner.pk for growth in found]
    counts = Population.objects.filter(partner__in=municipalities, reference_on__in=days).select_related("source")
    by_source = {}
    for count in counts:
        by_source.setdefault((count.reference_on, count.source), []).append(count)
    return sorted(by_source.items(), key=lambda pair: (pair[0][0], pair[0][1].slug))


def key_of(found):
    """The rows of the key to a drawing of the list `found`, from least to most growth."""
    edges = [least for least, _ in FILLS]
    texts = [
        f"minder dan {edges[1]}%",
        *(f"{least}% tot {most}%" for least, most in pairwise(edges[1:])),
        f"{edges[-1]}% of meer",
    ]
    return [
        Fill(css, text, sum(growth.fill == css for growth in found))
        for (_, css), text in zip(FILLS, texts, strict=True)
    ]


def sources_of(found, day: date):
    """The sources of the counts on `day`, each once."""
    return list(dict.fromkeys(one.source for growth in found for one in growth.counts if one.reference_on == day))
