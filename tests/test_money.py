"""Money: what partners contribute and how that is computed, by whom programmes are paid, and what the desk refuses."""

import csv
import re
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from pytest_django.asserts import assertContains, assertInHTML

from agenda.models import Participation, ParticipationRole
from partners.models import Certainty, Partner, PartnerKind, Population
from results.models import Funder, Funding, Payer, Programme, Project, Tariff
from results.models.funding import NOT_NEGATIVE
from results.models.tariff import NOT_NEGATIVE as NO_LESS
from results.money.contributions import contributions
from tests.reading import visible

PAGE = "/resultaten/bijdragen/"


@pytest.fixture
def tariff(line, deck):
    """Municipalities pay € 1,80 per inhabitant for line 1 in 2024."""
    return Tariff.objects.create(
        element=line, year=2024, amount=Decimal("1.80"), inhabitants_on=date(2024, 1, 1), source=deck
    )


@pytest.fixture
def inhabitants(zwolle, dalfsen, deck):
    for partner, count in [(zwolle, 133_141), (dalfsen, 29_684)]:
        Population.objects.create(
            partner=partner, reference_on=date(2024, 1, 1), count=count, certainty=Certainty.PROVISIONAL, source=deck
        )


@pytest.fixture
def taking_part(line, zwolle, dalfsen, deck):
    for partner in (zwolle, dalfsen):
        Participation.objects.create(partner=partner, element=line, source=deck)


def computed(agenda, *elements):
    return contributions(agenda, list(elements), tariffs=list(Tariff.objects.for_contributions(agenda)))


def amounts(found, **choice):
    return {(row.partner.name, row.year): row.amount for row in found.narrowed(**choice)}


# How a contribution is computed


def test_a_contribution_is_the_tariff_times_the_inhabitants(agenda, line, tariff, inhabitants, taking_part):
    found = computed(agenda, line)
    assert amounts(found, year=2024) == {
        ("Dalfsen", 2024): Decimal("53431.20"),
        ("Zwolle", 2024): Decimal("239653.80"),
    }
    assert found.total.euros == Decimal("293085.00")
    assert (found.total.known, found.total.count) == (2, 10)
    calculation = found.narrowed(year=2024)[1].calculation
    assert calculation.replace("\N{NO-BREAK SPACE}", " ") == "€ 1,80 × 133.141 inwoners"


def test_a_year_without_a_tariff_is_unknown_and_no_zero(agenda, line, tariff, inhabitants, taking_part):
    found = computed(agenda, line)
    assert amounts(found, year=2025) == {("Dalfsen", 2025): None, ("Zwolle", 2025): None}
    assert found.narrowed(year=2025)[0].missing == "het tarief is nog niet bekend"
    assert [sum.text for year, sum in found.by_year][1:] == ["", "", "", ""]


def test_without_inhabitants_on_the_day_the_contribution_is_unknown(agenda, line, tariff, taking_part, zwolle, deck):
    Population.objects.create(partner=zwolle, reference_on=date(2023, 1, 1), count=132_000, source=deck)
    found = computed(agenda, line)
    assert amounts(found, year=2024) == {("Dalfsen", 2024): None, ("Zwolle", 2024): None}
    missing = found.narrowed(year=2024)[0].missing.replace("\N{NO-BREAK SPACE}", " ")
    assert missing == "het aantal inwoners op 1 januari 2024 is nog niet bekend"


