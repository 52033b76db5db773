"""A cell of the grid: a day, or an outcome as a letter or a word with perhaps an amount behind it."""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS

from consultation.deciding.models import Outcome
from partners.ground.calendars.reading import A_DAY, parts_of
from partners.ground.constraints import FIRST_YEAR, LAST_YEAR, UNBELIEVABLE
from partners.ground.numbers import read_number
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
MOST_DIGITS = 12
CENT = Decimal("0.01")
SWAPPED = str.maketrans(",.", ".,")


def read_amount(text):
    """The Decimal in `text`, in euros, as one writes it in Dutch or in English: '30.000', '30,000.50', '€ 30000,5'.

    Cents have at most two digits, so 30,000 is thirty thousand. Raises ValidationError.
    """
    ways = (cents_in(text), cents_in(text.translate(SWAPPED)))
    amount = next((one for one in ways if one is not None), None)
    if amount is None:
        raise ValidationError(NO_AMOUNT.format(text))
    if amount >= 10**MOST_DIGITS:
        raise ValidationError(TOO_LARGE.format(text))
    return amount.quantize(CENT)


def cents_in(text):
    """The Decimal that `text` writes in Dutch, 0 or more and with at most two decimals; None when it is none."""
    try:
        amount = read_number(text.replace("€", " "))
    except ValidationError:
        return None
    return amount if amount >= 0 and amount.as_tuple().exponent >= CENT.as_tuple().exponent else None


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
    return f"{letter} {whole.translate(SWAPPED)}"


def read_day(text):
    """The day that `text` is: '24-6-2027', '2027-06-24', '24 juni 2027'. Raises ValidationError."""
    found = A_DAY.fullmatch(" ".join(text.split()))
    if not found:
        raise ValidationError(NO_DAY.format(text))
    year, month, on = parts_of(found)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValidationError(UNBELIEVABLE)
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
