"""Gives members the pages that say the same to everyone: made once for all of them, with holes for what is their own.

The secretariat sees concepts and always gets a page of its own.
"""

import logging

import psycopg
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.template.loader import get_template
from django.utils import timezone

from regiozwolle.context_processors import menu, section_of
from regiozwolle.keeping.holes import Holes, filled
from regiozwolle.keeping.middleware import MEGABYTE, Keeper, can_be_kept, word_of
from regiozwolle.keeping.store import Store

logger = logging.getLogger(__name__)

# Of what is kept in a process, such a part as well for its members: their pages are kept as they are.
PART = 1 / 2
TEXT = ("text/", "image/svg+xml")
MASTHEADS = {}


class PageOfMembers:
    """A page for all members, with its `holes`."""

    def __init__(self, response, holes, *, state, until):
        self.state, self.until = state, until
        self.html, self.fillers = response.content.decode(), holes.fillers
        self.headers = dict(response.items())
        self.headers.pop("Content-Length", None)
        self.may_be_framed = getattr(response, "xframe_options_exempt", False)

    @property
    def size(self):
        """How many bytes it takes, about."""
        return 4 * len(self.html)

    def answer(self, request):
        """The page of the member who asks."""
        parts = {"masthead": masthead(request)}
        for fill in self.fillers:
            parts |= fill(request.user)
        response = HttpResponse(filled(self.html, parts), headers=self.headers)
        response.xframe_options_exempt = self.may_be_framed
        return response


class Members:
    """The middleware, below all that knows who asks: one in each process, which knows the state by its Keeper."""

    def __init__(self, get_response):
        if not settings.KEPT_MEGABYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.store = Store(settings.KEPT_MEGABYTES * MEGABYTE * PART)

    def __call__(self, request):
        asked = asked_by_member(request)
        page = self.page(request, asked) if asked else None
        return page.answer(request) if page else self.get_response(request)

    def page(self, request, asked):
        """The PageOfMembers that is `asked`; None when it cannot be kept, or nobody knows whether it still holds."""
        try:
            state = Keeper.in_use.known.now()
            return self.store.get(asked, state=state, now=timezone.now()) or self.made(request, asked)
        except psycopg.Error:
            logger.exception("Whether what is kept for members still holds is not known.")
            return None

    def made(self, request, asked):
        """The page, made now; by one member of all who ask for it at the same time."""
        known = Keeper.in_use.known
        with self.store.one_at_a_time(asked):
            state = known.read()
            if page := self.store.get(asked, state=state, now=timezone.now()):
                return page
            until = known.until(state)
            response, holes = self.for_all(request, asked)
            if not is_for_all(response, request):
                return None
            page = PageOfMembers(response, holes, state=state, until=until)
            # What was made while something changed is for this member alone.
            if known.read() == state and timezone.now() < until:
                self.store.put(asked, page)
            return page

    def for_all(self, request, asked):
        """(The answer, its Holes) of the portal, that gets to know nothing of the member but what stands in `asked`."""
        user, query, holes = request.user, request.META.get("QUERY_STRING", ""), Holes()
        request.user, request.holes = AnonymousUser(), holes
        request.META["QUERY_STRING"] = asked.query
        request.__dict__.pop("GET", None)
        try:
            return self.get_response(request), holes
        finally:
            request.user, request.holes = user, None
            request.META["QUERY_STRING"] = query
            request.__dict__.pop("GET", None)


def masthead(request):
    """What a member has at the top of a page; drawn once for each item of the menu that it can lie under."""
    section = section_of(request)
    if section not in MASTHEADS:
        MASTHEADS[section] = get_template("parts/masthead.html").render({"menu": menu(request)})
    return MASTHEADS[section]


def is_for_all(response, request):
    """Whether `response` is a whole page without anything that was made for this request alone."""
    is_text = response.headers.get("Content-Type", "").startswith(TEXT)
    return is_text and can_be_kept(response) and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META


def asked_by_member(request):
    """The Asked of a member for a page that says the same to all but for its holes, or None."""
    if request.method != "GET" or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    word = word_of(request.path_info)
    user = request.user
    if word is None or not user.is_authenticated or user.is_staff or not word.of_members(user, request.path_info):
        return None
    # What is to be told once is told on a page of their own.
    return None if len(get_messages(request)) else Keeper.in_use.page_of(request)
