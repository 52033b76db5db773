"""What was answered in the demo's finished consultation, once more where a point was opened again."""

from dataclasses import dataclass, field

from agenda.models import Wording
from consultation.actions.answering import record
from consultation.models import Answer, AnswerState, Publication, Reopening, Verdict
from regiozwolle.example.reading import read

SECRETARY, REVIEWER = "secretariaat", "secretariaat2"


@dataclass(frozen=True)
class InventedAnswer:
    """An answer to `points`, which are keys in letters.toml; `wordings` are codes of what changed by it."""

    points: list[str]
    verdict: Verdict
    reason: str = ""
    wordings: list[str] = field(default_factory=list)
    forwarded_to: str = ""
    landed_elsewhere: str = ""


@dataclass(frozen=True)
class Reopened:
    """Why the sender of `point`, a key, found its answer not complete."""

    point: str
    reason: str


@dataclass(frozen=True)
class SecondAnswer:
    """What was answered to it then; `correction` says what is different."""

    verdict: Verdict
    reason: str
    correction: str


@dataclass(frozen=True)
class InventedAnswers:
    """The whole of answers.toml."""

    answers: list[InventedAnswer]
    reopened: Reopened
    second: SecondAnswer


def answer_all(consultation, second, points, people, ago, *, answered, again):
    """All answers on the site in one batch, and once more to the point that was opened again.

    `second` is the version in which wordings changed, `points` are by their keys and `people` by the first part of
    their address; `answered` and `again` are when, in days before today.
    """
    invented = read("answers", InventedAnswers)
    words = {one.element.code: one for one in Wording.objects.filter(version=second).select_related("element")}
    writer, reviewer = people.get(SECRETARY), people.get(REVIEWER)
    batch = []
    for one in invented.answers:
        answer = Answer.objects.create(
            verdict=one.verdict,
            reason=one.reason,
            forwarded_to=one.forwarded_to,
            landed_elsewhere=one.landed_elsewhere,
            drafted_by=writer,
            reviewed_by=reviewer,
            reviewed_at=ago.moment(answered + 2),
        )
        answer.points.set([points[key] for key in one.points])
        answer.wordings.set([words[code] for code in one.wordings])
        batch.append(answer)
    put_on_site(consultation, batch, writer, reviewer, ago, answered)
    point = points[invented.reopened.point]
    Reopening.objects.create(point=point, reason=invented.reopened.reason, made_at=ago.moment(answered - 4))
    second_answer = Answer.objects.create(
        verdict=invented.second.verdict,
        reason=invented.second.reason,
        correction=invented.second.correction,
        drafted_by=writer,
        reviewed_by=reviewer,
        reviewed_at=ago.moment(again + 1),
    )
    second_answer.points.set([point])
    put_on_site(consultation, [second_answer], writer, reviewer, ago, again)


def put_on_site(consultation, answers, writer, reviewer, ago, days):
    """One publication, with the history that leads to it."""
    for act, by, when in [("geschreven", writer, days + 4), ("nagekeken", reviewer, days + 2)]:
        record(answers, act=act, by=by)
        AnswerState.objects.filter(answer__in=answers, act=act).update(made_at=ago.moment(when))
    at = ago.moment(days)
    publication = Publication.objects.create(consultation=consultation, published_at=at, made_by=writer)
    Answer.objects.filter(pk__in=[answer.pk for answer in answers]).update(publication=publication, published_at=at)
    record(answers, act="op de site gezet", by=writer)
    AnswerState.objects.filter(answer__in=answers, act="op de site gezet").update(made_at=at)
