"""The archive of a consultation and of a dossier, to download. It is large, so the worker makes it."""

from functools import partial
from hashlib import sha256

from django.db import connection
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier
from consultation.models import Consultation
from consultation.nota.points import last_published_at
from partners.ground import state
from partners.ground.documents import named
from partners.ground.documents.making import FileToMake, ToDescribe
from regiozwolle.archiving import of_consultation, of_dossier, packing
from regiozwolle.keeping.reading import next_moment

ZIP = "application/zip"


@require_safe
def consultation_archive(request, slug):
    """All of a consultation that everyone may read."""
    found = Consultation.objects.public().with_page().annotate(dated=last_published_at())
    return zipped(of_consultation.archive_of(get_object_or_404(found, slug=slug)))


@require_safe
def dossier_archive(request, slug):
    """All of a dossier that everyone may read."""
    return zipped(of_dossier.archive_of(get_object_or_404(Dossier.objects.public().with_board(), slug=slug)))


def zipped(archive):
    """The Archive as a zip. It holds too much to compare, so it is made again when anything on the site changed."""
    with connection.cursor() as cursor:
        until = next_moment(cursor)
    digest = sha256(f"{archive.name} {state.read()} {until}".encode()).hexdigest()
    work = ToDescribe(partial(packing.written, archive), digest, is_large=True, chapters=archive.file_count)
    return FileToMake(work, ZIP, named(archive.name, "zip", is_example=archive.is_example))
