"""Mail of the portal: sober HTML with the same in plain text beside it, and headers that say what it is.

Nothing is sent here. A mail is a row in the transaction of the act that asks for it; `sending.py` and the worker
do the rest, so that no visitor waits for a mail server and no mail is forgotten.
"""

from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from partners.ground.mail.plain import plain
from partners.ground.models import Mail
from partners.ground.tasks import send_waiting_mail

LASTS = timedelta(days=7)


def queue(kind, *, to, context, lasts=LASTS, unsubscribe=""):
    """Writes a mail of the Kind `kind`, to be sent once the transaction holds. Returns it.

    `context` is that of `composed`. After `lasts` the mail makes no sense any more. `unsubscribe` is the address at
    which one POST stops such mails; a kind that one can leave asks for it.
    """
    if bool(unsubscribe) == bool(kind.stays):
        raise ValueError(f"{kind.key}: either it says why nobody can leave it, or each mail says where to leave it.")
    now = timezone.now()
    mail = composed(kind, to=to, context=context)
    mail.headers = unsubscribing(unsubscribe) if unsubscribe else {}
    mail.created_at = mail.due_at = now
    mail.expires_at = now + lasts
    mail.save()
    # Part of the transaction too: a worker hears of it when, and only when, the act holds.
    send_waiting_mail.configure(priority=-mail.priority).defer()
    return mail


def composed(kind, *, to, context):
    """A mail of the Kind `kind` as it would be sent, unsaved: also for whoever looks at it before.

    The template and the subject get `context` and besides `site_url`, the portal's own address, because a link made
    from the request would trust whatever host the visitor claims, and `contact_email`, where an answer goes.
    """
    context = {"site_url": settings.SITE_URL, "contact_email": settings.CONTACT_EMAIL, **context}
    subject = kind.subject_of(context)
    html = render_to_string(kind.template, {"subject": subject, **context})
    return Mail(
        kind=kind.key,
        to=to,
        about=(kind.about or subject)[:250],
        subject=subject[:250],
        text=plain(html),
        html=html,
        message_id=make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        priority=kind.priority,
    )


def unsubscribing(address):
    """The headers with which a mail program offers to leave with one click (RFC 8058)."""
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
