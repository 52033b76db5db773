"""The mails of the demo on a page, because the demo sends none. The address exists in the demo only."""

import email
import email.policy
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from partners.ground.models import Mail
from regiozwolle.example import decisions, people
from regiozwolle.identity import factors

SHOWN = 30
# How Django's file backend ends each mail.
SEPARATOR = b"\n" + b"-" * 79 + b"\n"


@never_cache
@require_safe
def demo_mail(request):
    under_way = Mail.objects.waiting().exists()
    context = {
        "mails": newest_mails(),
        "under_way": under_way,
        "links": decisions.shown_links(),
        "apps": [(app.user, next_code(app)) for app in apps()],
    }
    return render(request, "demo_mail.html", context)


def apps():
    """The apps with codes of the invented secretariat."""
    found = Authenticator.objects.filter(user__in=people.secretariat(), type=Authenticator.Type.TOTP)
    return found.select_related("user").order_by("user__email")


def next_code(app):
    """The code that may be used now, "" when each was used: a new one comes within half a minute."""
    return next((code for _, code in factors.present_codes(app)), "")


def newest_mails():
    """The last SHOWN mails, newest first; the names of the files begin with the moment of writing."""
    folder = settings.EMAIL_FILE_PATH
    paths = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)[:SHOWN]
    mails = []
    for path in paths:
        written_at = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
        for raw in reversed(path.read_bytes().split(SEPARATOR)):
            if raw.strip():
                parsed = email.message_from_bytes(raw, policy=email.policy.default)
                mails.append(
                    {
                        "to": parsed["To"],
                        "subject": parsed["Subject"],
                        "sent_at": written_at,
                        "text": parsed.get_body(("plain",)).get_content(),
                    }
                )
    return mails[:SHOWN]
