"""What the desk says of mail that did not leave."""

from django.urls import reverse
from django.utils import timezone

from partners.ground.models import Mail, MailState
from partners.ground.templatetags.dutch import clock, counted, day


def waits_since():
    """'12 mails wachten sinds 20.14 uur', or "" when nothing waits too long."""
    count, since = Mail.objects.overdue()
    if not count:
        return ""
    today = timezone.localdate(since) == timezone.localdate()
    moment = clock(since) if today else f"{day(since)}, {clock(since)}"
    return f"{counted(count, 'mail wacht,mails wachten')} sinds {moment}"


def mail_trouble(user):
    """What the page on which the day begins says of mail: (words, the list of them). Two queries."""
    if not user.has_perm("ground.view_mail"):
        return []
    address = reverse("admin:ground_mail_changelist")
    failed = Mail.objects.filter(state=MailState.FAILED).count()
    refused = f"{counted(failed, 'mail is,mails zijn')} geweigerd" if failed else ""
    found = [
        (waits_since(), f"{address}?state__exact={MailState.WAITING}"),
        (refused, f"{address}?state__exact={MailState.FAILED}"),
    ]
    return [(words, link) for words, link in found if words]
