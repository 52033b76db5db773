"""Who takes part: the map, the list, the page of each partner, and the secretariat's desk for them."""

import gzip
import re
from datetime import date
from itertools import combinations

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertInHTML, assertNotContains, assertRedirects

from agenda.models import Action, Participation, ParticipationRole
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from partners import geography
from partners.models import (
    Body,
    BodyKind,
    Capacity,
    Certainty,
    ContactPoint,
    Mandate,
    Partner,
    PartnerKind,
    Population,
    Source,
    Term,
    User,
)
from results.models import (
    Indicator,
    IndicatorNature,
    Measurement,
    Programme,
    Project,
    ProjectPartner,
    ProjectRole,
    ProjectStatus,
    Scope,
)

PIECE = {"HX-Request": "true", "HX-Target": "partners"}


def names(partners):
    return [partner.name for partner in partners]


def words(response):
    """What the page says, without its markup and with single spaces."""
    main = re.search(r"<main.*</main>", response.text, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).replace("&#x27;", "'").split())


def links(html, inside):
    """The addresses that the element with the id `inside` links to, up to the first end of such an element."""
    tag, part = re.search(rf'<(\w+)[^>]* id="{inside}".*?>(.*)', html, re.DOTALL).groups()
    return re.findall(r'href="([^"#]+)"', part.split(f"</{tag}>")[0])


def listed(response):
    """The partners in the list, by the last part of their address, in order."""
    part = response.text[response.text.index('<div id="partners">') : response.text.rindex("</div>")]
    return re.findall(r'href="/partners/([\w-]+)/"', part.split("</main>")[0])


@pytest.fixture
def board(deck):
    return Partner.objects.create(
        slug="economic-board",
        name="Economic Board Regio Zwolle",
        kind=PartnerKind.BOARD,
        summary="Ondernemers en overheid werken samen in een coöperatieve geest.",
        source=deck,
    )


@pytest.fixture
def example(overijssel):
    """The demo's invented municipality."""
    return Partner.objects.create(
        slug="voorbeeldstad",
        name="Voorbeeldstad",
        kind=PartnerKind.MUNICIPALITY,
        province=overijssel,
        is_example=True,
    )


@pytest.fixture
def project(deck):
    programme = Programme.objects.create(slug="regio-deal", name="Regio Deal", source=deck)
    return Project.objects.create(
        slug="climate-campus",
        name="Climate Campus",
        programme=programme,
        status=ProjectStatus.CONFIRMED,
        source=deck,
    )


def measure(source, *, slug="naar-werk", nature=IndicatorNature.ACHIEVED, headline=1, unit="inwoners", **values):
    indicator, _ = Indicator.objects.get_or_create(
        slug=slug,
        defaults={
            "name": slug,
            "nature": nature,
            "sentence": "inwoners ondersteund.",
            "unit": unit,
            "headline_position": headline,
        },
    )
    values = {"value": 4500, "reference_on": date(2023, 1, 1), "reference_text": "begin 2023", **values}
    return Measurement.objects.create(indicator=indicator, source=source, **values)


# The map


def test_two_municipalities_are_neighbours_over_land_when_they_share_a_border_on_the_map():
    edges = {code: {frozenset(edge) for edge in geography.edges(f["d"])} for code, f in geography.FEATURES.items()}
    drawn = {frozenset(pair) for pair in combinations(edges, 2) if edges[pair[0]] & edges[pair[1]]}
    told = {frozenset((one, other)) for one, others in geography.NEIGHBOURS["land"].items() for other in others}
    # Only the water between Dronten and Elburg is left out of the drawing.
    assert told - drawn == {frozenset(("GM0303", "GM0230"))}
    assert drawn - told == set()
    assert len(told) == 45


def test_the_border_of_a_province_is_drawn_once_and_only_between_two_provinces():
    drawn = []
    for line in geography.PROVINCE_BORDERS.removeprefix("M").split("M"):
        points = line.split("L")
        drawn += [frozenset(edge) for edge in zip(points, points[1:], strict=False)]
    beside = {edge: set() for edge in drawn}
    for feature in geography.FEATURES.values():
        for edge in geography.edges(feature["d"]):
            beside.get(frozenset(edge), set()).add(feature["province"])
    assert len(drawn) == len(set(drawn)) > 50
    assert {len(provinces) for provinces in beside.values()} == {2}


