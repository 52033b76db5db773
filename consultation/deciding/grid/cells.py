"""A cell of the grid: a day, or an outcome as a letter or a word with perhaps an amount behind it."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS

from consultation.deciding.models import Outcome
from partners.ground.constraints import FIRST_YEAR, LAST_YEAR
from partners.ground.templatetags.dutch import listed

LETTERS = {
    "i": Outcome.AGREED,
    "v": Outcome.CONDITION,
    "t": Outcome.AGAINST,
    "n": Outcome.ABSTAINS,
    "u": Outcome.HELD,
    "l": Outcome.LATER,
    "x": Outcome.WITHDRAWN,
}
OF_OUTCOME = {outcome: letter for letter, outcome in LETTERS.items()}
# Other words that people write for an outcome.
WORDS = {
    "akkoord": Outcome.AGREED,
    "met voorwaarde": Outcome.CONDITION,
    "ingestemd met voorwaarde": Outcome.CONDITION,
    "verworpen": Outcome.AGAINST,
    "niet mee": Outcome.ABSTAINS,
    "uitgesteld": Outcome.HELD,
} | {word: outcome for outcome in Outcome for word in (outcome.value, outcome.label)}
UNKNOWN = "‘{}’ kennen wij niet. Schrijf een letter ({}) of het hele woord."
NO_AMOUNT = "‘{}’ is geen bedrag. Schrijf het als 30.000 of 30000,50."
TOO_LARGE = "‘{}’ is te groot voor een bedrag in euro’s."
NO_DAY = "‘{}’ is geen dag. Schrijf een dag, zoals 24-6-2027."
NO_SUCH_DAY = "{} {} bestaat niet. {} heeft {} dagen."
WRONG_YEAR = f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}."
MOST_DIGITS = 12
NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
IN_WORDS = re.compile(r"(\d{1,2}) ([a-z]+)\.? (\d{4})")
# Whole euros with or without a mark between the thousands, and then cents; in Dutch and in English.
DUTCH = re.compile(r"(\d+|\d{1,3}(?:[. ]\d{3})+)(?:,(\d{1,2}))?")
ENGLISH = re.compile(r"(\d+|\d{1,3}(?:[, ]\d{3})+)(?:\.(\d{1,2}))?")


def read_amount(text):
    """The Decimal in `text`, in euros: '30.000', '30,000.50', '€ 30000,5'. Raises ValidationError."""
    bare = " ".join(text.replace("€", " ").split())
    found = DUTCH.fullmatch(bare) or ENGLISH.fullmatch(bare)
    if not found:
        raise ValidationError(NO_AMOUNT.format(text))
    whole = re.sub(r"\D", "", found[1])
    if len(whole.lstrip("0")) > MOST_DIGITS:
        raise ValidationError(TOO_LARGE.format(text))
    return Decimal(f"{whole}.{found[2] or 0}").quantize(Decimal("0.01"))


def read_outcome(text):
    """(The Outcome, its amount or None) that `text` says: 'i', 'ingestemd', 'i 30.000'. Raises ValidationError."""
    words, amount = split(" ".join(text.split()))
    outcome = LETTERS.get(words.lower()) or WORDS.get(words.lower())
    if outcome is None:
        raise ValidationError(UNKNOWN.format(text, listed(LETTERS)))
    return outcome, read_amount(amount) if amount else None


def split(text):
    """(The words, the amount) of a cell; the amount begins at its first digit or euro sign."""
    found = re.search(r"[€\d]", text)
    at = found.start() if found else len(text)
    return text[:at].strip(), text[at:].strip()


def write_outcome(outcome, amount=None):
    """An Outcome as one types it."""
    letter = OF_OUTCOME[outcome]
    if amount is None:
        return letter
    whole = f"{amount:,.2f}".removesuffix(".00")
    return f"{letter} {whole.translate(str.maketrans(',.', '.,'))}"


def read_day(text):
    """The day in `text`: '24-6-2027', '2027-06-24', '24 juni 2027'. Raises ValidationError."""
    bare = " ".join(text.lower().split())
    if found := NUMERIC.fullmatch(bare):
        on, month, year = map(int, found.groups())
    elif found := ISO.fullmatch(bare):
        year, month, on = map(int, found.groups())
    elif (found := IN_WORDS.fullmatch(bare)) and (month := month_of(found[2])):
        on, year = int(found[1]), int(found[3])
    else:
        raise ValidationError(NO_DAY.format(text))
    return checked(text, year, month, on)


def month_of(word):
    """The number of a month by its name or the first three letters of it; None when it is none."""
    named = (number for number, name in MONTHS.items() if str(name) == word or str(name)[:3] == word)
    return next(named, None)


def checked(text, year, month, on):
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(WRONG_YEAR)
    if not 1 <= month <= len(MONTHS):
        raise ValidationError(NO_DAY.format(text))
    longest = monthrange(year, month)[1]
    if not 1 <= on <= longest:
        name = str(MONTHS[month])
        raise ValidationError(NO_SUCH_DAY.format(on, name, name.capitalize(), longest))
    return date(year, month, on)


def write_day(on):
    """A day as one types it; "" for None."""
    return f"{on.day}-{on.month}-{on.year}" if on else ""
