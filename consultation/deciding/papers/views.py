"""The pages of a paper: its versions, what differs between two, and the file itself."""

import logging
from http import HTTPStatus

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier, Paper
from partners.ground import files
from partners.ground.publishing import AtAddress
from partners.ground.state.prepared_rows import PreparedRows

logger = logging.getLogger(__name__)

DOSSIERS = AtAddress(lambda: Dossier.objects.all())
PAPERS = PreparedRows(lambda pk, dossier: Paper.objects.with_versions().filter(pk=pk, dossier=dossier))


@require_safe
def paper(request, slug, pk, number=None):
    """One version of a paper, the newest without `number`: the file, and what is different in it."""
    dossier, found, version = version_of(request, slug, pk, number)
    page = {
        "dossier": dossier,
        "paper": found,
        "version": version,
        "title": str(version if number else found),
        "is_newest": version == found.newest,
    }
    return render(request, "deciding/paper.html", page)


@require_safe
def paper_file(request, slug, pk, number):
    """The file of a version, to take along."""
    _, found, version = version_of(request, slug, pk, number)
    if not version.file.is_whole():
        logger.error("The file of %s is not there: %s", version, version.file)
        return render(request, "deciding/paper_gone.html", {"paper": found}, status=HTTPStatus.GONE)
    return files.attached(request, version.file, version.file_name)


def version_of(request, slug, pk, number):
    """(Its Dossier, the Paper, the PaperVersion with that number), as far as the visitor may read them."""
    dossier = DOSSIERS.shown_to(request, slug)
    found = PAPERS.first(int(pk), dossier.pk)
    if found is None:
        raise Http404
    found.dossier = dossier
    versions = {version.number: version for version in found.versions.all()}
    version = versions.get(int(number)) if number else found.newest
    if version is None:
        raise Http404
    return dossier, found, version