def test_neighbours_are_told_apart_over_land_and_over_water(region):
    municipalities = list(Partner.objects.municipalities())
    assert names(geography.neighbours(region["Steenwijkerland"], municipalities)) == [
        "Meppel",
        "Noordoostpolder",
        "Staphorst",
        "Westerveld",
        "Zwartewaterland",
    ]
    assert names(geography.neighbours(region["Dronten"], municipalities, over="water")) == [
        "Noordoostpolder",
        "Nunspeet",
    ]
    assert geography.neighbours(region["Overijssel"], municipalities) == []


def test_the_map_weighs_at_most_six_kilobytes(region):
    drawn = geography.region_map(Partner.objects.municipalities())
    html = render_to_string("partners/_map.html", {"map": drawn})
    assert len(drawn.places) == 22
    assert len(gzip.compress(html.encode())) <= 6_000


def test_a_municipality_without_an_outline_is_only_in_the_list(client, region):
    Partner.objects.create(
        slug="nieuwland", name="Nieuwland", kind=PartnerKind.MUNICIPALITY, province=region["Drenthe"]
    )
    page = client.get("/partners/")
    assert "/partners/nieuwland/" not in links(page.text, "map")
    assert "nieuwland" in listed(page)


def test_long_names_are_broken_on_the_map_and_whole_for_who_hears_it(client, region):
    page = client.get("/partners/")
    assertContains(page, 'aria-label="Steenwijkerland"', count=1)
    assertContains(page, 'Steenwijker-<tspan x="331.9" dy="21">land</tspan>', count=1)


# The list


def test_map_and_list_carry_the_same_links(client, region):
    page = client.get("/partners/")
    municipalities = sorted(f"/partners/{partner.slug}/" for partner in Partner.objects.municipalities())
    assert len(municipalities) == 22
    assert sorted(links(page.text, "map")) == municipalities
    assert sorted(f"/partners/{slug}/" for slug in listed(page)[:22]) == municipalities


def test_the_list_is_by_kind_and_municipalities_by_province_the_largest_first(client, region, board):
    page = client.get("/partners/")
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", page.text) == [
        "Zoek een partner",
        "Gemeenten",
        "Provincies",
        "Economic Board",
    ]
    assert re.findall(r"<h3>(\w+)</h3>", page.text) == ["Overijssel", "Gelderland", "Drenthe", "Flevoland"]
    assert listed(page)[:11] == [
        *["dalfsen", "hardenberg", "kampen", "olst-wijhe", "ommen", "raalte", "staphorst", "steenwijkerland"],
        *["zwartewaterland", "zwolle", "elburg"],
    ]
    assert listed(page)[22:] == ["drenthe", "flevoland", "gelderland", "overijssel", "economic-board"]
    assert "22 gemeenten, 4 provincies, ondernemers" in words(page)
    assert "27 partners in de lijst." in words(page)


def test_examples_and_who_left_are_not_in_the_list_nor_counted(client, zwolle, dalfsen, example):
    Partner.objects.filter(pk=dalfsen.pk).update(left_on=date(2020, 1, 1))
    page = client.get("/partners/")
    assert listed(page) == ["zwolle", "overijssel"]
    assert "1 gemeente, 1 provincie" in words(page)


def test_who_takes_part_depends_on_the_day(zwolle):
    Partner.objects.filter(pk=zwolle.pk).update(joined_on=date(2016, 1, 1), left_on=date(2020, 1, 1))
    days = [date(2015, 12, 31), date(2016, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [Partner.objects.municipalities(on=day).exists() for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"soort": "provincie"}, ["drenthe", "flevoland", "gelderland", "overijssel"]),
        ({"provincie": "flevoland"}, ["dronten", "noordoostpolder", "urk", "flevoland"]),
        ({"provincie": "flevoland", "soort": "gemeente"}, ["dronten", "noordoostpolder", "urk"]),
        ({"q": "zwo"}, ["zwolle", "economic-board"]),
        ({"q": "ZWOL econ"}, ["economic-board"]),
        ({"q": "wijhe"}, ["olst-wijhe"]),
        ({"q": "cooperatieve"}, ["economic-board"]),
        ({"q": "coöperatie"}, ["economic-board"]),
        ({"q": "  "}, None),
        ({"q": "&|!:*()'"}, None),
    ],
)
def test_the_filter_finds_what_the_list_shows(client, region, board, query, found):
    Partner.objects.filter(slug="elburg").update(note="Zwolle en omgeving.")
    page = client.get("/partners/", query)
    assert listed(page) == (found or listed(client.get("/partners/")))


