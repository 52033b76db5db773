"""A partner that was merged: its bodies say so and lead to who came in their place, on pages and in open data."""

import csv
from datetime import date, time, timedelta
from io import BytesIO, StringIO

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Participation
from consultation.deciding.models import Decision, Dossier, Outcome, Track
from consultation.senders import senders
from partners.models import Body, Partner, Population, Term
from regiozwolle.following.tellings import partner_came
from results.models import Tariff
from results.money.contributions import contributions

YESTERDAY = timezone.localdate() - timedelta(days=1)
PAGE = "/partners/zwolle/raad/wat-kan-nog/"


@pytest.fixture
def merged(zwolle, dalfsen, council, other_council):
    """The council of Zwolle, which went up in Dalfsen yesterday."""
    zwolle.left_on, zwolle.succeeded_by = YESTERDAY, dalfsen
    zwolle.full_clean()
    zwolle.save()
    return Body.objects.get(pk=council.pk)


def test_the_page_of_a_body_that_ended_says_so_and_leads_to_its_successor(client, merged, open_consultation):
    page = client.get(PAGE)
    assertContains(page, "en is opgegaan in Dalfsen.")
    assertContains(page, '<a class="button" href="/partners/dalfsen/raad/wat-kan-nog/">')
    assertNotContains(page, open_consultation.title)
    assertContains(client.get("/partners/zwolle/"), '<a href="/partners/dalfsen/">Dalfsen</a>', html=True)
    assert client.get("/partners/zwolle/raad/kalender.ics").status_code == 200


def test_before_its_day_a_merger_is_told_as_one_that_is_to_come(client, zwolle, dalfsen):
    Partner.objects.filter(pk=zwolle.pk).update(left_on=YESTERDAY + timedelta(days=30), succeeded_by=dalfsen)
    for address, told, not_told in [
        ("/partners/zwolle/", ["Doet mee tot", "Gaat op in"], ["Deed mee tot", "Opgegaan in"]),
        ("/partners/dalfsen/", ["Hierin gaan op"], ["Hierin gingen op"]),
    ]:
        page = client.get(address)
        assert [words for words in told + not_told if f"<dt>{words}</dt>" in page.text] == told


def test_the_page_of_its_days_says_so_too(client, merged, clerk):
    client.force_login(clerk)
    assertContains(client.get("/partners/zwolle/raad/vergaderdagen/"), "en is opgegaan in Dalfsen.")


def test_without_a_successor_that_is_not_known(client, merged, zwolle):
    Partner.objects.filter(pk=zwolle.pk).update(succeeded_by=None)
    assertContains(client.get(PAGE), "Een opvolger is niet bekend.")


def test_the_last_successor_that_has_such_a_body_is_the_one(merged, dalfsen, overijssel):
    last = Partner.objects.create(slug="nieuw", name="Nieuw", kind="gemeente", province=overijssel)
    Partner.objects.filter(pk=dalfsen.pk).update(left_on=YESTERDAY, succeeded_by=last)
    assert merged.successor.partner == dalfsen
    council = Body.objects.create(partner=last, kind="raad", name="gemeenteraad van Nieuw")
    assert Body.objects.get(pk=merged.pk).successor == council


def test_nobody_succeeds_itself_or_without_having_left(merged, zwolle, dalfsen):
    dalfsen.left_on, dalfsen.succeeded_by = YESTERDAY, zwolle
    with pytest.raises(ValidationError, match="ook niet langs een omweg"):
        dalfsen.full_clean()
    dalfsen.left_on = None
    with pytest.raises(ValidationError, match="Vul ook in tot wanneer"):
        dalfsen.full_clean()
    with pytest.raises(IntegrityError, match="a_partner_with_a_successor_has_left"):
        Partner.objects.filter(pk=dalfsen.pk).update(succeeded_by=zwolle)


def test_a_successor_is_on_the_site(zwolle, overijssel):
    new = Partner.objects.create(slug="nieuw", name="Nieuw", kind="gemeente", province=overijssel, public_from=None)
    zwolle.left_on, zwolle.succeeded_by = YESTERDAY, new
    with pytest.raises(ValidationError, match="nog niet op de site"):
        zwolle.full_clean()


def rows(client, name):
    return list(csv.DictReader(StringIO(client.get(f"/open-data/{name}.csv").text), delimiter=";"))


