"""How long a text may be, in the form, by the `max_length` of its field, and in the database; and what it lacks."""

import re

from django.db import migrations

# Characters, generous for what each is meant for; some 2,500 go on a page of paper.
SENTENCES = 2_000  # a summary, a remark
PAGE = 5_000
PAGES = 20_000
CHAPTER = 50_000  # one part of an agenda, with its markup
WHOLE_LETTER = 150_000  # with the rest of its form it can still be kept while it is typed

# What turns the direction of the text that follows, so that words could be made to read differently from what was sent.
TURNS = "\u202a-\u202e\u2066-\u2069"
TURNING = re.compile(f"[{TURNS}]")


def unturned(text):
    """`text` without the marks of TURNS, of which nobody sees that they are there."""
    return TURNING.sub("", text)


def limited(table, **most):
    """For a migration: holds each column of `table` to so many characters, which Django leaves to the form alone.

    Text that is there already may be longer; it stays as it is until somebody changes it.
    """
    for column, count in most.items():
        name = f"{table}_{column}_is_limited"
        yield migrations.RunSQL(
            f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (char_length({column}) <= {count}) NOT VALID",
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
        )
