"""What the collaboration yields and costs: the overview, a page per figure, programme and project."""

from django.urls import path

from partners.ground.drawings.offered import to_take
from results.views import confirmations, figures, gaps, inhabitants, money, projects, taken

app_name = "results"

urlpatterns = [
    path("", figures.dashboard, name="dashboard"),
    path("cijfers/", figures.figures, name="figures"),
    path("cijfers/<slug:slug>/", figures.indicator, name="indicator"),
    path("cijfers/<slug:slug>/download/<slug:form>/", figures.download, name="indicator_download"),
    *to_take("cijfers/<slug:slug>/", taken.figure, "indicator"),
    path("inwoners/", inhabitants.inhabitants, name="inhabitants"),
    *to_take("inwoners/", taken.growth_of_all, "growth"),
    path("correcties/", figures.corrections, name="corrections"),
    path("navraag/afmelden/<str:token>/", confirmations.no_confirmation, name="no_confirmation"),
    path("navraag/<str:token>/", confirmations.confirmation, name="confirmation"),
    path("zonder-cijfer/", gaps.gaps, name="gaps"),
    path("programmas/<slug:slug>/", projects.programme, name="programme"),
    path("programmas/<slug:slug>/download/<slug:form>/", projects.programme_money, name="programme_money"),
    *to_take("programmas/<slug:slug>/geld/", taken.programme_money, "programme_money"),
    *to_take("programmas/<slug:slug>/projecten/", taken.programme_projects, "programme_projects"),
    path("bijdragen/", money.contributed, name="contributions"),
    path("bijdragen/<slug:slug>/", money.contributed, name="contributions_to"),
    path("bijdragen/<slug:slug>/download/<slug:form>/", money.download, name="contributions_download"),
    *to_take("bijdragen/<slug:slug>/", taken.contributions, "contributions"),
    path("projecten/", projects.projects, name="projects"),
    *to_take("projecten/in-de-tijd/", taken.projects, "projects"),
    path("projecten/download/<slug:form>/", projects.download, name="projects_download"),
    *to_take("projecten/<slug:slug>/kaart/", taken.project_place, "project_place"),
    path("projecten/<slug:slug>/", projects.project, name="project"),
]
