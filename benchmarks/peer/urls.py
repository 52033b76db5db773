"""The addresses of the Wagtail site, and one of a view that does nothing and is never kept, to compare with."""

from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.cache import never_cache


@never_cache
def empty(request):
    return HttpResponse("ok")


urlpatterns = [path("leeg/", empty), path("", include("wagtail.urls"))]
