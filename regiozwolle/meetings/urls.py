from django.urls import path

from regiozwolle.meetings import signing_up, views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("<slug:slug>/", views.meeting, name="meeting"),
    path("aanmelding/<str:token>/", signing_up.registration, name="registration"),
    path("<slug:slug>/aanmelden/", signing_up.register, name="register"),
    path("<slug:slug>/kalender.ics", views.calendar, name="calendar"),
    path("<slug:slug>/stukken/<int:pk>/", views.document, name="document"),
    path("<slug:slug>/stukken/<int:pk>/bestand/", views.document_file, name="document_file"),
]
