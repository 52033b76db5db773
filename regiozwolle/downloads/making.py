"""Making the documents that are wanted: each as the visitor would get it, by the view at its address."""

import logging
import time
from contextlib import contextmanager
from http import HTTPStatus

from partners.ground import state
from partners.ground.documents.blocks import told
from partners.ground.models import KeptDocument
from regiozwolle.downloads import keeping
from regiozwolle.searching.reading import asked, handler

logger = logging.getLogger(__name__)

# What the worker says of itself in the request that it makes a document with.
MAKING = "portal.making"
PAUSE = 0.5  # seconds between two times that it is written down how far it is
NOT_MADE = "Wij kunnen dit bestand nu niet maken."


def make_all():
    """Makes each document that is wanted, the first that was asked for first; returns how many."""
    made = 0
    while wanted := KeptDocument.objects.filter(wanted_at__isnull=False).order_by("wanted_at").first():
        make(wanted)
        made += 1
    return made


def make(wanted):
    """Makes one document. Whatever comes of it, it is no longer wanted."""
    since = state.read()
    with told_to(wanted):
        answer = handler().get_response(asked(wanted.address, **{MAKING: True}))
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("A document at an address like %s is not made.", wanted.name)
        keeping.hold(wanted.address, since, trouble=NOT_MADE)
    # What is no document, or found no room, is not kept, and would be made again without end.
    KeptDocument.objects.filter(pk=wanted.pk, wanted_at=wanted.wanted_at).delete()


@contextmanager
def told_to(wanted):
    """Lets the row say at which chapter the making is, not more often than somebody looks."""
    step, noted_at = 0, 0

    def note():
        nonlocal step, noted_at
        step += 1
        if time.monotonic() - noted_at > PAUSE:
            noted_at = time.monotonic()
            KeptDocument.objects.filter(pk=wanted.pk).update(step=min(step, wanted.steps))

    token = told.set(note)
    try:
        yield
    finally:
        told.reset(token)
