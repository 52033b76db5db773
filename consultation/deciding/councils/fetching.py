"""Asks the configured server of council systems for one page at a time, within bounds.

Only that server is asked, a redirect to elsewhere is not followed, and an answer has a largest size and a longest
time. Whatever goes wrong is a sentence for the desk. As with CBS StatLine, nothing is asked without being told to.
"""

import json
import logging
import time
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

logger = logging.getLogger(__name__)

MOST_BYTES = 8_000_000
CHUNK = 65_536
AGENT = "portal-regio-zwolle"

OFF = "Er is geen adres van OpenBesluitvorming ingesteld."
OUT_OF_REACH = "OpenBesluitvorming is niet bereikbaar. Wij proberen het de volgende keer opnieuw."
SLOW = "OpenBesluitvorming antwoordt niet binnen {} seconden. Wij proberen het de volgende keer opnieuw."
ELSEWHERE = "OpenBesluitvorming verwijst ons door naar een ander adres. Dat volgen wij niet."
BUSY = "OpenBesluitvorming vraagt ons om later terug te komen. Dat doen wij."
UNKNOWN_KEY = "OpenBesluitvorming kent deze sleutel niet."
FAULT = "OpenBesluitvorming geeft een fout ({}). Wij proberen het de volgende keer opnieuw."
TOO_BIG = "OpenBesluitvorming geeft een antwoord dat groter is dan 8 MB. Dat lezen wij niet."
UNREADABLE = "OpenBesluitvorming geeft een antwoord dat wij niet kunnen lezen."


class Unusable(Exception):
    """Why nothing can be done with what the other server answers, or that it does not: a sentence for the desk."""


class StaysHere(HTTPRedirectHandler):
    """Follows no redirect: it comes back as the answer that it is."""

    def redirect_request(self, *args, **kwargs):
        return None


@dataclass(frozen=True)
class ServerAnswer:
    """The text of an answer, and its heads by their name in small letters."""

    text: str
    heads: dict[str, str]

    def as_object(self):
        """What it says as JSON. Raises Unusable when it is no object."""
        return as_object(self.text)

    def lines(self):
        """The objects of an answer with one in each line. Raises Unusable when one of them is none."""
        return [as_object(line) for line in self.text.split("\n") if line.strip()]


def as_object(text):
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unusable(UNREADABLE) from error
    if not isinstance(found, dict):
        raise Unusable(UNREADABLE)
    return found


def ask(*path, **asked):
    """The ServerAnswer at a path below the configured address, with what is `asked` behind it. Raises Unusable."""
    if not settings.COUNCILS_URL:
        raise Unusable(OFF)
    address = "/".join([settings.COUNCILS_URL, *(quote(part, safe="") for part in path)])
    address += f"?{urlencode(asked)}" if asked else ""
    try:
        return read(Request(address, headers={"User-Agent": AGENT}))
    except HTTPError as error:
        error.close()
        raise Unusable(refusal(error.code)) from error
    except TimeoutError as error:
        raise Unusable(SLOW.format(settings.COUNCILS_SECONDS)) from error
    except (OSError, HTTPException, ValueError) as error:
        logger.warning("Council systems: %s: %s", type(error).__name__, str(error)[:300])
        is_slow = isinstance(error, URLError) and isinstance(error.reason, TimeoutError)
        raise Unusable(SLOW.format(settings.COUNCILS_SECONDS) if is_slow else OUT_OF_REACH) from error


def refusal(code):
    """What a status that is no success means."""
    if 300 <= code < 400:
        return ELSEWHERE
    return {400: UNKNOWN_KEY, 404: UNKNOWN_KEY, 429: BUSY}.get(code, FAULT.format(code))


def read(request):
    """The ServerAnswer to a request. Raises Unusable, TimeoutError, or what the network raises."""
    seconds = settings.COUNCILS_SECONDS
    until = time.monotonic() + seconds
    with build_opener(StaysHere).open(request, timeout=seconds) as answer:
        body = b""
        # One read waits for no more than what is there, so an answer that trickles in does not go on for ever.
        while chunk := answer.read1(CHUNK):
            body += chunk
            if len(body) > MOST_BYTES:
                raise Unusable(TOO_BIG)
            if time.monotonic() > until:
                raise TimeoutError
        heads = {name.lower(): value for name, value in answer.headers.items()}
        charset = answer.headers.get_content_charset() or "utf-8"
    return ServerAnswer(decoded(body, charset), heads)


def decoded(body, charset):
    """The text of `body`, which says of itself to be in `charset`. Raises Unusable."""
    try:
        return body.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise Unusable(UNREADABLE) from error
