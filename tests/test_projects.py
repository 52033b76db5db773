"""Projects as a list, a table and a map, with phases, parts, places and results; and the desk that enters them."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertInHTML

from results.models import (
    Funder,
    Funding,
    PhaseKind,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectRole,
    ProjectStage,
    Tariff,
)
from tests.reading import section_under, squeezed

PAGE = "/resultaten/projecten/"
TODAY = date(2026, 11, 23)


@pytest.fixture
def climate(deal):
    return Project.objects.get(slug="climate-campus")


@pytest.fixture
def station(deal):
    return Project.objects.get(slug="station")


def phase(project, kind, starts_on=None, ends_on=None):
    return project.phases.create(kind=kind, starts_on=starts_on, ends_on=ends_on, source=project.source)


def stage(project, on=TODAY):
    return Project.objects.with_stage(on).get(pk=project.pk).stage


# The stage follows from dated phases


def test_a_project_is_in_the_last_phase_that_the_day_lies_in(climate):
    phase(climate, PhaseKind.PREPARATION, date(2025, 1, 1), date(2026, 12, 31))
    phase(climate, PhaseKind.EXECUTION, date(2026, 6, 1))
    assert stage(climate, date(2025, 6, 1)) == ProjectStage.PREPARATION
    assert stage(climate, date(2026, 6, 1)) == ProjectStage.EXECUTION
    assert stage(climate, date(2024, 12, 31)) == ProjectStage.COMING


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "expected"),
    [
        (None, None, ProjectStage.UNKNOWN),
        (None, date(2025, 12, 31), ProjectStage.OVER),
        (None, TODAY, ProjectStage.EXECUTION),
        (TODAY, None, ProjectStage.EXECUTION),
        (TODAY - timedelta(days=365), None, ProjectStage.EXECUTION),
        (TODAY - timedelta(days=366), None, ProjectStage.BEGUN),
        (date(2020, 1, 1), date(2023, 12, 31), ProjectStage.OVER),
        (date(2027, 1, 1), None, ProjectStage.COMING),
    ],
)
def test_the_stage_is_told_as_far_as_the_dates_are_known(climate, station, starts_on, ends_on, expected):
    phase(climate, PhaseKind.EXECUTION, starts_on, ends_on)
    assert stage(climate) == expected
    assert stage(station) == ProjectStage.UNKNOWN


def test_what_is_in_use_stays_so(climate):
    phase(climate, PhaseKind.USE, date(2020, 1, 1), None)
    assert stage(climate) == ProjectStage.USE


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "field", "message"),
    [
        (date(2026, 1, 1), date(2025, 1, 1), "ends_on", "Het einde ligt voor het begin."),
        (date(2062, 1, 1), None, "starts_on", "Kies een jaar van 2000 tot en met 2050."),
        (None, date(1926, 1, 1), "ends_on", "Kies een jaar van 2000 tot en met 2050."),
    ],
)
def test_a_phase_that_cannot_be_is_refused_at_its_field_and_in_the_database(
    climate, starts_on, ends_on, field, message
):
    wrong = ProjectPhase(
        project=climate, kind=PhaseKind.EXECUTION, starts_on=starts_on, ends_on=ends_on, source=climate.source
    )
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert refused.value.message_dict[field] == [message]
    with pytest.raises(IntegrityError):
        wrong.save()


# The list


@pytest.fixture
def placed(climate, station, zwolle, dalfsen, line):
    """Climate Campus lies in Zwolle and in Dalfsen, is carried out and belongs to line 1; of the station no place."""
    for partner in (zwolle, dalfsen):
        ProjectPartner.objects.create(project=climate, partner=partner, role=ProjectRole.LOCATION)
    ProjectPartner.objects.create(project=station, partner=dalfsen, role=ProjectRole.LEAD)
    phase(climate, PhaseKind.EXECUTION, date(2020, 1, 1), date(2049, 12, 31))
    climate.elements.add(line)
    return climate


def listed(page):
    return re.findall(r'href="/resultaten/projecten/[a-z0-9-]+/">([^<]+)</a>', page.text)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?fase=uitvoering", ["Climate Campus"]),
        ("?fase=onbekend", ["Station Steenwijk"]),
        ("?lijn=RZ24-L1", ["Climate Campus"]),
        ("?partner=zwolle", ["Climate Campus"]),
        ("?partner=dalfsen", ["Climate Campus", "Station Steenwijk"]),
        ("?partner=dalfsen&fase=onbekend&programma=regio-deal", ["Station Steenwijk"]),
        ("?fase=voorbij", []),
    ],
)
@pytest.mark.parametrize("shape", ["", "&weergave=tabel"])
def test_projects_are_chosen_by_programme_line_partner_and_phase(client, placed, query, names, shape):
    assert listed(client.get(f"{PAGE}{query}{shape}")) == names


def test_a_goal_under_a_line_counts_for_that_line(client, station, goal):
    station.elements.add(goal)
    assert listed(client.get(f"{PAGE}?lijn=RZ24-L1")) == ["Station Steenwijk"]


def test_the_table_tells_of_each_what_is_known_and_what_is_not(client, placed):
    page = client.get(f"{PAGE}?weergave=tabel")
    assert re.findall(r'data-label="Gemeente"><span>(.*?)</span>(?:</span>)?</td>', squeezed(page.text)) == [
        "Dalfsen en Zwolle",
        '<span class="unknown">nog niet bekend',
    ]
    assertContains(page, '<td data-label="Fase"><span>in uitvoering</span></td>', html=True)
    assertContains(
        page, '<td data-label="Fase"><span><span class="unknown">nog niet bekend</span></span></td>', html=True
    )


def test_the_map_points_out_where_projects_lie_and_the_list_says_the_same(client, placed):
    page = client.get(f"{PAGE}?weergave=kaart")
    drawn = re.findall(r'<a class="filled" href="([^"]+)" aria-label="([^"]+)"', page.text)
    assert {(url, name.replace("\N{NO-BREAK SPACE}", " ")) for url, name in drawn} == {
        ("/partners/dalfsen/", "Dalfsen: 1 project"),
        ("/partners/zwolle/", "Zwolle: 1 project"),
    }
    assertInHTML('<a href="?partner=zwolle">Zwolle</a>', page.text)
    assertContains(page, "Van 1\N{NO-BREAK SPACE}project is bekend in welke gemeente het ligt.")


def test_in_time_a_bar_is_full_between_two_days_and_without_a_day_it_is_counted(client, placed):
    part = section_under(client.get(f"{PAGE}?weergave=tijd").text, "Wanneer zijn ze\\?")
    assert re.findall(r'<rect class="(\w+)"', part) == ["solid"]
    assert "Van 1\N{NO-BREAK SPACE}project is" in part


def test_the_ways_to_show_projects_are_links_of_which_one_is_current(client, placed):
    page = squeezed(client.get(f"{PAGE}?partner=dalfsen&weergave=tabel").text)
    tabs = re.search(r'<nav class="tabs".*?</nav>', page)[0]
    assert re.findall(r'<a href="([^"]*)"( aria-current="true")?>([^<]+)</a>', tabs) == [
        ("?partner=dalfsen", "", "Lijst"),
        ("?partner=dalfsen&amp;weergave=tabel", ' aria-current="true"', "Tabel"),
        ("?partner=dalfsen&amp;weergave=kaart", "", "Kaart"),
        ("?partner=dalfsen&amp;weergave=tijd", "", "In de tijd"),
    ]


def test_a_map_without_places_says_so(client, climate):
    assertContains(client.get(f"{PAGE}?weergave=kaart"), "Van geen project is bekend in welke gemeente het ligt.")


def test_what_is_not_known_by_name_is_counted(client, deal):
    page = client.get(PAGE).text.replace("\N{NO-BREAK SPACE}", " ")
    assertInHTML(
        '<p><a href="/resultaten/programmas/regio-deal/">Regio Deal</a>: 2 van de 4 projecten '
        '<span class="unknown">nog niet met naam bekend</span>.</p>',
        page,
    )


def test_a_long_list_is_shown_in_pages_that_keep_the_choice(client, deal, deck):
    for number in range(60):
        Project.objects.create(
            slug=f"p{number}", name=f"Project {number:02}", programme=deal, status="bevestigd", source=deck
        )
    first, second = client.get(f"{PAGE}?programma=regio-deal"), client.get(f"{PAGE}?programma=regio-deal&pagina=2")
    assert (len(listed(first)), len(listed(second))) == (50, 12)
    assert not set(listed(first)) & set(listed(second))
    assertContains(first, '<a href="?programma=regio-deal&amp;pagina=2">Volgende</a>')
    for nonsense in ("0", "-1", "x", "9" * 5000, "%00"):
        assert client.get(f"{PAGE}?pagina={nonsense}").status_code == 200


def test_a_programme_leaves_what_is_too_much_for_its_page_to_the_list(client, deal, deck):
    for number in range(99):
        Project.objects.create(
            slug=f"p{number}", name=f"Project {number:02}", programme=deal, status="bevestigd", source=deck
        )
    page = client.get("/resultaten/programmas/regio-deal/").text.replace("\N{NO-BREAK SPACE}", " ")
    assert page.count("<h3><a href=") == 100
    assertInHTML('<a href="/resultaten/projecten/?programma=regio-deal">Bekijk alle 101 projecten</a>', page)


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("shape", "queries"), [("", 8), ("tabel", 8), ("kaart", 7), ("tijd", 7)])
def test_the_list_costs_the_same_however_long(
    client, placed, deck, zwolle, count, shape, queries, django_assert_num_queries
):
    for number in range(count):
        project = Project.objects.create(
            slug=f"p{number}", name="P", programme=placed.programme, status="bevestigd", source=deck
        )
        ProjectPartner.objects.create(project=project, partner=zwolle, role=ProjectRole.LOCATION)
    with django_assert_num_queries(queries):
        client.get(f"{PAGE}?weergave={shape}")


def test_what_fits_the_filter_is_a_file_with_its_parts(client, placed, station, deck):
    placed.parts.create(slug="deel", name="Deel", programme=placed.programme, status="bevestigd", source=deck)
    rows = client.get(f"{PAGE}download/json/?programma=regio-deal").json()["tabellen"][0]["rijen"]
    assert {row["project"]: (row["deelproject_van"], row["fase"], row["gemeenten"]) for row in rows} == {
        "Climate Campus": (None, "in uitvoering", "Dalfsen, Zwolle"),
        "Deel": ("Climate Campus", None, None),
        "Station Steenwijk": (None, None, None),
    }
    assert len(client.get(f"{PAGE}download/json/?fase=uitvoering").json()["tabellen"][0]["rijen"]) == 1
    assert client.get(f"{PAGE}download/exe/").status_code == 404


# The page of a project


def test_a_project_tells_phases_parts_results_and_place(client, placed, helped, deck):
    placed.results.create(nature="bereikt", text="Tien proeven", attribution="lokaal", indicator=helped, source=deck)
    Project.objects.filter(pk=placed.pk).update(part_count=23)
    placed.parts.create(slug="deel", name="Deel", programme=placed.programme, status="bevestigd", source=deck)
    page = client.get("/resultaten/projecten/climate-campus/")
    text = page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "<title>Climate Campus, project – " in text  # a partner may have the same name
    assertInHTML("<dt>Fase nu</dt><dd>In uitvoering</dd>", text)
    assertInHTML('<td data-label="Van">1 januari 2020</td>', text)
    assertInHTML('<td data-label="Van wie">Lokaal</td>', text)
    assertInHTML('<a href="/resultaten/cijfers/naar-werk/">Inwoners naar werk</a>', text)
    assertInHTML("<p>Van de 23 deelprojecten is er 1 met naam bekend.</p>", text)
    assertInHTML('<p>In <a href="/partners/dalfsen/">Dalfsen</a>, <a href="/partners/zwolle/">Zwolle</a>.</p>', text)


# The list and the page of one project


def named(response):
    return re.findall(r'<h3><a href="/resultaten/projecten/[^"]+">([^<]+)</a></h3>', response.text)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Climate Campus", "Station Steenwijk"]),
        ("?programma=regio-deal", ["Climate Campus", "Station Steenwijk"]),
        ("?programma=klimaat&partner=zwolle", ["Climate Campus"]),
        ("?partner=dalfsen", ["Climate Campus", "Station Steenwijk"]),
    ],
)
def test_projects_are_chosen_by_programme_and_partner(client, taking_part, query, names):
    assert named(client.get(PAGE + query)) == names


def test_a_choice_that_fits_nothing_says_what_to_do(client, taking_part, deck, zwolle):
    other = Programme.objects.create(slug="anders", name="Anders", source=deck)
    Project.objects.create(slug="iets", name="Iets", programme=other, status="bevestigd", source=deck)
    page = client.get(f"{PAGE}?programma=anders&partner=zwolle")
    assert named(page) == []
    assertContains(page, "Geen project past bij uw keuze.")
    assertContains(page, 'href="/resultaten/projecten/">Toon alle projecten')


@pytest.mark.parametrize(
    "query",
    ["?programma=onzin", "?partner=%00", "?partner=%FF%FE", "?programma=" + "9" * 5000, "?partner[]=x&partner=1e400"],
)
def test_a_choice_that_does_not_exist_is_told_and_left_out(client, taking_part, query):
    page = client.get(PAGE + query)
    assert named(page) == ["Climate Campus", "Station Steenwijk"]
    assertContains(page, "Wij laten dit deel van uw keuze weg.", count=1)


def test_the_list_for_htmx_is_a_piece_of_its_page(client, taking_part):
    page = client.get(f"{PAGE}?partner=zwolle")
    piece = client.get(f"{PAGE}?partner=zwolle", headers={"HX-Request": "true", "HX-Target": "projects"})
    assertInHTML(piece.text, page.text)
    assert piece.text.lstrip().startswith('<div id="projects">')
    assert "HX-Target" in page["Vary"]


def test_the_filter_remembers_what_was_chosen(client, taking_part):
    page = client.get(f"{PAGE}?programma=klimaat&partner=zwolle")
    assertContains(page, '<option value="klimaat" selected>Aan de slag met klimaat</option>', html=True)
    assertContains(page, '<option value="zwolle" selected>Zwolle</option>', html=True)


def test_without_projects_the_list_says_so(client, db):
    assertContains(client.get(PAGE), "Er zijn nog geen projecten met naam bekend.")


def test_a_project_tells_its_partners_by_role_the_leader_first(client, taking_part, goal, deck):
    taking_part.elements.add(goal)
    page = squeezed(client.get("/resultaten/projecten/climate-campus/").text)
    part = section_under(page, "Wie doet mee\\?")
    assert re.findall(r"<dt>([^<]+)</dt><dd><p><a [^>]+>([^<]+)", part) == [
        ("Trekker", "Zwolle"),
        ("Partner", "Dalfsen"),
    ]
    assert "Niet bevestigd" not in page
    assert 'Hoeveel geld hiervoor is, is <span class="unknown">nog niet bekend</span>.' in page
    assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Opgave 1.2: Toekomstbestendige arbeidsmarkt</a>', page)


def test_a_project_that_is_not_confirmed_says_so(client, deal):
    page = squeezed(client.get("/resultaten/projecten/station/").text)
    assert '<span class="badge">Niet bevestigd</span> Geen bron bevestigt dat dit project bij Regio Deal hoort.' in page
    assert '<dt>Trekker</dt><dd><span class="unknown">nog niet bekend</span></dd>' in page
    assert '<dt>Periode</dt><dd><span class="unknown">nog niet bekend</span></dd>' in page


# The desk


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def form(programme, *rows):
    """What the desk's form of `programme` sends, with fundings as dictionaries."""
    data = {
        "name": programme.name,
        "slug": programme.slug,
        "position": "0",
        "source": programme.source_id,
        "_reason": "Nagerekend.",
        **{f"{prefix}-{part}_FORMS": "0" for prefix in ("lines", "projects") for part in ("TOTAL", "INITIAL")},
        "fundings-TOTAL_FORMS": str(len(rows)),
        "fundings-INITIAL_FORMS": str(sum("id" in row for row in rows)),
    }
    for number, row in enumerate(rows):
        known = {
            "funder": "rijk",
            "reference_on": "01-01-2024",
            "reference_text": "2024",
            "source": programme.source_id,
        }
        data |= {f"fundings-{number}-{name}": value for name, value in {**known, **row}.items()}
    return data


