"""What is told to whoever waits for a document: how far it is, or why it cannot be made.

It is kept as pages are, for a moment, and for another one while it is still so: asking without a pause costs little.
"""

from functools import partial
from http import HTTPStatus

from django.shortcuts import render

from regiozwolle.downloads import keeping

PIECE = "being-made"
LOOK_AGAIN = 3  # seconds


def being_made(request, made):
    """How far the document is, or why it cannot be made: to the page that waits only the piece that changes."""
    if is_piece(request):
        return render(request, "_being_made.html", {"made": made})
    request.is_no_fault = True
    answer = render(request, "being_made.html", {"made": made}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer.headers["Retry-After"] = str(LOOK_AGAIN)
    answer.headers["Cache-Control"] = "no-store"
    answer.still_holds = partial(keeping.wanted_now.has, made)
    return answer


def ready(request):
    """For the page that waits: that the file is there."""
    request.made.refresh_from_db()
    return render(request, "_being_made.html", {"made": request.made})


def is_piece(request):
    """Whether the page that waits asks how far it is."""
    return request.headers.get("HX-Target") == PIECE
