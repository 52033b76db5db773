"""Programmes and their projects: what is done, by whom and with which money."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from results.forms import ProjectFilter
from results.models import Funder, Programme, Project


@require_safe
def programme(request, slug):
    """A programme or a line of action: its lines, its projects as far as they are known, and its money by source."""
    programmes = Programme.objects.with_project_counts().select_related("parent", "source")
    programme = get_object_or_404(programmes, slug=slug)
    lines = list(programme.lines.with_project_counts())
    projects = list(Project.objects.of(programme).filter(parent=None).with_partners())
    for part in [programme, *lines]:
        part.known = [project for project in projects if project.programme_id == part.pk]
    fundings = list(programme.fundings.select_related("source"))
    return render(
        request,
        "results/programme.html",
        {
            "programme": programme,
            # Where a programme names no projects itself, these are the nearest that are known.
            "beside": [] if projects else Project.objects.beside(programme).with_partners(),
            "lines_with": [line for line in lines if line.known],
            "lines_without": [line for line in lines if not line.known],
            "by_funder": [funding for funding in fundings if funding.funder != Funder.TOTAL],
            "totals": [funding for funding in fundings if funding.funder == Funder.TOTAL],
            "elements": programme.elements.all(),
        },
    )


@require_safe
@vary_on_headers("HX-Target")
def projects(request):
    """All projects that are known by name, or those of a programme or a partner."""
    all_projects = list(Project.objects.filter(parent=None).with_partners())
    form = ProjectFilter(request.GET, projects=all_projects)
    found = form.narrow(all_projects)
    template = "results/_projects.html" if request.htmx.target == "projects" else "results/projects.html"
    return render(request, template, {"form": form, "projects": found, "total": len(all_projects)})


@require_safe
def project(request, slug):
    """One project: who does it, what it costs, and what in the agenda it serves."""
    project = get_object_or_404(Project.objects.with_partners().select_related("source", "parent"), slug=slug)
    return render(
        request,
        "results/project.html",
        {
            "project": project,
            "parts": project.parts.all(),
            "fundings": project.fundings.select_related("source"),
            "elements": project.elements.all(),
        },
    )
