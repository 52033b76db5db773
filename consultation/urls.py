from django.urls import include, path, re_path

from consultation.moderating.views import flag
from consultation.views import (
    answering,
    entering,
    groups,
    inviting,
    letters,
    nota,
    others,
    questions,
    reacting,
    reminding,
    showing,
    tables,
    taken,
    taking_away,
)
from partners.ground.drawings.offered import to_take

app_name = "consultation"
# Reading
urlpatterns = [
    path("consultaties/", showing.consultations, name="list"),
    path("consultaties/<slug:slug>/kalender.ics", showing.calendar, name="calendar"),
    path("geschiedenis/", showing.history, name="history"),
    path("vragen/", questions.asked, name="asked"),
]
# What came in, and what is done with it
urlpatterns += [
    path(
        "consultaties/<slug:slug>/",
        include(
            [
                path("wie-reageert/", inviting.inviting, name="inviting"),
                path("wat-is-ermee-gedaan/", nota.done, name="done"),
                *to_take("wat-is-ermee-gedaan/", taken.verdicts, "verdicts"),
                *to_take("wat-is-ermee-gedaan/thema-<int:pk>/", taken.verdicts_of_theme, "verdicts_of_theme"),
                path("nota/", nota.nota, name="nota"),
                path("nota/punt-<int:pk>/", nota.nota_point, name="nota_point"),
                path("nota/bestand.<slug:form>", nota.nota_file, name="nota_file"),
                path("nota/orgaan/<int:pk>/", nota.nota_of_body, name="nota_of_body"),
                path("nota/orgaan/<int:pk>/bestand.<slug:form>", nota.nota_of_body_file, name="nota_of_body_file"),
                path("nota/orgaan/<int:pk>/leden/", nota.nota_of_members, name="nota_of_members"),
                path(
                    "nota/orgaan/<int:pk>/leden/bestand.<slug:form>",
                    nota.nota_of_members_file,
                    name="nota_of_members_file",
                ),
            ]
        ),
    ),
    path("tafel/<slug:token>/", tables.table, name="table"),
    path("brief/<str:token>/scan/", entering.scan_to_check, name="scan_to_check"),
    path("brief/<str:token>/", entering.check_letter, name="check_letter"),
    path("herinnering/<str:token>/", reminding.no_reminder, name="no_reminder"),
    path("uitnodiging/<str:token>/", inviting.invitation, name="invitation"),
    path("antwoorden/<str:token>/", answering.signed_answers, name="signed_answers"),
    path("antwoorden/<str:token>/<int:point_pk>/", answering.signed_reopen, name="signed_reopen"),
    path("mijn-reacties/<int:pk>/antwoorden/", answering.answers, name="answers"),
    path("mijn-reacties/<int:pk>/antwoorden/<int:point_pk>/", answering.reopen, name="reopen"),
]
# Reacting
urlpatterns += [
    re_path(
        r"^consultaties/(?P<slug>[A-Za-z0-9_-]+)/reageren/(?P<code>[A-Za-z0-9.-]{1,32})/$",
        reacting.respond,
        name="respond",
    ),
    path("consultaties/<slug:slug>/anderen/", others.others, name="others"),
    path("punten/<int:pk>/melden/", flag, name="flag"),
    path("punten/<int:pk>/aansluiten/", others.endorse, name="endorse"),
    path("punten/<int:pk>/aansluiten/<int:endorsement_pk>/", others.endorse_again, name="endorse_again"),
    path(
        "punten/<int:pk>/aansluiten/<int:endorsement_pk>/intrekken/",
        others.take_back_endorsement,
        name="take_back_endorsement",
    ),
    path("consultaties/<slug:slug>/vragen/", reacting.answer_questions, name="answer_questions"),
    path("mijn-reacties/", letters.my_letters, name="my_letters"),
    path(
        "mijn-reacties/<int:pk>/",
        include(
            [
                path("", letters.letter, name="letter"),
                path("controleren/", letters.review, name="review"),
                path("versies/<int:sequence>/", letters.submission, name="submission"),
                path("versies/<int:sequence>/ontvangstbewijs.pdf", letters.receipt, name="receipt"),
                path("intrekken/", taking_away.withdraw, name="withdraw"),
                path("opnieuw/", taking_away.begin_again, name="begin_again"),
                path("verwijderen/", taking_away.discard, name="discard"),
                path("terughalen/", taking_away.bring_back, name="bring_back"),
                path("punten/<int:point_pk>/", reacting.point, name="point"),
                path("punten/<int:point_pk>/verwijderen/", taking_away.remove_point, name="remove_point"),
                path("punten/<int:point_pk>/minderheid/", groups.minority, name="minority"),
                path("samen/", groups.group, name="group"),
                path("samen/akkoord/", groups.assent, name="assent"),
                path("samen/overnemen/", groups.adopt, name="adopt"),
                path("samen/terugzetten/", groups.restore_words, name="restore_words"),
                path("bevestigen/", groups.confirm, name="confirm"),
                path("besluit.pdf", groups.decision, name="decision"),
            ]
        ),
    ),
]
