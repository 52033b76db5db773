"""Writing an answer, having it reviewed, and opening a point again."""

from django.conf import settings
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.mails import REOPENED
from consultation.models import Answer, AnswerStage, AnswerState, Point, Reopening, Verdict
from consultation.models.answering.answer_state import AnswerContent
from consultation.models.queries.linking import link
from partners.ground import history, mail
from partners.ground.refusal import Refused

# The acts by which somebody's own words come in an answer.
WRITING = WRITTEN, CHANGED = "geschreven", "gewijzigd"
# What writing changes in a draft that is there.
WORDS = ["verdict", "reason", "forwarded_to", "landed_elsewhere", "correction"]
SAVED = [*WORDS, "drafted_by", "reviewed_by", "reviewed_at"]
ASKS_FOR_A_CORRECTION = (
    "Een van deze punten heeft al een antwoord op de site. Schrijf waarom er een nieuw antwoord komt."
)


@history.act("antwoord geschreven")
def write_answer(*, answer, points, wordings, by):
    """Saves a new or changed draft answer to `points` and all that are equal to them. Review starts again.

    Raises Refused.
    """
    # What the form was filled with may be of before somebody planned it.
    if answer.pk and Answer.objects.select_for_update().get(pk=answer.pk).published_at:
        raise Refused("Dit antwoord is al gepubliceerd of gepland. Schrijf een nieuw antwoord.")
    group = group_of(points)
    if reason := hindrance(answer, group):
        raise Refused(reason)
    act = CHANGED if answer.pk else WRITTEN
    save_drafts([(answer, group)], by=by)
    answer.wordings.set(wordings)
    record([answer], act=act, by=by)
    return answer


@history.act("antwoord geschreven")
def write_answers(*, drafts, by):
    """Saves many draft answers at once, pairs of an answer and its points; the wordings of each stay.

    The points are locked, are each in one pair, and nothing is a `hindrance` to any: the caller asked.
    """
    new = [answer for answer, _ in drafts if not answer.pk]
    changed = [answer for answer, _ in drafts if answer.pk]
    save_drafts(drafts, by=by)
    record(new, act=WRITTEN, by=by)
    record(changed, act=CHANGED, by=by)


def group_of(points):
    """`points` and all that are equal to them, locked, with what `hindrance` asks of them."""
    locked = list(Point.objects.equal_to(points).select_for_update().order_by("pk"))
    return list(Point.objects.filter(pk__in=[point.pk for point in locked]).to_answer().order_by("pk"))


def hindrance(answer, points):
    """Why `answer` cannot be given to `points`, which were read `to_answer`, as a sentence, or ""."""
    # Without any, a part was just joined again.
    if not points or not all(point.is_counted for point in points):
        return "Alleen punten die zijn verstuurd, meetellen en niet zijn gesplitst, krijgen een antwoord."
    if len({point.letter.consultation_id for point in points}) > 1:
        return "Kies punten uit één consultatie."
    if any(point.has_other_draft(answer) for point in points):
        return "Een van deze punten heeft al een antwoord dat nog niet op de site staat. Wijzig dat antwoord."
    if not answer.correction and any(point.stage == AnswerStage.ANSWERED for point in points):
        return ASKS_FOR_A_CORRECTION
    return ""


def save_drafts(drafts, *, by):
    """Saves each Answer of `drafts`, written by `by` and reviewed by nobody, with exactly the points beside it."""
    answers = [answer for answer, _ in drafts]
    for answer in answers:
        answer.drafted_by, answer.reviewed_by, answer.reviewed_at = by, None, None
    Answer.objects.bulk_update([answer for answer in answers if answer.pk], SAVED, batch_size=200)
    Answer.objects.bulk_create([answer for answer in answers if not answer.pk])
    points = {answer.pk: [point.pk for point in points] for answer, points in drafts}
    link(Answer.points.through, "answer_id", "point_id", points)


@history.act("antwoord nagekeken")
def review(*, answer, by):
    """Approves a draft answer, by somebody who wrote nothing of it. Raises Refused."""
    answer = Answer.objects.select_for_update().get(pk=answer.pk)
    if answer.published_at or answer.reviewed_at:
        raise Refused("Dit antwoord is al nagekeken.")
    if wrote(answer, by):
        raise Refused("Laat een ander dan de schrijver het antwoord nakijken.")
    if problem := missing(answer):
        raise Refused(problem)
    answer.reviewed_by, answer.reviewed_at = by, timezone.now()
    answer.save()
    record([answer], act="nagekeken", by=by)
    return answer


def wrote(answer, user):
    """Whether `user` wrote any of what `answer` says, as the last or before others."""
    return answer.drafted_by_id == user.pk or answer.states.filter(made_by=user, act__in=WRITING).exists()


def missing(answer):
    """What must be filled in before `answer` can be reviewed, as an instruction, or ""."""
    if not answer.points.exists():
        return "Kies eerst op welke punten dit het antwoord is."
    changes = Verdict(answer.verdict).changes_something
    if changes and not answer.landed_elsewhere and not answer.wordings.exists():
        return "Kies eerst welke teksten zijn gewijzigd, of schrijf waar het anders is verwerkt."
    return ""


@history.act("punt heropend")
def reopen(*, point, reason):
    """Opens a point again because its sender finds the answer incomplete, once. Tells who handles it.

    Raises Refused.
    """
    consultation = hold(point.letter.consultation)
    point = Point.objects.select_for_update(of=["self"]).select_related("handler", "letter").get(pk=point.pk)
    if Reopening.objects.filter(point=point).exists():
        raise Refused("U hebt dit al eens laten weten. U krijgt een nieuw antwoord.")
    if consultation.finished_at:
        raise Refused("Deze consultatie is afgerond. Neem contact op met het regiobureau.")
    if not point.answers.published().exists():
        raise Refused("Op dit punt staat nog geen antwoord op de site.")
    reopening = Reopening.objects.create(point=point, reason=reason)
    handler = point.handler
    to = handler.email if handler and handler.is_active else settings.CONTACT_EMAIL
    mail.queue(REOPENED, to=to, context={"point": point, "reopening": reopening})
    return reopening


def look_again(answers, *, act, by=None):
    """Asks for a new review of those of `answers` that are not planned or on the site, because of `act` by `by`."""
    drafts = Answer.objects.filter(pk__in=[answer.pk for answer in answers], published_at=None)
    changed = list(drafts.select_for_update().order_by("pk"))
    drafts.update(reviewed_by=None, reviewed_at=None)
    record(changed, act=act, by=by)


def record(answers, *, act, by):
    """Keeps what each of `answers` says after an act on it."""
    found = Answer.objects.filter(pk__in=[answer.pk for answer in answers]).prefetch_related(
        "points__letter", "wordings__element", "wordings__version"
    )
    AnswerState.objects.bulk_create(
        AnswerState(
            answer=answer,
            made_by=by,
            act=act,
            content=content_of(answer),
        )
        for answer in found
    )


def content_of(answer):
    """The AnswerContent of an Answer that was read with its points and wordings."""
    return AnswerContent(
        verdict=answer.verdict,
        reason=answer.reason,
        forwarded_to=answer.forwarded_to,
        landed_elsewhere=answer.landed_elsewhere,
        correction=answer.correction,
        points=sorted(f"{point.letter.number}, punt {point.pk}" for point in answer.points.all()),
        wordings=sorted(wording.code for wording in answer.wordings.all()),
    )
