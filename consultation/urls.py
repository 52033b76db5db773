from django.urls import include, path, re_path

from consultation import response_views, views

app_name = "consultation"
# Reading
urlpatterns = [
    path("consultaties/", views.consultations, name="list"),
    path("consultaties/<slug:slug>/", views.consultation, name="detail"),
    path("consultaties/<slug:slug>/kalender.ics", views.calendar, name="calendar"),
    path("geschiedenis/", views.history, name="history"),
    path("besluiten/", views.decisions, name="decisions"),
    path("besluiten/<slug:slug>/", views.dossier, name="dossier"),
]
# Reacting
urlpatterns += [
    re_path(
        r"^consultaties/(?P<slug>[A-Za-z0-9_-]+)/reageren/(?P<code>[A-Za-z0-9.-]{1,32})/$",
        response_views.respond,
        name="respond",
    ),
    path("consultaties/<slug:slug>/vragen/", response_views.answer_questions, name="answer_questions"),
    path("mijn-reacties/", response_views.my_responses, name="my_responses"),
    path(
        "mijn-reacties/<int:pk>/",
        include(
            [
                path("", response_views.response, name="response"),
                path("controleren/", response_views.review, name="review"),
                path("intrekken/", response_views.withdraw, name="withdraw"),
                path("verwijderen/", response_views.discard, name="discard"),
                path("punten/<int:point_pk>/", response_views.point, name="point"),
                path("punten/<int:point_pk>/verwijderen/", response_views.remove_point, name="remove_point"),
            ]
        ),
    ),
]
