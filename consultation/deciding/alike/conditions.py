"""The conditions that hold in a dossier, numbered in the order of its bodies, so that all pages call them the same."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.deciding.models import Decision, Outcome, Track
from partners.ground.templatetags.dutch import cited


@dataclass(frozen=True)
class NumberedCondition:
    """A condition that a body set and that holds, with its number in the dossier.

    `repeats` are its decisions on components that say the words of that on the whole again.
    """

    number: int
    track: Track
    decision: Decision
    repeats: tuple[Decision, ...] = ()

    @property
    def keys(self):
        """The keys of all decisions that say it."""
        return [one.pk for one in (self.decision, *self.repeats)]

    @property
    def name(self):
        """What it is called where one is chosen: '2: gemeenteraad van Dalfsen, Basis'."""
        return f"{self.number}: {self.track.body}, {self.decision.component or 'het geheel'}"

    @property
    def told(self):
        """It in full, whose it is and where it stands, with a link to its decision, as safe HTML."""
        decision = self.decision
        return format_html(
            '{} <span class="source">{}, {}{}. Bron: {}. <a href="{}#besluit-{}">Bekijk het besluit</a></span>',
            decision.condition,
            capfirst(str(self.track.body)),
            decision.when,
            decision.part,
            cited(decision.source),
            self.track.dossier.get_absolute_url(),
            decision.pk,
        )

    @property
    def item(self):
        """It as an item of a list, with its number, as safe HTML."""
        return format_html('<li id="voorwaarde-{0}" value="{0}">{1}</li>', self.number, self.told)


def conditions_in(tracks):
    """A NumberedCondition for each condition that holds, in the order of the `tracks` and of their components."""
    held = [(track, *same) for track in tracks for same in conditions_of(track)]
    return [NumberedCondition(number, track, one, tuple(rest)) for number, (track, one, *rest) in enumerate(held, 1)]


def numbers_of(conditions):
    """The number of each condition by the keys of all decisions that say it."""
    return {key: one.number for one in conditions for key in one.keys}


def conditions_of(track):
    """The decisions of a body with a condition that holds, in lists of one; that on the whole with what repeats it."""
    held = [one for one in in_order(track) if one.outcome == Outcome.CONDITION]
    if not held or held[0].component_id is not None:
        return [[one] for one in held]
    whole, *parts = held
    repeats = [one for one in parts if one.condition == whole.condition]
    return [[whole, *repeats], *([one] for one in parts if one not in repeats)]


def in_order(track):
    """What holds of a body: on the whole first, then by component."""
    holding = track.decided().values()
    return sorted(
        holding, key=lambda one: (one.component_id is not None, one.component and one.component.position, one.pk)
    )
