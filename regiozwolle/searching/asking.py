"""What was asked, in the words that the portal has for it.

One query fetches the words that look like those asked, and a question is made of them by rules: other forms, the
beginnings of words, the parts of compounds, words that are written apart or together, and what was mistyped.
"""

from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from itertools import combinations

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Q, Subquery
from django.db.models.functions import JSONObject

from partners.ground.models import Change
from regiozwolle.searching.indexing import quoted
from regiozwolle.searching.models import SearchReading, SearchWord
from regiozwolle.searching.synonyms import stems_of
from regiozwolle.searching.words import IS_BINDING, SHORTEST_PART, clean, cut, pieces, split

MOST_WORDS = 12  # of a question; a longer one is looked for by its first
LONGEST_JOIN = 3
SHORTEST_START = 3  # letters of a beginning that is looked for
SHORTEST_END = 5  # letters of the last part of a compound, when that part does not occur by itself
SHORTEST_HEAD = 3  # and of what stands before it
FEWEST_TO_MISS = 3  # words, of which one may be missing
ALIKE = 0.8  # of 1, by difflib
MOST_ALIKE = 10  # words that are compared by how often they occur
MOST_FORMS = 60  # other words for one that was asked: those that occur most
ROW = ("word", "stem", "parts", "entries")  # what is asked of a SearchWord


@dataclass
class Asked:
    """One word of the question: the `forms` it has in the portal, the `wide` ones that begin with it or hold it, and
    the word that was perhaps `meant`, "" when it has a form, is a part of another or the beginning of that word.
    """

    word: str
    forms: set = field(default_factory=set)
    wide: set = field(default_factory=set)
    meant: str = ""

    @property
    def exactly(self):
        return any_of(self.forms | {self.word})

    @property
    def anyhow(self):
        """Its forms, and the words that begin with it or hold it."""
        return any_of(self.forms | self.wide | {self.word})


@dataclass
class Inquiry:
    """What to look for: `said` are all its words in order, `asked` those that must be there.

    `instead` are other ways to write some of them: (which of `asked`, the Asked in their place). `is_stale` says that
    something changed since the pages were read.
    """

    said: list
    asked: list
    instead: list
    is_stale: bool = False
    right: "Inquiry | None" = None  # the same with what was mistyped put right; None when nothing was

    def exactly(self):
        """Its words in any form, together or apart; all of them."""
        return one_of(all_of(one.exactly for one in way) for way in self.ways())

    def widely(self):
        """As `exactly`, and its words as the beginning or part of another."""
        return one_of(all_of(one.anyhow for one in way) for way in self.ways())

    def ways(self):
        """The ways to write it: lists of Asked."""
        yield self.asked
        yield from self.other_ways()

    def other_ways(self):
        """Those in which words are together or apart otherwise than they were typed."""
        for places, words in self.instead:
            first, last = min(places), max(places)
            yield [*self.asked[:first], *words, *self.asked[last + 1 :]]

    @property
    def binds(self):
        """Whether words that bind are among it, or it has nothing else, such as “kan tot en met”."""
        return len(self.said) > len(self.asked) or any(one.word in IS_BINDING for one in self.asked)

    @property
    def size(self):
        """Of how many words it is at most."""
        return max(len(way) for way in self.ways())

    def nearly(self):
        """All but one of three or more words; "" when there are fewer."""
        if len(self.asked) < FEWEST_TO_MISS:
            return ""
        return one_of(all_of(one.anyhow for one in few) for few in combinations(self.asked, len(self.asked) - 1))

    def any(self):
        """One of its words, in any form."""
        return " | ".join(one.anyhow for one in self.asked)

    def any_exactly(self):
        return " | ".join(one.exactly for one in self.asked)

    def in_order(self, weights=""):
        """The words as they were typed, one after the other; with `weights`, as "AB", where they have such a weight."""
        suffix = weights and f":{weights}"
        ways = [self.said, *([one.word for one in way] for way in self.other_ways())]
        return one_of(" <-> ".join(f"{quoted(word)}{suffix}" for word in way) for way in ways)

    def marked(self):
        """Every word that is marked where it is found."""
        return set().union(*(one.forms | one.wide for way in self.ways() for one in way))

    def __str__(self):
        return " ".join(self.said)


def any_of(words):
    return f"({' | '.join(map(quoted, sorted(words)))})"


def all_of(parts):
    return " & ".join(parts)


def one_of(ways):
    return " | ".join(f"({way})" for way in ways)


def ask(text):
    """The Inquiry that `text` is, in the words of the portal; None when it holds no word. One query."""
    tokens = cut(clean(text))[:MOST_WORDS]
    if not tokens:
        return None
    words = list(dict.fromkeys(token.word for token in tokens))
    needed = [word for word in words if word not in IS_BINDING] or words
    known, is_stale = known_like(needed)
    asked = [found_in(known, word) for word in needed]
    instead = [*together(needed, known), *apart(asked, known)]
    said = [token.word for token in tokens]
    return Inquiry(said, asked, instead, is_stale, right=put_right(said, asked, instead, known))


