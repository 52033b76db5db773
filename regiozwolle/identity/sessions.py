"""How long somebody stays signed in: the store of sessions, which knows whose each is and when it was last used.

Who is signed in is signed out after so long without doing anything, and after so long in any case. Both are in the row
of the session, so that no page asks more of the database than it did.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import DatabaseError
from django.utils import timezone


@dataclass(frozen=True)
class SessionTerm:
    """How long a session lasts: without being used (`idle`), and in any case (`whole`)."""

    idle: timedelta
    whole: timedelta

    @property
    def in_words(self):
        """(How long without being used, how long in any case), in words."""
        return lasting(self.idle), lasting(self.whole)

    @property
    def noticed(self):
        """Use is written down when the last that was is so long ago: not at every page."""
        return self.idle / 12


def lasting(time):
    """A time in minutes, hours or days, in words."""
    minutes, hours, days = time // timedelta(minutes=1), time // timedelta(hours=1), time.days
    return f"{days} dagen" if days > 1 else f"{hours} uur" if hours else f"{minutes} minuten"


# Somebody who writes in the evening may go on the next evening.
MEMBERS = SessionTerm(idle=timedelta(hours=24), whole=timedelta(seconds=settings.SESSION_COOKIE_AGE))
# The secretariat can change everything.
DESK = SessionTerm(idle=timedelta(minutes=30), whole=timedelta(hours=12))
# In the session: that it is one of the secretariat, when its user signed in (seconds since 1970), and with what.
OF_DESK, BEGAN, DEVICE = "of_desk", "began", "device"


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        return apps.get_model("regiozwolle", "OpenSession")

    def load(self):
        """What the session holds, and that it is used now."""
        row = self._get_session_from_db()
        if row is None:
            return {}
        held = self.decode(row.session_data)
        if row.user_id:
            notice(row, term_of(held))
        return held

    def create_model_instance(self, data):
        """The row, with whose it is; a session of nobody lasts as long as its cookie."""
        row = super().create_model_instance(data)
        if user := data.get(SESSION_KEY):
            row.user_id, row.seen_at = int(user), timezone.now()
            row.began_at = datetime.fromtimestamp(data.setdefault(BEGAN, timezone.now().timestamp()), UTC)
            row.device = data.get(DEVICE, "")
            row.expire_date = end_of(row, term_of(data))
        return row

    def get_expiry_age(self, **given):
        """Of the cookie: it lasts for the whole term, and the row says when it is over before that."""
        if SESSION_KEY not in self._session:
            return super().get_expiry_age(**given)
        return int(term_of(self._session).whole.total_seconds())


def term_of(held):
    """The SessionTerm of a session that holds this."""
    return DESK if held.get(OF_DESK) else MEMBERS


def end_of(row, term):
    return min(row.seen_at + term.idle, row.began_at + term.whole)


def notice(row, term):
    """Writes down that the session is used, so that it lasts longer. No page fails when it cannot be."""
    now = timezone.now()
    if now - row.seen_at < term.noticed:
        return
    row.seen_at = now
    try:
        type(row).objects.filter(pk=row.pk).update(seen_at=now, expire_date=end_of(row, term))
    except DatabaseError:
        return


def begin(request, user):
    """That `user` signs in now, in the session of `request`."""
    request.session[BEGAN] = timezone.now().timestamp()
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
    if user.is_staff:
        request.session[OF_DESK] = True


# The words in what a browser says of itself, and what people call it. The first that fits counts.
BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


def device_of(said):
    """What a browser is called, as it says itself: ‘Firefox op Windows’; "" when it says nothing we know."""
    browser = next((name for word, name in BROWSERS.items() if word in said), "")
    system = next((name for word, name in SYSTEMS.items() if word in said), "")
    return " op ".join(filter(None, [browser, system]))
