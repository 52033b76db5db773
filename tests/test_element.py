"""The page of one part of the agenda: its words, what hangs together with it, and what it yields."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import (
    Action,
    ActionStatus,
    ElementKind,
    ElementLink,
    Participation,
    ParticipationRole,
    Version,
    Wording,
)
from consultation.deciding.models import Dossier
from consultation.models import Consultation
from partners.models import Partner, PartnerKind
from results.models import Indicator, IndicatorNature, Measurement, Programme, Project, ProjectStatus, Scope, Target
from tests.published import add, unsealed
from tests.reading import link_of_chain, section, visible


def test_money_that_may_overlap_is_drawn_on_one_scale_and_of_other_figures_two_are_large(client, goal, deck):
    values = {"Rijk": (100_000_000, ""), "Meppel": (28_000_000, "ruim"), "Zwolle": (53_000_000, "ruim"), "Per": (3, "")}
    known = {name: ("euro", *value) for name, value in values.items()}
    known |= {name: ("woningen", count, "") for count, name in enumerate(["Kampen", "Urk", "Ommen"], start=1)}
    for name, (unit, value, qualifier) in known.items():
        indicator = Indicator.objects.create(
            slug=name.lower(), name=name, nature=IndicatorNature.PROMISED, sentence="x.", unit=unit
        )
        indicator.elements.add(goal)
        indicator.measurements.create(
            value=value, qualifier=qualifier, reference_on=date(2022, 6, 1), reference_text="2022", source=deck
        )
    page = client.get(goal.get_absolute_url())
    (drawn,) = re.findall(r'<svg class="full".*?</svg>', page.text, re.DOTALL)
    assert re.findall(r'<rect class="(\w+)" x="[^"]+" y="[^"]+" width="([^"]+)"', drawn) == [
        ("solid", "100.0%"),
        ("hatched", "53.0%"),
        ("hatched", "28.0%"),
    ]
    said = section(page, "opbrengst")
    assert "Een bedrag kan een deel van een ander zijn. Daarom tellen wij ze niet op." in said
    assert "Ruim € 53 miljoen: Zwolle" in said
    assert page.text.count('<figure class="figure promised">') == 2
    assert "Ook toegezegd: 5 cijfers" in said
    Indicator.objects.filter(unit="woningen").delete()
    assert "Elk bedrag met zijn bron" in section(client.get(goal.get_absolute_url()), "opbrengst")


def test_short_words_are_the_heading_of_a_part(client, goal):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assertInHTML(
        '<h1 class="document" data-answer>Werken aan een toekomst\N{SOFT HYPHEN}bestendige arbeidsmarkt</h1>', page.text
    )
    assertInHTML('<p class="kicker">Opgave 1.2</p>', page.text)
    assert "<title>Opgave 1.2: Toekomstbestendige arbeidsmarkt – Regio Zwolle</title>" in page.text


def test_long_words_stand_under_the_name_of_a_part(client, ambition):
    with unsealed():
        Wording.objects.update(text="Lange woorden. " * 10)
    page = client.get("/agenda/tekst/RZ24-R3/")
    assertInHTML('<h1 class="document">Regionale ambitie 3</h1>', page.text)
    assertInHTML('<p class="kicker">Arbeidsmarkt voor de transities</p>', page.text)


@pytest.mark.parametrize("change", [{"text": "Eerste\n\nTweede"}, {"markup": "<p>Een <em>woord</em></p>"}])
def test_words_of_more_than_one_line_or_with_markup_stand_under_the_name_of_a_part(client, ambition, change):
    with unsealed():
        Wording.objects.update(**change)
    page = client.get("/agenda/tekst/RZ24-R3/")
    assertInHTML('<h1 class="document">Regionale ambitie 3</h1>', page.text)


def test_a_part_gives_the_code_to_cite_and_the_version(client, goal):
    words = visible(client.get("/agenda/tekst/RZ24-L1.2/"))
    assert "Versie 1: concept, 8 december 2022." in words
    assert "Gebruik de code RZ24-L1.2@1 ." in words


@pytest.mark.parametrize("kind", ElementKind)
def test_every_kind_has_a_page_with_one_heading(client, agenda, version, line, kind):
    parent = line if kind in [ElementKind.GOAL, ElementKind.PARAGRAPH] else None
    element = add(agenda, version, "RZ24-X1", kind, 30, parent=parent)
    page = client.get(element.get_absolute_url())
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert "Waarom staat dit hier?" in visible(page)
    has_work = kind in [ElementKind.LINE, ElementKind.CLOSING, ElementKind.GOAL]
    assert ("Wie doet mee?" in page.text) == has_work


@pytest.mark.parametrize(
    "code", ["RZ24-L9", "%00", "RZ24-L1.2%00", "%FF", "x" * 33, "9" * 500, "../../etc", "RZ24-L1.2%0A"]
)
def test_an_unknown_code_is_not_found(client, goal, code):
    assert client.get(f"/agenda/tekst/{code}/").status_code == 404


def test_a_part_that_nobody_may_read_yet_is_not_found(client, goal):
    with unsealed():
        Version.objects.update(published_at=timezone.now() + timedelta(hours=1))
    assert client.get("/agenda/tekst/RZ24-L1.2/").status_code == 404


def test_links_are_told_both_ways_with_the_editors_reason(client, link):
    served = section(client.get("/agenda/tekst/RZ24-L1.2/"), "samenhang")
    assert "Dit draagt bij aan Regionale ambitie 3: Arbeidsmarkt voor de transities" in served
    assert "Verband gelegd door de redactie. Beide noemen de arbeidsmarkt." in served
    assert "Hieraan dragen bij" not in served
    serving = section(client.get("/agenda/tekst/RZ24-R3/"), "samenhang")
    assert "Hieraan dragen bij Opgave 1.2: Toekomstbestendige arbeidsmarkt" in serving
    assert "Dit draagt bij aan" not in serving


def test_a_link_to_what_nobody_may_read_is_left_out(client, link):
    with unsealed():
        Wording.objects.filter(element=link.serves).delete()
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assert "De redactie vond in de woorden geen verband met een ander onderdeel." in visible(page)


def test_a_line_lists_its_parts_and_a_goal_leads_back(client, goal):
    parts = section(client.get("/agenda/tekst/RZ24-L1/"), "delen")
    assert "Opgave 1.2 Werken aan een toekomstbestendige arbeidsmarkt" in parts
    goal_page = client.get("/agenda/tekst/RZ24-L1.2/")
    assertInHTML('<li><a href="/agenda/tekst/RZ24-L1/">Economie &amp; Arbeidsmarkt</a></li>', goal_page.text)


def test_a_part_leads_to_the_parts_before_and_after_it(client, goal, ambition, other_line):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assertInHTML('<a href="/agenda/tekst/RZ24-L1/">Vorige: uitvoeringslijn 1</a>', page.text)
    assertInHTML('<a href="/agenda/tekst/RZ24-L2/">Volgende: uitvoeringslijn 2</a>', page.text)
    assert "Vorige:" not in client.get("/agenda/tekst/RZ24-R3/").text
    assert "Volgende:" not in client.get("/agenda/tekst/RZ24-L2.1/").text


def test_actions_are_told_with_their_progress(client, goal, zwolle, deck):
    Action.objects.create(
        element=goal,
        title="Leerwerkplekken",
        status=ActionStatus.RUNNING,
        progress_note="12 plekken, 1 mei 2024.",
        lead=zwolle,
        due_on=date(2025, 12, 31),
        source=deck,
    )
    Action.objects.create(element=goal, title="Nog iets", source=deck)
    for path in ["/agenda/tekst/RZ24-L1.2/", "/agenda/tekst/RZ24-L1/"]:
        words = section(client.get(path), "acties")
        assert re.search(r"Leerwerkplekken (Opgave 1.2 )?Loopt 12 plekken, 1 mei 2024\.", words)
        assert re.search(r"Zwolle 31 december 2025", words)
        assert re.search(r"Nog iets (Opgave 1.2 )?nog niet bekend", words)


def test_no_action_is_said_to_be_unknown(client, goal):
    assert "nog niet bekend Deze versie van de agenda noemt bij opgave 1.2 geen acties." in section(
        client.get("/agenda/tekst/RZ24-L1.2/"), "acties"
    )


def test_who_takes_part_in_the_line_takes_part_in_its_goals(client, goal, zwolle, dalfsen, deck):
    Participation.objects.create(partner=zwolle, element=goal.parent, source=deck)
    Participation.objects.create(
        partner=dalfsen,
        element=goal,
        role=ParticipationRole.LEAD,
        contribution="twee dagen per week",
        starts_on=date(2024, 1, 1),
        source=deck,
    )
    words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "deelname")
    told = r"Dalfsen opgave 1.2 .* Doet mee sinds 1 januari 2024 als trekker Twee dagen per week"
    assert re.search(told, words)
    assert re.search(r"Zwolle de hele uitvoeringslijn 1 .* Doet mee nog niet bekend", words)
    assert words.index("Dalfsen") < words.index("Zwolle")
    assert "Van de andere partners is nog niet bekend of ze meedoen." in words


def test_an_example_partner_does_not_take_part(client, goal, zwolle, deck):
    Partner.objects.filter(pk=zwolle.pk).update(is_example=True)
    Participation.objects.create(partner=zwolle, element=goal, source=deck)
    assert "Zwolle" not in section(client.get("/agenda/tekst/RZ24-L1.2/"), "deelname")


def test_one_can_react_while_a_consultation_is_open(client, goal, open_consultation):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    link = r'<a class="button" href="/consultaties/conceptagenda/reageren/RZ24-L1.2/"[^>]*>Reageer op opgave 1.2</a>'
    assert len(re.findall(link, page.text)) == 1
    Consultation.objects.update(closes_at=timezone.now())
    assert "Reageer op" not in client.get("/agenda/tekst/RZ24-L1.2/").text


@pytest.mark.parametrize("item_count", [1, 3])
def test_a_part_needs_no_more_queries_for_more_beside_it(
    client,
    agenda,
    version,
    goal,
    link,
    zwolle,
    deck,
    open_consultation,
    item_count,
    django_assert_num_queries,
):
    programme = Programme.objects.create(slug="deal", name="Deal", source=deck)
    programme.elements.add(goal)
    for place in range(item_count):
        other = add(agenda, version, f"RZ24-R9{place}", ElementKind.REGIONAL, 40 + place)
        ElementLink.objects.create(element=goal, serves=other, reason="Omdat.")
        Action.objects.create(element=goal, title=f"Actie {place}", lead=zwolle, source=deck)
        partner = Partner.objects.create(slug=f"p{place}", name=f"Partner {place}", kind=PartnerKind.BUSINESS)
        Participation.objects.create(partner=partner, element=goal, source=deck)
        indicator = Indicator.objects.create(slug=f"i{place}", name=f"I {place}", nature="bereikt", unit="banen")
        indicator.elements.add(goal)
        project = Project.objects.create(
            slug=f"p{place}",
            name=f"P {place}",
            programme=programme,
            status=ProjectStatus.CONFIRMED,
            source=deck,
        )
        project.elements.add(goal)
        Dossier.objects.create(slug=f"d{place}", title=f"Dossier {place}", version=version)
    with django_assert_num_queries(25):
        client.get("/agenda/tekst/RZ24-L1.2/")


@pytest.fixture
def indicator(goal):
    indicator = Indicator.objects.create(
        slug="naar-werk",
        name="Naar werk",
        nature=IndicatorNature.ACHIEVED,
        sentence="inwoners naar werk.",
        unit="inwoners",
    )
    indicator.elements.add(goal)
    return indicator


def test_a_figure_shows_its_newest_value_of_its_own_area(client, indicator, deck):
    for year, value, scope in [(2021, 1400, Scope.REGION), (2023, 4500, Scope.REGION), (2024, 99, Scope.COUNTRY)]:
        Measurement.objects.create(
            indicator=indicator,
            value=value,
            qualifier="meer dan",
            scope=scope,
            reference_on=date(year, 1, 1),
            reference_text=f"begin {year}",
            source=deck,
        )
    words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "opbrengst")
    assert "Meer dan 4.500 inwoners naar werk. Peildatum: begin 2023. Bron: Presentatie Samenwerken" in words
    assert "1.400" not in words
    assert "99" not in words


def test_a_promise_shows_the_target_furthest_ahead_and_stands_apart(client, indicator, goal, deck):
    promise = Indicator.objects.create(
        slug="woningen",
        name="Woningen",
        nature=IndicatorNature.PROMISED,
        sentence="woningen erbij.",
        unit="woningen",
    )
    promise.elements.add(goal)
    Target.objects.create(indicator=promise, value=50000, due_on=date(2039, 12, 31), due_text="vóór 2040", source=deck)
    Target.objects.create(indicator=promise, value=100, source=deck)
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    words = section(page, "opbrengst")
    assert "50.000 woningen erbij. Streefwaarde, vóór 2040. Meting: nog niet bekend . Bron: Presentatie" in words
    assert words.index("Bereikt") < words.index("Toegezegd") < words.index("50.000")
    assert 'class="figure promised"' in page.text


def test_a_figure_keeps_its_warning(client, indicator):
    Indicator.objects.update(warning="Geteld op een andere manier.")
    words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "opbrengst")
    assert "Geteld op een andere manier. Naar werk" in words


def test_a_figure_without_a_value_is_said_to_be_unknown(client, indicator):
    words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "opbrengst")
    assert "nog niet bekend inwoners naar werk." in words
    assert (
        link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het cijfer") == "1 cijfer zegt iets over dit onderdeel"
    )


def test_programmes_and_projects_are_linked(client, goal, deck):
    programme = Programme.objects.create(slug="deal", name="Regio Deal", source=deck, period_text="2020 tot 2024")
    project = Project.objects.create(
        slug="werkplein", name="Werkplein", programme=programme, status=ProjectStatus.CONFIRMED, source=deck
    )
    programme.elements.add(goal)
    project.elements.add(goal)
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    assertInHTML(f'<a href="{reverse("results:programme", args=["deal"])}">Regio Deal</a>', page.text)
    assertInHTML(f'<a href="{reverse("results:project", args=["werkplein"])}">Werkplein</a>', page.text)
    assert "Programma, 2020 tot 2024" in visible(page)


def test_nothing_is_said_to_be_nothing(client, goal):
    page = client.get("/agenda/tekst/RZ24-L1.2/")
    words = section(page, "opbrengst")
    assert "Bij opgave 1.2 hoort nog geen cijfer." in words
    assert "Bij opgave 1.2 hoort nog geen project." in words
    assert link_of_chain(page, "Het cijfer") == "Er is nog geen cijfer dat dit onderdeel meet."
