"""The list of dossiers and the papers of each. The page of a dossier is the roof's: it draws on consultations too."""

from django.urls import path, re_path

from consultation.deciding import views
from consultation.deciding.alike import views as alike
from consultation.deciding.entering import views as entering
from consultation.deciding.packages import views as packages
from consultation.deciding.papers import views as papers
from partners.ground.drawings.offered import to_take

PAPER = r"(?P<slug>[-\w]{1,80})/stukken/(?P<pk>\d{1,9})/"

app_name = "deciding"
urlpatterns = [
    path("", views.decisions, name="decisions"),
    path("pakket/<str:token>/", packages.by_link, name="package"),
    path("<slug:slug>/pakket/<int:body>/", packages.of_body, name="package_of_body"),
    path("<slug:slug>/gelijkluidend/", alike.alike, name="alike"),
    path("doorgeven/<str:token>/", entering.entry, name="entry"),
    *to_take("<slug:slug>/bord/", views.board, "board"),
    re_path(rf"^{PAPER}$", papers.paper, name="paper"),
    re_path(rf"^{PAPER}(?P<number>[1-9]\d{{0,3}})/$", papers.paper, name="paper_version"),
    re_path(rf"^{PAPER}(?P<number>[1-9]\d{{0,3}})/bestand/$", papers.paper_file, name="paper_file"),
]
