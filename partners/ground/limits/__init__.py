"""How often one visitor may do what costs much, sends or writes: one count for the whole portal, in the database.

So it is the same for all processes and machines, and goes on counting when one is started anew.

    limits.hold(request, limits.SENDING)   # raises TooMany, which becomes a page with 429 and when it may be again

Who has signed in counts alone. All others on one network count together: a town hall is one address, so what a hall
full of people does in a minute is far below each number, and what a program does is not. Of IPv6 a /64 is one network.
"""

import time
from dataclasses import dataclass

from allauth.core.internal.ratelimit import get_ip
from django.db import connection
from django.db.models import BigIntegerField, ExpressionWrapper, F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from partners.ground.models import Tally

SALT = "partners.ground.limits"
MINUTE, TEN_MINUTES, HOUR, DAY = 60, 600, 3_600, 86_400  # seconds
# One statement, in the order of the windows, so that two visitors never wait for each other.
COUNT = """
INSERT INTO ground_tally (act, visitor, seconds, "window", count)
SELECT %(act)s, %(visitor)s, seconds, %(now)s / seconds, 1 FROM unnest(%(windows)s::int[]) AS seconds ORDER BY seconds
ON CONFLICT (act, visitor, seconds) DO UPDATE SET "window" = excluded."window",
    count = CASE WHEN ground_tally."window" = excluded."window" THEN ground_tally.count + 1 ELSE 1 END
RETURNING seconds, count
"""


@dataclass(frozen=True)
class Limit:
    """What is counted under the name `act`: `most` is how often it may be in a window of so many seconds.

    `network` is the same for all together on a network who did not sign in. `said` says to who did it too often what
    that was.
    """

    act: str
    said: str
    most: dict[int, int]
    network: dict[int, int]


class TooMany(Exception):
    """Somebody did something too often; `wait` is the seconds until it may be done again."""

    def __init__(self, limit, wait):
        super().__init__(limit.act)
        self.limit, self.wait = limit, wait


# Who types is saved ten times a minute, and at the tables of an evening a hundred people share a network.
SENDING = Limit(
    "versturen",
    "Er is in korte tijd heel vaak iets verstuurd of opgeslagen.",
    most={MINUTE: 300, HOUR: 3_000, DAY: 15_000},
    network={MINUTE: 1_200, HOUR: 30_000, DAY: 150_000},
)
# A council of sixty asks for codes within a minute.
SIGNING_IN = Limit(
    "inloggen",
    "Er is in korte tijd heel vaak een code aangevraagd.",
    most={MINUTE: 20, HOUR: 60, DAY: 200},
    network={MINUTE: 100, HOUR: 400, DAY: 1_500},
)
# For one address: no mailbox is flooded, and nobody is locked out for a day by who knows their address.
CODES = {MINUTE: 3, HOUR: 20, DAY: 100}
# A mail to an address that we do not know goes to a stranger: for one network, and for all together.
STRANGERS, ALL_STRANGERS = {HOUR: 30, DAY: 100}, {HOUR: 200, DAY: 1_000}
# For one account: who types over a code of an app may slip, and who guesses one of a million has no chance.
SECOND_STEPS = {TEN_MINUTES: 10, DAY: 100}
# Who types a code over may slip a few times; who guesses is stopped, long before one of 31 to the 12th is found.
WRONG_CODES = Limit(
    "foute code",
    "Er is te vaak een code getypt die niet bestaat.",
    most={TEN_MINUTES: 20, DAY: 200},
    network={TEN_MINUTES: 20, DAY: 200},
)
# Who takes all that the site offers, some two hundred files, is no trouble: one is made at a time.
MAKING = Limit(
    "bestand",
    "Er zijn in korte tijd heel veel bestanden gemaakt.",
    most={MINUTE: 300, HOUR: 1_500, DAY: 5_000},
    network={MINUTE: 300, HOUR: 1_500, DAY: 5_000},
)
# Each one who registers without an account gets a mail; a secretary may register some for a whole council.
REGISTERING = Limit(
    "aanmelden",
    "Er is in korte tijd heel vaak een aanmelding verstuurd.",
    most={HOUR: 30, DAY: 100},
    network={HOUR: 60, DAY: 200},
)
# While one types, the page asks up to twice a second; in a full hall all look for the same thing at once.
SEARCHING = Limit(
    "zoeken",
    "Er is in korte tijd heel vaak gezocht.",
    most={MINUTE: 120, HOUR: 2_000, DAY: 8_000},
    network={MINUTE: 900, HOUR: 15_000, DAY: 60_000},
)
# Who chooses other versions on the page asks once for each choice; there are no more than a few.
COMPARING = Limit(
    "vergelijken",
    "Er zijn in korte tijd heel vaak versies vergeleken.",
    most={MINUTE: 60, HOUR: 1_000, DAY: 4_000},
    network={MINUTE: 400, HOUR: 6_000, DAY: 25_000},
)
# A program that follows the data asks once a minute; who begins reads all pages of it after each other.
FOLLOWING = Limit(
    "open data",
    "Er is in korte tijd heel vaak om gegevens gevraagd.",
    most={MINUTE: 300, HOUR: 5_000, DAY: 20_000},
    network={MINUTE: 300, HOUR: 5_000, DAY: 20_000},
)


def hold(request, limit):
    """Counts that this visitor does it once more. Raises TooMany when that is more often than `limit` says."""
    user = getattr(request, "user", None)
    if user and user.is_authenticated:
        wait = count(limit.act, f"account {user.pk}", limit.most)
    else:
        wait = count(limit.act, f"network {get_ip(request)}", limit.network)
    if wait:
        raise TooMany(limit, wait)


def hold_if_possible(request, limit):
    """The same for who only reads: where nothing can be written, as in a copy that only follows, nothing is counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('transaction_read_only') = 'off'")
        if cursor.fetchone()[0]:
            hold(request, limit)


def count(act, visitor, most):
    """Counts one `act` of `visitor`, any text that tells who; the seconds to wait when it was one too many, else 0."""
    now = int(time.time())
    told = salted_hmac(SALT, f"{timezone.localdate()} {visitor}", algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"act": act, "visitor": told, "now": now, "windows": list(most)})
        full = [seconds for seconds, found in cursor.fetchall() if found > most[seconds]]
    return max((seconds - now % seconds for seconds in full), default=0)


def forget():
    """Deletes the counts of windows that are over."""
    ended_at = ExpressionWrapper((F("window") + 1) * F("seconds"), output_field=BigIntegerField())
    Tally.objects.annotate(ended_at=ended_at).filter(ended_at__lte=int(time.time())).delete()
