"""What is each reader's own on a page that is the same for all else.

Of a page that is made for all members at once, a view leaves these parts open: what stands there is a hole, and it is
filled for each reader when they get the page. On a page for one reader the same function fills it at once.
"""

import re
import secrets

from django.utils.safestring import mark_safe

# Nobody outside this process can write one.
SECRET = secrets.token_hex(8)
HOLE = re.compile(f"\x02{SECRET}:([^\x03]*)\x03".encode())


class Holes:
    """The holes of one page that is made for all members; `fillers` give what comes in them, by the user."""

    def __init__(self):
        self.fillers = []
        self.masthead = hole("masthead")


def hole(name):
    return mark_safe(f"\x02{SECRET}:{name}\x03")


def of_reader(request, names, fill):
    """{name: safe HTML} of what is the reader's own, under all of `names`; what `fill(user)` does not name is "".

    `fill` is kept with the page, so it holds no more than it needs, can be pickled, and asks what may change without
    the page changing.
    """
    holes = getattr(request, "holes", None)
    if holes is None:
        found = fill(request.user)
        return {name: found.get(name, "") for name in names}
    holes.fillers.append(fill)
    return {name: hole(name) for name in names}
