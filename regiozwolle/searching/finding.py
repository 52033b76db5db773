"""Finding what a Inquiry asks for: which entries, in which order, and the words to show of each."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Case, CharField, Exists, F, FloatField, Q, Value, When
from django.db.models.functions import Cast, Least

from regiozwolle.searching.models import SearchEntry

# So many are compared with each other; of more than that the best by their title and place.
CANDIDATES = 300
# Of those without all words in the title fewer, as each is looked through for it.
ELSEWHERE = 200
# What each way to match is worth; the rank by PostgreSQL is less than 1.
IN_TITLE, EXACT_TITLE, EXACT, WHOLE_TITLE = 3.0, 2.0, 1.5, 2.0
IN_ORDER, IN_HEADING = 1.5, 0.75
HEADED = "AB"
# How much better a page must match to come before one that is about the thing itself.
PER_PLACE = 0.25
# And before one that the demo invents.
PER_EXAMPLE = 1.0
# What a word weighs among ways to elsewhere, in text, in a heading and in the title.
WEIGHTS = [0.05, 0.3, 0.6, 1.0]
# How an entry may match: it has all words; its title says nothing that was not asked; it has all words after what was
# mistyped is put right; it has all words but one.
ALL, NAMED, MEANT, NEARLY = "all", "named", "meant", "nearly"


class Search(SearchQuery):
    """A question in the language of PostgreSQL, of words that `cut` made; nothing typed is read as an operator."""

    template = "(%(expressions)s)::tsquery"

    def __init__(self, text):
        super().__init__(Value(text), search_type="raw")


@dataclass(frozen=True)
class Found:
    """The SearchEntries that were found, the best first and one of each subject, and the way in which they match.

    `more_is_meant` says that others would be found with what looks mistyped put right.
    """

    entries: list
    way: str
    more_is_meant: bool = False


def find(question, *, only=""):
    """Found for an Inquiry, of the kind `only` if given. Two queries; `read_texts` reads what the entries say."""
    ways = ways_to(question)
    # Read first: PostgreSQL cannot know how few they are, and would look at every entry there is.
    among = {key for (key,) in candidates(question, ways, only)}
    way = Case(*[When(condition, then=Value(name)) for name, condition in ways.items()], output_field=CharField())
    entries = (
        SearchEntry.objects.public()
        .filter(pk__in=among)
        .annotate(named=named(question))
        .annotate(way=way, score=score(question))
        .defer("words", "title_words", "text")
        .order_by("-score", "place", "title")
    )
    return best_of(list(entries))


def read_texts(entries):
    """Gives those of the `entries` that are shown their `text`: of hundreds it would be most of what is read."""
    texts = dict(SearchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", "text"))
    for entry in entries:
        entry.text = texts.get(entry.pk, "")
    return entries


def candidates(question, ways, only):
    """The keys of the entries that are compared: for each of the `ways` the first, and of those with all words also
    the first with all of them in the title.

    So no more words are read than of these: that of a frequent word would take long.
    """
    among = SearchEntry.objects.filter(kind=only) if only else SearchEntry.objects.all()
    # What stands in the title is among the words as well.
    titled = [among.filter(title_words=Search(one.widely())) for one in (question, question.right) if one]
    whole = [among.filter(ways[way]) for way in (ALL, MEANT) if way in ways]
    partly = [among.alias(named=named(question)).filter(ways[NAMED])]
    if question.binds:  # words that bind are in every entry; a sentence is not
        partly.append(among.filter(words=Search(question.in_order())))
    if NEARLY in ways:  # it takes longest, and is asked only when the others give nothing
        given = any_q(Exists(some) for some in (*whole, *partly))
        partly.append(among.filter(ways[NEARLY] & ~given))
    most = [*((some, CANDIDATES) for some in (*titled, *partly)), *((some, ELSEWHERE) for some in whole)]
    first, *others = (some.order_by("place", "pk").values_list("pk")[:many] for some, many in most)
    return first.union(*others, all=True)


def ways_to(question):
    """The conditions on an entry that answers an Inquiry, by the way in which it does."""
    ways = {
        ALL: Q(words=Search(question.widely())),
        NAMED: Q(title_words=Search(question.any_exactly())) & Q(named__gte=F("title_size")),
    }
    if question.right:
        ways[MEANT] = Q(words=Search(question.right.widely()))
    if nearly := question.nearly():
        ways[NEARLY] = Q(words=Search(nearly))
    return ways


def best_of(entries):
    """Found, of the `entries` with their `way` those that answer best; what is only named has not all words."""
    for names in ((ALL, NAMED), (MEANT,), (NEARLY,)):
        if fitting := [entry for entry in entries if entry.way in names]:
            ways = {entry.way for entry in fitting}
            more_is_meant = names[0] == ALL and any(entry.way == MEANT for entry in entries)
            return Found(one_of_each(fitting), NEARLY if ways == {NAMED} else names[0], more_is_meant)
    return Found([], ALL)


def named(question):
    """How many of the words that were asked stand in the title, in any form."""
    total = Value(0)
    for one in question.asked:
        total += Case(When(title_words=Search(one.exactly), then=Value(1)), default=Value(0))
    return total


def score(question):
    """How well an entry answers an Inquiry: itself, or as it was meant."""
    if not question.right:
        return worth_of(question)
    return Case(When(way=MEANT, then=worth_of(question.right)), default=worth_of(question), output_field=FloatField())


def worth_of(question):
    """How well an entry answers an Inquiry. A title counts for more when it says little else."""
    share = Least(Value(1.0), Value(float(question.size)) / Cast("title_size", FloatField()))
    widely, exactly = Search(question.widely()), Search(question.exactly())
    worth = [
        (Q(title_words=widely), Value(IN_TITLE) * share),
        (Q(title_words=exactly), Value(EXACT_TITLE) * share),
        (Q(words=exactly), Value(EXACT)),
        (Q(named__gte=F("title_size")), Value(WHOLE_TITLE)),
        # A sentence of words that bind says more than the one word among them that names something.
        (Q(words=Search(question.in_order())), Value(IN_ORDER * len(question.said) / len(question.asked))),
        (Q(words=Search(question.in_order(HEADED))), Value(IN_HEADING)),
    ]
    total = SearchRank(F("words"), Search(question.any()), weights=WEIGHTS, normalization=Value(1 | 32))
    for condition, value in worth:
        total += Case(When(condition, then=value), default=Value(0.0), output_field=FloatField())
    invented = Case(When(is_example=True, then=Value(PER_EXAMPLE)), default=Value(0.0), output_field=FloatField())
    return total - F("place") * Value(PER_PLACE) - invented


def any_q(conditions):
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def one_of_each(entries):
    """One entry about each subject, in order: that with the lowest place, which says it itself."""
    found = {}
    for entry in entries:
        found.setdefault(entry.subject, []).append(entry)
    return [min(same, key=lambda entry: entry.place) for same in found.values()]
