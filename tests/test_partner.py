"""The page of one partner: who it is, and its part in what all apps know."""

import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Action, Participation, ParticipationRole
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from partners.models import (
    Body,
    BodyKind,
    Certainty,
    ContactPoint,
    Partner,
    PartnerKind,
    Population,
    Source,
    Term,
)
from results.models import (
    Indicator,
    IndicatorNature,
    Measurement,
    MoneyRole,
    Programme,
    Project,
    ProjectPartner,
    ProjectRole,
    ProjectStatus,
    Scope,
)
from tests.deciding import component_of
from tests.reading import links, visible, words


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


def test_a_municipality_shows_its_latest_inhabitants_and_every_dated_value(client, zwolle, deck):
    cbs = Source.objects.create(slug="cbs", title="Bevolking op 1 januari", publisher="CBS")
    for day, count, certainty, source in [
        (date(2021, 1, 1), 129_791, Certainty.PROVISIONAL, cbs),
        (date(2024, 1, 1), 133_000, Certainty.PROVISIONAL, deck),
        (date(2024, 1, 1), 133_141, Certainty.FINAL, cbs),
    ]:
        Population.objects.create(partner=zwolle, reference_on=day, count=count, certainty=certainty, source=source)
    said = visible(client.get("/partners/zwolle/"))
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
    said = visible(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert "Gemeenteraad 41 zetels in 2026-2030 Definitief. Bron: Presentatie" in said
    assert "2026-2030 Gemeenteraad 41 definitief" in said
    assert "2022-2026 Gemeenteraad 39 afgeleid" in said


@pytest.mark.parametrize(("last_year", "ended"), [(-1, True), (0, True), (1, False)])
def test_seats_of_a_term_that_ended_are_not_those_of_today(client, council, deck, last_year, ended):
    last = timezone.localdate().year + last_year
    Term.objects.create(body=council, first_year=last - 4, last_year=last, seats=39, source=deck)
    said = visible(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert f"Gemeenteraad 39 zetels in {last - 4}-{last} " in said
    assert said.count(f"Voor {last}-{last + 4}: nog niet bekend") == (2 if ended else 0)


def test_what_no_source_gives_is_not_yet_known(client, zwolle, council):
    said = visible(client.get("/partners/zwolle/"))
    assert "Leden en besluiten zijn nog niet bekend van: Gemeenteraad" in said, "one sentence for all such bodies"
    unknown = said[said.index("Wat weten wij nog niet?") :]
    for what, why in (
        ("Inwoners", "Geen bron op deze site noemt het voor Zwolle."),
        ("Doet mee sinds", "Geen bron op deze site noemt het voor Zwolle."),
        ("Website", "Geen bron op deze site noemt het voor Zwolle."),
        ("De bijdrage van Zwolle aan deze agenda", "Geen bron op deze site noemt een bijdrage van Zwolle"),
        ("Wat Zwolle alleen krijgt", "Geen bron op deze site noemt een bedrag voor Zwolle alleen."),
        ("Waaraan Zwolle meedoet", "Geen bron op deze site noemt aan welke onderdelen Zwolle meedoet."),
        ("Projecten waarin Zwolle een rol heeft", "Bij de projecten op deze site noemt geen bron een rol van Zwolle."),
    ):
        assert f"{what} {why}" in unknown
        assert said.count(why) == unknown.count(why)


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
    assert said in visible(client.get("/partners/zwolle/"))


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Doet mee sinds Zwolle wordt bij Regio Zwolle genoemd in deze bron: Presentatie"),
        ({"joined_on": date(2020, 1, 1)}, "Doet mee sinds 1 januari 2020 Bron: Presentatie"),
    ],
)
def test_a_source_stands_with_what_it_says(client, zwolle, deck, values, said):
    Partner.objects.filter(pk=zwolle.pk).update(source=deck, **values)
    assert said in visible(client.get("/partners/zwolle/"))


