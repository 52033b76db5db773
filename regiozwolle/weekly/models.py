"""Who gets the weekly mail, and what each was told in which week."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.ground.constraints import believable
from partners.models import ContactPoint


class WeeklyReader(models.Model):
    """Somebody who prepares the meetings of bodies, or where nobody does so a contact point, and who may want no mail.

    That one stopped is of the reader and not of an address, so that it holds with another address as well.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="weekly_reader",
    )
    contact_point = models.OneToOneField(
        ContactPoint,
        verbose_name="contactpunt",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="weekly_reader",
    )
    stopped_at = models.DateTimeField("wil geen weekbericht, sinds", null=True, blank=True)

    class Meta:
        verbose_name = "lezer van het weekbericht"
        verbose_name_plural = "lezers van het weekbericht"
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=True, contact_point__isnull=False)
                | Q(user__isnull=False, contact_point__isnull=True),
                name="a_weekly_reader_is_a_user_or_a_contact_point",
                violation_error_message="Een lezer is een gebruiker of een contactpunt, niet allebei.",
            ),
        ]

    def __str__(self):
        return str(self.user or self.contact_point)


class WeeklyMail(models.Model):
    """That a reader was looked at in a week: what the mail told, or that there was nothing to say and so no mail.

    `told` is what the next mail compares with: what was asked and how the other bodies stood, as the last mail had it.
    """

    reader = models.ForeignKey(WeeklyReader, verbose_name="lezer", on_delete=models.CASCADE, related_name="mails")
    week_on = models.DateField("week van", help_text="De maandag ervan.")
    bodies = models.CharField("voor", max_length=500)
    subject = models.CharField("onderwerp", max_length=250, blank=True, help_text="Leeg: er was niets te melden.")
    told = models.JSONField("wat is verteld", default=dict)
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)

    class Meta:
        verbose_name = "weekbericht"
        verbose_name_plural = "weekberichten"
        ordering = ["-week_on", "bodies", "pk"]
        constraints = [
            believable("week_on", model="weekly_mail"),
            models.UniqueConstraint(
                fields=["reader", "week_on"],
                name="one_weekly_mail_per_reader_and_week",
                violation_error_message="Deze lezer had deze week al een bericht.",
            ),
        ]

    def __str__(self):
        return f"{self.bodies}, week van {self.week_on:%d-%m-%Y}"
