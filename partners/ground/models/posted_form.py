"""What was sent just now."""

from django.db import models
from django.utils import timezone


class PostedForm(models.Model):
    """That somebody sent a form, and where it led; empty while it is being answered. It goes after some minutes."""

    digest = models.CharField("vingerafdruk", max_length=64, unique=True)
    leads_to = models.CharField("leidde naar", max_length=2000, blank=True)
    posted_at = models.DateTimeField("verstuurd", default=timezone.now, db_index=True)

    class Meta:
        verbose_name = "verstuurd formulier"
        verbose_name_plural = "verstuurde formulieren"
        ordering = ["posted_at"]

    def __str__(self):
        return self.digest
