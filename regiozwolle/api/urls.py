"""The API, drawn. No address ends in a slash, and its version stands in it."""

from django.urls import path, register_converter
from django.urls.converters import IntConverter

from regiozwolle.api import views
from regiozwolle.api.feed import views as feed


class Key(IntConverter):
    """The key of a row: no more digits than the database has."""

    regex = "[0-9]{1,18}"


register_converter(Key, "key")

app_name = "api"
urlpatterns = [
    path("openapi.json", views.description, name="openapi"),
    path("wijzigingen", feed.changes, name="changes"),
    path("momentopname", feed.snapshot, name="snapshot"),
    path("<slug:dataset>", views.collection, name="collection"),
    path("<slug:dataset>/<key:key>", views.item, name="item"),
]
