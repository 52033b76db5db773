"""Addresses that are a key: who has the link from a mail, or the code from a card, needs no account."""

from functools import wraps

from django.core import signing
from django.http import Http404


def opened(token, *, salt, max_age=None):
    """What was signed into `token`. Raises Http404 when it is not ours, not for this, or older than `max_age`."""
    try:
        return signing.loads(token, salt=salt, max_age=max_age)
    except signing.BadSignature:
        raise Http404("Deze link klopt niet, of is te oud.") from None


def unlisted(view):
    """For an address that is a key: no search engine keeps it, no other site hears it, no cache keeps what it says.

    What other sites hear is the policy of the whole site. With no-referrer a browser would say of a form that it
    comes from nowhere, and Django would refuse it.
    """

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        answer = view(request, *args, **kwargs)
        answer.headers["Cache-Control"] = "private, no-store"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    return wrapper
