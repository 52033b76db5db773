"""What is remembered of forms: who has which of the desk open, and which were sent."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class OpenForm(models.Model):
    """That somebody has a form of the desk open, to tell the others. It goes when they save, or a night later."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="open_forms")
    subject = models.CharField("soort", max_length=80)
    object_id = models.CharField("sleutel", max_length=40)
    opened_at = models.DateTimeField("sinds", default=timezone.now)

    class Meta:
        verbose_name = "geopend formulier"
        verbose_name_plural = "geopende formulieren"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "subject", "object_id"],
                name="a_form_is_open_once_per_person",
                violation_error_message="Dit formulier staat al open.",
            ),
        ]
        indexes = [models.Index(fields=["subject", "object_id"], name="who_has_it_open")]

    def __str__(self):
        return f"{self.subject} {self.object_id}, {self.user}"


class SentForm(models.Model):
    """The key of a form that did its work, so that it is done once however often it is sent. What came of it is named.

    It is written in the transaction of the work: see `partners.ground.posting`.
    """

    key = models.UUIDField("sleutel", primary_key=True)
    digest = models.CharField("vingerafdruk van wat is verstuurd", max_length=64, blank=True)
    result = models.CharField("sleutel of adres van wat het gaf", max_length=2000, blank=True)
    sent_at = models.DateTimeField("verstuurd", default=timezone.now)

    class Meta:
        verbose_name = "verstuurd formulier"
        verbose_name_plural = "verstuurde formulieren"

    def __str__(self):
        return str(self.key)

    def led_to(self, result):
        """Notes the key of what it made, or the address to which it led."""
        self.result = str(result)[: self._meta.get_field("result").max_length]
        self.save(update_fields=["result"])
