"""Sends the mails that wait: one at a time, the most urgent first, safe against a crash at any moment.

A mail is marked as being sent before it goes to the mail server, and as sent after that took it, each in a
transaction of its own. Who dies in between leaves a mark, and the mail is tried again with the same Message-ID.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.utils import timezone

from partners.ground import history
from partners.ground.mail.plain import flowed
from partners.ground.models import DONE, Mail, MailPriority, MailState

logger = logging.getLogger(__name__)

# After so many mails in a row that broke off, the mail server is not asked for more.
MOST_BROKEN_OFF = 3
EMPTY = {"subject": "", "text": "", "html": "", "headers": {}}
# What is logged of a mail that is done is personal data (an address), so it goes.
KEPT = timedelta(days=90)


class ServerAway(Exception):
    """The mail server cannot be reached, or refuses our own address: no other mail has a chance now."""


class BrokenOff(Exception):
    """The mail server broke off while a mail was on its way, so it may have taken that."""


class MailRefused(Exception):
    """The mail server does not take this mail. `for_good` when trying again makes no sense."""

    def __init__(self, answer, *, for_good):
        super().__init__(answer)
        self.for_good = for_good


class FlowedMessage(EmailMultiAlternatives):
    """A mail whose plain text fits on any screen: a mail program may lay its lines anew."""

    def message(self, **options):
        built = super().message(**options)
        for part in built.walk():
            if part.get_content_type() == "text/plain":
                part.set_payload(flowed(self.body), "utf-8")
                part.set_param("format", "flowed")
        return built


def send_waiting():
    """Sends all that is due, until nothing is left or the mail server is away. Returns how many were sent."""
    sent = broken_off = 0
    connection = get_connection()
    try:
        while mail := take_next():
            try:
                deliver(mail, connection)
            except MailRefused as refusal:
                keep_refusal(mail, refusal)
            except BrokenOff as trouble:
                broken_off += 1
                mail.is_uncertain = True
                keep_trouble(mail, trouble)
                if broken_off == MOST_BROKEN_OFF:
                    wait_for_server(mail)
                    break
            except ServerAway as trouble:
                keep_trouble(mail, trouble)
                wait_for_server(mail)
                break
            else:
                keep_sent(mail)
                sent, broken_off = sent + 1, 0
    finally:
        close(connection)
    return sent


@transaction.atomic
def take_next():
    """The most urgent mail that is due and that nobody else is at, marked as being sent; None without."""
    mail = Mail.objects.due().select_for_update(skip_locked=True).first()
    if mail:
        mail.state, mail.attempts, mail.tried_at = MailState.SENDING, mail.attempts + 1, timezone.now()
        mail.save(update_fields=["state", "attempts", "tried_at"])
    return mail


def deliver(mail, connection):
    """Hands `mail` to the mail server. Raises MailRefused, BrokenOff or ServerAway."""
    message = FlowedMessage(
        subject=mail.subject,
        body=mail.text,
        to=[mail.to],
        reply_to=[settings.CONTACT_EMAIL],
        headers={
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": "nl",
            "Message-ID": mail.message_id,
            **mail.headers,
        },
    )
    message.attach_alternative(mail.html, "text/html")
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise ServerAway(f"Mailserver niet bereikbaar: {said_by(error)}") from error
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        code, answer = next(iter(error.recipients.values()))
        close(connection)
        raise MailRefused(f"{code} {readable(answer)}", for_good=code >= 500) from error
    except smtplib.SMTPSenderRefused as error:
        # Not this mail is wrong but our own address: that is for whoever keeps the portal, and then all can go.
        close(connection)
        raise ServerAway(f"Onze afzender is geweigerd: {said_by(error)}") from error
    except smtplib.SMTPResponseException as error:
        close(connection)
        raise MailRefused(said_by(error), for_good=error.smtp_code >= 500) from error
    except (ValueError, UnicodeError) as error:
        # An address or subject of which no mail can be made.
        raise MailRefused(said_by(error), for_good=True) from error
    except (OSError, smtplib.SMTPException) as error:
        close(connection)
        raise BrokenOff(f"Verbinding verbroken: {said_by(error)}") from error


def keep_sent(mail):
    ours(mail).update(state=MailState.SENT, sent_at=timezone.now(), answer="", is_uncertain=mail.is_uncertain, **EMPTY)


def keep_refusal(mail, refusal):
    """Refused for good it keeps its text, so that the secretariat can send it again; else it is tried later."""
    logger.warning("Mail %s (%s) is geweigerd: %s", mail.pk, mail.kind, str(refusal)[:3])
    if refusal.for_good:
        ours(mail).update(state=MailState.FAILED, answer=str(refusal)[:500])
    else:
        keep_trouble(mail, refusal)


def keep_trouble(mail, trouble):
    """To be tried again after a pause."""
    ours(mail).update(
        state=MailState.WAITING,
        due_at=timezone.now() + pause_after(mail),
        answer=str(trouble)[:500],
        is_uncertain=mail.is_uncertain,
    )


def pause_after(mail):
    """How long a mail waits that did not leave: longer at each attempt, but a code is waited for at a screen."""
    if mail.priority == MailPriority.CODE:
        return timedelta(seconds=settings.MAIL_FIRST_PAUSE)
    return timedelta(
        seconds=min(settings.MAIL_FIRST_PAUSE * 2 ** min(mail.attempts - 1, 10), settings.MAIL_LONGEST_PAUSE)
    )


@transaction.atomic
def wait_for_server(mail):
    """Lets all that is due wait as long as `mail`, which could not leave: else each would ask the server in vain."""
    due = list(Mail.objects.due().select_for_update(skip_locked=True).values_list("pk", flat=True))
    Mail.objects.filter(pk__in=due).update(due_at=timezone.now() + pause_after(mail))


def ours(mail):
    """The row of `mail`, as long as nobody took it up meanwhile."""
    return Mail.objects.filter(pk=mail.pk, state=MailState.SENDING, attempts=mail.attempts)


def take_up_interrupted(at=None):
    """Lets what was being sent when its worker died wait again, marked as uncertain. Returns how many."""
    at = at or timezone.now()
    interrupted = Mail.objects.filter(
        state=MailState.SENDING, tried_at__lt=at - timedelta(seconds=settings.MAIL_INTERRUPTED)
    )
    return interrupted.update(state=MailState.WAITING, due_at=at, is_uncertain=True)


def expire(at=None):
    """Ends what it makes no sense to send any more, such as a code of an hour ago. Returns how many."""
    late = Mail.objects.filter(state__in=[MailState.WAITING, MailState.FAILED], expires_at__lte=at or timezone.now())
    return late.update(state=MailState.EXPIRED, **EMPTY)


def forget(at=None):
    """Deletes what was done KEPT ago. Returns how many."""
    old = Mail.objects.filter(state__in=DONE, created_at__lt=(at or timezone.now()) - KEPT)
    return old.delete()[0]


@history.act("mail opnieuw verstuurd")
def send_again(*, mails):
    """Lets those of the queryset `mails` that failed for good wait anew, for the secretariat. Returns how many."""
    failed = mails.filter(state=MailState.FAILED).select_for_update()
    now = timezone.now()
    again = [mail.pk for mail in failed]
    return Mail.objects.filter(pk__in=again).update(
        state=MailState.WAITING, due_at=now, expires_at=now + timedelta(days=7), attempts=0, answer=""
    )


def close(connection):
    """Closes, whatever state the other side is in."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None


def said_by(error):
    """What `error` says, in one line."""
    code = getattr(error, "smtp_code", "")
    words = readable(getattr(error, "smtp_error", "")) or str(error) or type(error).__name__
    return f"{code} {words}".strip()


def readable(answer):
    """What the mail server said, as text in one line."""
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(text.split())
