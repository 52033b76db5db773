"""The page of a programme: its lines, its projects as far as they are known, and its money."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertInHTML

from results.models import (
    Funder,
    Programme,
    Project,
    ProjectStatus,
)
from tests.reading import section_under, words


@pytest.mark.parametrize(
    ("total", "confirmed", "presumed", "said"),
    [
        (
            18,
            9,
            2,
            "11 van de 18 projecten zijn met naam bekend: 9 bevestigd en 2 niet bevestigd. De overige 7 nog niet.",
        ),
        (18, 18, 0, "18 projecten met naam bekend."),
        (9, 1, 0, "1 van de 9 projecten is met naam bekend. De overige 8 nog niet."),
        (3, 0, 0, "Van geen van de 3 projecten is de naam bekend."),
        (None, 1, 0, "1 project met naam bekend. Hoeveel het er in totaal zijn, is nog niet bekend."),
        (None, 0, 0, "Welke projecten er zijn, is nog niet bekend."),
        (1, 2, 0, "2 projecten met naam bekend."),
    ],
)
def test_a_programme_counts_the_projects_that_are_known_by_name(client, deck, total, confirmed, presumed, said):
    programme = Programme.objects.create(slug="deal", name="Deal", project_count=total, source=deck)
    line = programme.lines.create(slug="lijn", name="Lijn", source=deck)
    statuses = [ProjectStatus.CONFIRMED] * confirmed + [ProjectStatus.PRESUMED] * presumed
    for number, status in enumerate(statuses):
        Project.objects.create(
            slug=f"p{number}",
            name=f"Project {number}",
            status=status,
            programme=line if number % 2 else programme,
            source=deck,
        )
    page = client.get("/resultaten/programmas/deal/").text
    assert said in words(page).replace(" .", ".")
    assert len(re.findall(r'<h3><a href="/resultaten/projecten/', page)) == confirmed + presumed


def test_a_part_of_a_project_does_not_count_as_a_project(deal, deck):
    campus = Project.objects.get(slug="climate-campus")
    campus.parts.create(slug="deel", name="Deel", programme=campus.programme, status="bevestigd", source=deck)
    counted = Programme.objects.with_project_counts().get(pk=deal.pk)
    assert (counted.confirmed, counted.presumed, counted.named, counted.unnamed) == (1, 1, 2, 2)


def test_projects_stand_under_their_line_of_action(client, deal, taking_part):
    page = client.get("/resultaten/programmas/regio-deal/").text
    part = section_under(page, "<a[^>]+>Aan de slag met klimaat</a>")
    assert "Climate Campus" in part
    assert '<span class="badge">Niet bevestigd</span> Trekker: Dalfsen (vermoedelijk).' in part
    assert part.count("Niet bevestigd") == 1


def test_a_line_of_action_has_a_page_that_leads_back(client, deal):
    page = client.get("/resultaten/programmas/klimaat/").text
    assertInHTML('<li><a href="/resultaten/programmas/regio-deal/">Regio Deal</a></li>', page)
    assert "Onderdeel van Regio Deal" in page
    assert "De bronnen verdelen ze niet over de onderdelen." in page


def test_conflicting_totals_stand_side_by_side_and_an_unknown_amount_is_no_zero(client, deal, deck):
    for year, qualifier, amount in [(2020, "ruim", 87_000_000), (2023, "zo’n", 90_000_000), (2024, "", None)]:
        deal.fundings.create(
            funder=Funder.TOTAL,
            counts=year == 2023,
            qualifier=qualifier,
            committed=amount,
            reference_on=date(year, 1, 1),
            reference_text=str(year),
            source=deck,
        )
    deal.fundings.create(
        funder=Funder.STATE,
        committed=22_500_000,
        spent=0,
        reference_on=date(2020, 1, 1),
        reference_text="2020",
        source=deck,
    )
    page = client.get("/resultaten/programmas/regio-deal/").text.replace("\N{NO-BREAK SPACE}", " ")
    assert page.count("<p>Van € 22,5 miljoen weten wij wie betaalt. Het totaal is zo’n € 90 miljoen.</p>") == 1
    money = section_under(page, "Geld")
    _, said = money.split("Wat de bronnen noemen")
    payers, totals = said.split("Het totaal volgens de bronnen")
    unknown = '<span class="unknown">nog niet bekend</span>'
    assert re.findall(r'data-label="Toegezegd">(.*?)</td>', totals) == [
        unknown,
        "zo’n € 90 miljoen",
        "ruim € 87 miljoen",
    ]
    assert re.findall(r'data-label="Toegezegd">(.*?)</td>', payers) == ["€ 22,5 miljoen"]
    assert re.findall(r'data-label="Besteed"><span>(.*?)</span></td>', payers) == ["€ 0"]
    assert re.findall(r'data-label="Besteed"><span>(.*?)</span></td>', totals) == [unknown] * 3


def test_a_programme_without_projects_leads_to_those_on_the_same_part_of_the_agenda(client, deal, goal, deck):
    Project.objects.get(slug="climate-campus").elements.add(goal)
    alone = Programme.objects.create(slug="hca", name="Human Capital Agenda", source=deck)
    said = "Uit een ander programma, bij hetzelfde onderdeel van de agenda:"
    assert said not in client.get("/resultaten/programmas/hca/").text
    for programme in (alone, deal):
        programme.elements.add(goal)
    page = client.get("/resultaten/programmas/hca/").text
    assert said in page
    assert '<a href="/resultaten/projecten/climate-campus/">' in page
    assert "Station Steenwijk" not in page
    assert said not in client.get("/resultaten/programmas/regio-deal/").text


def test_programmes_have_two_levels(deal, deck):
    line = deal.lines.get()
    with pytest.raises(ValidationError, match="heeft zelf geen onderdelen"):
        Programme(slug="x", name="X", parent=line, source=deck).full_clean()
    deal.parent = Programme.objects.create(slug="y", name="Y", source=deck)
    with pytest.raises(ValidationError, match="heeft zelf geen onderdelen"):
        deal.full_clean()


def test_a_project_and_its_parts_have_two_levels_in_one_programme(deal, deck):
    campus, station = Project.objects.order_by("slug")
    station.parent = campus
    station.full_clean()
    station.save()
    deeper = Project(slug="x", name="X", programme=campus.programme, parent=station, status="bevestigd", source=deck)
    with pytest.raises(ValidationError, match="heeft zelf geen deelprojecten"):
        deeper.full_clean()
    station.programme = deal
    with pytest.raises(ValidationError, match="hoort bij hetzelfde programma"):
        station.full_clean()
