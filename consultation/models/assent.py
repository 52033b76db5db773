"""Who of a group agrees with its letter."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultation.models.letter import Letter


class Assent(models.Model):
    """That a member of the group agrees with what its letter says, until somebody changes the letter."""

    letter = models.ForeignKey(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="assents")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", on_delete=models.CASCADE, related_name="assents"
    )
    given_at = models.DateTimeField("akkoord op", default=timezone.now)

    class Meta:
        verbose_name = "akkoord"
        verbose_name_plural = "akkoorden"
        ordering = ["given_at"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "user"], name="one_assent_per_member_and_letter"),
        ]

    def __str__(self):
        return f"{self.user}, akkoord met {self.letter}"
