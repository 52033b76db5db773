"""The overview of what the collaboration yields and costs, in parts as safe HTML.

Each is kept apart, so that a change in one leaves the others as they are.
"""

from itertools import islice

from django.db.models import Q
from django.urls import reverse

from agenda.models import LINES, Element, ElementKind, KeyPoint, KeyPointKind
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from results.charts.chart import chart_of
from results.charts.money_bar import KEY, money_bars
from results.charts.squares import squares_of
from results.forms.figures import FigureFilter
from results.models import Funding, Indicator, IndicatorNature, Measurement, Programme
from results.money.funding import breakdown, purses_of
from results.sections import RESULTS, context_section, nature_section
from results.status import with_assessment

# Of each nature, beside as many headlines; the rest stands in the list of all figures.
LISTED = 12
CHARTS = 3


def whole():
    """Achieved, promised and invested apart and never summed; charts, the programmes, and what marks the region."""
    first, *others = map(of_nature, RESULTS)
    return [first, how_it_went(), *others, money(), of_region()]


def chosen_by(form):
    """The same of the figures that fit what was chosen in a FigureFilter, without the programmes."""
    found, chosen = form.narrow(shown_in_overview()), form.chosen
    indicators = read(found)
    first, *others = [section_drawn(nature_section(nature, indicators, chosen=chosen)) for nature in RESULTS]
    return [first, charts_drawn(found), *others, section_drawn(context_section(indicators, chosen=chosen))]


@piece
def of_nature(nature):
    """The section of one nature; of what is achieved also what is achieved without a number."""
    results = KeyPoint.objects.public().filter(kind=KeyPointKind.RESULT).select_related("source")
    statements = results if nature == IndicatorNature.ACHIEVED else []
    indicators = read(shown_in_overview().filter(nature=nature))
    return section_drawn(nature_section(IndicatorNature(nature), indicators, statements=statements))


@piece
def of_region():
    """The section of what marks the region."""
    return section_drawn(context_section(read(shown_in_overview().filter(nature=IndicatorNature.CONTEXT))))


@piece
def how_it_went():
    """The first charts that say something."""
    return charts_drawn(shown_in_overview())


@piece
def money():
    """The programmes with their money on one scale and their projects."""
    programmes = list(Programme.objects.public().real().whole().with_project_counts())
    fundings = Funding.objects.of_all(programmes).select_related("source")
    bars = money_bars([(one, breakdown(purse)) for one, purse in purses_of(programmes, fundings)])
    with_bar = [bar.programme for bar in bars]
    without = [programme for programme in programmes if programme not in with_bar]
    shown = {"bars": bars, "key": KEY, "without": without, "squares": squares_of(programmes)}
    return drawn("results/_money.html", **shown) if programmes else ""


@piece
def filter_unused():
    """The filter as long as nothing is chosen."""
    form = FigureFilter({}, **choices())
    return drawn("results/parts/figure_filter.html", form=form, filtered_at=reverse("results:dashboard"))


def shown_in_overview():
    return Indicator.objects.public().real().measured()


def read(indicators):
    """The first of each nature, with all that is said of them. Four queries."""
    return with_assessment(indicators.first_of_each_nature(LISTED).with_recent_values())


def section_drawn(section):
    return drawn("results/parts/figure_section.html", section=section) if section else ""


def charts_drawn(indicators):
    """The first charts of `indicators` that say something in the words of the editors, and have two values."""
    named = indicators.exclude(message="").first_of_each_nature(LISTED).with_recent_values()
    charts = list(islice(telling(named), CHARTS))
    return drawn("results/_figure_charts.html", charts=charts) if charts else ""


def telling(indicators):
    """The charts of `indicators` with two values to set side by side; read a few at a time, for the first mostly do."""
    start = 0
    while few := with_assessment(indicators[start : start + LISTED]):
        yield from (chart for chart in map(chart_of, few) if chart and len(chart.known) > 1)
        start += LISTED


def choices():
    """What figures can be chosen by: the lines and ambitions of the agenda, and partners that have figures."""
    real = Element.objects.filter(agenda__is_example=False, kind__in=[*LINES, ElementKind.REGIONAL])
    # As lists of keys, not as a question for each partner: that would read all measurements for each.
    measured_for = Measurement.objects.public(along=["indicator"]).filter(partner__isnull=False).values("partner")
    keeping = Indicator.objects.public().filter(owner__isnull=False).values("owner__partner")
    return {
        "elements": real.order_by("-agenda__first_year", "position"),
        "partners": Partner.objects.public().real().filter(Q(pk__in=measured_for) | Q(pk__in=keeping)),
    }
