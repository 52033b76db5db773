"""The pages that tell that something went wrong, when no other page can be made. Each names the number in the log."""

import sys
from contextlib import suppress
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import page_not_found

from partners.ground.documents import CannotTypeset
from partners.ground.links import Lapsed
from partners.ground.publishing import NoLongerPublic
from regiozwolle.trouble import logs, outage

SOON = 60  # seconds, as the pages say in words
# Of a form that is too large so much is read and thrown away: a browser shows no page before it has sent all.
MOST_THROWN_AWAY = 64 * 1024 * 1024  # bytes
AT_A_TIME = 64 * 1024


def bad_request(request, exception):
    if isinstance(exception, RequestDataTooBig):
        throw_away(request)
        return alone("413.html", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return alone("400.html", HTTPStatus.BAD_REQUEST)


def throw_away(request):
    """Reads what the browser is still sending, up to a limit, and keeps nothing of it."""
    left = MOST_THROWN_AWAY
    with suppress(OSError, UnreadablePostError):
        while left > 0 and request.read(AT_A_TIME):
            left -= AT_A_TIME


def not_found(request, exception):
    """Says that there is no such page, that it was on the site once, or that the link to it is too old."""
    if isinstance(exception, Lapsed):
        return render(request, "link_lapsed.html", {"days": exception.days}, status=HTTPStatus.GONE)
    if isinstance(exception, NoLongerPublic):
        return render(request, "410.html", {"exception": exception}, status=HTTPStatus.GONE)
    return page_not_found(request, exception)


def server_error(request):
    """Says that it will pass where it will: no database, no room for this, no document; else that we erred."""
    error = sys.exception()
    if error and outage.is_gone(error):
        outage.begin()
    if isinstance(error, CannotTypeset):
        return unavailable("503_document.html")
    if isinstance(error, OperationalError) or outage.away.is_set() or (error and outage.is_read_only(error)):
        return unavailable()
    return alone("500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def unavailable(name="503.html"):
    """The page that says to come back in a minute; it needs nothing of the database."""
    answer = alone(name, HTTPStatus.SERVICE_UNAVAILABLE)
    answer.headers["Retry-After"] = str(SOON)
    return answer


def alone(name, status):
    """The page `name`, made without the request, for whatever is in that may be what fails."""
    page = render_to_string(name, {"number": logs.current.get()})
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-store"})
