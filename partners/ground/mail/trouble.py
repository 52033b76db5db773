"""What the desk says of mail that did not leave."""

from django.urls import reverse
from django.utils import timezone

from partners.ground.models import Mail, MailState
from partners.ground.templatetags.dutch import clock, counted, day


def waits_since(trouble):
    """'12 mails wachten sinds 20.14 uur', of a MailQuerySet.trouble, or "" when nothing waits too long."""
    if not trouble["waiting"]:
        return ""
    since = trouble["since"]
    today = timezone.localdate(since) == timezone.localdate()
    moment = clock(since) if today else f"{day(since)}, {clock(since)}"
    return f"{counted(trouble['waiting'], 'mail wacht,mails wachten')} sinds {moment}"


def mail_trouble(user):
    """What the page on which the day begins says of mail: (words, the list of them). One query."""
    if not user.has_perm("ground.view_mail"):
        return []
    address = reverse("admin:ground_mail_changelist")
    trouble = Mail.objects.trouble()
    refused = f"{counted(trouble['refused'], 'mail is,mails zijn')} geweigerd" if trouble["refused"] else ""
    late = trouble["too_late"]
    too_late = f"{counted(late, 'mail is,mails zijn')} niet op tijd verstuurd" if late else ""
    found = [
        (waits_since(trouble), f"{address}?state__exact={MailState.WAITING}"),
        (refused, f"{address}?state__exact={MailState.FAILED}"),
        (too_late, f"{address}?state__exact={MailState.EXPIRED}"),
    ]
    return [(words, link) for words, link in found if words]
