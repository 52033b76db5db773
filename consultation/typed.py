"""What somebody typed, kept in the session while it cannot be saved: they were signed out, or the token lapsed.

Each form carries a seal: who opened it, and when. So what one person typed never shows to another who signs in
on the same computer, and who had a form open at closing can still send it.
"""

from datetime import UTC, datetime

from django.core import signing
from django.utils import timezone

KEY = "typed"
SALT = "consultation.typed"
# Ten times the longest text of one field; more is no letter.
LIMIT = 200_000  # characters
KEPT = "U was niet meer ingelogd. Wat u schreef is bewaard en staat na het inloggen klaar."
# The forms whose text is kept.
FORMS = {"consultation:respond", "consultation:point", "consultation:answer_questions"}
# What a form carries besides the words of the visitor.
TECHNICAL = {"csrfmiddlewaretoken", "seal", "sender", "kind", "next", "draft"}


def seal(user):
    """Proof that `user` opened the form now."""
    return signing.dumps([user.pk, timezone.now().timestamp()], salt=SALT)


def unseal(sealed):
    """The id of who opened the form that carries `sealed`, and when; (None, None) when the seal is not ours."""
    try:
        owner, timestamp = signing.loads(sealed, salt=SALT)
    except signing.BadSignature:
        return None, None
    return owner, datetime.fromtimestamp(timestamp, tz=UTC)


def opened_at(sealed, *, user):
    """When `user` opened the form that carries `sealed`; None when it is not a seal of theirs."""
    owner, moment = unseal(sealed)
    return moment if owner and owner == user.pk else None


def texts(request):
    """What was typed in this form, now or earlier, to show for copying when nothing else can be done with it."""
    posted = request.POST if request.method == "POST" else kept(request)
    return [value for name, value in posted.items() if name not in TECHNICAL and value.strip()]


def keep(request):
    """Keeps the posted form in the session. Returns False when it is too long for that, or not a form of ours.

    Without the seal anyone could fill the sessions of the site with text.
    """
    posted = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    owner, _ = unseal(posted.get("seal", ""))
    if owner is None or sum(len(name) + len(value) for name, value in posted.items()) > LIMIT:
        return False
    request.session[KEY] = {"path": request.path, "posted": posted}
    return True


def kept(request):
    """What this person typed earlier in the form at this address, by field; empty when there is nothing."""
    typed = request.session.get(KEY, {})
    if typed.get("path") != request.path:
        return {}
    posted = typed["posted"]
    return posted if opened_at(posted.get("seal", ""), user=request.user) else {}


def forget(request):
    """For when it has been saved after all."""
    request.session.pop(KEY, None)
