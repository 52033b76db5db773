"""Who is asked, who is reminded, and for how much longer."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from consultation.models.consultation import GRACE, Consultation
from consultation.models.letter import Letter
from consultation.models.sender_kind import EXECUTIVES, SenderKind
from partners.ground.constraints import refuse, refuse_future, refuse_unbelievable
from partners.models import ASSEMBLIES, Body, BodyKind

# The names in which a body itself speaks, unlike one of its members or groups.
OWN_NAME = [SenderKind.COUNCIL, SenderKind.EXECUTIVE, SenderKind.PARTNER]

MINUTE = timedelta(minutes=1)


class Invitees(models.TextChoices):
    """Those who are invited together by one act; the value stands in the address of its page."""

    ASSEMBLIES = "raden", "raden en Staten"
    EXECUTIVES = "colleges", "colleges van gemeenten en provincies"
    BOARDS = "besturen", "besturen van de andere partners"

    @property
    def kinds(self):
        """The kinds of body that it is."""
        return {
            Invitees.ASSEMBLIES: ASSEMBLIES,
            Invitees.EXECUTIVES: EXECUTIVES,
            Invitees.BOARDS: (BodyKind.BOARD,),
        }[self]

    @property
    def receivers(self):
        """Who gets the mail, as the desk counts them: 'griffier,griffiers'."""
        return {
            Invitees.ASSEMBLIES: "griffier,griffiers",
            Invitees.EXECUTIVES: "secretaris,secretarissen",
            Invitees.BOARDS: "secretaris of bestuurder,secretarissen en bestuurders",
        }[self]


class InvitationState(models.TextChoices):
    """Where an invited body stands; the value is its class in the stylesheet."""

    REACTED = "agreed", "Gereageerd"
    HANDLES = "pending", "Behandelt"
    INVITED = "later", "Uitgenodigd"
    DECLINED = "absent", "Ziet af"
    SILENT = "unconfirmed", "Niet gereageerd"

    @property
    def explanation(self):
        """What the word means, for the key beside the table."""
        return {
            InvitationState.REACTED: "heeft een reactie verstuurd",
            InvitationState.HANDLES: "heeft een dag gekozen om de tekst te behandelen",
            InvitationState.INVITED: "is gevraagd om te reageren",
            InvitationState.DECLINED: "heeft laten weten niet te reageren",
            InvitationState.SILENT: "heeft binnen de termijn geen reactie verstuurd",
        }[self]

    @property
    def has_pattern(self):
        """Whether the stylesheet fills a tile of it with a pattern, so that the words on it need a belt."""
        return self is InvitationState.HANDLES


class InvitationQuerySet(models.QuerySet):
    def unanswered(self, at=None):
        """Those on which one can still say what the body will do, and nobody did, at the moment `at`, now without."""
        return self.filter(consultation__closes_at__gt=at or timezone.now(), handles_on=None, declined_on=None)

    def with_state(self, at=None):
        """Adds `state`, an InvitationState at the moment `at`, now without; silence is named only after closing."""
        # Reckoned in the question, so that it holds no moment but now and can be asked again.
        before_grace = Value(at or timezone.now(), models.DateTimeField()) - Value(GRACE, models.DurationField())
        letters = Letter.objects.counted().filter(
            consultation=OuterRef("consultation"), body=OuterRef("body"), sender_kind__in=OWN_NAME
        )
        return self.annotate(
            state=Case(
                When(Exists(letters), then=Value(InvitationState.REACTED)),
                When(declined_on__isnull=False, then=Value(InvitationState.DECLINED)),
                When(consultation__closes_at__lte=before_grace, then=Value(InvitationState.SILENT)),
                When(handles_on__isnull=False, then=Value(InvitationState.HANDLES)),
                default=Value(InvitationState.INVITED),
                output_field=models.CharField(),
            )
        )


class Invitation(models.Model):
    """That a body is asked for its view, and what it says it will do. Whether it reacted follows from its letters."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="invitations"
    )
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="invitations")
    invited_on = models.DateField("uitgenodigd op", default=timezone.localdate)
    handles_on = models.DateField("behandelt op", null=True, blank=True)
    declined_on = models.DateField("ziet af sinds", null=True, blank=True)
    remark = models.CharField("opmerking", max_length=300, blank=True, help_text="Staat op de site.")
    mailed_to = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="mail gemaakt voor", blank=True, related_name="invitations_mailed"
    )
    updated_at = models.DateTimeField("gewijzigd", auto_now=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["consultation", "body"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "body"],
                name="one_invitation_per_body",
                violation_error_message="Dit orgaan is al uitgenodigd.",
            ),
            models.CheckConstraint(
                condition=Q(handles_on__isnull=True) | Q(declined_on__isnull=True),
                name="a_body_handles_or_declines",
                violation_error_message="Een orgaan behandelt de tekst of ziet ervan af, niet allebei.",
            ),
        ]

    def __str__(self):
        return f"{self.body}: {self.consultation}"

    def clean(self):
        super().clean()
        for field in ("invited_on", "declined_on"):
            refuse_future(self, field)
        refuse_unbelievable(self, "invited_on", "handles_on", "declined_on")
        refuse(
            self.handles_on and self.declined_on,
            "declined_on",
            "Een orgaan behandelt de tekst of ziet ervan af, niet allebei.",
        )

    @property
    def is_late(self):
        """Whether the body handles the text when one can no longer react."""
        return self.handles_on is not None and self.handles_on > self.consultation.last_day


class Reminder(models.Model):
    """That a person was reminded of the end of a consultation, or asked not to be."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="reminders"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="wie", on_delete=models.CASCADE, related_name="reminders"
    )
    sent_at = models.DateTimeField("herinnering gemaakt op", null=True, blank=True)
    declined_at = models.DateTimeField("reageert niet, sinds", null=True, blank=True)

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        ordering = ["consultation", "user"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "user"], name="one_reminder_per_person"),
        ]

    def __str__(self):
        return f"{self.user}: {self.consultation}"


class Extension(models.Model):
    """That the term of a consultation became longer, and why; everyone may read it."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.CASCADE, related_name="extensions"
    )
    closed_at = models.DateTimeField("zou sluiten op")
    closes_at = models.DateTimeField("sluit nu op")
    reason = models.CharField("reden", max_length=300, help_text="Staat op de site.")
    made_at = models.DateTimeField("verlengd op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="verlengd door",
        on_delete=models.SET_NULL,
        null=True,
        related_name="extensions",
    )

    class Meta:
        verbose_name = "verlenging"
        verbose_name_plural = "verlengingen"
        ordering = ["consultation", "made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("closed_at")),
                name="an_extension_lengthens",
                violation_error_message="Kies een later moment dan nu.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="an_extension_has_a_reason",
                violation_error_message="Geef een reden.",
            ),
        ]

    def __str__(self):
        return f"{self.consultation}: tot {timezone.localtime(self.closes_at):%d-%m-%Y %H:%M}"

    @property
    def was_last_minute(self):
        """The last whole minute in which one could react before."""
        return self.closed_at - MINUTE

    @property
    def last_minute(self):
        """The last whole minute in which one can react since."""
        return self.closes_at - MINUTE
