"""Which page a line of the security log is about, in words of the desk, or as its Dutch address."""

from functools import cache

from django.contrib import admin
from django.urls import get_resolver
from django.utils.text import capfirst

# What a page of the desk does with a row or a list, by the last word of its name.
ACTS = {
    "changelist": "de lijst",
    "add": "nieuw",
    "change": "bekijken of wijzigen",
    "delete": "verwijderen",
    "history": "geschiedenis",
    "put_back": "eerdere stand terugzetten",
    "import": "blad inlezen",
    "export": "meenemen",
    "make_public": "openbaar maken",
}
VARIES = "…"


def in_words(about):
    """'Gebruikers: bekijken of wijzigen, nummer 12' of 'admin:partners_user_change 12'; what is no page as it is."""
    name, *numbers = about.split(" ")
    address = at_the_desk(name) or address_of(name)
    if not address:
        return about
    if numbers and address.count(VARIES) == len(numbers):
        for number in numbers:
            address = address.replace(VARIES, number, 1)
        return address
    return ", ".join([address, *(f"nummer {number}" for number in numbers)])


def at_the_desk(name):
    """'Gebruikers: geschiedenis'; "" for what is no page of a model with a word in ACTS."""
    desk, _, act = name.removeprefix("admin:").partition("_")[2].partition("_")
    app = name.removeprefix("admin:").partition("_")[0]
    for model in admin.site._registry:
        options = model._meta
        if (options.app_label, options.model_name) == (app, desk) and act in ACTS:
            return f"{capfirst(options.verbose_name_plural)}: {ACTS[act]}"
    return ""


@cache
def address_of(name):
    """'/consultaties/…/reageren/…/', as the addresses have it; "" for a name that they do not have."""
    *spaces, last = name.split(":")
    resolver, before = get_resolver(), "/"
    for space in spaces:
        if space not in resolver.namespace_dict:
            return ""
        more, resolver = resolver.namespace_dict[space]
        before += more
    found = resolver.reverse_dict.getlist(last)
    if not found:
        return ""
    (written, varying), *_ = found[0][0]
    return before + written % dict.fromkeys(varying, VARIES)
