"""Those who write a letter together: who agrees with it, and who did what in it, when."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from consultation.models.letter import Letter
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from consultation.models.point import Point
from partners.ground.constraints import known


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


class GroupActKind(models.TextChoices):
    """What somebody of a group did; the label is read after a name."""

    WROTE = "schreef", "schreef een punt"
    CHANGED = "wijzigde", "wijzigde een punt"
    REMOVED = "verwijderde", "verwijderde een punt"
    ADOPTED = "nam-over", "nam een punt over"
    DIVIDED = "minderheid", "wijzigde van wie een punt is"
    RESTORED = "herstelde", "zette eerdere woorden terug"
    SENT = "verstuurde", "verstuurde de reactie"
    WITHDREW = "trok-in", "trok de reactie in"
    CONFIRMED = "bevestigde", "bevestigde de reactie"
    RETURNED = "stuurde-terug", "stuurde de reactie terug"
    DISCARDED = "gooide-weg", "verwijderde wat nog niet was verstuurd"
    BROUGHT_BACK = "haalde-terug", "haalde de reactie terug"


class GroupActQuerySet(models.QuerySet):
    def to_restore(self, at=None):
        """Those of which the words of before can be put back at the moment `at`, now without."""
        return self.filter(before__isnull=False, at__gt=(at or timezone.now()) - BROUGHT_BACK_FOR)

    def lapsed(self, at=None):
        """Those that still hold the words of before, longer than they may be put back."""
        return self.filter(before__isnull=False, at__lte=(at or timezone.now()) - BROUGHT_BACK_FOR)


class GroupAct(models.Model):
    """That somebody did something in the letter of their group. Only those who write in it read this.

    `letter` is always the letter itself and not the changes to it, which end when they are sent.
    """

    letter = models.ForeignKey(Letter, verbose_name="reactie", on_delete=models.CASCADE, related_name="group_acts")
    point = models.ForeignKey(
        Point, verbose_name="punt", on_delete=models.SET_NULL, null=True, blank=True, related_name="group_acts"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="group_acts",
    )
    act = models.CharField("wat", max_length=16, choices=GroupActKind)
    subject = models.TextField("waarover", blank=True, help_text="Leeg bij wat de hele reactie aangaat.")
    # What `words_of` in actions/together/recording.py says of the point before; it goes after BROUGHT_BACK_FOR.
    before = models.JSONField("de woorden van daarvoor", null=True, blank=True)
    at = models.DateTimeField("wanneer", default=timezone.now)
    told_at = models.DateTimeField("gemeld aan de groep op", null=True, blank=True)

    objects = GroupActQuerySet.as_manager()

    class Meta:
        verbose_name = "handeling in een groep"
        verbose_name_plural = "handelingen in een groep"
        ordering = ["-at", "-pk"]
        constraints = [known("act", GroupActKind, model="groupact")]
        indexes = [models.Index(fields=["letter", "-at"], name="group_acts_of_a_letter")]

    def __str__(self):
        return f"{self.by}, {self.get_act_display()}: {self.letter}"
