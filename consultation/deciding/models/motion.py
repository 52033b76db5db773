"""What a body asked or changed beside its decision."""

from django.db import models
from django.db.models import Q
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.deciding.models.component import Component
from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.ground.texts import PAGES
from partners.models import Source

UNDATED = "Vul de dag in waarop dit is besloten."


class MotionKind(models.TextChoices):
    """Whether it asks something or changes the decision itself."""

    MOTION = "motie", "motie"
    AMENDMENT = "amendement", "amendement"


class MotionOutcome(models.TextChoices):
    """What became of it; empty is not known yet."""

    UNKNOWN = "", "nog niet bekend"
    CARRIED = "aangenomen", "aangenomen"
    REJECTED = "verworpen", "verworpen"
    WITHDRAWN = "ingetrokken", "ingetrokken"
    HELD = "aangehouden", "aangehouden"


class Motion(models.Model):
    """A motion or an amendment at a body, with its text and what became of it."""

    follows = ("track",)

    track = models.ForeignKey("Track", verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="motions")
    component = models.ForeignKey(
        Component,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="motions",
        help_text="Leeg: over het geheel.",
    )
    kind = models.CharField("soort", max_length=10, choices=MotionKind)
    title = models.CharField("titel", max_length=200)
    text = models.TextField("tekst", max_length=PAGES, blank=True)
    outcome = models.CharField("uitkomst", max_length=12, choices=MotionOutcome, default="", blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    url = models.URLField("adres", max_length=500, blank=True, help_text="Waar het orgaan de tekst publiceert.")
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="motions")

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = "motie of amendement"
        verbose_name_plural = "moties en amendementen"
        ordering = ["track", "decided_on", "pk"]
        constraints = [
            known("kind", MotionKind, model="motion"),
            known("outcome", MotionOutcome, model="motion"),
            believable("decided_on", model="motion"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(decided_on__isnull=False),
                name="a_motion_with_an_outcome_has_a_day",
                violation_error_message=UNDATED,
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} ‘{self.title}’"

    @property
    def linked(self):
        """What it is called, with a link to its text at the body where that is known, as safe HTML."""
        return format_html('<a href="{}">{}</a>', self.url, capfirst(str(self))) if self.url else capfirst(str(self))

    @property
    def told(self):
        """What it is, what became of it and what it says, as safe HTML."""
        return format_html("{}: {}. {}", self.linked, self.get_outcome_display(), self.text)

    def clean(self):
        super().clean()
        refuse_future(self, "decided_on")
        refuse_unbelievable(self, "decided_on")
        refuse(self.outcome and self.decided_on is None, "decided_on", UNDATED)
        other = self.track_id and self.component and self.component.dossier_id != self.track.dossier_id
        refuse(other, "component", "Dit onderdeel hoort bij een ander dossier.")
