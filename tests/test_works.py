"""How the portal is, as machines at /gezond/ and people at /werkt-alles/ are told."""

import re
from datetime import timedelta

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from procrastinate.contrib.django import app

from partners.ground import runs
from partners.ground.models import CommandRun, KeptDocument, Mail
from partners.ground.tasks import look_after_mail
from regiozwolle.trouble import condition
from tests.reading import visible


def answer(client):
    return re.search(r"data-answer>(.*?)<", client.get("/werkt-alles/").text)[1]


def ago(**much):
    return timezone.now() - timedelta(**much)


def add_mail(**fields):
    told = {"kind": "x", "to": "robin@example.org", "message_id": f"<{Mail.objects.count()}@x>"}
    return Mail.objects.create(**told | fields, expires_at=timezone.now() + timedelta(days=1))


def seen(moment):
    CommandRun.objects.update_or_create(name=runs.WORKER, defaults={"ended_at": moment, "succeeded_at": moment})


def test_all_works_as_long_as_the_worker_shows_that_it_lives(client, db):
    assert answer(client) == "De pagina’s werken. Mail en grote bestanden komen nu later."
    look_after_mail(timestamp=0)
    assert answer(client) == "Ja. Alles werkt."
    told = visible(client.get("/werkt-alles/"))
    for words in ("Mail gaat meteen weg.", "Het laatste teken was om", "De portal maakte nog geen back-up."):
        assert words in told
    seen(ago(minutes=6))
    assert answer(client) == "De pagina’s werken. Mail en grote bestanden komen nu later."


def test_mail_that_waits_and_files_that_take_long_stand_first_and_in_the_answer(client, db):
    seen(timezone.now())
    add_mail(created_at=ago(minutes=4))
    KeptDocument.objects.create(address="/x.pdf", wanted_at=ago(minutes=16))
    assert answer(client) == "De pagina’s werken. Mail komt nu later aan. Grote bestanden komen later."
    told = visible(client.get("/werkt-alles/"))
    assert told.index("1 mail wacht sinds") < told.index("Wij maken nu 1 bestand.") < told.index("Het laatste teken")
    assert "robin" not in told


def test_a_file_that_was_just_asked_for_is_no_trouble(client, db):
    seen(timezone.now())
    KeptDocument.objects.create(address="/x.pdf", wanted_at=timezone.now())
    assert answer(client) == "Ja. Alles werkt."


def test_how_many_figures_wait_for_a_newer_value_is_told_and_breaks_nothing(client, helped):
    seen(timezone.now())
    helped.next_expected_on = timezone.localdate() - timedelta(days=1)
    helped.save()
    assert "Van 1 van de 1 cijfers had er al een nieuwe waarde moeten zijn." in visible(client.get("/werkt-alles/"))
    assert answer(client) == "Ja. Alles werkt."


def test_only_who_may_use_the_desk_reads_where_to_look(client, secretary, councillor):
    with runs.noted("remind"):
        pass
    add_mail(state="mislukt")
    client.force_login(councillor)
    assert "portal beheert" not in client.get("/werkt-alles/").text
    client.force_login(secretary)
    told = visible(client.get("/werkt-alles/"))
    assert "Er is mail geweigerd: zie Mails in het beheer." in told
    assert "Een back-up maken nog niet: kijk naar de timer Opdracht backup" in told
    assert told.count(": kijk naar de timer Opdracht") == len(condition.COMMANDS) - 1


def test_the_page_asks_the_same_however_much_waits(client, db):
    counts = []
    for _ in range(2):
        client.get("/werkt-alles/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/werkt-alles/")
        counts.append(len(queries))
        for number in range(5):
            add_mail(created_at=ago(minutes=4))
            KeptDocument.objects.create(address=f"/{len(counts)}-{number}.pdf", wanted_at=ago(minutes=16))
            app.tasks["partners.ground.tasks.send_waiting_mail"].defer()
    assert counts == [6, 6]


def test_a_machine_learns_of_the_worker_and_of_work_that_waits(client, db):
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
    told = client.get("/gezond/").json()
    assert (told["worker_gezien"], told["werk_wacht_sinds"]) == (None, None)
    assert "de worker laat niets van zich horen: draait portal-worker?" in told["let_op"]
    look_after_mail(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")
        app.tasks["partners.ground.tasks.send_waiting_mail"].defer()
        cursor.execute("update procrastinate_events set at = at - interval '1 hour'")
    told = client.get("/gezond/").json()
    assert told["worker_gezien"]
    assert told["werk_wacht_sinds"] < ago(minutes=59).isoformat()
    assert [one for one in told["let_op"] if "work" in one] == ["er wacht te lang werk op de worker"]


def test_a_process_of_another_version_than_the_database_gets_no_visitors(client, db):
    assert client.get("/gezond/").json()["migraties_te_doen"] == 0
    MigrationRecorder.Migration.objects.filter(app="agenda").order_by("-pk").first().delete()
    response = client.get("/gezond/")
    assert response.status_code == 503
    assert response.json()["migraties_te_doen"] == 1
    assert "de database is van een andere versie: voer migrate uit" in response.json()["let_op"]