def test_the_filter_shows_what_was_chosen(client, region):
    page = client.get("/partners/", {"q": 'zw"o', "provincie": "overijssel"})
    assertContains(page, 'value="zw&quot;o"')
    assertInHTML('<option value="overijssel" selected>Overijssel</option>', page.text)


def test_the_piece_for_htmx_is_a_part_of_its_page_and_caches_know_it(client, region, board):
    page = client.get("/partners/", {"q": "zwo"})
    piece = client.get("/partners/", {"q": "zwo"}, headers=PIECE)
    assertInHTML(piece.text, page.text)
    assert piece.text.strip().startswith('<div id="partners">')
    assert "HX-Target" in page.headers["Vary"]
    history = client.get("/partners/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assertContains(history, "<h1>")


def test_an_empty_list_says_what_to_do(client, zwolle):
    page = client.get("/partners/", {"q": "xyzzy"})
    assert listed(page) == []
    assert "Geen partner past bij uw keuze. Controleer de spelling" in words(page)
    assertContains(page, '<a href="/partners/">Toon alle partners</a>')


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("soort=koninkrijk", "Deze soort partner bestaat niet."),
        ("provincie=zeeland", "Deze provincie doet niet mee."),
        ("provincie=%00", "Deze provincie doet niet mee."),
        (f"q={'a' * 101}", "Zoek met hooguit 100 tekens."),
        ("q=a%00b", "Uw zoektekst bevat een teken dat niet kan."),
    ],
)
def test_a_value_that_makes_no_sense_is_told_and_left_out(client, zwolle, query, message):
    page = client.get(f"/partners/?{query}")
    assert page.status_code == 200
    assert f"{message} Wij laten dit deel van uw vraag weg." in words(page)
    assert listed(page) == ["zwolle", "overijssel"]


ABSURD = ["q=%FF%FE", "q=%ED%A0%80", "q=_", "q=%C2%B2", "q=1&q=2&q=%00", "soort=&soort=x", "q[]=1", "%00=%00"]


@pytest.mark.parametrize("query", [*ABSURD, "q=" + "&q=" * 900])
def test_an_absurd_query_string_is_no_error(client, zwolle, query):
    assert client.get(f"/partners/?{query}").status_code == 200
    assert client.get(f"/partners/zwolle/?{query}").status_code == 200


def test_pages_only_show(client, zwolle):
    assert client.post("/partners/").status_code == 405
    assert client.post("/partners/zwolle/").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(client, overijssel, deck, count, django_assert_num_queries):
    for number in range(count):
        for kind, province in [(PartnerKind.MUNICIPALITY, overijssel), (PartnerKind.WATER, None)]:
            name = f"{kind} {number}"
            Partner.objects.create(slug=f"{kind}-{number}", name=name, kind=kind, province=province, source=deck)
    with django_assert_num_queries(4):
        assert len(listed(client.get("/partners/"))) == 2 * count + 1


# The page of a partner


def test_a_municipality_shows_its_latest_inhabitants_and_every_dated_value(client, zwolle, deck):
    cbs = Source.objects.create(slug="cbs", title="Bevolking op 1 januari", publisher="CBS")
    for day, count, certainty, source in [
        (date(2021, 1, 1), 129_791, Certainty.PROVISIONAL, cbs),
        (date(2024, 1, 1), 133_000, Certainty.PROVISIONAL, deck),
        (date(2024, 1, 1), 133_141, Certainty.FINAL, cbs),
    ]:
        Population.objects.create(partner=zwolle, reference_on=day, count=count, certainty=certainty, source=source)
    said = words(client.get("/partners/zwolle/"))
    assert "Inwoners 133.141 1 januari 2024, definitief. Bron: CBS ." in said
    assert "1 januari 2024 133.000 voorlopig Presentatie Samenwerken in Regio Zwolle" in said
    assert "1 januari 2021 129.791 voorlopig Bevolking op 1 januari, CBS" in said
    annotated = Partner.objects.with_inhabitants().get(slug="zwolle")
    assert (annotated.inhabitants, annotated.inhabitants_on) == (133_141, date(2024, 1, 1))
    assert annotated.inhabitants_certainty == Certainty.FINAL


