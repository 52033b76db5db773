"""The list of partners, and the days of a body. The page of one partner is the roof's, because it draws on all apps."""

from django.urls import path, re_path

from partners import views
from partners.days import views as days

app_name = "partners"
urlpatterns = [
    path("", views.partners, name="list"),
    re_path(
        r"^(?P<slug>[-\w]{1,60})/(?P<kind>[a-z]{1,16})/(?P<subject>vergaderdagen|recessen)/$", days.days, name="days"
    ),
    re_path(
        r"^(?P<slug>[-\w]{1,60})/(?P<kind>[a-z]{1,16})/recessen/(?P<pk>\d{1,9})/weghalen/$",
        days.remove,
        name="remove_recess",
    ),
]