def test_of_two_counts_on_one_day_the_definitive_one_is_used(agenda, line, tariff, taking_part, inhabitants, zwolle):
    other = Population.objects.get(partner=zwolle).source
    other.pk, other.slug = None, "cbs"
    other.save()
    Population.objects.create(
        partner=zwolle, reference_on=date(2024, 1, 1), count=133_000, certainty=Certainty.FINAL, source=other
    )
    assert amounts(computed(agenda, line), year=2024, partner="zwolle") == {("Zwolle", 2024): Decimal("239400.00")}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "years"),
    [
        (None, None, [2024, 2025, 2026, 2027, 2028]),
        (date(2025, 1, 1), None, [2025, 2026, 2027, 2028]),
        (date(2025, 1, 2), date(2027, 12, 31), [2026, 2027]),
        (None, date(2024, 1, 1), [2024]),
    ],
)
def test_who_takes_part_on_the_first_of_january_pays_for_that_year(
    agenda, line, zwolle, deck, starts_on, ends_on, years
):
    Participation.objects.create(partner=zwolle, element=line, starts_on=starts_on, ends_on=ends_on, source=deck)
    assert [row.year for row in computed(agenda, line).rows] == years


def test_who_follows_or_is_no_government_or_is_invented_does_not_pay(agenda, line, zwolle, dalfsen, deck, overijssel):
    Participation.objects.create(partner=zwolle, element=line, role=ParticipationRole.FOLLOWER, source=deck)
    school = Partner.objects.create(slug="school", name="School", kind=PartnerKind.EDUCATION)
    town = Partner.objects.create(
        slug="x", name="Verzonnen", kind=PartnerKind.MUNICIPALITY, province=overijssel, is_example=True
    )
    for partner in (school, town):
        Participation.objects.create(partner=partner, element=line, source=deck)
    assert computed(agenda, line).rows == []


def test_a_province_pays_its_own_tariff(agenda, line, tariff, overijssel, deck):
    Participation.objects.create(partner=overijssel, element=line, source=deck)
    Population.objects.create(partner=overijssel, reference_on=date(2024, 1, 1), count=1_000_000, source=deck)
    assert amounts(computed(agenda, line), year=2024) == {("Overijssel", 2024): None}
    Tariff.objects.create(
        element=line, year=2024, payer=Payer.PROVINCE, amount=Decimal("0.125"), inhabitants_on=date(2024, 1, 1),
        source=deck,
    )  # fmt: skip
    assert amounts(computed(agenda, line), year=2024) == {("Overijssel", 2024): Decimal("125000.00")}


def test_a_tariff_for_a_goal_is_paid_by_who_takes_part_in_its_line(
    agenda, line, goal, tariff, inhabitants, taking_part, deck
):
    Tariff.objects.create(element=goal, year=2024, amount=Decimal("0.10"), inhabitants_on=date(2024, 1, 1), source=deck)
    found = computed(agenda, line)
    assert [element.code for element in found.elements] == ["RZ24-L1", "RZ24-L1.2"]
    assert amounts(found, year=2024, element="RZ24-L1.2") == {
        ("Dalfsen", 2024): Decimal("2968.40"),
        ("Zwolle", 2024): Decimal("13314.10"),
    }


# Its page


def test_the_page_says_that_the_tariff_is_not_known(client, version, line, taking_part):
    page = client.get(PAGE)
    assertContains(page, "De bijdrage per inwoner is nog niet bekend.")
    assert "De 10 bijdragen van Dalfsen en Zwolle zijn nog niet te berekenen: het tarief is nog niet" in visible(page)
    assert "<table" not in page.text
    assertContains(page, "Bijdrage = tarief per inwoner × aantal inwoners op de peildatum.")
    assert "€" not in visible(page)


def test_the_page_shows_the_sum_and_the_rows_behind_it(client, version, line, tariff, inhabitants, taking_part):
    page = client.get(f"{PAGE}?jaar=2024")
    said = visible(page)
    assert "Samen € 293.085 in" in said
    assert "2 bijdragen, samen € 293.085 ." in said
    assert "Dalfsen Economie & Arbeidsmarkt 2024 € 1,80 × 29.684 inwoners € 53.431,20" in said
    assert "Zwolle Economie & Arbeidsmarkt 2024 € 1,80 × 133.141 inwoners € 239.653,80" in said
    assert "Inwoners op 1 januari 2024. Bron: Presentatie Samenwerken in Regio Zwolle" in said


