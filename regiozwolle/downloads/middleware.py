"""Around every view that gives a document: what is kept is sent, what is not is made, or asked of the worker."""

import sys
from contextlib import suppress
from functools import partial
from http import HTTPStatus

from django.db import connection
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response

from partners.ground import limits, state
from partners.ground.documents.making import FileToMake, one_at_a_time
from partners.ground.files import attached
from partners.ground.models import KeptDocument
from partners.ground.refusal import Refused
from regiozwolle.downloads import keeping, tasks
from regiozwolle.downloads.making import MAKING
from regiozwolle.downloads.turn import TurnToMake
from regiozwolle.downloads.waiting import being_made, is_piece, ready
from regiozwolle.trouble.too_many import too_many

# A file of so many bytes is sent from memory, a larger one piece by piece.
AT_ONCE = 4_000_000
NAMED = 'attachment; filename="'
TURN = 2  # seconds that a visitor waits for the document of another
# In a process one document is described and made: all other threads are for pages.
turn = TurnToMake()
# Seconds after which a thread that makes one lets another go on. Python's own 5 ms a page would wait each time that
# PostgreSQL answered it.
SWITCH = 0.0005


class KeptDocuments:
    """Sends what is kept, keeps what is made, and has made by the worker what a visitor would wait for."""

    def __init__(self, get_response):
        sys.setswitchinterval(SWITCH)
        self.get_response = get_response

    def __call__(self, request):
        request.kept_at, request.made, request.is_in_line = "", None, False
        try:
            answer = self.get_response(request)
        finally:
            if request.is_in_line:
                turn.give_back()
        if request.kept_at and is_made(answer):
            keep(request, answer)
        return answer

    def process_view(self, request, view, args, kwargs):
        request.kept_at = keeping.address_of(request)
        if not request.kept_at:
            return None
        request.since = state.read()
        request.made = keeping.found(request.kept_at)
        return None if MAKING in request.META else kept_answer(request) or in_line(request)

    def process_template_response(self, request, answer):
        if request.kept_at and isinstance(answer, FileToMake):
            answer.settle = partial(settle, request)
        return answer


def kept_answer(request):
    """The answer that needs no document to be described: its file, why there is none, or how far it is; or None."""
    made = request.made
    if made is None:
        return None
    # Within a transaction, as of a test, the state does not tell of all changes.
    holds = made.state == request.since and timezone.now() < made.holds_until and not connection.in_atomic_block
    if holds and made.trouble:
        return being_made(request, made)
    if holds and made.file:
        return ready(request) if is_piece(request) else sent(request, made)
    return being_made(request, made) if made.wanted_at else None


def in_line(request):
    """None to who may describe what they ask, for nobody else does; else the page that says how far it is."""
    request.is_in_line = turn.take()
    if request.is_in_line:
        return None
    try:
        limits.hold(request, limits.MAKING)
    except limits.TooMany as refusal:
        return too_many(request, refusal)
    return asked_of_the_worker(request)


def settle(request, answer):
    """What to answer in the place of a FileToMake; None when it is to be written now."""
    made, digest = request.made, answer.work.digest
    if made and made.file and made.digest == digest and made.file.is_whole():
        keeping.hold(request.kept_at, request.since, trouble="")
        return ready(request) if is_piece(request) else sent(request, made)
    if MAKING in request.META:
        return None
    limits.hold(request, limits.MAKING)
    if answer.work.is_large:
        return asked_of_the_worker(request, answer.name, answer.work.chapters)
    with one_at_a_time(TURN) as has_turn:
        if not has_turn:
            return asked_of_the_worker(request, answer.name, answer.work.chapters)
        answer.write()
    return answer


def asked_of_the_worker(request, name="", chapters=0):
    """The page that says how far the document is, which the worker makes from now on; it may not be known yet."""
    made = request.made or KeptDocument(address=request.kept_at)
    keeping.want(made, name=name or made.name, steps=chapters)
    tasks.ask()
    return being_made(request, made)


def is_made(answer):
    """Whether `answer` is a file that was made just now."""
    is_file = answer.headers.get("Content-Disposition", "").startswith(NAMED)
    return is_file and answer.status_code == HTTPStatus.OK and not answer.streaming and "ETag" not in answer.headers


def keep(request, answer):
    """Keeps the file in `answer`. Without room for it, it is made again for the next who asks."""
    name = answer.headers["Content-Disposition"].partition(NAMED)[2].rstrip('"')
    content, digest = (answer.made, answer.work.digest) if isinstance(answer, FileToMake) else (answer.content, "")
    content_type = answer.headers["Content-Type"]
    with suppress(Refused):
        keeping.keep(request.kept_at, content, name=name, content_type=content_type, digest=digest, since=request.since)
    if not isinstance(content, bytes):
        content.close()


def sent(request, made):
    """The file of a KeptDocument, or 304 to who has it."""
    if made.file.size > AT_ONCE:
        return attached(request, made.file, made.name)
    answer = HttpResponse(content_type=made.file.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["ETag"] = f'"{made.file.sha256}"'
    answer = get_conditional_response(request, etag=answer["ETag"], response=answer)
    if answer.status_code == HTTPStatus.OK:
        answer.content = b"".join(made.file.pieces())
    return answer
