"""A link with which somebody without an account enters what one body does with one dossier, and each use of it."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.models.track import Track
from partners.ground.constraints import known
from partners.ground.templatetags.dutch import day, moment
from partners.ground.texts import PAGE

# What a link is signed with. The database holds nothing from which a link can be made.
ENTRY_SALT = "deciding.entry_link"
LASTS = timedelta(days=28)
# How long after its end it is known to whom a link was sent.
KNOWN_FOR = timedelta(days=90)


class LinkPurpose(models.TextChoices):
    """The one thing that a link is for."""

    DAY = "dag", "de dag van behandeling"
    OUTCOME = "uitkomst", "de uitkomst"


class EntryLinkQuerySet(models.QuerySet):
    def to_forget(self):
        """Those of which it need not be known any more to whom they were sent."""
        return self.filter(ends_on__lt=timezone.localdate() - KNOWN_FOR).exclude(address="")

    def forget(self):
        """Takes away to whom they were sent; they do not work any more."""
        return self.update(address="", made_for=None, revoked_at=timezone.now())


class EntryLink(models.Model):
    """That whoever reads mail at an address may enter one thing of one track, up to and including a day."""

    track = models.ForeignKey(Track, verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="entry_links")
    purpose = models.CharField("waarvoor", max_length=12, choices=LinkPurpose)
    address = models.EmailField("gestuurd naar", blank=True)
    made_for = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gemaakt voor",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="entry_links",
    )
    made_at = models.DateTimeField("gemaakt op", default=timezone.now)
    ends_on = models.DateField("werkt tot en met")
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    objects = EntryLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "invoerlink"
        verbose_name_plural = "invoerlinks"
        ordering = ["-made_at", "-pk"]
        constraints = [
            known("purpose", LinkPurpose, model="entry_link"),
            models.UniqueConstraint(
                fields=["track", "purpose", "address"],
                condition=Q(revoked_at__isnull=True),
                name="one_entry_link_per_track_purpose_and_address",
            ),
        ]

    def __str__(self):
        return f"{self.track}, {self.get_purpose_display()}"

    @property
    def path(self):
        """Its address on the site, which is a key: it belongs in the mail to `address` and nowhere else."""
        return reverse("deciding:entry", args=[self.token])

    @property
    def token(self):
        """Its key, signed: always the same, so that each mail has the same link."""
        return signing.Signer(salt=ENTRY_SALT).sign_object(self.pk)

    @property
    def is_over(self):
        """Whether its last day has been."""
        return self.ends_on < timezone.localdate()

    @property
    def sender(self):
        """Who uses it, in a sentence: 'wie de link van griffier@voorbeeld.nl gebruikte'."""
        return f"wie de link van {self.address} gebruikte" if self.address else "wie de link gebruikte"


class LinkUse(models.Model):
    """That something was entered with a link, when, and what."""

    link = models.ForeignKey(EntryLink, verbose_name="invoerlink", on_delete=models.CASCADE, related_name="uses")
    used_at = models.DateTimeField("gebruikt op", default=timezone.now)
    words = models.TextField("wat is ingevoerd", max_length=PAGE)

    class Meta:
        verbose_name = "gebruik van een invoerlink"
        verbose_name_plural = "gebruik van invoerlinks"
        ordering = ["link", "used_at", "pk"]

    def __str__(self):
        return f"{self.link}, {day(self.used_at)}"

    @property
    def told(self):
        """When it was, by whom and what, as a sentence."""
        return f"Ingevoerd op {moment(self.used_at)}, door {self.link.sender}: {self.words}"