def test_seats_are_told_per_term_with_how_sure_they_are(client, council, deck):
    for first, seats, certainty in [(2022, 39, Certainty.DERIVED), (2026, 41, Certainty.FINAL)]:
        Term.objects.create(
            body=council, first_year=first, last_year=first + 4, seats=seats, certainty=certainty, source=deck
        )
    said = words(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert "Gemeenteraad 41 zetels in 2026-2030 Definitief. Bron: Presentatie" in said
    assert "2026-2030 Gemeenteraad 41 definitief" in said
    assert "2022-2026 Gemeenteraad 39 afgeleid" in said


@pytest.mark.parametrize(("last_year", "ended"), [(-1, True), (0, True), (1, False)])
def test_seats_of_a_term_that_ended_are_not_those_of_today(client, council, deck, last_year, ended):
    last = timezone.localdate().year + last_year
    Term.objects.create(body=council, first_year=last - 4, last_year=last, seats=39, source=deck)
    said = words(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert f"Gemeenteraad 39 zetels in {last - 4}-{last} " in said
    assert said.count(f"Voor {last}-{last + 4}: nog niet bekend") == (2 if ended else 0)


def test_what_no_source_gives_is_not_yet_known(client, zwolle, council):
    said = words(client.get("/partners/zwolle/"))
    assert "Inwoners nog niet bekend" in said
    assert "Doet mee sinds nog niet bekend" in said
    assert "Website nog niet bekend" in said
    assert "Wij dragen bij nog niet bekend Een bijdrage van Zwolle aan deze agenda is niet gevonden" in said
    assert "Wij krijgen nog niet bekend Bedragen voor Zwolle alleen zijn niet gevonden" in said
    assert "Wij merken nog niet bekend" in said
    assert "Gemeenteraad nog niet bekend nog niet bekend nog niet bekend" in said
    assert "De deelname van Zwolle aan onderdelen van de agenda is niet gevonden" in said
    assert "Een rol van Zwolle in een project is niet gevonden." in said


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"joined_on": date(2020, 1, 1)}, "Doet mee sinds 1 januari 2020"),
        ({"joined_text": "2018, als 21e gemeente"}, "Doet mee sinds 2018, als 21e gemeente"),
        ({"left_on": date(2024, 1, 1)}, "Deed mee tot 1 januari 2024"),
        ({"website": "https://www.zwolle.nl"}, "Website zwolle.nl"),
        ({"note": "Zwolle is groot."}, "Goed om te weten Zwolle is groot."),
        ({"summary": "De hoofdstad van Overijssel."}, "Zwolle De hoofdstad van Overijssel."),
    ],
)
def test_what_is_known_of_a_partner_is_told(client, zwolle, values, said):
    Partner.objects.filter(pk=zwolle.pk).update(**values)
    assert said in words(client.get("/partners/zwolle/"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Doet mee sinds nog niet bekend De deelname van Zwolle staat in deze bron: Presentatie"),
        ({"joined_on": date(2020, 1, 1)}, "Doet mee sinds 1 januari 2020 Bron: Presentatie"),
    ],
)
def test_a_source_stands_with_what_it_says(client, zwolle, deck, values, said):
    Partner.objects.filter(pk=zwolle.pk).update(source=deck, **values)
    assert said in words(client.get("/partners/zwolle/"))


@pytest.mark.parametrize("slug", ["dronten", "drenthe"])
def test_who_decides_stands_only_with_the_bodies(client, region, slug):
    assert "besluiten over de agenda" not in words(client.get(f"/partners/{slug}/"))


def test_a_municipality_lies_among_its_neighbours(client, region):
    page = client.get("/partners/dronten/")
    assert "Gemeente in Flevoland Dronten" in words(page)
    assert "Vijf buurgemeenten liggen ook in de regio." in words(page)
    assert "Buurgemeenten: Elburg , Kampen , Oldebroek . Over het water: Noordoostpolder , Nunspeet ." in words(page)
    assertContains(page, '<path class="here"', count=1)
    assertContains(page, '<a class="neighbour"', count=5)
    assert len(links(page.text, "locator")) == 21 + 5


def test_one_neighbour_is_written_as_dutch_does(client, region):
    assert "Urk Eén buurgemeente ligt ook in de regio." in words(client.get("/partners/urk/"))


def test_a_province_shows_its_municipalities(client, region):
    page = client.get("/partners/drenthe/")
    assert "Provincie Drenthe Vier gemeenten in Drenthe doen mee." in words(page)
    assert "Gemeenten in Drenthe die meedoen: De Wolden , Hoogeveen , Meppel , Westerveld ." in words(page)
    assertContains(page, '<a class="neighbour"', count=4)


