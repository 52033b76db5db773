"""Sending a newsletter: an act of the desk, after which the worker writes each reader one mail."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from partners.ground import history, mail
from partners.ground.refusal import Refused
from partners.models import Mandate, User
from regiozwolle.following.acts import newsletter_path
from regiozwolle.following.models import EventReading, Follow, Follower
from regiozwolle.mails import NEWSLETTER
from regiozwolle.newsletters.models import Audience, Newsletter, NewsletterMail

SENT_ALREADY = "Deze nieuwsbrief is al verstuurd."
BATCH = 500


@history.act("nieuwsbrief verstuurd")
def send(*, newsletter, by):
    """Has the worker mail it to all whom it is for. Raises Refused when that was asked before."""
    newsletter = Newsletter.objects.select_for_update().get(pk=newsletter.pk)
    if newsletter.sent_at:
        raise Refused(SENT_ALREADY)
    newsletter.sent_at, newsletter.sent_by = timezone.now(), by
    newsletter.save()


def readers(newsletter):
    """(Users, Followers) whom it is for, as querysets; without those who stopped newsletters. A user may be in both."""
    stopped = Follower.objects.exclude(no_newsletter_at=None)
    if newsletter.audience == Audience.MEMBERS:
        held = Mandate.objects.held()
        held = held.filter(capacity=newsletter.capacity) if newsletter.capacity else held
        kind = newsletter.partner_kind
        held = held.filter(body__partner__kind=kind) if kind else held
        users = User.objects.filter(is_active=True, pk__in=held.values("user"))
        return users.exclude(pk__in=stopped.exclude(user=None).values("user")), Follower.objects.none()
    follows = Follow.objects.all()
    if newsletter.page:
        kind, _, pk = newsletter.thing_key.partition("-")
        follows = follows.filter(kind=kind, thing_id=pk or None) if kind else follows.none()
    followers = Follower.objects.filter(pk__in=follows.values("follower"), stopped_at=None, no_newsletter_at=None)
    return User.objects.none(), followers


def reach(newsletter):
    """How many it is for."""
    users, followers = readers(newsletter)
    return users.count() + followers.count()


def write_newsletters():
    """Writes what is left to write of every newsletter that was sent. Returns how many mails."""
    begun = Newsletter.objects.exclude(sent_at=None).filter(finished_at=None)
    return sum(write_left(newsletter) for newsletter in begun.order_by("pk"))


def write_left(newsletter):
    """The mails of one newsletter that are not written yet, each in a transaction of its own.

    After the last it is finished: who comes to act for a body or to follow later does not get it.
    """
    users, followers = readers(newsletter)
    got = NewsletterMail.objects.filter(newsletter=newsletter)
    users = users.exclude(pk__in=got.exclude(follower__user=None).values("follower__user"))
    followers = followers.exclude(pk__in=got.values("follower"))
    whose = [{"user_id": pk} for pk in users.order_by("pk").values_list("pk", flat=True)]
    whose += [{"pk": pk} for pk in followers.order_by("pk").values_list("pk", flat=True)]
    written = sum(write_one(newsletter, one) for one in whose)
    finish(newsletter=newsletter)
    return written


@history.act("nieuwsbrief aan iedereen geschreven", only_changes=True)
def finish(*, newsletter):
    Newsletter.objects.filter(pk=newsletter.pk).update(finished_at=timezone.now())


@transaction.atomic
def write_one(newsletter, whose):
    """Writes it to one reader, unless that was done. Returns whether it did."""
    reading = EventReading.objects.first()
    told_to = reading.let_out if reading else 0
    follower = (
        Follower.objects.get_or_create(**whose, defaults={"told_to": told_to})[0]
        if "user_id" in whose
        else Follower.objects.filter(**whose).first()
    )
    if follower is None or not NewsletterMail.objects.get_or_create(newsletter=newsletter, follower=follower)[1]:
        return False
    path = newsletter_path(follower)
    unsubscribe = settings.SITE_URL + path
    mail.queue(NEWSLETTER, to=follower.address, context=context_of(newsletter, path), unsubscribe=unsubscribe)
    return True


def context_of(newsletter, path):
    return {"title": newsletter.title, "text": newsletter.text, "leave_path": path}
