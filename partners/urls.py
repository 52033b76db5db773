"""The list of partners, and the days and people of a body.

The page of one partner is the roof's, because it draws on all apps.
"""

from django.urls import path, re_path

from partners import views
from partners.days import views as days
from partners.people import ending, welcome
from partners.people import views as people

app_name = "partners"
urlpatterns = [
    path("", views.partners, name="list"),
    path("<slug:slug>/logo.png", views.logo, name="logo"),
    re_path(
        r"^(?P<slug>[-\w]{1,60})/(?P<kind>[a-z]{1,16})/(?P<subject>vergaderdagen|recessen)/$", days.days, name="days"
    ),
    re_path(
        r"^(?P<slug>[-\w]{1,60})/(?P<kind>[a-z]{1,16})/recessen/(?P<pk>\d{1,9})/weghalen/$",
        days.remove,
        name="remove_recess",
    ),
    path("orgaan/<int:pk>/mensen/", people.people, name="people"),
    path("orgaan/<int:pk>/mensen/uitnodiging/<int:invitation>/", people.invitation, name="people_invitation"),
    path("orgaan/<int:pk>/mensen/<int:mandate>/eindigen/", ending.end_one, name="people_end"),
    path("orgaan/<int:pk>/mensen/eindigen/", ending.end_all, name="people_end_all"),
    path("welkom/<str:token>/", welcome.welcome, name="welcome"),
]
