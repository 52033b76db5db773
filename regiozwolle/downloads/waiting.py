"""What is told to whoever waits for a document: how far it is, or why it cannot be made.

Who asks again sooner than the page that waits does, gets what was told last: asking without a pause costs little.
"""

import time
from http import HTTPStatus
from typing import NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from partners.ground.models import KeptDocument

PIECE = "being-made"
LOOK_AGAIN = 3  # seconds
TOLD_FOR, MOST_TOLD = 2, 500  # seconds, addresses


class ToldPage(NamedTuple):
    """What was told of a document `made` to all without a session, until that moment of the monotonic clock."""

    page: bytes
    made: KeptDocument
    until: float


told = {}


def told_lately(request):
    """The answer that somebody else got just now; None when nobody did, or it would say more to this one."""
    found = told.get(request.get_full_path()) if is_told_to_all(request) else None
    if found is None or found.until < time.monotonic():
        return None
    request.made = found.made  # so that the log knows it for no fault
    return answer_of(found.page)


def being_made(request, made):
    """How far the document is, or why it cannot be made: to the page that waits only the piece that changes."""
    if is_piece(request):
        return render(request, "_being_made.html", {"made": made})
    request.made = made
    page = render(request, "being_made.html", {"made": made}).content
    if is_told_to_all(request):
        if len(told) >= MOST_TOLD:
            told.clear()
        told[request.get_full_path()] = ToldPage(page, made, time.monotonic() + TOLD_FOR)
    return answer_of(page)


def ready(request):
    """For the page that waits: that the file is there."""
    request.made.refresh_from_db()
    return render(request, "_being_made.html", {"made": request.made})


def is_piece(request):
    """Whether the page that waits asks how far it is."""
    return request.headers.get("HX-Target") == PIECE


def is_told_to_all(request):
    return settings.SESSION_COOKIE_NAME not in request.COOKIES and not is_piece(request)


def answer_of(page):
    answer = HttpResponse(page, status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer.headers["Retry-After"] = str(LOOK_AGAIN)
    answer.headers["Cache-Control"] = "no-store"
    return answer
