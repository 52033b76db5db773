"""Reminding of values that are late: once, and of what is on the site alone."""

from collections import defaultdict

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from partners.ground import history, mail
from partners.ground.links import age_of
from partners.ground.templatetags.dutch import counted
from results.actions.confirmations import address_of, leave_address, quarter_of
from results.mails import LATE, LATE_AT_THE_DESK
from results.models import ConfirmationRequest, Indicator, LateReminder

# So many figures a mail names; the rest it counts.
NAMED = 50


def remind_of_late(*, today=None):
    """Mails each owner once about the figures of which a newer value is late on the day `today`, now without.

    The secretariat gets those whose owner is not known, has no address or wants no mail. Returns how many it wrote.
    """
    today = today or timezone.localdate()
    by_owner = defaultdict(list)
    for indicator in Indicator.objects.public().late(today).unreminded().select_related("owner__partner"):
        owner = indicator.owner
        by_owner[owner if owner and owner.email and not owner.declined_at else None].append(indicator.pk)
    return sum(remind(owner=owner, figures=figures, today=today) for owner, figures in by_owner.items())


@history.act("aan late waarden herinnerd")
def remind(*, owner, figures, today):
    """Mails `owner`, or for None the secretariat, about those of `figures` (keys) that are late and nobody was told of.

    The rows that say so and the mail are one transaction, so two runs at once are one mail. Returns whether it did.
    """
    held = Indicator.objects.filter(pk__in=figures).order_by("pk").select_for_update(of=["self"])
    keys = [indicator.pk for indicator in held]
    late = Indicator.objects.public().filter(pk__in=keys).late(today).unreminded()
    late = list(late.order_by("due_on", "name").with_recent_values())
    if not late:
        return False
    LateReminder.objects.note(late, owner=owner)
    left_out = len(late[NAMED:])
    told = {"late": late[:NAMED], "more": f"En nog {counted(left_out, 'cijfer,cijfers')}." if left_out else ""}
    if owner:
        tell_owner(owner, told, today)
    else:
        path = f"{reverse('admin:results_indicator_changelist')}?waarde=te-laat"
        mail.queue(LATE_AT_THE_DESK, to=settings.CONTACT_EMAIL, context={**told, "path": path})
    return True


def tell_owner(owner, told, today):
    """Mails an owner what is `told`, with the page on which to give the value."""
    request, _ = ConfirmationRequest.objects.get_or_create(owner=owner, quarter_on=quarter_of(today))
    leave = leave_address(owner)
    context = {
        **told,
        "owner": owner,
        "path": address_of(request),
        "leave_path": leave,
        "until": timezone.localdate() + age_of("figures"),
    }
    mail.queue(LATE, to=owner.email, context=context, lasts=age_of("figures"), unsubscribe=settings.SITE_URL + leave)
