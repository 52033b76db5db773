"""A meeting: when, where and for whom."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from consultation.models import TableSession
from partners.ground.calendars.writing import AMSTERDAM
from partners.ground.constraints import at_least_one, believable, known, refuse, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.templatetags.dutch import NO_BREAK, weekday
from partners.ground.texts import SENTENCES
from partners.models import Source

NO_DAY = "Vul de dag in, of schrijf in woorden wanneer het is."
TWO_DAYS = "De dag is bekend. Laat ‘de dag in woorden’ dan leeg."
TIME_WITHOUT_DAY = "Een tijd hoort bij een dag. Vul ook de dag in."
ENDS_BEFORE = "Het einde ligt niet na het begin."
REGISTER_BEFORE = "Aanmelden kan tot en met de dag van de bijeenkomst, dus die dag moet bekend zijn."
NO_SEATS = "Vul 1 of meer plaatsen in, of laat het leeg."
END_WITHOUT_BEGIN = "Vul ook in hoe laat het begint."


class MeetingKind(models.TextChoices):
    """Who meets."""

    REGION_DAY = "regiodag", "Regio Zwolle dag"
    SOUNDING_BOARD = "klankbordgroep", "klankbordgroep van raden en Staten"
    ACCELERATOR = "versnellingskamer", "versnellingskamer"
    BOARD = "regiobestuur", "Regiobestuur"
    TABLES = "tafelavond", "tafelavond"
    OTHER = "anders", "andere bijeenkomst"


class MeetingQuerySet(PublicQuerySet, RealQuerySet):
    def ahead(self, today=None):
        """Those of today and later, the first at the front."""
        return self.filter(held_on__gte=today or timezone.localdate()).order_by("held_on", "starts_at", "pk")

    def held(self, today=None):
        """Those that have been, the last at the front."""
        found = self.filter(held_on__lt=today or timezone.localdate())
        return found.order_by("-held_on", "-starts_at", "-pk")

    def without_day(self):
        """Those of which the day is known in words alone."""
        return self.filter(held_on=None).order_by("-pk")


class Meeting(Publishable, Example):
    """A day on which people of the partners meet. It goes on the site once it says all that a reader needs."""

    only_whole = True

    slug = models.SlugField("adres", max_length=80, unique=True)
    title = models.CharField("titel", max_length=160)
    kind = models.CharField("soort", max_length=20, choices=MeetingKind)
    held_on = models.DateField("dag", null=True, blank=True)
    starts_at = models.TimeField("begint om", null=True, blank=True)
    ends_at = models.TimeField("eindigt om", null=True, blank=True)
    date_text = models.CharField(
        "de dag in woorden", max_length=120, blank=True, help_text="Alleen als de dag niet bekend is: voorjaar 2027."
    )
    place = models.CharField("plaats", max_length=160, blank=True, help_text="Leeg: nog niet bekend.")
    for_whom = models.CharField("voor wie", max_length=300, blank=True)
    summary = models.TextField("in het kort", max_length=SENTENCES, blank=True)
    is_cancelled = models.BooleanField(
        "gaat niet door", default=False, help_text="De bijeenkomst blijft staan, ook in kalenders, als vervallen."
    )
    register_until = models.DateTimeField(
        "aanmelden kan tot", null=True, blank=True, help_text="Leeg: aanmelden op de site kan niet."
    )
    seats = models.PositiveSmallIntegerField("plaatsen", null=True, blank=True, help_text="Leeg: er is geen grens.")
    table_session = models.OneToOneField(
        TableSession,
        verbose_name="tafelavond",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="meeting",
        help_text="Alleen als er aan tafels is gereageerd. De punten van de tafels staan dan op de pagina.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="meetings")
    note = models.CharField("opmerking", max_length=300, blank=True, help_text="Staat op de site bij de bron.")
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        ordering = [F("held_on").desc(nulls_first=True), "-pk"]
        constraints = [
            known("kind", MeetingKind, model="meeting"),
            believable("held_on", model="meeting"),
            ends_after_it_is_public(model="meeting"),
            at_least_one("seats", model="meeting", message=NO_SEATS),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) ^ Q(date_text=""),
                name="meeting_has_a_day_or_words_for_it",
                violation_error_message=NO_DAY,
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(held_on__isnull=False),
                name="meeting_time_is_of_a_day",
                violation_error_message=TIME_WITHOUT_DAY,
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="meeting_ends_after_it_starts",
                violation_error_message=ENDS_BEFORE,
            ),
        ]

    def __str__(self):
        return f"{self.title}, {self.when}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "held_on", "register_until")
        too_late = self.register_until and not (
            self.held_on and timezone.localdate(self.register_until) <= self.held_on
        )
        refuse(too_late, "register_until", REGISTER_BEFORE)
        refuse(self.seats == 0, "seats", NO_SEATS)
        refuse(not (self.held_on or self.date_text), "held_on", NO_DAY)
        refuse(self.held_on and self.date_text, "date_text", TWO_DAYS)
        refuse(self.starts_at and not self.held_on, "starts_at", TIME_WITHOUT_DAY)
        refuse(self.ends_at and not self.starts_at, "starts_at", END_WITHOUT_BEGIN)
        refuse(self.ends_at and self.ends_at <= self.starts_at, "ends_at", ENDS_BEFORE)

    def get_absolute_url(self):
        return reverse("meetings:meeting", args=[self.slug])

    @property
    def calendar_path(self):
        """Where it is as a calendar of one; "" while its day is not known."""
        return reverse("meetings:calendar", args=[self.slug]) if self.held_on else ""

    @property
    def is_ahead(self):
        """Whether it is still to come: today's is, and so is one of which the day is not known yet."""
        return self.held_on is None or self.held_on >= timezone.localdate()

    @property
    def has_begun(self):
        """Whether the moment at which it begins, as far as that is known, has come."""
        begins = self.moment_of(self.starts_at)
        return begins is not None and begins <= timezone.now()

    @property
    def when(self):
        """'donderdag 10 november 2022, 13.30 tot 17.00 uur', or what is known of it in words."""
        if not self.held_on:
            return self.date_text
        ends = f" tot {self.ends_at:%H.%M}" if self.ends_at else ""
        return weekday(self.held_on) + (f", {self.starts_at:%H.%M}{ends}{NO_BREAK}uur" if self.starts_at else "")

    @property
    def told(self):
        """When it is as a sentence, and first of all that it does not go on."""
        return f"{'Gaat niet door: ' if self.is_cancelled else ''}{capfirst(self.when)}."

    @property
    def told_to_who_comes(self):
        """What who registered must hear again as soon as it changes: whether it goes on, when and where."""
        return f"{self.told} {self.place}".strip()

    @property
    def kind_label(self):
        return capfirst(self.get_kind_display())

    @property
    def takes_registrations(self):
        """Whether one can register at this moment."""
        is_in_time = self.register_until is not None and timezone.now() < self.register_until
        return is_in_time and self.is_ahead and not self.is_cancelled

    @property
    def takes_desk_registrations(self):
        """Whether the secretariat can register somebody: until the day itself, also when it is too late on the site."""
        return self.is_public_now and self.held_on is not None and self.is_ahead and not self.is_cancelled

    @property
    def free_seats(self):
        """How many seats are left, None without a limit. One query."""
        return None if self.seats is None else max(0, self.seats - self.registrations.placed().people())

    def moment_of(self, at):
        """The moment on its day at the time `at`, in Dutch time; None for None."""
        return at and datetime.combine(self.held_on, at, AMSTERDAM)

    def lacks(self):
        """What a reader would miss: of a day to come to be able to be there, of one that was what it was about."""
        is_told = self.agenda_items.exists()
        came_of_it = self.outcome_lines.exists()
        is_to_come = self.held_on is not None and self.is_ahead
        return lacking(
            (not self.for_whom, "er staat niet bij voor wie de bijeenkomst is."),
            (is_to_come and not self.place, "de plaats is niet ingevuld."),
            (is_to_come and not self.starts_at, "de tijd is niet ingevuld."),
            (is_to_come and not is_told, "de agenda is leeg."),
            (not is_to_come and not (is_told or came_of_it), "er staat niet bij waarover het ging of wat eruit kwam."),
        )
