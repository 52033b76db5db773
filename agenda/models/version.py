"""An agenda and the states of its text."""

import json
from hashlib import sha256

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from partners.ground.constraints import believable, known, refuse_reversed, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing.woo import Categorised, known_category, woo_field
from partners.ground.templatetags.dutch import cited, day, moment
from partners.ground.texts import PAGE, PAGES
from partners.models import Source


class AgendaQuerySet(RealQuerySet):
    def newest_first(self):
        return self.order_by("-first_year")


class Agenda(Example):
    """A strategic agenda for a number of years. Later ones succeed it; old ones stay at their address."""

    slug = models.SlugField("adres op de site", max_length=40, unique=True, help_text="Bijvoorbeeld: 2024-2028.")
    title = models.CharField("titel", max_length=160)
    first_year = models.PositiveSmallIntegerField("eerste jaar")
    last_year = models.PositiveSmallIntegerField("laatste jaar")
    introduction = models.TextField(
        "inleiding", max_length=PAGES, blank=True, help_text="In gewone taal, van de redactie. Staat boven de agenda."
    )
    status_note = models.TextField(
        "stand van zaken",
        max_length=PAGE,
        blank=True,
        help_text="Wat bekend is over de vaststelling. Staat boven de agenda.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="agendas")
    four_eyes = models.BooleanField(
        "een nieuwe versie vraagt twee mensen",
        default=False,
        db_default=False,
        help_text="De een legt de versie voor, een ander leest die en zet die op de site.",
    )

    objects = AgendaQuerySet.as_manager()

    class Meta:
        verbose_name = "agenda"
        verbose_name_plural = "agenda’s"
        ordering = ["-first_year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")),
                name="agenda_ends_after_it_starts",
                violation_error_message="Het laatste jaar ligt voor het eerste.",
            ),
            believable("first_year", model="agenda", is_year=True),
            believable("last_year", model="agenda", is_year=True),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agenda:versions", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "first_year", "last_year")
        refuse_reversed(self, "first_year", "last_year", "Het laatste jaar ligt voor het eerste.")


class VersionStatus(models.TextChoices):
    """Whether the text is still being talked about or has been decided."""

    DRAFT = "concept", "concept"
    ADOPTED = "vastgesteld", "vastgesteld"


class VersionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(published_at__lte=at or timezone.now())

    def readable_by(self, user, *, previewed=None):
        """Those that `user` may read: the secretariat also what is in preparation, others also the one `previewed`."""
        public = Q(published_at__lte=timezone.now())
        return self if user.has_perm("agenda.view_version") else self.filter(public | Q(pk=previewed and previewed.pk))

    def in_preparation(self):
        """Those whose words may still change."""
        return self.filter(published_at=None)

    def with_newest(self, at=None):
        """Adds `newest_number`: the number of the newest version of its agenda that is published at the moment `at`."""
        siblings = Version.objects.filter(agenda=OuterRef("agenda"), published_at__lte=at or timezone.now())
        return self.annotate(newest_number=Subquery(siblings.order_by("-number").values("number")[:1]))

    def current(self, at=None):
        """The version to show: the first of `to_show`, or None."""
        return self.to_show(at).first()

    def to_show(self, at=None):
        """First the version to show: the highest published number of the newest real agenda."""
        return (
            self.published(at)
            .filter(agenda__is_example=False)
            .with_newest(at)
            .select_related("agenda__source", "source")
            .order_by("-agenda__first_year", "-number")
        )


class Version(Categorised, models.Model):
    """A numbered, dated state of the text of an agenda."""

    agenda = models.ForeignKey(Agenda, verbose_name="agenda", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("nummer")
    status = models.CharField("status", max_length=12, choices=VersionStatus, default=VersionStatus.DRAFT)
    dated_on = models.DateField("datum", help_text="De dag waarop deze tekst is aangeboden of vastgesteld.")
    published_at = models.DateTimeField(
        "op de site vanaf", null=True, blank=True, help_text="Leeg: alleen het secretariaat ziet deze versie."
    )
    precedes_site = models.BooleanField(
        "van vóór deze site",
        default=False,
        help_text="De tekst was er al voordat deze site er was. Dan staat er geen moment bij.",
    )
    note = models.TextField("opmerking", max_length=PAGE, blank=True, help_text="Staat op de site bij deze versie.")
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )
    woo_category = woo_field()

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering = ["agenda", "-number"]
        constraints = [
            known("status", VersionStatus, model="version"),
            models.UniqueConstraint(
                fields=["agenda", "number"],
                name="version_number_is_used_once_per_agenda",
                violation_error_message="Deze agenda heeft al een versie met dit nummer.",
            ),
            believable("dated_on", model="version"),
            known_category("version"),
        ]

    def __str__(self):
        return f"{self.agenda}, versie {self.number} ({self.get_status_display()})"

    def get_absolute_url(self):
        return reverse("agenda:version", args=[self.agenda.slug, self.number])

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "dated_on")

    @property
    def title(self):
        """'Versie 2, vastgesteld'; an unpublished one says so."""
        hidden = "" if self.is_published() else " (nog niet op de site)"
        return f"Versie {self.number}, {self.get_status_display()}{hidden}"

    @property
    def dated(self):
        """'Versie 2: vastgesteld, 1 mei 2024', to stand above its words."""
        return f"Versie {self.number}: {self.get_status_display()}, {day(self.dated_on)}"

    @property
    def dated_inside(self):
        """The same inside a sentence: 'versie 2, vastgesteld, 1 mei 2024'."""
        return f"versie {self.number}, {self.get_status_display()}, {day(self.dated_on)}"

    @property
    def origin(self):
        """Where its words are from, as safe HTML to go on with after a sentence without its full stop; or ""."""
        return format_html(". Bron: {}", cited(self.source)) if self.source else ""

    @property
    def visibility(self):
        """Since when, or from when, everyone may read it, as a sentence."""
        if self.is_published() and self.precedes_site:
            return "Van vóór deze site."
        if self.is_published():
            return f"Op de site sinds {moment(self.published_at)}."
        if self.published_at:
            return f"Komt op de site op {moment(self.published_at)}. Nu ziet alleen het secretariaat dit."
        return "In voorbereiding. Alleen het secretariaat ziet dit."

    @property
    def digest(self):
        """The SHA-256 of all its words with their codes, in hexadecimal: the same words have the same. One query."""
        words = self.wordings.order_by("position", "element__code")
        found = list(words.values_list("element__code", "number", "text", "markup"))
        return sha256(json.dumps(found, ensure_ascii=False).encode()).hexdigest()

    @property
    def is_fixed(self):
        """Whether its words may no longer change: it is on the site, or planned for it by somebody who read them."""
        return self.published_at is not None

    @property
    def is_planned(self):
        """Whether it comes on the site by itself, at a moment that has not been yet."""
        return self.is_fixed and not self.is_published()

    @property
    def can_be_read(self):
        """Whether everyone can read it now."""
        return self.is_published()

    def is_published(self, at=None):
        """Whether everyone may read it at the moment `at`, now without. What is published never changes again."""
        return self.published_at is not None and self.published_at <= (at or timezone.now())
