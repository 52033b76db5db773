"""Following and stopping. Each may be done twice, and at the same moment in two tabs."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from partners.ground import mail
from partners.ground.models import Mail
from partners.ground.refusal import Refused
from partners.models import Partner, User
from regiozwolle.following.models import EventReading, Follow, Follower, FollowKind
from regiozwolle.mails import CONFIRM_FOLLOW

OWN, CONFIRM = "regiozwolle.following.own", "regiozwolle.following.confirm"
# What a link stops that came in a newsletter.
NEWSLETTERS = "nieuwsbrief"
# So much one may follow, and so many mails to confirm go to one address in a day.
MOST, MOST_ASKED = 200, 3
TOO_MANY = f"U volgt al {MOST} dingen. Stop eerst met iets."
DAY = timedelta(days=1)


def follower_of(user):
    return Follower.objects.select_related("user").filter(user=user).first()


def follower_at(address):
    """The Follower to make or find for an address: that of the account that has it, else of the address itself."""
    user = User.objects.filter(email__iexact=address, is_active=True).first()
    return {"user": user} if user else {"email": address}


@transaction.atomic
def follow(*, whose, kind, thing_id=None, words="", rhythm=""):
    """Lets the Follower with the fields `whose` follow a thing or a search, from now on. Returns the Follower.

    Who had stopped goes on by it. Raises Refused for more than MOST.
    """
    follower, is_new = Follower.objects.get_or_create(**whose)
    follower = Follower.objects.select_for_update().get(pk=follower.pk)
    reading = EventReading.objects.first()
    since = reading.let_out if reading else 0
    asked = {"kind": kind, "thing_id": thing_id, "words": words}
    if not follower.follows.filter(**asked).exists():
        if follower.follows.count() >= MOST:
            raise Refused(TOO_MANY)
        Follow.objects.create(follower=follower, since=since, **asked)
    if follower.stopped_at or is_new:
        follower.told_to = since
    follower.stopped_at = None
    follower.rhythm = rhythm or follower.rhythm
    follower.save()
    return follower


def follow_successors(*, on=None):
    """Lets who follows a partner that merged by the day `on`, today without, follow the partner that it became.

    It may be done again at any time. What happened before stays what they were told or will be.
    """
    merged = Partner.objects.filter(left_on__lte=on or timezone.localdate(), succeeded_by__in=Partner.objects.public())
    followed = merged.filter(pk__in=Follow.objects.filter(kind=FollowKind.PARTNER).values("thing_id"))
    # In the order in which they merged, so that a chain is followed to its end.
    for old, new in followed.order_by("left_on", "pk").values_list("pk", "succeeded_by"):
        follow_successor(old, new)


@transaction.atomic
def follow_successor(old, new):
    """Moves the follows of the partner with the key `old` to `new`; who follows both keeps one."""
    followers = Follower.objects.filter(follows__kind=FollowKind.PARTNER, follows__thing_id__in=[old, new])
    list(followers.select_for_update(of=["self"]).order_by("pk"))
    of_partner = Follow.objects.filter(kind=FollowKind.PARTNER)
    of_old = of_partner.filter(thing_id=old)
    of_old.filter(follower__in=of_partner.filter(thing_id=new).values("follower")).delete()
    of_old.update(thing_id=new)


def ask_to_confirm(*, address, kind, thing_id, words, rhythm, title):
    """Mails the link that confirms that this address is to follow. Nothing is kept of it until then.

    Nobody floods the mailbox of another with it: after MOST_ASKED in a day no more is sent, and the page says the same.
    """
    asked = Mail.objects.filter(kind=CONFIRM_FOLLOW.key, to__iexact=address, created_at__gt=timezone.now() - DAY)
    if asked.count() >= MOST_ASKED:
        return
    token = signing.dumps([address, kind, thing_id, words, rhythm], salt=CONFIRM)
    path, days = reverse("following:confirm", args=[token]), settings.LINK_DAYS["confirm_follow"]
    context = {"title": title, "path": path, "days": days}
    mail.queue(CONFIRM_FOLLOW, to=address, context=context)


def own_path(follower):
    """Where a follower sees and stops it all without signing in."""
    return reverse("following:own", args=[signing.dumps(follower.pk, salt=OWN)])


def newsletter_path(follower):
    """The same, from which a mail program stops newsletters alone."""
    return reverse("following:own", args=[signing.dumps([follower.pk, NEWSLETTERS], salt=OWN)])


@transaction.atomic
def stop_following(*, follower, pk):
    """Stops one thing. Of somebody without an account who follows nothing any more, nothing is kept."""
    Follow.objects.filter(follower=follower, pk=pk).delete()
    Follower.objects.filter(pk=follower.pk, user=None, follows=None).delete()


def stop_all(*, follower):
    """Takes it that this follower wants no digest; what they followed is kept, for if they come back."""
    Follower.objects.filter(pk=follower.pk, stopped_at=None).update(stopped_at=timezone.now())


def stop_newsletters(*, follower):
    Follower.objects.filter(pk=follower.pk, no_newsletter_at=None).update(no_newsletter_at=timezone.now())


def take_newsletters(*, follower):
    """Takes it that the follower wants newsletters after all."""
    Follower.objects.filter(pk=follower.pk).update(no_newsletter_at=None)


@transaction.atomic
def go_on(*, follower):
    """Takes it that the follower wants digests after all, of what happens from now on."""
    reading = EventReading.objects.first()
    changed = {"stopped_at": None, "told_to": reading.let_out if reading else 0}
    Follower.objects.filter(pk=follower.pk).exclude(stopped_at=None).update(**changed)


def choose_rhythm(*, follower, rhythm):
    Follower.objects.filter(pk=follower.pk).update(rhythm=rhythm)


def forget(*, follower):
    """Erases a follower with all that they followed, at once."""
    Follower.objects.filter(pk=follower.pk).delete()