def test_who_pays_an_unknown_amount_is_told_in_a_sentence_and_has_no_row(
    client, version, line, tariff, inhabitants, taking_part, zwolle
):
    Population.objects.filter(partner=zwolle).delete()
    page = client.get(f"{PAGE}?jaar=2024")
    said = visible(page)
    assert "2 bijdragen, samen € 53.431,20 voor zover bekend" in said
    assert (
        "De bijdrage van Zwolle is nog niet te berekenen: het aantal inwoners op 1 januari 2024 is nog niet bekend."
        in said
    )
    assert "Van Zwolle is nog geen bedrag bekend." in said
    assert re.findall(r'<th scope="row"><a href="/partners/([^/]+)/', page.text) == ["dalfsen"]


def test_the_rows_for_htmx_are_a_piece_of_the_page(client, version, line, tariff, inhabitants, taking_part):
    address = f"{PAGE}?jaar=alle&partner=zwolle"
    piece = client.get(address, headers={"HX-Request": "true", "HX-Target": "contributions"})
    assert piece.text.lstrip().startswith('<div id="contributions">')
    assert "5 bijdragen, samen € 239.653,80 voor zover bekend" in visible(piece)
    assertInHTML(piece.text, client.get(address).text)


@pytest.mark.parametrize(
    "query", ["?jaar=2062", "?jaar=%00", "?onderdeel=x&jaar=2024", "?partner=%FF", "?jaar=9" + "9" * 4000]
)
def test_a_choice_that_does_not_exist_is_told_and_left_out(
    client, version, line, tariff, inhabitants, taking_part, query
):
    page = client.get(PAGE + query)
    assertContains(page, "Wij laten dit deel van uw keuze weg.", count=1)
    assertContains(page, "Zwolle")


def test_the_contributions_to_an_unknown_agenda_are_not_found(client, version):
    assert client.get(f"{PAGE}bestaat-niet/").status_code == 404
    assert client.get(f"{PAGE}{version.agenda.slug}/").status_code == 200


def test_an_earlier_tariff_is_told_and_not_computed_with(client, version, line, taking_part, deck):
    Tariff.objects.create(purpose="Human Capital Agenda", year=2019, amount=Decimal("1.80"), source=deck)
    said = visible(client.get(PAGE))
    assert "Human Capital Agenda 2019 € 1,80 gemeenten" in said
    assert "De bijdrage per inwoner is nog niet bekend." in said


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_few_questions_for_few_and_many(
    client, version, line, tariff, inhabitants, taking_part, deck, overijssel, count, django_assert_num_queries
):
    for number in range(count):
        partner = Partner.objects.create(
            slug=f"p{number}", name=f"P{number}", kind=PartnerKind.MUNICIPALITY, province=overijssel
        )
        Participation.objects.create(partner=partner, element=line, source=deck)
        programme = Programme.objects.create(slug=f"g{number}", name=f"G{number}", source=deck)
        programme.elements.add(line)
        programme.fundings.create(
            funder=Funder.STATE, committed=1, reference_on=date(2024, 1, 1), reference_text="x", source=deck
        )
    with django_assert_num_queries(15):
        client.get(PAGE)


