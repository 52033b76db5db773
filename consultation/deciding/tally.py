"""How a dossier stands, counted over its bodies: in numbers and in the sentences that say them.

All of it follows from where each body stands, so that a dossier with hundreds of them need not be read body by body.
"""

from collections import Counter, defaultdict

from django.utils import timezone
from django.utils.functional import cached_property

from consultation.deciding.models.position import FURTHER, UNDECIDED, Position, declines
from consultation.deciding.models.rule import Rule
from consultation.deciding.standing import Standing, carried
from partners.models import ASSEMBLIES, BodyKind

# What is counted, by the kinds of body that are.
COUNTED = {
    frozenset([BodyKind.COUNCIL]): "raden",
    frozenset([BodyKind.STATES]): "Provinciale Staten",
    frozenset(ASSEMBLIES): "raden en Staten",
}


class Counted:
    """What a dossier says of all its bodies together, by its `tracks`, or by what `places_in` gives of them."""

    @cached_property
    def places(self):
        """(Kind, Position today) of each of its bodies."""
        return [(track.body.kind, self.position_of(track)) for track in self.tracks.all()]

    @cached_property
    def counted_places(self):
        """Those that the outcome counts: of councils and Staten, or all when only others decide."""
        return [place for place in self.places if place[0] in ASSEMBLIES] or self.places

    @property
    def ruled(self):
        """The Position of each body that the rule counts."""
        of_kind = [place for place in self.places if place[0] == self.rule_kind]
        return [position for _, position in (of_kind if self.rule == Rule.KIND else self.counted_places)]

    @property
    def is_drawn(self):
        """Whether it has a tile for each body that the outcome counts."""
        return any(kind in ASSEMBLIES for kind, _ in self.places)

    @property
    def who(self):
        """What the counted bodies are called: 'raden en Staten', or 'organen' where other kinds are counted too."""
        return COUNTED.get(frozenset(kind for kind, _ in self.counted_places), "organen")

    @cached_property
    def carried(self):
        """How it stands by its rule today, as Carried."""
        places = self.places if self.rule == Rule.KIND else self.counted_places
        standings = [Standing(kind, position, {}, {}, {}) for kind, position in places]
        return carried(standings, rule=self.rule, rule_count=self.rule_count, rule_kind=self.rule_kind)

    @property
    def what_counts(self):
        """That the outcome leaves bodies out, as a sentence; "" when it counts all."""
        is_part = len(self.counted_places) < len(self.places)
        return "Bovenaan tellen alleen de raden en Staten." if is_part else ""

    @cached_property
    def tally(self):
        """How many counted bodies are in each Position, in the order of Position and without zeros.

        Counted once for each object that was read: every sentence about a dossier asks for it.
        """
        found = Counter(position for _, position in self.counted_places)
        return [(position, found[position]) for position in Position if found[position]]

    @property
    def outcome(self):
        """The dossier in one sentence, without a full stop, so that it can be a heading."""
        found = dict(self.tally)
        total, unknown = sum(found.values()), self.unknown
        if not total or self.carried.needed == 0:
            return "Nog niet bekend is wie hierover besluit"
        if self.carried.needed is not None:
            return self.outcome_by_rule
        if total == 1:
            (only,) = self.counted_tracks
            return f"Besluit van {only.body.in_sentence}: {self.position_of(only).label.lower()}"
        if agreed := found.get(Position.AGREED, 0):
            return f"{agreed} van de {total} {self.who} {'heeft' if agreed == 1 else 'hebben'} ingestemd"
        if unknown == total:
            return f"Van alle {total} {self.who} is nog niet bekend wat ze besloten"
        if unknown:
            return f"Van {unknown} van de {total} {self.who} is nog niet bekend wat ze besloten"
        return f"Geen van de {total} {self.who} heeft ingestemd zonder voorwaarde"

    @property
    def outcome_by_rule(self):
        """As `outcome`, of a dossier with a rule that counts the whole: whether it is carried, and by how many."""
        by_rule = self.carried
        who = "organen" if self.rule == Rule.KIND else self.who
        verb = "stemde" if by_rule.agreed == 1 else "stemden"
        short = "" if by_rule.is_carried else f", en er zijn er {by_rule.needed} nodig"
        return f"{by_rule.verdict}: {by_rule.agreed} van de {by_rule.counted} {who} {verb} in{short}"

    @property
    def unknown(self):
        """Of how many counted bodies no decision is known."""
        found = dict(self.tally)
        return sum(found.get(position, 0) for position in UNDECIDED)

    @property
    def further(self):
        """In sentences, what the outcome does not say; "" as long as no decision is known."""
        found = dict(self.tally)
        sentences = [
            f"{count} {one if count == 1 else many}."
            for position, (one, many) in FURTHER.items()
            if (count := found.get(position))
        ]
        if found.get(Position.AGREED) and self.unknown:
            sentences.append(f"Van {self.unknown} is het besluit nog niet bekend.")
        return " ".join(sentences)


def places_in(rows):
    """(Kind, Position today) of each body, in a list by the key of its dossier, of the rows of `by_place`."""
    found, today = defaultdict(list), timezone.localdate()
    for dossier, kind, declined_on, has_step, newest, decided, count in rows:
        outcomes = dict(one.split(":") for one in decided)
        outcomes = {int(part) if part else None: outcome for part, outcome in outcomes.items()}
        is_declining = declines(declined_on, [newest] if newest else [], today)
        position = Position.of(outcomes, has_step=has_step, declines=is_declining)
        found[dossier] += [(kind, position)] * count
    return found
