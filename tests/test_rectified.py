"""What everyone could read never changes or goes without a line on the site, by whatever route."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Milestone, Participation
from consultation.deciding.models import Decision, Dossier, Track
from partners.ground import history
from partners.ground.models import Change, SentForm
from partners.ground.templatetags.dutch import number
from partners.models import Certainty, Partner, Population, Source
from regiozwolle.history.rectifying import ON_A_PAGE
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import models_by_table
from results.actions.corrections import correct
from results.models import (
    AgreedMeasure,
    Correction,
    Funding,
    GoalWeight,
    Indicator,
    Measurement,
    Project,
    ProjectPhase,
    Target,
    Tariff,
)
from tests.filling import form_on, press, press_for_chosen, send

ADDRESS = "/resultaten/rechtgezet/"


@pytest.fixture
def decision(deck, council):
    dossier = Dossier.objects.create(slug="proef", title="Proefdossier", source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    return Decision.objects.create(
        track=track, outcome="ingestemd", decided_on=date(2024, 4, 1), amount=10, source=deck
    )


@pytest.fixture
def milestone(deck):
    return Milestone.objects.create(starts_on="2010-01-01", date_text="2010", title="De start", source=deck)


def test_an_amount_of_a_decision_that_changes_has_a_line_with_the_reason(client, decision):
    assertContains(client.get(ADDRESS), "Nog niets is gecorrigeerd.")
    with history.recorded("verbeterd", reason="De raad stuurde het juiste bedrag."):
        Decision.objects.filter(pk=decision.pk).update(amount="12.50")
    page = client.get(ADDRESS)
    assertContains(page, "<del>10</del>")
    assertContains(page, "<ins>12,5</ins>")
    assertContains(page, "De raad stuurde het juiste bedrag.")


def test_the_line_stays_when_its_row_is_gone_and_going_is_a_line_too(client, decision):
    with history.recorded("verbeterd", reason="Het was een ander besluit."):
        Decision.objects.filter(pk=decision.pk).update(outcome="tegen")
    with history.recorded("verwijderd", reason="Het was van een ander orgaan."):
        Decision.objects.all().delete()
    page = client.get(ADDRESS)
    assertContains(page, "Vervallen")
    assertContains(page, "<del>ingestemd</del>")
    assertContains(page, "Het was van een ander orgaan.")


def test_a_line_without_a_reason_says_so(client, helped):
    Measurement.objects.filter(value=1800).update(reference_text="halverwege 2022")
    assertContains(client.get(ADDRESS), "Geen reden opgeschreven.")


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


def test_a_form_that_lacks_its_reason_comes_back_each_time_with_all_that_was_typed(client, secretary, helped):
    measurement = Measurement.objects.first()
    client.force_login(secretary)
    address = f"/beheer/results/measurement/{measurement.pk}/change/"
    moved = {"reference_on": "1-3-2020", "note": "Zo getypt."}
    form = form_on(client.get(address))
    for _ in range(3):
        page = send(client, address, form, **moved)
        assertContains(page, "U wijzigt iets wat op de site staat.")
        form = form_on(page)
        assert form["note"] == "Zo getypt."
    assert not SentForm.objects.exists()
    assert send(client, address, form, _reason="Het was een jaar eerder.").status_code == 302
    measurement.refresh_from_db()
    assert (measurement.reference_on, measurement.note) == (date(2020, 3, 1), "Zo getypt.")
    assert SentForm.objects.count() == 1


def test_what_nobody_could_read_asks_no_reason(client, secretary, milestone):
    client.force_login(secretary)
    assertNotContains(client.get(f"/beheer/agenda/milestone/{milestone.pk}/change/"), 'name="_reason"')


def test_what_an_example_says_is_not_listed(client, decision):
    with history.recorded("gewijzigd", reason="Het is een voorbeeld."):
        Dossier.objects.update(is_example=True)
    Decision.objects.filter(pk=decision.pk).update(amount=99)
    assertContains(client.get(ADDRESS), "Nog niets is gecorrigeerd.")


# What says how firm a fact is, or explains it; it grows with each check, and says nothing else than the fact.
NOT_A_FACT = {"note", "certainty", "checked_on", "checked_by", "entered_as", "confirmed_on"} | {
    "debate_url",
    "debate_from",
}


@pytest.mark.parametrize(
    "model", [Measurement, Target, AgreedMeasure, Funding, Tariff, Decision, Participation, Population]
)
def test_all_that_a_page_prints_of_a_fact_is_put_right_in_the_open(model):
    columns = {one.column for one in model._meta.concrete_fields if not one.primary_key}
    told = set(TABLES[model._meta.db_table].corrected)
    assert columns - told - NOT_A_FACT == set(), "Add these to `corrected` in regiozwolle/history/tables.py."
    assert "source_id" in told


def put_right(obj, **values):
    with history.recorded("verbeterd", reason="Zo staat het in de bron."):
        type(obj)._base_manager.filter(pk=obj.pk).update(**values)


def test_each_of_them_has_a_line_with_what_it_said_and_the_reason(client, helped, deal, deck, decision, goal, zwolle):
    """A day, unit, source, target, amount, tariff, decision, role and number of people."""
    other = Source.objects.create(slug="ander", title="Jaarverslag")
    target = Target.objects.create(indicator=helped, value=5000, due_on=date(2030, 1, 1), source=deck)
    day = {"reference_on": date(2020, 1, 1), "reference_text": "2020"}
    funding = Funding.objects.create(programme=deal, funder="rijk", committed=5000, source=deck, **day)
    tariff = Tariff.objects.create(purpose="regio", year=2024, amount="1.80", source=deck)
    role = Participation.objects.create(partner=zwolle, element=goal, role="trekker", source=deck)
    people = Population.objects.create(partner=zwolle, reference_on=date(2024, 1, 1), count=130000, source=deck)
    measurement = helped.measurements.get(value=1800)
    for obj, values, was in [
        (measurement, {"reference_text": "medio 2021"}, measurement.reference_text),
        (measurement, {"source": other}, "Presentatie"),
        (helped, {"unit": "mensen"}, "inwoners"),
        (target, {"value": 200}, "5.000"),
        (funding, {"committed": 6000}, "5.000"),
        (tariff, {"amount": "2.10"}, "1,8"),
        (decision, {"outcome": "tegen"}, "ingestemd"),
        (role, {"role": "volger"}, "trekker"),
        (people, {"count": 131000}, "130.000"),
    ]:
        before = client.get(ADDRESS).text.count("Zo staat het in de bron.")
        put_right(obj, **values)
        page = client.get(ADDRESS).text
        assert page.count("Zo staat het in de bron.") == before + 1, values
        assert f"<del>{was}" in page, values


def test_it_also_stands_on_the_page_of_what_it_is_about(client, decision, goal, zwolle, deck):
    role = Participation.objects.create(partner=zwolle, element=goal, role="trekker", source=deck)
    track = reverse("track", args=[decision.track.dossier.slug, decision.track.body_id])
    pages = [track, decision.track.dossier.get_absolute_url(), goal.get_absolute_url()]
    assert not any("Wat hier is gecorrigeerd" in client.get(page).text for page in pages)
    put_right(decision, outcome="tegen")
    put_right(decision.track.dossier, title="Andere titel")
    put_right(role, role="volger")
    for page in pages:
        assertContains(client.get(page), "Zo staat het in de bron.")


def test_a_partner_and_a_project_tell_what_changed_there_also_unasked(client, deal, deck, goal, zwolle):
    project = Project.objects.create(slug="proef", name="Proefproject", programme=deal, status="bevestigd", source=deck)
    phase = ProjectPhase.objects.create(project=project, kind="uitvoering", starts_on=date(2024, 1, 1), source=deck)
    day = {"reference_on": date(2020, 1, 1), "reference_text": "2020"}
    paid = Funding.objects.create(project=project, funder="rijk", committed=5000, source=deck, **day)
    role = Participation.objects.create(partner=zwolle, element=goal, role="trekker", source=deck)
    for page in (zwolle.get_absolute_url(), project.get_absolute_url()):
        assertNotContains(client.get(page), "Wat hier is gewijzigd")
    Partner.objects.filter(pk=zwolle.pk).update(website="https://zwolle.example/")
    put_right(role, role="volger")
    ProjectPhase.objects.filter(pk=phase.pk).update(starts_on=date(2025, 1, 1))
    with history.recorded("verwijderd", reason="Dit geld ging elders heen."):
        paid.delete()
    page = client.get(zwolle.get_absolute_url())
    assertContains(page, "Wat hier is gewijzigd")
    assertContains(page, "https://zwolle.example/")
    assertContains(page, "<del>trekker</del>")
    page = client.get(project.get_absolute_url())
    assertContains(page, "<del>1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2024</del>")
    assertContains(page, "Dit geld ging elders heen.")
    listed = client.get(ADDRESS)
    assertContains(listed, "<del>trekker</del>")
    assertNotContains(listed, "https://zwolle.example/")


def test_a_page_tells_no_more_of_what_changed_than_one_reads(client, zwolle):
    for each in range(ON_A_PAGE + 3):
        Partner.objects.filter(pk=zwolle.pk).update(note=f"Stand {each:03}")
    page = client.get(zwolle.get_absolute_url())
    assert page.text.count('id="rechtgezet-') == ON_A_PAGE
    assert [f"</span>{last:03}<" in page.text for last in (ON_A_PAGE + 2, 1)] == [True, False]


def test_the_weight_of_a_goal_changes_in_the_open(client, goal):
    weight = GoalWeight.objects.create(element=goal, weight=2, reason="Weegt zwaar.")
    put_right(weight, weight=5)
    for page in (ADDRESS, goal.get_absolute_url()):
        assertContains(client.get(page), "<del>2</del>")


def test_the_list_names_columns_that_are_there():
    models = models_by_table()
    wrong = {
        (table, column)
        for table, kept in TABLES.items()
        for column in (*kept.corrected, *kept.retold)
        if column not in {one.column for one in models[table]._meta.concrete_fields}
    }
    assert wrong == set()


# What is put back, and what goes


def newest_change(obj):
    return Change.objects.filter(table_name=obj._meta.db_table, row_id=obj.pk).first()


def test_a_value_that_is_put_back_asks_why_and_is_a_correction_of_its_own(client, secretary, helped):
    measurement = Measurement.objects.first()
    old = measurement.value
    correct(measurement=measurement, qualifier=measurement.qualifier, value=old + 5, reason="Verteld.")
    client.force_login(secretary)
    for owner in (measurement, measurement.indicator):
        since = Change.objects.filter(table_name="results_measurement", after__has_key="value").first().pk
        address = f"/beheer/results/{owner._meta.model_name}/{owner.pk}/terugzetten/{since}/"
        page = press(client, address)
        assertContains(page, "Schrijf waarom: dit komt op de site te staan.")
        before = Measurement.objects.get(pk=measurement.pk).value
        press(client, address, {"reason": "De eerste telling klopte."})
        correction = Correction.objects.newest_first().first()
        measurement.refresh_from_db()
        assert (correction.old_value, correction.new_value) == (before, measurement.value)
        assert correction.reason == "De eerste telling klopte."
    # The correction by hand, the value put back, and that undone: none of them is ever taken away.
    assert measurement.value == old + 5
    assert measurement.certainty == Certainty.CORRECTED
    assert Correction.objects.count() == 3
    assertContains(client.get("/resultaten/correcties/"), "De eerste telling klopte.", count=2)


def test_a_day_that_is_put_back_has_a_line_with_the_reason(client, secretary, decision):
    with history.recorded("verbeterd", reason="Uit de lijst."):
        Decision.objects.filter(pk=decision.pk).update(decided_on=date(2024, 4, 2))
    client.force_login(secretary)
    address = f"/beheer/deciding/track/{decision.track_id}/terugzetten/{newest_change(decision).pk}/"
    assertContains(press(client, address, {"reason": " "}), "Schrijf waarom: dit komt op de site te staan.")
    decision.refresh_from_db()
    assert decision.decided_on == date(2024, 4, 2)
    press(client, address, {"reason": "De lijst had het mis."})
    decision.refresh_from_db()
    assert decision.decided_on == date(2024, 4, 1)
    assertContains(client.get(ADDRESS), "De lijst had het mis.")


def test_what_comes_back_out_of_the_bin_asks_why_and_has_a_line(client, secretary, helped):
    measurement = Measurement.objects.first()
    pk = measurement.pk
    with history.recorded("verwijderd", reason="Dubbel ingevoerd."):
        measurement.delete()
    gone = client.get(ADDRESS)
    assertContains(gone, "Vervallen")
    assertContains(gone, f"<del>{number(measurement.value)}</del>")
    assertContains(gone, "Dubbel ingevoerd.")
    client.force_login(secretary)
    change = Change.objects.get(table_name="results_measurement", row_id=pk, after__isnull=True)
    address = f"/beheer/verwijderd/{change.pk}/"
    assertContains(press(client, address), "Schrijf waarom: dit komt op de site te staan.")
    assert not Measurement.objects.filter(pk=pk).exists()
    press(client, address, {"reason": "Het was de goede."})
    assert Measurement.objects.filter(pk=pk).exists()
    back = client.get(ADDRESS)
    assertContains(back, "Teruggezet")
    assertContains(back, f"<ins>{number(measurement.value)}</ins>")
    assertContains(back, "Het was de goede.")


@pytest.fixture
def corrected(helped):
    measurement = helped.measurements.get(value=1800)
    correct(measurement=measurement, qualifier="", value=1750, reason="Dubbel geteld.")
    return Measurement.objects.get(pk=measurement.pk)


def test_a_correction_outlives_its_measurement_and_is_tied_to_it_when_that_is_back(client, secretary, corrected):
    client.force_login(secretary)
    figure, pk, key = corrected.indicator.get_absolute_url(), corrected.pk, Correction.objects.get().pk
    desk = f"/beheer/results/measurement/{pk}/delete/"
    assertContains(press(client, desk, {"post": "yes", "_reason": " "}), "U verwijdert iets wat op de site staat.")
    press(client, desk, {"post": "yes", "_reason": "De telling deugde niet."})
    assert not Measurement.objects.filter(pk=pk).exists()
    for address in (figure, "/resultaten/correcties/", f"/beheer/results/correction/{key}/change/"):
        assertContains(client.get(address), "Dubbel geteld.")
    assertContains(client.get("/resultaten/correcties/"), "(daarna verwijderd)")
    for address in (figure, ADDRESS):
        page = client.get(address)
        assertContains(page, "Vervallen")
        assertContains(page, "De telling deugde niet.")
    assert client.get(f"{figure}download/json/").status_code == 200
    change = Change.objects.get(table_name="results_measurement", row_id=pk, after__isnull=True)
    press(client, f"/beheer/verwijderd/{change.pk}/", {"reason": "Zij deugde toch."})
    assert Correction.objects.newest_first().get().measurement == Measurement.objects.get(pk=pk)
    assertNotContains(client.get("/resultaten/correcties/"), "(daarna verwijderd)")
    assertContains(client.get(figure), "Zij deugde toch.")


def test_a_correction_outlives_its_figure_too(client, secretary, corrected):
    client.force_login(secretary)
    with history.recorded("verwijderd", reason="Dit cijfer hoort hier niet."):
        Indicator.objects.get().delete()
    page = client.get("/resultaten/correcties/")
    assertContains(page, "Inwoners naar werk")
    assertContains(page, "Dubbel geteld.")
    assertContains(client.get("/beheer/results/correction/"), "Dubbel geteld.")
    assertContains(client.get(f"/beheer/results/correction/{Correction.objects.get().pk}/history/"), "Geschiedenis")


def test_a_value_that_is_corrected_has_one_line_on_each_list(client, corrected):
    for address in (ADDRESS, "/resultaten/correcties/", corrected.indicator.get_absolute_url()):
        assertContains(client.get(address), "Dubbel geteld.", count=1)


def test_what_everyone_could_read_is_not_deleted_without_a_reason(client, secretary, helped):
    """On the page of one thing and from a list, also when it goes along with something else."""
    measurement, kept = Measurement.objects.first(), Measurement.objects.count()
    client.force_login(secretary)
    address = f"/beheer/results/measurement/{measurement.pk}/delete/"
    assertContains(client.get(address), 'name="_reason"')
    assertContains(press(client, address, {"post": "yes", "_reason": " "}), "U verwijdert iets wat op de site staat.")
    chosen = {"action": "delete_selected", "_selected_action": measurement.pk}
    page = press_for_chosen(client, "/beheer/results/measurement/", chosen | {"post": "yes"})
    assertContains(page, "U verwijdert iets wat op de site staat.")
    whole = f"/beheer/results/indicator/{measurement.indicator_id}/delete/"
    assertContains(client.get(whole), 'name="_reason"')
    assert Measurement.objects.count() == kept
    assertNotContains(client.get(ADDRESS), "Vervallen")
    press(client, address, {"post": "yes", "_reason": "Stond er dubbel."})
    assert Measurement.objects.count() == kept - 1
    page = client.get(ADDRESS)
    assertContains(page, "Stond er dubbel.")
    assertNotContains(page, "Geen reden opgeschreven.")


def test_what_nobody_could_read_is_deleted_without_a_reason(client, secretary, milestone):
    client.force_login(secretary)
    address = f"/beheer/agenda/milestone/{milestone.pk}/delete/"
    assertNotContains(client.get(address), 'name="_reason"')
    press(client, address, {"post": "yes"})
    assert not Milestone.objects.exists()


def test_a_sheet_that_changes_an_amount_asks_why_before_it_is_kept(client, secretary, deal, deck):
    deal.fundings.create(funder="rijk", committed=5000, reference_on="2020-01-01", reference_text="2020", source=deck)
    client.force_login(secretary)
    address = "/beheer/results/funding/importeren/"
    head = "Programma;Van wie;Toegezegd;Datum;Datum in woorden;Bron"
    sheet = f"{head}\nregio-deal;rijk;6000;2020-01-01;2020;presentatie"
    page = client.post(address, {"sheet": SimpleUploadedFile("geld.csv", sheet.encode())})
    assertContains(page, 'name="_reason"')
    signed = page.context["signed"]
    assertContains(client.post(address, {"signed": signed}), "U wijzigt iets wat op de site staat.")
    assert deal.fundings.get().committed == 5000
    client.post(address, {"signed": signed, "_reason": "Het Rijk gaf meer."})
    assert deal.fundings.get().committed == 6000
    assertContains(client.get(ADDRESS), "Het Rijk gaf meer.")


def test_an_amount_that_changes_in_the_form_of_its_programme_is_one_line(client, secretary, deal, deck):
    day = {"reference_on": date(2020, 1, 1), "reference_text": "2020"}
    paid = Funding.objects.create(programme=deal, funder="rijk", committed=5000, source=deck, **day)
    client.force_login(secretary)
    address = f"/beheer/results/programme/{deal.pk}/change/?fundings={paid.pk}"
    changes = {"fundings-0-committed": "6000", "_reason": "Het Rijk gaf meer."}
    assert send(client, address, form_on(client.get(address)), **changes).status_code == 302
    found = Change.objects.filter(table_name="results_funding", before__isnull=False)
    assert [change.after for change in found] == [{"committed": 6000}]


@pytest.mark.parametrize("count", [1, 20])
def test_the_lists_cost_a_fixed_number_of_queries(client, secretary, decision, count, django_assert_num_queries):
    """Of rows that are there and of rows that went; what they are called by is read for all of them at once."""
    for each in range(count):
        for outcome in ("ingestemd", "tegen"):
            dossier = Dossier.objects.create(slug=f"{outcome}-{each}", title=f"Stuk {each}", source=decision.source)
            track = Track.objects.create(dossier=dossier, body=decision.track.body)
            made = Decision.objects.create(
                track=track, outcome=outcome, decided_on=date(2024, 4, 1), source=decision.source
            )
            with history.recorded("verbeterd", reason="Een typefout."):
                Decision.objects.filter(pk=made.pk).update(amount=each + 1)
            with history.recorded("verwijderd", reason="Dubbel."):
                made.delete() if outcome == "tegen" else None
    with django_assert_num_queries(8):
        assertContains(client.get(ADDRESS), f"Besluit Stuk {count - 1}: ")
    client.force_login(secretary)
    with django_assert_num_queries(9):
        assertContains(client.get("/beheer/verwijderd/"), f"Besluit Stuk {count - 1}: ", count=1)