def test_the_contributions_are_a_file_in_which_the_unknown_is_empty(
    client, version, line, tariff, inhabitants, taking_part
):
    file = client.get(f"{PAGE}2024-2028/download/csv/")
    rows = list(csv.reader(StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    head, *rows = [row for row in rows if len(row) > 3]
    assert head[0] == "Partner"
    assert rows[0][:4] == ["Dalfsen", "Economie & Arbeidsmarkt", "RZ24-L1", "2024"]
    assert [Decimal(rows[0][place].replace(",", ".")) for place in (4, 5, 7)] == [
        Decimal("1.80"),
        29_684,
        Decimal("53431.20"),
    ]
    assert rows[2][3:] == ["2025", "", "", "", "", "het tarief is nog niet bekend"]
    assert len(rows) == 10
    for form in ("pdf", "xlsx", "ods", "json"):
        assert client.get(f"{PAGE}2024-2028/download/{form}/").status_code == 200
    assert client.get(f"{PAGE}2024-2028/download/exe/").status_code == 404


def test_all_money_of_a_programme_is_a_file(client, deal, deck):
    for counts in (True, False):
        deal.fundings.create(
            funder=Funder.TOTAL, committed=87_000_000, counts=counts, reference_on=date(2020, 6, 19),
            reference_text="x", source=deck,
        )  # fmt: skip
    Project.objects.get(slug="station").fundings.create(
        funder=Funder.STATE, reference_on=date(2020, 10, 13), reference_text="x", source=deck
    )
    rows = client.get("/resultaten/programmas/regio-deal/download/json/").json()["tabellen"][0]["rijen"]
    assert [(row["programma_of_project"], row["telt_mee"], row["toegezegd"]) for row in rows] == [
        ("Station Steenwijk", True, None),
        ("Regio Deal", True, 87_000_000),
        ("Regio Deal", False, 87_000_000),
    ]


def test_the_lists_of_the_desk_write_amounts_as_the_site_does(client, secretary, deal, tariff, deck):
    deal.fundings.create(
        funder=Funder.TOTAL, qualifier="ruim", committed=87_000_000, reference_on=date(2020, 6, 19),
        reference_text="x", source=deck,
    )  # fmt: skip
    client.force_login(secretary)
    page = client.get("/beheer/results/funding/").text
    assert '<td class="field-promised">ruim €\xa087\xa0miljoen</td><td class="field-paid">–</td>' in page
    assert '<td class="field-per_inhabitant">€\xa01,80</td>' in client.get("/beheer/results/tariff/").text


def test_the_money_of_an_invented_programme_says_so_in_its_file(client, deal):
    address = "/resultaten/programmas/regio-deal/download/csv/"
    assert 'filename="geld-regio-deal.csv"' in client.get(address).headers["Content-Disposition"]
    Programme.objects.update(is_example=True)
    assert 'filename="voorbeeld-geld-regio-deal.csv"' in client.get(address).headers["Content-Disposition"]


# What it draws from others


def test_the_leverage_of_the_agenda_needs_all_contributions(
    client, version, agenda, line, inhabitants, taking_part, deck
):
    deal = Programme.objects.create(slug="deal-2", name="Deal 2", starts_on=date(2024, 1, 1), source=deck)
    deal.elements.add(line)
    earlier = Programme.objects.create(slug="deal-1", name="Deal 1", starts_on=date(2020, 1, 1), source=deck)
    earlier.elements.add(line)
    for programme in (deal, earlier):
        programme.fundings.create(
            funder=Funder.STATE, committed=2_930_850, reference_on=date(2024, 1, 1), reference_text="x", source=deck
        )
    for year in range(2024, 2029):
        said = visible(client.get(PAGE))
        lacking = "nog niet bekend" if year == 2024 else "nog niet allemaal bekend"
        assert f"nog niet te berekenen , want onze bijdragen zijn {lacking}." in said
        Tariff.objects.create(
            element=line, year=year, amount=Decimal("1.80"), inhabitants_on=date(2024, 1, 1), source=deck
        )
    said = visible(client.get(PAGE))
    assert "Tegenover elke euro aan bijdragen staat € 2 van het Rijk." in said
    assert "Dat is € 2,93 miljoen van het Rijk, gedeeld door € 1.465.425 aan bijdragen." in said


def test_leverage_is_told_of_each_year_in_which_all_of_it_is_known(
    client, version, agenda, line, tariff, inhabitants, taking_part, deck
):
    deal = Programme.objects.create(slug="deal-2", name="Deal 2", starts_on=date(2024, 1, 1), source=deck)
    deal.elements.add(line)
    for year in (2024, 2025):
        deal.fundings.create(
            funder=Funder.STATE, year=year, committed=586_170, reference_on=date(2024, 1, 1), reference_text="x",
            source=deck,
        )  # fmt: skip
    said = visible(client.get(PAGE))
    assert "Per jaar: geld van anderen in dat jaar, gedeeld door alle bijdragen van dat jaar." in said
    assert "2024 € 293.085 € 586.170 Tegenover elke euro aan bijdragen staat € 2 van het Rijk." in said
    assert "2025 €" not in said  # of that year no tariff is known


def test_an_invented_programme_stands_in_no_list_and_says_that_it_is_one(client, deal, deck):
    Programme.objects.filter(pk=deal.pk).update(is_example=True)
    for path in ("/resultaten/", "/resultaten/zonder-cijfer/", "/zoeken/?q=deal"):
        assert deal.get_absolute_url() not in client.get(path).text
    assertContains(client.get(deal.get_absolute_url()), '<span class="badge">Voorbeeld</span>')


# What is refused, at the field and in the database


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"year": 2062}, "year", "Kies een jaar van 2000 tot en met 2050."),
        ({"amount": Decimal(-1)}, "amount", NO_LESS),
        ({"purpose": "Iets"}, "purpose", "Laat dit leeg: het onderdeel zegt al waarvoor het tarief is."),
        (
            {"inhabitants_on": None},
            "inhabitants_on",
            "Kies de peildatum van de inwoners. Zonder peildatum is de bijdrage niet te berekenen.",
        ),
        ({"element": None}, "element", "Kies een onderdeel, of schrijf waarvoor het tarief was."),
        ({}, "year", "Voor dit onderdeel, dit jaar en deze betaler is er al een tarief."),
    ],
)
def test_a_tariff_that_cannot_be_is_refused_at_its_field_and_in_the_database(
    line, tariff, deck, values, field, message
):
    known = {"element": line, "year": 2024, "amount": Decimal(1), "inhabitants_on": date(2024, 1, 1), "source": deck}
    wrong = Tariff(**{**known, **values})
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert refused.value.message_dict[field] == [message]
    with pytest.raises(IntegrityError):
        wrong.save()


