"""The archive of a dossier: what is put before the bodies, its papers, and what each of them decided."""

from functools import partial

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.text import capfirst

from consultation.deciding.board import Board
from partners.ground.documents import Bullets, Document, Heading, Paragraph, Run, Terms, paragraphs, reference
from partners.ground.documents.blocks import UNKNOWN
from partners.ground.templatetags.dutch import day
from regiozwolle.archiving.records import Actor, Archive, in_path, paper_of, record_of
from regiozwolle.archiving.texts import text_of
from regiozwolle.pages.dossier import document_of_rows
from regiozwolle.pages.handover.document import told_blocks

DECIDES = "orgaan dat besluit"
LEFT_OUT = [
    "Wat niet op de site staat, zoals notities van het regiobureau en mails aan griffies.",
    "De pakketten per orgaan: ze bevatten deze stukken, met een model voor het voorstel.",
    "De reacties en antwoorden van voor dit dossier. Die zitten in het archief van de consultatie.",
]


def archive_of(dossier):
    """The Archive of a Dossier that is on the site, read `with_board`."""
    address = settings.SITE_URL + dossier.get_absolute_url()
    actors = tuple(Actor(DECIDES, str(track.body), track.body.partner.tooi_uri or "") for track in dossier.tracks.all())
    return Archive(
        title=dossier.title,
        about=dossier.summary,
        address=address,
        name=f"archief-{dossier.slug}",
        records=[
            record_of(
                "dossier-en-besluiten",
                dossier.title,
                partial(document_of, dossier),
                ["pdf"],
                about="Wat wordt gevraagd, en wat elk orgaan besloot, met voorwaarden, moties en toezeggingen.",
                address=address,
                actors=actors,
                category=dossier.category,
            ),
            record_of(
                "besluiten",
                f"Besluiten: {dossier.title}",
                lambda: document_of_rows(dossier, Board(dossier, QueryDict())),
                ["csv", "json", "ods"],
                about="De besluiten als tabel, per orgaan en per onderdeel, met bron. In json en ods ook het geld.",
                address=address,
                actors=actors,
                category=dossier.category,
            ),
            *([text_of(dossier.version)] if dossier.version and dossier.version.is_published() else []),
            *papers_of(dossier),
        ],
        left_out=LEFT_OUT,
        is_example=dossier.is_example,
        actors=actors,
    )


def papers_of(dossier):
    """The record of each version of each paper, in the order of the dossier."""
    for place, paper in enumerate(dossier.papers.with_versions(), 1):
        for version in sorted(paper.versions.all(), key=lambda one: one.number):
            if version.file.is_whole():
                yield paper_of(
                    f"stukken/{place:02d}-{in_path(paper.title)}-versie-{version.number}",
                    version,
                    about=version.reason or "De eerste versie van dit stuk.",
                    address=settings.SITE_URL + version.get_absolute_url(),
                    dated=timezone.localdate(version.put_at),
                    category=paper.category,
                )


def document_of(dossier):
    """All that the page says, to read and keep."""
    return Document(
        title=dossier.title,
        subtitle="Dossier, met wat elk orgaan besloot",
        dated=timezone.localdate(),
        address=settings.SITE_URL + dossier.get_absolute_url(),
        example=dossier.is_example,
        keywords=dossier.category.keywords,
        blocks=[
            Paragraph([Run(f"{dossier.outcome}.", bold=True)]),
            *paragraphs(dossier.summary),
            Heading(1, "Wat wordt gevraagd?"),
            *asked_blocks(dossier),
            Heading(1, "Wat besloot elk orgaan?"),
            *(block for track in dossier.tracks.all() for block in track_blocks(track)),
            Heading(1, "Bron"),
            Paragraph(reference(dossier.source) if dossier.source else UNKNOWN),
        ],
    )


def asked_blocks(dossier):
    """What is asked of each kind of body, on which parts, until when and by which rule."""
    yield Terms(
        [
            *((f"Gevraagd van: {one.get_body_kind_display()}", one.sentence) for one in dossier.asks.all()),
            ("Besluiten kan tot en met", day(dossier.decide_by) or dossier.period_text or UNKNOWN),
            ("Wanneer het geheel is aangenomen", dossier.rule_in_words),
            ("Stand van zaken", dossier.note or UNKNOWN),
        ]
    )
    if components := list(dossier.components.all()):
        yield Paragraph([Run("Onderdelen waarover apart wordt besloten", bold=True)])
        yield Bullets([f"{one.heading}{f': {one.text}' if one.text else ''}" for one in components])
    if dossier.digest_in_words:
        yield Paragraph(dossier.digest_in_words, small=True)


def track_blocks(track):
    """One body: each decision with what stands beside it, its motions and what it was promised."""
    yield Heading(2, capfirst(str(track.body)), anchor=f"orgaan-{track.body_id}")
    if not track.told:
        yield Paragraph(f"Wat dit orgaan besloot, is {UNKNOWN}.")
    for decision, beside in track.told:
        yield from told_blocks(decision, beside)
        if decision.condition:
            yield Paragraph([Run("Voorwaarde: ", bold=True), decision.condition])
    if motions := list(track.motions.all()):
        yield Bullets([f"{capfirst(str(one))}: {one.get_outcome_display()}. {one.text}" for one in motions])
    if promises := list(track.commitments.all()):
        yield Bullets([one.told for one in promises])
