"""Keeping what pages say, so that it can be found: one entry for a page and one for each PLACE on it."""

import logging
import re
from collections import defaultdict
from itertools import groupby

from django.db import DatabaseError, transaction
from django.urls import Resolver404, resolve
from django.utils.text import Truncator

from partners.ground.models import Change
from regiozwolle.searching.models import SearchEntry
from regiozwolle.searching.reading import PLACE, TITLE, WAY, UnreadableError, read
from regiozwolle.searching.subjects import PAGES, PLACES
from regiozwolle.searching.vocabulary import learn_all_words, learn_words_of
from regiozwolle.searching.words import IS_BINDING, clean, cut

logger = logging.getLogger(__name__)

START = "/"
# An address with a query is a page of its own only as a further page of a list.
FURTHER = re.compile(r"pagina=\d{1,4}")
LONGEST_TITLE = 200  # characters
LAST_POSITION = 16_383  # of a word, in PostgreSQL
SITE = " – Regio Zwolle"
# What of an entry is written anew, and by what one sees that it must be.
KEPT = [field.name for field in SearchEntry._meta.fields if field.name not in ("id", "address")]
SAID = ["address", "title", "label", "text", "kind", "public_as", "key", "is_example"]


def kind_of(address):
    """(PageKind, arguments) of the page at `address`; None when it is not one that is searched."""
    path, _, query = address.partition("?")
    if query and not FURTHER.fullmatch(query):
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    kind = PAGES.get(match.view_name)
    return kind and (kind, [str(value) for value in match.kwargs.values()])


def read_all(*, anew=False):
    """Reads every public page that links lead to from START, keeps what it says, and forgets all others.

    Each page is kept in a transaction of its own, so that this holds up nobody. What says the same is left as it is,
    unless it is to be kept `anew`, as after a change in how words are cut.
    """
    waiting, seen = [START], {START}
    while waiting:
        page = keep(waiting.pop(), anew=anew)
        found = {link for link in page.links if link not in seen and kind_of(link)} if page else set()
        seen |= found
        waiting += sorted(found)
    SearchEntry.objects.exclude(page__in=seen).delete()
    learn_all_words()


def read_again(address):
    """Reads the page at `address` again, and learns what words are new on it.

    Gives the addresses it leads to of pages that are not known yet.
    """
    page = keep(address)
    learn_words_of(SearchEntry.objects.filter(page=address))
    links = dict.fromkeys(link for link in page.links if kind_of(link)) if page else {}
    known = set(SearchEntry.objects.filter(page__in=links).values_list("page", flat=True))
    return [link for link in links if link not in known]


def keep(address, *, anew=False):
    """Reads the page at `address` and keeps what it says, or forgets it when there is none. Gives the Page, or None.

    Of a page that cannot be made or kept now stays what it said before, so that it holds up no other.
    """
    try:
        with transaction.atomic():
            page = read(address)
            write(address, entries_of(page) if page else [], anew)
    except UnreadableError:
        return None
    except DatabaseError:
        logger.exception("Deze pagina is niet gelezen om te worden gevonden: %s", address)
        return None
    return page


def write(address, entries, anew):
    """Makes `entries` those of the page at `address`; what says the same is left, unless `anew`.

    What says something else does so since the last change that was made.
    """
    before = SearchEntry.objects.filter(page=address)
    gone, _ = before.exclude(address__in=[entry.address for entry in entries]).delete()
    same = {tuple(said): since for *said, since in before.values_list(*SAID, "changed_at")}
    new = [entry for entry in entries if anew or said_by(entry) not in same]
    since = last_change() if new or gone else None
    for entry in new:
        entry.changed_at = same.get(said_by(entry), since)
    SearchEntry.objects.bulk_create(new, update_conflicts=True, unique_fields=["address"], update_fields=KEPT)
    if gone:
        before.filter(address=address).update(changed_at=since)