@pytest.fixture
def alone(deck):
    return Programme.objects.create(slug="alleen", name="Alleen", source=deck)


def save(desk, programme, *rows):
    address = reverse("admin:results_programme_change", args=[programme.pk])
    return desk.post(address, form(programme, *rows), follow=True)


def test_the_desk_reads_dutch_amounts_and_keeps_them(desk, alone):
    save(desk, alone, {"committed": "1.234,50", "spent": "0", "year": "2024", "counts": "on"})
    assert list(alone.fundings.values_list("committed", "spent", "year", "counts")) == [
        (Decimal("1234.50"), 0, 2024, True)
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"committed": "1,234.50"}, "Schrijf een komma voor decimalen en een punt voor duizendtallen"),
        ({"committed": "-1"}, "Een bedrag is niet minder dan 0. Is het niet bekend, laat het dan leeg."),
        ({"year": "2062"}, "Kies een jaar van 2000 tot en met 2050."),
        ({"reference_on": "01-01-2062"}, "Kies een jaar van 2000 tot en met 2050."),
        ({"reference_on": "31-12-2049"}, "Deze datum ligt in de toekomst."),
    ],
)
def test_the_desk_refuses_money_that_cannot_be_and_says_why(desk, alone, row, message):
    assertContains(save(desk, alone, row), message)
    assert not alone.fundings.exists()


