"""Programmes and their projects: what is done, by whom, where, when and with which money."""

from dataclasses import replace

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import LINES, Element
from partners.geography import region_map
from partners.ground.documents import FORMS, response
from partners.ground.templatetags.dutch import counted
from partners.models import Partner
from results.documents.money import money_document
from results.documents.projects import projects_document
from results.forms.projects import ProjectFilter
from results.models import Funder, Funding, Programme, Project, ProjectPartner, ProjectRole
from results.money.funding import breakdown

PER_PAGE = 50
# More projects than this its page leaves to the list.
ON_PROGRAMME = 100
FORMS_OF_TABLES = [FORMS[key] for key in ("xlsx", "ods", "csv", "json")]


@require_safe
def programme(request, slug):
    """A programme or a line of action: its lines, its projects as far as they are known, and its money by source."""
    programmes = Programme.objects.with_project_counts().select_related("parent", "source")
    programme = get_object_or_404(programmes, slug=slug)
    lines = list(programme.lines.with_project_counts())
    projects = list(Project.objects.of(programme).filter(parent=None).as_listed().with_stage()[:ON_PROGRAMME])
    for part in [programme, *lines]:
        part.known = [project for project in projects if project.programme_id == part.pk]
    fundings = list(programme.fundings.select_related("source"))
    return render(
        request,
        "results/programme.html",
        {
            "programme": programme,
            # Where a programme names no projects itself, these are the nearest that are known.
            "beside": [] if projects else Project.objects.beside(programme).as_listed().with_stage(),
            "lines_with": [line for line in lines if line.known],
            "lines_without": [line for line in lines if not line.known],
            **money_of(fundings),
            "left_out": programme.named - len(projects),
            "granted": granted(programme),
            "elements": programme.elements.all(),
            "downloads": FORMS_OF_TABLES,
        },
    )


@require_safe
def programme_money(request, slug, form):
    """All money of a programme, its lines and its projects as a file; a form that does not exist is a 404."""
    programme = get_object_or_404(Programme, slug=slug)
    fundings = Funding.objects.of(programme).select_related("programme", "project", "source")
    address = settings.SITE_URL + programme.get_absolute_url()
    return response(money_document(programme, fundings, address=address), form, f"geld-{slug}")


def money_of(fundings):
    """What a page says of money: the Breakdown of `fundings`, and what each source says, totals apart."""
    return {
        "money": breakdown(fundings),
        "by_funder": [funding for funding in fundings if funding.funder != Funder.TOTAL],
        "totals": [funding for funding in fundings if funding.funder == Funder.TOTAL],
    }


def granted(programme):
    """Of how many of its projects it is known that the state pays for them, and of how many how much; None of none."""
    amounts = Funding.objects.of(programme).counting().filter(project__parent=None, funder=Funder.STATE, year=None)
    amounts = list(amounts.filter(project__isnull=False).values_list("committed", flat=True))
    return {"count": len(amounts), "known": sum(amount is not None for amount in amounts)} if amounts else None


@require_safe
@vary_on_headers("HX-Target")
def projects(request):
    """The projects that are known by name, or those that fit the filter: as a list, a table or a map."""
    all_projects = Project.objects.filter(parent=None)
    programmes = list(Programme.objects.real().with_project_counts().select_related("parent"))
    form = project_filter(request, programmes)
    found = form.narrow(all_projects.with_stage())
    page = Paginator(found.as_listed(), PER_PAGE).get_page(request.GET.get("pagina"))
    template = "results/_projects.html" if request.htmx.target == "projects" else "results/projects.html"
    return render(
        request,
        template,
        {
            "form": form,
            "shape": form.shape,
            "page": page,
            "total": all_projects.count(),
            "unnamed": [one for one in programmes if one.unnamed and not one.parent_id],
            "downloads": FORMS_OF_TABLES,
            **(places_of(found) if form.shape == "kaart" else {}),
        },
    )


@require_safe
def download(request, form):
    """The projects that fit the filter as a file, with their parts; a form that does not exist is a 404."""
    programmes = Programme.objects.real().with_project_counts().select_related("parent")
    found = project_filter(request, programmes).narrow(Project.objects.with_stage())
    address = settings.SITE_URL + reverse("results:projects")
    projects = found.as_listed().select_related("parent", "source")
    return response(projects_document(projects, address=address), form, "projecten")


def project_filter(request, programmes):
    """The ProjectFilter with what there is to choose from; `programmes` are read with_project_counts."""
    return ProjectFilter(
        request.GET,
        programmes=[programme for programme in programmes if programme.named],
        lines=Element.objects.filter(kind__in=LINES, agenda__is_example=False),
        # As a list of keys: joining them would sort every part of every project.
        partners=Partner.objects.filter(pk__in=ProjectPartner.objects.values("partner")),
    )


def places_of(projects):
    """The map of where `projects` lie, and the same as a list: the municipalities with how many, most names first.

    `unplaced` counts those of which the place is not known. Two queries.
    """
    lying = ProjectPartner.objects.filter(role=ProjectRole.LOCATION, project__in=projects.order_by())
    lying = list(lying.values_list("partner", "project"))
    municipalities = list(Partner.objects.municipalities())
    for municipality in municipalities:
        municipality.project_count = sum(partner == municipality.pk for partner, project in lying)
    here = [municipality for municipality in municipalities if municipality.project_count]
    drawn = region_map(municipalities, beside=here)
    counts = {municipality.get_absolute_url(): municipality.project_count for municipality in here}
    return {
        "map": replace(drawn, places=[told(place, counts.get(place.url)) for place in drawn.places]),
        "places": here,
        "placed": len({project for partner, project in lying}),
    }


def told(place, count):
    """The Place with its number of projects in its name, if it has any."""
    return replace(place, name=f"{place.name}: {counted(count, 'project,projecten')}") if count else place


@require_safe
def project(request, slug):
    """One project: who does it, when, where, what it costs and yields, and what in the agenda it serves."""
    projects = Project.objects.as_listed().with_stage().select_related("source", "parent")
    project = get_object_or_404(projects, slug=slug)
    return render(
        request,
        "results/project.html",
        {
            "project": project,
            "parts": list(project.parts.select_related("source")),
            "phases": list(project.phases.select_related("source")),
            "results": list(project.results.select_related("indicator", "source")),
            **money_of(list(project.fundings.select_related("source"))),
            "elements": project.elements.all(),
            "map": locator(project),
        },
    )


def locator(project):
    """The map with the municipalities in which the project lies pointed out, or None when none is known. One query."""
    places = project.places
    return region_map(list(Partner.objects.municipalities()), beside=places) if places else None
