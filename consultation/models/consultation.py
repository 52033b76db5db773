"""A consultation and its questions."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from agenda.models import Version
from partners.ground.constraints import believable, refuse, refuse_past, refuse_reversed, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.publishing.woo import Categorised, known_category, woo_field
from partners.ground.templatetags.dutch import counted, day, moment
from partners.ground.texts import PAGE
from partners.models import Body, Source
from partners.planning import Period, misfits

# Those who had the form open at closing may still send for this long; the page says so.
GRACE = timedelta(minutes=15)


class Phase(models.TextChoices):
    """Where a consultation stands at a moment."""

    COMING = "binnenkort", "binnenkort"
    RUNNING = "nu", "nu open"
    CLOSED = "gesloten", "gesloten"


class ConsultationQuerySet(PublicQuerySet, RealQuerySet):
    """Questions about consultations; the moment is an argument, so that a test can choose it."""

    def coming(self, at=None):
        """Those that open after the moment `at`, now without; the first to open comes first."""
        return self.filter(opens_at__gt=at or timezone.now()).order_by("opens_at")

    def running(self, at=None):
        """Those between their two moments, also when one cannot react on this site; the first to close first."""
        at = at or timezone.now()
        return self.filter(opens_at__lte=at, closes_at__gt=at).order_by("closes_at")

    def open(self, at=None):
        """Those that take reactions on this site at the moment `at`, now without."""
        return self.running(at).public(at=at).filter(takes_letters=True)

    def closed(self, at=None):
        """Those that are over at the moment `at`, now without; the last to close comes first."""
        return self.filter(closes_at__lte=at or timezone.now()).order_by("-closes_at")

    def newest_first(self):
        return self.order_by("-opens_at")

    def with_page(self):
        """With all that its own page says, in a fixed number of queries."""
        return self.select_related("version__agenda", "source").prefetch_related(
            "questions", "steps__source", "extensions"
        )


class Consultation(Publishable, Categorised, Example):
    """Asking the bodies for their view on a version of the agenda, between two moments.

    Whether it is open is never stored: it follows from the two moments at each request.
    """

    cited_as = "N"

    ends_at_once = True

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    version = models.ForeignKey(
        Version, verbose_name="over versie", on_delete=models.PROTECT, related_name="consultations"
    )
    opens_at = models.DateTimeField("opent op")
    closes_at = models.DateTimeField(
        "sluit op",
        help_text="Tot dit moment kan men reageren. Voor ‘tot en met 20 januari’ kiest u 21 januari, 0.00 uur.",
    )
    takes_letters = models.BooleanField(
        "reageren kan op deze site",
        default=True,
        help_text="Zet uit bij een consultatie die niet via deze site liep.",
    )
    summary = models.TextField("in het kort", max_length=PAGE, help_text="Wat er wordt gevraagd, in twee zinnen.")
    asked_by = models.CharField("wie vraagt", max_length=120, default="Regio Zwolle")
    asked_of = models.TextField("aan wie", max_length=PAGE, help_text="Wie er kan reageren.")
    decided_by = models.TextField(
        "wie besluit, en wanneer",
        max_length=PAGE,
        blank=True,
        help_text="Leeg: op de site staat dat dit nog niet bekend is.",
    )
    effect = models.TextField(
        "wat ermee gebeurt",
        max_length=PAGE,
        help_text="Wat er met een reactie gebeurt. De site zegt al dat een reactie geen besluit van een raad vervangt.",
    )
    answered_by = models.DateField("antwoord uiterlijk op", null=True, blank=True)
    finished_at = models.DateTimeField(
        "afgerond op",
        null=True,
        blank=True,
        editable=False,
        help_text="Pas als elk punt een antwoord op de site heeft.",
    )
    source = models.ForeignKey(
        Source,
        verbose_name="bron",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consultations",
    )
    note = models.TextField("opmerking", max_length=PAGE, blank=True)
    # Of what the portal makes of it: what was asked, the reactions, and the nota.
    woo_category = woo_field()
    updated_at = models.DateTimeField("gewijzigd", auto_now=True)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = "consultatie"
        verbose_name_plural = "consultaties"
        ordering = ["-opens_at"]
        constraints = [
            known_category("consultation"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="consultation_closes_after_it_opens",
                violation_error_message="De consultatie sluit voor de opening.",
            ),
            believable("answered_by", model="consultation"),
            ends_after_it_is_public(model="consultation"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("consultation", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "opens_at", "closes_at", "answered_by")
        refuse_reversed(self, "opens_at", "closes_at", "De consultatie sluit voor de opening.", or_equal=True)
        if self.takes_letters:
            refuse_past(self, "closes_at")
            refuse_past(self, "answered_by")
        is_early = self.answered_by and self.closes_at and self.answered_by < timezone.localdate(self.closes_at)
        refuse(is_early, "answered_by", "Dan kan men nog reageren. Kies een dag na het sluiten.")

    def lacks(self):
        return (
            lacking(
                (not self.source, "er is geen bron ingevuld."),
                (not self.version.is_published(), "de versie waarover u iets vraagt, staat nog niet op de site."),
                (not self.steps.exists(), "er zijn geen stappen ingevuld."),
                (not self.woo_category, "er is nog geen Woo-categorie gekozen."),
                (not self.questions.exists(), "er zijn geen vragen ingevuld."),
                (not self.decided_by, "wie besluit, en wanneer, is niet ingevuld."),
                (self.takes_letters and not self.answered_by, "wanneer er antwoord komt, is niet ingevuld."),
                (self.closes_at <= timezone.now(), "de consultatie is al gesloten."),
            )
            + self.misfits()
        )

    def misfits(self):
        """Which councils and Staten cannot decide on a reaction while it is open, and why, in sentences."""
        if not self.takes_letters:
            return []
        first = max(timezone.localdate(self.opens_at), timezone.localdate())
        bodies = Body.objects.assemblies(is_example=self.is_example)
        return misfits(bodies, Period(first, self.closes_at)) if self.closes_at > timezone.now() else []

    def phase(self, at=None):
        """The Phase at the moment `at`, now without."""
        at = at or timezone.now()
        if at < self.opens_at:
            return Phase.COMING
        return Phase.RUNNING if at < self.closes_at else Phase.CLOSED

    def is_open(self, at=None):
        """Whether a new reaction may be begun at the moment `at`, now without."""
        at = at or timezone.now()
        return self.takes_letters and self.opens_at <= at < self.closes_at

    @property
    def answer_is_late(self):
        """Whether the day has passed by which its reactions would be answered."""
        return bool(self.answered_by) and self.answered_by < timezone.localdate()

    def accepts(self, *, started_at, at=None):
        """Whether a reaction begun at `started_at` may be sent at `at`: while open, or within GRACE after closing."""
        at = at or timezone.now()
        return self.is_open(at) or (
            self.takes_letters and started_at < self.closes_at and self.closes_at <= at < self.grace_ends_at
        )

    @property
    def last_minute(self):
        """The last whole minute in which one can react, for "tot en met 20 januari 2023, 23.59 uur"."""
        return self.closes_at - timedelta(minutes=1)

    @property
    def deadline(self):
        """A sentence with until when one can send."""
        if self.is_open():
            return f"Versturen kan tot en met {moment(self.last_minute)}."
        return f"De consultatie is gesloten: reageren kon tot en met {moment(self.last_minute)}."

    @property
    def deadline_in_time(self):
        """The same to those who began in time, and so have GRACE after that."""
        if self.is_open():
            minutes = GRACE // timedelta(minutes=1)
            return f"{self.deadline} Hebt u het formulier dan nog open? Dan krijgt u {minutes} minuten extra."
        return (
            f"{self.deadline} U was op tijd begonnen. Daarom kunt u deze reactie nog versturen tot "
            f"{moment(self.grace_ends_at)}. Daarna kunt u niets meer wijzigen of intrekken."
        )

    @property
    def term_left(self):
        """The same in fewer words, to those who write."""
        if self.is_open():
            return f"{self.countdown}, tot en met {moment(self.last_minute)}."
        return self.deadline_in_time

    @property
    def grace_ends_at(self):
        """Until when those who were in time may still send, this moment itself not included."""
        return self.closes_at + GRACE

    @property
    def last_day(self):
        """The last day, in the Netherlands, on which one can react."""
        return timezone.localdate(self.last_minute)

    @property
    def period(self):
        """The days on which it runs: 'Van 12 januari 2023 tot en met 20 februari 2023'."""
        return f"Van {day(self.opens_at)} tot en met {day(self.last_day)}"

    def is_term(self, step):
        """Whether `step` is the period in which one can react: it begins and ends with it."""
        return step.starts_on == timezone.localdate(self.opens_at) and step.ends_on == self.last_day

    def is_missed_by(self, step):
        """Whether `step` is meant to be that period, for it begins with it, and yet ends on another day."""
        is_own = step.ends_on and step.starts_on == timezone.localdate(self.opens_at)
        return bool(is_own and step.ends_on != self.last_day)

    def has_fixed_term(self, at=None):
        """Whether its moments change by an extension alone: one can react here, and it has opened to everyone."""
        return self.takes_letters and self.opens_at <= (at or timezone.now()) and self.was_public(at)

    def days_left(self, on=None):
        """Whole days until the last day on which one can react; 0 on that day itself."""
        return (self.last_day - (on or timezone.localdate())).days

    @property
    def countdown(self):
        """How long one can still react, as people say it. Only for a consultation that runs."""
        days = self.days_left()
        return f"Nog {counted(days, 'dag,dagen')}" if days > 0 else "Vandaag is de laatste dag"


class Question(models.Model):
    """An open question put to everyone who reacts, besides the text itself."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="questions"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    text = models.CharField("vraag", max_length=300)
    hint = models.CharField("uitleg", max_length=300, blank=True)

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "text"],
                name="question_is_asked_once_per_consultation",
                violation_error_message="Deze vraag staat er al.",
            ),
        ]

    def __str__(self):
        return self.text