def test_the_desk_refuses_two_amounts_for_the_same_money(desk, alone):
    page = save(desk, alone, {"committed": "10", "counts": "on"}, {"committed": "20", "counts": "on"})
    assertContains(page, "Van deze bron telt er in dit jaar al een bedrag mee. Laat er één meetellen.")
    assert not alone.fundings.exists()


def test_the_desk_lets_another_amount_count_in_one_go(desk, alone, deck):
    known = {"funder": Funder.STATE, "reference_on": date(2024, 1, 1), "reference_text": "2024", "source": deck}
    old = alone.fundings.create(**known, committed=10)
    new = alone.fundings.create(**known, committed=20, counts=False)
    save(desk, alone, {"id": new.pk, "committed": "20", "counts": "on"}, {"id": old.pk, "committed": "10"})
    assert list(Funding.objects.counting().values_list("committed", flat=True)) == [20]


@pytest.fixture
def two_amounts(alone, deck):
    """One of 10 euro that counts, and one of 20 for the same year that does not."""
    known = {"funder": Funder.STATE, "reference_on": date(2024, 1, 1), "reference_text": "2024", "source": deck}
    return [
        alone.fundings.create(**known, year=2024, committed=10),
        alone.fundings.create(**known, year=2024, committed=20, counts=False),
    ]