@pytest.mark.parametrize("slug", ["dronten", "drenthe"])
def test_who_decides_stands_only_with_the_bodies(client, region, slug):
    assert "besluiten over de agenda" not in visible(client.get(f"/partners/{slug}/"))


def test_a_municipality_lies_among_its_neighbours(client, region):
    page = client.get("/partners/dronten/")
    assert "Gemeente in Flevoland Dronten" in visible(page)
    assert "Vijf buurgemeenten liggen ook in de regio." in visible(page)
    assert "Buurgemeenten: Elburg , Kampen , Oldebroek . Over het water: Noordoostpolder , Nunspeet ." in visible(page)
    assertContains(page, '<path class="here"', count=1)
    assertContains(page, '<a class="neighbour"', count=5)
    assert len(links(page.text, "locator")) == 21 + 5


def test_one_neighbour_is_written_as_dutch_does(client, region):
    assert "Urk Eén buurgemeente ligt ook in de regio." in visible(client.get("/partners/urk/"))


def test_a_province_shows_its_municipalities(client, region):
    page = client.get("/partners/drenthe/")
    assert "Provincie Drenthe Vier gemeenten in Drenthe doen mee." in visible(page)
    assert "Gemeenten in Drenthe die meedoen: De Wolden , Hoogeveen , Meppel , Westerveld ." in visible(page)
    assertContains(page, '<a class="filled"', count=4)


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
    said = visible(client.get("/partners/zwolle/")).replace("\N{WORD JOINER}", "")
    assert "Economie & Arbeidsmarkt Doet mee nog niet bekend" in said
    assert "arbeidsmarkt Doet mee sinds 1 januari 2024 als trekker € 1,80 per inwoner per jaar" in said
    assert "Wij dragen bij € 1,80 per inwoner per jaar Voor Toekomstbestendige arbeidsmarkt. Bron: Presentatie" in said
    assert "Acties met Zwolle als trekker Banenmarkt Bij Toekomstbestendige arbeidsmarkt" in said


def test_a_project_is_told_with_all_roles_and_whether_it_is_confirmed(client, zwolle, dalfsen, project):
    for role in (ProjectRole.LEAD, ProjectRole.LOCATION):
        ProjectPartner.objects.create(project=project, partner=zwolle, role=role)
    ProjectPartner.objects.create(project=project, partner=dalfsen, role=ProjectRole.PARTNER)
    page = client.get("/partners/zwolle/")
    assertContains(page, "Climate Campus</a>", count=1)
    assert "Climate Campus Rol: ligt in deze gemeente en trekker. Regio Deal. Bron: Presentatie" in visible(page)
    assertNotContains(page, "Niet bevestigd")
    Project.objects.update(status=ProjectStatus.PRESUMED)
    assertContains(client.get("/partners/zwolle/"), '<span class="cell unconfirmed">Niet bevestigd</span>')


def test_results_of_the_whole_region_are_told_apart_from_its_own(client, zwolle, dalfsen, deck):
    measure(deck, qualifier="meer dan")
    measure(deck, value=1400, reference_on=date(2021, 1, 1), reference_text="begin 2021")
    measure(deck, slug="nederland", headline=2, scope=Scope.COUNTRY)
    measure(deck, slug="geld", headline=3, nature=IndicatorNature.INVESTED, value=90_000_000, unit="euro")
    said = visible(client.get("/partners/zwolle/"))
    assert "De hele regio merkt Meer dan 4.500 inwoners ondersteund. Hele regio, begin 2023. Bron: Presentatie" in said
    assert "De resultaten in Zwolle zelf De bronnen noemen alleen getallen voor de hele regio." in said
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
        money_role=MoneyRole.GETS,
        value=1250,
    )
    said = visible(client.get("/partners/zwolle/"))
    assert "Wij merken 77 inwoners ondersteund. Begin 2023." in said
    assert "Wij krijgen € 1.250 inwoners ondersteund. Toegezegd, begin 2023." in said
    assert "De resultaten in Zwolle zelf" not in said
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
        money_role=MoneyRole.PAYS,
        value=1250,
        reference_text="rond 2018",
    )
    said = visible(client.get("/partners/zwolle/"))
    assert "Wij dragen bij € 1.250 inwoners ondersteund. Geïnvesteerd, rond 2018. Bron: Presentatie" in said
    assert "Geen bron op deze site noemt een bijdrage van Zwolle aan deze agenda." in said
    assert "Wij krijgen" not in said


