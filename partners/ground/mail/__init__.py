"""Mail of the portal: plain text with a simple HTML form beside it, and headers that say what it is.

Nothing is sent here. A mail is a row in the transaction of the act that asks for it; `sending.py` and the worker
do the rest, so that no visitor waits for a mail server and no mail is forgotten.
"""

from datetime import timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from partners.ground.models import Mail, MailPriority
from partners.ground.tasks import send_waiting_mail

LASTS = timedelta(days=7)


def queue(*, to, subject, text, html, context, about="", priority=MailPriority.ACT, lasts=LASTS, unsubscribe=""):
    """Writes a mail from the templates named `text` and `html`, to be sent once the transaction holds. Returns it.

    They also get `site_url`, the portal's own address, because a link made from the request would trust
    whatever host the visitor claims, and `contact_email`, where an answer to the mail goes.
    `about` is what the log says of it, the subject without; give it when the subject holds a code.
    After `lasts` it makes no sense any more. `unsubscribe` is the address at which one POST stops such mails.
    """
    context = {"site_url": settings.SITE_URL, "contact_email": settings.CONTACT_EMAIL, **context}
    subject = " ".join(subject.split())
    now = timezone.now()
    mail = Mail.objects.create(
        kind=text.removesuffix(".txt"),
        to=to,
        about=(about or subject)[:250],
        subject=subject[:250],
        text=render_to_string(text, context).strip() + "\n",
        html=render_to_string(html, context),
        headers=unsubscribing(unsubscribe) if unsubscribe else {},
        message_id=make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        priority=priority,
        created_at=now,
        due_at=now,
        expires_at=now + lasts,
    )
    # Part of the transaction too: a worker hears of it when, and only when, the act holds.
    send_waiting_mail.configure(priority=-priority).defer()
    return mail


def unsubscribing(address):
    """The headers with which a mail program offers to leave with one click (RFC 8058)."""
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
