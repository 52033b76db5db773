"""The demo's finished consultation: who said what on the example agenda, what was answered, and what changed by it.

Every point has its answer, but it is not closed off: so that one can try saying that a point was not fully answered,
answering it again, and closing it off. It belongs to the invented agenda and the invented bodies of the demo, so none
of it says anything about a real one.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from consultation.models import Consultation
from partners.models import Body, BodyKind, Partner, PartnerKind, User
from regiozwolle.example.answers import answer_all
from regiozwolle.example.decisions import decide
from regiozwolle.example.letters import letters
from regiozwolle.example.open_consultation import ConsultationTexts
from regiozwolle.example.people import DOMAIN, body
from regiozwolle.example.reading import read

SLUG = "voorbeeldconsultatie-afgerond"
# In days before today; the versions of the example agenda are of 160 and 60 days ago.
OPENED, CLOSED, ANSWERED, AGAIN = 150, 122, 56, 45


@dataclass(frozen=True)
class Organisation:
    """The invented organisation that wrote a letter on paper; `board` is the name of its body."""

    slug: str
    name: str
    board: str


@dataclass(frozen=True)
class FinishedStep:
    """A step of one day, or until `ends`; in days before today."""

    title: str
    starts: int
    ends: int | None = None


@dataclass(frozen=True)
class InventedTheme:
    key: str
    name: str
    heard: str
    done: str


@dataclass(frozen=True)
class Invited:
    """A body, as "voorbeeldstad/raad"; `handles` is when, in days before today; with a `remark` it declined."""

    body: str
    handles: int | None = None
    remark: str = ""


@dataclass(frozen=True)
class FinishedConsultation:
    """The whole of finished_consultation.toml."""

    consultation: ConsultationTexts
    organisation: Organisation
    steps: list[FinishedStep]
    themes: list[InventedTheme]
    invited: list[Invited]


class Ago:
    """Days and moments counted back from one day."""

    def __init__(self, today):
        self.today = today

    def day(self, days):
        return self.today - timedelta(days=days)

    def moment(self, days):
        return timezone.make_aware(datetime.combine(self.day(days), time(10, 30)))


def load(first, second, *, today):
    """Makes the finished consultation on the version `first` once, with the answers that led to `second`.

    What is there already stays as it is.
    """
    if Consultation.objects.filter(slug=SLUG).exists():
        return
    ago = Ago(today)
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith=f"@{DOMAIN}")}
    invented = read("finished_consultation", FinishedConsultation)
    found_organisation(invented.organisation)
    consultation = open_and_closed(first, invented, ago)
    themes = {
        theme.key: consultation.themes.create(position=position, name=theme.name, heard=theme.heard, done=theme.done)
        for position, theme in enumerate(invented.themes, start=1)
    }
    points = letters(consultation, people, themes, ago)
    answer_all(consultation, second, points, people, ago, answered=ANSWERED, again=AGAIN)
    decide(first, second, ago)


def found_organisation(organisation):
    """Makes the organisation with its board, unless it is there."""
    partner, _ = Partner.objects.get_or_create(
        slug=organisation.slug,
        defaults={
            "name": organisation.name,
            "kind": PartnerKind.PROJECT,
            "is_example": True,
            "public_from": timezone.now(),
        },
    )
    Body.objects.get_or_create(partner=partner, kind=BodyKind.BOARD, defaults={"name": organisation.board})


def open_and_closed(first, invented, ago):
    """The consultation itself, with its questions, steps and invitations."""
    consultation = Consultation.objects.create(
        slug=SLUG,
        version=first,
        opens_at=timezone.make_aware(datetime.combine(ago.day(OPENED), time.min)),
        closes_at=timezone.make_aware(datetime.combine(ago.day(CLOSED - 1), time.min)),
        answered_by=ago.day(ANSWERED - 6),
        is_example=True,
        public_from=timezone.now(),
        **invented.consultation.fields,
    )
    invented.consultation.ask(consultation)
    for position, step in enumerate(invented.steps, start=1):
        consultation.steps.create(
            position=position,
            title=step.title,
            starts_on=ago.day(step.starts),
            ends_on=step.ends and ago.day(step.ends),
        )
    for one in invented.invited:
        consultation.invitations.create(
            body=body(one.body),
            invited_on=ago.day(OPENED),
            handles_on=one.handles and ago.day(one.handles),
            declined_on=ago.day(140) if one.remark else None,
            remark=one.remark,
        )
    return consultation