def said_by(entry):
    return tuple(getattr(entry, name) for name in SAID)


def last_change():
    """The moment of the last change in the record, or None."""
    return Change.objects.order_by("-pk").values_list("made_at", flat=True).first()


def entries_of(page):
    """The SearchEntries of a Page, without those of its lines that are no words."""
    kind, arguments = kind_of(page.address)
    path = page.address.partition("?")[0]
    title = clean(" ".join(page.title.split())).removesuffix(SITE)
    lines = [line for line in page.lines if not line.place or PLACES[PLACE.fullmatch(line.place)[1]][-1]]
    common = {
        "page": page.address,
        "is_example": page.is_example,
        "public_as": kind.public_as,
        "key": arguments[0] if kind.public_as else "",
    }
    own = SearchEntry(
        address=page.address,
        subject=kind.subject(path, arguments),
        kind=kind.kind,
        title=title,
        place=kind.place,
        **common,
    )
    placed = sorted((line for line in page.lines if line.place), key=lambda line: line.place)
    parts = [
        entry_of_place(place, list(inside), title, common) for place, inside in groupby(placed, lambda line: line.place)
    ]
    return [filled(own, lines), *(filled(entry, inside) for entry, inside in parts)]


def entry_of_place(place, lines, title, common):
    """(SearchEntry, its lines) of one PLACE on a page, which is called by its first line; a milestone by two."""
    name, number = PLACE.fullmatch(place).groups()
    is_point = name == "punt"
    first = ": ".join(line.text for line in lines[: 2 if name == "mijlpaal" else 1])
    address = f"{common['page']}#{place}"
    # Whether it is public does not hang on the page that it stands on; a point says so itself.
    public = {"public_as": "", "key": ""} if is_point else {"public_as": name, "key": number}
    entry = SearchEntry(
        address=address,
        subject=place if is_point else address,
        kind=PLACES[name][0],
        title=f"Punt {number}: {first}" if is_point else first,
        label=title,
        place=kind_of(common["page"])[0].place,
        point=int(number) if is_point else None,
        **common | public,
    )
    return entry, lines


def filled(entry, lines):
    """`entry` with its words, each with its places and weight, those of its title before those of its lines."""
    weighed = [(entry.title, TITLE), *((line.text, line.weight) for line in lines)]
    if not entry.key.isdigit():  # the words of its address
        weighed.append((entry.key.replace("-", " "), WAY))
    places, titles, position = defaultdict(list), set(), 0
    for text, weight in weighed:
        for token in cut(text):
            position = min(position + 1, LAST_POSITION)
            places[token.word].append(f"{position}{weight}")
            if weight == TITLE:
                titles.add(token.word)
    entry.title_size = max(1, len({token.word for token in cut(entry.title)} - IS_BINDING))
    for word in [*initials(entry.title), *codes(entry.key)]:
        places[word].append(f"{position}{TITLE}")
        titles.add(word)
    entry.text = "\n".join(line.text for line in lines)
    entry.words = " ".join(f"{quoted(word)}:{','.join(where)}" for word, where in places.items())
    entry.title_words = " ".join(map(quoted, titles))
    entry.title = Truncator(entry.title).chars(LONGEST_TITLE)
    return entry


def initials(title):
    """What one may call it by: HCA is the Human Capital Agenda, WDODelta the Waterschap Drents Overijsselse Delta."""
    words = [token.word for token in cut(title) if token.is_plain and token.word not in IS_BINDING]
    if len(words) < 3:
        return []
    short = "".join(word[0] for word in words)
    return [short, short[:-1] + words[-1]]


def codes(key):
    """The code by which one may look for it, when its key is one."""
    tokens = cut(key)
    return [tokens[0].word] if len(tokens) > 1 and tokens[0].end == len(key) else []


def quoted(word):
    """A word as PostgreSQL reads it in a vector or a question; `cut` leaves no sign in it that could mean more."""
    return f"'{word}'"
