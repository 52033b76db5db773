"""The demo's consultation that is always open, so that one can try reacting."""

from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta

from django.db.models import F
from django.utils import timezone

from agenda.models import Wording
from consultation import actions
from consultation.models import Consultation, Letter, PointKind, SenderKind, Sharing, Submission
from consultation.senders import senders
from partners.models import Body, User
from regiozwolle.example.people import address
from regiozwolle.example.reading import read

SLUG = "voorbeeldconsultatie"
PERIOD = timedelta(days=22)
DAYS_LEFT = timedelta(days=8)
ANSWERED_AFTER = timedelta(days=35)
OVER_AFTER = timedelta(days=200)


@dataclass(frozen=True)
class ConsultationTexts:
    """What the page of a consultation says of it, and the questions it asks."""

    title: str
    summary: str
    asked_by: str
    asked_of: str
    decided_by: str
    effect: str
    note: str
    questions: list[str]

    @property
    def fields(self):
        """All but the questions, by the names of the fields of a Consultation."""
        return {name: text for name, text in asdict(self).items() if name != "questions"}

    def ask(self, consultation):
        """Gives `consultation` the questions."""
        for position, text in enumerate(self.questions, start=1):
            consultation.questions.create(position=position, text=text)


@dataclass(frozen=True)
class OpenStep:
    """A step from day `starts` to day `ends`, counted from the last day on which one can react; or until `ends_text`.

    What takes one day moves to a weekday; the consultation itself keeps its days, for it opens and closes with them.
    """

    title: str
    starts: int
    ends: int | None = None
    ends_text: str = ""
    description: str = ""


@dataclass(frozen=True)
class InventedReaction:
    """A point that `author`, a key in people.toml, writes in this name on the element of `code`."""

    author: str
    sender_kind: SenderKind
    code: str
    kind: PointKind
    text: str
    proposal: str = ""


@dataclass(frozen=True)
class OpenConsultation:
    """The whole of open_consultation.toml. Of the reactions those for the party group are sent, as one letter."""

    consultation: ConsultationTexts
    steps: list[OpenStep]
    reactions: list[InventedReaction]


def load(version, *, today):
    """Opens the consultation on `version`, with reactions; once it has closed, moves it so that it is open again."""
    consultation = Consultation.objects.filter(slug=SLUG, is_example=True).first()
    if consultation is None:
        invented = read("open_consultation", OpenConsultation)
        react(open_now(version, invented, today=today), invented.reactions)
    elif consultation.closes_at <= timezone.now():
        move(consultation, by=whole_weeks(today + DAYS_LEFT - consultation.last_day))


def whole_weeks(span):
    """`span` rounded up to weeks, so that what moves by it keeps its day of the week."""
    return timedelta(weeks=-(-span.days // 7))


def on_a_weekday(day):
    """`day`, or the Monday after it: nobody meets at the weekend."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day


def first_moment(day):
    """Midnight, in Dutch time, at which `day` begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def open_now(version, invented, *, today):
    """A consultation on the agenda as it stands, that is open for DAYS_LEFT more days."""
    last_day = today + DAYS_LEFT
    consultation = Consultation.objects.create(
        slug=SLUG,
        version=version,
        opens_at=first_moment(last_day - PERIOD),
        closes_at=first_moment(last_day + timedelta(days=1)),
        answered_by=last_day + ANSWERED_AFTER,
        is_example=True,
        public_from=timezone.now(),
        **invented.consultation.fields,
    )
    invented.consultation.ask(consultation)
    for position, step in enumerate(invented.steps, start=1):
        begins = last_day + timedelta(days=step.starts)
        consultation.steps.create(
            position=position,
            title=step.title,
            starts_on=begins if step.ends == 0 else on_a_weekday(begins),
            ends_on=None if step.ends is None else last_day + timedelta(days=step.ends),
            ends_text=step.ends_text,
            over_after=last_day + OVER_AFTER if step.ends_text else None,
            description=step.description,
        )
    invite(consultation, last_day)
    return consultation


def invite(consultation, last_day):
    """Invites the assemblies: one has chosen a day, one declines, and the others have not said yet."""
    for place, body in enumerate(Body.objects.assemblies(is_example=True).order_by("pk")):
        consultation.invitations.create(
            body=body,
            invited_on=last_day - PERIOD,
            handles_on=on_a_weekday(last_day - timedelta(days=3)) if place == 1 else None,
            declined_on=last_day - timedelta(days=15) if place == 2 else None,
        )


def react(consultation, reactions):
    """One letter of a party group, written by two and sent, and one of a council member that is not finished."""
    for reaction in reactions:
        author = User.objects.get(email=address(reaction.author))
        by_sender_kind = {sender.sender_kind: sender for sender in senders(author)}
        wording = Wording.objects.filter(version=consultation.version, element__code=reaction.code).first()
        if wording and reaction.sender_kind in by_sender_kind:
            actions.save_point(
                author=author,
                consultation=consultation,
                sender=by_sender_kind[reaction.sender_kind],
                wording=wording,
                content={"kind": reaction.kind, "text": reaction.text, "proposal": reaction.proposal},
                opened_at=timezone.now(),
            )
    for letter in consultation.letters.filter(sender_kind=SenderKind.PARTY_GROUP):
        actions.send(letter=letter, by=letter.author, sharing=Sharing.PUBLIC)


def move(consultation, *, by):
    """Shifts the consultation with its steps and reactions by whole days, so that they keep their distances.

    What somebody did shortly before it closed would fall in the future; that becomes now.
    """
    consultation.opens_at = later(consultation.opens_at, by)
    consultation.closes_at = later(consultation.closes_at, by)
    if consultation.answered_by:
        consultation.answered_by += by
    consultation.save()
    consultation.steps.update(starts_on=F("starts_on") + by, ends_on=F("ends_on") + by, over_after=F("over_after") + by)
    consultation.invitations.update(
        invited_on=F("invited_on") + by, handles_on=F("handles_on") + by, declined_on=F("declined_on") + by
    )
    letters = Letter.objects.filter(consultation=consultation)
    now = timezone.now()
    for rows, names in [
        (Submission.objects.filter(letter__in=letters), ["sent_at"]),
        (letters, ["created_at", "sent_at", "confirmed_at", "withdrawn_at"]),
    ]:
        for name in names:
            rows.update(**{name: F(name) + by})
            rows.filter(**{f"{name}__gt": now}).update(**{name: now})


def later(moment, by):
    """The same time on the clock, `by` later, also when summer time begins or ends between them."""
    return timezone.make_aware(timezone.make_naive(moment) + by)
