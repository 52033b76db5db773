"""In what the bodies of a dossier adopted something else than was put before them: read from what was read before.

A deviation is one thing that deviates, with all bodies in which it does, so that 52 bodies can be read as a few lines.
Only what is written down is compared: whether it matters is for a person to say.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.deciding.alike.conditions import conditions_of, in_order
from consultation.deciding.models import (
    Component,
    Likeness,
    LikenessJudgement,
    MotionKind,
    MotionOutcome,
    Outcome,
    Position,
    Track,
)
from partners.ground import comparing
from partners.ground.templatetags.dutch import counted, listed


class DeviationKind(models.TextChoices):
    """What can be something else; the label is the heading under which it stands."""

    VERSION = "versie", "Op een andere versie"
    COMPONENT = "onderdeel", "Niet alle onderdelen"
    CONDITION = "voorwaarde", "Met een voorwaarde"
    AMENDMENT = "amendement", "Met een amendement"


NOT_ADOPTED = (Outcome.AGAINST, Outcome.ABSTAINS, Outcome.LATER)
WHOLE = "het geheel"


@dataclass(frozen=True)
class Deviation:
    """One thing that deviates: on which component (None is the whole), in words, in which Tracks, and its full text."""

    kind: DeviationKind
    component: Component | None
    what: str
    text: str
    tracks: list
    change: str = ""
    judgement: LikenessJudgement | None = None

    @property
    def key(self):
        """By what a judgement finds it: what it is on, and a digest of what it says."""
        digest = sha256(f"{self.what}\n{self.text}".encode()).hexdigest()[:40]
        return f"{self.kind}:{self.component.pk if self.component else ''}:{digest}"

    @property
    def title(self):
        """What deviates, and on what."""
        return f"{self.what} ({self.component.mention if self.component else WHOLE})"

    @property
    def bodies(self):
        """In whom it does: 'Gemeenteraad van Dalfsen en gemeenteraad van Zwolle'."""
        return capfirst(listed([track.body for track in self.tracks]))

    @property
    def count(self):
        return counted(len(self.tracks), "orgaan,organen")

    @property
    def about(self):
        """All that is judged, in words."""
        return f"{self.title}: {self.bodies}. {self.text}".strip()

    @property
    def counts_as_alike(self):
        return self.judgement is not None and self.judgement.verdict == Likeness.ALIKE


@dataclass(frozen=True)
class DeviationGroup:
    """All deviations of one kind."""

    kind: DeviationKind
    deviations: list = field(default_factory=list)

    @property
    def anchor(self):
        return self.kind.value

    @property
    def bodies(self):
        """How many bodies have any of it."""
        return len({track.pk for one in self.deviations for track in one.tracks})

    @property
    def unjudged(self):
        return sum(one.judgement is None for one in self.deviations)


class DossierComparison:
    """What the bodies of a dossier, read as for its board, adopted beside what was put before them."""

    def __init__(self, dossier):
        self.dossier = dossier
        self.tracks = [track for track in dossier.tracks.all() if has_decided(track)]

    @cached_property
    def deviations(self):
        """Every Deviation by kind, component and how many bodies have it, with its judgement. One query."""
        judged = {one.deviation: one for one in self.dossier.judgements.all()}
        found = [self.with_change(one) for one in self.found.values()]
        found.sort(key=lambda one: (list(DeviationKind).index(one.kind), place_of(one.component), -len(one.tracks)))
        return [Deviation(**vars(one) | {"judgement": judged.get(one.key)}) for one in found]

    @cached_property
    def found(self):
        """As `deviations`, without order, changes or judgements, by kind, component and what it says."""
        found = {}
        for track in self.tracks:
            for kind, component, what, text in deviations_of(track):
                key = (kind, component and component.pk, what, text)
                found.setdefault(key, Deviation(kind, component, what, text, [])).tracks.append(track)
        return found

    def with_change(self, one):
        """The Deviation with what differs marked: from the text of the dossier, or from what most others wrote."""
        before, after = self.compared(one)
        if not before or before == after or comparing.is_too_long(before.split(), after.split()):
            return one
        return Deviation(**vars(one) | {"change": comparing.html(before, after)})

    def compared(self, one):
        """(What stood there, what stands there now) of a Deviation; ("", "") when there is nothing to lay beside it."""
        if one.kind == DeviationKind.VERSION:
            return self.texts_of(one)
        if one.kind == DeviationKind.COMPONENT:
            return "", ""
        others = [each for each in self.found.values() if (each.kind, each.component) == (one.kind, one.component)]
        most = max(others, key=lambda each: len(each.tracks))
        return ("", "") if most is one else (most.text, one.text)

    def texts_of(self, one):
        """(The words that it was decided on, those of the dossier now) of a component that is a part of the agenda."""
        element, version = one.component and one.component.element_id, self.dossier.version
        if not element:
            return "", ""
        decision = next(each for each in in_order(one.tracks[0]) if each.component_id == one.component.pk)
        texts = self.dossier.texts
        return texts.get((element, decision.version_id), ""), texts.get((element, version.pk), "")

    @cached_property
    def groups(self):
        """A DeviationGroup for each kind, also of which there is none."""
        return [DeviationGroup(kind, [one for one in self.deviations if one.kind == kind]) for kind in DeviationKind]

    @cached_property
    def alike(self):
        """The Tracks of the bodies that adopted the same: nothing deviates, or all that does counts as the same."""
        different = {track.pk for one in self.deviations if not one.counts_as_alike for track in one.tracks}
        return [track for track in self.tracks if track.pk not in different]

    @property
    def unjudged(self):
        """How many deviations nobody judged yet."""
        return sum(group.unjudged for group in self.groups)

    @property
    def outcome(self):
        """The page in one sentence, without a full stop."""
        total, same = len(self.tracks), len(self.alike)
        if not total:
            return "Er is nog geen besluit om te vergelijken"
        verb = "stelde" if same == 1 else "stelden"
        return f"{same} van de {counted(total, 'orgaan dat besloot,organen die besloten')}, {verb} hetzelfde vast"

    @property
    def sentence(self):
        """What is still to be judged, and of whom it is not known on which text."""
        told = []
        if self.deviations:
            left = counted(self.unjudged, "afwijking is,afwijkingen zijn") if self.unjudged else "Geen afwijking is"
            told.append(f"{left} nog niet beoordeeld.")
        if self.unknown:
            told.append(f"Van {counted(self.unknown, 'besluit,besluiten')} is niet bekend op welke versie het is.")
        return " ".join(told)

    @property
    def unknown(self):
        """Of how many decisions that hold it is not known on which version they are."""
        return sum(one.version_id is None for track in self.tracks for one in in_order(track))

    @property
    def basis(self):
        """What is compared with: the version and the components, as safe HTML."""
        version = self.dossier.version
        number = f"versie {version.number}" if version else "de versie die is voorgelegd (welke, is nog niet bekend)"
        address = version.get_absolute_url() if version else ""
        text = format_html('<a href="{}">{}</a>', address, number) if address else number
        count = len(self.dossier.components.all())
        parts = f" met {counted(count, 'onderdeel,onderdelen')}" if count else ""
        return format_html("Vergeleken met {}{}, zonder voorwaarde en zonder amendement.", text, parts)

    @property
    def compare_address(self):
        """Where the two versions of the whole text lie side by side; "" without a text."""
        version = self.dossier.version
        return reverse("agenda:compare", args=[version.agenda.slug]) if version else ""

    @property
    def by_component(self):
        """(Component, how many agreed to it, how many decided otherwise, how many did not decide) of each component."""
        lines = []
        for component in self.dossier.components.all():
            found = Counter(track.positions_on([component])[0] for track in self.tracks)
            agreed = found[Position.AGREED] + found[Position.CONDITION]
            decided = sum(count for position, count in found.items() if position.is_decided)
            lines.append((component, agreed, decided - agreed, len(self.tracks) - decided))
        return lines


def has_decided(track: Track):
    """Whether a body came to any decision that holds."""
    return any(one.position.is_decided for one in track.decided().values())


def deviations_of(track):
    """(Kind, Component, what, text) of all in which what a body adopted deviates."""
    for one in in_order(track):
        component = one.component
        if one.position.is_decided and track.is_earlier(one):
            yield DeviationKind.VERSION, component, f"Versie {one.version.number}", ""
        if one.outcome in NOT_ADOPTED:
            yield DeviationKind.COMPONENT, component, capfirst(one.get_outcome_display()), ""
    for one, *_ in conditions_of(track):
        yield DeviationKind.CONDITION, one.component, "Voorwaarde", one.condition
    for motion in track.motions.all():
        if (motion.kind, motion.outcome) == (MotionKind.AMENDMENT, MotionOutcome.CARRIED):
            yield DeviationKind.AMENDMENT, motion.component, f"Amendement ‘{motion.title}’", motion.text


def place_of(component):
    """Where a component stands: the whole before all."""
    return (component.position, component.pk) if component else (-1, 0)
