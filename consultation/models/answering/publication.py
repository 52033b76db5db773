"""Batches of answers that come on the site at one moment, and the mails about them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultation.models.consultation import Consultation


class Publication(models.Model):
    """A batch of answers that came on the site at one moment."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.PROTECT, related_name="publications"
    )
    published_at = models.DateTimeField("op de site vanaf")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gedaan door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="publications",
    )

    class Meta:
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        ordering = ["-published_at"]

    def __str__(self):
        return f"{self.consultation}, {timezone.localtime(self.published_at):%d-%m-%Y %H:%M}"


class AnswerMail(models.Model):
    """That a person or address gets a mail with the answers of one publication to the points of one letter.

    Without a user it goes to the address that the letter was sent from. One address gets one mail per publication.
    """

    publication = models.ForeignKey(
        Publication, verbose_name="publicatie", on_delete=models.CASCADE, related_name="mails"
    )
    letter = models.ForeignKey("Letter", verbose_name="reactie", on_delete=models.CASCADE, related_name="answer_mails")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="aan",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="answer_mails",
    )
    sent_at = models.DateTimeField("verstuurd", null=True, blank=True)

    class Meta:
        verbose_name = "mail met antwoorden"
        verbose_name_plural = "mails met antwoorden"
        ordering = ["publication", "letter"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "letter", "user"], nulls_distinct=False, name="one_answer_mail_per_recipient"
            ),
        ]

    def __str__(self):
        return f"{self.letter}, {self.publication}"
