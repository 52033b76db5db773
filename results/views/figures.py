"""The overview of what the collaboration yields and costs, all figures, and a page per figure."""

from collections import Counter
from datetime import date
from itertools import groupby, islice
from operator import attrgetter

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import LINES, Element, ElementKind, KeyPoint, KeyPointKind, told_apart
from partners.ground.documents import FORMS, response
from partners.ground.publishing import shown_to
from partners.ground.templatetags.dutch import counted, listed
from partners.models import Partner
from results.charts.chart import chart_of
from results.charts.money_bar import KEY, money_bars
from results.charts.multiples import line_alone, lines_apart
from results.charts.squares import squares_of
from results.documents.figures import figure_document
from results.forms.figures import FigureFilter, FigureListFilter
from results.models import (
    Attribution,
    Correction,
    Funding,
    Indicator,
    IndicatorNature,
    Measurement,
    Override,
    Programme,
    ProjectResult,
)
from results.models.measurement import area_name
from results.money.funding import breakdown, purses_of
from results.outcome import facts_of, outcome_of
from results.per_inhabitant import comparison_of
from results.sections import RESULTS, context_section, nature_section
from results.status import parameters_in_words, rule_in_words, statuses_apart, with_assessment
from results.targets import Verdicts, moved_targets

# Of each nature, beside as many headlines; the rest stands in the list of all figures.
LISTED = 12
CHARTS = 3
PER_PAGE = 50
# Of one figure on its own page; all of them are in the downloads.
MEASUREMENTS = 100
# Of a figure per partner, which has the newest of each in a table of its own.
MEASUREMENTS_APART = 25
BESIDE = "Wat elke bron zegt, de nieuwste eerst. Bronnen die iets anders zeggen, staan naast elkaar."
DOWNLOADS = [FORMS[key] for key in ("csv", "xlsx", "ods", "json")]


@require_safe
@vary_on_headers("HX-Target")
def dashboard(request):
    """Achieved, promised and invested apart and never summed; then charts and, when nothing is chosen, programmes."""
    form = FigureFilter(request.GET, **choices())
    found = form.narrow(Indicator.objects.public().real().measured()).first_of_each_nature(LISTED)
    indicators = with_assessment(found.with_recent_values())
    page = {
        "form": form,
        "sections": sections_of(indicators, is_chosen=bool(form.chosen)),
        "charts": list(islice(telling(map(chart_of, indicators)), CHARTS)),
        "context": context_section(indicators),
    }
    template = "results/_figures.html" if request.htmx.target == "figures" else "results/dashboard.html"
    return render(request, template, page if form.chosen else {**page, **money_page()})


def money_page():
    """The programmes with their money on one scale and their projects, as they stand where nothing is chosen."""
    programmes = list(Programme.objects.public().real().whole().with_project_counts())
    fundings = Funding.objects.of_all(programmes).select_related("source")
    bars = money_bars([(one, breakdown(purse)) for one, purse in purses_of(programmes, fundings)])
    drawn = [bar.programme for bar in bars]
    return {
        "programmes": programmes,
        "bars": bars,
        "key": KEY,
        "without": [programme for programme in programmes if programme not in drawn],
        "squares": squares_of(programmes),
    }


def telling(charts):
    """Those of `charts` that say something in the words of the editors, and have two values to set side by side."""
    return (chart for chart in charts if chart and chart.indicator.message and len(chart.known) > 1)


def sections_of(indicators, *, is_chosen):
    """What is achieved, promised and invested; without a choice also what is achieved without a number."""
    results = KeyPoint.objects.public().filter(kind=KeyPointKind.RESULT).select_related("source")
    statements = {} if is_chosen else {IndicatorNature.ACHIEVED: results}
    return [
        nature_section(nature, indicators, is_chosen=is_chosen, statements=statements.get(nature, []))
        for nature in RESULTS
    ]


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


@require_safe
@vary_on_headers("HX-Target")
def figures(request):
    """All figures by what they say, measured or not, fifty to a page; the first kind open, the others folded."""
    form = FigureListFilter(request.GET, **choices())
    every = Indicator.objects.public().real()
    page = Paginator(form.narrow(every).by_nature().with_recent_values(), PER_PAGE).get_page(request.GET.get("pagina"))
    groups = [
        (IndicatorNature(nature), [(one, line_alone(one)) for one in of_one_nature])
        for nature, of_one_nature in groupby(with_assessment(page), key=attrgetter("nature"))
    ]
    shown = {"form": form, "page": page, "groups": groups}
    if request.htmx.target == "figure-list":
        return render(request, "results/_figure_list.html", shown)
    return render(request, "results/figures.html", {**shown, "lead": counted_by_nature(every)})


