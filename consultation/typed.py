"""What somebody typed, stored with their account while it cannot be saved.

They were signed out, the token lapsed, somebody else wrote meanwhile, or they had not yet said in whose name. What
comes from a visitor who is signed out lies in the session of that browser, and moves to the account at signing in.
Each form carries a seal: who opened it, when, and a key of its own. So what one person typed never shows to another
who signs in on the same computer, those who had a form open at closing can still send it, and a form that is sent
twice is saved once. A form that shows what was stored names that in its seal: only such a form, or the one that
stored it, replaces or clears it.
"""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid4

from django.core import signing
from django.db import transaction
from django.utils import timezone

from consultation.models import KeptText, Question
from partners.ground.documents.text import fit
from partners.ground.forms import visible

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
# What the fields of a point are called; that of a question is called as the question itself.
LABELS = {"text": "Wat wilt u meegeven?", "proposal": "Uw voorstel voor een andere tekst"}
# What a form carries besides the words of the visitor.
TECHNICAL = {
    "csrfmiddlewaretoken",
    "seal",
    "sender",
    "kind",
    "next",
    "draft",
    "houd",
    "point",
    "read",
    "saved",
    "proposes_deletion",
}


class Seal(NamedTuple):
    """By whom (a primary key) and when a form was opened, its key, and the `digest` of what it showed of the stored."""

    owner: int
    opened_at: datetime
    key: UUID
    shown: str = ""


def seal(user, *, showing=None):
    """Proof that `user` opened the form now; or, when it shows what was stored, at the moment that was opened."""
    earlier = unseal((showing or {}).get("seal", ""), user=user)
    opened_at = earlier.opened_at if earlier else timezone.now()
    shown = [digest(showing)] if showing else []
    return signing.dumps([user.pk, opened_at.timestamp(), uuid4().hex, *shown], salt=SALT)


def unseal(sealed, *, user=None):
    """The Seal of the form that carries `sealed`; None when it is not ours, or not of `user` if one is given."""
    try:
        owner, timestamp, key, *shown = signing.loads(sealed, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    found = Seal(owner, datetime.fromtimestamp(timestamp, tz=UTC), UUID(key), *shown)
    return found if user is None or owner == user.pk else None


def texts(request):
    """(Label, text) of what was typed in each field of this form, now or earlier, for copying when all else fails."""
    return texts_in(request.POST if request.method == "POST" else stored(request))


def texts_in(posted):
    """The words of the visitor in a posted form, each with the label of its field."""
    said = {name: value for name, value in posted.items() if name.split("-")[0] not in TECHNICAL and visible(value)}
    asked = [name.removeprefix("question-") for name in said if name.startswith("question-")]
    keys = [int(key) for key in asked if key.isdecimal() and len(key) < 19]
    questions = {f"question-{one.pk}": one.text for one in Question.objects.filter(pk__in=keys)} if keys else {}
    return [((LABELS | questions).get(name, "Uw tekst"), fit(value)) for name, value in said.items()]


def store(request):
    """Stores the posted form with the account, or in the session. Returns False when that cannot be.

    It is too long, it is not a form of ours (without the seal anyone could fill the site with text), or another form
    stored something else here. Together all forms of a person hold LIMIT characters at most: the oldest give way.
    """
    if request.resolver_match.view_name not in FORMS:
        return False
    posted = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    if unseal(posted.get("seal", "")) is None or size(posted) > LIMIT:
        return False
    if unseal(posted["seal"], user=request.user):
        return keep(request.user, request.path, posted)
    others = {path: form for path, form in request.session.get(KEY, {}).items() if path != request.path}
    while others and sum(map(size, others.values())) + size(posted) > LIMIT:
        del others[next(iter(others))]
    request.session[KEY] = others | {request.path: posted}
    return True


@transaction.atomic
def keep(user, path, posted):
    """Stores what `user` posted to `path` with the account. Returns False when another form stored something else."""
    words = json.dumps(posted)
    kept, is_new = KeptText.objects.select_for_update().get_or_create(
        user=user, address=path, form=None, defaults={"content": words}
    )
    if not is_new:
        if not may_replace(unseal(posted["seal"]), json.loads(kept.content)):
            return False
        kept.content = words
        kept.save()
    room = LIMIT - size(posted)
    for other in user.kept_texts.of_the_site().exclude(pk=kept.pk).order_by("-updated_at"):
        room -= size(json.loads(other.content))
        if room < 0:
            other.delete()
    return True


def may_replace(seal, earlier):
    """Whether the form with this Seal stored what was posted `earlier`, or showed it."""
    return seal.key == unseal(earlier["seal"]).key or seal.shown == digest(earlier)


def digest(posted):
    """What tells one posted form from every other."""
    return sha256(json.dumps(posted, sort_keys=True).encode()).hexdigest()[:16]


def take_along(request):
    """Moves what this person typed while signed out from the session to their account."""
    for path in list(request.session.get(KEY, {})):
        posted = in_session(request, path)
        if posted and keep(request.user, path, posted):
            forget(request, path)


def size(posted):
    """How many characters a form takes, with the names of its fields."""
    return sum(len(name) + len(value) for name, value in posted.items())


def stored(request, path=None):
    """What this person typed earlier in the form at `path`, or at this address, by field; empty without anything."""
    path = path or request.path
    if posted := in_session(request, path):
        return posted
    kept = KeptText.objects.of_the_site().filter(user=request.user.pk, address=path).first()
    return json.loads(kept.content) if kept else {}


def in_session(request, path):
    """What this person typed in the form at `path` and was not signed in for; empty without anything."""
    posted = request.session.get(KEY, {}).get(path, {})
    return posted if unseal(posted.get("seal", ""), user=request.user) else {}


def waiting(request):
    """(Address, first text) of each form in which this person typed what is still not saved.

    A proposal alone is left out: the words of today stand in that field before anybody types.
    """
    paths = [*request.session.get(KEY, {}), *request.user.kept_texts.of_the_site().values_list("address", flat=True)]
    for path in dict.fromkeys(paths):
        written = {name: value for name, value in stored(request, path).items() if name != "proposal"}
        yield from [(path, text) for _, text in texts_in(written)[:1]]


def clear(request):
    """Forgets what is stored of the form at this address that is posted, for it has been saved after all."""
    posted = unseal(request.POST.get("seal", ""), user=request.user)
    if posted is None:
        return
    if (earlier := in_session(request, request.path)) and may_replace(posted, earlier):
        forget(request, request.path)
    for kept in request.user.kept_texts.of_the_site().filter(address=request.path):
        if may_replace(posted, json.loads(kept.content)):
            kept.delete()


def forget(request, path):
    """Takes the form at `path` out of the session."""
    request.session[KEY] = {other: form for other, form in request.session[KEY].items() if other != path}
