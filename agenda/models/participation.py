"""Who takes part in what."""

from django.db import models
from django.utils.html import format_html

from agenda.models.element import CARRIED_OUT, Element
from partners.ground.constraints import believable, ends_after_it_starts, known, refuse_reversed, refuse_unbelievable
from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import cited, day, unbroken
from partners.models import Partner, Source


class ParticipationRole(models.TextChoices):
    """As what a partner takes part."""

    UNKNOWN = "onbekend", "nog niet bekend"
    LEAD = "trekker", "trekker"
    PARTNER = "deelnemer", "deelnemer"
    FOLLOWER = "volger", "volgt"


class ParticipationQuerySet(PublicQuerySet, RealQuerySet):
    path_to_example = "partner__is_example"


class Participation(models.Model):
    """That a partner takes part in a part of the agenda. Taking part is a choice per part; who does not, pays not."""

    follows = ("partner",)

    partner = models.ForeignKey(
        Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="participations"
    )
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        related_name="participations",
        limit_choices_to={"kind__in": CARRIED_OUT},
    )
    role = models.CharField("rol", max_length=12, choices=ParticipationRole, default=ParticipationRole.UNKNOWN)
    starts_on = models.DateField("van", null=True, blank=True)
    ends_on = models.DateField("tot en met", null=True, blank=True)
    contribution = models.CharField(
        "bijdrage", max_length=200, blank=True, help_text="In woorden. Leeg is: nog niet bekend, nooit nul."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="participations")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["partner", "element__position"]
        constraints = [
            known("role", ParticipationRole, model="participation"),
            ends_after_it_starts("starts_on", "ends_on", model="participation"),
            believable("starts_on", model="participation"),
            believable("ends_on", model="participation"),
            models.UniqueConstraint(
                fields=["partner", "element", "starts_on"],
                name="one_participation_per_partner_element_and_start",
                nulls_distinct=False,
                violation_error_message="Deze deelname is er al.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}: {self.element}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")

    @property
    def is_role_known(self):
        return self.role != ParticipationRole.UNKNOWN

    @property
    def known_role(self):
        """As what it takes part in words, or "" when that is not known."""
        return self.get_role_display() if self.is_role_known else ""

    @property
    def period(self):
        """From when until when, to follow what it is in: ', vanaf 1 januari 2024, tot en met 31 december 2025'."""
        starts = f", vanaf {day(self.starts_on)}" if self.starts_on else ""
        ends = f", tot en met {day(self.ends_on)}" if self.ends_on else ""
        return f"{starts}{ends}"

    @property
    def remarks(self):
        """What is said beside it, each a sentence or more: a note, and where it is from."""
        return [unbroken(note) for note in [self.note] if note] + [format_html("Bron: {}.", cited(self.source))]
