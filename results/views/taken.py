"""The drawings of results to take along: what each is, of which page, and from which sources."""

from django.http import Http404
from django.urls import reverse

from partners.drawn import map_alone, tiles_alone
from partners.ground.drawings.alone import WIDTH
from partners.ground.drawings.offered import Offered
from partners.ground.drawings.shapes import Drawn
from partners.ground.publishing import AtAddress, shown_to
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import day, listed
from results.charts.chart import chart_of
from results.charts.money_bar import money_bars
from results.charts.rows import projects_in_time, years_of_contributions
from results.charts.squares import WIDTH as SQUARES
from results.charts.squares import squares_of
from results.inhabitants import growths, sources_of
from results.models import Funding, Programme, Project
from results.money.funding import breakdown, purse_of
from results.targets import moved_targets
from results.views.figures import figure_at
from results.views.inhabitants import MUNICIPALITIES, tiles_of
from results.views.money import TARIFFS, contributions_in, version_of
from results.views.projects import locator


def figure(request, slug):
    """The drawing of a figure."""
    indicator = figure_at(request, slug)
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
        part="results/parts/embedded_figure.html",
    )


def programme_money(request, slug):
    """The bar of what is known of the money of a programme."""
    programme = PROGRAMMES.shown_to(request, slug)
    fundings = FUNDINGS.ask(programme.pk)
    bars = money_bars([(programme, breakdown(purse_of(programme, fundings)))])
    return of_programme(programme, bars, sources=[one.source for one in fundings if one.counts])


def programme_projects(request, slug):
    """A square for each project of a programme that a source counts."""
    programme = COUNTED.shown_to(request, slug)
    squares = squares_of([programme]) if programme.project_count else []
    return of_programme(programme, squares, sources=[programme.source], width=SQUARES)


PROGRAMMES = AtAddress(lambda: Programme.objects.all())
FUNDINGS = PreparedRows(lambda key: Funding.objects.shown_at(Programme(pk=key)).select_related("source"))
COUNTED = AtAddress(lambda: Programme.objects.with_project_counts().select_related("source"))


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
    tariffs = TARIFFS.ask(version.agenda_id)
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


def growth_of_all(request):
    """By how many inhabitants each municipality grew, as hexagons."""
    found, first, last = growths(MUNICIPALITIES.ask())
    tiles = tiles_of(found)
    if tiles is None:
        raise Http404
    told = f"Groei tussen {day(first)} en {day(last)}. Hoe voller, hoe meer groei."
    sources = dict.fromkeys([*sources_of(found, first), *sources_of(found, last)])
    return Offered(
        Drawn("Groei per gemeente", told, tiles_alone(tiles)),
        page=reverse("results:inhabitants"),
        name="groei-per-gemeente",
        sources=list(sources),
        about=f"{told} Elke zeshoek is één gemeente.",
        width=int(tiles.width),
        part="results/parts/embedded_growth.html",
        shown={"tiles": tiles, "told": told},
    )


def project_place(request, slug):
    """The map with the municipalities in which a project lies."""
    found = Project.objects.select_related("source").prefetch_related("project_partners__partner")
    project = shown_to(request, found, slug=slug)
    drawn = locator(project)
    if drawn is None:
        raise Http404
    told = f"Hier ligt het project: {listed([one.name for one in project.places])}."
    return Offered(
        Drawn(project.name, told, map_alone(drawn)),
        page=project.get_absolute_url(),
        name=f"kaart-{slug}",
        sources=[project.source],
        about=f"{told} Grenzen: CBS en Kadaster 2024, vereenvoudigd.",
        part="results/_project_map.html",
        shown={"map": drawn},
    )