def test_the_desk_deletes_the_amount_that_was_ticked_and_no_other(desk, alone, two_amounts):
    counting, other = two_amounts
    row = {"year": "2024", "committed": "10", "counts": "on", "DELETE": "on"}
    save(desk, alone, {"id": counting.pk, **row}, {"id": other.pk, "year": "2024", "committed": "20"})
    assert list(alone.fundings.values_list("committed", flat=True)) == [20]


def test_an_amount_can_take_the_place_of_one_that_goes_whatever_their_order(desk, alone, two_amounts):
    counting, other = two_amounts
    save(
        desk,
        alone,
        {"id": other.pk, "year": "2024", "committed": "20", "counts": "on"},
        {"id": counting.pk, "year": "2024", "committed": "10", "counts": "on", "DELETE": "on"},
    )
    assert list(alone.fundings.values_list("committed", "counts")) == [(20, True)]


def test_two_amounts_can_change_years_in_one_go(desk, alone, two_amounts):
    counting, other = two_amounts
    Funding.objects.filter(pk=other.pk).update(year=2025, counts=True)
    save(
        desk,
        alone,
        {"id": counting.pk, "year": "2025", "committed": "10", "counts": "on"},
        {"id": other.pk, "year": "2024", "committed": "20", "counts": "on"},
    )
    assert list(alone.fundings.order_by("year").values_list("year", "committed", "counts")) == [
        (2024, 20, True),
        (2025, 10, True),
    ]


