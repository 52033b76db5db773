"""The list of projects in parts as safe HTML, each kept apart: the filter, and the projects of one page."""

from django.urls import reverse

from agenda.models import LINES, Element
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from results.forms.projects import ProjectFilter
from results.models import Programme, Project, ProjectPartner

TEMPLATES = {"": "results/parts/projects_by_programme.html", "tabel": "results/_projects_table.html"}


@piece
def filter_unused():
    """The filter as long as nothing is chosen."""
    form = project_filter({})
    return drawn("results/parts/project_filter.html", form=form, filtered_at=reverse("results:projects"))


def project_filter(given):
    """The ProjectFilter of what is `given` in the address, with what there is to choose from."""
    return ProjectFilter(
        given,
        programmes=programmes().with_known_projects(),
        lines=Element.objects.filter(kind__in=LINES, agenda__is_example=False),
        # As a list of keys: joining them would sort every part of every project.
        partners=Partner.objects.public().filter(
            pk__in=ProjectPartner.objects.public(along=["project"]).values("partner")
        ),
    )


def programmes():
    return Programme.objects.public().real().select_related("parent")


def listed(page, shape):
    """The projects of a page of keys as a list or a table; "" without any, and in another `shape`."""
    template = TEMPLATES.get(shape)
    return drawn_as(template, tuple(page)) if template and page else ""


@piece
def drawn_as(template, keys):
    """The projects with these `keys` as the template shows them. Two queries."""
    projects = Project.objects.filter(pk__in=keys).as_listed().with_stage()
    return drawn(template, projects=projects)


@piece
def unnamed():
    """The programmes of which not all projects are known by name; "" without any."""
    found = [one for one in programmes().whole().filter(project_count__gt=0).with_project_counts() if one.unnamed]
    return drawn("results/_unnamed_projects.html", unnamed=found) if found else ""
