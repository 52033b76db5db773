"""Who takes part in what."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html

from agenda.models.element import CARRIED_OUT, Element
from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import cited, day, unbroken
from partners.models import Partner, Source

NO_ROLE = "Wie niet meedoet, heeft geen rol en geen bijdrage. Laat die leeg."
NO_DAY = "Is de dag bekend, kies dan ‘doet mee’ en vul de dag in bij ‘van’. Laat anders de dagen leeg."


class ParticipationRole(models.TextChoices):
    """As what a partner takes part."""

    UNKNOWN = "onbekend", "nog niet bekend"
    LEAD = "trekker", "trekker"
    PARTNER = "deelnemer", "deelnemer"
    FOLLOWER = "volger", "volgt"


# Of these there is more to say than that it takes part.
WITH_A_PART = (ParticipationRole.LEAD, ParticipationRole.PARTNER)


class ParticipationStatus(models.TextChoices):
    """Whether a partner takes part. Of whom there is no participation, it is not known."""

    YES = "doet-mee", "doet mee"
    LATER = "later", "doet later mee"
    NO = "doet-niet-mee", "doet niet mee"


class ParticipationQuerySet(PublicQuerySet, RealQuerySet):
    path_to_example = "partner__is_example"

    def agreed(self):
        """Of who takes part, took part or will from a day that is known."""
        return self.filter(status=ParticipationStatus.YES)

    def refused(self):
        """Of who does not take part."""
        return self.filter(status=ParticipationStatus.NO)

    def on(self, day):
        """What holds on that day; a begin or end that is not known lies open."""
        return self.not_ended(day).filter(Q(starts_on=None) | Q(starts_on__lte=day))

    def leading(self, elements, day):
        """Of who leads one of `elements`, or the part that it stands under, on that day; with the partner."""
        above = [element.parent_id for element in elements if element.parent_id]
        leads = self.agreed().on(day).filter(role=ParticipationRole.LEAD)
        return leads.filter(Q(element__in=elements) | Q(element__in=above)).select_related("partner")

    def not_ended(self, day):
        """What holds on that day or later; of a partner that was merged before, nothing does."""
        stays = Q(partner__left_on=None) | Q(partner__left_on__gt=day)
        return self.filter(stays, Q(ends_on=None) | Q(ends_on__gte=day))


class Participation(models.Model):
    """Whether a partner takes part in a part of the agenda: a choice per part. Who does not, pays nothing."""

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
    status = models.CharField(
        "doet mee",
        max_length=16,
        choices=ParticipationStatus,
        default=ParticipationStatus.YES,
        help_text="Is de dag al bekend waarop de partner gaat meedoen? Kies dan ‘doet mee’ en vul de dag in bij ‘van’.",
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
            known("status", ParticipationStatus, model="participation"),
            known("role", ParticipationRole, model="participation"),
            models.CheckConstraint(
                condition=~Q(status=ParticipationStatus.NO) | Q(role=ParticipationRole.UNKNOWN, contribution=""),
                name="participation_refused_has_no_role",
                violation_error_message=NO_ROLE,
            ),
            models.CheckConstraint(
                condition=~Q(status=ParticipationStatus.LATER) | Q(starts_on__isnull=True, ends_on__isnull=True),
                name="participation_for_later_has_no_day",
                violation_error_message=NO_DAY,
            ),
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
        has_part = self.role != ParticipationRole.UNKNOWN or self.contribution
        refuse(self.status == ParticipationStatus.NO and has_part, "status", NO_ROLE)
        has_day = self.starts_on or self.ends_on
        refuse(self.status == ParticipationStatus.LATER and has_day, "status", NO_DAY)

    @property
    def takes_part(self):
        """Whether it says that the partner takes part, in its period."""
        return self.status == ParticipationStatus.YES

    @property
    def is_refused(self):
        return self.status == ParticipationStatus.NO

    @property
    def is_for_later(self):
        return self.status == ParticipationStatus.LATER

    def holds_on(self, day):
        """Whether it says something of that day; a begin or end that is not known lies open."""
        return (self.starts_on is None or self.starts_on <= day) and (self.last_day is None or self.last_day >= day)

    @property
    def last_day(self):
        """The last day of it as far as that is known: a partner that was merged takes part no longer than it was."""
        left = self.partner.left_on if self.partner_id else None
        return min(filter(None, [self.ends_on, left and left - timedelta(days=1)]), default=None)

    @property
    def only_follows(self):
        """Whether the partner only follows what is done, for which it does not pay."""
        return self.takes_part and self.role == ParticipationRole.FOLLOWER

    @property
    def standing(self):
        """Whether it takes part, since when and as what: 'doet mee sinds 1 juli 2026 als trekker'; on every page so."""
        return self.standing_on(timezone.localdate())

    def standing_on(self, today):
        """As `standing`, on the day `today`."""
        last = self.last_day
        has_ended = last is not None and last < today
        has_begun = self.starts_on is not None and self.starts_on <= today
        starts = f" {'sinds' if has_begun and not last else 'vanaf'} {day(self.starts_on)}"
        ends = f" tot en met {day(last)}" if last else ""
        role = f" als {self.get_role_display()}" if self.role in WITH_A_PART else ""
        return f"{self.verb(has_ended=has_ended)}{starts if self.starts_on else ''}{ends}{role}"

    def verb(self, *, has_ended):
        """What it does or, when that `has_ended`, did."""
        if self.only_follows:
            return "volgde" if has_ended else "volgt"
        if has_ended:
            return "deed niet mee" if self.is_refused else "deed mee"
        return self.get_status_display()

    @property
    def remarks(self):
        """What is said beside it, each a sentence or more: a note, and where it is from."""
        return [unbroken(note) for note in [self.note] if note] + [format_html("Bron: {}.", cited(self.source))]
