from django.urls import include, path, re_path

from consultation import (
    answer_views,
    board_views,
    group_views,
    letter_views,
    nota_views,
    others_views,
    reminder_views,
    table_views,
    views,
    writing_views,
)

app_name = "consultation"
# Reading
urlpatterns = [
    path("consultaties/", views.consultations, name="list"),
    path("consultaties/<slug:slug>/kalender.ics", views.calendar, name="calendar"),
    path("geschiedenis/", views.history, name="history"),
]
# What came in, and what is done with it
urlpatterns += [
    path(
        "consultaties/<slug:slug>/",
        include(
            [
                path("wie-reageert/", board_views.board, name="board"),
                path("wat-is-ermee-gedaan/", nota_views.done, name="done"),
                path("nota/", nota_views.nota, name="nota"),
                path("nota/punt-<int:pk>/", nota_views.nota_point, name="nota_point"),
                path("nota/bestand.<slug:form>", nota_views.nota_file, name="nota_file"),
                path("nota/orgaan/<int:pk>/", nota_views.nota_of_body, name="nota_of_body"),
                path("nota/orgaan/<int:pk>/bestand.<slug:form>", nota_views.nota_file, name="nota_of_body_file"),
            ]
        ),
    ),
    path("tafel/<slug:token>/", table_views.table, name="table"),
    path("brief/<str:token>/", table_views.check_letter, name="check_letter"),
    path("herinnering/<str:token>/", reminder_views.no_reminder, name="no_reminder"),
    path("uitnodiging/<str:token>/", board_views.invitation, name="invitation"),
    path("antwoorden/<str:token>/", answer_views.signed_answers, name="signed_answers"),
    path("antwoorden/<str:token>/<int:point_pk>/", answer_views.signed_reopen, name="signed_reopen"),
    path("mijn-reacties/<int:pk>/antwoorden/", answer_views.answers, name="answers"),
    path("mijn-reacties/<int:pk>/antwoorden/<int:point_pk>/", answer_views.reopen, name="reopen"),
]
# Reacting
urlpatterns += [
    re_path(
        r"^consultaties/(?P<slug>[A-Za-z0-9_-]+)/reageren/(?P<code>[A-Za-z0-9.-]{1,32})/$",
        writing_views.respond,
        name="respond",
    ),
    path("consultaties/<slug:slug>/anderen/", others_views.others, name="others"),
    path("punten/<int:pk>/aansluiten/", others_views.endorse, name="endorse"),
    path(
        "punten/<int:pk>/aansluiten/<int:endorsement_pk>/intrekken/",
        others_views.take_back_endorsement,
        name="take_back_endorsement",
    ),
    path("consultaties/<slug:slug>/vragen/", writing_views.answer_questions, name="answer_questions"),
    path("mijn-reacties/", letter_views.my_letters, name="my_letters"),
    path(
        "mijn-reacties/<int:pk>/",
        include(
            [
                path("", letter_views.letter, name="letter"),
                path("controleren/", letter_views.review, name="review"),
                path("versies/<int:sequence>/", letter_views.submission, name="submission"),
                path("versies/<int:sequence>/ontvangstbewijs.pdf", letter_views.receipt, name="receipt"),
                path("intrekken/", letter_views.withdraw, name="withdraw"),
                path("verwijderen/", letter_views.discard, name="discard"),
                path("punten/<int:point_pk>/", writing_views.point, name="point"),
                path("punten/<int:point_pk>/verwijderen/", letter_views.remove_point, name="remove_point"),
                path("punten/<int:point_pk>/minderheid/", group_views.minority, name="minority"),
                path("samen/", group_views.group, name="group"),
                path("samen/akkoord/", group_views.assent, name="assent"),
                path("samen/overnemen/", group_views.adopt, name="adopt"),
                path("bevestigen/", group_views.confirm, name="confirm"),
                path("besluit.pdf", group_views.decision, name="decision"),
            ]
        ),
    ),
]
