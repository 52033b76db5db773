"""Writing an answer, having it reviewed, and opening a point again."""

from django.conf import settings
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.mails import REOPENED
from consultation.models import Answer, AnswerStage, AnswerState, Point, Reopening, Verdict
from consultation.models.answering.answer_state import AnswerContent
from partners.ground import history, mail
from partners.ground.refusal import Refused

# The acts by which somebody's own words come in an answer.
WRITING = WRITTEN, CHANGED = "geschreven", "gewijzigd"
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
    group = list(Point.objects.equal_to(points).select_for_update().order_by("pk"))
    if reason := hindrance(answer, group):
        raise Refused(reason)
    act = CHANGED if answer.pk else WRITTEN
    answer.drafted_by, answer.reviewed_by, answer.reviewed_at = by, None, None
    answer.save()
    answer.points.set(group)
    answer.wordings.set(wordings)
    record([answer], act=act, by=by)
    return answer


def hindrance(answer, points):
    """Why `answer` cannot be given to `points`, as a sentence, or ""."""
    found = Point.objects.filter(pk__in=[point.pk for point in points])
    if not points or found.counted().count() != len(points):  # without any, a part was just joined again
        return "Alleen punten die zijn verstuurd, meetellen en niet zijn gesplitst, krijgen een antwoord."
    if found.values("letter__consultation").distinct().count() > 1:
        return "Kies punten uit één consultatie."
    other = Answer.objects.exclude(pk=answer.pk).filter(points__in=found)
    if other.exclude(published_at__lte=timezone.now()).exists():
        return "Een van deze punten heeft al een antwoord dat nog niet op de site staat. Wijzig dat antwoord."
    if not answer.correction and found.with_stage().filter(stage=AnswerStage.ANSWERED).exists():
        return ASKS_FOR_A_CORRECTION
    return ""


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
