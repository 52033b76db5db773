"""The paper that the demo puts before its invented bodies, in two versions, so that one sees what a change is."""

from dataclasses import dataclass

from django.core.files.base import ContentFile

from consultation.deciding.models import Dossier, Paper
from consultation.deciding.papers.acts import put_version
from partners.ground.documents import Document, Paragraph, pdf
from partners.ground.files.uploads import PDF
from regiozwolle.example.reading import read

SLUG = "voorbeelddossier"


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
        document = Document(title=invented.title, blocks=[Paragraph(line) for line in lines], example=True)
        upload = ContentFile(pdf(document), name="oplegnotitie.pdf")
        upload.content_type = PDF
        put_version(paper=paper, upload=upload, reason=reason)
