"""What is not known: by what one sees whether a goal succeeds, figures without a value, and nameless projects."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind, Version
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import cited, day, unbroken
from partners.ground.templatetags.parts import drawn
from results.goals import agreed_in_words, measures_of
from results.models import Indicator, Programme
from results.templatetags.results import linked

PER_PAGE = 50


@require_safe
def gaps(request):
    """Per goal whether a measure of what comes out was agreed; then what too little is known of.

    Each gap says whom to ask and since when it is there, where that is known.
    """
    page = Paginator(UNMEASURED.ask(), PER_PAGE).get_page(request.GET.get("pagina"))
    summary, goals = goals_drawn()
    shown = {"summary": summary, "goals": goals, "page": page, "figures": figures_drawn(tuple(page))}
    return render(request, "results/gaps.html", {**shown, "projects": projects_drawn()})


def unmeasured():
    return Indicator.objects.public().real().without_value().order_by("headline_position", "name", "pk")


UNMEASURED = PreparedRows(lambda: unmeasured().values_list("pk", flat=True))


@piece
def goals_drawn():
    """(Of how many goals a measure was agreed, in a sentence; what was agreed and measured of each)."""
    version = Version.objects.current()
    goals = Element.objects.in_version(version).filter(kind=ElementKind.GOAL)
    measures = measures_of(goals.select_related("agenda"))
    shown = {
        "measures": measures,
        "is_agreed": any(one.agreed for one in measures),
        "since": f"Deze opgaven staan in de agenda van {day(version.dated_on)}." if version else "",
    }
    return agreed_in_words(measures), drawn("results/_gaps_of_goals.html", **shown)


@piece
def figures_drawn(keys):
    """The figures with these `keys`, that nobody measured, with what is known of each."""
    found = Indicator.objects.filter(pk__in=keys).select_related("owner__partner")
    found = found.order_by("headline_position", "name", "pk").with_values() if keys else []
    return drawn("results/parts/gaps_of_figures.html", gaps=[(one, lines_below(one)) for one in found])


@piece
def projects_drawn():
    """The programmes of which not all projects are known by name; "" without any."""
    programmes = Programme.objects.public().real().whole().with_project_counts().select_related("source")
    unnamed = [programme for programme in programmes if programme.unnamed]
    return drawn("results/_gaps_of_projects.html", unnamed=unnamed) if unnamed else ""


def lines_below(indicator):
    """What is known of a figure that nobody measured, as safe HTML: where its goal stands, whom to ask, and by when."""
    aim, owner, due = indicator.aim, indicator.owner, indicator.next_expected_on
    lines = [format_html("Het doel staat in: {}.", cited(aim.source)) if aim else unbroken(indicator.warning)]
    lines += [format_html("Te vragen aan: {}{}.", owner.opening, linked(owner.partner))] if owner else []
    lines += [f"De waarde is verwacht op {day(due)}."] if due else []
    return list(filter(None, lines))
