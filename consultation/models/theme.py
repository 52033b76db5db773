"""What the secretariat brings points together by, and what it says to itself about them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultation.models.consultation import Consultation
from partners.ground.texts import PAGES


class Theme(models.Model):
    """A subject under which the secretariat brings points together, and tells in plain words what was done."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="themes"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    name = models.CharField("thema", max_length=80)
    heard = models.TextField(
        "wat er is gezegd", max_length=PAGES, blank=True, help_text="In gewone taal. Staat op de site."
    )
    done = models.TextField(
        "wat ermee is gedaan", max_length=PAGES, blank=True, help_text="In gewone taal. Staat op de site."
    )

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema’s"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "name"],
                name="one_theme_per_name_and_consultation",
                violation_error_message="Dit thema is er al.",
            ),
        ]

    def __str__(self):
        return self.name


class InternalLabel(models.Model):
    """A word by which the secretariat finds points again, apart from their themes. It is never on the site."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="labels"
    )
    name = models.CharField("label", max_length=60, help_text="Alleen het secretariaat ziet dit.")
    meaning = models.CharField(
        "wanneer", max_length=300, blank=True, help_text="Bij welke punten dit hoort, zodat ieder het zo gebruikt."
    )

    class Meta:
        verbose_name = "label"
        verbose_name_plural = "labels (alleen voor het secretariaat)"
        ordering = ["consultation", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "name"],
                name="one_label_per_name_and_consultation",
                violation_error_message="Dit label is er al.",
            ),
        ]

    def __str__(self):
        return self.name


class InternalNote(models.Model):
    """What the secretariat says to itself about a point. It is never on the site."""

    point = models.ForeignKey("Point", verbose_name="punt", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField("notitie", max_length=PAGES)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="van", on_delete=models.SET_NULL, null=True, related_name="notes"
    )
    made_at = models.DateTimeField("op", default=timezone.now)

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ["point", "made_at"]

    def __str__(self):
        return self.text[:60]
