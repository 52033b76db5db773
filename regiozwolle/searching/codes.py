"""Codes that lead straight to what they name: a text of the agenda, a point, a reaction."""

import re

from django.urls import reverse

from consultation.models import Letter
from regiozwolle.searching.models import SearchEntry

CODE = re.compile(r"(?P<element>[a-z]{1,4}\d+-[a-z\d.]+)(?:@(?P<version>\d{1,4}))?", re.IGNORECASE)
POINT = re.compile(r"(?:punt|#)\s?(\d{1,12})", re.IGNORECASE)
LETTER = re.compile(r"RZ-\d{4}-\d{4,}", re.IGNORECASE)


def place_of(text, user):
    """The address of what `text` is the code of, for whoever `user` is; "" when it is none, or not for them."""
    text = text.strip()
    if found := CODE.fullmatch(text):
        return place_of_element(found["element"], found["version"])
    if found := POINT.fullmatch(text):
        return address_of(SearchEntry.objects.filter(point=found[1]))
    if LETTER.fullmatch(text) and user.is_authenticated:
        return place_of_letter(text.upper(), user)
    return ""


def place_of_element(code, version):
    entries = SearchEntry.objects.filter(public_as="tekst", key__iexact=code)
    return address_of(entries.filter(page__endswith=f"@{version}/") if version else entries)


def address_of(entries):
    """The address of the first of these SearchEntries that is public."""
    first = entries.public().order_by("place", "address").first()
    return first.address if first else ""


def place_of_letter(number, user):
    """Where `user` reads the letter with that number: as their own, or at the desk; "" when they may not."""
    letters = Letter.objects.filter(number=number)
    if own := letters.of(user).first():
        return own.get_absolute_url()
    letter = letters.first() if user.has_perm("consultation.view_letter") else None
    return reverse("admin:consultation_letter_change", args=[letter.pk]) if letter else ""
