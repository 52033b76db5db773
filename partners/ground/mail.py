"""Mail of the portal: plain text with a simple HTML form beside it, and headers that say what it is."""

from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string


def message(*, to, subject, text, html, context):
    """A mail ready to send, from the templates named `text` and `html`.

    They also get `site_url`, the portal's own address, because a link made from the request would trust
    whatever host the visitor claims, and `contact_email`, where an answer to the mail goes.
    """
    context = {"site_url": settings.SITE_URL, "contact_email": settings.CONTACT_EMAIL, **context}
    mail = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=render_to_string(text, context).strip() + "\n",
        to=[to],
        reply_to=[settings.CONTACT_EMAIL],
        headers={
            "Auto-Submitted": "auto-generated",
            "Content-Language": "nl",
            "Message-ID": make_msgid(domain=urlsplit(settings.SITE_URL).hostname),
        },
    )
    mail.attach_alternative(render_to_string(html, context), "text/html")
    return mail
