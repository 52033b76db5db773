"""That a reader reported a point, and that the desk took one off the site."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.point import Point
from consultation.models.point_words import POINT_LENGTH

FLAG_LENGTH, REASON_LENGTH = 1_000, 300


class FlagQuerySet(models.QuerySet):
    def waiting(self):
        """Those on which nobody decided yet."""
        return self.filter(settled_at=None)


class Flag(models.Model):
    """That a reader thinks a point should not stand on the site, and why. Only the desk reads it, without a name.

    It is settled when the point is taken off, or when somebody of the desk says that it stays.
    """

    point = models.ForeignKey(Point, verbose_name="punt", on_delete=models.CASCADE, related_name="flags")
    reason = models.TextField("wat er mis is", max_length=FLAG_LENGTH)
    made_at = models.DateTimeField("gemeld op", default=timezone.now)
    settled_at = models.DateTimeField("afgehandeld op", null=True, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return f"melding over punt {self.point_id}"


class Removal(models.Model):
    """That a point was taken off the site, what it said, and why; and when it was put back.

    The point itself says what everyone may read, so that no page, file or search can show more.
    """

    point = models.ForeignKey(Point, verbose_name="punt", on_delete=models.CASCADE, related_name="removals")
    reason = models.CharField("omdat", max_length=REASON_LENGTH)
    text = models.TextField("wat er stond", max_length=POINT_LENGTH)
    proposal = models.TextField("voorstel dat er stond", max_length=POINT_LENGTH, blank=True)
    made_at = models.DateTimeField("weggehaald op", default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="door", on_delete=models.SET_NULL, null=True, related_name="removals"
    )
    undone_at = models.DateTimeField("teruggezet op", null=True, blank=True)

    class Meta:
        verbose_name = "weggehaald punt"
        verbose_name_plural = "weggehaalde punten"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["point"],
                condition=Q(undone_at__isnull=True),
                name="a_point_is_taken_off_once",
                violation_error_message="Dit punt is al weggehaald.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_removal_says_why",
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self):
        return f"punt {self.point_id}, weggehaald"

    @property
    def told(self):
        """What stands on the site in the place of the point."""
        return f"[Weggehaald door het secretariaat, omdat {self.reason}.]"
