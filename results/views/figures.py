"""The overview of what the collaboration yields and costs, all figures, and a page per figure."""

from datetime import date
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import told_apart
from partners.ground.documents import FORMS, response
from partners.ground.publishing import AtAddress, shown_to
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows, give
from partners.ground.templatetags.dutch import counted, listed
from partners.ground.templatetags.parts import drawn
from results import figure_list, overview
from results.charts.chart import chart_of
from results.charts.multiples import lines_apart
from results.documents.figures import figure_document
from results.forms.figures import FigureFilter, FigureListFilter
from results.models import (
    Attribution,
    Correction,
    Indicator,
    IndicatorNature,
    Measurement,
    Override,
    ProjectResult,
    Target,
)
from results.models.measurement import area_name
from results.outcome import facts_of, outcome_of
from results.per_inhabitant import comparison_of
from results.status import parameters_in_words, rule_in_words, statuses_apart, with_assessment
from results.targets import Verdicts, moved_targets

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
    """What the collaboration yields and costs, or the figures that fit a choice."""
    if request.GET.keys().isdisjoint(FigureFilter.base_fields):
        form, parts = None, overview.whole()
    else:
        form = FigureFilter(request.GET, **overview.choices())
        parts = overview.chosen_by(form) if form.chosen else overview.whole()
    template = "results/_figures.html" if request.htmx.target == "figures" else "results/dashboard.html"
    return render(request, template, {"form": form, "filter_unused": overview.filter_unused, "parts": parts})


@require_safe
@vary_on_headers("HX-Target")
def figures(request):
    """All figures by what they say, measured or not, fifty to a page; the first kind open, the others folded."""
    every = Indicator.objects.public().real()
    if request.GET.keys().isdisjoint(FigureListFilter.base_fields):
        form, found = None, every
    else:
        form = FigureListFilter(request.GET, **overview.choices())
        found = form.narrow(every)
    page = Paginator(found.by_nature().values_list("nature", "pk"), PER_PAGE).get_page(request.GET.get("pagina"))
    groups = groupby(page, key=itemgetter(0))
    shown = {
        "form": form,
        "filter_unused": figure_list.filter_unused,
        "page": page,
        "groups": [
            figure_list.of_nature(nature, tuple(pk for _, pk in found), bool(place == 0 or form and form.is_used))
            for place, (nature, found) in enumerate(groups)
        ],
    }
    if request.htmx.target == "figure-list":
        return render(request, "results/_figure_list.html", shown)
    return render(request, "results/figures.html", {**shown, "lead": counted_by_nature(every)})


def counted_by_nature(indicators):
    """How many figures there are, and of each nature, in a sentence; one query."""
    counts = dict(indicators.order_by().values_list("nature").annotate(count=Count("pk")))
    of_each = [f"{counts[nature]}\N{NO-BREAK SPACE}{nature.label}" for nature in IndicatorNature if nature in counts]
    total = counted(sum(counts.values()), "cijfer,cijfers")
    return f"Wij houden {total} bij: {listed(of_each)}." if of_each else "Er staat nog geen cijfer op de site."


def measurements_of(key):
    return Measurement.objects.public(along=["partner"]).filter(indicator=key).select_related("source", "partner")


FIGURES = AtAddress(lambda: Indicator.objects.select_related("owner__partner"))
KNOWN = {
    "measurements": PreparedRows(measurements_of),
    "targets": PreparedRows(lambda key: Target.objects.filter(indicator=key).select_related("source")),
    "overrides": PreparedRows(lambda key: Override.objects.in_force().filter(indicator=key)),
}


def figure_at(request, slug):
    """The figure at this address as far as the visitor may see it, with all that is known of it and its Assessment."""
    return with_all_known(FIGURES.shown_to(request, slug))


def with_all_known(indicator):
    """The figure, as read `with_status`, with its Assessment."""
    for name, rows in KNOWN.items():
        give(indicator, name, rows.ask(indicator.pk))
    return with_assessment([indicator])[0]


@require_safe
def indicator(request, slug):
    """One figure with all its measurements, whatever their sources say."""
    indicator = FIGURES.shown_to(request, slug)
    outcome, of_values, meaning, embedding = told_drawn(indicator.pk)
    return render(
        request,
        "results/indicator.html",
        {
            "indicator": indicator,
            "outcome": outcome,
            "parts": [of_values, works_on_drawn(indicator.pk), meaning, corrections_drawn(indicator.pk)],
            "agenda": links_drawn(indicator.pk),
            "embedding": embedding,
            "downloads": DOWNLOADS,
        },
    )


