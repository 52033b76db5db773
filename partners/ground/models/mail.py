"""Every mail of the portal, from the act that asks for it until it has left."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from partners.ground.constraints import known


class MailState(models.TextChoices):
    """What has become of a mail."""

    WAITING = "wacht", "wacht"
    SENDING = "bezig", "wordt verstuurd"
    SENT = "verstuurd", "verstuurd"
    FAILED = "mislukt", "mislukt"
    EXPIRED = "verlopen", "te laat om nog te versturen"


# How long a mail may wait before the desk speaks of it.
PATIENCE = timedelta(minutes=3)
# How long the desk speaks of a mail that never left.
REMEMBERED = timedelta(days=14)
# Of these nothing is sent any more, so their text is gone.
DONE = (MailState.SENT, MailState.EXPIRED)


class MailPriority(models.IntegerChoices):
    """What goes first when many wait: a code is waited for at a screen, a mail to hundreds is not."""

    CODE = 0, "code om in te loggen"
    ACT = 1, "over één handeling"
    MANY = 2, "aan velen"


class MailQuerySet(models.QuerySet):
    def due(self, at=None):
        """What waits and may be tried at the moment `at`, now without; what goes first comes first."""
        at = at or timezone.now()
        waiting = self.filter(state=MailState.WAITING, due_at__lte=at, expires_at__gt=at)
        return waiting.order_by("priority", "created_at", "pk")

    def waiting(self):
        """What has not left and still may."""
        return self.filter(state__in=[MailState.WAITING, MailState.SENDING])

    def trouble(self, at=None):
        """What the desk is told: `waiting`, how many should have left by now, `since` when, and how many were `refused`
        or became `too_late` of late.

        One query, as a dict. A mail that was asked for less than PATIENCE before the moment `at` is on its way. A code
        that came too late is asked for anew by who wanted it.
        """
        at = at or timezone.now()
        late = Q(state__in=[MailState.WAITING, MailState.SENDING], created_at__lte=at - PATIENCE)
        too_late = Q(state=MailState.EXPIRED, expires_at__gt=at - REMEMBERED, priority__gt=MailPriority.CODE)
        return self.aggregate(
            waiting=models.Count("pk", filter=late),
            since=models.Min("created_at", filter=late),
            refused=models.Count("pk", filter=Q(state=MailState.FAILED)),
            too_late=models.Count("pk", filter=too_late),
        )


class Mail(models.Model):
    """One mail to one address. It is written in the transaction of its act; a worker sends it; the row is its log.

    The text goes as soon as the mail was taken by the mail server or is too late, so that no code, key or reaction
    lies about. Trying again, also after a crash, is done with the same `message_id`.
    """

    kind = models.CharField("soort", max_length=60, help_text="De naam van het sjabloon.")
    to = models.EmailField("aan")
    about = models.CharField("waarover", max_length=250, help_text="Zonder codes of sleutels, want dit blijft staan.")
    subject = models.CharField("onderwerp", max_length=250, blank=True)
    text = models.TextField("tekst", blank=True)
    html = models.TextField("tekst met opmaak", blank=True)
    headers = models.JSONField("kopregels", default=dict, help_text="Naast die van elke mail.")
    message_id = models.CharField("Message-ID", max_length=200, unique=True)
    priority = models.PositiveSmallIntegerField("voorrang", choices=MailPriority, default=MailPriority.ACT)
    created_at = models.DateTimeField("gemaakt", default=timezone.now)
    due_at = models.DateTimeField("versturen vanaf", default=timezone.now)
    expires_at = models.DateTimeField("heeft zin tot")
    state = models.CharField("stand", max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField("pogingen", default=0)
    tried_at = models.DateTimeField("laatst geprobeerd", null=True, blank=True)
    sent_at = models.DateTimeField("aangenomen door de mailserver", null=True, blank=True)
    answer = models.CharField("wat de mailserver zei", max_length=500, blank=True)
    is_uncertain = models.BooleanField(
        "onzeker",
        default=False,
        help_text="Een poging werd onderbroken. De mailserver kan de mail toen al hebben aangenomen.",
    )

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = "mail"
        verbose_name_plural = "mails"
        ordering = ["-created_at", "-pk"]
        constraints = [
            known("state", MailState, model="mail"),
            known("priority", MailPriority, model="mail"),
            models.CheckConstraint(
                condition=Q(state=MailState.SENT, sent_at__isnull=False)
                | (~Q(state=MailState.SENT) & Q(sent_at__isnull=True)),
                name="a_sent_mail_says_when",
                violation_error_message="Van een verstuurde mail is bekend wanneer.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DONE) | Q(subject="", text="", html=""),
                name="a_mail_that_is_done_keeps_no_text",
                violation_error_message="Van een mail die klaar is, blijft geen tekst bewaard.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["priority", "created_at"],
                condition=Q(state__in=[MailState.WAITING, MailState.SENDING]),
                name="mails_that_wait",
            ),
        ]

    def __str__(self):
        return f"{self.about}, aan {self.to}"
