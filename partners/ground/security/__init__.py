"""The security log: one function writes a line, another lets go of what was kept long enough.

    security.log(EventKind.SIGNED_IN, request)

Nothing else changes a line: the database refuses it (migration 0012 of the ground), whoever asks.
"""

from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.db import connection

from partners.ground import limits
from partners.ground.models import EventResult, SecurityEvent

LONGEST = 120  # characters of `about`
# So many lines of who did not sign in, for one network: nobody fills the log.
UNKNOWN = {limits.MINUTE: 30, limits.DAY: 2_000}


def log(kind, request, *, about="", result=EventResult.DONE, actor=None):
    """Writes down that what `kind` says happened, by `actor` or whoever asks, to `about` or the page that is asked."""
    actor = actor or getattr(request, "user", None)
    if not (actor and actor.pk) and limits.count("regel", f"network {get_ip(request)}", UNKNOWN):
        return
    SecurityEvent.objects.create(
        kind=kind,
        result=result,
        about=(about or page_of(request))[:LONGEST],
        actor_id=actor.pk if actor else None,
        origin=get_ip(request),
        number=getattr(request, "number", ""),
    )


def page_of(request):
    """'admin:partners_user_change 12': the kind of page, and the numbers of what it is about, never a key."""
    match = request.resolver_match
    if match is None:
        return ""
    return " ".join([match.view_name, *(str(one) for one in match.kwargs.values() if str(one).isdecimal())])


def forget():
    """Shortens the addresses and deletes the lines that are old enough. (How many were shortened, how many went.)"""
    with connection.cursor() as cursor:
        days = [settings.KEEP_DAYS["security_address"], settings.KEEP_DAYS["security"]]
        cursor.execute("SELECT shortened, deleted FROM ground_forget_security(%s, %s)", days)
        return cursor.fetchone()
