"""What was promised to a body, until it is answered."""

from datetime import timedelta

from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    refuse,
    refuse_future,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.publishing import PublicQuerySet
from partners.ground.templatetags.dutch import day
from partners.ground.texts import PAGE
from partners.models import Body, Source

# So long before its term the secretariat is reminded of what was promised.
NEAR = timedelta(days=7)
TOO_EARLY = "Dit ligt voor de dag van de toezegging."
NO_ANSWER = "Schrijf op wat het antwoord was."


class CommitmentQuerySet(PublicQuerySet):
    def open(self):
        """Those that are not answered, the first that is due at the front and without a term at the end."""
        return self.filter(answered_on=None).order_by(F("due_on").asc(nulls_last=True), "made_on", "pk")

    def overdue(self, on=None):
        """Of those the ones whose term was over before the day `on`, today without."""
        return self.open().filter(due_on__lt=on or timezone.localdate())

    def unreminded(self, on=None):
        """Those on the site of which the term is near or over on the day `on`, and of which nobody was reminded.

        A reminder is of one term: where that moved since, there is another.
        """
        on = on or timezone.localdate()
        near_from = ExpressionWrapper(F("due_on") - NEAR, output_field=DateField())
        new = Q(reminded_at=None) | Q(reminded_at__date__lt=near_from)
        return self.public().open().filter(new, due_on__lte=on + NEAR)


class Commitment(models.Model):
    """A promise to a body. It stays open until it is answered; the secretariat is reminded when its term nears."""

    follows = ("track",)

    track = models.ForeignKey(
        "Track", verbose_name="besluitspoor", on_delete=models.CASCADE, related_name="commitments"
    )
    text = models.TextField("toezegging", max_length=PAGE)
    made_on = models.DateField("toegezegd op")
    due_on = models.DateField("uiterlijk beantwoord op", null=True, blank=True, help_text="Leeg: zonder termijn.")
    answered_on = models.DateField("beantwoord op", null=True, blank=True, help_text="Leeg: nog niet beantwoord.")
    answer = models.TextField("antwoord", max_length=PAGE, blank=True)
    answer_url = models.URLField("waar het antwoord staat", max_length=500, blank=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True, editable=False)
    promised_by = models.ForeignKey(
        Body,
        verbose_name="toegezegd door",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="promises",
        help_text="Het orgaan dat het antwoord geeft. Leeg: niet bekend, of het regiobureau.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="commitments")

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = "toezegging"
        verbose_name_plural = "toezeggingen"
        ordering = [F("due_on").asc(nulls_last=True), "made_on", "pk"]
        constraints = [
            believable("made_on", model="commitment"),
            believable("due_on", model="commitment"),
            believable("answered_on", model="commitment"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("made_on")),
                name="a_commitment_is_due_after_it_was_made",
                violation_error_message=TOO_EARLY,
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("made_on")),
                name="a_commitment_is_answered_after_it_was_made",
                violation_error_message=TOO_EARLY,
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | ~Q(answer=""),
                name="an_answered_commitment_has_its_answer",
                violation_error_message=NO_ANSWER,
            ),
        ]

    def __str__(self):
        return f"{self.track.body}: {self.text[:60]}"

    @property
    def is_open(self):
        """Whether it still has to be answered."""
        return self.answered_on is None

    @property
    def stands(self):
        """'open, uiterlijk 3 mei 2027', 'open', or 'beantwoord op 3 mei 2027'."""
        if not self.is_open:
            return f"beantwoord op {day(self.answered_on)}"
        return f"open, uiterlijk {day(self.due_on)}" if self.due_on else "open"

    def is_overdue(self, on=None):
        """Whether it is open and its term was over before the day `on`, today without."""
        return self.is_open and self.due_on is not None and self.due_on < (on or timezone.localdate())

    @property
    def by_whom(self):
        """Who promised it, as a sentence; "" when that is not known."""
        return f"Toegezegd door {self.promised_by}." if self.promised_by else ""

    @property
    def told(self):
        """How it stands, what was promised and what the answer was."""
        return " ".join(filter(None, [f"Toezegging, {self.stands}: {self.text}", self.by_whom, self.answer]))

    def clean(self):
        super().clean()
        refuse_future(self, "made_on")
        refuse_future(self, "answered_on")
        refuse_unbelievable(self, "made_on", "due_on", "answered_on")
        refuse_reversed(self, "made_on", "due_on", TOO_EARLY)
        refuse_reversed(self, "made_on", "answered_on", TOO_EARLY)
        refuse(self.answered_on is not None and not self.answer, "answer", NO_ANSWER)
