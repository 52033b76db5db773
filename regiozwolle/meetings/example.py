"""The meetings that the demo invents: one to come, and one at tables that has been."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from agenda.models import Element, ElementKind
from consultation.deciding.models import Dossier
from consultation.models import Point, TableSession
from partners.ground.documents import Document, Paragraph, pdf
from partners.ground.files.uploads import PDF
from partners.models import Partner, PartnerKind, Source
from regiozwolle.example.open_consultation import on_a_weekday
from regiozwolle.example.reading import read
from regiozwolle.meetings.documents import put_document
from regiozwolle.meetings.models import Meeting, MeetingKind, OutcomeKind, RegistrationState


@dataclass(frozen=True)
class InventedItem:
    """A subject of the agenda, `about` the example's first goal or its dossier."""

    title: str
    text: str = ""
    about: str = ""


@dataclass(frozen=True)
class InventedOutcome:
    """What came of it, also `about` a point of its tables."""

    kind: OutcomeKind
    text: str
    about: str = ""


@dataclass(frozen=True)
class InventedGathering:
    """A meeting so many `days` from today, with a paper of these `lines`."""

    slug: str
    title: str
    kind: MeetingKind
    days: int
    starts_at: str
    ends_at: str
    place: str
    for_whom: str
    summary: str
    seats: int = 0
    paper: str = ""
    lines: list[str] = field(default_factory=list)
    agenda: list[InventedItem] = field(default_factory=list)
    outcome: list[InventedOutcome] = field(default_factory=list)


@dataclass(frozen=True)
class InventedGatherings:
    """The whole of meetings.toml."""

    coming: InventedGathering
    held: InventedGathering


def load(*, today):
    """Makes both once; the one to come is moved once its day has been."""
    invented = read("meetings", InventedGatherings)
    for each in (invented.coming, invented.held):
        if not Meeting.objects.filter(slug=each.slug).exists():
            make(each, today=today)
    passed = Meeting.objects.filter(slug=invented.coming.slug, is_example=True, held_on__lt=today)
    again = today + timedelta(days=invented.coming.days)
    until = timezone.now() + timedelta(days=invented.coming.days - 1)
    passed.update(held_on=on_a_weekday(again), register_until=until, updated_at=timezone.now())


def make(invented, *, today):
    session = TableSession.objects.filter(consultation__is_example=True).first()
    meeting = Meeting.objects.create(
        slug=invented.slug,
        title=invented.title,
        kind=invented.kind,
        held_on=on_a_weekday(today + timedelta(days=invented.days)),
        starts_at=time.fromisoformat(invented.starts_at),
        ends_at=time.fromisoformat(invented.ends_at),
        place=invented.place,
        for_whom=invented.for_whom,
        summary=invented.summary,
        table_session=session if invented.kind == MeetingKind.TABLES else None,
        register_until=timezone.now() + timedelta(days=invented.days - 1) if invented.seats else None,
        seats=invented.seats or None,
        source=Source.objects.get(slug="voorbeeld"),
        is_example=True,
        public_from=timezone.now(),
    )
    things = {
        "element": Element.objects.filter(agenda__is_example=True, kind=ElementKind.GOAL).first(),
        "dossier": Dossier.objects.filter(is_example=True).first(),
        "point": Point.objects.public().filter(letter__table__session=session).first(),
    }
    for place, item in enumerate(invented.agenda, 1):
        meeting.agenda_items.create(position=place, title=item.title, text=item.text, **about(item, things))
    for place, line in enumerate(invented.outcome, 1):
        meeting.outcome_lines.create(position=place, kind=line.kind, text=line.text, **about(line, things))
    if invented.seats:
        for partner in Partner.objects.public().filter(is_example=True, kind=PartnerKind.MUNICIPALITY)[:2]:
            meeting.registrations.create(partner=partner, people=2, state=RegistrationState.PLACED)
    if invented.paper:
        document = Document(title=invented.paper, blocks=[Paragraph(line) for line in invented.lines], example=True)
        upload = ContentFile(pdf(document), name="presentatie.pdf")
        upload.content_type = PDF
        put_document(meeting=meeting, title=invented.paper, upload=upload)


def about(part, things):
    return {part.about: things[part.about]} if part.about else {}
