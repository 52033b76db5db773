"""What somebody typed and could not save yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class KeptTextQuerySet(models.QuerySet):
    def lapsed(self):
        """Those nobody came back for in KEPT_FOR."""
        return self.filter(updated_at__lt=timezone.now() - KEPT_FOR)


class KeptText(models.Model):
    """What a person typed in the form at an address, for when they open it again, on any device.

    `content` is a JSON object of strings, by name of the field. It is text and not jsonb, which refuses the null
    character that people paste.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", on_delete=models.CASCADE, related_name="kept_texts"
    )
    address = models.CharField("adres van het formulier", max_length=300)
    content = models.TextField("inhoud")
    updated_at = models.DateTimeField("bewaard op", auto_now=True)

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        verbose_name = "bewaarde tekst"
        verbose_name_plural = "bewaarde teksten"
        ordering = ["updated_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "address"], name="one_kept_text_per_person_and_form"),
        ]

    def __str__(self):
        return f"{self.user}, {self.address}"
