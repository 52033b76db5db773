"""What the roof itself remembers."""

from django.db import models
from django.db.models.functions import Now

from regiozwolle.api.feed.models import PublishedRow, PublishedState
from regiozwolle.following.models import Digest, Event, EventReading, Follow, Follower
from regiozwolle.identity.models import AccountChange, OpenSession, RightsCheck, RightsReview
from regiozwolle.newsletters.models import Newsletter, NewsletterMail
from regiozwolle.nudging.models import Nudge
from regiozwolle.searching.models import SearchEntry, SearchReading, SearchWord
from regiozwolle.weekly.models import WeeklyMail, WeeklyReader

__all__ = [
    "AccountChange",
    "Digest",
    "Event",
    "EventReading",
    "Follow",
    "Follower",
    "FormerAddress",
    "Newsletter",
    "NewsletterMail",
    "Nudge",
    "OpenSession",
    "PublishedRow",
    "PublishedState",
    "RightsCheck",
    "RightsReview",
    "SearchEntry",
    "SearchReading",
    "SearchWord",
    "SeededEntry",
    "WeeklyMail",
    "WeeklyReader",
]


class SeededEntry(models.Model):
    """That an entry of the seed was once loaded, and which row it became.

    The row may have been changed, given another address or deleted since. All of those are the editors'
    decisions, so an entry that is listed here is never loaded again.
    """

    key = models.CharField("kenmerk", max_length=300, unique=True)
    object_id = models.BigIntegerField("rij")

    class Meta:
        verbose_name = "geladen gegeven"
        verbose_name_plural = "geladen gegevens"

    def __str__(self):
        return self.key


class FormerAddress(models.Model):
    """What a row was once called in its address. The database writes it whenever a slug changes, by whatever route."""

    table_name = models.CharField("tabel", max_length=63)
    slug = models.CharField("adres", max_length=100)
    row_id = models.BigIntegerField("rij")
    left_at = models.DateTimeField("tot", db_default=Now())

    class Meta:
        verbose_name = "vroeger adres"
        verbose_name_plural = "vroegere adressen"
        constraints = [
            models.UniqueConstraint(
                fields=["table_name", "slug"],
                name="former_address_is_of_one_row",
                violation_error_message="Dit adres was eerder al van iets.",
            ),
        ]

    def __str__(self):
        return f"{self.table_name} {self.slug}"
