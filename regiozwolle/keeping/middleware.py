"""Answers whoever has no session from the pages that are kept, and keeps those that were made."""

import logging
import threading
from contextlib import nullcontext
from functools import lru_cache
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import psycopg
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import DEFAULT_DB_ALIAS
from django.http import Http404
from django.urls import resolve
from django.utils import timezone

from regiozwolle.keeping.kept_page import KeptPage
from regiozwolle.keeping.reading import KnownState
from regiozwolle.keeping.store import Store
from regiozwolle.keeping.words import KEPT, KEPT_FILES
from regiozwolle.trouble import outage, replica

logger = logging.getLogger(__name__)

# What is asked for with anything behind the address has a part of the memory of its own, and so have files: however
# many a stranger asks for, the pages themselves stay.
PART_FOR_QUERIES, PART_FOR_FILES = 1 / 4, 1 / 8
LONGEST_QUERY = 300
MEGABYTE = 1024 * 1024
OF_THE_VISITOR = ("HTTP_ACCEPT_ENCODING", "HTTP_COOKIE", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")


class AskedPage(NamedTuple):
    """Which page is asked for, as far as it makes a difference."""

    scheme: str
    host: str
    path: str
    query: str
    piece: str
    is_file: bool


class Keeper:
    """The middleware: one in each process, which is `in_use`."""

    in_use = None

    def __init__(self, get_response):
        # Without whole pages it still tells Shared the state.
        if not settings.KEPT_MEGABYTES and not settings.KEPT_PIECES_MEGABYTES:
            raise MiddlewareNotUsed
        Keeper.in_use = self
        self.get_response = get_response
        most = settings.KEPT_MEGABYTES * MEGABYTE
        self.queries, self.files = Store(most * PART_FOR_QUERIES), Store(most * PART_FOR_FILES)
        self.pages = Store(most * (1 - PART_FOR_QUERIES - PART_FOR_FILES))
        self.known_of = {alias: KnownState(alias) for alias in settings.DATABASES}
        # Who takes many files at once stands in one line, beside that of the pages.
        self.files_in_turn = threading.Lock()
        replica.follow()
        self.hosts = {urlsplit(settings.SITE_URL).netloc, *settings.ALLOWED_HOSTS}
        # With one of these a page says something to this visitor alone.
        self.cookies = (settings.SESSION_COOKIE_NAME, settings.MESSAGES_COOKIE_NAME)

    def __call__(self, request):
        asked = self.asked(request)
        if asked is None:
            return self.get_response(request)
        # A document is kept for all, in the server that writes, and so is made of what stands there.
        with replica.read_from(DEFAULT_DB_ALIAS if asked.is_file else replica.best()):
            answer = self.answer(request, asked)
            is_gone = replica.is_read() and answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        return self.answer(request, asked) if is_gone else answer

    @property
    def known(self):
        """What is known of the server that is read now."""
        return self.known_of[replica.chosen.get()]

    def answer(self, request, asked):
        """The page that is kept, or was made now, from the server that is read."""
        store = self.files if asked.is_file else self.queries if asked.query else self.pages
        try:
            with self.files_in_turn if asked.is_file else nullcontext():
                page = store.get(asked, state=self.known.now(), now=timezone.now())
                if page:
                    return page.answer(request)
            if request.method == "GET":
                return self.made(request, asked, store)
        except psycopg.Error as error:
            if isinstance(error, psycopg.OperationalError):
                outage.begin()
            logger.exception("Whether what is kept still holds is not known.")
        return self.get_response(request)

    def asked(self, request):
        """The AskedPage of a request whose page may be kept, or None."""
        meta = request.META
        if request.method not in ("GET", "HEAD") or not self.pages.most or outage.away.is_set():
            return None
        given = meta.get("HTTP_COOKIE", "")
        if given and any(name in given for name in self.cookies):
            return None
        return self.page_of(request)

    def page_of(self, request):
        """The same of a request of anybody."""
        meta = request.META
        host, query = meta.get("HTTP_HOST"), meta.get("QUERY_STRING", "")
        word = word_of(request.path_info) if host in self.hosts and len(query) <= LONGEST_QUERY else None
        if word is None or (word.refuses and asks_more(query, word.parameters)):
            return None
        piece = meta.get("HTTP_HX_TARGET", "")
        if word.is_file and piece:
            return None  # how far it is, which is of the moment
        return AskedPage(
            request.scheme,
            host,
            request.path_info,
            query and known_part(query, word.parameters),
            piece if piece in word.pieces else "",
            word.is_file,
        )

    def made(self, request, asked, store):
        """The page, made now; by one visitor of all who ask for it at the same time."""
        with store.one_at_a_time(asked):
            state = self.known.read()
            before = store.there(asked)
            page = store.get(asked, state=state, now=timezone.now())
            if page or (before and before.is_of(state) and before.goes_on()):
                return (page or before).answer(request)
            until = self.known.until(state)
            response = self.response(request, asked)
            if response.streaming:
                # A large file is sent piece by piece, and not to who has it already.
                response.close()
                return self.get_response(request)
            if not can_be_kept(response):
                return response
            page = KeptPage(response, state=state, until=until, before=before)
            # What was made while something changed is for this visitor alone.
            if self.known.read() == state and timezone.now() < until:
                store.put(asked, page)
            return page.answer(request)

    def response(self, request, asked):
        """The answer of the portal, that gets to know nothing of the visitor but what stands in `asked`."""
        given = {name: request.META.pop(name) for name in OF_THE_VISITOR if name in request.META}
        request.META["QUERY_STRING"] = asked.query
        response = self.get_response(request)
        request.META.update(given)
        return response


@lru_cache(maxsize=4096)
def word_of(path):
    """The PageWord of the page at `path`, or None when it is made anew each time, or is not there."""
    try:
        name = resolve(path).view_name
        return KEPT.get(name) or KEPT_FILES.get(name)
    except Http404:
        return None


def known_part(query, parameters):
    """What a page asks of `query`, always in one order."""
    given = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted((name, value) for name, value in given if name in parameters))


def asks_more(query, parameters):
    """Whether `query` names anything but `parameters`."""
    return any(name not in parameters for name, _ in parse_qsl(query, keep_blank_values=True))


def can_be_kept(response):
    """Whether all who ask would get `response`."""
    if hasattr(response, "still_holds"):
        return True
    is_whole = response.status_code == HTTPStatus.OK and not response.streaming
    is_for_one = response.cookies or any(
        word in response.headers.get("Cache-Control", "") for word in ("no-store", "private")
    )
    return is_whole and not is_for_one and "Content-Encoding" not in response.headers