def test_participation_is_told_with_role_contribution_and_source(client, zwolle, line, goal, deck):
    Participation.objects.create(partner=zwolle, element=line, source=deck)
    Participation.objects.create(
        partner=zwolle,
        element=goal,
        role=ParticipationRole.LEAD,
        starts_on=date(2024, 1, 1),
        contribution="€ 1,80 per inwoner per jaar",
        source=deck,
    )
    Action.objects.create(element=goal, title="Banenmarkt", lead=zwolle, source=deck)
    said = words(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert "Economie &amp; Arbeidsmarkt nog niet bekend 2024-2028 nog niet bekend" in said
    assert "Toekomstbestendige arbeidsmarkt trekker vanaf 1 januari 2024 € 1,80 per inwoner per jaar" in said
    assert "Wij dragen bij € 1,80 per inwoner per jaar Voor Toekomstbestendige arbeidsmarkt. Bron: Presentatie" in said
    assert "Acties met Zwolle als trekker Banenmarkt Bij Toekomstbestendige arbeidsmarkt" in said


def test_a_project_is_told_with_all_roles_and_whether_it_is_confirmed(client, zwolle, dalfsen, project):
    for role in (ProjectRole.LEAD, ProjectRole.LOCATION):
        ProjectPartner.objects.create(project=project, partner=zwolle, role=role)
    ProjectPartner.objects.create(project=project, partner=dalfsen, role=ProjectRole.PARTNER)
    page = client.get("/partners/zwolle/")
    assertContains(page, "Climate Campus</a>", count=1)
    assert "Climate Campus Rol: ligt in deze gemeente en trekker. Regio Deal. Bron: Presentatie" in words(page)
    assertNotContains(page, "Niet bevestigd")
    Project.objects.update(status=ProjectStatus.PRESUMED)
    assertContains(client.get("/partners/zwolle/"), '<span class="cell unconfirmed">Niet bevestigd</span>')


def test_results_of_the_whole_region_are_told_apart_from_its_own(client, zwolle, dalfsen, deck):
    measure(deck, qualifier="meer dan")
    measure(deck, value=1400, reference_on=date(2021, 1, 1), reference_text="begin 2021")
    measure(deck, slug="nederland", headline=2, scope=Scope.COUNTRY)
    measure(deck, slug="geld", headline=3, nature=IndicatorNature.INVESTED, value=90_000_000, unit="euro")
    said = words(client.get("/partners/zwolle/"))
    assert "Wij merken Meer dan 4.500 inwoners ondersteund. Hele regio, begin 2023. Bron: Presentatie" in said
    assert "Het deel van Zwolle is nog niet bekend" in said
    assert "1.400" not in said
    assert "90" not in said
    assert said.count("inwoners ondersteund.") == 1
    measure(deck, partner=zwolle, scope=Scope.PARTNER, value=77)
    measure(deck, partner=dalfsen, scope=Scope.PARTNER, value=33)
    measure(
        deck,
        slug="subsidie",
        headline=None,
        nature=IndicatorNature.PROMISED,
        unit="euro",
        partner=zwolle,
        scope=Scope.PARTNER,
        value=1250,
    )
    said = words(client.get("/partners/zwolle/"))
    assert "Wij merken 77 inwoners ondersteund. Begin 2023." in said
    assert "Wij krijgen € 1.250 inwoners ondersteund. Toegezegd, begin 2023." in said
    assert "Het deel van Zwolle" not in said
    assert " 33 " not in said


def test_what_a_partner_paid_is_not_among_what_it_receives(client, zwolle, deck):
    measure(
        deck,
        slug="bijdrage",
        headline=None,
        nature=IndicatorNature.INVESTED,
        unit="euro",
        partner=zwolle,
        scope=Scope.PARTNER,
        value=1250,
        reference_text="rond 2018",
    )
    said = words(client.get("/partners/zwolle/"))
    assert "Wij dragen bij € 1.250 inwoners ondersteund. Rond 2018. Bron: Presentatie" in said
    assert "Voor deze agenda: nog niet bekend Een bijdrage van Zwolle aan deze agenda is niet gevonden" in said
    assert "Wij krijgen nog niet bekend Bedragen voor Zwolle alleen" in said


def test_each_body_tells_where_it_stands_in_every_dossier(client, zwolle, council, goal, deck):
    executive = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    agenda = Dossier.objects.create(slug="agenda", title="Strategische agenda", summary="De agenda.")
    deal = Dossier.objects.create(slug="deal", title="Regio Deal", summary="De deal.", is_example=True)
    track = Track.objects.create(dossier=agenda, body=council)
    Track.objects.create(dossier=deal, body=council)
    step = {"kind": TrackStepKind.COMMITTEE, "happened_on": date(2023, 6, 12), "source": deck}

    def rows():
        page = client.get("/partners/zwolle/").text
        found = re.findall(r'<tr>\s*<th scope="row">.*?</tr>', page, re.DOTALL)
        return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in found]

    unknown = "nog niet bekend"
    assert rows() == [
        f"Gemeenteraad {unknown} Regio Deal Voorbeeld {unknown}",
        f"Gemeenteraad {unknown} Strategische agenda {unknown}",
        f"College van burgemeester en wethouders {unknown} {unknown} {unknown}",
    ]
    TrackStep.objects.create(track=track, **step)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Deels bekend"
    decided = {"track": track, "decided_on": date(2023, 6, 12), "source": deck}
    Decision.objects.create(element=goal, outcome=Outcome.AGAINST, **decided)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Tegen"
    Decision.objects.create(outcome=Outcome.AGREED, **decided)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Ingestemd"
    assert rows()[1].endswith(Track.objects.get(pk=track.pk).position.label)
    assert executive.short_name == "College van burgemeester en wethouders"


