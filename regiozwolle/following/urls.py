"""Following, below /volgen/."""

from django.urls import path

from regiozwolle.following import views

app_name = "following"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("bevestigen/<str:token>/", views.confirm, name="confirm"),
    path("eigen/<str:token>/", views.own, name="own"),
    path("<slug:kind>/<str:key>/", views.follow, name="follow"),
]