def test_sittings_and_recesses_are_open_data_with_what_became_of_the_partner(client, merged, example_town, deck):
    merged.sittings.create(held_on=date(2027, 6, 10), starts_at=time(19, 30), source=deck, is_cancelled=True)
    merged.recesses.create(name="zomerreces", starts_on=date(2027, 7, 10), ends_on=date(2027, 8, 22))
    invented = Body.objects.create(partner=example_town, kind="raad", name="gemeenteraad van Voorbeeldstad")
    invented.sittings.create(held_on=date(2027, 6, 10))
    [sitting] = rows(client, "vergaderingen")
    assert (sitting["orgaan"], sitting["datum"], sitting["tijd"], sitting["vervalt"], sitting["opgegaan_in"]) == (
        "gemeenteraad van Zwolle",
        "2027-06-10",
        "19:30",
        "ja",
        "dalfsen",
    )
    [recess] = rows(client, "recessen")
    assert (recess["naam"], recess["van"], recess["tot_en_met"], recess["deed_mee_tot"]) == (
        "zomerreces",
        "2027-07-10",
        "2027-08-22",
        YESTERDAY.isoformat(),
    )
    assert client.get("/open-data/vergaderingen.json").json()["vergaderingen"][0]["tijd"] == "19:30"
    for form in ("xlsx", "ods"):
        assert client.get(f"/open-data/vergaderingen.{form}").status_code == 200
    book = load_workbook(BytesIO(client.get("/open-data/vergaderingen.xlsx").content))
    cells = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {"gemeenteraad van Zwolle", "19:30"} <= cells


# Which members decided


@pytest.mark.parametrize(
    ("decided_on", "date_text", "is_earlier"),
    [
        (date(2026, 3, 17), "", True),
        (date(2026, 4, 1), "", False),
        (date(2026, 1, 1), "2026", False),
        (date(2025, 12, 31), "", True),
    ],
)
def test_the_day_on_which_a_term_began_tells_who_decided(version, council, deck, decided_on, date_text, is_earlier):
    Term.objects.create(body=council, first_year=2022, last_year=2026, seats=39, source=deck)
    Term.objects.create(
        body=council, first_year=2026, last_year=2030, starts_on=date(2026, 4, 1), seats=39, source=deck
    )
    dossier = Dossier.objects.create(title="Agenda", slug="agenda", version=version, source=deck)
    track = Track.objects.create(dossier=dossier, body=council)
    decision = Decision.objects.create(
        track=track, outcome=Outcome.AGREED, decided_on=decided_on, date_text=date_text, source=deck
    )
    assert Track.objects.get().is_of_earlier_members(decision) is is_earlier


def test_a_term_begins_in_its_own_first_year(council, deck):
    term = Term(body=council, first_year=2026, last_year=2030, starts_on=date(2027, 4, 1), seats=39, source=deck)
    with pytest.raises(ValidationError, match="niet in het jaar waarin de periode begint"):
        term.full_clean()


def test_two_municipalities_are_one_from_1_january(client, clerk, zwolle, dalfsen, council, line, deck, agenda):
    """Who went up in another pays, takes part and speaks until then, and the other from then on."""
    year = agenda.first_year + 1
    merged_on = date(year, 1, 1)
    for partner, since in ((zwolle, None), (dalfsen, merged_on)):
        Participation.objects.create(partner=partner, element=line, starts_on=since, source=deck)
        Population.objects.create(partner=partner, reference_on=merged_on, count=1000, source=deck)
    for each in (year - 1, year):
        Tariff.objects.create(
            element=line, year=each, amount=2, payer="gemeente", inhabitants_on=merged_on, source=deck
        )
    assert senders(clerk)
    Partner.objects.filter(pk=zwolle.pk).update(left_on=merged_on, succeeded_by=dalfsen)
    paid = contributions(agenda, [line], tariffs=Tariff.objects.select_related("element"))
    assert [(row.year, row.partner) for row in paid.rows if row.year <= year] == [(year - 1, zwolle), (year, dalfsen)]
    assert list(Participation.objects.on(merged_on).values_list("partner__slug", flat=True)) == ["dalfsen"]
    clerk.refresh_from_db()
    assert (senders(clerk), bool(senders(clerk, merged_on - timedelta(days=1)))) == ([], True)
    last_day = f"Deed mee tot en met 31\N{NO-BREAK SPACE}december\N{NO-BREAK SPACE}{year - 1}"
    assertContains(client.get(line.get_absolute_url()), last_day)
    new = client.get("/partners/dalfsen/")
    assertContains(new, "Hierin gingen op")
    assertContains(new, '<a href="/partners/zwolle/">Zwolle</a>')
    [told] = partner_came(Partner.objects.get(pk=zwolle.pk), is_new=False)
    assert (told.sentence, told.address) == ("Zwolle is opgegaan in Dalfsen", "/partners/dalfsen/")