@pytest.mark.parametrize("nature", [IndicatorNature.INVESTED, IndicatorNature.PROMISED])
def test_a_figure_about_a_partner_is_told_as_its_payment_or_gain_only_when_that_is_entered(
    client, zwolle, deck, nature
):
    measure(deck, slug="bedrijven", headline=None, nature=nature, partner=zwolle, scope=Scope.PARTNER, value=300)
    said = visible(client.get("/partners/zwolle/"))
    assert "Wij dragen bij" not in said
    assert "Wij krijgen" not in said
    assert f"Wij merken 300 inwoners ondersteund. {nature.label.capitalize()}, begin 2023." in said
    said = visible(client.get("/partners/zwolle/wat-brengt-het/"))
    assert "Wat betalen wij? nog niet bekend" in said
    assert f"300 inwoners ondersteund. Lokaal. {nature.label.capitalize()}, begin 2023." in said


def test_a_payment_names_a_partner(deck, zwolle):
    with pytest.raises(IntegrityError):
        measure(deck, money_role=MoneyRole.PAYS)


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
        return [words(row) for row in found]

    unknown = "nog niet bekend"
    assert rows() == [
        f"Gemeenteraad {unknown} Regio Deal Voorbeeld {unknown}",
        f"Gemeenteraad {unknown} Strategische agenda {unknown}",
    ]
    assert "nog niet bekend van: College van burgemeester en wethouders" in visible(client.get("/partners/zwolle/"))
    TrackStep.objects.create(track=track, **step)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Deels bekend"
    decided = {"track": track, "decided_on": date(2023, 6, 12), "source": deck}
    Decision.objects.create(component=component_of(track.dossier, goal), outcome=Outcome.AGAINST, **decided)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Tegen Niet bevestigd"
    Decision.objects.create(outcome=Outcome.AGREED, **decided)
    assert rows()[1] == f"Gemeenteraad {unknown} Strategische agenda Ingestemd Niet bevestigd"
    assert Track.objects.get(pk=track.pk).position.label in rows()[1]
    assert executive.short_name == "College van burgemeester en wethouders"


def test_a_contact_is_told_with_its_source(client, deck):
    Source.objects.filter(pk=deck.pk).update(url="https://example.org/deck")
    office = Partner.objects.create(slug="regiobureau", name="Regiobureau", kind=PartnerKind.OFFICE)
    for position, name in [(2, "Tweede"), (1, "Eerste")]:
        ContactPoint.objects.create(partner=office, position=position, name=name, email="post@example.org", source=deck)
    page = client.get("/partners/regiobureau/")
    assert "Contact Eerste post@example.org Bron: Presentatie" in visible(page)
    assert visible(page).index("Eerste") < visible(page).index("Tweede")
    assertContains(page, '<a href="https://example.org/deck">Presentatie Samenwerken in Regio Zwolle</a>', count=2)
    for absent in ("Waaraan doen we mee?", "Doet mee sinds", "Wat brengt het", "Wie besluit er?"):
        assertNotContains(page, absent)


def test_an_example_has_a_page_that_says_so_and_tells_only_what_is_known(client, example_town, economic_board):
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
    with django_assert_num_queries(18):
        page = client.get("/partners/zwolle/")
    assertContains(page, "inwoners ondersteund.", count=count)
