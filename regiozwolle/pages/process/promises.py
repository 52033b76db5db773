"""What each consultation promised, beside what came of it. All of it is known already, and nothing of it is stored."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.text import Truncator

from consultation.deciding.models import Decision
from consultation.models import Answer, Consultation, Phase, Point
from partners.ground.models import Change
from partners.ground.state.pieces import piece
from partners.ground.templatetags.dutch import counted, day, listed

NOT_HERE = "Deze consultatie liep niet via deze site. Wat er toen is gebeurd, is hier niet bekend."
NONE_TO_READ = "Er is geen punt dat iedereen mag lezen."
NOT_EACH = "Niet elk punt heeft een antwoord."
NOTHING_SAID = "Er is niet gezegd wie besluit, en wanneer."
# So much of what is said of who decides.
MOST_SAID = 300
# Of the steps that were moved no more are named.
MOST_NAMED = 5


class PromiseOutcome(models.TextChoices):
    """What came of a promise. Its word says it, and no colour alone."""

    KEPT = "nagekomen", "nagekomen"
    BROKEN = "niet-nagekomen", "niet nagekomen"
    OPEN = "loopt-nog", "loopt nog"
    NONE = "niets-beloofd", "niets beloofd"
    UNKNOWN = "niet-bekend", "niet bekend"


class PromiseKind(models.TextChoices):
    """What is promised; the order is that of the page."""

    TERM = "termijn", "Hoe lang reageren kan"
    ANSWER = "antwoord", "Wanneer er antwoord is"
    BEFORE = "voor-het-besluit", "Antwoord voordat er wordt besloten"
    STEPS = "stappen", "De stappen op hun dag"


@dataclass(frozen=True)
class Promise:
    """What was promised, what happened, and what came of it."""

    kind: PromiseKind
    said: str
    happened: str
    outcome: PromiseOutcome


@dataclass(frozen=True)
class Process:
    """A consultation with its Promises."""

    consultation: Consultation
    promises: list[Promise]

    @property
    def sentence(self):
        """'2 van 3 beloften nagekomen, 1 loopt nog.'; of what is not known yet nothing is counted."""
        count = {outcome: sum(one.outcome == outcome for one in self.promises) for outcome in PromiseOutcome}
        settled = count[PromiseOutcome.KEPT] + count[PromiseOutcome.BROKEN]
        kept = f"{count[PromiseOutcome.KEPT]} van {counted(settled, 'belofte,beloften')} nagekomen" if settled else ""
        still = count[PromiseOutcome.OPEN]
        coming = counted(still, "loopt nog,lopen nog") if still else ""
        told = ", ".join(filter(None, [kept, coming]))
        return f"{told[0].upper()}{told[1:]}." if told else "Hierover is nog niets te zeggen."


@dataclass(frozen=True)
class AnswersGiven:
    """How many points that everyone may read have an answer, and how many had it by the day that was promised."""

    points: int = 0
    answered: int = 0
    in_time: int = 0
    last: date | None = None

    @property
    def sentence(self):
        if not self.points:
            return NONE_TO_READ
        told = f"{self.answered} van {counted(self.points, 'punt,punten')} met een antwoord."
        return f"{told} {self.in_time} op tijd, {self.answered - self.in_time} later." if self.answered else told

    @property
    def is_whole(self):
        return 0 < self.points == self.answered

    @property
    def until_when(self):
        """When the last point had its answer, or that not each has one."""
        if not self.points:
            return NONE_TO_READ
        return f"Elk punt had een antwoord op {day(self.last)}." if self.is_whole else NOT_EACH

    def before(self, decided_on):
        """Whether all was answered by the day on which a body decided first, None as long as none did."""
        if not self.points:
            return PromiseOutcome.UNKNOWN
        if self.is_whole and (decided_on is None or self.last <= decided_on):
            return PromiseOutcome.KEPT
        return PromiseOutcome.BROKEN if decided_on else PromiseOutcome.OPEN

    def outcome(self, *, is_over):
        """What came of the promise; `is_over`: whether the day that was promised has passed."""
        if not self.points:
            return PromiseOutcome.UNKNOWN
        if self.in_time == self.points:
            return PromiseOutcome.KEPT
        return PromiseOutcome.BROKEN if is_over or self.answered > self.in_time else PromiseOutcome.OPEN


def processes(consultations):
    """The Process of each of a queryset of consultations, in its order; six queries, however many there are."""
    at = timezone.now()
    found = list(consultations.select_related("version__agenda").prefetch_related("extensions", "steps"))
    answered = {key: AnswersGiven(*counts) for key, *counts in answered_of(tuple(one.pk for one in found))}
    agendas = tuple(sorted({one.version.agenda_id for one in found}))
    decided = {(agenda, is_example): first for agenda, is_example, first in decided_on(agendas)}
    moved = moved_of(found)
    return [
        Process(
            one,
            [
                term(one, at),
                answer(one, answered.get(one.pk, AnswersGiven()), at),
                before(one, answered.get(one.pk, AnswersGiven()), decided.get(agenda_of(one)), at),
                steps(one, moved.get(one.pk, []), at),
            ],
        )
        for one in found
    ]


@piece
def answered_of(keys):
    """(Key, what AnswersGiven tells) of each of the consultations with these `keys` that took reactions; one query."""
    first = Answer.objects.published().filter(points=OuterRef("pk")).order_by("published_at").values("published_at")
    points = Point.objects.public().filter(letter__consultation__in=keys)
    by = F("letter__consultation__answered_by")
    rows = points.order_by().annotate(on=TruncDate(Subquery(first[:1]))).values("letter__consultation")
    counts = rows.annotate(
        points=Count("pk"),
        answered=Count("pk", filter=Q(on__isnull=False)),
        in_time=Count("pk", filter=Q(on__lte=by)),
        last=Max("on"),
    )
    return tuple(counts.values_list("letter__consultation", "points", "answered", "in_time", "last"))


def agenda_of(consultation):
    return consultation.version.agenda_id, consultation.is_example


@piece
def decided_on(agendas):
    """(Agenda, whether it is an example, the first day on which a body decided on it) for the keys of `agendas`."""
    found = Decision.objects.public().filter(track__dossier__version__agenda__in=agendas).order_by()
    about = ("track__dossier__version__agenda", "track__dossier__is_example")
    return tuple(found.values(*about).annotate(first=Min("decided_on")).values_list(*about, "first"))


def moved_of(consultations):
    """(What, the day that was told first, the day now or None) of each step that was moved on the site; one query."""
    public = {one.pk: one.public_from for one in consultations}
    changes = Change.objects.filter(table_name="consultation_step", part_of_id__in=public, before__isnull=False)
    changes = changes.filter(Q(after__isnull=True) | Q(after__has_key="starts_on")).order_by("pk")
    first = {}
    for change in changes:
        if public[change.part_of_id] and change.made_at >= public[change.part_of_id] and "starts_on" in change.before:
            first.setdefault((change.part_of_id, change.row_id), change)
    there = {step.pk: step for one in consultations for step in one.steps.all()}
    found = defaultdict(list)
    for (consultation, row), change in first.items():
        said, step = parse_date(change.before["starts_on"]), there.get(row)
        if step is None:
            found[consultation].append((change.before.get("title") or "een stap", said, None))
        elif step.starts_on != said:
            found[consultation].append((step.title, said, step.starts_on))
    return found


def term(consultation, at):
    """That one can react until the day that was told first, or longer."""
    extensions = list(consultation.extensions.all())
    closed_at = extensions[0].closed_at if extensions else consultation.closes_at
    said = f"Reageren kan tot en met {day(closed_at - timezone.timedelta(minutes=1))}."
    if not consultation.takes_letters:
        return Promise(PromiseKind.TERM, said, NOT_HERE, PromiseOutcome.UNKNOWN)
    if consultation.phase(at) != Phase.CLOSED:
        return Promise(PromiseKind.TERM, said, longer(consultation, extensions), PromiseOutcome.OPEN)
    happened = longer(consultation, extensions) or "Zo lang kon het."
    return Promise(PromiseKind.TERM, said, happened, PromiseOutcome.KEPT)


def longer(consultation, extensions):
    reasons = listed([one.reason for one in extensions])
    return f"Verlengd tot en met {day(consultation.last_day)}: {reasons}" if extensions else ""


def answer(consultation, known, at):
    """That there is an answer to every point by a day."""
    by = consultation.answered_by
    said = f"Elk punt heeft uiterlijk op {day(by)} een antwoord." if by else "Er is geen dag beloofd."
    if not consultation.takes_letters:
        return Promise(PromiseKind.ANSWER, said, NOT_HERE, PromiseOutcome.UNKNOWN if by else PromiseOutcome.NONE)
    if consultation.phase(at) != Phase.CLOSED:
        return Promise(PromiseKind.ANSWER, said, "", PromiseOutcome.OPEN if by else PromiseOutcome.NONE)
    if by is None:
        return Promise(PromiseKind.ANSWER, said, known.sentence, PromiseOutcome.NONE)
    return Promise(PromiseKind.ANSWER, said, known.sentence, known.outcome(is_over=by < timezone.localdate(at)))


def before(consultation, known, decided_on, at):
    """That the answers are there before a body decides, as the consultation says in its own words who does and when."""
    said = Truncator(" ".join(consultation.decided_by.split())).chars(MOST_SAID) or NOTHING_SAID
    if not consultation.takes_letters:
        return Promise(PromiseKind.BEFORE, said, NOT_HERE, PromiseOutcome.UNKNOWN)
    if not consultation.decided_by:
        return Promise(PromiseKind.BEFORE, said, "", PromiseOutcome.NONE)
    opened = timezone.localdate(consultation.opens_at)
    decided_on = decided_on if decided_on and decided_on >= opened else None
    first = f"Het eerste besluit was op {day(decided_on)}." if decided_on else "Er is nog niet besloten."
    return Promise(PromiseKind.BEFORE, said, f"{known.until_when} {first}", known.before(decided_on))


def steps(consultation, moved, at):
    """That each step is on the day that was told when the consultation came on the site."""
    planned = list(consultation.steps.all())
    said = (
        f"{counted(len(planned), 'stap heeft een dag,stappen hebben een dag')}." if planned else "Er zijn geen stappen."
    )
    if moved:
        named = [f"{what} ({day(was)}, {f'nu {day(now)}' if now else 'vervallen'})" for what, was, now in moved]
        more = len(named) - MOST_NAMED
        rest = [f"nog {more}"] if more > 0 else []
        return Promise(PromiseKind.STEPS, said, f"Verzet: {listed(named[:MOST_NAMED] + rest)}.", PromiseOutcome.BROKEN)
    if not planned:
        return Promise(PromiseKind.STEPS, said, "", PromiseOutcome.NONE)
    if not consultation.takes_letters:
        return Promise(PromiseKind.STEPS, said, NOT_HERE, PromiseOutcome.UNKNOWN)
    is_over = all((step.ends_on or step.over_after or step.starts_on) < timezone.localdate(at) for step in planned)
    return Promise(
        PromiseKind.STEPS, said, "Geen stap is verzet.", PromiseOutcome.KEPT if is_over else PromiseOutcome.OPEN
    )
