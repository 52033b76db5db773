"""The list of partners. The page of one partner is the roof's, because it draws on all apps."""

from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("", views.partners, name="list"),
]
