"""The calculus of amounts: what may be said of a sum of which a part is unknown, or is hedged by its source.

Of every amount it is known between which bounds it lies: an exact one is its own bounds, "ten minste" has no upper
one, an unknown one may be anything from nothing. Adding and dividing keep the bounds, so that no sum says more than
its sources do. An amount is unknown or zero, and these are never the same.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from partners.ground.templatetags.dutch import counted, euro, exact_euro, hedged

NOTHING = Decimal(0)
NO_LIMIT = Decimal("Infinity")
# Between which shares of an amount its source means it to lie; "zo’n" and "ruim" are taken to be within a tenth.
MORE, LITTLE_MORE, LESS, LITTLE_LESS, ABOUT = ("1", "Infinity"), ("1", "1.1"), ("0", "1"), ("0.9", "1"), ("0.9", "1.1")
MEANT_BY = {
    **dict.fromkeys(["meer dan", "ten minste", "tenminste", "minstens", "minimaal", "op zijn minst", "vanaf"], MORE),
    "ruim": LITTLE_MORE,
    **dict.fromkeys(["ten hoogste", "hoogstens", "hooguit", "maximaal", "minder dan", "tot"], LESS),
    **dict.fromkeys(["bijna", "nog geen", "net geen"], LITTLE_LESS),
}
A_TENTH_LESS, A_TENTH_MORE = Decimal("0.9"), Decimal("1.1")


@dataclass(frozen=True)
class Amount:
    """An amount of money that owns up to what it lacks.

    `euros` is what is known of it; the whole of it lies between `least` and `most`. It is the sum of `count` amounts,
    `known` of which are known. `word` is the hedge of its source, which only an amount by itself keeps.
    """

    euros: Decimal = NOTHING
    least: Decimal = NOTHING
    most: Decimal = NOTHING
    known: int = 0
    count: int = 0
    word: str = ""

    @classmethod
    def of(cls, euros, word=""):
        """The Amount of a source that says `euros`, hedged by `word`; None is an amount that is not known."""
        if euros is None:
            return UNKNOWN
        euros = Decimal(euros)
        lowest, highest = MEANT_BY.get(word.strip().lower(), ABOUT) if word.strip() else ("1", "1")
        most = euros * Decimal(highest) if euros else (NO_LIMIT if highest == "Infinity" else NOTHING)
        return cls(euros, euros * Decimal(lowest), most, known=1, count=1, word=word.strip())

    @classmethod
    def sum(cls, amounts):
        """All of `amounts` together; of none it is an Amount of which nothing is known."""
        total = cls()
        for amount in amounts:
            total = total + amount
        return total

    def __add__(self, other):
        if not self.count or not other.count:
            return self if self.count else other
        return Amount(
            euros=self.euros + other.euros,
            least=self.least + other.least,
            most=self.most + other.most,
            known=self.known + other.known,
            count=self.count + other.count,
        )

    def or_more(self):
        """The same as the part of a whole of which nobody knows how much else there is."""
        return replace(self, most=NO_LIMIT, word="")

    def per(self, other):
        """How many euros of it there are for each euro of `other`, an Amount; None when that cannot be said."""
        if not self.is_told or not other.is_known or not other.euros:
            return None
        # Nothing divided by what has no limit, and what has no limit by nothing, are the ends of the scale.
        least = NOTHING if other.most == NO_LIMIT else self.least / other.most
        most = NO_LIMIT if self.most == NO_LIMIT or not other.least else self.most / other.least
        return Amount(self.euros / other.euros, least, most, known=1, count=1)

    def exceeds(self, whole):
        """Whether it is certainly more than `whole`, an Amount that it is a part of; never when either is unknown."""
        return self.is_known and whole.is_known and self.least > whole.most

    @property
    def is_known(self):
        """Whether any of it is known, if only that it is zero."""
        return self.known > 0

    @property
    def is_complete(self):
        """Whether there is something to add up and nothing of it is missing."""
        return self.known == self.count > 0

    @property
    def lacks(self):
        """How many of its amounts are not known."""
        return self.count - self.known

    @property
    def hedge(self):
        """The word before the euros that are known: that of its source, else what follows from its bounds."""
        if self.word:
            return self.word
        if self.least == self.euros:
            return "" if self.most == self.euros else "ten minste"
        if self.most == self.euros:
            return "ten hoogste"
        if self.least < self.euros * A_TENTH_LESS:
            return "voor zover bekend"
        return "ongeveer" if self.most <= self.euros * A_TENTH_MORE else "ten minste zo’n"

    @property
    def is_told(self):
        """Whether there is something to tell: of zero with unknown amounts beside it there is not."""
        return self.is_known and (self.euros > 0 or self.most == 0)

    @property
    def text(self):
        """'ten minste € 3 miljoen'; empty when there is nothing to tell."""
        return hedged(self.hedge, euro(self.euros)) if self.is_told else ""

    @property
    def to_the_cent(self):
        """What is known of it, to the cent and without a hedge, to stand with `note`; empty when nothing is."""
        return exact_euro(self.euros) if self.is_known else ""

    @property
    def rounded(self):
        """The euros that are known of it in whole cents, half a cent up; None when nothing is."""
        return self.euros.quantize(Decimal("0.01"), ROUND_HALF_UP) if self.is_known else None

    @property
    def note(self):
        """'3 van 5 bekend'; empty when nothing is missing or nothing is known."""
        return f"{self.known} van {self.count} bekend" if self.is_known and self.lacks else ""

    @property
    def known_of_all(self):
        """'3 van de 5 bijdragen bekend'; empty when nothing is missing or nothing is known."""
        contributions = counted(self.count, "bijdrage,bijdragen")
        return f"{self.known} van de {contributions} bekend" if self.note else ""

    @property
    def noted(self):
        """What is known of it to the cent, with its `note`: '€ 5.000 (3 van 5 bekend)'; empty when nothing is."""
        return f"{self.to_the_cent} ({self.note})" if self.note else self.to_the_cent

    @property
    def as_far_as_known(self):
        """What to say behind a sum of which something is missing."""
        return " voor zover bekend" if self.lacks else ""

    @property
    def missing_sentence(self):
        return f" Van {self.lacks} is het bedrag nog niet bekend." if self.lacks else ""


UNKNOWN = Amount(most=NO_LIMIT, count=1)
