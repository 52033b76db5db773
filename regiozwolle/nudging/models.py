"""That the desk was mailed in a month about what nobody looked at for long."""

from django.db import models

from partners.ground.constraints import believable, known


class NudgeAbout(models.TextChoices):
    """About what."""

    PAGES = "pagina’s", "pagina’s die lang niemand nalas"
    RIGHTS = "rechten", "rechten die zijn na te lopen"


class Nudge(models.Model):
    """That all mails about one thing were written in a month; the row and the mails are one transaction."""

    about = models.CharField("waarover", max_length=12, choices=NudgeAbout)
    month_on = models.DateField("maand", help_text="De eerste dag ervan.")
    mail_count = models.PositiveIntegerField("mails")
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)

    class Meta:
        verbose_name = "maandelijkse herinnering"
        verbose_name_plural = "maandelijkse herinneringen"
        ordering = ["-month_on", "about"]
        constraints = [
            known("about", NudgeAbout, model="nudge"),
            believable("month_on", model="nudge"),
            models.UniqueConstraint(
                fields=["about", "month_on"],
                name="one_nudge_per_month",
                violation_error_message="Hierover is deze maand al geschreven.",
            ),
        ]

    def __str__(self):
        return f"{self.about}, {self.month_on:%m-%Y}"
