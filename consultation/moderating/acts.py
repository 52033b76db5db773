"""Reporting a point, taking it off the site with a reason, letting it stand, and putting it back."""

from django.utils import timezone

from consultation.actions.publishing import recipients
from consultation.actions.redacting import forget_in_joins
from consultation.mails import MODERATED
from consultation.models import Flag, Point, Removal
from partners.ground import history, mail
from partners.ground.refusal import Refused

IS_OFF = "Dit punt is al van de site gehaald."
IS_ON = "Dit punt staat al op de site."
NO_FLAG = "Er is geen melding meer over dit punt. Een collega was u voor."
OTHER_WORDS = "In dit punt is intussen iets anders weggehaald. Zet het met de hand recht."


@history.act("punt gemeld door een lezer")
def flag(*, point, reason):
    """Keeps that somebody thinks `point` should not stand there; the same words that wait already are kept once."""
    point = Point.objects.select_for_update().get(pk=point.pk)
    found, _ = Flag.objects.waiting().get_or_create(point=point, reason=reason)
    return found


@history.act("punt van de site gehaald")
def take_off(*, point, reason, by):
    """Puts `reason` in the place of what `point` says, and tells its writer. Raises Refused when that was done."""
    point = held(point)
    if point.removals.filter(undone_at=None).exists():
        raise Refused(IS_OFF)
    removal = Removal.objects.create(point=point, reason=reason, text=point.text, proposal=point.proposal, made_by=by)
    say(point, text=removal.told, proposal="")
    settle(point)
    tell(
        point,
        heading="Een punt van u is van de site gehaald",
        said=f"Het secretariaat haalde een punt uit uw reactie van de site, omdat {reason}.",
        words=removal.text,
    )
    return removal


@history.act("gemeld punt blijft staan")
def let_stand(*, point):
    """Settles what readers reported of `point`. Raises Refused when nothing waits."""
    if not settle(held(point)):
        raise Refused(NO_FLAG)


@history.act("punt teruggezet op de site")
def put_on_again(*, point):
    """Lets `point` say again what it said before it was taken off. Raises Refused."""
    point = held(point)
    removal = point.removals.filter(undone_at=None).first()
    if removal is None:
        raise Refused(IS_ON)
    if point.text != removal.told:
        raise Refused(OTHER_WORDS)
    say(point, text=removal.text, proposal=removal.proposal)
    removal.undone_at = timezone.now()
    removal.save(update_fields=["undone_at"])
    tell(
        point,
        heading="Een punt van u staat weer op de site",
        said="Het secretariaat zette een punt uit uw reactie terug, met de woorden die u schreef.",
        words=point.text,
    )


def held(point):
    """The point, locked, with what its mail tells of."""
    return Point.objects.select_for_update(of=["self"]).select_related("letter__consultation").get(pk=point.pk)


def say(point, *, text, proposal):
    """Gives `point` other words, also where somebody joined those that it had."""
    before = {"text": point.text, "proposal": point.proposal}
    point.text, point.proposal = text, proposal
    point.save(update_fields=["text", "proposal", "updated_at"])
    forget_in_joins(point, before)


def settle(point):
    """How many reports of `point` waited until now."""
    return point.flags.waiting().update(settled_at=timezone.now())


def tell(point, *, heading, said, words):
    """Mails those who wrote the letter of `point` what became of it."""
    context = {"letter": point.letter, "heading": heading, "said": said, "words": words}
    for user in recipients(point.letter):
        mail.queue(MODERATED, to=user.email if user else point.letter.sender_email, context=context)
