"""What somebody typed, stored in the session while it cannot be saved.

They were signed out, the token lapsed, somebody else wrote meanwhile, or they had not yet said in whose name. Each
form carries a seal: who opened it, when, and a key of its own. So what one person typed never shows to another who
signs in on the same computer, those who had a form open at closing can still send it, and a form that is sent twice
is saved once.
"""

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from django.core import signing
from django.utils import timezone

from partners.ground.documents.text import fit

KEY = "typed"
SALT = "consultation.typed"
# Ten times the longest text of one field; more is no letter.
LIMIT = 200_000  # characters
KEPT = "U was niet meer ingelogd. Wat u schreef, is bewaard en staat na het inloggen klaar."
LOGGED_OUT = "U bent niet meer ingelogd. Wat u schreef, is bewaard."
LAPSED = "Dit venster stond te lang open. Wat u schreef, is bewaard."
COPY = "Niet opgeslagen. Kopieer uw tekst voordat u verdergaat."
# The forms whose text is stored.
FORMS = {"consultation:respond", "consultation:point", "consultation:answer_questions"}
# What a form carries besides the words of the visitor.
TECHNICAL = {"csrfmiddlewaretoken", "seal", "sender", "kind", "next", "draft", "houd", "point", "read", "saved"}


class Seal(NamedTuple):
    """By whom (a primary key) and when a form was opened, and the key of that form."""

    owner: int
    opened_at: datetime
    key: UUID


def seal(user):
    """Proof that `user` opened the form now."""
    return signing.dumps([user.pk, timezone.now().timestamp(), uuid4().hex], salt=SALT)


def unseal(sealed, *, user=None):
    """The Seal of the form that carries `sealed`; None when it is not ours, or not of `user` if one is given."""
    try:
        owner, timestamp, key = signing.loads(sealed, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    found = Seal(owner, datetime.fromtimestamp(timestamp, tz=UTC), UUID(key))
    return found if user is None or owner == user.pk else None


def texts(request):
    """What was typed in this form, now or earlier, to show for copying when nothing else can be done with it."""
    return texts_in(request.POST if request.method == "POST" else stored(request))


def texts_in(posted):
    """The words of the visitor in a posted form."""
    return [fit(value) for name, value in posted.items() if name.split("-")[0] not in TECHNICAL and value.strip()]


def store(request):
    """Stores the posted form in the session. Returns False when it is too long for that, or not a form of ours.

    Without the seal anyone could fill the sessions of the site with text. Together all forms hold LIMIT characters at
    most: the oldest give way.
    """
    if request.resolver_match.view_name not in FORMS:
        return False
    posted = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    if unseal(posted.get("seal", "")) is None or size(posted) > LIMIT:
        return False
    others = {path: form for path, form in request.session.get(KEY, {}).items() if path != request.path}
    while others and sum(map(size, others.values())) + size(posted) > LIMIT:
        del others[next(iter(others))]
    request.session[KEY] = others | {request.path: posted}
    return True


def size(posted):
    """How many characters a form takes, with the names of its fields."""
    return sum(len(name) + len(value) for name, value in posted.items())


def stored(request, path=None):
    """What this person typed earlier in the form at `path`, or at this address, by field; empty without anything."""
    posted = request.session.get(KEY, {}).get(path or request.path, {})
    return posted if unseal(posted.get("seal", ""), user=request.user) else {}


def waiting(request):
    """(Address, first text) of each form in which this person typed what is still not saved.

    A proposal alone is left out: the words of today stand in that field before anybody types.
    """
    for path in request.session.get(KEY, {}):
        written = {name: value for name, value in stored(request, path).items() if name != "proposal"}
        yield from [(path, text) for text in texts_in(written)[:1]]


def clear(request):
    """Takes the form at this address out of the session, for it has been saved after all."""
    others = {path: form for path, form in request.session.get(KEY, {}).items() if path != request.path}
    if len(others) != len(request.session.get(KEY, {})):
        request.session[KEY] = others
