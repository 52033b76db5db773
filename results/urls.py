"""What the collaboration yields and costs: the overview, a page per figure, programme and project."""

from django.urls import path

from results.views import confirmations, figures, gaps, inhabitants, money, projects, taken

app_name = "results"


def to_take(address, drawing, name):
    """The two addresses at which a `drawing` of results/views/taken.py may be taken along."""
    return [
        path(f"{address}grafiek/<slug:kind>/", taken.file, {"drawing": drawing}, name=f"{name}_drawing"),
        path(f"{address}insluiten/", taken.embedded, {"drawing": drawing}, name=f"{name}_embedded"),
    ]


urlpatterns = [
    path("", figures.dashboard, name="dashboard"),
    path("cijfers/", figures.figures, name="figures"),
    path("cijfers/<slug:slug>/", figures.indicator, name="indicator"),
    path("cijfers/<slug:slug>/download/<slug:form>/", figures.download, name="indicator_download"),
    *to_take("cijfers/<slug:slug>/", taken.figure, "indicator"),
    path("inwoners/", inhabitants.inhabitants, name="inhabitants"),
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
    path("projecten/<slug:slug>/", projects.project, name="project"),
]
