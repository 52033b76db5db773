"""A form that is sent twice does its work once: a double click, a second tap, a page that is sent again.

The database holds the key of each form that was sent once, and it is written in the transaction that does the work.
So whoever sends a form again waits until the first is done and is led to where that led. What failed, was refused or
lost its process left no key, and is done by the next.

A form of the desk carries a key of its own, so that it is known however much later it comes, also with other texts;
the desk claims it (`partners.ground.desk`). Every other form of who is signed in is known by all that it sends, for it
carries a token that is new each time it is drawn. One that saves while somebody types is answered each time.
"""

from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus
from uuid import UUID

from django.db import transaction
from django.http import HttpResponseRedirect, UnreadablePostError
from django.utils import timezone

from partners.ground.models import SentForm

# A browser may keep a page, and one may well press its button again later.
SOON = timedelta(minutes=10)
TOKEN = "csrfmiddlewaretoken"
# What carries the key of a form of the desk, and of the page of an act.
OPENED, READ = "_opened", "_read"


def claim(key, digest=""):
    """(SentForm, whether it is new) of the form with this key, of which `digest` tells what was sent.

    In the transaction of the work. A second request with the same key waits until the first is done.
    """
    return SentForm.objects.get_or_create(key=key, defaults={"digest": digest})


def once(get_response):
    def middleware(request):
        digest = digest_of(request)
        return get_response(request) if digest is None else answer_once(request, get_response, digest)

    return middleware


def answer_once(request, get_response, digest):
    """The answer to a form, or where it led when it was sent before; all in one transaction."""
    key = UUID(digest[:32])
    with transaction.atomic():
        SentForm.objects.filter(key=key, sent_at__lt=timezone.now() - SOON).delete()
        sent, is_first = claim(key, digest)
        if not is_first:
            return HttpResponseRedirect(sent.result)
        response = get_response(request)
        if response.status_code == HTTPStatus.FOUND:
            sent.led_to(response.headers["Location"])
        elif response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            transaction.set_rollback(True)
        else:
            sent.delete()
        return response


def digest_of(request):
    """What is the same when a form is sent again; None for one with a key, and for what is no form of a user."""
    if request.method != "POST" or "HX-Request" in request.headers or not request.user.is_authenticated:
        return None
    try:
        fields, files = request.POST, request.FILES
    except UnreadablePostError:
        return None
    if TOKEN not in fields or fields.get(OPENED) or fields.get(READ):
        return None
    sent = [(name, file.name, file.size) for name, found in files.lists() for file in found]
    return sha256(repr((request.user.pk, request.get_full_path(), [*fields.lists()], sent)).encode()).hexdigest()
