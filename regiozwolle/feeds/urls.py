"""The feeds, below /feeds/."""

from django.urls import path

from regiozwolle.feeds import views

urlpatterns = [
    path("zoeken/<str:words>.atom", views.search_feed, name="search_feed"),
    path("<slug:kind>/<str:key>.atom", views.feed, name="feed"),
]