def test_a_contact_is_told_with_its_source(client, deck):
    Source.objects.filter(pk=deck.pk).update(url="https://example.org/deck")
    office = Partner.objects.create(slug="regiobureau", name="Regiobureau", kind=PartnerKind.OFFICE)
    for position, name in [(2, "Tweede"), (1, "Eerste")]:
        ContactPoint.objects.create(partner=office, position=position, name=name, email="post@example.org", source=deck)
    page = client.get("/partners/regiobureau/")
    assert "Contact Eerste post@example.org Bron: Presentatie" in words(page)
    assert words(page).index("Eerste") < words(page).index("Tweede")
    assertContains(page, '<a href="https://example.org/deck">Presentatie Samenwerken in Regio Zwolle</a>', count=2)
    for absent in ("Waaraan doen we mee?", "Doet mee sinds", "Wat brengt het", "Wie besluit er?"):
        assertNotContains(page, absent)


def test_an_example_has_a_page_that_says_so_and_tells_only_what_is_known(client, example, board):
    page = client.get("/partners/voorbeeldstad/")
    assertContains(page, '<span class="badge">Voorbeeld</span> Deze partner bestaat niet echt.')
    assertNotContains(page, "nog niet bekend")
    assertNotContains(client.get("/partners/economic-board/"), "Voorbeeld")


def test_whose_address_nobody_has_is_not_found(client, zwolle):
    assert client.get("/partners/zwolle-2/").status_code == 404
    assert client.get("/partners/%00/").status_code == 404
    assert client.get(f"/partners/{'a' * 5000}/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_however_much_is_known(
    client, zwolle, dalfsen, line, goal, deck, project, count, django_assert_num_queries
):
    for number in range(count):
        body = Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name=f"bestuur {number}")
        Term.objects.create(body=body, first_year=2022, last_year=2026, seats=5, source=deck)
        Population.objects.create(partner=zwolle, reference_on=date(2021 + number, 1, 1), count=9, source=deck)
        ContactPoint.objects.create(partner=zwolle, name=f"contact {number}", source=deck)
        Participation.objects.create(partner=zwolle, element=goal, starts_on=date(2024 + number, 1, 1), source=deck)
        Action.objects.create(element=goal, title=f"actie {number}", lead=zwolle, source=deck)
        dossier = Dossier.objects.create(slug=f"dossier-{number}", title=f"dossier {number}", summary="Samen.")
        track = Track.objects.create(dossier=dossier, body=body)
        Decision.objects.create(track=track, outcome=Outcome.AGREED, decided_on=date(2023, 1, 1), source=deck)
        measure(deck, slug=f"cijfer-{number}", headline=number + 1)
        part = Project.objects.create(
            slug=f"p-{number}",
            name=f"project {number}",
            programme=project.programme,
            status=ProjectStatus.CONFIRMED,
            source=deck,
        )
        ProjectPartner.objects.create(project=part, partner=zwolle, role=ProjectRole.PARTNER)
    with django_assert_num_queries(8):
        page = client.get("/partners/zwolle/")
    assertContains(page, "inwoners ondersteund.", count=count)


# The rules of the data


