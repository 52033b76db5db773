"""Numbers and addresses of people in a text that is about to be published. What is found warns, and blocks nothing.

It looks for what has a form: a burgerservicenummer, a telephone number, an e-mail address, an address of a house and
the number of a bank account. A name has none, so somebody still reads the text.
"""

import re

from django.conf import settings

# Weights of the eleven-test, by which nine digits can be a burgerservicenummer: one of eleven at random is.
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
# Written together, in threes, or as on a passport; not in an amount, where dots stand between threes.
NINE = re.compile(r"(?<![\w€.,-])(?:\d{9}|\d{3} \d{3} \d{3}|\d{4}\.\d{2}\.\d{3})(?![\w%-]|[.,]\d)")
PHONE = re.compile(r"(?<![\w+.])(?:(?:\+|00)31[ -]?(?:\(0\))?|\(?0)(?:[ -]?\d\)?){9}(?!\w)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
POSTCODE = r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}"
HOUSE = re.compile(rf"\b\d{{1,5}} ?[a-zA-Z]?,?\s+{POSTCODE}\b|\b{POSTCODE},? (?:nr\.? ?|nummer )?\d{{1,5}}\b")
ACCOUNT = re.compile(r"\bNL\d{2} ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{2}\b")


def is_burgerservicenummer(written):
    """Whether what is `written` as nine digits passes the eleven-test."""
    digits = [int(sign) for sign in written if sign.isdecimal()]
    total = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=True))
    return any(digits) and total % 11 == 0


def is_somebody_elses(address):
    """Whether it is not the address at which the portal itself is reached."""
    return address.casefold() != settings.CONTACT_EMAIL.casefold()


# What holds the number of another kind comes before it.
KINDS = [
    ("een rekeningnummer", ACCOUNT, None),
    ("een getal dat een burgerservicenummer kan zijn", NINE, is_burgerservicenummer),
    ("een telefoonnummer", PHONE, None),
    ("een e-mailadres", MAIL, is_somebody_elses),
    ("een adres van een huis", HOUSE, None),
]


def found(text):
    """(What it is, as it is written) of all in `text` that may be of a person, each once."""
    seen = {}
    for name, pattern, is_one in KINDS:
        for match in pattern.finditer(text):
            if is_one is None or is_one(match[0]):
                seen.setdefault((name, match[0].strip()))
                text = text.replace(match[0], " " * len(match[0]))
    return list(seen)


def warnings(texts):
    """A sentence for each thing that is found in `texts`: (head, text) of what everyone will read."""
    return list(
        dict.fromkeys(f"{head}: {name}, ‘{written}’." for head, text in texts for name, written in found(str(text)))
    )
