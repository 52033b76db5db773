"""Writing the weekly mails: one per week and reader, however often and by how many workers it is tried."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.entering.acts import link_for
from consultation.deciding.models.entry_link import LASTS
from consultation.mails import OWN_LINK
from partners.ground import mail
from partners.planning import AMSTERDAM
from regiozwolle.following.acts import follower_of, own_path
from regiozwolle.following.digests import take
from regiozwolle.following.models import Rhythm
from regiozwolle.mails import WEEKLY
from regiozwolle.models import WeeklyMail, WeeklyReader
from regiozwolle.weekly.edition import edition_of
from regiozwolle.weekly.questions import lying_before
from regiozwolle.weekly.readers import bodies_to_tell, recipients_of

SALT = "regiozwolle.weekly"
# The hour of Monday, in the Netherlands, from which the mail of the week is written.
FROM = 6


def week_at(at):
    """The Monday of the week whose mail is due at the moment `at`; None early on that Monday itself."""
    local = at.astimezone(AMSTERDAM)
    if local.weekday() == 0 and local.hour < FROM:
        return None
    return local.date() - timedelta(days=local.weekday())


def write_weekly(*, at=None):
    """Writes the mail of the week to everyone who was not looked at yet. Returns how many mails it wrote.

    What it reads are a fixed number of queries, and only one or two when nobody is left.
    """
    week = week_at(at or timezone.now())
    if week is None:
        return 0
    bodies = list(bodies_to_tell())
    left = not_yet(recipients_of(bodies), week)
    if not left:
        return 0
    lying, told = lying_before(bodies), told_last()
    return sum(write(recipient=one, edition=edition_of(one, lying, told.get(one.key)), week=week) for one in left)


def not_yet(recipients, week):
    """Those of `recipients` who were not looked at in `week` and did not stop."""
    done = WeeklyReader.objects.filter(mails__week_on=week) | WeeklyReader.objects.exclude(stopped_at=None)
    keys = {key_of(reader) for reader in done}
    return [one for one in recipients if one.key not in keys]


def told_last():
    """What each reader knows by now, by Recipient.key.

    A week without a mail counts too: there was nothing in it that the mail before had not told.
    """
    newest = WeeklyMail.objects.select_related("reader").order_by("reader", "-week_on").distinct("reader")
    return {key_of(one.reader): one.told for one in newest}


def key_of(reader):
    return ("user_id", reader.user_id) if reader.user_id else ("contact_point_id", reader.contact_point_id)


@transaction.atomic
def write(*, recipient, edition, week):
    """Writes the mail of `week` to one, unless that was done or there is nothing to say. Returns whether it did.

    The row that says so and the mail are one transaction, so two workers at once are one mail.
    """
    reader, _ = WeeklyReader.objects.get_or_create(**dict([recipient.key]))
    reader = WeeklyReader.objects.select_for_update().get(pk=reader.pk)
    if reader.stopped_at or reader.mails.filter(week_on=week).exists():
        return False
    subject = "" if edition.is_empty else edition.subject[:250]
    reader.mails.create(week_on=week, bodies=recipient.names[:500], subject=subject, told=edition.told)
    if edition.is_empty:
        return False
    leave = reverse("weekly", args=[signing.dumps(reader.pk, salt=SALT)])
    context = {**edition.context(partial(path_for, recipient)), "leave_path": leave, "until": until()}
    context |= followed_by(recipient, week)
    mail.queue(WEEKLY, to=recipient.address, context=context, unsubscribe=settings.SITE_URL + leave)
    return True


def followed_by(recipient, week):
    """What the template reads of what the reader follows, so that it comes in this mail and in no other of the week."""
    follower = follower_of(recipient.user) if recipient.user else None
    content = follower and take(follower, Rhythm.WEEKLY, week)
    return {"groups": content.groups, "own_path": own_path(follower)} if content else {}


def path_for(recipient, question):
    """Where `recipient` answers a question: with a key of their own where there is something to enter.

    A contact point stands on the site for everyone, so what it gets opens nothing that others may not open.
    """
    if recipient.user is None:
        return question.page
    if question.purpose is None:
        return question.path
    to = {"address": recipient.address, "made_for": recipient.user}
    return link_for(track=question.track, purpose=question.purpose, **to).path


def path_in_preview(recipient, question):
    """The same where nobody gets the mail: no key is made, and none that works is shown."""
    if recipient.contact_point:
        return question.page
    if question.purpose:
        return reverse("deciding:entry", args=[OWN_LINK])
    open_to_all = (question.page, reverse("contact"))
    return question.path if question.path in open_to_all else reverse("consultation:invitation", args=[OWN_LINK])


def until():
    """The last day on which the keys in a mail of today work."""
    return timezone.localdate() + LASTS


def preview(edition):
    """The mail of an Edition as it would be sent, unsaved, with a link to stop that does not work."""
    context = edition.context(partial(path_in_preview, edition.recipient))
    context |= {"leave_path": reverse("weekly", args=[OWN_LINK]), "until": until()}
    return mail.composed(WEEKLY, to=edition.recipient.address, context=context)


def stop(*, reader):
    """Takes it that this reader wants no weekly mail."""
    WeeklyReader.objects.filter(pk=reader.pk, stopped_at=None).update(stopped_at=timezone.now())


def go_on(*, reader):
    """Takes it that this reader wants the weekly mail after all."""
    WeeklyReader.objects.filter(pk=reader.pk).update(stopped_at=None)
