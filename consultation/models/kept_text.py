"""What somebody typed and could not save yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

KEPT_FOR = timedelta(days=30)


class KeptTextQuerySet(models.QuerySet):
    def of_the_site(self):
        """Those typed in a form of the site: one per form."""
        return self.filter(form=None)

    def of_the_desk(self):
        """Those typed at the desk: one for each time that somebody opened a form."""
        return self.exclude(form=None)

    def lapsed(self):
        """Those nobody came back for in KEPT_FOR."""
        return self.filter(updated_at__lt=timezone.now() - KEPT_FOR)


class KeptText(models.Model):
    """What a person typed in the form at an address, for when they open it again, on any device.

    `content` is a JSON object by name of the field, of strings, and for the desk of lists of strings. It is text and
    not jsonb, which refuses the null character that people paste.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", on_delete=models.CASCADE, related_name="kept_texts"
    )
    address = models.CharField("adres van het formulier", max_length=300)
    form = models.UUIDField("geopend formulier", null=True, blank=True, editable=False)
    content = models.TextField("inhoud")
    updated_at = models.DateTimeField("bewaard op", auto_now=True)

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        verbose_name = "bewaarde tekst"
        verbose_name_plural = "bewaarde teksten"
        ordering = ["updated_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "address"], condition=Q(form=None), name="one_kept_text_per_person_and_form"
            ),
            models.UniqueConstraint(fields=["user", "form"], name="one_kept_text_per_opened_form_of_the_desk"),
        ]

    def __str__(self):
        return f"{self.user}, {self.address}"
