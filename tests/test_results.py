"""Resultaten: what the pages say, that nothing is summed, and what is not known."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains, assertInHTML, assertNotContains

from agenda.models import KeyPoint, KeyPointKind
from partners.models import Certainty, Partner, PartnerKind, Source
from results.models import (
    Funder,
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
from tests.reading import squeezed

PROJECTS = "/resultaten/projecten/"


@pytest.fixture
def promise(deck):
    """What the region wants to reach, and nobody has measured."""
    indicator = Indicator.objects.create(
        slug="extra-woningen",
        name="Extra woningen",
        nature=IndicatorNature.PROMISED,
        sentence="extra woningen.",
        unit="woningen",
        headline_position=2,
    )
    indicator.targets.create(value=50_000, source=deck)
    indicator.targets.create(
        value=50_000, qualifier="ten minste", due_on=date(2039, 12, 31), due_text="vóór 2040", source=deck
    )
    return indicator


@pytest.fixture
def investment(deck):
    """Money that three sources count differently."""
    indicator = Indicator.objects.create(
        slug="regio-deal-geld",
        name="Investering in de Regio Deal",
        nature=IndicatorNature.INVESTED,
        sentence="van Rijk en regio samen.",
        unit="euro",
        warning="Andere bronnen noemen ruim € 80 miljoen.",
        headline_position=3,
    )
    for year, qualifier, value in [(2020, "ruim", 80_000_000), (2023, "zo’n", 90_000_000)]:
        indicator.measurements.create(
            reference_on=date(year, 1, 1), reference_text=str(year), qualifier=qualifier, value=value, source=deck
        )
    return indicator


@pytest.fixture
def taking_part(deal, zwolle, dalfsen):
    """Zwolle leads the Climate Campus, in which Dalfsen takes part; Dalfsen probably leads the station."""
    campus, station = Project.objects.order_by("slug")
    ProjectPartner.objects.create(project=campus, partner=dalfsen, role=ProjectRole.PARTNER)
    ProjectPartner.objects.create(project=campus, partner=zwolle, role=ProjectRole.LEAD)
    ProjectPartner.objects.create(project=station, partner=dalfsen, role=ProjectRole.PRESUMED_LEAD)
    return campus


def section(page, heading):
    """The part of `page` under the h2 `heading`, up to the next section of the page, squeezed."""
    return re.search(
        rf'<section class="section"[^>]*>(?:(?!<section).)*?<h2[^>]*>{heading}</h2>.*?</section>', squeezed(page), re.S
    )[0]


# The overview


def test_achieved_promised_and_invested_stand_apart_with_qualifier_date_and_source(client, helped, promise, investment):
    page = client.get("/resultaten/").text
    achieved, promised, invested = (section(page, name) for name in ("Bereikt", "Toegezegd", "Geïnvesteerd"))
    assert '<span class="qualifier">Meer dan</span> <strong>4.500</strong>' in achieved
    assert "Peildatum: begin 2023. Bron: Presentatie Samenwerken in Regio Zwolle" in achieved
    assert '<span class="qualifier">Ten minste</span> <strong>50.000</strong>' in promised
    assert 'Streefwaarde, vóór 2040. Meting: <span class="unknown">nog niet bekend</span>.' in promised
    assert (
        '<span class="qualifier">Zo’n</span> <strong>€\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}miljoen</strong>'
        in invested
    )
    assert "Datum: 2023. Bron:" in invested
    assert "Andere bronnen noemen ruim € 80 miljoen." in invested.replace("\N{NO-BREAK SPACE}", " ")
    assert [part.count('<figure class="figure') for part in (achieved, promised, invested)] == [1, 1, 1]


def test_a_result_without_a_number_stands_among_what_is_achieved(client, helped, promise, deck):
    KeyPoint.objects.create(kind=KeyPointKind.RESULT, position=1, text="Een landelijk voorbeeld.", source=deck)
    KeyPoint.objects.create(kind=KeyPointKind.REASON, position=1, text="Samen kan meer.", source=deck)
    page = client.get("/resultaten/").text
    achieved = page.split('id="bereikt"')[1].split('id="toegezegd"')[0]
    assert "<p>Een landelijk voorbeeld.</p>" in achieved
    assert "In de woorden van de bron: Presentatie" in achieved
    assert page.count("Een landelijk voorbeeld.") == 1
    assert "Samen kan meer." not in page


def test_nothing_is_added_up(client, helped, promise, investment):
    """Neither within a kind nor over the kinds: 1.400 + 1.800 + 4.500, 80 + 90 million."""
    page = client.get("/resultaten/").text
    assert "7.700" not in page
    assert "170" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.S)


def test_a_source_with_an_address_is_a_link(client, helped):
    source = Source.objects.create(
        slug="monitor", title="Monitor", publisher="Congres", url="https://example.org/m", published_on=date(2023, 1, 9)
    )
    helped.measurements.update(source=source)
    assertContains(
        client.get("/resultaten/cijfers/naar-werk/"),
        '<a href="https://example.org/m">Monitor</a>, Congres, 9\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2023',
        count=5,  # the figure, the chart, and every measurement
    )


def test_figures_that_are_no_headline_stand_in_a_table_with_their_unit(client, helped):
    helped.headline_position = None
    helped.save()
    part = section(client.get("/resultaten/").text, "Bereikt")
    assert "<strong>4.500</strong>" not in part
    assertInHTML('<span>meer dan 4.500 <span class="source">inwoners</span></span>', part)


@pytest.mark.parametrize(("query", "is_part"), [("", False), ("?lijn=RZ24-L1", True)])
def test_a_choice_is_told_with_the_way_back(client, line, query, is_part):
    told = '<p role="status">U ziet alleen wat bij uw keuze past. <a href="/resultaten/">Toon alle cijfers</a></p>'
    assert (told in squeezed(client.get(f"/resultaten/{query}").text)) == is_part


@pytest.mark.parametrize(("query", "attribute"), [("", ""), ("?lijn=RZ24-L1", " open")])
def test_what_is_at_a_glance_stands_first_and_the_rest_is_folded_until_chosen(client, helped, line, query, attribute):
    line.indicators.add(helped)
    helped.pk, helped.slug, helped.name, helped.headline_position = None, "ook", "Ook geholpen", None
    value = helped.measurements.model.objects.last()
    helped.save()
    helped.elements.add(line)
    value.pk, value.indicator = None, helped
    value.save()
    page = squeezed(client.get(f"/resultaten/{query}").text)
    assert f"<details{attribute}><summary>Kies de cijfers</summary>" in page
    glance = "<li>Inwoners naar werk: <strong>meer dan 4.500</strong>, begin 2023</li>"
    assert page.count(glance) == (0 if query else 1)
    part = section(page, "Bereikt")
    assert part.count('<figure class="figure') == 1
    assert f"<details{attribute}><summary>Ook bereikt: 1\N{NO-BREAK SPACE}cijfer</summary>" in part
    # The table of a chart is folded too: the page of the figure has it open.
    assert "<details><summary>Dezelfde cijfers als tabel</summary>" in page
    page = squeezed(client.get("/resultaten/cijfers/naar-werk/").text)
    assert "<details open><summary>Dezelfde cijfers als tabel</summary>" in page


@pytest.mark.parametrize(
    ("scope", "name"), [(Scope.COUNTRY, "Cijfer van Nederland"), (Scope.EAST, "Cijfer van Oost-Nederland")]
)
def test_a_figure_of_another_area_is_not_among_those_of_the_region(client, growth, deck, scope, name):
    other = Indicator.objects.create(
        slug="elders", name=name, nature=IndicatorNature.CONTEXT, sentence="x", unit="%", scope=scope
    )
    other.measurements.create(scope=scope, reference_on=date(2020, 1, 1), reference_text="2020", value=5, source=deck)
    region, elsewhere = section(client.get("/resultaten/").text, "De regio in cijfers").split("Andere gebieden", 1)
    assert "Economische groei" in region
    assert name not in region
    assert name in elsewhere


def test_the_latest_value_is_that_of_the_own_area(growth, deck):
    growth.measurements.create(
        scope=Scope.COUNTRY, reference_on=date(2026, 1, 1), reference_text="2026", value=9, source=deck
    )
    assert Indicator.objects.with_values().get(pk=growth.pk).latest.text == "4,6%"


def test_what_is_not_known_is_listed(client, helped, promise, deal):
    Indicator.objects.create(
        slug="bijdrage", name="Bijdrage per inwoner", nature=IndicatorNature.INVESTED, sentence="x", unit="euro",
        warning="Het bedrag is niet gevonden.",
    )  # fmt: skip
    assert 'href="/resultaten/zonder-cijfer/"' in client.get("/resultaten/").text
    page = client.get("/resultaten/zonder-cijfer/").text
    part = section(page, "Cijfers zonder meting") + section(page, "Projecten zonder naam")
    assert re.findall(r"<dt><a [^>]*>([^<]+)</a>", part) == ["Extra woningen", "Bijdrage per inwoner", "Regio Deal"]
    assert "Streefwaarde: ten minste 50.000, vóór 2040. Meting:" in part
    assert "Het bedrag is niet gevonden." in part
    assert "2 van de 4\N{NO-BREAK SPACE}projecten" in part


def test_a_figure_that_nobody_knows_is_never_zero(client, db):
    Indicator.objects.create(
        slug="bijdrage", name="Bijdrage per inwoner", nature=IndicatorNature.INVESTED, sentence="x", unit="euro"
    )
    page = squeezed(client.get("/resultaten/cijfers/bijdrage/").text)
    assert 'Dit cijfer is <span class="unknown">nog niet bekend</span>' in page
    assert "€" not in page


def test_an_empty_portal_says_that_no_figure_is_known(client, db):
    assertContains(client.get("/resultaten/"), "Hierover is nog geen cijfer bekend.", count=3)


# One figure


def test_a_figure_shows_all_measurements_with_certainty_area_and_source(client, growth, goal):
    growth.elements.add(goal)
    growth.measurements.filter(reference_on__year=2022).update(certainty=Certainty.PROVISIONAL, note="Over welk jaar?")
    page = client.get("/resultaten/cijfers/economische-groei/").text
    rows = re.findall(r"<tr>.*?</tr>", section(page, "Alle metingen"), re.S)[1:]
    assert [re.search(r'<th scope="row">([^<]+)', row)[1] for row in rows] == ["2022", "2017", "2017", "2016", "2016"]
    assert '<td class="number" data-label="Waarde">4,6%</td>' in rows[0]
    assert '<td data-label="Zekerheid">voorlopig</td>' in rows[0]
    assert "Over welk jaar?" in rows[0]
    assert "Presentatie Samenwerken in Regio Zwolle" in rows[0]
    assert sorted(re.search(r'data-label="Gebied">([^<]+)', row)[1] for row in rows[1:3]) == [
        "Nederland",
        "Regio Zwolle",
    ]
    assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Opgave 1.2: Toekomstbestendige arbeidsmarkt</a>', page)


def test_sources_that_disagree_stand_side_by_side(client, helped):
    other = Source.objects.create(slug="krant", title="Krant")
    helped.measurements.create(
        reference_on=date(2023, 1, 1), reference_text="begin 2023", value=3900, source=other, comparable=False
    )
    part = section(client.get("/resultaten/cijfers/naar-werk/").text, "Alle metingen")
    assert re.findall(r'data-label="Waarde">([^<]+)', part)[:2] == ["meer dan 4.500", "3.900"]


def test_the_targets_of_a_figure_are_told_with_when(client, promise):
    part = section(client.get("/resultaten/cijfers/extra-woningen/").text, "Streefwaarden")
    assert re.findall(r'data-label="Streefwaarde">([^<]+)', part) == ["ten minste 50.000", "50.000"]
    assert '<th scope="row">Vóór 2040</th>' in part
    assert '<th scope="row"><span class="unknown">nog niet bekend</span></th>' in part


def test_a_figure_for_one_partner_names_it(client, zwolle, deck):
    indicator = Indicator.objects.create(
        slug="bijdrage", name="Bijdrage", nature=IndicatorNature.INVESTED, sentence="per inwoner.", unit="euro",
        scope=Scope.PARTNER,
    )  # fmt: skip
    indicator.measurements.create(
        scope=Scope.PARTNER,
        partner=zwolle,
        reference_on=date(2018, 1, 1),
        reference_text="2018",
        value="2.75",
        source=deck,
    )
    page = squeezed(client.get("/resultaten/cijfers/bijdrage/").text)
    assert "<strong>€\N{NO-BREAK SPACE}2,75</strong>" in page
    assert "Datum: 2018. Voor Zwolle. Bron:" in page
    assertInHTML(f'<td data-label="Gebied"><a href="{zwolle.get_absolute_url()}">Zwolle</a></td>', page)


# Programmes


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
    text = re.sub(r"<[^>]+>", "", section(page, "Projecten")).replace("\N{NO-BREAK SPACE}", " ")
    assert said in re.sub(r"\s+", " ", text)
    assert len(re.findall(r'<h3><a href="/resultaten/projecten/', page)) == confirmed + presumed


def test_a_part_of_a_project_does_not_count_as_a_project(deal, deck):
    campus = Project.objects.get(slug="climate-campus")
    campus.parts.create(slug="deel", name="Deel", programme=campus.programme, status="bevestigd", source=deck)
    counted = Programme.objects.with_project_counts().get(pk=deal.pk)
    assert (counted.confirmed, counted.presumed, counted.named, counted.unnamed) == (1, 1, 2, 2)


def test_projects_stand_under_their_line_of_action(client, deal, taking_part):
    page = client.get("/resultaten/programmas/regio-deal/").text
    part = section(page, "Aan de slag met klimaat")
    assert "Climate Campus" in part
    assert '<span class="badge">Niet bevestigd</span> Trekker: Dalfsen (vermoedelijk).' in part
    assert part.count("Niet bevestigd") == 1


def test_a_line_of_action_has_a_page_that_leads_back(client, deal):
    page = client.get("/resultaten/programmas/klimaat/").text
    assertInHTML('<li><a href="/resultaten/programmas/regio-deal/">Regio Deal</a></li>', page)
    assert "Onderdeel van Regio Deal" in page
    assert "Zij zijn in de bronnen niet verdeeld over de onderdelen." in page


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
    money = section(client.get("/resultaten/programmas/regio-deal/").text, "Geld").replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 22,5 miljoen van zo’n € 90 miljoen is uitgesplitst naar wie betaalt." in money
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


# Projects


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
    assert named(client.get(PROJECTS + query)) == names


def test_a_choice_that_fits_nothing_says_what_to_do(client, taking_part, deck, zwolle):
    other = Programme.objects.create(slug="anders", name="Anders", source=deck)
    Project.objects.create(slug="iets", name="Iets", programme=other, status="bevestigd", source=deck)
    page = client.get(f"{PROJECTS}?programma=anders&partner=zwolle")
    assert named(page) == []
    assertContains(page, "Geen project past bij uw keuze.")
    assertContains(page, 'href="/resultaten/projecten/">Toon alle projecten')


@pytest.mark.parametrize(
    "query",
    ["?programma=onzin", "?partner=%00", "?partner=%FF%FE", "?programma=" + "9" * 5000, "?partner[]=x&partner=1e400"],
)
def test_a_choice_that_does_not_exist_is_told_and_left_out(client, taking_part, query):
    page = client.get(PROJECTS + query)
    assert named(page) == ["Climate Campus", "Station Steenwijk"]
    assertContains(page, "Wij laten dit deel van uw keuze weg.", count=1)


def test_the_list_for_htmx_is_a_piece_of_its_page(client, taking_part):
    page = client.get(f"{PROJECTS}?partner=zwolle")
    piece = client.get(f"{PROJECTS}?partner=zwolle", headers={"HX-Request": "true", "HX-Target": "projects"})
    assertInHTML(piece.text, page.text)
    assert piece.text.lstrip().startswith('<div id="projects">')
    assert "HX-Target" in page["Vary"]


def test_the_filter_remembers_what_was_chosen(client, taking_part):
    page = client.get(f"{PROJECTS}?programma=klimaat&partner=zwolle")
    assertContains(page, '<option value="klimaat" selected>Aan de slag met klimaat</option>', html=True)
    assertContains(page, '<option value="zwolle" selected>Zwolle</option>', html=True)


def test_without_projects_the_list_says_so(client, db):
    assertContains(client.get(PROJECTS), "Er zijn nog geen projecten met naam bekend.")


def test_a_project_tells_its_partners_by_role_the_leader_first(client, taking_part, goal, deck):
    taking_part.elements.add(goal)
    page = squeezed(client.get("/resultaten/projecten/climate-campus/").text)
    part = section(page, "Wie doet mee\\?")
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


# All pages


@pytest.mark.parametrize("name", ["indicator", "programme", "project"])
@pytest.mark.parametrize("slug", ["bestaat-niet", "x" * 4000])
def test_what_does_not_exist_is_not_found(client, db, name, slug):
    assert client.get(reverse(f"results:{name}", args=[slug])).status_code == 404


@pytest.mark.parametrize(
    "path", ["", "cijfers/naar-werk/", "programmas/regio-deal/", "projecten/", "projecten/station/"]
)
def test_pages_only_show_set_no_cookie_and_have_one_h1(client, helped, deal, path):
    page = client.get(f"/resultaten/{path}")
    assert page.text.count("<h1") == 1
    assert not page.cookies
    assertNotContains(page, "csrfmiddlewaretoken")
    assert client.post(f"/resultaten/{path}").status_code == 405


@pytest.fixture
def much(helped, promise, growth, deal, deck, goal, zwolle):
    """Adds `count` of everything that a page can list."""

    def much(count):
        for number in range(count):
            partner = Partner.objects.create(slug=f"p{number}", name=f"Partner {number}", kind=PartnerKind.PROJECT)
            indicator = Indicator.objects.create(
                slug=f"i{number}", name=f"Cijfer {number}", nature=IndicatorNature.ACHIEVED, sentence="x", unit="x",
                headline_position=10 + number,
            )  # fmt: skip
            for one in (helped, indicator):
                one.elements.add(goal)
                one.measurements.create(
                    reference_on=date(2000 + number, 1, 1), reference_text="x", value=number, source=deck
                )
                one.measurements.create(
                    partner=partner, scope=Scope.PARTNER, reference_on=date(2000, 1, 1), reference_text="x", value=1,
                    source=deck,
                )  # fmt: skip
            promise.targets.create(value=number, due_on=date(2030 + number, 1, 1), source=deck)
            line = deal.lines.create(slug=f"l{number}", name=f"Lijn {number}", source=deck)
            line.elements.add(goal)
            for programme in (deal, line):
                project = Project.objects.create(
                    slug=f"{programme.slug}-{number}",
                    name=f"Project {number}",
                    programme=programme,
                    status="bevestigd",
                    source=deck,
                )
                project.elements.add(goal)
                ProjectPartner.objects.create(project=project, partner=partner, role=ProjectRole.LEAD)
            station = Project.objects.get(slug="station")
            station.parts.create(
                slug=f"d{number}", name="Deel", programme=station.programme, status="bevestigd", source=deck
            )
            ProjectPartner.objects.create(project=station, partner=partner, role=ProjectRole.PARTNER)
            for owner in (deal, station):
                owner.fundings.create(
                    funder=Funder.STATE, year=2000 + number, reference_on=date(2020, 1, 1), reference_text="x",
                    source=deck,
                )  # fmt: skip

    return much


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("", 8),
        ("cijfers/", 7),
        ("cijfers/naar-werk/", 6),
        ("correcties/", 2),
        ("zonder-cijfer/", 7),
        ("programmas/regio-deal/", 7),
        ("projecten/", 7),
        ("projecten/station/", 7),
    ],
)
def test_a_page_costs_the_same_however_much_it_shows(client, much, count, path, queries, django_assert_num_queries):
    much(count)
    with django_assert_num_queries(queries):
        assert client.get(f"/resultaten/{path}").status_code == 200


# The desk


@pytest.fixture
def desk(client, secretary):
    """The admin, as the secretariat sees it."""
    client.force_login(secretary)
    return client


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("model", "queries"), [("indicator", 9), ("measurement", 4), ("programme", 5), ("project", 8)])
def test_the_lists_of_the_desk_cost_the_same_however_long(desk, much, model, queries, count, django_assert_num_queries):
    much(count)
    with django_assert_num_queries(queries):
        assert desk.get(reverse(f"admin:results_{model}_changelist")).status_code == 200


def test_the_desk_tells_at_a_glance_what_is_known(desk, helped, promise, taking_part):
    indicators = desk.get(reverse("admin:results_indicator_changelist")).text
    assert "meer dan 4.500" in indicators
    assert "ten minste 50.000" in indicators
    assert "4.500" in desk.get(reverse("admin:results_measurement_changelist")).text
    assertContains(
        desk.get(reverse("admin:results_programme_changelist")), '<td class="field-named">2</td>', count=2, html=True
    )
    assert '<td class="field-who_leads">Zwolle</td>' in desk.get(reverse("admin:results_project_changelist")).text


@pytest.mark.parametrize("model", [Indicator, Measurement, Programme, Project])
def test_every_form_of_the_desk_opens_and_leads_to_the_site(desk, helped, deal, model):
    one = model.objects.first()
    name = model._meta.model_name
    page = desk.get(reverse(f"admin:results_{name}_change", args=[one.pk]))
    assertContains(page, "viewsitelink")
    assert desk.get(reverse(f"admin:results_{name}_add")).status_code == 200


def test_the_desk_finds_whole_programmes_and_lines(desk, deal):
    address = reverse("admin:results_programme_changelist")
    assert [one.name for one in desk.get(f"{address}?soort=geheel").context["cl"].result_list] == ["Regio Deal"]
    lines = desk.get(f"{address}?soort=onderdeel").context["cl"].result_list
    assert [one.name for one in lines] == ["Aan de slag met klimaat"]


def test_the_desk_refuses_two_headlines_in_one_place(desk, helped, promise):
    """In Dutch, at the form."""
    page = desk.post(
        reverse("admin:results_indicator_change", args=[promise.pk]),
        {
            "name": promise.name,
            "slug": promise.slug,
            "nature": promise.nature,
            "sentence": promise.sentence,
            "unit": promise.unit,
            "scope": promise.scope,
            "headline_position": "1",
            "measurements-TOTAL_FORMS": "0",
            "measurements-INITIAL_FORMS": "0",
            "targets-TOTAL_FORMS": "0",
            "targets-INITIAL_FORMS": "0",
        },
    )
    assertContains(page, "Op deze plaats staat al een ander cijfer.")
