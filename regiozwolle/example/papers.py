"""The paper that the demo puts before its invented bodies, in two versions, so that one sees what a change is.

In between some of them get their package, so that the second version goes to who had the first.
"""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.utils import timezone

from consultation.deciding.models import Dossier, Package, Paper, Track
from consultation.deciding.packages import acts
from consultation.deciding.papers.acts import put_version
from partners.ground.documents import Document, Paragraph, pdf
from partners.ground.files.uploads import PDF
from partners.models import Capacity, Mandate
from regiozwolle.example.people import body
from regiozwolle.example.reading import read
from regiozwolle.packages.freezing import freeze

SLUG = "voorbeelddossier"
# The bodies that get a package of the first version.
CONFIRMED, HANDED_OVER, READY = "voorbeeldstad/raad", "proefdorp/raad", "voorbeeldland/staten"


@dataclass(frozen=True)
class InventedPaper:
    """The whole of papers.toml: what each version says, a paragraph each, and what is different in the second."""

    title: str
    reason: str
    first: list[str]
    second: list[str]


def load():
    """Puts both versions on the example dossier, once."""
    dossier = Dossier.objects.get(slug=SLUG)
    if dossier.papers.exists():
        return
    invented = read("papers", InventedPaper)
    paper = Paper.objects.create(dossier=dossier, title=invented.title)
    for lines, reason in [(invented.first, ""), (invented.second, invented.reason)]:
        if reason:
            deliver_first(dossier)
        document = Document(title=invented.title, blocks=[Paragraph(line) for line in lines], example=True)
        upload = ContentFile(pdf(document), name="oplegnotitie.pdf")
        upload.content_type = PDF
        put_version(paper=paper, upload=upload, reason=reason)


def deliver_first(dossier):
    """Gives some bodies their package: one confirms it, one has it on paper, and one only lies ready."""
    tracks = {slug: Track.objects.get(dossier=dossier, body=body(slug)) for slug in (CONFIRMED, HANDED_OVER, READY)}
    for track in tracks.values():
        freeze(Package.objects.create(track=track, number=1))
    package = Package.objects.get(track=tracks[CONFIRMED])
    griffier = Mandate.objects.held().filter(body=tracks[CONFIRMED].body, capacity=Capacity.CLERK).first()
    if griffier:
        delivery = acts.receive(package=package, user=griffier.user)
        acts.take(delivery=delivery)
        acts.confirm(delivery=delivery)
    note = "de griffier van het voorbeeld, op papier"
    acts.hand_over(track=tracks[HANDED_OVER], note=note, at=timezone.now())
