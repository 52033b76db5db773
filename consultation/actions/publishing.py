"""Putting answers on the site as one batch, the mails about them, and closing a consultation off."""

from collections import defaultdict

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from procrastinate.contrib.django import app

from consultation.actions.answering import record
from consultation.mails import ANSWERS, OWN_LINK
from consultation.models import Answer, AnswerMail, Consultation, Letter, Point, Publication, SenderKind
from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, listed

# What the link in a mail to a sender without an account is signed with.
ANSWERS_SALT = "consultation.answers"
SIGNED_ANSWERS = "consultation:signed_answers"
# Also not for a later moment: what is answered may still change, and the term may become longer.
NOT_WHILE_PEOPLE_REACT = "Antwoorden gaan pas naar de site als niemand meer kan reageren."
# The task by its name, for the module of the tasks stands above this one.
MAIL_ANSWERS = "consultation.tasks.mail_answers"


@history.act("antwoorden op de site gezet of gepland")
def publish(*, consultation, by, at=None):
    """Puts all reviewed answers of `consultation` on the site as one batch, at the moment `at` or now.

    Every sender gets one mail with all their points and answers, at that moment. Returns the Publication.
    Raises Refused.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if timezone.now() < consultation.grace_ends_at:
        raise Refused(NOT_WHILE_PEOPLE_REACT)
    at = max(at or timezone.now(), timezone.now())
    chosen = Answer.objects.to_publish(consultation).values("pk")
    # What is locked is asked again: while one waits for the lock an answer may be written anew, or thrown away.
    still = Answer.objects.filter(published_at=None, reviewed_at__isnull=False)
    answers = list(still.select_for_update().filter(pk__in=chosen).order_by("pk"))
    if not answers:
        raise Refused("Er is geen nagekeken antwoord om op de site te zetten.")
    publication = Publication.objects.create(consultation=consultation, published_at=at, made_by=by)
    Answer.objects.filter(pk__in=[answer.pk for answer in answers]).update(publication=publication, published_at=at)
    record(answers, act="op de site gezet" if at <= timezone.now() else "gepland", by=by)
    AnswerMail.objects.bulk_create(
        AnswerMail(publication=publication, letter=letter, user=user)
        for letter in letters_of(answers)
        for user in recipients(letter)
    )
    # Hundreds of mails are not written within a request.
    app.configure_task(MAIL_ANSWERS).defer()
    return publication


def letters_of(answers):
    """The letters with points among those of `answers`, with whom to write to."""
    found = Letter.objects.filter(points__answers__in=answers).distinct()
    return found.select_related("author", "confirmed_by", "body__partner").order_by("pk")


def recipients(letter):
    """Whom the answers to `letter` are mailed to: who wrote it and who confirmed it; None is the sender's address.

    Nobody for a table, or when who wrote it was erased.
    """
    if letter.entered_by_id or letter.sender_email:
        return [None] if letter.sender_email else []
    people = {user.pk: user for user in (letter.author, letter.confirmed_by) if user and user.is_active}
    if letter.sender_kind in (SenderKind.PERSONAL, SenderKind.TABLE):
        return [user for user in people.values() if user == letter.author]
    return list(people.values())


@history.act("publicatie van antwoorden ingetrokken")
def withdraw_publication(*, publication, by):
    """Takes back a batch that is planned but not on the site yet; its answers stay reviewed. Raises Refused."""
    publication = Publication.objects.select_for_update().get(pk=publication.pk)
    if publication.published_at <= timezone.now():
        raise Refused("Deze antwoorden staan al op de site.")
    answers = list(publication.answers.select_for_update().order_by("pk"))
    publication.answers.update(publication=None, published_at=None)
    record(answers, act="publicatie ingetrokken", by=by)
    publication.delete()


def mail_answers(at=None):
    """Writes the mails of every publication that is on the site at the moment `at`; returns how many.

    What was written is kept per mail, so that doing it again, also after a fault halfway, writes none twice.
    """
    at = at or timezone.now()
    waiting = AnswerMail.objects.filter(sent_at=None, publication__published_at__lte=at)
    waiting = waiting.select_related("publication", "user", "letter").order_by("pk")
    batches = defaultdict(list)
    for row in waiting:
        address = row.user.email if row.user else row.letter.sender_email
        if address:
            batches[row.publication_id, address].append(row)
    sent = 0
    for (_, address), rows in batches.items():
        sent += mail_batch(address, rows)
    return sent


@transaction.atomic
def mail_batch(address, rows):
    """One mail to `address` about the letters of `rows`; returns 1, or 0 when another process is at it."""
    free = AnswerMail.objects.select_for_update(of=["self"], skip_locked=True)
    free = free.filter(pk__in=[row.pk for row in rows], sent_at=None)
    if len(free) != len(rows):
        return 0
    letters = Letter.objects.filter(pk__in=[row.letter_id for row in rows]).order_by("pk")
    letters = letters.select_related("consultation", "body__partner", "table")
    signed = rows[0].user is None
    about = [(letter, points_to_mail(letter), answers_path(letter, signed=signed)) for letter in letters]
    mail.queue(ANSWERS, to=address, context=answers_context(about, signed=signed))
    free.update(sent_at=timezone.now())
    return 1


def points_to_mail(letter):
    """The points of `letter` with what is on the site of their answers."""
    return list(letter.points.counted().with_answers().with_subject())


def answers_context(about, *, signed):
    """For the mail about `about`: (letter, its points, where its answers are read) for each letter."""
    letters = [{"letter": letter, "points": points, "path": path} for letter, points, path in about]
    days = settings.LINK_DAYS["answers"] if signed else None
    return {"consultation": about[0][0].consultation, "letters": letters, "days": days}


def preview(*, consultation):
    """The mail of the first sender if the reviewed answers came on the site now, unsaved; None when nobody gets one."""
    answers = list(Answer.objects.to_publish(consultation).as_read())
    coming = {point.pk: answer for answer in answers for point in answer.points.all()}
    first = next(((letter, user) for letter in letters_of(answers) for user in recipients(letter)), None)
    if first is None:
        return None
    letter, user = first
    points = points_to_mail(letter)
    for point in points:
        point.published_answers += [coming[point.pk]] if point.pk in coming else []
    path = answers_path(letter, signed=False) if user else reverse(SIGNED_ANSWERS, args=[OWN_LINK])
    to = user.email if user else letter.sender_email
    return mail.composed(ANSWERS, to=to, context=answers_context([(letter, points, path)], signed=not user))


def answers_path(letter, *, signed):
    """Where a sender reads the answers: behind their account, or with a link of their own."""
    if not signed:
        return reverse("consultation:answers", args=[letter.pk])
    return reverse(SIGNED_ANSWERS, args=[answers_token(letter)])


def answers_token(letter):
    """What opens the answers to `letter` without an account, for as long as it is theirs to whom it was mailed."""
    return signing.dumps([letter.pk, holder_of(letter)], salt=ANSWERS_SALT)


def holder_of(letter):
    """What changes when a letter gets another address, or is shared with others: a link from before then ends."""
    return salted_hmac(ANSWERS_SALT, f"{letter.sender_email.lower()} {letter.sharing}").hexdigest()[:12]


@history.act("consultatie afgerond")
def finish(*, consultation):
    """Closes `consultation` off as done. Raises Refused while a point has no answer on the site."""
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if consultation.finished_at:
        return consultation
    if timezone.now() < consultation.grace_ends_at:
        raise Refused("Deze consultatie loopt nog.")
    open_points = Point.objects.filter(letter__consultation=consultation).unanswered()
    if count := open_points.count():
        numbers = list(dict.fromkeys(open_points.order_by("pk").values_list("letter__number", flat=True)[:5]))
        raise Refused(
            f"Er {'is' if count == 1 else 'zijn'} nog {counted(count, 'punt,punten')} zonder antwoord op de site, "
            f"onder meer in {listed(numbers)}."
        )
    consultation.finished_at = timezone.now()
    consultation.save()
    return consultation
