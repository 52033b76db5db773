"""What the collaboration yields and costs: the overview, a page per figure, programme and project."""

from django.urls import path

from results.views import figures, money, projects

app_name = "results"
urlpatterns = [
    path("", figures.dashboard, name="dashboard"),
    path("cijfers/<slug:slug>/", figures.indicator, name="indicator"),
    path("programmas/<slug:slug>/", projects.programme, name="programme"),
    path("bijdragen/", money.contributed, name="contributions"),
    path("bijdragen/<slug:slug>/", money.contributed, name="contributions_to"),
    path("projecten/", projects.projects, name="projects"),
    path("projecten/<slug:slug>/", projects.project, name="project"),
]