def counted_by_nature(indicators):
    """How many figures there are, and of each nature, in a sentence; one query."""
    counts = Counter(indicators.order_by().values_list("nature", flat=True))
    of_each = [f"{counts[nature]}\N{NO-BREAK SPACE}{nature.label}" for nature in IndicatorNature if counts[nature]]
    total = counted(counts.total(), "cijfer,cijfers")
    return f"Wij houden {total} bij: {listed(of_each)}." if of_each else "Er staat nog geen cijfer op de site."


@require_safe
def indicator(request, slug):
    """One figure with all its measurements, whatever their sources say."""
    indicators = Indicator.objects.with_status().select_related("owner__partner")
    [indicator] = with_assessment([shown_to(request, indicators, slug=slug)])
    measurements = list(indicator.measurements.all())
    most = MEASUREMENTS_APART if indicator.is_per_partner else MEASUREMENTS
    moved = moved_targets(indicator)
    targets = Verdicts(sorted([*indicator.assessment.verdicts.rows, *moved], key=by_date))
    chart = chart_of(indicator, moved)
    comparison = comparison_of(indicator)
    corrections = Correction.objects.of(indicator).newest_first()
    works_on = list(ProjectResult.objects.on_figure(indicator))
    return render(
        request,
        "results/indicator.html",
        {
            "indicator": indicator,
            "outcome": outcome_of(indicator, moved),
            "facts": facts_of(indicator),
            "pieces": pieces_of(indicator, comparison, corrections, works_on),
            "area": area_name(indicator.scope, is_example=indicator.is_example),
            "apart": statuses_apart(indicator),
            "lines": lines_apart(indicator) if indicator.is_per_partner else [],
            "verdicts": targets,
            "targets": targets.rows,
            "overrides": [] if indicator.is_per_partner else Override.objects.begun().filter(indicator=indicator),
            "explanation": IndicatorNature(indicator.nature).explanation,
            "attribution": Attribution(indicator.attribution),
            "computed": indicator.assessment.computed,
            "rule": rule_in_words(indicator),
            "parameters": parameters_in_words(indicator),
            "latest": indicator.latest,
            "chart": chart,
            "measurements": measurements[:most],
            "beside": BESIDE if indicator.series else "",
            "left_out": len(measurements[most:]),
            "comparison": comparison,
            "corrections": corrections,
            "works_on": works_on[:MEASUREMENTS],
            "works_on_more": len(works_on[MEASUREMENTS:]),
            "elements": indicator.elements.all(),
            "aims": told_apart(indicator.wider_aims),
            "no_links": "Dit cijfer is nog niet aan een onderdeel van de agenda verbonden.",
            "downloads": DOWNLOADS,
            "site": settings.SITE_URL,
        },
    )


def by_date(verdict):
    """What targets are put in order by: one without a date comes last."""
    return verdict.target.due_on or date.max


def pieces_of(indicator, comparison, corrections, works_on):
    """The templates of the parts that the page of `indicator` has, in order."""
    pieces = {
        "results/_outcome.html": True,
        "results/_apart.html": indicator.is_per_partner,
        "results/_targets.html": indicator.aim,
        "results/_measurements.html": indicator.series or not indicator.aim,
        "results/_assessment.html": True,
        "results/_per_inhabitant.html": comparison,
        "results/_works_on.html": works_on,
        "results/_meaning.html": True,
        "results/_freshness.html": indicator.latest,
        "results/_corrections.html": corrections,
    }
    return [template for template, content in pieces.items() if content]


@require_safe
def download(request, slug, form):
    """All measurements of a figure as a file; a form that does not exist is a 404."""
    indicator = shown_to(request, Indicator.objects.with_values(), slug=slug)
    address = request.build_absolute_uri(reverse("results:indicator", args=[slug]))
    return response(figure_document(indicator, address=address), form, f"cijfer-{slug}")


@require_safe
def corrections(request):
    """What was put right: the old value, the new one and the reason; newest first."""
    found = Correction.objects.public().newest_first()
    page = Paginator(found.real(), PER_PAGE)
    examples = found.filter(is_example=True)[:PER_PAGE]
    return render(
        request,
        "results/corrections.html",
        {"page": page.get_page(request.GET.get("pagina")), "examples": examples},
    )
