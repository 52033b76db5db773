"""Asks again what was asked while a page was made: as long as every answer is the same, so is the page.

A change raises a whole part of the data, and most pages that read that part do not tell what changed. To ask all
of it again in one question costs a small part of making the page. See docs/decisions/0066.
"""

import copy
import zlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone
from psycopg.types.json import Jsonb

# What PostgreSQL works out of an answer: 32 bytes that follow from all its rows, or none when it has no rows.
ANSWER = (
    "(SELECT coalesce(sha256(convert_to(string_agg(asked_again::text, E'\\n'), 'UTF8')), '') FROM ({}) AS asked_again)"
)
# What stands in a question for the moment at which it is asked; no other moment lies there.
STAND_IN = datetime(1, 2, 3, 4, 5, 6, 789, tzinfo=UTC)
PLAIN = (str, bytes, int, float, Decimal, UUID, Jsonb, timedelta, date)


class CannotBeAskedAgainError(Exception):
    """A question holds something of which nobody knows what it would be later."""


def again_of(sql, params, *, since, written):
    """The question with `params`, asked in something that is made `since` then, as it can be asked again; or None.

    A moment between then and now is now itself. Any other may be so long before now, or may stand in a row: nobody
    can tell. A day stays, for nothing is kept past midnight. `written` is a Transformer of psycopg.
    """
    now = timezone.now()
    try:
        if not sql.lstrip(" (\n").startswith(("SELECT", "WITH")):
            raise CannotBeAskedAgainError
        params = later(params, since, now)
    except CannotBeAskedAgainError:
        return None
    return zlib.compress(composed(sql, params, written).encode(), 1)


def composed(sql, params, written):
    """The question with its `params` in it, as a ClientCursor of psycopg has it; to make one takes most of the time."""
    return sql if params is None else sql % tuple(written.as_literal(one).decode() for one in params)


def later(given, since, now):
    """What `given` is in a question that is asked later."""
    if isinstance(given, datetime):
        if given.tzinfo and since <= given <= now:
            return STAND_IN
    elif given is None or isinstance(given, PLAIN):
        return given
    elif isinstance(given, list | tuple):
        return type(given)(later(one, since, now) for one in given)
    raise CannotBeAskedAgainError


def question_of_all(questions, now):
    """One question, that is answered with what each of `questions` is answered at `now`."""
    asked = ", ".join(ANSWER.format(zlib.decompress(question.again).decode()) for question in questions)
    return f"SELECT {asked}".replace(str(STAND_IN), str(now))


def hear(questions, known):
    """Sets the `answer` of each of `questions` that has none yet, as far as they can be asked again."""
    new = [one for one in questions if one.again and one.answer is None and not one.is_fixed]
    for question, answer in zip(new, known.answers(new, timezone.now()), strict=True):
        question.answer = answer


def renewed(kept, *, known, states, until):
    """What is `kept`, as it holds under `states` until at most `until`; None when an answer changed, or may have."""
    now = timezone.now()
    if kept is None or kept.until <= now or kept.states.database != states.database:
        return None
    changed = states.changed_since(kept.states)
    asked = [one for one in kept.read.questions if one.is_about(changed)]
    before = [one.answer for one in asked]
    if None in before or known.answers(asked, now) != before:
        return None
    again = copy.copy(kept)
    again.state, again.states, again.until = states.of(kept.parts), states, min(kept.until, until)
    return again
