"""Programmes and their projects: what is done, by whom, where, when and with which money."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.models import Element
from partners.geography import Tint, region_map, tinted_map
from partners.ground.documents import FORMS, response
from partners.ground.publishing import AtAddress, shown_to
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, number
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from results import project_list
from results.charts.money_bar import KEY, money_bars
from results.charts.rows import projects_in_time
from results.charts.squares import squares_of
from results.documents.money import money_document
from results.documents.projects import projects_document
from results.forms.projects import ProjectFilter, tabs_of
from results.models import Funder, Funding, Programme, Project, ProjectPartner, ProjectResult, ProjectRole
from results.money.amounts import Amount
from results.money.funding import breakdown, committed, purse_of

PER_PAGE = 50
# More projects than this its page leaves to the list.
ON_PROGRAMME = 100
# What shows the projects in another shape than a list or a table, which have pages.
LAYOUTS = {"kaart": "results/_projects_map.html", "tijd": "results/_projects_time.html"}
INVENTED = "Dit programma en het geld ervoor zijn verzonnen, om in de demo te laten zien hoe het werkt."
FORMS_OF_TABLES = [FORMS[key] for key in ("xlsx", "ods", "csv", "json")]


@require_safe
def programme(request, slug):
    """A programme or a line of action: its lines, its projects as far as they are known, and its money by source."""
    programme = PROGRAMMES.shown_to(request, slug)
    return render(
        request,
        "results/programme.html",
        {
            "programme": programme,
            "answer": answer_drawn(programme.pk),
            "projects": projects_drawn(programme.pk),
            "money": money_drawn(programme.pk),
            "elements": ELEMENTS.ask(programme.pk),
            "no_links": "Dit programma is nog niet aan een onderdeel van de agenda verbonden.",
            "invented": INVENTED,
        },
    )


PROGRAMMES = AtAddress(lambda: Programme.objects.select_related("parent", "source"))
ELEMENTS = PreparedRows(lambda programme: Element.objects.filter(programmes=programme))


@piece
def answer_drawn(pk):
    """The bar of what is known of the money of a programme, and a square for each project that a source counts."""
    programme = Programme.objects.with_project_counts().get(pk=pk)
    bars, squares = bars_of(programme), squares_in(programme)
    return drawn("results/_programme_answer.html", programme=programme, bars=bars, squares=squares, key=KEY)


@piece
def projects_drawn(pk):
    """The projects of a programme and of each of its lines, as far as they are known."""
    programme = Programme.objects.with_project_counts().get(pk=pk)
    lines = list(programme.lines.public().with_project_counts())
    projects = list(Project.objects.public().of(programme).filter(parent=None).as_listed().with_stage()[:ON_PROGRAMME])
    for part in [programme, *lines]:
        part.known = [project for project in projects if project.programme_id == part.pk]
    return drawn(
        "results/_programme_projects.html",
        programme=programme,
        # What the squares would say, where there are none and the money is the answer.
        known_projects=programme.told_projects if not squares_in(programme) and bars_of(programme) else "",
        # Where a programme names no projects itself, these are the nearest that are known.
        beside=[] if projects else Project.objects.public().beside(programme).as_listed().with_stage(),
        has_own=has_own(programme, projects),
        lines_with=[line for line in lines if line.known],
        lines_without=[line for line in lines if not line.known],
        left_out=programme.named - len(projects),
        named=counted(programme.named, "project,projecten"),
    )


@piece
def money_drawn(pk):
    """The money of a programme by source, and of how many projects it is known."""
    programme = Programme.objects.select_related("parent").get(pk=pk)
    fundings = fundings_of(programme)
    money = money_of(programme, fundings)
    return drawn(
        "results/_programme_money.html",
        programme=programme,
        bars=money_bars([(programme, money["money"])]),
        granted=granted(fundings),
        downloads=FORMS_OF_TABLES,
        **money,
    )


def fundings_of(owner):
    return list(Funding.objects.shown_at(owner).select_related("source"))


def bars_of(programme):
    return money_bars([(programme, breakdown(purse_of(programme, fundings_of(programme))))])


def squares_in(programme):
    return squares_of([programme]) if programme.project_count else []


def has_own(programme, projects):
    """Whether there is more to say of its own projects than its squares do."""
    return programme.known or not projects or not programme.project_count or programme.named > len(projects)


@require_safe
def programme_money(request, slug, form):
    """All money of a programme, its lines and its projects as a file; a form that does not exist is a 404."""
    programme = shown_to(request, Programme.objects.all(), slug=slug)
    fundings = Funding.objects.shown_at(programme).select_related("source")
    address = settings.SITE_URL + programme.get_absolute_url()
    return response(money_document(programme, fundings, address=address), form, f"geld-{slug}")


def money_of(owner, fundings):
    """What a page says of the money of a programme or project, from `fundings` of it and its parts.

    That is the Breakdown, and what each source says of the whole, totals apart.
    """
    own = [funding for funding in fundings if owner in (funding.programme, funding.project)]
    by_funder = [funding for funding in own if funding.funder != Funder.TOTAL]
    totals = [funding for funding in own if funding.funder == Funder.TOTAL]
    stated = [("Wat de bronnen noemen", by_funder), ("Het totaal volgens de bronnen", totals)]
    return {
        "money": breakdown(purse_of(owner, fundings)),
        "stated": [(caption, of_sources) for caption, of_sources in stated if of_sources],
    }


def granted(fundings):
    """Of how many of the projects that the state pays for it is known how much, in a sentence; empty without any.

    `fundings` are all of a programme; a part of a project counts with the project.
    """
    counting = [one for one in fundings if one.counts and one.funder == Funder.STATE]
    projects = dict.fromkeys(one.project for one in counting if one.project and not one.project.parent_id)
    if not projects:
        return ""
    amounts = [purse_of(project, fundings).of(Funder.STATE, committed) for project in projects]
    total, count = Amount.sum(amounts), counted(len(projects), "project,projecten")
    known = sum(amount.is_known for amount in amounts) or "geen"
    together = f" Samen is dat {total.text}." if total.is_told else ""
    return f"Van {known} van de {count} met geld van het Rijk is bekend hoeveel dat is.{together}"


@require_safe
@vary_on_headers("HX-Target")
def projects(request):
    """The projects that are known by name, or those that fit the filter: as a list, a table, a map or in time."""
    all_projects = Project.objects.public().filter(parent=None)
    if request.GET.keys().isdisjoint(ProjectFilter.base_fields):
        form, shape, found = None, "", all_projects
    else:
        form = project_list.project_filter(request.GET)
        shape, found = form.shape, form.narrow(all_projects.with_stage())
    page = Paginator(found.values_list("pk", flat=True), PER_PAGE).get_page(request.GET.get("pagina"))
    count = page.paginator.count
    total = all_projects.count() if form and form.is_used else count
    template = "results/_projects.html" if request.htmx.target == "projects" else "results/projects.html"
    return render(
        request,
        template,
        {
            "form": form,
            "filter_unused": project_list.filter_unused,
            "tabs": tabs_of(shape),
            "page": page,
            "label": "Pagina’s",
            "total": total,
            "listed": project_list.listed(page, shape),
            "layout": LAYOUTS.get(shape, "") if total else "",
            "summary": projects_in_words(shape, page, total),
            "chosen_words": "projecten" if count == total else "gekozen projecten",
            "unnamed": project_list.unnamed(),
            "downloads": FORMS_OF_TABLES,
            **(places_of(found) if shape == "kaart" else {}),
            **(in_time(found) if shape == "tijd" else {}),
        },
    )


def in_time(projects):
    """The drawing of when `projects` are, and of how many no day is known. Two queries."""
    projects = list(projects.prefetch_related("phases"))
    drawn = projects_in_time(projects)
    undated = len(projects) - (len(drawn.rows) if drawn else 0)
    told = f"Van {counted(undated, 'project,projecten')} is nog niet bekend wanneer het begint of eindigt."
    return {"in_time": drawn, "undated": told if undated else ""}


def projects_in_words(shape, page, total):
    """How many projects fit the choice, of how many, and which page of them this is."""
    count, of_all = page.paginator.count, counted(total, "project,projecten")
    found = f"{of_all} met naam bekend." if count == total else f"{number(count)} van de {of_all}."
    if shape in ("kaart", "tijd") or not page.has_other_pages():
        return found
    return f"{found} Dit is pagina {page.number} van {page.paginator.num_pages}."


@require_safe
def download(request, form):
    """The projects that fit the filter as a file, with their parts; a form that does not exist is a 404."""
    found = project_list.project_filter(request.GET).narrow(Project.objects.public().with_stage())
    address = settings.SITE_URL + reverse("results:projects")
    projects = found.as_listed().select_related("parent", "source")
    return response(projects_document(projects, address=address), form, "projecten")


def places_of(projects):
    """The map of where `projects` lie, and the same as a list: the municipalities with how many, most names first.

    `unplaced` counts those of which the place is not known. Two queries.
    """
    lying = ProjectPartner.objects.public(along=["partner"]).filter(
        role=ProjectRole.LOCATION, project__in=projects.order_by()
    )
    lying = list(lying.values_list("partner", "project"))
    municipalities = list(Partner.objects.municipalities())
    for municipality in municipalities:
        municipality.project_count = sum(partner == municipality.pk for partner, project in lying)
    here = [municipality for municipality in municipalities if municipality.project_count]
    told = {one.pk: Tint("filled", counted(one.project_count, "project,projecten")) for one in here}
    drawn = tinted_map(municipalities, {one.pk: told.get(one.pk, Tint("")) for one in municipalities})
    return {
        "map": drawn,
        "places": here,
        "placed": len({project for partner, project in lying}),
    }


PROJECTS = AtAddress(lambda: Project.objects.select_related("source", "programme__parent"))


@require_safe
def project(request, slug):
    """One project: who does it, when, where, what it costs and yields, and what in the agenda it serves."""
    project = PROJECTS.shown_to(request, slug)
    place, partners = place_drawn(project.pk)
    return render(
        request,
        "results/project.html",
        {
            "project": project,
            "place": place,
            "told": [told_drawn(project.pk), yield_drawn(project.pk), partners],
            "money": money_of_project_drawn(project.pk),
            "agenda": links_drawn(project.pk),
        },
    )


@piece
def place_drawn(pk):
    """(The map of where a project lies, "" when that is not known; who takes part and where it lies, in words)."""
    project = Project.objects.as_listed().get(pk=pk)
    found = locator(project)
    shown = {"project": project, "map": found}
    place = drawn("results/parts/project_place.html", **shown) if found else ""
    return place, drawn("results/_project_partners.html", roles=roles_in(project), **shown)


@piece
def told_drawn(pk):
    """What a project belongs to and is made of, and its phases."""
    project = Project.objects.with_stage().select_related("programme__parent", "parent").get(pk=pk)
    parts = list(project.parts.public().select_related("source"))
    shown = {"project": project, "parts": parts, "named_parts": named_parts(project, len(parts))}
    phases = list(project.phases.select_related("source"))
    facts = drawn("results/_project_facts.html", belongs_to=belongs_to(project), **shown)
    return facts + drawn("results/_project_phases.html", phases=phases) if phases else facts


@piece
def yield_drawn(pk):
    """What a project aims for and has yielded."""
    results = list(ProjectResult.objects.filter(project=pk).select_related("indicator", "source"))
    return drawn("results/_project_results.html", results=results)


@piece
def money_of_project_drawn(pk):
    """How much of the money of a project is known, and what each source says of it."""
    project = Project.objects.get(pk=pk)
    return drawn("results/parts/breakdown.html", **money_of(project, fundings_of(project)))


@piece
def links_drawn(pk):
    """What in the agenda a project serves."""
    elements = Project.objects.get(pk=pk).elements.all()
    heading, nothing = "Bij welk doel hoort dit?", "Dit project is nog niet aan een onderdeel van de agenda verbonden."
    return drawn("results/_agenda_links.html", elements=elements, heading=heading, nothing=nothing)


def belongs_to(project):
    """(term, what it names) for the programme, the line of action and the project that `project` is a part of."""
    programme = project.programme
    places = [("Programma", programme.whole), ("Onderdeel", programme if programme.parent else None)]
    places += [("Deelproject van", project.parent)]
    return [(term, place) for term, place in places if place]


def roles_in(project):
    """(role, partners) in the order of the roles; that of the leader also when nobody is known to lead."""
    by_role = {} if project.leads else {ProjectRole.LEAD.label: []}
    for taking_part in project.project_partners.all():
        by_role.setdefault(taking_part.get_role_display(), []).append(taking_part.partner)
    return list(by_role.items())


def named_parts(project, count):
    """How many of the parts that the source counts are known by name, in a sentence; empty without such a count."""
    if not project.part_count:
        return ""
    verb = "is er" if count == 1 else "zijn er"
    return f"Van de {project.part_count} deelprojecten {verb} {count} met naam bekend."


def locator(project):
    """The map with the municipalities in which the project lies pointed out, or None when none is known. One query."""
    places = project.places
    return region_map(list(Partner.objects.municipalities()), filled=places) if places else None
