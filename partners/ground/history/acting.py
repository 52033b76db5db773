"""Saying who does what, so that the database writes each change down under it.

The act stands in a setting of the transaction, which the trigger of every recorded table reads. So it costs one
statement per act, nothing on reading, and ends with the transaction.
"""

import json
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.db import connection, transaction
from django.db.models import Model

# Who asked for what is done now, as something that gives a user; set for the time of a request.
_asking = ContextVar("asking", default=None)
# Why it is done, as the act around it says.
_reason = ContextVar("reason", default="")

SAY = "SELECT coalesce(current_setting('portal.act', true), ''), set_config('portal.act', %s, true)"
WRITE = """
INSERT INTO ground_act (words, made_at, made_by_id, about_table, about_id, reason) VALUES (%s, now(), %s, %s, %s, %s)
RETURNING coalesce(current_setting('portal.act', true), ''), set_config('portal.act', id::text, true)
"""


@contextmanager
def acting_for(give_user):
    """While this lasts, an act that does not say by whom is done by what `give_user()` gives, asked when needed."""
    token = _asking.set(give_user)
    try:
        yield
    finally:
        _asking.reset(token)


@contextmanager
def recorded(words, *, by=None, about=None, reason="", only_changes=False):
    """One transaction, of which every change is written down under this act.

    `words` say what was done, as 'versie gepubliceerd'; `about` is the object it was done with. With `only_changes`
    the act itself is written down only when it changes something. Inside another act this is an act of its own, with
    the reason of that one when it has none.
    """
    reason = reason or _reason.get()
    said = {
        "words": words,
        "made_by_id": key_of(by),
        "about_table": about._meta.db_table if about else "",
        "about_id": about.pk if about else None,
        "reason": reason,
    }
    is_inside = connection.in_atomic_block
    with transaction.atomic():
        statement, given = (SAY, [json.dumps(said)]) if only_changes else (WRITE, list(said.values()))
        with connection.cursor() as cursor:
            cursor.execute(statement, given)
            before, _ = cursor.fetchone()
        token = _reason.set(reason)
        try:
            yield
        finally:
            _reason.reset(token)
        # The end of the transaction ends the setting; inside a longer one the act around it goes on.
        if is_inside and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(SAY, [before])


def asking():
    """The user who asked for what is done now; None for a command."""
    give_user = _asking.get()
    return give_user() if give_user else None


def why():
    """The reason that the act around this gave; "" without one."""
    return _reason.get()


def key_of(user):
    """The key of `user`, or of who asked; None for a visitor without an account and for a command."""
    user = asking() if user is None else user
    return user.pk if user else None


def act(words, *, reason="", only_changes=False):
    """Makes a function one act: in a transaction, and recorded (see `recorded`).

    It is done by its keyword `by`, and about the first of its arguments that is a row. `reason` names the keyword
    that says why. What a council member or griffier writes is no reason: it has its own place.
    """

    def decorate(function):
        @wraps(function)
        def done(*args, **given):
            things = [*args, *(value for name, value in given.items() if name != "by")]
            about = next((thing for thing in things if isinstance(thing, Model) and thing.pk), None)
            why = str(given.get(reason) or "")
            with recorded(words, by=given.get("by"), about=about, reason=why, only_changes=only_changes):
                return function(*args, **given)

        done.act = words
        return done

    return decorate
