"""A session at tables: people talk, and one of each table reports, without an account."""

from hashlib import blake2s

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string

from consultation.models.consultation import Consultation
from partners.ground.constraints import at_least_one, refuse_past, refuse_reversed, refuse_unbelievable

# Without letters and digits that look alike, for it is also typed over from a card.
TOKEN_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
TOKEN_LENGTH = 12


def table_token():
    """What the address of a table cannot be guessed by: some 59 bits."""
    return get_random_string(TOKEN_LENGTH, TOKEN_CHARACTERS)


class TableSession(models.Model):
    """A meeting at which people react at tables, such as the "Reflectie aan tafel" of the deck."""

    consultation = models.ForeignKey(
        Consultation, verbose_name="consultatie", on_delete=models.PROTECT, related_name="table_sessions"
    )
    title = models.CharField("titel", max_length=160)
    place = models.CharField("plaats", max_length=160, blank=True)
    opens_at = models.DateTimeField("verslag kan vanaf")
    closes_at = models.DateTimeField("verslag kan tot")

    class Meta:
        verbose_name = "tafelavond"
        verbose_name_plural = "tafelavonden"
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=models.F("opens_at")),
                name="table_session_closes_after_it_opens",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "opens_at", "closes_at")
        refuse_reversed(self, "opens_at", "closes_at", or_equal=True)
        refuse_past(self, "closes_at")

    @property
    def title_and_place(self):
        """'Avond in Ommen, gemeentehuis', or the title alone."""
        return f"{self.title}, {self.place}" if self.place else self.title

    def phase(self, at, *, is_kept=False):
        """ "later", "open" or "over" at the moment `at`; over too when what a table said `is_kept` as it is."""
        if at < self.opens_at:
            return "later"
        return "open" if at < self.closes_at and not is_kept else "over"


class DiscussionTable(models.Model):
    """One table of a session. Who sat there is known as counts only, never by name."""

    session = models.ForeignKey(
        TableSession, verbose_name="tafelavond", on_delete=models.CASCADE, related_name="tables"
    )
    number = models.PositiveSmallIntegerField("tafel")
    token = models.CharField("code", max_length=24, unique=True, default=table_token, editable=False)

    class Meta:
        verbose_name = "tafel"
        verbose_name_plural = "tafels"
        ordering = ["session", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "number"],
                name="one_table_per_number_and_session",
                violation_error_message="Deze tafel is er al.",
            ),
            at_least_one("number", model="discussion_table", message="Een tafel heeft een nummer vanaf 1."),
        ]

    def __str__(self):
        return f"tafel {self.number}, {self.session}"

    def get_absolute_url(self):
        return reverse("consultation:table", args=[self.token])

    @property
    def attendance_rows(self):
        """Who sat there, as a list of (sort, count)."""
        return list(self.attendance.values_list("sort", "count"))


def attendance_state(rows):
    """A short text that differs when the `rows`, as (sort, count), of who sat at a table differ."""
    return blake2s(repr(sorted(rows)).encode(), digest_size=8).hexdigest()


class Attendance(models.Model):
    """How many people of one sort sat at a table."""

    table = models.ForeignKey(
        DiscussionTable, verbose_name="tafel", on_delete=models.CASCADE, related_name="attendance"
    )
    sort = models.CharField("wie", max_length=80, help_text="Bijvoorbeeld: raadsleden, ondernemers, inwoners.")
    count = models.PositiveSmallIntegerField("hoeveel")

    class Meta:
        verbose_name = "gezelschap"
        verbose_name_plural = "gezelschap"
        ordering = ["table", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "sort"],
                name="one_count_per_sort_and_table",
                violation_error_message="Deze groep staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(count__gt=0) & ~Q(sort=""),
                name="attendance_says_who_and_how_many",
                violation_error_message="Vul in wie er waren en hoeveel.",
            ),
        ]

    def __str__(self):
        return f"{self.count} {self.sort}"
