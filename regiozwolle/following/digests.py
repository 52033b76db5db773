"""The digests: what a follower is told of one day or week, written once however often and by how many it is tried.

What was told is known by the number of the last event (`Follower.told_to`), which moves on in the transaction that
writes the mail. So a worker that dies, two workers, or a clock that jumps, tells nothing twice and leaves nothing out.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst

from partners.ground import mail
from partners.ground.templatetags.dutch import counted, day
from partners.models import BodyKind, Mandate
from partners.planning import AMSTERDAM
from regiozwolle.following.acts import own_path
from regiozwolle.following.events import still_true
from regiozwolle.following.kinds import things_by_key
from regiozwolle.following.models import Digest, Event, EventReading, Follow, Follower, FollowKind, Rhythm
from regiozwolle.mails import DIGEST
from regiozwolle.searching.asking import ask
from regiozwolle.searching.finding import find

# The hour, in the Netherlands, from which the mail of a day or week is written.
FROM = 6
# Of one thing so many are told in full; the rest is told by their number.
MOST_LINES = 12


@dataclass(frozen=True)
class DigestGroup:
    """What happened to one thing that somebody follows, or to what their search finds."""

    heading: str
    path: str
    events: list
    own: dict = field(default_factory=dict)

    @property
    def lines(self):
        return [
            f"{'Voorbeeld: ' if one.is_example else ''}{self.told(one.sentence)}" for one in self.events[:MOST_LINES]
        ]

    def told(self, sentence):
        """'Uw raad heeft ingestemd' to who acts for the council that a sentence begins with."""
        begin = next((words for words in self.own if sentence.startswith(words)), "")
        return self.own[begin] + sentence.removeprefix(begin) if begin else sentence

    @property
    def left_out(self):
        return len(self.events[MOST_LINES:])


@dataclass(frozen=True)
class DigestContent:
    """All that one digest tells, along the chain."""

    groups: list

    @cached_property
    def told(self):
        return sum(len(group.events) for group in self.groups)

    @property
    def subject(self):
        """What happened to how much, and of what first."""
        first = self.groups[0].heading
        others = f" en nog {counted(len(self.groups) - 1, 'onderwerp,onderwerpen')}" if len(self.groups) > 1 else ""
        return f"{counted(self.told, 'nieuwtje,nieuwtjes')} over {first}{others}"[:250]


def period_at(rhythm, at):
    """The day, or the Monday of the week, whose digest is due at the moment `at`; None early on that day itself."""
    local = at.astimezone(AMSTERDAM)
    start = local.date() - timedelta(days=local.weekday() if rhythm == Rhythm.WEEKLY else 0)
    return None if local.date() == start and local.hour < FROM else start


def write_digests(rhythm, *, at=None):
    """Writes the digest of the day or week to every follower who was not looked at yet. Returns how many mails."""
    period = period_at(rhythm, at or timezone.now())
    if period is None:
        return 0
    looked_at = Digest.objects.filter(period_on__gte=period).values("follower")
    due = Follower.objects.filter(rhythm=rhythm, stopped_at=None, pk__in=Follow.objects.values("follower"))
    due = due.exclude(pk__in=looked_at)
    return sum(write_digest(key, rhythm, period) for key in list(due.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def write_digest(key, rhythm, period):
    """Writes it to one follower, unless that was done or there is nothing to tell. Returns whether it mailed."""
    follower = Follower.objects.select_related("user").filter(pk=key).first()
    content = follower and take(follower, rhythm, period)
    if not content:
        return False
    path = own_path(follower)
    context = context_of(content, follower, period)
    mail.queue(DIGEST, to=follower.address, context=context, unsubscribe=settings.SITE_URL + path)
    return True


def take(follower, rhythm, period):
    """What the follower is told now, as a DigestContent, and notes in the same transaction that it was told.

    None when there is nothing to tell or it was told already. For who calls it in a transaction, and mails it there.
    """
    follower = Follower.objects.select_for_update(of=["self"]).select_related("user").filter(pk=follower.pk).first()
    is_due = follower and follower.rhythm == rhythm and follower.stopped_at is None
    if not is_due or follower.digests.filter(period_on__gte=period).exists():
        return None
    reading = EventReading.objects.first()
    up_to = reading.let_out if reading else 0
    content = DigestContent(groups_for(follower, up_to))
    told = {"told": content.told, "subject": content.subject} if content.groups else {}
    Digest.objects.create(follower=follower, rhythm=rhythm, period_on=period, up_to=up_to, **told)
    follower.told_to = max(up_to, follower.told_to)
    follower.save(update_fields=["told_to"])
    return content if content.groups else None


def groups_for(follower, up_to):
    """The DigestGroups of what happened after what the follower was told, each event in the first that it is about."""
    follows = list(follower.follows.all())
    things = things_by_key([one.key for one in follows])
    searches = {one: pages_of(one.words) for one in follows if one.kind == FollowKind.SEARCH}
    left = still_true(happened(follower, follows, searches, up_to))
    own = own_bodies(follower)
    groups = []
    for one in in_order(follows):
        heading = heading_of(one, things)
        mine, left = parted(left, one, searches) if heading else ([], left)
        if mine:
            groups.append(DigestGroup(heading, path_of(one, things), mine, own))
    return groups


def parted(events, follow, searches):
    """(Those of `events` that are told under one thing that is followed, the others)."""
    mine = [event for event in events if event.number > follow.since and is_about(event, follow, searches)]
    numbers = {event.number for event in mine}
    return mine, [event for event in events if event.number not in numbers]


def own_bodies(follower):
    """{what a sentence begins with: what it begins with for who acts for that body}."""
    if follower.user is None:
        return {}
    held = Mandate.objects.held().filter(user=follower.user).select_related("body")
    return {capfirst(one.body.in_sentence): capfirst(BodyKind(one.body.kind).yours) for one in held}


def happened(follower, follows, searches, up_to):
    """The events that may be told, the oldest first."""
    about = Q(about__overlap=[one.key for one in follows if one.thing_id])
    about |= Q(page__in={page for pages in searches.values() for page in pages})
    return list(Event.objects.filter(about, number__gt=follower.told_to, number__lte=up_to).order_by("number"))


def in_order(follows):
    """Along the chain: what is said first, then what is decided, and what came of it."""
    order = list(FollowKind.values)
    return sorted(follows, key=lambda one: (order.index(one.kind), one.pk))


def is_about(event, follow, searches):
    return event.page in searches[follow] if follow in searches else follow.key in event.about


def pages_of(words):
    """The pages that a search finds now."""
    question = ask(words)
    return {entry.page.partition("?")[0] for entry in find(question).entries} if question else set()


def heading_of(follow, things):
    """What it is about, in a sentence; "" for what is on the site no longer."""
    if follow.kind == FollowKind.SEARCH:
        return f"wat u zoekt: ‘{follow.words}’"
    return str(things.get(follow.key, ""))


def path_of(follow, things):
    if follow.kind == FollowKind.SEARCH:
        return f"{reverse('search')}?{urlencode({'q': follow.words})}"
    thing = things.get(follow.key)
    return thing.get_absolute_url() if thing else ""


def context_of(content, follower, period):
    """What the template of a digest reads."""
    when = "Weekoverzicht, week van" if follower.rhythm == Rhythm.WEEKLY else "Overzicht van"
    return {
        "subject_line": content.subject,
        "when": f"{when} {day(period)}",
        "groups": content.groups,
        "own_path": own_path(follower),
    }
