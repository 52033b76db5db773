"""The addresses of the Wagtail site, and one of a view that does nothing, to compare with."""

from django.urls import include, path

from benchmarks.pages_urls import empty

urlpatterns = [path("leeg/", empty), path("", include("wagtail.urls"))]
