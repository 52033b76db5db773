"""What somebody typed and could not save yet."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.letter import Letter

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

    Whoever checks a letter has no account, but a link: what they type is kept with the `letter`, one text for each.
    `content` is a JSON object by name of the field, of strings, and for the desk of lists of strings. It is text and
    not jsonb, which refuses the null character that people paste.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="kept_texts",
    )
    letter = models.OneToOneField(
        Letter,
        verbose_name="reactie die de afzender nakijkt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="kept_remark",
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
            models.CheckConstraint(
                condition=Q(user=None, letter__isnull=False) | Q(user__isnull=False, letter=None),
                name="kept_text_is_of_a_person_or_of_a_letter",
                violation_error_message="Bewaarde tekst is van een account, of hoort bij een brief die iemand nakijkt.",
            ),
        ]

    def __str__(self):
        return f"{self.user or self.letter}, {self.address}"
