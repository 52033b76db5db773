from django.urls import path

from regiozwolle.meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("<slug:slug>/", views.meeting, name="meeting"),
    path("<slug:slug>/kalender.ics", views.calendar, name="calendar"),
    path("<slug:slug>/stukken/<int:pk>/", views.document, name="document"),
    path("<slug:slug>/stukken/<int:pk>/bestand/", views.document_file, name="document_file"),
]
