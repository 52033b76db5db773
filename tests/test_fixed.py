"""What is fixed stays fixed, for raw SQL under the role of the site too; and what was decided changes with a reason."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from pytest_django.asserts import assertContains

from consultation import actions
from consultation.deciding.models import Decision, Dossier, Track
from consultation.models import Consultation, Question
from partners.ground import history
from partners.ground.models import Change
from regiozwolle.reports import freezing
from results.models import Report
from tests.filling import form_on, send
from tests.roles import web_role as web_role


@pytest.fixture
def decided(deck, council, version):
    dossier = Dossier.objects.create(slug="proef", title="Proefdossier", summary="Zo.", version=version, source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(track=track, outcome="ingestemd", decided_on=date(2024, 4, 1), source=deck)


@pytest.fixture
def finished(open_consultation):
    Question.objects.filter(consultation=open_consultation).update(text="Wat mist u?")
    Consultation.objects.filter(pk=open_consultation.pk).update(closes_at=timezone.now() - timedelta(days=1))
    open_consultation.refresh_from_db()
    return actions.finish(consultation=open_consultation)


@pytest.fixture
def frozen(db):
    report = Report.objects.create(slug="2022", title="Rapportage", starts_on="2022-01-01", ends_on="2022-12-31")
    freezing.freeze(report=report)
    return report


FIXED = [
    ("finished", "UPDATE consultation_consultation SET version_id = version_id + 1", "is afgerond"),
    ("finished", "UPDATE consultation_consultation SET closes_at = now()", "is afgerond"),
    ("finished", "UPDATE consultation_consultation SET finished_at = NULL", "is afgerond"),
    ("finished", "DELETE FROM consultation_consultation", "is afgerond"),
    ("finished", "UPDATE consultation_question SET text = 'Iets anders?'", "Haar vragen veranderen niet meer"),
    ("finished", "DELETE FROM consultation_question", "Haar vragen veranderen niet meer"),
    ("wording", "UPDATE agenda_wording SET text = 'Iets anders.'", "Haar teksten veranderen niet meer"),
    ("wording", "DELETE FROM agenda_wording", "Haar teksten veranderen niet meer"),
    ("wording", "UPDATE agenda_version SET number = 9", "is gepubliceerd"),
    ("wording", "UPDATE agenda_version SET published_at = NULL", "is gepubliceerd"),
    ("wording", "DELETE FROM agenda_version", "is gepubliceerd"),
    ("wording", "UPDATE agenda_element SET code = 'ANDERS' WHERE code = 'RZ24-L1.2'", "Zijn code verandert nooit"),
    ("frozen", "UPDATE results_report SET content = '{}'", "is vastgelegd"),
    ("frozen", "UPDATE results_report SET frozen_at = NULL, content = NULL", "is vastgelegd"),
    ("frozen", "DELETE FROM results_report", "is vastgelegd"),
    ("decided", "UPDATE deciding_decision SET outcome = 'tegen'", "Schrijf waarom dit besluit verandert"),
    ("decided", "UPDATE deciding_decision SET decided_on = '2020-01-01'", "Schrijf waarom dit besluit verandert"),
    ("decided", "DELETE FROM deciding_decision", "Schrijf waarom dit besluit verandert"),
    ("decided", "UPDATE deciding_track SET body_id = body_id + 1", "Schrijf waarom dit spoor verandert"),
    ("decided", "UPDATE deciding_dossier SET title = 'Iets anders'", "Schrijf waarom dit dossier verandert"),
    ("decided", "UPDATE deciding_dossier SET summary = 'Iets anders'", "Schrijf waarom dit dossier verandert"),
    ("decided", "UPDATE deciding_dossier SET is_example = true", "Schrijf waarom dit dossier verandert"),
    ("decided", "UPDATE deciding_dossier SET version_id = version_id + 1", "verandert niet meer"),
    ("decided", "DELETE FROM deciding_track; SET CONSTRAINTS ALL IMMEDIATE", "violates foreign key"),
    ("decided", "DELETE FROM deciding_dossier; SET CONSTRAINTS ALL IMMEDIATE", "violates foreign key"),
]


@pytest.mark.parametrize(("what", "statement", "words"), FIXED)
def test_the_role_of_the_site_changes_nothing_that_is_fixed(request, what, statement, words):
    request.getfixturevalue(what)
    role = request.getfixturevalue("web_role")
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        role.execute(statement)


def test_the_role_of_the_site_empties_nothing_that_is_fixed(web_role):
    tables = {statement.split()[1 if statement.startswith("UPDATE") else 2].rstrip(";") for _, statement, _ in FIXED}
    for table in sorted(tables):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            web_role.execute(f"TRUNCATE {table} CASCADE")


def test_raw_sql_that_says_why_may_change_what_was_decided_and_the_record_has_it(decided, web_role):
    act = json.dumps({"words": "verbeterd", "about_table": "", "reason": "De griffier stuurde het verslag."})
    web_role.execute("SELECT set_config('portal.act', %s, true)", [act])
    web_role.execute("UPDATE deciding_decision SET amount = 12")
    change = Change.objects.filter(table_name="deciding_decision").first()
    assert (change.act.reason, change.after) == ("De griffier stuurde het verslag.", {"amount": 12})


def test_an_act_without_a_reason_changes_no_decision_and_one_with_a_reason_does(decided):
    with pytest.raises(DatabaseError, match="Schrijf waarom"), transaction.atomic(), history.recorded("verbeterd"):
        Decision.objects.update(amount=12)
    with history.recorded("verbeterd", reason="Een typefout."):
        Decision.objects.update(amount=12)
    assert Decision.objects.get().amount == 12


def test_what_is_not_decided_or_an_example_changes_freely(deck, council, decided):
    undecided = Dossier.objects.create(slug="nieuw", title="Nieuw dossier", source=deck)
    Dossier.objects.filter(pk=undecided.pk).update(title="Een nieuw dossier", is_example=True)
    track = Track.objects.create(dossier=undecided, body=council)
    invented = Decision.objects.create(track=track, outcome="tegen", decided_on=date(2024, 4, 1), source=deck)
    Dossier.objects.filter(pk=undecided.pk).update(title="Een voorbeeld")
    Decision.objects.filter(pk=invented.pk).update(amount=3)
    invented.delete()
    assert Decision.objects.get() == decided


def test_the_desk_asks_why_a_decision_changes_and_loses_nothing_that_was_typed(client, secretary, decided):
    client.force_login(secretary)
    address = f"/beheer/deciding/track/{decided.track_id}/change/"
    typed = {"decisions-0-amount": "12", "note": "Zo getypt."}
    page = send(client, address, form_on(client.get(address)), **typed)
    assertContains(page, "U wijzigt iets wat op de site staat.")
    form = form_on(page)
    assert (form["note"], form["decisions-0-amount"]) == ("Zo getypt.", "12")
    assert Decision.objects.get().amount is None
    assert send(client, address, form, _reason="Het verslag noemt het bedrag.").status_code == 302
    assert Decision.objects.get().amount == 12
    assertContains(client.get("/resultaten/rechtgezet/"), "Het verslag noemt het bedrag.")
    assert not connection.needs_rollback


def test_the_desk_asks_why_the_title_of_a_decided_dossier_changes(client, secretary, decided):
    client.force_login(secretary)
    address = f"/beheer/deciding/dossier/{decided.track.dossier_id}/change/"
    page = send(client, address, form_on(client.get(address)), title="Hernoemd")
    assertContains(page, "U wijzigt iets wat op de site staat.")
    assert send(client, address, form_on(page), _reason="Zo heet het.").status_code == 302
    assert Dossier.objects.get().title == "Hernoemd"
