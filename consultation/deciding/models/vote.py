"""How the party groups of a body voted, where that is known."""

from django.db import models
from django.db.models import Q

from consultation.deciding.models.decision import Decision
from partners.ground.constraints import known, refuse

NO_SEATS = "Een stem is van ten minste één zetel. Is het aantal niet bekend, laat het dan leeg."


class Stance(models.TextChoices):
    """How seats were voted."""

    FOR = "voor", "voor"
    AGAINST = "tegen", "tegen"
    ABSTAINED = "onthouden", "onthouden"


class GroupVote(models.Model):
    """How one party group voted on a decision; a group that was divided has one for each stance."""

    decision = models.ForeignKey(Decision, verbose_name="besluit", on_delete=models.CASCADE, related_name="votes")
    group = models.CharField("fractie", max_length=80)
    stance = models.CharField("stem", max_length=10, choices=Stance)
    seats = models.PositiveSmallIntegerField("zetels", null=True, blank=True, help_text="Leeg: niet bekend.")

    class Meta:
        verbose_name = "stem van een fractie"
        verbose_name_plural = "stemmen van fracties"
        ordering = ["decision", "stance", "group"]
        constraints = [
            known("stance", Stance, model="group_vote"),
            models.UniqueConstraint(
                fields=["decision", "group", "stance"],
                name="one_vote_per_decision_group_and_stance",
                violation_error_message="Deze fractie heeft deze stem al.",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1) | Q(seats__isnull=True),
                name="group_vote_seats_is_not_0",
                violation_error_message=NO_SEATS,
            ),
        ]

    def __str__(self):
        seats = f" ({self.seats})" if self.seats else ""
        return f"{self.group}: {self.get_stance_display()}{seats}"

    def clean(self):
        super().clean()
        refuse(self.seats == 0, "seats", NO_SEATS)
