"""The feed of one thing, of what a search finds, and of everything."""

from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from partners.ground import limits
from partners.ground.documents.text import UNFIT
from partners.ground.state.pieces import piece
from regiozwolle.following.digests import pages_of
from regiozwolle.following.events import still_true
from regiozwolle.following.kinds import key_of, thing_at
from regiozwolle.following.models import Event

EVERYTHING = "alles"
# So many are shown, of so many that are looked at: some of them may be withdrawn, or told anew.
SHOWN, LOOKED_AT = 50, 200
LONGEST_WORDS = 200  # characters
# Of a feed in which nothing happened yet: when there was first something to follow.
BEGAN = datetime(2026, 11, 30, tzinfo=UTC)


class EventFeed(Atom1Feed):
    """Says of what is empty the same each time, where Django says that it is of this moment."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else BEGAN


@require_safe
def feed(request, kind, key):
    """What happened to one thing, or to all of them under `alles`, the newest first."""
    if kind == EVERYTHING:
        return answer(request, EVERYTHING, "Alles", "/", entries_about(EVERYTHING))
    thing = thing_at(kind, key)
    if thing is None:
        raise Http404("Dit is er niet, of nog niet.")
    name = key_of(thing)
    return answer(request, name, str(thing), thing.get_absolute_url(), entries_about(name))


@require_safe
def search_feed(request, words):
    """What happened on the pages that a search finds now."""
    limits.hold_if_possible(request, limits.SEARCHING)
    if len(words) > LONGEST_WORDS or UNFIT.search(words):
        raise Http404("Zoek met minder woorden.")
    found = Event.objects.filter(page__in=pages_of(words))
    return answer(request, f"zoeken-{words}", f"Zoeken naar ‘{words}’", reverse("search"), entries_of(found))


class FeedEntry(NamedTuple):
    """An Event as the feed tells it."""

    number: int
    title: str
    address: str
    at: datetime


@piece
def entries_about(name):
    """The FeedEntries of what is called `name`, or of EVERYTHING."""
    return entries_of(Event.objects.all() if name == EVERYTHING else Event.objects.filter(about__contains=[name]))


def entries_of(events):
    """The FeedEntries of the newest of `events` that are still true, as a tuple."""
    newest = list(events.exclude(number=None).order_by("-number")[:LOOKED_AT])
    return tuple(
        FeedEntry(one.number, f"{'Voorbeeld: ' if one.is_example else ''}{one.sentence}", one.address, one.public_at)
        for one in still_true(newest)[:SHOWN]
    )


def answer(request, name, title, path, entries):
    """The Atom feed of these FeedEntries, valid by RFC 4287; `name` is what stays of what it is about."""
    here = settings.SITE_URL + request.path
    made = EventFeed(
        title=UNFIT.sub("", f"{title} – Regio Zwolle"),
        link=settings.SITE_URL + path,
        feed_url=here,
        feed_guid=tag("feed", name),
        description=None,
        subtitle="Wat er gebeurde, in één zin.",
        language="nl",
        author_name="Regio Zwolle",
    )
    for one in entries:
        made.add_item(
            title=UNFIT.sub("", one.title),
            link=settings.SITE_URL + one.address,
            description=None,
            unique_id=tag("gebeurtenis", one.number),
            pubdate=one.at,
            updateddate=one.at,
        )
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def tag(kind, name):
    """An id that stays the same whatever becomes of addresses (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{BEGAN.year}:{kind}:{quote(str(name))}"
