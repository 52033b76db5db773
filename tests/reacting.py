"""How a test reacts: the addresses of the forms, and opening, filling and sending them."""

import re

from django.utils import timezone

from consultation import actions
from consultation.models import Letter
from consultation.senders import senders

FORM = "/consultaties/conceptagenda/reageren/RZ24-L1.2/"
NEW = f"{FORM}?nieuw=1"
QUESTIONS = "/consultaties/conceptagenda/vragen/"
MINE = "/mijn-reacties/"

WISH = {"kind": "wens", "text": "Noem ook het mkb.", "proposal": "Werken met het mkb aan de arbeidsmarkt"}


def write(author, consultation, wording, *, sender_kind=None, **content):
    """A point of `author`, in the first name they may use or that of `sender_kind`."""
    sender = next(sender for sender in senders(author) if sender_kind in (None, sender.sender_kind))
    return actions.save_point(
        author=author,
        consultation=consultation,
        sender=sender,
        wording=wording,
        content=WISH | content,
        opened_at=timezone.now(),
    )


def change(letter, by, **content):
    """Lets `by` change what the first point of `letter` says. Returns the point, in the changes if that was sent."""
    letter = Letter.objects.get(pk=letter.pk)
    point = (letter.draft or letter).points.whole().order_by("pk").first()
    return actions.change_point(
        letter=letter,
        pk=point.pk,
        by=by,
        content=point.words | content,
        opened_at=timezone.now(),
        read=point.fingerprint,
    )


def send(letter, **choices):
    """Sends the letter as its writer would."""
    return actions.send(letter=letter, by=letter.author, **{"sharing": "openbaar"} | choices)


def fields(page):
    """What the form on a page would send if nothing were typed but the first of several names chosen."""
    hidden = dict(re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', page.text))
    names = re.findall(r'<input type="radio" name="sender" value="([^"]+)"', page.text)
    return hidden | ({"sender": names[0]} if names else {})


def asked(client, address):
    """The form at `address` and where it is; where a page first asks for a name, in the first that one may use."""
    page = client.get(address)
    if names := re.findall(r'href="\?namens=([^"]+)"', page.text):
        address = f"{address}?namens={names[0]}"
        page = client.get(address)
    return address, page


def fill(client, address, typed, **options):
    """Opens the form at `address`, types, and presses the button."""
    address, page = asked(client, address)
    return client.post(address, fields(page) | typed, **options)


def close(consultation, *, ago):
    consultation.closes_at = timezone.now() - ago
    consultation.save()


def review(letter):
    """The page on which `letter` is read over and sent."""
    return f"/mijn-reacties/{letter.pk}/controleren/"


def together(letter):
    """The page of the group that writes `letter`."""
    return f"/mijn-reacties/{letter.pk}/samen/"


def hidden(page):
    """The hidden fields of the forms on a page, without the token."""
    return dict(re.findall(r'<input type="hidden" name="((?!csrf)[^"]+)" value="([^"]*)"', page.text))
