"""The drawings of results to take along: as a file, and on a page that others may show within their own."""

from dataclasses import dataclass, field
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from partners.ground.publishing import shown_to
from partners.ground.templatetags.dutch import day
from results.charts.chart import chart_of
from results.charts.money_bar import money_bars
from results.charts.rows import projects_in_time, years_of_contributions
from results.charts.squares import WIDTH as SQUARES
from results.charts.squares import squares_of
from results.charts.taken import WIDTH, TakenAlong, png
from results.models import Funding, Indicator, Programme, Project, Tariff
from results.money.funding import breakdown, purse_of
from results.status import with_assessment
from results.targets import moved_targets
from results.views.money import contributions_in, version_of

KINDS = {"svg": "image/svg+xml", "png": "image/png"}
HOUR = 3600
# As everywhere, but any site may show the page within its own, and there is nothing in it that sends or runs.
EMBEDDED = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)


@dataclass(frozen=True)
class Offered:
    """A drawing that anybody may take along: what it is `about`, its sources, and the address of its `page` here.

    `width` is that of the drawing in a file, in px.
    """

    chart: object  # anything with message, description, legend and drawings
    page: str
    name: str
    sources: list
    about: str = ""
    is_example: bool = False
    width: int = field(default=WIDTH)

    @property
    def below(self):
        """What stands below the drawing in a file: what it is, the marks, the sources, the day and the address."""
        titles = "; ".join(", ".join(filter(None, [one.title, one.publisher])) for one in self.sources)
        return [
            sentence
            for sentence in (
                f"{self.about} {self.chart.legend}".strip(),
                "Voorbeeld: deze gegevens zijn verzonnen." if self.is_example else "",
                f"Bron: {titles}." if titles else "",
                f"Regio Zwolle, {day(timezone.localdate())}, {settings.SITE_URL}{self.page}",
            )
            if sentence
        ]


def figure(request, slug):
    """The drawing of a figure."""
    [indicator] = with_assessment([shown_to(request, Indicator.objects.with_status(), slug=slug)])
    chart = chart_of(indicator, moved_targets(indicator))
    if chart is None:
        raise Http404
    return Offered(
        chart,
        page=indicator.get_absolute_url(),
        name=f"cijfer-{slug}",
        sources=chart.sources,
        about=f"{indicator.name}, {indicator.counted_in}.",
        is_example=indicator.is_example,
    )


def programme_money(request, slug):
    """The bar of what is known of the money of a programme."""
    programme = shown_to(request, Programme.objects.all(), slug=slug)
    fundings = list(Funding.objects.shown_at(programme).select_related("source"))
    bars = money_bars([(programme, breakdown(purse_of(programme, fundings)))])
    return of_programme(programme, bars, sources=[one.source for one in fundings if one.counts])


def programme_projects(request, slug):
    """A square for each project of a programme that a source counts."""
    programmes = Programme.objects.with_project_counts().select_related("source")
    programme = shown_to(request, programmes, slug=slug)
    squares = squares_of([programme]) if programme.project_count else []
    return of_programme(programme, squares, sources=[programme.source], width=SQUARES)


def of_programme(programme, drawings, *, sources, width=WIDTH):
    """The first of `drawings` of a programme, if there is one."""
    if not drawings:
        raise Http404
    return Offered(
        drawings[0],
        page=programme.get_absolute_url(),
        name=drawings[0].slug,
        sources=list(dict.fromkeys(sources)),
        about=drawings[0].description,
        is_example=programme.is_example,
        width=width,
    )


def contributions(request, slug):
    """The contributions to an agenda, a bar for each year."""
    version = version_of(slug)
    tariffs = list(Tariff.objects.for_contributions(version.agenda))
    found = contributions_in(version, tariffs)
    if not found.total.is_known:
        raise Http404
    return Offered(
        years_of_contributions(found),
        page=reverse("results:contributions_to", args=[slug]),
        name=f"bijdragen-{slug}",
        sources=list(dict.fromkeys(one.source for one in tariffs if one.element)),
        about=f"{version.agenda.title}. {found.sentence}",
        is_example=version.agenda.is_example,
    )


def projects(request):
    """When the projects are, of which a day is known."""
    found = list(Project.objects.public().filter(parent=None).prefetch_related("phases__source"))
    drawn = projects_in_time(found)
    if drawn is None:
        raise Http404
    sources = dict.fromkeys(phase.source for one in found for phase in one.phases.all())
    return Offered(
        drawn, page=f"{reverse('results:projects')}?weergave=tijd", name="projecten-in-de-tijd", sources=list(sources)
    )


@require_safe
def file(request, drawing, kind, **which):
    """A drawing as an svg or png of one size; one that is as it was is not sent again."""
    if kind not in KINDS:
        raise Http404
    offered = drawing(request, **which)
    svg = TakenAlong(offered.chart, offered.below, offered.width).svg
    tag = f'"{sha256(f"{kind}{svg}".encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(svg if kind == "svg" else png(svg), content_type=KINDS[kind])
        answer["Content-Disposition"] = f'attachment; filename="{offered.name}.{kind}"'
    answer["ETag"], answer["Cache-Control"] = tag, f"public, max-age={HOUR}"
    return answer


@require_safe
@xframe_options_exempt
def embedded(request, drawing, **which):
    """A drawing with its values and source, and nothing else: for within a page of another site."""
    offered = drawing(request, **which)
    shown = {"offered": offered, "chart": offered.chart, "site": settings.SITE_URL}
    answer = render(request, "results/embedded.html", shown)
    answer["Content-Security-Policy"] = EMBEDDED
    return answer
