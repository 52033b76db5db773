"""What may stand in the log: what went wrong, where and when, under the number that the error page shows.

Never an address, a key, what somebody wrote, or which page was read. Such things hide in the text of an error (an
address that was refused, a row that was not taken) and in the path of a request (a link with a signature). So of an
error only its kind, its place in the code and the masked first line of its text are told, and of a request only which
kind of page it asked for.
"""

import logging
import re
import secrets
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from http import HTTPStatus

from django.core.exceptions import SuspiciousOperation

# Read out over the telephone: without 0 and O, 1 and I.
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
NO_NUMBER = "----"
current = ContextVar("request_number", default=NO_NUMBER)

ADDRESS = re.compile(r"[^\s<>\"'(){},;:]+@[^\s<>\"'(){},;:]+")
# What a signature or a session looks like, and a code to sign in.
KEY = re.compile(r"(?<![\w/.-])(?=[\w:.-]*[\d:])[\w:.-]{24,}|\b\d{8}\b")
# What stands between quotes came from somebody, unless it is one plain name, such as that of a field.
QUOTED = re.compile(r"(?P<quote>[\"'])(?!\w{1,60}(?P=quote)).*(?P=quote)")
MOST_SAID = 300  # characters
CAUSE = "That was caused by:"
# Also of what is no fault: Django loads a session where it finds, by an AttributeError, that it has not done so yet.
OCCASION = "That happened while this was handled:"


@contextmanager
def numbered():
    """Gives, and makes current, the number of a request, such as 'K7QM-2F4X', for as long as it is being answered."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(8))
    token = current.set(f"{letters[:4]}-{letters[4:]}")
    try:
        yield current.get()
    finally:
        current.reset(token)


class Discreet(logging.Filter):
    """Rewrites every record that is logged, so that no handler can tell more than may be told.

    What is no fault is left out: an address that does not exist is somebody's typing, and a file comes in a moment.
    """

    def filter(self, record):
        request = getattr(record, "request", None)
        if is_no_fault(request, getattr(record, "status_code", None)):
            return False
        record.number = getattr(request, "number", current.get())
        words = record.getMessage()
        if hasattr(request, "method"):
            record.msg = f"{masked(words.replace(request.path, '')).rstrip(': ')}: {asked(request)}"
        else:
            record.msg = masked(words)
        record.args = ()
        if record.exc_info:
            # Formatters write this as it is. What a stranger sends that no browser of a visitor would, such as the
            # name of another host, takes one line, or anybody could fill the log.
            is_ours = not isinstance(record.exc_info[1], SuspiciousOperation)
            record.exc_text = told(record.exc_info[1]) if is_ours else None
            record.exc_info = None
        return True


def is_no_fault(request, status):
    """Whether a page does not exist, or says that the file it is about is being made."""
    is_being_made = status == HTTPStatus.SERVICE_UNAVAILABLE and getattr(request, "is_no_fault", False)
    return status == HTTPStatus.NOT_FOUND or is_being_made


def asked(request):
    """'GET consultaties/<slug:slug>/': the kind of page, as urls.py has it, and never which."""
    match = request.resolver_match
    return f"{request.method} {match.route if match else 'unknown address'}"


def told(error):
    """Where in the code `error` was raised and of what kind it is, and the same of what caused or occasioned it."""
    parts, seen = [], set()
    while error and id(error) not in seen:
        seen.add(id(error))
        name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
        parts += [*traceback.format_tb(error.__traceback__), f"{name}: {masked(first_line(error))}"]
        words, error = behind(error)
        parts.append(f"\n{words}\n" if error and id(error) not in seen else "")
    return "".join(parts)


def behind(error):
    """How `error` came about, in words, and its cause, else what was being handled when it happened; or None."""
    if error.__cause__ or error.__suppress_context__:
        return CAUSE, error.__cause__
    return OCCASION, error.__context__


def first_line(error):
    """The rest of what a database says is the row itself."""
    return next(iter(str(error).splitlines()), "")


def masked(text):
    """`text` without addresses, keys and what stands in quotes, in one line."""
    text = QUOTED.sub("\\g<quote>…\\g<quote>", " ".join(text.split()))
    return KEY.sub("[sleutel]", ADDRESS.sub("[adres]", text))[:MOST_SAID]
