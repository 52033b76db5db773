"""Progress reports: what the portal knew about a period, frozen so that it can be cited for ever."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from partners.ground.constraints import believable, ends_after_it_starts, refuse, refuse_reversed, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing.woo import Categorised, known_category, woo_field
from partners.ground.texts import PAGES


class ReportQuerySet(RealQuerySet):
    def published(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(published_at__lte=at or timezone.now())

    def readable_by(self, user):
        """Those that `user` may read: the secretariat also what is in preparation."""
        return self if user.has_perm("results.view_report") else self.published()

    def before(self, report):
        """The frozen reports on an earlier period than `report`, examples only before an example; newest first."""
        earlier = self.filter(ends_on__lt=report.ends_on, is_example=report.is_example, frozen_at__isnull=False)
        return earlier.order_by("-ends_on", "-pk")


class Report(Categorised, Example):
    """A progress report over a period: `content` is what was known, gathered once, and never changes afterwards.

    `content` is {"sections": [{"key", "title", "columns": [{"key", "title", "kind", "is_read"}], "rows": [{"key",
    "name", "address", "cells": [...]}]}]}: a cell is a text, a number as text, an ISO date, or None when nobody
    knew it; `is_read` is False for a column that only the files for programs have. It is None until it is frozen.
    """

    cited_as = "R"

    title = models.CharField("titel", max_length=120, help_text="Bijvoorbeeld: Voortgangsrapportage 2026-1.")
    slug = models.SlugField("adres op de site", max_length=60, unique=True, help_text="Bijvoorbeeld: 2026-1.")
    starts_on = models.DateField("eerste dag van de periode")
    ends_on = models.DateField(
        "laatste dag van de periode",
        help_text="De rapportage toont de stand op deze dag. Die mag niet later dan nu zijn.",
    )
    introduction = models.TextField(
        "inleiding",
        max_length=PAGES,
        blank=True,
        help_text="In gewone taal. Staat boven de cijfers en wordt mee vastgelegd.",
    )
    frozen_at = models.DateTimeField("vastgelegd op", null=True, editable=False)
    published_at = models.DateTimeField(
        "op de site vanaf", null=True, blank=True, help_text="Leeg: alleen het secretariaat ziet deze rapportage."
    )
    previous = models.ForeignKey(
        "self",
        verbose_name="vorige rapportage",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="next_reports",
    )
    content = models.JSONField("inhoud", null=True, editable=False)
    woo_category = woo_field()

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "rapportage"
        verbose_name_plural = "rapportages"
        ordering = ["is_example", "-ends_on", "-pk"]
        constraints = [
            known_category("report"),
            ends_after_it_starts("starts_on", "ends_on", model="report"),
            believable("starts_on", model="report"),
            believable("ends_on", model="report"),
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, content__isnull=True, previous__isnull=True)
                | Q(frozen_at__isnull=False, content__isnull=False),
                name="report_is_frozen_as_a_whole",
                violation_error_message="Een rapportage wordt in één keer vastgelegd.",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | Q(frozen_at__isnull=False),
                name="report_is_frozen_before_it_is_published",
                violation_error_message="Leg de rapportage eerst vast. Daarna kan die op de site.",
            ),
            models.CheckConstraint(
                condition=~Q(previous=models.F("id")),
                name="report_is_not_its_own_previous",
                violation_error_message="Een rapportage komt niet na zichzelf.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("report", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")
        is_early = self.frozen_at and self.published_at and self.published_at < self.frozen_at
        refuse(is_early, "published_at", "De rapportage is pas daarna vastgelegd. Kies een later moment.")

    @property
    def is_frozen(self):
        return self.frozen_at is not None

    def is_published(self, at=None):
        """Whether everyone may read it at the moment `at`, now without."""
        return self.published_at is not None and self.published_at <= (at or timezone.now())
