"""How the network can be reached."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from partners.ground.constraints import believable, known, refuse, refuse_future, refuse_unbelievable
from partners.ground.publishing import PublicQuerySet
from partners.models.source import Source

ASKS_CONSENT = "Vul in wanneer deze persoon hiermee instemde, of toon alleen naam en functie."


class Visibility(models.TextChoices):
    """What of a contact point everyone may read."""

    NONE = "niet", "niets: alleen het secretariaat ziet het"
    NAME = "naam", "naam en functie"
    ALL = "alles", "alles"


class ContactPointQuerySet(PublicQuerySet):
    def public(self, *, at=None, along=None):
        """As any part of a partner, and only what may be shown of it."""
        return super().public(at=at, along=along).shown(at)

    def shown(self, at=None):
        """Those of which everyone may read something at the moment `at`, now without.

        Adds that: `told_email`, `told_website` and `told_note`, empty where only a name is shown.
        """
        on = timezone.localdate(at) if at else timezone.localdate()
        told = {
            f"told_{name}": Case(
                When(visibility=Visibility.ALL, then=F(name)), default=Value(""), output_field=models.CharField()
            )
            for name in ("email", "website", "note")
        }
        lasting = Q(until__isnull=True) | Q(until__gte=on)
        return self.filter(lasting).exclude(visibility=Visibility.NONE).annotate(**told)

    def over(self, on):
        """The persons of whom the last day was before the day `on`."""
        return self.filter(is_person=True, until__lt=on)


class ContactPoint(models.Model):
    """How the network can be reached: an address of the office, or a person by name and role."""

    follows = ("partner",)

    partner = models.ForeignKey(
        "partners.Partner", verbose_name="partner", on_delete=models.CASCADE, related_name="contact_points"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    name = models.CharField("naam", max_length=120)
    role = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    note = models.CharField("opmerking", max_length=300, blank=True)
    is_person = models.BooleanField(
        "een persoon", default=False, db_default=False, help_text="Iemand met een naam, geen bureau of loket."
    )
    visibility = models.CharField(
        "wat iedereen ziet",
        max_length=5,
        choices=Visibility,
        default=Visibility.ALL,
        db_default=Visibility.ALL,
        help_text="Van een persoon staat een adres alleen op de site met diens instemming.",
    )
    consented_on = models.DateField("stemde ermee in op", null=True, blank=True)
    until = models.DateField(
        "tot en met",
        null=True,
        blank=True,
        help_text="De laatste dag. Daarna staat het niet meer op de site, en verdwijnt een persoon vanzelf.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="contact_points")

    objects = ContactPointQuerySet.as_manager()

    class Meta:
        verbose_name = "contactpunt"
        verbose_name_plural = "contactpunten"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "name"], name="contact_point_is_named_once_per_partner"),
            known("visibility", Visibility, model="contactpoint"),
            models.CheckConstraint(
                condition=Q(is_person=False) | ~Q(visibility=Visibility.ALL) | Q(consented_on__isnull=False),
                name="a_person_consents_to_an_address",
                violation_error_message=ASKS_CONSENT,
            ),
            believable("consented_on", model="contactpoint"),
            believable("until", model="contactpoint"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "consented_on", "until")
        refuse_future(self, "consented_on")
        asks = self.is_person and self.visibility == Visibility.ALL and not self.consented_on
        refuse(asks, "consented_on", ASKS_CONSENT)