def test_only_a_municipality_lies_in_a_province(overijssel):
    with pytest.raises(ValidationError, match="Kies bij een gemeente de provincie"):
        Partner(slug="x", name="X", kind=PartnerKind.MUNICIPALITY).full_clean()
    with pytest.raises(ValidationError, match="Kies bij een gemeente de provincie"):
        Partner(slug="x", name="X", kind=PartnerKind.WATER, province=overijssel).full_clean()


def test_one_person_has_one_account_however_the_address_is_typed(councillor):
    again = User(email="Raadslid@Example.ORG")
    again.set_unusable_password()
    with pytest.raises(ValidationError, match="bestaat al"):
        again.full_clean()
    with pytest.raises(IntegrityError, match="email_is_lower_case"), transaction.atomic():
        User.objects.bulk_create([User(email="RAADSLID@example.org")])
    with pytest.raises(IntegrityError, match="email"), transaction.atomic():
        User.objects.create_user("RAADSLID@EXAMPLE.ORG")
    assert User.objects.create_user("Nieuw@Example.org").email == "nieuw@example.org"


def test_a_mandate_holds_from_its_first_up_to_and_including_its_last_day(councillor):
    mandate = councillor.mandates.get()
    Mandate.objects.filter(pk=mandate.pk).update(ends_on=date(2026, 3, 18))
    days = [date(2022, 3, 29), date(2022, 3, 30), date(2026, 3, 18), date(2026, 3, 19)]
    assert [Mandate.objects.held(on=day).exists() for day in days] == [False, True, True, False]


def test_a_mandate_never_overlaps_itself_nor_ends_before_it_starts(councillor, council):
    values = {"user": councillor, "body": council, "capacity": Capacity.COUNCILLOR}
    with pytest.raises(ValidationError, match="loopt al in die periode"):
        Mandate(**values, starts_on=date(2023, 1, 1)).full_clean()
    with pytest.raises(ValidationError, match="Het einde ligt voor het begin"):
        Mandate(**values, starts_on=date(2023, 1, 1), ends_on=date(2022, 1, 1)).full_clean()
    Mandate(**values, starts_on=date(2018, 1, 1), ends_on=date(2022, 3, 29)).full_clean()


def test_only_elected_members_have_a_party_group(clerk, council):
    mandate = Mandate(
        user=clerk, body=council, capacity=Capacity.OFFICER, party_group="Groep", starts_on=date(2023, 1, 1)
    )
    with pytest.raises(ValidationError, match="heeft een fractie"):
        mandate.full_clean()


# The desk


@pytest.fixture
def desk(client, secretary):
    """The admin, with somebody of the secretariat signed in."""
    client.force_login(secretary)
    return client


def fill(count, overijssel, deck):
    """`count` of everything that the desk lists, besides `overijssel` and `deck`."""
    for number in range(count):
        source = Source.objects.create(slug=f"bron-{number}", title=f"Bron {number}")
        partner = Partner.objects.create(
            slug=f"g-{number}", name=f"G {number}", kind=PartnerKind.MUNICIPALITY, province=overijssel, source=source
        )
        Population.objects.create(partner=partner, reference_on=date(2024, 1, 1), count=1234, source=source)
        body = Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"raad {number}")
        Term.objects.create(body=body, first_year=2022, last_year=2026, seats=17, source=source)
        user = User.objects.create_user(f"lid{number}@example.org")
        Mandate.objects.create(user=user, body=body, capacity=Capacity.COUNCILLOR, starts_on=date(2022, 3, 30))


@pytest.mark.parametrize("model", ["partner", "body", "population", "user", "mandate", "source"])
def test_the_lists_of_the_desk_cost_the_same_however_long(desk, overijssel, deck, model, django_assert_max_num_queries):
    address = reverse(f"admin:partners_{model}_changelist")
    costs = []
    for count in (1, 2):
        Mandate.objects.all().delete()
        User.objects.filter(is_staff=False).delete()
        Body.objects.all().delete()
        Partner.objects.exclude(pk=overijssel.pk).delete()
        Source.objects.exclude(pk=deck.pk).delete()
        fill(count * 2 - 1, overijssel, deck)
        with django_assert_max_num_queries(15) as queries:
            assert desk.get(address).status_code == 200
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_the_desk_shows_what_the_secretariat_needs_at_a_glance(desk, overijssel, deck):
    fill(1, overijssel, deck)
    for model, shown in [
        ("partner", "1.234"),
        ("body", '<td class="field-latest_seats">17</td>'),
        ("population", "1.234"),
        ("user", "raadslid, raad 0"),
        ("mandate", "raad 0"),
        ("source", "Bron 0"),
    ]:
        assertContains(desk.get(reverse(f"admin:partners_{model}_changelist"), {"q": "0"}), shown)


