"""What happened on the site, who wants to hear of it, and what each was told."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from partners.ground.constraints import believable, known


class FollowKind(models.TextChoices):
    """The kinds of things that one can follow, in the order of the chain; the value stands in addresses."""

    ELEMENT = "onderdeel", "onderdeel van de agenda"
    CONSULTATION = "consultatie", "consultatie"
    DOSSIER = "dossier", "dossier"
    PARTNER = "partner", "partner"
    FIGURE = "cijfer", "cijfer"
    PROJECT = "project", "project"
    SEARCH = "zoeken", "zoekvraag"


class EventReading(models.Model):
    """Up to which change the record was read for events, and how many events were let out. There is one row."""

    changes_read = models.BigIntegerField("tot en met wijziging", default=0)
    let_out = models.BigIntegerField("zo veel gebeurtenissen", default=0)

    class Meta:
        verbose_name = "stand van de gebeurtenissen"
        verbose_name_plural = "stand van de gebeurtenissen"

    def __str__(self):
        return f"tot en met wijziging {self.changes_read}"


class Event(models.Model):
    """What happened to a row that everyone may read, in a sentence. Made of one change, by the worker alone.

    It gets its number when it is let out: once it is public, in an order that no clock changes. Readers go by that
    number, so that each is told once. `about` are the keys of all that one hears of it by (`kinds.key_of`).
    """

    number = models.BigIntegerField("nummer", null=True, unique=True)
    change_id = models.BigIntegerField("wijziging")
    place = models.PositiveSmallIntegerField("de hoeveelste van die wijziging")
    row_table = models.CharField("tabel", max_length=63)
    row_id = models.BigIntegerField("rij")
    about = ArrayField(models.CharField(max_length=40), verbose_name="gaat over", default=list)
    sentence = models.CharField("wat er gebeurde", max_length=400)
    address = models.CharField("adres", max_length=300)
    page = models.CharField("pagina", max_length=300, help_text="Het adres zonder de plaats op de pagina.")
    public_at = models.DateTimeField("openbaar vanaf")
    is_example = models.BooleanField("voorbeeld", default=False)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["change_id", "place"],
                name="an_event_is_made_once",
                violation_error_message="Deze gebeurtenis is er al.",
            ),
        ]
        indexes = [
            GinIndex(fields=["about"], name="event_about"),
            models.Index(fields=["public_at"], condition=Q(number__isnull=True), name="event_to_come"),
            models.Index(fields=["row_table", "row_id"], name="event_of_row"),
        ]

    def __str__(self):
        return self.sentence

    @property
    def row(self):
        """(Table, key) of what it happened to."""
        return self.row_table, self.row_id


class Rhythm(models.TextChoices):
    """How often a follower is told; what is asked of somebody is mailed at once, and is no digest."""

    DAILY = "dag", "elke dag, als er iets is"
    WEEKLY = "week", "één keer per week, als er iets is"


class Follower(models.Model):
    """Somebody who follows things: an account, or an address that somebody confirmed from its own mailbox.

    `told_to` is the number of the last event that they were told of, or that passed while there was nothing for them.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="follower",
    )
    email = models.EmailField("e-mailadres", blank=True)
    rhythm = models.CharField("hoe vaak", max_length=4, choices=Rhythm, default=Rhythm.WEEKLY)
    told_to = models.BigIntegerField("verteld tot en met gebeurtenis", default=0)
    stopped_at = models.DateTimeField("wil geen mails over wat is gevolgd, sinds", null=True, blank=True)
    no_newsletter_at = models.DateTimeField("wil geen nieuwsbrief, sinds", null=True, blank=True)
    made_at = models.DateTimeField("volgt sinds", auto_now_add=True)

    class Meta:
        verbose_name = "volger"
        verbose_name_plural = "volgers"
        constraints = [
            known("rhythm", Rhythm, model="follower"),
            models.CheckConstraint(
                condition=Q(user__isnull=True) & ~Q(email="") | Q(user__isnull=False, email=""),
                name="a_follower_is_a_user_or_an_address",
                violation_error_message="Een volger is een gebruiker of een adres, niet allebei.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="one_follower_per_address",
                violation_error_message="Dit adres volgt al.",
            ),
        ]

    def __str__(self):
        return str(self.user or self.email)

    @property
    def address(self):
        return self.user.email if self.user else self.email


class Follow(models.Model):
    """That somebody follows one thing, or what a search finds, from the event after the number `since`."""

    follower = models.ForeignKey(Follower, verbose_name="volger", on_delete=models.CASCADE, related_name="follows")
    kind = models.CharField("soort", max_length=16, choices=FollowKind)
    # No foreign key: it is of one of six tables. What is gone is told of by nothing, and is left out of every list.
    thing_id = models.BigIntegerField("rij", null=True, blank=True)
    words = models.CharField("zoekwoorden", max_length=200, blank=True)
    since = models.BigIntegerField("sinds gebeurtenis", default=0)
    made_at = models.DateTimeField("volgt sinds", auto_now_add=True)

    class Meta:
        verbose_name = "wat iemand volgt"
        verbose_name_plural = "wat u volgt"
        ordering = ["pk"]
        constraints = [
            known("kind", FollowKind, model="follow"),
            models.CheckConstraint(
                condition=Q(kind=FollowKind.SEARCH, thing_id__isnull=True) & ~Q(words="")
                | ~Q(kind=FollowKind.SEARCH) & Q(thing_id__isnull=False, words=""),
                name="a_follow_is_of_a_thing_or_a_search",
                violation_error_message="Men volgt een ding of een zoekvraag.",
            ),
            models.UniqueConstraint(
                fields=["follower", "kind", "thing_id", "words"],
                nulls_distinct=False,
                name="one_follow_per_thing",
                violation_error_message="Dit volgt u al.",
            ),
        ]
        indexes = [models.Index(fields=["kind", "thing_id"], name="follow_of_thing")]

    def __str__(self):
        return f"zoeken naar ‘{self.words}’" if self.words else f"{self.get_kind_display()} {self.thing_id}"

    @property
    def key(self):
        """As events name it (`kinds.key_of`)."""
        return f"{self.kind}-{self.thing_id}"


class Digest(models.Model):
    """That a follower was looked at for one day or week: how much was told, or that there was nothing to tell."""

    follower = models.ForeignKey(Follower, verbose_name="volger", on_delete=models.CASCADE, related_name="digests")
    rhythm = models.CharField("hoe vaak", max_length=4, choices=Rhythm)
    period_on = models.DateField("dag, of de maandag van de week")
    told = models.PositiveIntegerField("zo veel gebeurtenissen", default=0)
    up_to = models.BigIntegerField("tot en met gebeurtenis")
    subject = models.CharField("onderwerp", max_length=250, blank=True, help_text="Leeg: er was niets te melden.")
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)

    class Meta:
        verbose_name = "overzicht"
        verbose_name_plural = "overzichten"
        ordering = ["-period_on", "-pk"]
        constraints = [
            known("rhythm", Rhythm, model="digest"),
            believable("period_on", model="digest"),
            models.UniqueConstraint(
                fields=["follower", "rhythm", "period_on"],
                name="one_digest_per_follower_and_period",
                violation_error_message="Over deze dag of week is al verteld.",
            ),
        ]
        indexes = [models.Index(fields=["rhythm", "period_on"], name="digest_of_period")]

    def __str__(self):
        return f"{self.follower}, {self.get_rhythm_display()}, {self.period_on:%d-%m-%Y}"
