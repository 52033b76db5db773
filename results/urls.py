"""What the collaboration yields and costs: the overview, a page per figure, programme and project."""

from django.urls import path

from results import views

app_name = "results"
urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("cijfers/<slug:slug>/", views.indicator, name="indicator"),
    path("programmas/<slug:slug>/", views.programme, name="programme"),
    path("projecten/", views.projects, name="projects"),
    path("projecten/<slug:slug>/", views.project, name="project"),
]
