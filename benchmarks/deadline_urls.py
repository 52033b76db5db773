"""The addresses of the portal, and one of a view that does nothing, to compare with.

The quarter of an hour after closing is here as short as GRACE_SECONDS says, so that a run can wait for its end.
"""

import os
from datetime import timedelta

from django.http import HttpResponse
from django.urls import path

from consultation.models import consultation
from regiozwolle.urls import urlpatterns as pages

consultation.GRACE = timedelta(seconds=int(os.environ["GRACE_SECONDS"]))


def empty(request):
    return HttpResponse("ok")


urlpatterns = [path("leeg/", empty), *pages]
