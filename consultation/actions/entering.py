"""What did not come in by the site: letters and calls that the secretariat types in and registers."""

from hashlib import sha256
from json import dumps, loads

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from consultation.actions.holding import hold
from consultation.actions.joining import ask_who_joined
from consultation.actions.reacting import CARRIED, copy_letter
from consultation.actions.sending import next_number, replace_points, snapshot
from consultation.mails import ASKED_TO_CHECK
from consultation.models import (
    Channel,
    KeptText,
    Letter,
    LetterState,
    Submission,
)
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day

CHECK_SALT = "consultation.check"


# What the secretariat types in beside the points, and may have typed wrong.
TYPED = (*CARRIED, "channel", "received_on", "sender_email", "letter_text")


HANDLED = "Een punt van deze reactie is al gesplitst, of er is een antwoord op geschreven."


def check_path(letter):
    """Where the sender of `letter` reads what was typed, without an account."""
    return reverse("consultation:check_letter", args=[signing.dumps(letter.pk, salt=CHECK_SALT)])


def problems(letter):
    """What must still be done before `letter` can be registered, as sentences."""
    points = list(letter.points.with_subject())
    hindrances = [
        (not points, "Voeg minstens één punt toe."),
        (not letter.sharing, "Kies wie de reactie mag lezen."),
        (letter.asks_for_decision and not letter.decided_on, "Vul in op welke dag het orgaan dit besloot."),
        (still_talks(letter.table), "De avond loopt nog. Wie verslag doet, kan nog wijzigen."),
        (letter.revises and is_handled(letter.revises), HANDLED),
        (letter.consultation.finished_at, "De consultatie is afgerond."),
        (not letter.consultation.was_public(), "De consultatie is nog een concept. Maak die eerst openbaar."),
    ]
    return [
        *(f"{point.subject}: {point.problem}." for point in points if point.problem),
        *(sentence for is_so, sentence in hindrances if is_so),
    ]


def still_talks(table):
    """Whether people at `table`, or None, can still report."""
    return table is not None and timezone.now() < table.session.closes_at


def is_handled(letter):
    """Whether the desk has begun with its points, so that what it was typed as cannot change any more."""
    return letter.points.filter(Q(part_of__isnull=False) | Q(answers__isnull=False)).exists()


@history.act("verbetering begonnen")
def correct(*, letter, by):
    """A draft in which `by` mends what was typed wrong in a registered letter, which counts until the draft does.

    Raises Refused.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    if letter.state != LetterState.SENT or letter.channel == Channel.SITE or letter.table_id:
        raise Refused("Alleen een ingeschreven brief, mail of telefoontje is zo te verbeteren.")
    if letter.draft:
        return letter.draft
    if is_handled(letter):
        raise Refused(HANDLED)
    return copy_letter(letter, names=TYPED, entered_by=by)


@history.act("ingevoerde reactie ingeschreven")
def register(*, letter, by):
    """Lets a letter that was typed in count: gives it a number, keeps what it said, and mails its sender a link.

    What corrects a registered letter takes its place and ends; the number stays. Registering twice is registering
    once. Returns the letter that counts. Raises Refused.
    """
    consultation = hold(letter.consultation)
    letter = Letter.objects.select_for_update().filter(pk=letter.pk).first()
    if letter is None:
        raise Refused("Dit is intussen ingeschreven of weggegooid.")
    letter.consultation = consultation
    if letter.state != LetterState.DRAFT:
        return letter
    if letter.channel == Channel.SITE:
        raise Refused("Een concept op de site is van wie het schrijft.")
    if found := problems(letter):
        raise Refused(" ".join(found))
    letter, remark = take_correction(letter) if letter.revises_id else (letter, "")
    now = timezone.now()
    letter.state = LetterState.SENT
    letter.number = letter.number or next_number()
    letter.sent_at = now
    letter.confirmed_at = letter.confirmed_at or now
    letter.confirmed_by = by
    letter.save()
    Submission.objects.create(
        letter=letter, sequence=letter.submissions.count() + 1, sent_at=now, content=snapshot(letter)
    )
    if letter.sender_email:
        ask_to_check(letter, remark=remark)
    ask_who_joined(letter)
    return letter


def take_correction(draft):
    """Puts what `draft` says in the registered letter that it corrects, not saved yet, and ends the draft.

    Returns (that letter, what its sender had said of it).
    """
    letter = Letter.objects.select_for_update().get(pk=draft.revises_id)
    remark = letter.check_remark
    replace_points(letter=letter, draft=draft, points=list(draft.points.select_related("origin")))
    for name in (*TYPED, "entered_by"):
        setattr(letter, name, getattr(draft, name))
    letter.checked_at, letter.check_remark = None, ""
    return letter, remark


def ask_to_check(letter, *, remark):
    """Mails its sender to ask whether `letter` is right; `remark` is what they said of it before, or ""."""
    mail.queue(
        ASKED_TO_CHECK,
        to=letter.sender_email,
        context={
            "letter": letter,
            "came_in": came_in(letter),
            "path": check_path(letter),
            "days": settings.LINK_DAYS["check"],
            "point_count": letter.points.count(),
            "remark": f"U schreef daarover: ‘{remark}’ Daarna verbeterden wij de reactie." if remark else "",
        },
    )


def came_in(letter):
    """How a letter came in, and when if that was typed: 'per brief op 3 januari 2023'."""
    channel = letter.get_channel_display()
    return f"{channel} op {day(letter.received_on)}" if letter.received_on else channel


@transaction.atomic
def keep_remark(*, letter, remark, read):
    """Keeps what its sender types about `letter` and did not send yet; an empty text clears it.

    Raises Refused when another window kept something since `read`, the state of what this one showed.
    """
    letter = Letter.objects.select_for_update().still_there(letter)
    if state_of(remark_kept(letter)) not in (read, state_of(remark)):
        raise Refused("In een ander venster schreef u hierover iets anders. Open deze pagina opnieuw om dat te zien.")
    if remark:
        kept = {"content": dumps({"remark": remark})}
        KeptText.objects.update_or_create(letter=letter, user=None, form=None, defaults=kept)
    else:
        KeptText.objects.filter(letter=letter).delete()


def state_of(remark):
    """What tells one text of a remark from every other."""
    return sha256(remark.encode()).hexdigest()[:16]


def remark_kept(letter):
    """What its sender typed about `letter` and did not send yet; "" for nothing."""
    kept = KeptText.objects.filter(letter=letter).first()
    return loads(kept.content)["remark"] if kept else ""


@history.act("ingevoerde reactie nagekeken door de afzender")
def check(*, letter, remark):
    """Keeps what the sender says of what was typed: that it is right, or with `remark` what is not.

    What another window still keeps stays for that window.
    """
    Letter.objects.filter(pk=letter.pk).update(checked_at=timezone.now(), check_remark=remark)
    KeptText.objects.filter(letter=letter, content=dumps({"remark": remark})).delete()
