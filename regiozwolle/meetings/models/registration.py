"""Who comes to a meeting, for which partner or organisation, and with how many."""

from django.conf import settings
from django.core import signing
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q, Sum
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

from partners.ground.constraints import known
from partners.models import Partner
from regiozwolle.meetings.models.meeting import Meeting

SALT = "regiozwolle.meetings.registration"
MOST_PEOPLE = 10


class RegistrationState(models.TextChoices):
    """Whether who asked for it has a place."""

    ASKED = "gevraagd", "nog niet bevestigd"
    PLACED = "aangemeld", "aangemeld"
    WAITING = "wachtlijst", "op de wachtlijst"
    CANCELLED = "afgemeld", "afgemeld"


# What each is told to who registered: a heading, and what it means.
TOLD = {
    RegistrationState.ASKED: ("Bevestig uw aanmelding", "U hebt een plaats zodra u dit bevestigt."),
    RegistrationState.PLACED: ("U bent aangemeld", "U hebt een plaats. Twee dagen vooraf krijgt u een herinnering."),
    RegistrationState.WAITING: (
        "U staat op de wachtlijst",
        "Alle plaatsen zijn bezet. Komt er een plaats vrij, dan mailen wij u.",
    ),
    RegistrationState.CANCELLED: ("U bent afgemeld", "U komt niet. Wie op de wachtlijst staat, krijgt uw plaats."),
}


class RegistrationQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not cancelled."""
        return self.exclude(state=RegistrationState.CANCELLED)

    def placed(self):
        return self.filter(state=RegistrationState.PLACED)

    def coming(self):
        """Those with a place or on the waiting list, who must hear what changes."""
        return self.filter(state__in=[RegistrationState.PLACED, RegistrationState.WAITING])

    def mailed(self):
        """Those of whom there still is an address."""
        return self.exclude(user=None, email="")

    def waiting(self):
        """Those on the waiting list, who asked first at the front."""
        return self.filter(state=RegistrationState.WAITING).order_by("pk")

    def of(self, *, user, email):
        """Those of an account, or of who has none of an address."""
        return self.filter(user=user) if user else self.filter(email__iexact=email)

    def at(self, address):
        """Those of whoever has that address, with an account or without."""
        return self.filter(Q(email__iexact=address) | Q(user__email__iexact=address))

    def people(self):
        """How many people these are together."""
        return self.aggregate(people=Sum("people"))["people"] or 0

    def per_partner(self):
        """(Name of the partner, or None for all others together; how many people), those with most at the front."""
        found = self.placed().order_by().values_list("partner__name").annotate(count=Sum("people"))
        return sorted(found, key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))

    def forget(self):
        """Leaves how many came from where, and not who they were."""
        return self.update(user=None, email="", organisation="")


class Registration(models.Model):
    """That somebody comes with so many people. Without an account it counts once it is confirmed by mail.

    It holds no name of a person: for whom they come is enough.
    """

    meeting = models.ForeignKey(
        Meeting, verbose_name="bijeenkomst", on_delete=models.CASCADE, related_name="registrations"
    )
    partner = models.ForeignKey(
        Partner,
        verbose_name="partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meeting_registrations",
    )
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    people = models.PositiveSmallIntegerField(
        "met hoeveel mensen", default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="account",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="meeting_registrations",
    )
    email = models.EmailField("e-mailadres", blank=True)
    state = models.CharField("stand", max_length=12, choices=RegistrationState)
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True)
    told = models.CharField(
        "laatst verteld",
        max_length=300,
        blank=True,
        db_default="",
        help_text="Wanneer en waar het is, zoals het in de laatste mail stond.",
    )
    called_off_at = models.DateTimeField("verteld dat het niet doorgaat, op", null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"
        ordering = ["meeting", "pk"]
        constraints = [
            known("state", RegistrationState, model="registration"),
            models.CheckConstraint(
                condition=Q(people__range=(1, MOST_PEOPLE)),
                name="registration_is_of_a_few_people",
                violation_error_message=f"Meld 1 tot {MOST_PEOPLE} mensen aan.",
            ),
            models.CheckConstraint(
                condition=Q(partner__isnull=True) | Q(organisation=""),
                name="registration_is_for_a_partner_or_an_organisation",
                violation_error_message="Kies een partner, of vul een organisatie in.",
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=True) | Q(email=""),
                name="registration_is_of_an_account_or_an_address",
                violation_error_message="Een aanmelding is van een account of van een adres.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "user"],
                condition=~Q(state="afgemeld"),
                name="an_account_registers_once_for_a_meeting",
                violation_error_message="U bent al aangemeld.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                "meeting",
                condition=~Q(state="afgemeld") & ~Q(email=""),
                name="an_address_registers_once_for_a_meeting",
                violation_error_message="Dit adres is al aangemeld.",
            ),
        ]

    def __str__(self):
        return f"{self.meeting.title}: {self.who}"

    @property
    def who(self):
        """For whom they come."""
        return str(self.partner) if self.partner else self.organisation or "een organisatie"

    @property
    def address(self):
        """Where it is mailed; "" once it is forgotten."""
        return self.user.email if self.user else self.email

    @property
    def own_path(self):
        """Its page, for who has the link."""
        return reverse("meetings:registration", args=[signing.dumps(self.pk, salt=SALT)])

    @property
    def heading(self):
        return TOLD[self.state][0]

    @property
    def explanation(self):
        return TOLD[self.state][1]

    @property
    def is_asked(self):
        return self.state == RegistrationState.ASKED

    @property
    def is_placed(self):
        return self.state == RegistrationState.PLACED

    @property
    def is_cancelled(self):
        return self.state == RegistrationState.CANCELLED
