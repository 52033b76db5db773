"""As what people act for a body, from when until when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import Func, Q
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.models.body import Body, BodyKind
from partners.models.user import User

# Somebody may have held a seat for long.
FIRST_YEAR = 1950


class Capacity(models.TextChoices):
    """As what a person acts for a body."""

    COUNCILLOR = "raadslid", "raadslid"
    STATES_MEMBER = "statenlid", "Statenlid"
    CLERK = "griffier", "griffier"
    EXECUTIVE = "bestuurder", "bestuurder"
    SECRETARY = "secretaris", "secretaris"
    OFFICER = "ambtenaar", "ambtenaar"

    @property
    def body_kinds(self):
        """For which kinds of body one can act in this capacity."""
        return {
            Capacity.COUNCILLOR: [BodyKind.COUNCIL],
            Capacity.STATES_MEMBER: [BodyKind.STATES],
            Capacity.CLERK: [BodyKind.COUNCIL, BodyKind.STATES],
            Capacity.EXECUTIVE: [BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD],
            Capacity.SECRETARY: [BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD],
            Capacity.OFFICER: list(BodyKind),
        }[self]


# Who sits in it because they were elected, and who decides in it: those go when its term ends.
ELECTED = (Capacity.COUNCILLOR, Capacity.STATES_MEMBER)
MEMBERS = (*ELECTED, Capacity.EXECUTIVE)
# Who gets the mail for a body: who prepares its meetings, and of a board, which may have no secretary, also those who
# are in it.
RECEIVED_BY = {
    BodyKind.COUNCIL: [Capacity.CLERK],
    BodyKind.STATES: [Capacity.CLERK],
    BodyKind.EXECUTIVE: [Capacity.SECRETARY],
    BodyKind.DEPUTIES: [Capacity.SECRETARY],
    BodyKind.BOARD: [Capacity.SECRETARY, Capacity.EXECUTIVE],
}


class MandateQuerySet(models.QuerySet):
    def held(self, on=None):
        """Those in force on the day `on`, today without; both ends count."""
        on = on or timezone.localdate()
        return self.filter(Q(ends_on__gte=on) | Q(ends_on__isnull=True), starts_on__lte=on)

    def to_come_or_held(self):
        """Those that are not over today."""
        return self.filter(Q(ends_on__gte=timezone.localdate()) | Q(ends_on__isnull=True))

    def ending_with(self, body, last_day):
        """Those of the members of `body` that would go on after `last_day`, by name."""
        goes_on = Q(ends_on__gt=last_day) | Q(ends_on__isnull=True)
        return self.filter(goes_on, body=body, capacity__in=MEMBERS, starts_on__lte=last_day).order_by(
            "user__name", "user__email", "pk"
        )

    def receiving(self, bodies):
        """Those of today who get the mail for one of `bodies`, a queryset or a list."""
        receives = Q()
        for kind, capacities in RECEIVED_BY.items():
            receives |= Q(body__kind=kind, capacity__in=capacities)
        return self.held().filter(receives, user__is_active=True, body__in=bodies)

    def is_clerk(self, user, body):
        """Whether `user` is a griffier of `body` today; never for who has not signed in."""
        return user.is_authenticated and self.held().filter(user=user, body=body, capacity=Capacity.CLERK).exists()


class Mandate(models.Model):
    """In which capacity a person acts for a body, from when until when."""

    user = models.ForeignKey(User, verbose_name="gebruiker", on_delete=models.CASCADE, related_name="mandates")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="mandates")
    capacity = models.CharField("hoedanigheid", max_length=12, choices=Capacity)
    # A political opinion in the sense of the AVG, so never required.
    party_group = models.CharField(
        "fractie",
        max_length=80,
        blank=True,
        help_text="Niet verplicht. Alleen bij een raadslid of Statenlid.",
    )
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met", null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = "hoedanigheid"
        verbose_name_plural = "hoedanigheden"
        ordering = ["user", "-starts_on"]
        constraints = [
            known("capacity", Capacity, model="mandate"),
            ends_after_it_starts("starts_on", "ends_on", model="mandate"),
            believable("starts_on", model="mandate", first=FIRST_YEAR),
            believable("ends_on", model="mandate", first=FIRST_YEAR),
            models.CheckConstraint(
                condition=Q(party_group="") | Q(capacity__in=ELECTED),
                name="only_elected_members_have_a_party_group",
                violation_error_message="Alleen een raadslid of Statenlid heeft een fractie.",
            ),
            ExclusionConstraint(
                name="a_mandate_does_not_overlap_itself",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("capacity", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Deze hoedanigheid loopt al in die periode.",
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_capacity_display()} ({self.body})"

    def clean(self):
        """Refuses reversed dates on the field itself; the exclusion constraint would fail on them with an error."""
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on", first=FIRST_YEAR)
        refuse_reversed(self, "starts_on", "ends_on")
        refuse_unfitting(self)


def refuse_unfitting(holder):
    """Refuses a capacity that does not fit the body of `holder`, and a party group of who was not elected."""
    if holder.capacity not in Capacity.values:
        return
    refuse(
        holder.body_id and holder.body.kind not in Capacity(holder.capacity).body_kinds,
        "capacity",
        f"Bij dit orgaan ({holder.body.get_kind_display()}) past deze hoedanigheid niet." if holder.body_id else "",
    )
    refuse(
        holder.party_group and holder.capacity not in ELECTED,
        "party_group",
        "Alleen een raadslid of Statenlid heeft een fractie.",
    )
