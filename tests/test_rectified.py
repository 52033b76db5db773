"""What everyone could read never changes or goes without a line on the site, by whatever route."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from consultation.deciding.models import Decision, Dossier, Track
from partners.ground import history
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import models_by_table
from results.models import Measurement

ADDRESS = "/resultaten/rechtgezet/"


@pytest.fixture
def decision(deck, council):
    dossier = Dossier.objects.create(slug="proef", title="Proefdossier", source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(
        track=track, outcome="ingestemd", decided_on=date(2024, 4, 1), amount=10, source=deck
    )


def test_an_amount_of_a_decision_that_changes_has_a_line_with_the_reason(client, decision):
    assertContains(client.get(ADDRESS), "Er is nog niets rechtgezet.")
    with history.recorded("verbeterd", reason="De raad stuurde het juiste bedrag."):
        Decision.objects.filter(pk=decision.pk).update(amount="12.50")
    page = client.get(ADDRESS)
    assertContains(page, "<del>10</del>")
    assertContains(page, "<ins>12,5</ins>")
    assertContains(page, "De raad stuurde het juiste bedrag.")


def test_the_line_stays_when_its_row_is_gone_and_going_is_a_line_too(client, decision):
    Decision.objects.filter(pk=decision.pk).update(outcome="tegen")
    Decision.objects.all().delete()
    page = client.get(ADDRESS)
    assertContains(page, "Vervallen")
    assertContains(page, "<del>ingestemd</del>")
    assertContains(page, "Geen reden opgeschreven.")


def test_the_day_of_a_measurement_is_corrected_with_a_reason_and_nothing_typed_is_lost(client, secretary, helped):
    measurement = Measurement.objects.first()
    client.force_login(secretary)
    address = f"/beheer/results/measurement/{measurement.pk}/change/"
    page = client.get(address)
    assertContains(page, 'name="_reason"')
    form = page.context["adminform"].form
    given = {name: "" if form[name].value() in (None, False) else form[name].value() for name in form.fields}
    given = {name: value for name, value in given.items() if name != "is_certain"}
    moved = given | {"reference_on": "2020-03-01", "note": "Zo getypt."}
    page = client.post(address, moved)
    assertContains(page, "U wijzigt iets wat op de site staat.")
    assertContains(page, "Zo getypt.")
    measurement.refresh_from_db()
    assert measurement.reference_on != date(2020, 3, 1)
    assertNotContains(client.get(ADDRESS), "1\N{NO-BREAK SPACE}maart\N{NO-BREAK SPACE}2020")
    assert client.post(address, moved | {"_reason": "Het was een jaar eerder."}).status_code == 302
    page = client.get(ADDRESS)
    assertContains(page, "1\N{NO-BREAK SPACE}maart\N{NO-BREAK SPACE}2020")
    assertContains(page, "Het was een jaar eerder.")


def test_what_nobody_could_read_asks_no_reason(client, secretary, zwolle):
    client.force_login(secretary)
    assertNotContains(client.get(f"/beheer/partners/partner/{zwolle.pk}/change/"), 'name="_reason"')


def test_what_an_example_says_is_not_listed(client, decision):
    Dossier.objects.update(is_example=True)
    Decision.objects.filter(pk=decision.pk).update(amount=99)
    assertContains(client.get(ADDRESS), "Er is nog niets rechtgezet.")


def test_the_list_names_columns_that_are_there():
    models = models_by_table()
    wrong = {
        (table, column)
        for table, kept in TABLES.items()
        for column in kept.corrected
        if column not in {one.column for one in models[table]._meta.concrete_fields}
    }
    assert wrong == set()
