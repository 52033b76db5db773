"""The list of dossiers. The page of one dossier is the roof's, because it draws on the consultations too."""

from django.urls import path

from consultation.deciding import views

app_name = "deciding"
urlpatterns = [
    path("", views.decisions, name="decisions"),
]
