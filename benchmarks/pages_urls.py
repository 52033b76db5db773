"""The addresses of the portal, and one of a view that does nothing, to compare with."""

from django.http import HttpResponse
from django.urls import path

from regiozwolle.urls import urlpatterns as pages


def empty(request):
    return HttpResponse("ok")


urlpatterns = [path("leeg/", empty), *pages]