@piece
def told_drawn(pk):
    """(The outcome of a figure, what is counted of it, what it means, how to embed its chart), by its measurements."""
    indicator = with_all_known(Indicator.objects.select_related("owner__partner").get(pk=pk))
    measurements = list(indicator.measurements.all())
    most = MEASUREMENTS_APART if indicator.is_per_partner else MEASUREMENTS
    moved = moved_targets(indicator)
    targets = Verdicts(sorted([*indicator.assessment.verdicts.rows, *moved], key=by_date))
    chart = chart_of(indicator, moved)
    comparison = comparison_of(indicator)
    tells_measurements = indicator.series or not indicator.aim
    shown = {
        "indicator": indicator,
        "facts": facts_of(indicator),
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
        "table": "metingen" if tells_measurements else "doelen",
        "measurements": measurements[:most],
        "beside": BESIDE if indicator.series else "",
        "left_out": len(measurements[most:]),
        "comparison": comparison,
    }
    of_values = {
        "results/_outcome.html": True,
        "results/_apart.html": indicator.is_per_partner,
        "results/_targets.html": indicator.aim,
        "results/_measurements.html": tells_measurements,
        "results/_assessment.html": True,
        "results/_per_inhabitant.html": comparison,
    }
    meaning = {"results/_meaning.html": True, "results/_freshness.html": indicator.latest}
    address = {"base": indicator.get_absolute_url(), "site": settings.SITE_URL}
    embedding = drawn("results/parts/embed_code.html", chart=chart, **address) if chart else ""
    return outcome_of(indicator, moved), drawn_of(of_values, shown), drawn_of(meaning, shown), embedding


def drawn_of(parts, shown):
    """The templates of `parts` that have something to show, one after the other."""
    return mark_safe("\n".join(drawn(template, **shown) for template, content in parts.items() if content))


def by_date(verdict):
    """What targets are put in order by: one without a date comes last."""
    return verdict.target.due_on or date.max


@piece
def works_on_drawn(pk):
    """Which results of projects count in a figure; "" without any."""
    works_on = list(ProjectResult.objects.on_figure(pk))
    shown = {"works_on": works_on[:MEASUREMENTS], "works_on_more": len(works_on[MEASUREMENTS:])}
    return drawn("results/_works_on.html", **shown) if works_on else ""


@piece
def corrections_drawn(pk):
    """What was put right of a figure; "" when nothing was."""
    found = Correction.objects.of(pk).newest_first()
    return drawn("results/_corrections.html", corrections=found) if found else ""


@piece
def links_drawn(pk):
    """What in the agenda a figure belongs to, and which wider aims it serves."""
    indicator = Indicator.objects.get(pk=pk)
    return drawn(
        "results/_agenda_links.html",
        elements=indicator.elements.all(),
        aims=told_apart(indicator.wider_aims),
        heading="Bij welk doel hoort dit?",
        nothing="Dit cijfer is nog niet aan een onderdeel van de agenda verbonden.",
    )


@require_safe
def download(request, slug, form):
    """All measurements of a figure as a file; a form that does not exist is a 404."""
    indicator = shown_to(request, Indicator.objects.with_values(), slug=slug)
    address = request.build_absolute_uri(reverse("results:indicator", args=[slug]))
    return response(figure_document(indicator, address=address), form, f"cijfer-{slug}")


@require_safe
def corrections(request):
    """What was put right: the old value, the new one and the reason; newest first."""
    page = Paginator(range(count_of_corrections()), PER_PAGE).get_page(request.GET.get("pagina"))
    found = corrected_drawn(page.object_list.start) if page.object_list else ""
    shown = {"corrections": found, "examples": example_corrections_drawn()}
    return render(request, "results/corrections.html", {"page": page, **shown})


@piece
def count_of_corrections():
    return Correction.objects.public().real().count()


@piece
def corrected_drawn(first):
    """A page of what was put right, that begins after so many; one query."""
    found = Correction.objects.public().newest_first().real()[first : first + PER_PAGE]
    return drawn("results/parts/correction_rows.html", corrections=found, named=True)


@piece
def example_corrections_drawn():
    """Invented ones, to show what one looks like; "" without any. One query."""
    found = Correction.objects.public().newest_first().filter(is_example=True)[:PER_PAGE]
    return drawn("results/_example_corrections.html", corrections=found) if found else ""
