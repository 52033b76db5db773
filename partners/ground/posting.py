"""A form that is sent twice does its work once: a double click, a second tap, a page that is sent again.

Each form carries a token that is new at every time it is drawn. So the same fields with the same token are the same
form, sent again, and get the answer that the first got. That holds for every form of who is signed in, whatever it
does; one that saves while somebody types, and one that is refused, is answered each time.
"""

import time
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from http import HTTPStatus

from django.db import DatabaseError, InterfaceError
from django.http import HttpResponseRedirect, UnreadablePostError
from django.utils import timezone

from partners.ground.models import PostedForm

PATIENCE = timedelta(seconds=10)  # with the first that is still being answered; after that its process died
KEPT = timedelta(minutes=10)
PAUSE = 0.1  # seconds
TOKEN = "csrfmiddlewaretoken"


def once(get_response):
    def middleware(request):
        digest = digest_of(request)
        if digest is None:
            return get_response(request)
        if leads_to := claim(digest):
            return HttpResponseRedirect(leads_to)
        leads_to = ""
        try:
            response = get_response(request)
            if response.status_code == HTTPStatus.FOUND:
                leads_to = response.headers["Location"]
            return response
        finally:
            settle(digest, leads_to)

    return middleware


def digest_of(request):
    """What is the same when a form is sent again; None for what is no form of who is signed in."""
    if request.method != "POST" or "HX-Request" in request.headers or not request.user.is_authenticated:
        return None
    try:
        fields, files = request.POST, request.FILES
    except UnreadablePostError:
        return None
    if TOKEN not in fields:
        return None
    sent = [(name, file.name, file.size) for name, found in files.lists() for file in found]
    return sha256(repr((request.user.pk, request.get_full_path(), [*fields.lists()], sent)).encode()).hexdigest()


def claim(digest):
    """Where the form led when it was sent before; "" for the first, whose the work is. Waits while another has it."""
    now = timezone.now()
    PostedForm.objects.filter(posted_at__lt=now - KEPT).delete()
    while True:
        posted, is_first = PostedForm.objects.get_or_create(digest=digest)
        if is_first or posted.leads_to:
            return posted.leads_to
        if PostedForm.objects.filter(pk=posted.pk, posted_at__lt=timezone.now() - PATIENCE).delete()[0]:
            continue
        time.sleep(PAUSE)


def settle(digest, leads_to):
    """Notes where the form led. One that led nowhere may be sent again."""
    posted = PostedForm.objects.filter(digest=digest)
    # What was done is done, and what went wrong is told, also when the database is away by now.
    with suppress(DatabaseError, InterfaceError):
        if leads_to:
            posted.update(leads_to=leads_to)
        else:
            posted.delete()