@pytest.mark.parametrize("model", ["partner", "body", "population", "user", "mandate", "source"])
def test_every_form_of_the_desk_opens(desk, overijssel, deck, model):
    fill(1, overijssel, deck)
    newest = {"partner": Partner, "body": Body, "population": Population, "user": User}
    newest |= {"mandate": Mandate, "source": Source}
    pk = newest[model].objects.order_by("pk").last().pk
    assert desk.get(reverse(f"admin:partners_{model}_add")).status_code == 200
    assert desk.get(reverse(f"admin:partners_{model}_change", args=[pk])).status_code == 200


@pytest.mark.parametrize(
    ("model", "address"),
    [
        ("partner", "/partners/g-0/"),
        ("body", "/partners/g-0/#besluit"),
        ("population", "/partners/g-0/#bronnen"),
    ],
)
def test_the_desk_leads_to_the_site(desk, overijssel, deck, model, address):
    fill(1, overijssel, deck)
    one = {"partner": Partner, "body": Body, "population": Population}[model].objects.order_by("pk").last()
    page = desk.get(reverse(f"admin:partners_{model}_change", args=[one.pk]))
    link = re.search(r'href="([^"]+)" class="viewsitelink"', page.text)[1]
    if link.startswith("/beheer/"):
        link = re.sub(r"^https?://[^/]+", "", desk.get(link).headers["Location"])
    assert link == address


def test_a_person_is_added_without_a_password(desk, council):
    address = reverse("admin:partners_user_add")
    assertNotContains(desk.get(address), "password")
    inline = {
        "mandates-TOTAL_FORMS": "1",
        "mandates-INITIAL_FORMS": "0",
        "mandates-0-body": council.pk,
        "mandates-0-capacity": "raadslid",
        "mandates-0-starts_on": "30-03-2022",
    }
    answer = desk.post(address, {"email": "Kim@Example.org", "name": "Kim", "is_active": "on", **inline})
    assertRedirects(answer, reverse("admin:partners_user_changelist"))
    user = User.objects.get(email="kim@example.org")
    assert not user.has_usable_password()
    assert user.mandates.get().body == council
    again = desk.post(address, {"email": "KIM@example.org", **inline, "mandates-TOTAL_FORMS": "0"})
    assert again.status_code == 200
    assertContains(again, "bestaat al")


@pytest.fixture
def helper(db):
    """Somebody of the secretariat who may not give rights away."""
    return User.objects.create_user("hulp@example.org", is_staff=True)


def test_the_secretariat_may_edit_everything_without_a_list_of_rights(client, helper):
    client.force_login(helper)
    statuses = {
        model: client.get(reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")).status_code
        for model in admin.site._registry
    }
    assert set(statuses.values()) == {200}


def test_a_member_has_no_right_at_the_desk(client, councillor):
    client.force_login(councillor)
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_only_who_has_every_right_gives_rights_away(client, helper, councillor):
    client.force_login(helper)
    form = {"email": "raadslid@example.org", "is_active": "on", "is_superuser": "on", "is_staff": "on"}
    form |= {"mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}
    client.post(reverse("admin:partners_user_change", args=[councillor.pk]), form)
    councillor.refresh_from_db()
    assert (councillor.is_staff, councillor.is_superuser) == (False, False)


def test_only_an_equal_changes_an_account_with_every_right(client, helper, secretary):
    client.force_login(helper)
    form = {"email": "hulp2@example.org", "mandates-TOTAL_FORMS": "0", "mandates-INITIAL_FORMS": "0"}
    assert client.post(reverse("admin:partners_user_change", args=[secretary.pk]), form).status_code == 403
    assert client.post(reverse("admin:partners_user_delete", args=[secretary.pk])).status_code == 403
    secretary.refresh_from_db()
    assert secretary.email == "secretariaat@example.org"


def test_the_desk_tells_which_mandates_are_in_force(desk, councillor, clerk):
    Mandate.objects.filter(user=clerk).update(ends_on=date(2023, 1, 1))
    address = reverse("admin:partners_mandate_changelist")
    found = {
        answer: [mandate.user.email for mandate in desk.get(address, {"loopt": answer}).context["cl"].result_list]
        for answer in ("ja", "nee")
    }
    assert found == {"ja": ["raadslid@example.org"], "nee": ["griffier@example.org"]}
