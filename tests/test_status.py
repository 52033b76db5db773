"""Hoe staat een cijfer ervoor: the rule and its sum in words, what the editors set beside it, and what is put right."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from partners.models import Certainty, Source
from results.actions import corrections
from results.models import Correction, Direction, Indicator, IndicatorNature, Owner, StatusRule, StatusWord, Target
from results.status import computed_status, rule_in_words
from tests.reading import squeezed, visible

TODAY = date(2026, 7, 1)


@pytest.fixture
def houses(deck, goal):
    """A figure on a straight road from 0 on 1 January 2024 to 1.000 on 1 January 2028."""
    indicator = Indicator.objects.create(
        slug="woningen",
        name="Woningen",
        nature=IndicatorNature.PROMISED,
        sentence="woningen.",
        unit="woningen",
        direction=Direction.MORE,
        rule=StatusRule.PACE,
        message="Het gaat vooruit",
    )
    indicator.elements.add(goal)
    indicator.targets.create(
        value=1000, due_on=date(2028, 1, 1), baseline_value=0, baseline_on=date(2024, 1, 1), source=deck
    )
    return indicator


def measure(indicator, value, on=date(2026, 1, 1), **more):
    return indicator.measurements.create(
        value=value, reference_on=on, reference_text=str(on.year), source=Source.objects.first(), **more
    )


def status(indicator, today=TODAY):
    return computed_status(Indicator.objects.with_status().get(pk=indicator.pk), today=today)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1000, StatusWord.REACHED),
        (501, StatusWord.ON_COURSE),
        (451, StatusWord.ON_COURSE),
        (449, StatusWord.ATTENTION),
        (351, StatusWord.ATTENTION),
        (349, StatusWord.OFF_COURSE),
    ],
)
def test_the_pace_is_judged_against_a_straight_road(houses, value, word):
    measure(houses, value)
    assert status(houses).word == word


def test_less_can_be_better(houses):
    houses.direction = Direction.LESS
    houses.save()
    houses.targets.update(baseline_value=1000, value=0)
    measure(houses, 500)
    assert status(houses).word == StatusWord.ON_COURSE
    houses.measurements.update(value=900)
    assert status(houses).word == StatusWord.OFF_COURSE


def test_the_sum_behind_the_pace_is_told(houses):
    measure(houses, 400, qualifier="ruim")
    assert status(houses).because.replace("\N{NO-BREAK SPACE}", " ") == (
        "De weg gaat van 0 op 1 januari 2024 naar 1.000 op 1 januari 2028. "
        "Op 1 januari 2026 was daarvoor ongeveer 500 nodig. Gemeten is ruim 400."
    )
    assert "hoogstens 5% van de hele afstand achterloopt" in rule_in_words(houses)


@pytest.mark.parametrize(
    ("change", "because"),
    [
        ({"due_on": None}, "Er is geen doel met een datum en een beginwaarde."),
        ({"baseline_on": None, "baseline_value": None}, "Er is geen doel met een datum en een beginwaarde."),
        ({"baseline_on": date(2027, 1, 1)}, "De laatste meting is van voor de beginwaarde."),
        ({"baseline_value": 2000}, "Het doel ligt niet in de richting die beter is."),
    ],
)
def test_what_cannot_be_judged_is_undecided(houses, change, because):
    measure(houses, 400)
    houses.targets.update(**change)
    assert (status(houses).word, status(houses).because) == (StatusWord.UNDECIDED, because)


def test_without_a_measurement_it_is_not_yet_measured(houses):
    assert status(houses).word == StatusWord.UNMEASURED


def test_past_its_best_there_is_no_recent_value(houses):
    houses.keeps_for = 6
    houses.save()
    measure(houses, 1000)
    assert status(houses, date(2026, 7, 1)).word == StatusWord.REACHED
    assert status(houses, date(2026, 7, 2)).word == StatusWord.STALE
    because = status(houses, TODAY.replace(day=2)).because
    assert because == "De laatste meting is van 2026. Na 6\N{NO-BREAK SPACE}maanden noemen wij een meting te oud."


@pytest.mark.parametrize(
    ("before", "after", "direction", "word"),
    [
        (100, 106, Direction.MORE, StatusWord.BETTER),
        (100, 104, Direction.MORE, StatusWord.SAME),
        (100, 94, Direction.MORE, StatusWord.WORSE),
        (100, 94, Direction.LESS, StatusWord.BETTER),
        (-100, -94, Direction.MORE, StatusWord.BETTER),
        (0, 5, Direction.MORE, StatusWord.BETTER),
    ],
)
def test_a_figure_is_compared_with_the_one_before(houses, before, after, direction, word):
    Indicator.objects.update(rule=StatusRule.PREVIOUS, direction=direction)
    measure(houses, before, date(2025, 1, 1))
    measure(houses, after)
    assert status(houses).word == word


def test_what_was_counted_otherwise_is_not_compared(houses):
    Indicator.objects.update(rule=StatusRule.PREVIOUS)
    measure(houses, 100, date(2025, 1, 1))
    assert "geen eerdere meting" in status(houses).because
    measure(houses, 900, comparable=False)
    assert status(houses).word == StatusWord.UNDECIDED


def test_a_figure_without_a_rule_gets_no_judgement(client, helped):
    Indicator.objects.update(keeps_for=600)
    assert status(helped).word is None
    assert "Wij geven er geen oordeel over." in client.get("/resultaten/cijfers/naar-werk/").text


def test_what_the_editors_set_stands_beside_what_is_computed_until_it_ends(client, houses):
    today = timezone.localdate()
    measure(houses, 100, today - timedelta(days=10))
    override = houses.overrides.create(
        status=StatusWord.ON_COURSE, reason="De grootste wijk komt later.", set_by="Regiobureau", ends_on=today
    )
    page = client.get("/resultaten/cijfers/woningen/").text
    assert '<span class="cell agreed">Op koers</span>' in page
    assert '<span class="cell rejected">Niet op koers</span>' in page
    assert "Ingesteld door Regiobureau" in page
    assert "De grootste wijk komt later." in page
    houses.overrides.filter(pk=override.pk).update(
        starts_on=today - timedelta(days=9), ends_on=today - timedelta(days=1)
    )
    page = client.get("/resultaten/cijfers/woningen/").text
    assert "Ingesteld door" not in page
    assert "Niet op koers" in page


@pytest.mark.parametrize("missing", [{"reason": ""}, {"set_by": ""}, {"ends_on": date(2020, 1, 1)}])
def test_an_override_needs_a_reason_a_name_and_an_end_in_the_database_too(houses, missing):
    given = {"status": "op-koers", "reason": "x", "set_by": "y", "ends_on": timezone.localdate()} | missing
    with pytest.raises(IntegrityError), transaction.atomic():
        houses.overrides.create(**given)


def test_a_rule_needs_a_direction(houses):
    houses.direction = Direction.NEITHER
    with pytest.raises(ValidationError) as refused:
        houses.full_clean()
    assert "Kies welke richting beter is" in refused.value.message_dict["direction"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        houses.save()


def test_a_target_before_its_baseline_is_refused_at_its_field(houses, deck):
    target = Target(
        indicator=houses,
        value=5,
        due_on=date(2023, 1, 1),
        baseline_value=1,
        baseline_on=date(2024, 1, 1),
        source=deck,
    )
    with pytest.raises(ValidationError) as refused:
        target.full_clean()
    assert refused.value.message_dict["due_on"] == ["De streefwaarde ligt voor de beginwaarde. Kies een latere datum."]
    with pytest.raises(IntegrityError), transaction.atomic():
        target.save()


# The four dates, and what an owner is


def test_the_four_dates_are_told_apart(client, helped, zwolle):
    Source.objects.update(published_on=date(2023, 2, 3))
    latest = helped.measurements.first()
    latest.checked_on, latest.checked_by = date(2023, 4, 5), "secretariaat"
    latest.save()
    helped.next_expected_on, helped.keeps_for = date(2027, 6, 7), 12
    helped.owner = Owner.objects.create(partner=zwolle, role="adviseur")
    helped.save()
    page = squeezed(client.get("/resultaten/cijfers/naar-werk/").text).replace("\N{NO-BREAK SPACE}", " ")
    part = page.split('id="data"')[1].split("</section>")[0]
    terms = dict(re.findall(r"<dt>(?:<a[^>]*>)?([^<]+)(?:</a>)?</dt><dd>([^<]+)", part))
    assert terms == {
        "Peildatum": "begin 2023",
        "Bron gepubliceerd": "3 februari 2023",
        "Door ons gecontroleerd": "5 april 2023, door secretariaat",
        "Volgende waarde verwacht": "7 juni 2027",
    }
    assert "Was recent tot en met 1 januari 2024." in part
    assert "Adviseur, <a" in page


# Corrections


def test_a_corrected_value_stays_with_its_reason_on_a_public_list(client, helped, deck):
    first = helped.measurements.last()
    corrections.correct(measurement=first, qualifier="", value=Decimal(1450), reason="Dubbele telling.")
    first.refresh_from_db()
    assert (first.value, first.certainty) == (1450, Certainty.CORRECTED)
    for path in ("/resultaten/correcties/", "/resultaten/cijfers/naar-werk/"):
        page = client.get(path).text
        assert '<td class="number" data-label="Stond er"><del>1.400</del></td>' in page
        assert '<td class="number" data-label="Werd">1.450</td>' in page
        assert "Dubbele telling." in page


@pytest.mark.parametrize(("value", "reason"), [(1450, ""), (1450, "  "), (1400, "Niets veranderd.")])
def test_a_correction_needs_a_reason_and_a_change(helped, value, reason):
    first = helped.measurements.last()
    with pytest.raises(ValidationError):
        corrections.correct(measurement=first, qualifier="", value=Decimal(value), reason=reason)
    assert not Correction.objects.exists()
    assert helped.measurements.last().value == 1400


def form_of(page):
    """The fields of the form on a page of the desk, as a browser would send them."""
    form = page.context["adminform"].form
    values = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items() if value is not False}


def test_at_the_desk_a_value_changes_only_with_a_reason(client, secretary, helped):
    client.force_login(secretary)
    first = helped.measurements.last()
    path = f"/beheer/results/measurement/{first.pk}/change/"
    data = form_of(client.get(path)) | {"value": "1.450"}
    assert "Geef de reden" in client.post(path, data).text
    assert not Correction.objects.exists()
    assert client.post(path, data | {"reason": "Dubbele telling."}).status_code == 302
    correction = Correction.objects.get()
    assert (correction.old_value, correction.new_value, correction.reason) == (1400, 1450, "Dubbele telling.")
    assert helped.measurements.last().certainty == Certainty.CORRECTED


def test_at_the_desk_a_value_far_off_asks_whether_it_is_right(client, secretary, helped):
    client.force_login(secretary)
    first = helped.measurements.last()
    path = f"/beheer/results/measurement/{first.pk}/change/"
    data = form_of(client.get(path)) | {"value": "1.400.000", "reason": "x"}
    assert "Klopt de eenheid?" in client.post(path, data).text
    assert client.post(path, data | {"is_certain": "on"}).status_code == 302


@pytest.mark.parametrize("field", ["reference_on", "checked_on"])
def test_a_day_that_has_yet_to_come_is_refused_at_its_field(helped, field):
    first = helped.measurements.last()
    setattr(first, field, date(2062, 1, 1))
    first.checked_by = "x" if field == "checked_on" else ""
    with pytest.raises(ValidationError) as refused:
        first.full_clean()
    assert refused.value.message_dict[field] == [
        "1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2062 is nog niet geweest."
    ]


# The filter


@pytest.fixture
def various(houses, helped, growth, zwolle, deck):
    """A figure of a goal, a headline, and one that was measured for Zwolle."""
    measure(houses, 400)
    growth.measurements.create(
        scope="partner", partner=zwolle, value=1, reference_on=date(2020, 1, 1), reference_text="2020", source=deck
    )


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Woningen", "Inwoners naar werk", "Economische groei"}),
        ("lijn=RZ24-L1", {"Woningen"}),
        ("partner=zwolle", {"Economische groei"}),
        ("lijn=RZ24-L1&partner=zwolle", set()),
        ("lijn=bestaat-niet", {"Woningen", "Inwoners naar werk", "Economische groei"}),
    ],
)
@pytest.mark.parametrize("path", ["/resultaten/", "/resultaten/cijfers/"])
def test_figures_are_chosen_by_line_ambition_and_partner(client, various, path, query, shown):
    page = squeezed(client.get(f"{path}?{query}").text)
    names = ("Woningen", "Inwoners naar werk", "Economische groei")
    found = {name for name in names if f">: {name}</span>" in page or f">{name}</a>" in page}
    assert found == shown


def test_a_figure_is_found_at_once_by_a_word_or_by_what_it_says(client, various, helped):
    page = client.get("/resultaten/cijfers/")
    assert "Wij houden 3 cijfers bij:" in visible(page)
    folded = re.findall(r'<details id="(\w+)"( open)?>', page.text)
    assert [is_open for nature, is_open in folded] == [" open", *[""] * (len(folded) - 1)]
    natures = [str(nature.value) for nature in IndicatorNature]
    assert [nature for nature, _ in folded] == sorted((nature for nature, _ in folded), key=natures.index)
    found = client.get("/resultaten/cijfers/?q=WERK+inwoners")
    assert re.findall(r'<th scope="row"> *<a[^>]*>([^<]+)', squeezed(found.text)) == ["Inwoners naar werk"]
    assert "1 cijfer gevonden." in visible(found)
    assert "Geen cijfer past bij uw keuze." in visible(client.get("/resultaten/cijfers/?q=zeehond"))
    assert "Wij laten dit deel van uw keuze weg." in visible(client.get(f"/resultaten/cijfers/?q={'x' * 101}"))


def test_an_ambition_shows_what_contributes_to_it(client, various, goal, ambition):
    goal.serves.add(ambition, through_defaults={"reason": "x"})
    page = client.get("/resultaten/cijfers/?ambitie=RZ24-R3").text
    assert ">Woningen</a>" in page
    assert ">Inwoners naar werk</a>" not in page


@pytest.mark.parametrize(
    ("path", "target", "root"),
    [("/resultaten/", "figures", '<div id="figures">'), ("/resultaten/cijfers/", "figure-list", 'id="figure-list"')],
)
def test_the_filter_answers_with_its_piece(client, various, path, target, root):
    piece = client.get(f"{path}?lijn=RZ24-L1", headers={"HX-Request": "true", "HX-Target": target})
    assert "<h1" not in piece.text
    assert root in piece.text
    assert "HX-Target" in piece["Vary"]
    assert "Deze lijn bestaat niet." in client.get(f"{path}?lijn=x").text


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods", "json"])
def test_a_figure_can_be_taken_along(client, helped, form):
    answer = client.get(f"/resultaten/cijfers/naar-werk/download/{form}/")
    assert answer["Content-Disposition"] == f'attachment; filename="cijfer-naar-werk.{form}"'
    assert client.get("/resultaten/cijfers/naar-werk/download/exe/").status_code == 404


def test_a_download_holds_every_date(client, helped):
    rows = client.get("/resultaten/cijfers/naar-werk/download/csv/").content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("Peildatum;Tot en met;Peildatum in woorden;Gebied;Woord ervoor;Waarde;Eenheid;Zekerheid")
    assert rows[1].startswith("2023-01-01;;begin 2023;Regio Zwolle;meer dan;4500;inwoners")
    assert len(rows) == 4
