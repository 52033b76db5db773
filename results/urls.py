"""What the collaboration yields and costs: the overview, a page per figure, programme and project."""

from django.urls import path

from results.views import confirmations, figures, gaps, inhabitants, money, projects, taken

app_name = "results"
urlpatterns = [
    path("", figures.dashboard, name="dashboard"),
    path("cijfers/", figures.figures, name="figures"),
    path("cijfers/<slug:slug>/", figures.indicator, name="indicator"),
    path("cijfers/<slug:slug>/download/<slug:form>/", figures.download, name="indicator_download"),
    path("cijfers/<slug:slug>/grafiek/<slug:kind>/", taken.file, name="indicator_drawing"),
    path("cijfers/<slug:slug>/insluiten/", taken.embedded, name="indicator_embedded"),
    path("inwoners/", inhabitants.inhabitants, name="inhabitants"),
    path("correcties/", figures.corrections, name="corrections"),
    path("navraag/afmelden/<str:token>/", confirmations.no_confirmation, name="no_confirmation"),
    path("navraag/<str:token>/", confirmations.confirmation, name="confirmation"),
    path("zonder-cijfer/", gaps.gaps, name="gaps"),
    path("programmas/<slug:slug>/", projects.programme, name="programme"),
    path("programmas/<slug:slug>/download/<slug:form>/", projects.programme_money, name="programme_money"),
    path("bijdragen/", money.contributed, name="contributions"),
    path("bijdragen/<slug:slug>/", money.contributed, name="contributions_to"),
    path("bijdragen/<slug:slug>/download/<slug:form>/", money.download, name="contributions_download"),
    path("projecten/", projects.projects, name="projects"),
    path("projecten/download/<slug:form>/", projects.download, name="projects_download"),
    path("projecten/<slug:slug>/", projects.project, name="project"),
]
