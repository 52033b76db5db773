"""An e-mail address in the one form in which it tells a person from all others."""

import unicodedata

# Comes along with what is pasted, and shows nothing.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def seen(address):
    """`address` without what cannot be seen, and without spaces around it."""
    return address.translate(UNSEEN).strip()


def canonical(address):
    """`address` without what cannot be seen, in lower case, its domain as the network writes it: xn--bcher-kva.example.

    What is no address comes back as it is, but for what cannot be seen: a validator says what is wrong with it.
    """
    address = unicodedata.normalize("NFC", seen(address)).lower()
    name, at, domain = address.rpartition("@")
    try:
        return f"{name}{at}{domain.encode('idna').decode()}" if at else address
    except UnicodeError:
        return address
