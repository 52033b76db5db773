"""The addresses of the portal, one of a view that does nothing, to compare with, and one of a view that waits.

The quarter of an hour after closing is here as short as GRACE_SECONDS says, so that a run can wait for its end.
"""

import os
import time
from datetime import timedelta

from django.http import HttpResponse
from django.urls import path

from consultation.models import consultation
from regiozwolle.urls import urlpatterns as pages

consultation.GRACE = timedelta(seconds=int(os.environ["GRACE_SECONDS"]))

WAIT = 5  # seconds


def empty(request):
    return HttpResponse("ok")


def waiting(request):
    """As while a document is set in a process of its own."""
    time.sleep(WAIT)
    return HttpResponse("ok")


urlpatterns = [path("leeg/", empty), path("traag/", waiting), *pages]
