"""Addresses that are a key: who has the link from a mail, or the code from a card, needs no account."""

from datetime import timedelta
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.utils.crypto import salted_hmac

from partners.ground import security
from partners.ground.models import EventKind


class Lapsed(Http404):
    """The link is ours and worked `days` days, which are over; the page says so, and whom to ask."""

    def __init__(self, days):
        super().__init__("Deze link is te oud.")
        self.days = days


def age_of(kind):
    """How long the links of that kind work."""
    return timedelta(days=settings.LINK_DAYS[kind])


def opened(token, *, salt, kind):
    """What was signed into `token`. Raises Lapsed when it is too old for its `kind`, Http404 when it is not ours."""
    try:
        return signing.loads(token, salt=salt, max_age=age_of(kind))
    except signing.SignatureExpired:
        raise Lapsed(settings.LINK_DAYS[kind]) from None
    except signing.BadSignature:
        raise Http404("Deze link klopt niet.") from None


def mark_of(arguments):
    """By which one sees that two uses were of the same link, and never which link it is."""
    return salted_hmac("partners.ground.links", str(arguments.get("token", ""))).hexdigest()[:8]


def unlisted(view):
    """For an address that is a key: no search engine keeps it, no other site hears it, no cache keeps what it says.

    Each use is a line in the security log.

    What other sites hear is the policy of the whole site. With no-referrer a browser would say of a form that it
    comes from nowhere, and Django would refuse it.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        answer = view(request, *args, **kwargs)
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        if answer.status_code < HTTPStatus.BAD_REQUEST and "HX-Request" not in request.headers:
            security.log(EventKind.LINK_USED, request, about=f"{request.resolver_match.view_name} {mark_of(kwargs)}")
        return answer

    return wrapper
