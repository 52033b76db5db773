"""Where somebody is signed in, and what changed in who can act as whom."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from partners.ground.constraints import known
from partners.ground.templatetags.dutch import moment
from partners.models import Mandate, Role
from regiozwolle.identity.sessions import SessionStore


class OpenSessionQuerySet(models.QuerySet):
    def of(self, user):
        """Where `user` is signed in, the newest use first."""
        return self.filter(user=user.pk).order_by("-seen_at")

    def outlived(self):
        """Those that began while their user had a mandate which is over by now: they may do less."""
        over = {
            "user__mandates__ends_on__lt": timezone.localdate(),
            "user__mandates__ends_on__gte": TruncDate("began_at"),
        }
        return self.filter(**over)

    def end(self, *, but=None):
        """Signs out everywhere here but in the session with the key `but`; what was typed there is kept elsewhere."""
        return self.exclude(session_key=but or "").delete()[0]


class OpenSession(AbstractBaseSession):
    """What a browser is remembered by; of who is signed in there, with since when and from which kind of device."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="gebruiker",
        on_delete=models.CASCADE,
        null=True,
        related_name="open_sessions",
    )
    began_at = models.DateTimeField("ingelogd op", null=True)
    seen_at = models.DateTimeField("laatst gebruikt", null=True)
    device = models.CharField("apparaat", max_length=60, blank=True)

    objects = BaseSessionManager.from_queryset(OpenSessionQuerySet)()

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "sessie"
        verbose_name_plural = "sessies"

    @classmethod
    def get_session_store_class(cls):
        return SessionStore

    @property
    def name(self):
        """By which its own user points at it, and with which nobody could take it over."""
        return salted_hmac("regiozwolle.identity", self.session_key, algorithm="sha256").hexdigest()[:16]


class AccountChangeQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(decided_at=None)

    def decidable_by(self, user):
        """Those that `user` may confirm: not what they asked, nor what is about themselves."""
        if not user.writes:
            return self.none()
        found = self.waiting().exclude(asked_by=user).exclude(user=user)
        return found if user.is_superuser else found.exclude(all_after=True)

    def withdrawable_by(self, user):
        """Those that `user` may take back: what they asked and nobody decided on."""
        return self.waiting().filter(asked_by=user) if user.writes else self.none()

    def for_(self, user):
        """With `is_mine_to_decide` and `is_mine_to_withdraw`: whether `user` may confirm each, or take it back."""
        own = models.Q(pk=OuterRef("pk"))
        return self.annotate(
            is_mine_to_decide=Exists(AccountChange.objects.decidable_by(user).filter(own)),
            is_mine_to_withdraw=Exists(AccountChange.objects.withdrawable_by(user).filter(own)),
        )


class ChangeOf(models.TextChoices):
    """What of an account changes."""

    ADDRESS = "adres", "e-mailadres"
    RIGHTS = "rechten", "rechten in het beheer"
    STEP = "tweede stap", "tweede stap weghalen"


class AccountChange(models.Model):
    """That something changed in who can act as whom, with what it was and became; or that it waits for another person.

    `before` and `after` say it as it was read by who asked. Of rights the four fields after them say it for who does
    it. It is kept as long as the account: the record of changes leaves addresses out. What was not done was withdrawn
    when who asked it decided that, and else refused.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="account", on_delete=models.CASCADE, related_name="account_changes"
    )
    what = models.CharField("wat", max_length=20, choices=ChangeOf.choices)
    before = models.CharField("eerst", max_length=254, blank=True)
    after = models.CharField("daarna", max_length=254, blank=True)
    role_before = models.CharField("rol, eerst", max_length=12, choices=Role, blank=True, db_default="")
    role_after = models.CharField("rol, daarna", max_length=12, choices=Role, blank=True, db_default="")
    all_before = models.BooleanField("alle rechten, eerst", null=True)
    all_after = models.BooleanField("alle rechten, daarna", null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="gevraagd door", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    asked_at = models.DateTimeField("gevraagd op", default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="besloten door", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    decided_at = models.DateTimeField("besloten op", null=True)
    is_done = models.BooleanField("gedaan", default=False)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        verbose_name = "wijziging van een account"
        verbose_name_plural = "wijzigingen van accounts"
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "what"], condition=models.Q(decided_at=None), name="one_waits_of_each_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None)
                | ~models.Q(decided_by=models.F("asked_by"))
                | models.Q(is_done=False),
                name="nobody_confirms_what_they_asked",
                violation_error_message="Een ander moet dit bevestigen.",
            ),
        ]

    def __str__(self):
        return f"{self.get_what_display()} van {self.user}"

    def get_absolute_url(self):
        """Where another person decides on it, or who asked takes it back."""
        return reverse("decide_account_change", args=[self.pk])

    @property
    def outcome(self):
        """What was decided, in a word; "" while it waits. With who decided it goes why something was not done."""
        if self.decided_at is None:
            return ""
        if self.is_done:
            return "gedaan"
        if self.decided_by_id is None:
            return "niet gedaan"
        return "ingetrokken" if self.decided_by_id == self.asked_by_id else "afgewezen"


class RightsReview(models.Model):
    """That all that people may do at the desk and for bodies was looked through, one by one, and the round is over."""

    made_at = models.DateTimeField("nagelopen op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="door", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    staff_count = models.PositiveIntegerField("mensen in het beheer")
    mandate_count = models.PositiveIntegerField("hoedanigheden")

    class Meta:
        verbose_name = "controle van rechten"
        verbose_name_plural = "controles van rechten"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"controle van rechten, {timezone.localdate(self.made_at):%d-%m-%Y}"


class RightsOutcome(models.TextChoices):
    """What came of looking at what one person may do."""

    KEPT = "klopt", "klopt"
    CHANGED = "gewijzigd", "gewijzigd"
    ENDED = "beëindigd", "beëindigd"


class RightsCheck(models.Model):
    """That somebody looked at the rights of one person at the desk, or at one mandate, and what came of it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="account",
        on_delete=models.CASCADE,
        null=True,
        related_name="rights_checks",
    )
    mandate = models.ForeignKey(
        Mandate, verbose_name="hoedanigheid", on_delete=models.CASCADE, null=True, related_name="rights_checks"
    )
    outcome = models.CharField("uitkomst", max_length=12, choices=RightsOutcome)
    made_at = models.DateTimeField("nagelopen op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="door", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "nagelopen recht"
        verbose_name_plural = "nagelopen rechten"
        ordering = ["-made_at", "-pk"]
        constraints = [
            known("outcome", RightsOutcome, model="rights_check"),
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, mandate__isnull=True)
                | models.Q(user__isnull=True, mandate__isnull=False),
                name="rights_check_is_of_an_account_or_a_mandate",
                violation_error_message="Een controle gaat over een account of over een hoedanigheid.",
            ),
        ]

    def __str__(self):
        return f"{self.user or self.mandate}: {self.get_outcome_display()}"

    @property
    def told(self):
        """What came of it, when and by whom, as a sentence."""
        by = self.made_by or "iemand die is gewist"
        return f"{self.get_outcome_display().capitalize()}, {moment(self.made_at)}, door {by}."