@pytest.mark.parametrize(
    ("values", "field", "message"),
    [
        ({"year": 1962}, "year", "Kies een jaar van 2000 tot en met 2050."),
        ({"reference_on": date(2062, 1, 1)}, "reference_on", "Kies een jaar van 2000 tot en met 2050."),
        ({"committed": Decimal(-1)}, "committed", NOT_NEGATIVE),
        ({"spent": Decimal(-1)}, "spent", NOT_NEGATIVE),
    ],
)
def test_money_that_cannot_be_is_refused_at_its_field_and_in_the_database(deal, deck, values, field, message):
    known = {"programme": deal, "funder": Funder.STATE, "reference_on": date(2024, 1, 1), "reference_text": "2024"}
    wrong = Funding(**{**known, "source": deck, **values})
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert refused.value.message_dict[field] == [message]
    with pytest.raises(IntegrityError):
        wrong.save()


def test_of_one_source_one_amount_counts_per_year(deal, deck):
    known = {"funder": Funder.STATE, "reference_on": date(2024, 1, 1), "reference_text": "2024", "source": deck}
    deal.fundings.create(**known, year=2024, committed=10)
    deal.fundings.create(**known, year=2025, committed=10)
    deal.fundings.create(**known, year=2024, committed=11, counts=False)
    with pytest.raises(ValidationError, match="Van deze bron telt er in dit jaar al een bedrag mee."):
        Funding(programme=deal, **known, year=2024, committed=12).full_clean()
    with pytest.raises(IntegrityError):
        deal.fundings.create(**known, year=2024, committed=12)
