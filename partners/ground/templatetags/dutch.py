"""Numbers, money and time as Dutch readers write them.

Django's own Dutch formats break lines inside a date and put capitals and colons where we do not want them, and
its thousand separator also reaches years and ids. So these filters say it themselves.
"""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from django import template
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
# The sign of a negative number is a minus, not a hyphen, at which a line may end.
DUTCH = str.maketrans(",.-", ".,\N{MINUS SIGN}")
CENT, THOUSAND, MILLION = Decimal("0.01"), 1_000, 10**6
# The typeface has no non-breaking hyphen; another face's would stand in, and a search for 2024-2028 would miss it.
UNBROKEN_HYPHEN = "\N{WORD JOINER}-\N{WORD JOINER}"
PAIR_OF_YEARS = re.compile(r"(?<!\d)(\d{4})-(\d{4})(?!\d)")
# A day with its month and year, and an amount with its sign and its word.
BELONGS_TOGETHER = re.compile(
    r"\b\d\d? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
    r"(?: \d{4}\b)?"
    r"|€ \d[\d.,]*(?: (?:miljoen|miljard))?|\b\d[\d.,]* (?:miljoen|miljard|uur)\b"
)
# What long compounds of the region's own words begin with.
FIRST_PART = re.compile(
    r"(\w{4,}(?:ings|gangs|iteits|nemers)|\b(?:arbeids|innovatie|klimaat|natuur|stations|structuur|toekomst|voorbeeld|vrijetijds))"
    r"(?=\w{6})",
    re.IGNORECASE,
)


@register.filter
def number(value):
    """4500 as 4.500 and Decimal('2.70') as 2,7; nothing for None."""
    if value is None:
        return ""
    text = f"{Decimal(value):,.2f}".rstrip("0").rstrip(".")
    return text.translate(DUTCH)


@register.filter
def euro(value):
    """An amount in euros: € 1.250, € 12,50 and, from a million, € 90 miljoen or € 22,5 miljoen."""
    if value is None:
        return ""
    amount = rounded(Decimal(value))
    in_millions = rounded(amount / MILLION)
    # The unit is chosen for what is written: 999.999.999 is 1.000,00 million, so it is one billion.
    if abs(in_millions) >= THOUSAND:
        return f"€{NO_BREAK}{number(rounded(amount / MILLION / THOUSAND))}{NO_BREAK}miljard"
    if abs(amount) >= MILLION:
        return f"€{NO_BREAK}{number(in_millions)}{NO_BREAK}miljoen"
    whole = amount == amount.to_integral_value()
    return f"€{NO_BREAK}{number(amount) if whole else f'{amount:,.2f}'.translate(DUTCH)}"


def rounded(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


@register.filter
def exact_euro(value):
    """An amount in euros to the cent, never in words: € 1.241.464,60; nothing for None. More decimals are kept."""
    if value is None:
        return ""
    decimals = max(2, -Decimal(value).normalize().as_tuple().exponent) if value != int(value) else 0
    return f"€{NO_BREAK}{f'{value:,.{decimals}f}'.translate(DUTCH)}"


@register.filter
def measured(value, unit):
    """A value of an indicator, with its unit where no sentence after it says it: in euros, or as 2,7%."""
    if unit == "euro":
        return euro(value)
    return f"{number(value)}%" if unit == "%" else number(value)


def hedged(qualifier, amount):
    """A written amount behind the word that its source sets before it: 'meer dan 4.500'; nothing when it is unknown."""
    return f"{qualifier} {amount}".strip() if amount else ""


@register.filter
def day(value):
    """A date as 1 januari 2024, never broken over two lines; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    return f"{value.day}{NO_BREAK}{MONTHS[value.month]}{NO_BREAK}{value.year}"


@register.filter
def weekday(value):
    """A date as donderdag 24 juni 2027; nothing for None."""
    return f"{WEEKDAYS[value.weekday()]} {day(value)}" if value else ""


@register.filter
def moment(value):
    """A moment, in Dutch time, as 12 januari 2023, 20.41 uur; nothing for None."""
    if value is None:
        return ""
    return f"{day(value)}, {clock(value)}"


@register.filter
def clock(value):
    """The time of a moment, in Dutch time, as 20.41 uur."""
    return f"{timezone.localtime(value):%H.%M}{NO_BREAK}uur"


@register.simple_tag
def years(first, last):
    """Two years as one word, 2024-2028, that no line end can split."""
    return f"{first}{UNBROKEN_HYPHEN}{last}"


@register.filter
def unbroken(text):
    """Text in which no line end can split a pair of years such as 2024-2028, a date, or an amount."""
    text = PAIR_OF_YEARS.sub(rf"\1{UNBROKEN_HYPHEN}\2", text)
    return BELONGS_TOGETHER.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


@register.filter
def breakable(text):
    """Text whose long compounds may break between their parts, as in samenwerkings-agenda, for narrow columns.

    Browsers know where Dutch words break only when they have a dictionary of it; many have none.
    """
    return FIRST_PART.sub("\\1\N{SOFT HYPHEN}", text)


@register.filter
def listed(values):
    """Names as a Dutch list: 'Meppel, Urk en Zwolle'."""
    *most, last = [str(value) for value in values] or [""]
    return f"{', '.join(most)} en {last}" if most else last


@register.filter
def counted(value, words):
    """`value` with the word that fits: {{ n|counted:'reactie,reacties' }} gives '1 reactie' or '3 reacties'."""
    one, many = words.split(",")
    return f"{number(value)}{NO_BREAK}{one if value == 1 else many}"


@register.filter
def does(body, words):
    """The form of a verb that goes with the name of a body: {{ body|does:'kan,kunnen' }}, for its Staten are many."""
    return body.does(*words.split(","))


@register.filter
def counted_in_words(value, words):
    """As `counted`, to begin a sentence with: 'Eén gemeente', 'Negen gemeenten' and '22 gemeenten'."""
    one, many = words.split(",")
    written = "Eén" if value == 1 else capfirst(apnumber(value))
    return f"{written}{NO_BREAK}{one if value == 1 else many}"


@register.filter
def cited(source):
    """A Source as a reader finds it again: title, linked if it has an address, who wrote it, and when; no full stop."""
    if source is None:
        return ""
    return citation(source.title, source.url, source.publisher, source.published_text or day(source.published_on))


@lru_cache(maxsize=1000, typed=True)
def citation(title, url, publisher, when):
    """The same of its words; the same few sources stand on most pages, many times over."""
    title = format_html('<a href="{}">{}</a>', url, unbroken(title)) if url else unbroken(title)
    return format_html_join(", ", "{}", [(part,) for part in (title, publisher, when) if part])