def test_the_desk_warns_when_more_was_spent_than_committed(desk, alone):
    page = save(desk, alone, {"committed": "10", "spent": "12", "counts": "on"})
    assertContains(page, "er is meer besteed dan toegezegd. Klopt dat?")
    assert alone.fundings.get().is_overspent


def test_the_desk_refuses_a_second_tariff_for_the_same_year(desk, line, deck):
    Tariff.objects.create(element=line, year=2024, amount=1, inhabitants_on=date(2024, 1, 1), source=deck)
    page = desk.post(
        reverse("admin:results_tariff_add"),
        {"element": line.pk, "year": "2024", "payer": "gemeente", "amount": "1,80", "inhabitants_on": "01-01-2024",
         "source": deck.pk},
    )  # fmt: skip
    assertContains(page, "Voor dit onderdeel, dit jaar en deze betaler is er al een tarief.")
    assert Tariff.objects.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_costs_the_same_however_many_rows(desk, climate, deck, line, count, django_assert_max_num_queries):
    for number in range(count):
        Tariff.objects.create(element=line, year=2024 + number, amount=1, inhabitants_on=date(2024, 1, 1), source=deck)
        phase(climate, PhaseKind.EXECUTION, date(2020 + number, 1, 1))
        climate.results.create(nature="beoogd", text=str(number), source=deck)
        climate.fundings.create(
            funder=Funder.STATE, year=2024 + number, reference_on=date(2024, 1, 1), reference_text="x", source=deck
        )
    with django_assert_max_num_queries(8):
        desk.get(reverse("admin:results_tariff_changelist"))
    with django_assert_max_num_queries(30):
        desk.get(reverse("admin:results_project_change", args=[climate.pk]))
