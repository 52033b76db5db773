"""How text is cut into words to find it by. What is indexed and what is asked are cut by this one function.

A number is one word, however it is written: 4.500 and 4500, 71,7 and 71.7. A range is two (2024-2028), a code is one
with its parts beside it (RZ24-L2.1). Accents, apostrophes, invisible characters and no-break spaces make no difference.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
APOSTROPHE = "['’‘ʼ`´]"
LETTERS, ABC = r"[^\W_]", r"[^\W\d_]"
TOKEN = re.compile(
    rf"""
    (?P<code> (?: {ABC}{{1,4}} \d+ - {ABC}{{1,2}} \d* (?: \.[a-z\d]{{1,2}} )*   # RZ24-L2.1
                | {ABC}{{1,4}} (?: -\d+ )+                                     # RZ-2026-0010
                | {ABC} \d+ (?: \.\d+ )+ ) (?! {LETTERS} ) )                   # L2.1
    | (?P<number> (?: \d{{1,3}} (?: \.\d{{3}} )+ (?! \d ) (?: ,\d+ )? | \d+ (?: [.,] \d+ )? ) (?! {LETTERS} ) )
    | (?P<word>
        {ABC}{{1,2}} - {ABC}+                                                # e-mail, co-creatie: one word
        | {LETTERS}+ (?: {APOSTROPHE} {LETTERS}+ )*
      )
    | (?P<sign> [%€&] )
    """,
    re.VERBOSE,
)
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
# What is written in two ways is one word.
SAME = {
    "%": "procent",
    "€": "euro",
    "&": "en",
    "mln": "miljoen",
    "mld": "miljard",
    "eur": "euro",
    "we": "wij",
    "ze": "zij",
}
LONGEST = 60  # characters of a word that is kept
# What glues the parts of a Dutch compound together.
LINKS = ("", "s", "e", "en", "n")
SHORTEST_PART = 4
SHORTEST_STEM = 3
# The s of partners and regios says how many; that of huis, kans and werkloos does not.
S_IS_AN_ENDING = re.compile(r".{3}(?:(?<!a)a|(?<!e)e|(?<!o)o|(?<!u)i|u|[aeiou]r|el|em|en|ing|age)s$")
IRREGULAR = {"steden": "stad", "leden": "lid", "schepen": "schip", "kinderen": "kind", "eieren": "ei"}
# Words that ask or bind and name nothing; they count when a whole sentence is looked for.
BINDING = """
    aan af al alle alles als andere ben bij daar dan dat de deze die dit doe doen doet door dus een eens en er geen had
    heb hebben heeft het hier hij hoe hoeveel hun iets ik in is ja je kan kom komen komt krijg krijgt kun kunnen maar
    mag me mee meer men met mij mijn moet na naar nee niet niets nog nu of om omdat onder ons onze ook op over per sinds
    te tegen toch toen tot u uit uw van vanaf veel vind vinden voor waar waarom wanneer want waren was wat we weet weten
    wel welk welke werd wie wij wil worden wordt ze zelf zich zij zijn zo zonder zou
"""
IS_BINDING = frozenset(BINDING.split())


@dataclass(frozen=True)
class Token:
    """A word as it is found by, and where in the cleaned text it stands."""

    word: str
    start: int
    end: int

    @property
    def is_plain(self):
        """Whether it has letters only, so that it may have other forms and parts."""
        return self.word.isalpha()


def clean(text):
    """`text` as it is kept: in one form of Unicode, without what nobody sees."""
    return INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def cut(text):
    """The Tokens of a cleaned text, in order; the parts of a code follow it."""
    return [token for found in TOKEN.finditer(text) for token in tokens(found)]


def tokens(found):
    written = found[0]
    if found.lastgroup == "number":
        if THOUSANDS.fullmatch(written):
            written = written.replace(".", "")
        yield Token(written.replace(",", "."), found.start(), found.end())
        return
    word = fold(written)
    yield Token(SAME.get(word, word), found.start(), found.end())
    if found.lastgroup == "code" and "-" in written:
        for part in re.finditer(r"[^-]+", written):
            yield Token(fold(part[0]), found.start() + part.start(), found.start() + part.end())


@lru_cache(maxsize=50_000)
def fold(word):
    """`word` in small letters without accents and apostrophes; a hyphen stays in a code alone."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    bare = re.sub(APOSTROPHE, "", "".join(bare.casefold().split()))
    return (bare if any(sign.isdigit() for sign in bare) else bare.replace("-", ""))[:LONGEST]


def stem(word):
    """What the forms of a Dutch word share: woningen and woning, lokale and lokaal, huizen and huis, regio's and regio.

    It is no word itself. It joins what differs in number or ending only, so that what is found stays exact.
    """
    if not word.isalpha() or len(word) < SHORTEST_PART:
        return word
    word = IRREGULAR.get(word, word)
    if word.endswith("heden"):
        return word.removesuffix("heden") + "heid"
    if word.endswith("s") and S_IS_AN_ENDING.search(word):
        word = word[:-1]
    for ending in ("en", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    word = re.sub(r"([aeou])\1(?=[^aeiou]+$)", r"\1", word)  # banen and baan, lokale and lokaal
    word = re.sub(r"([^aeiou])\1$", r"\1", word)  # plannen and plan
    return word[:-1] + {"z": "s", "v": "f"}.get(word[-1], word[-1])


def split(word, known):
    """The words of which the compound `word` is made, when all are `known`; () when it is none.

    Longest first. Only what occurs by itself can be a part, so that griffiers is not made of grif and fiers.
    """
    for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first = without_link(word[:at], known)
        if not first:
            continue
        rest = word[at:]
        if rest in known:
            return (first, rest)
        if further := split(rest, known):
            return (first, *further)
    return ()


def without_link(part, known):
    """The known word that `part` is, or becomes without what glues it to the next; "" when there is none."""
    for link in LINKS:
        word = part.removesuffix(link) if link else part
        if len(word) >= SHORTEST_PART and part.endswith(link) and word in known:
            return word
    return ""


def pieces(word):
    """Every part that `word` may have, as a compound of two or more."""
    cuts = [0, *range(SHORTEST_PART, len(word) - SHORTEST_PART + 1), len(word)]
    return {word[start:end] for start in cuts for end in cuts if SHORTEST_PART <= end - start < len(word)}
