"""What a letter said each time it was sent."""

from django.db import models

from consultation.models.letter import Letter


class Submission(models.Model):
    """The state of a letter each time it was sent, so that what was once sent is never lost."""

    letter = models.ForeignKey(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="submissions")
    sequence = models.PositiveSmallIntegerField("keer")
    sent_at = models.DateTimeField("verstuurd")
    content = models.JSONField("inhoud", help_text="De punten zoals zij toen waren.")

    class Meta:
        verbose_name = "verzending"
        verbose_name_plural = "verzendingen"
        ordering = ["letter", "-sequence"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "sequence"], name="submissions_are_counted"),
        ]

    def __str__(self):
        return f"{self.letter}, keer {self.sequence}"