def known_like(words):
    """The rows of the words that may be asked with `words`, by their word, and whether some pages must be read."""
    reading = SearchReading.objects.annotate(
        newest=Subquery(Change.objects.order_by("-pk").values("pk")[:1]),
        words=ArraySubquery(looking_like(words).values(row=JSONObject(**{name: name for name in ROW}))),
    ).first()
    if reading is None:
        return {}, True
    is_stale = bool(reading.waiting) or reading.is_old or (reading.newest or 0) > reading.changes_read
    return {row["word"]: row for row in reading.words}, is_stale


def put_right(said, asked, instead, known):
    """The Inquiry that was perhaps meant; None when no word looks mistyped. What is written otherwise is known."""
    written_otherwise = set().union(*(places for places, _ in instead))
    meant = {one.word: one.meant for at, one in enumerate(asked) if one.meant and at not in written_otherwise}
    if not meant:
        return None
    return Inquiry(
        said=[meant.get(word, word) for word in said],
        asked=[found_in(known, meant[one.word]) if one.word in meant else one for one in asked],
        instead=[],
    )


def looking_like(words):
    """The SearchWords that may be what is asked with `words`: as typed, inflected, longer, made of them, or alike."""
    exact, found = set(words), Q(pk__in=[])
    stems = set().union(*(stems_of(word) for word in words if may_inflect(word)))
    for word in [*words, *joined(words).values()]:
        if len(word) >= SHORTEST_START and not is_number(word):
            found |= Q(word__startswith=word)
    for word in filter(may_inflect, words):
        exact |= pieces(word)
        found |= Q(word__trigram_similar=word)
        if len(word) >= SHORTEST_END:
            found |= Q(word__endswith=word)
    return SearchWord.objects.filter(found | Q(word__in=exact) | Q(stem__in=stems) | Q(parts__overlap=list(stems)))


def may_inflect(word):
    """Whether `word` is one of letters that is long enough to have a stem and parts."""
    return word.isalpha() and len(word) >= SHORTEST_PART


def is_number(word):
    return word[0].isdigit()


def found_in(known, word):
    """What was Asked with `word`, among the `known` words by their word."""
    if is_number(word):
        return Asked(word, forms={word} & known.keys())
    own = stems_of(word) if may_inflect(word) else set()
    forms = {one for one, row in known.items() if one == word or row["stem"] in own}
    wide = {one for one, row in known.items() if begins_or_ends(one, word) or not own.isdisjoint(row["parts"])} - forms
    most = sorted(wide, key=lambda one: (-known[one]["entries"], one))[:MOST_FORMS]
    return Asked(word, forms, set(most), perhaps(word, known, wide) if own and not forms else "")


def perhaps(word, known, wide):
    """What may be meant with a `word` that has no form; "" when it is a part of a `wide` word, or its beginning."""
    if not all(one.startswith(word) for one in wide):
        return ""
    meant = most_like(word, known)
    return "" if meant in wide else meant


def most_like(word, known):
    """The one of the `known` words that `word` may be a slip for; "" when none looks enough like it.

    Of those that look equally like it, it is the one that stands in most places.
    """
    alike = get_close_matches(word, [one for one in known if one.isalpha()], n=MOST_ALIKE, cutoff=ALIKE)
    likeness = {one: (SequenceMatcher(None, one, word).ratio(), known[one]["entries"]) for one in alike}
    return max(likeness, key=likeness.get, default="")


def begins_or_ends(known, word):
    """Whether `known` begins with `word`, or is a compound that ends with it."""
    if known.startswith(word):
        return len(word) >= SHORTEST_START
    return len(word) >= SHORTEST_END and len(known) - len(word) >= SHORTEST_HEAD and known.endswith(word)


def joined(words):
    """Two or three words that follow each other as one, by their first place and how many."""
    return {
        (at, many): "".join(words[at : at + many])
        for many in range(2, LONGEST_JOIN + 1)
        for at in range(len(words) - many + 1)
        if all(word.isalpha() for word in words[at : at + many])
    }


def together(words, known):
    """The words that were written apart and are one in the portal: woning bouw."""
    for (at, many), word in joined(words).items():
        if any(one.startswith(word) for one in known):
            yield set(range(at, at + many)), [found_in(known, word)]


def apart(asked, known):
    """The words that were written as one and are apart in the portal: regiodeal."""
    for at, one in enumerate(asked):
        if may_inflect(one.word) and (parts := split(one.word, known.keys() - IS_BINDING)):
            yield {at}, [Asked(part, forms={part}) for part in parts]
