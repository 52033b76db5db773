"""How heavily a goal counts where the targets of more goals are added up."""

from django.db import models
from django.db.models import Q

from agenda.models import Element, ElementKind
from partners.ground.constraints import refuse

HEAVIEST = 10
BETWEEN = f"Kies een gewicht van 1 tot en met {HEAVIEST}."


class GoalWeight(models.Model):
    """That a goal counts otherwise than once, and why. Everyone reads both beside the sum."""

    follows = ()

    element = models.OneToOneField(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="weight",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    weight = models.PositiveSmallIntegerField(
        "gewicht", help_text=f"Van 1 tot en met {HEAVIEST}. Een opgave zonder gewicht telt één keer."
    )
    reason = models.CharField(
        "waarom", max_length=300, help_text="Waarom deze opgave zo zwaar telt. Staat op de site bij het gewicht."
    )

    class Meta:
        verbose_name = "gewicht van een opgave"
        verbose_name_plural = "gewichten van opgaven"
        ordering = ["element__position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=HEAVIEST),
                name="goal_weight_is_between_1_and_10",
                violation_error_message=BETWEEN,
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="goal_weight_has_a_reason",
                violation_error_message="Schrijf waarom deze opgave zo zwaar telt.",
            ),
        ]

    def __str__(self):
        return f"{self.element}: {self.weight}"

    def clean(self):
        super().clean()
        refuse(self.weight is not None and not 1 <= self.weight <= HEAVIEST, "weight", BETWEEN)
