"""Makes a page that says the same to many once, with holes for what is of each reader, from the data that it reads.

What `Keeper` keeps is for who has no session, and ends at any change. What is kept here is for members too, and for the
first who comes after a change of something else: it holds as long as the parts of the data of which it was made.
The secretariat sees concepts and always gets a page of its own. See docs/decisions/0042 and 0064.
"""

import logging
import pickle
from functools import cached_property

import psycopg
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection
from django.http import HttpResponse
from django.template.loader import get_template
from django.utils import timezone

from regiozwolle.context_processors import menu, section_of
from regiozwolle.keeping.asking_again import renewed
from regiozwolle.keeping.holes import HOLE, Holes
from regiozwolle.keeping.making import Making
from regiozwolle.keeping.middleware import MEGABYTE, PART_FOR_QUERIES, Keeper, can_be_kept, word_of
from regiozwolle.keeping.store import Store
from regiozwolle.trouble import replica

logger = logging.getLogger(__name__)

MASTHEADS = {}


class SharedPage:
    """A page for many, with its `holes`, and the `read` of which it was made (an AskedOfData) under `states`."""

    def __init__(self, response, holes, read, *, states, until):
        self.read, self.states, self.until = read, states, until
        self.parts = read.parts
        self.state = states.of(self.parts)
        # In turn what is the same for all, and the name of a hole.
        parts = HOLE.split(response.content)
        self.same, self.names = parts[::2], [name.decode() for name in parts[1::2]]
        # As bytes, so that nothing which one reader's filling looks up stays behind for another.
        self.fillers = [pickle.dumps(fill) for fill in holes.fillers]
        self.headers = dict(response.items())
        self.headers.pop("Content-Length", None)
        self.may_be_framed = getattr(response, "xframe_options_exempt", False)

    @cached_property
    def size(self):
        """How many bytes it takes, about."""
        return 2_000 + sum(map(len, self.same)) + sum(map(len, self.fillers)) + self.read.size

    def is_of(self, states):
        return states.still(self.state)

    def answer(self, request):
        """The page of the one who asks."""
        parts = {"masthead": masthead(request)} if self.names else {}
        for fill in self.fillers:
            parts |= pickle.loads(fill)(request.user)
        whole = [self.same[0]]
        for name, same in zip(self.names, self.same[1:], strict=True):
            whole += (parts.get(name, "").encode(), same)
        response = HttpResponse(b"".join(whole), headers=self.headers)
        response.xframe_options_exempt = self.may_be_framed
        return response


class Shared:
    """The middleware, below all that knows who asks: one in each process, which is `in_use`.

    It knows the state by the Keeper of that process.
    """

    in_use = None

    def __init__(self, get_response):
        if not settings.KEPT_PIECES_MEGABYTES:
            raise MiddlewareNotUsed
        Shared.in_use = self
        self.get_response = get_response
        most = settings.KEPT_PIECES_MEGABYTES * MEGABYTE
        self.pages, self.queries = Store(most * (1 - 2 * PART_FOR_QUERIES)), Store(most * PART_FOR_QUERIES)
        self.pieces = Store(most * PART_FOR_QUERIES)

    def __call__(self, request):
        asked = asked_by(request)
        page = self.page(request, (replica.chosen.get(), asked)) if asked else None
        return page.answer(request) if page else self.get_response(request)

    def page(self, request, key):
        """The SharedPage that is asked; None when it cannot be shared, or nobody knows whether it still holds."""
        try:
            states, store = Keeper.in_use.known.read_parts(), self.queries if key[1].query else self.pages
            return store.get(key, state=states, now=timezone.now()) or self.made(request, key, store)
        except psycopg.Error:
            logger.exception("Whether what is kept for many still holds is not known.")
            return None

    def made(self, request, key, store):
        """The page, made now or found to hold still; by one of all who ask for it at the same time."""
        known = Keeper.in_use.known
        with store.one_at_a_time(key):
            states = known.read_parts()
            if page := store.get(key, state=states, now=timezone.now()):
                return page
            until = known.until(states.of_all)
            if page := renewed(store.there(key), known=known, states=states, until=until):
                store.put(key, page)
                return page
            making = Making(self.pieces, server=key[0], known=known, states=states, until=until)
            with making.page() as read:
                response, holes = self.for_all(request, key[1])
            making.hear(read)
            states = known.read_parts()
            # What a stranger adds to an address makes no pieces beside those of the site.
            if store is self.pages:
                making.keep(states)
            if not is_for_all(response, request):
                return None
            page = SharedPage(response, holes, read, states=making.states, until=until)
            # What was made while something changed is for this reader alone.
            if not read.unraised and page.is_of(states) and timezone.now() < until:
                store.put(key, page)
            return page

    def for_all(self, request, asked):
        """(The answer, its Holes) of the portal, that gets to know nothing of the reader but what stands in `asked`."""
        user, query, holes = request.user, request.META.get("QUERY_STRING", ""), Holes()
        # A page with a form would have to make a token, which shows, rather than take that of this reader.
        token = request.META.pop("CSRF_COOKIE", None)
        request.user, request.holes = AnonymousUser(), holes
        request.META["QUERY_STRING"] = asked.query
        request.__dict__.pop("GET", None)
        try:
            return self.get_response(request), holes
        finally:
            request.user, request.holes = user, None
            request.META["QUERY_STRING"] = query
            if token:
                request.META["CSRF_COOKIE"] = token
            request.__dict__.pop("GET", None)


def masthead(request):
    """What a reader has at the top of a page; drawn once for each item of the menu that it can lie under."""
    key = section_of(request), request.user.is_authenticated
    if key not in MASTHEADS:
        MASTHEADS[key] = get_template("parts/masthead.html").render({"menu": menu(request), "user": request.user})
    return MASTHEADS[key]


def is_for_all(response, request):
    """Whether `response` is whole, without anything that was made for this request alone."""
    return can_be_kept(response) and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META


def asked_by(request):
    """The AskedPage of a reader for a page that says the same to all but for its holes, or None."""
    word = word_of(request.path_info) if request.method == "GET" else None
    # Whoever is changing something reads that, which no other connection can see yet.
    if word is None or word.is_file or connection.in_atomic_block:
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        user = request.user
        if user.is_staff or not word.is_shared_with(user, request.path_info, request.GET):
            return None
        # What is to be told once is told on a page of their own.
        if len(get_messages(request)):
            return None
    elif settings.MESSAGES_COOKIE_NAME in request.COOKIES:
        return None
    return Keeper.in_use.page_of(request)
