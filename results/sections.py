"""The overview of results: its figures in sections, by what they say, and never added up."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import capfirst

from partners.ground.templatetags.dutch import counted
from results.charts.chart import chart_of
from results.models import Indicator, IndicatorNature, Scope

# What the collaboration is about; what only marks the region stands apart, below.
RESULTS = (IndicatorNature.ACHIEVED, IndicatorNature.PROMISED, IndicatorNature.INVESTED)
# What a figure can be about to stand among those of the region; the rest is there to compare with.
HERE = (Scope.REGION, Scope.PARTNER)


@dataclass(frozen=True)
class FigureTable:
    """Figures in rows, under a `caption` that is heard; with a `summary` the table is folded under it."""

    caption: str
    indicators: list[Indicator]
    summary: str = ""


@dataclass(frozen=True)
class Section:
    """The figures of one nature: the headlines printed large, the others in tables, and what else is said.

    `more` is how many figures of this nature are not shown here. `nothing` is what to say when there are none at all.
    `chosen` narrows them, by the names of a FigureFilter.
    """

    slug: str
    title: str
    nature: IndicatorNature
    headlines: list[Indicator]
    tables: list[FigureTable]
    more: int
    nothing: str = ""
    statements: list = field(default_factory=list)
    chosen: dict = field(default_factory=dict)

    @property
    def answers(self):
        """Whether it answers what the page asks: what the collaboration yields."""
        return self.nature == IndicatorNature.ACHIEVED

    @property
    def numbers(self):
        """The headlines that stand in a row: what somebody measured, promised or put in."""
        return [one for one in self.headlines if not one.lacks_measurement]

    @property
    def goals(self):
        """The drawings of the headlines that nobody measured: how far they are is not known."""
        return [chart_of(one) for one in self.headlines if one.lacks_measurement]

    @property
    def told(self):
        """(Indicator, its day, its StatusWord) of each number; what all have in common is left to `ending`."""
        told = [(one, "" if self.is_one_day else one.shown_day_sentence) for one in self.numbers]
        return [(one, day, None if self.is_old else one.assessment.word) for one, day in told]

    @property
    def is_one_day(self):
        return len(self.numbers) > 1 and len({one.shown_day_sentence for one in self.numbers}) == 1

    @property
    def is_old(self):
        """Whether of none of several numbers a recent value is known."""
        return len(self.numbers) > 1 and all(one.is_stale for one in self.numbers)

    @property
    def ending(self):
        """What the numbers have in common, in sentences: their day, and that nobody measured since."""
        day = f"{self.numbers[0].shown_day_sentence} " if self.is_one_day else ""
        return f"{day}{'Sindsdien is geen nieuwe meting bekend.' if self.is_old else ''}".strip()

    @property
    def sources(self):
        """Where the numbers come from, each source once."""
        return list(dict.fromkeys(one.shown_source for one in self.numbers if one.shown_source))

    @property
    def warnings(self):
        """(Indicator, what to look out for) of the headlines that have such."""
        told = [(one, " ".join(filter(None, [one.dispute, one.warning]))) for one in self.headlines]
        return [(one, text) for one, text in told if text]

    @property
    def more_words(self):
        """'Nog 12 cijfers over de regio', 'Nog 2 cijfers: bereikt'; empty when all are shown."""
        of_nature = " " if self.nature == IndicatorNature.CONTEXT else ": "
        return f"Nog {counted(self.more, 'cijfer,cijfers')}{of_nature}{self.nature.label}" if self.more else ""

    @property
    def more_address(self):
        """Where all of them are."""
        return f"{reverse('results:figures')}?{urlencode({**self.chosen, 'aard': self.nature.value})}"


def nature_section(nature, indicators, *, chosen=None, statements=()):
    """The Section of what is achieved, promised or invested; of all `indicators` those of this `nature` count.

    `chosen` is by what a filter narrows them, if it does. `statements` are results without a number.
    """
    headlines, others = by_prominence(nature, indicators)
    title = capfirst(nature.label)
    summary = f"Ook {nature.label}: {counted(len(others), 'cijfer,cijfers')}" if headlines else ""
    nothing = "Geen cijfer past bij uw keuze." if chosen else "Hierover is nog geen cijfer bekend."
    return Section(
        slug=nature.value,
        title=title,
        nature=nature,
        headlines=headlines,
        tables=[FigureTable(title, others, summary)] if others else [],
        more=how_many_more(others),
        nothing="" if headlines or others else nothing,
        statements=list(statements),
        chosen=chosen or {},
    )


def context_section(indicators, *, chosen=None):
    """The Section of what marks the region, with other areas to compare with in a table apart; None without any."""
    headlines, others = by_prominence(IndicatorNature.CONTEXT, indicators)
    here = [indicator for indicator in others if indicator.scope in HERE]
    elsewhere = [indicator for indicator in others if indicator.scope not in HERE]
    titles = [("Meer over de regio" if headlines else "Over de regio", "De regio in cijfers", here)]
    titles += [("Andere gebieden, ter vergelijking", "Andere gebieden, ter vergelijking", elsewhere)]
    tables = [
        FigureTable(caption, rows, f"{summary}: {counted(len(rows), 'cijfer,cijfers')}")
        for summary, caption, rows in titles
        if rows
    ]
    if not headlines and not tables:
        return None
    return Section(
        slug="kenmerken",
        title="De regio in cijfers",
        nature=IndicatorNature.CONTEXT,
        headlines=headlines,
        tables=tables,
        more=how_many_more(others),
        chosen=chosen or {},
    )


def by_prominence(nature, indicators):
    """(headlines, others) among the `indicators` of one nature."""
    of_nature = [indicator for indicator in indicators if indicator.nature == nature]
    headlines = [indicator for indicator in of_nature if indicator.is_headline]
    return headlines, [indicator for indicator in of_nature if not indicator.is_headline]


def how_many_more(others):
    """How many figures there are beyond `others`, read first_of_each_nature."""
    return others[0].alike - len(others) if others else 0
