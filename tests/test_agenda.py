"""The agenda: the whole text, each of its parts, the print edition, and the secretariat's desk for it."""

import re
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.actions import draft_next
from agenda.models import (
    Action,
    ActionStatus,
    Agenda,
    Element,
    ElementKind,
    ElementLink,
    Milestone,
    Participation,
    ParticipationRole,
    Statement,
    StatementKind,
    Succession,
    Version,
    VersionStatus,
    Wording,
)
from agenda.outline import chapters
from consultation.models import (
    Answer,
    Consultation,
    Decision,
    Dossier,
    Level,
    Outcome,
    Point,
    PointKind,
    Response,
    ResponseState,
    Track,
    Verdict,
)
from partners.models import Body, BodyKind, Partner, PartnerKind
from partners.templatetags.dutch import day
from results.models import (
    Indicator,
    IndicatorNature,
    Measurement,
    Programme,
    Project,
    ProjectStanding,
    Scope,
    Target,
)
from tests.published import put, unsealed


def visible(response):
    """The words of a page as a reader meets them, on one line."""
    main = response.text.split('<main id="inhoud"')[-1].split("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", main)
    return re.sub(r"[ \n]+", " ", words.replace("\xa0", " ").replace("&#x27;", "'").replace("&amp;", "&"))


def section(response, anchor):
    """What a reader meets in one section of a page, the one whose heading has the id `anchor`."""
    parts = re.split(r'(?=<section class="section)', response.text)
    [part] = [part for part in parts if f'id="{anchor}"' in part]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).strip()


def link_of_chain(response, name):
    """What stands beside one link of 'Waarom staat dit hier?'."""
    chain = response.text.split('<ol class="chain" id="chain">')[1].split("</ol>")[0]
    [item] = [item for item in chain.split('<p class="numeral">') if f"<h3>{name}</h3>" in item]
    words = re.sub(r"<[^>]+>", " ", item.split(f"<h3>{name}</h3>")[1])
    return re.sub(r"\s+", " ", words).strip()


def shown_codes(response):
    """The codes of the parts that stand on the page with the whole agenda, in order."""
    return re.findall(r'<(?:section class="chapter"|div class="passage") id="(RZ24-[^"]+)"', response.text)


def add(agenda, version, code, kind, position, text="Woorden.", **fields):
    """A part of the agenda with its words in `version`."""
    element = Element.objects.create(
        agenda=agenda, code=code, kind=kind, position=position, **({"name": f"Naam van {code}"} | fields)
    )
    put(element, version, text)
    return element


@pytest.fixture
def other_line(agenda, version):
    """Implementation line 2 with goal 2.1."""
    line = add(agenda, version, "RZ24-L2", ElementKind.LINE, 20, number="2")
    add(agenda, version, "RZ24-L2.1", ElementKind.GOAL, 21, number="2.1", parent=line)
    return line


@pytest.fixture
def link(goal, ambition):
    """That goal 1.2 contributes to ambition 3."""
    return ElementLink.objects.create(element=goal, serves=ambition, reason="Beide noemen de arbeidsmarkt.")


@pytest.fixture
def next_version(agenda, deck):
    """A newer version that everyone may read, still without words."""
    return Version.objects.create(
        agenda=agenda,
        number=2,
        status=VersionStatus.ADOPTED,
        dated_on=date(2023, 6, 30),
        published_at=datetime(2023, 6, 30, tzinfo=UTC),
        source=deck,
    )


class TestWholeAgenda:
    def test_it_shows_the_words_with_number_and_version(self, client, goal, deck):
        page = client.get("/agenda/")
        assert "<h1" in page.text
        assert visible(page).count("Werken aan een toekomstbestendige arbeidsmarkt") == 1
        assert "Versie 1: concept, 8 december 2022. Bron: Presentatie Samenwerken in Regio Zwolle." in visible(page)
        assertInHTML('<h3 class="code"><span class="visually-hidden">Opgave</span> 1.2</h3>', page.text)
        assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Meer over opgave 1.2</a>', page.text)

    def test_the_editors_explanation_stands_apart_from_the_words(self, client, wording):
        wording.explanation = "Er is te weinig personeel."
        wording.save()
        assertInHTML(
            "<div class='source'><p><strong>Toelichting van de redactie</strong></p>"
            "<p>Er is te weinig personeel.</p></div>",
            client.get("/agenda/").text,
        )

    def test_a_line_is_the_heading_over_its_goals_and_says_its_words_once(self, client, goal):
        page = client.get("/agenda/")
        assertInHTML('<h2 id="kop-RZ24-L1">1. Economie &amp; Arbeidsmarkt</h2>', page.text)
        assert page.text.count('<div class="says"><p>Economie &amp; Arbeidsmarkt</p></div>') == 0
        assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2"]

    def test_every_link_in_the_contents_leads_to_a_place_on_the_page(self, client, agenda, version, ambition, goal):
        add(agenda, version, "RZ24-A", ElementKind.AMBITION, 1)
        add(agenda, version, "RZ24-L1.a", ElementKind.PARAGRAPH, 11, number="1.a", parent=goal.parent)
        page = client.get("/agenda/")
        contents = page.text.split('id="inhoudsopgave"')[1].split("</nav>")[0]
        targets = re.findall('href="#([^"]+)"', contents)
        assert targets == ["vanaf-RZ24-A", "vanaf-RZ24-R3", "RZ24-L1", "RZ24-L1.2"]
        assert all(page.text.count(f'id="{target}"') == 1 for target in targets)

    def test_status_and_notes_of_the_editors_stand_above_the_text(self, client, agenda, version, goal):
        agenda.status_note = "Vastgesteld in 2023.\n\nDe dag is nog niet bekend."
        agenda.introduction = "Dit willen wij samen."
        agenda.save()
        version.note = "Uit de presentatie."
        version.save()
        page = client.get("/agenda/")
        assertInHTML(
            '<div class="notice"><p>Vastgesteld in 2023.</p><p>De dag is nog niet bekend.</p></div>', page.text
        )
        assertInHTML('<p class="lead">Dit willen wij samen.</p>', page.text)
        assertInHTML("<details><summary>Over deze versie</summary><p>Uit de presentatie.</p></details>", page.text)

    def test_without_a_published_version_it_says_so(self, client, version, goal):
        with unsealed():
            Version.objects.update(published_at=None)
        page = client.get("/agenda/")
        assert page.status_code == 200
        assert "Er staat nog geen agenda op deze site." in visible(page)
        assert "toekomstbestendige" not in page.text

    def test_the_newest_published_version_is_shown(self, client, goal, next_version):
        put(goal, next_version, "Nieuwe woorden")
        assert "Versie 2: vastgesteld, 30 juni 2023." in visible(client.get("/agenda/"))
        assert "Nieuwe woorden" in visible(client.get("/agenda/"))
        with unsealed():
            Version.objects.filter(pk=next_version.pk).update(published_at=timezone.now() + timedelta(hours=1))
        assert "Nieuwe woorden" not in visible(client.get("/agenda/"))

    def test_one_can_react_to_every_part_while_a_consultation_is_open(self, client, goal, open_consultation):
        page = client.get("/agenda/")
        links = re.findall(r'<a href="(/consultaties/[^"]+/reageren/[^"]+)"[^>]*>([^<]+)</a>', page.text)
        assert links == [
            ("/consultaties/conceptagenda/reageren/RZ24-L1/", "Reageer op uitvoeringslijn 1"),
            ("/consultaties/conceptagenda/reageren/RZ24-L1.2/", "Reageer op opgave 1.2"),
        ]
        assert "Reageren kan tot en met" in visible(page)
        assert "Voorbeeld" not in visible(page)

    def test_an_open_example_is_marked(self, client, goal, open_consultation):
        Consultation.objects.update(is_example=True)
        assert "Voorbeeld Over deze tekst loopt nu een consultatie" in visible(client.get("/agenda/"))

    def test_a_real_consultation_goes_before_an_example(self, client, goal, version, open_consultation):
        Consultation.objects.create(
            slug="voorbeeld",
            title="Voorbeeld",
            version=version,
            opens_at=open_consultation.opens_at,
            closes_at=open_consultation.closes_at - timedelta(days=1),
            is_example=True,
        )
        assert "/consultaties/conceptagenda/reageren/RZ24-L1.2/" in client.get("/agenda/").text

    @pytest.mark.parametrize(
        "change",
        [
            {"opens_at": timezone.now() + timedelta(days=1)},
            {"closes_at": timezone.now() - timedelta(minutes=1)},
            {"takes_responses": False},
        ],
    )
    def test_one_cannot_react_when_none_is_open(self, client, goal, open_consultation, change):
        Consultation.objects.update(**change)
        page = client.get("/agenda/")
        assert "Reageer op" not in page.text
        assert "Over deze tekst loopt nu geen consultatie." in visible(page)

    def test_a_consultation_on_another_version_does_not_count(self, client, goal, open_consultation, next_version):
        put(goal, next_version, "Nieuwe woorden")
        assert "Reageer op" not in client.get("/agenda/").text

    def test_it_carries_nothing_personal(self, client, goal, open_consultation):
        page = client.get("/agenda/")
        assert not page.cookies
        assert "csrfmiddlewaretoken" not in page.text

    @pytest.mark.parametrize("path", ["/agenda/", "/agenda/afdrukken/", "/agenda/tekst/RZ24-L1.2/"])
    def test_it_only_shows(self, client, goal, path):
        assert client.post(path).status_code == 405

    @pytest.mark.parametrize("goal_count", [1, 3])
    def test_its_queries_do_not_grow(
        self,
        client,
        agenda,
        version,
        line,
        zwolle,
        ambition,
        link,
        open_consultation,
        goal_count,
        django_assert_num_queries,
    ):
        for position in range(1, goal_count):
            add(agenda, version, f"RZ24-L1.9{position}", ElementKind.GOAL, 12 + position, parent=line)
        for each in Element.objects.filter(kind=ElementKind.GOAL):
            Action.objects.create(element=each, title="Scholen", lead=zwolle, source=version.source)
        Participation.objects.create(partner=zwolle, element=line, source=version.source)
        with django_assert_num_queries(5):
            client.get("/agenda/")
        with django_assert_num_queries(6):
            client.get("/agenda/", {"ambitie": "RZ24-R3", "lijn": "RZ24-L1", "partner": "zwolle"})


@pytest.mark.parametrize("path", ["/agenda/", "/agenda/afdrukken/"])
class TestProgress:
    """What is done for each goal stands beside its words, on screen and on paper."""

    def test_each_goal_tells_its_actions_how_far_they_are_and_who_leads(self, client, goal, zwolle, deck, path):
        Action.objects.create(
            element=goal, position=1, title="Leerpleinen openen", status=ActionStatus.RUNNING, lead=zwolle, source=deck
        )
        Action.objects.create(element=goal, position=2, title="Vouchers geven", source=deck)
        words = re.sub(r" (?=[.])", "", visible(client.get(path)))
        assert "Leerpleinen openen. Voortgang: loopt. Trekker: Zwolle." in words
        assert "Vouchers geven. Voortgang: nog niet bekend. Trekker: nog niet bekend." in words
        assert words.index("Leerpleinen openen") < words.index("Vouchers geven")
        assert "Acties: nog niet bekend" not in words

    def test_a_goal_without_actions_says_so_and_a_line_does_not(self, client, goal, path):
        assert visible(client.get(path)).count("Acties: nog niet bekend") == 1

    def test_it_counts_the_results_and_leads_to_them(self, client, goal, helped, deal, path):
        assert "Resultaten:" not in visible(client.get(path))
        goal.indicators.add(helped)
        page = client.get(path)
        assert "Resultaten: 1 cijfer bij opgave 1.2" in visible(page)
        assert 'href="/agenda/tekst/RZ24-L1.2/#opbrengst"' in page.text
        goal.programmes.add(deal)
        goal.projects.add(*Project.objects.all())
        assert "Resultaten: 1 cijfer en 3 programma’s en projecten bij opgave 1.2" in visible(client.get(path))


class TestFilter:
    def test_an_ambition_brings_itself_and_what_contributes_to_it_under_its_line(self, client, link, other_line):
        page = client.get("/agenda/", {"ambitie": "RZ24-R3"})
        assert shown_codes(page) == ["RZ24-R3", "RZ24-L1", "RZ24-L1.2"]
        assert "Die verbanden legt de redactie" in visible(page)

    def test_a_line_brings_itself_and_what_stands_under_it(self, client, goal, ambition, other_line):
        assert shown_codes(client.get("/agenda/", {"lijn": "RZ24-L2"})) == ["RZ24-L2", "RZ24-L2.1"]

    def test_a_partner_brings_the_whole_line_it_takes_part_in(self, client, goal, zwolle, deck, other_line):
        Participation.objects.create(partner=zwolle, element=goal.parent, source=deck)
        page = client.get("/agenda/", {"partner": "zwolle"})
        assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2"]
        assert "Van de meeste partners is nog niet bekend aan welke onderdelen zij meedoen." in visible(page)

    def test_a_partner_brings_the_goal_of_an_action_it_leads(self, client, goal, zwolle, deck, other_line):
        other_goal = Element.objects.get(code="RZ24-L2.1")
        Action.objects.create(element=other_goal, title="Bouwen", lead=zwolle, source=deck)
        assert shown_codes(client.get("/agenda/", {"partner": "zwolle"})) == ["RZ24-L2", "RZ24-L2.1"]

    def test_choices_together_narrow(self, client, link, zwolle, deck, other_line):
        Participation.objects.create(partner=zwolle, element=link.element.parent, source=deck)
        choice = {"ambitie": "RZ24-R3", "lijn": "RZ24-L1", "partner": "zwolle"}
        assert shown_codes(client.get("/agenda/", choice)) == ["RZ24-L1", "RZ24-L1.2"]
        assert shown_codes(client.get("/agenda/", choice | {"lijn": "RZ24-L2"})) == []

    def test_nothing_found_says_so_and_shows_the_way_back(self, client, goal, dalfsen):
        page = client.get("/agenda/", {"partner": "dalfsen"})
        assert shown_codes(page) == []
        assert "Geen onderdeel van de agenda past bij uw keuze. Toon de hele agenda" in visible(page)
        assert "Staat er niets, dan kan Dalfsen dus toch meedoen." in visible(page)

    def test_the_form_keeps_the_choice(self, client, goal, zwolle):
        page = client.get("/agenda/", {"partner": "zwolle"})
        assertInHTML('<option value="zwolle" selected>Zwolle</option>', page.text)

    def test_an_example_partner_cannot_be_chosen(self, client, goal, zwolle):
        Partner.objects.filter(pk=zwolle.pk).update(is_example=True)
        assert 'value="zwolle"' not in client.get("/agenda/").text

    def test_a_choice_that_does_not_exist_narrows_nothing_and_is_told(self, client, goal, other_line):
        page = client.get("/agenda/", {"lijn": "RZ24-L9"})
        assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2", "RZ24-L2", "RZ24-L2.1"]
        assert "Fout: deze keuze bestaat niet. Kies er een uit de lijst." in visible(page)

    @pytest.mark.parametrize("choice", [{}, {"lijn": "RZ24-L1"}, {"partner": "dalfsen"}])
    def test_the_piece_is_part_of_its_page(self, client, goal, dalfsen, other_line, choice):
        page = client.get("/agenda/", choice)
        piece = client.get("/agenda/", choice, headers={"HX-Request": "true", "HX-Target": "passages"})
        assert piece.text.strip().startswith('<section class="section plain" id="passages"')
        assertInHTML(piece.text, page.text)
        assert "HX-Target" in page["Vary"]

    @pytest.mark.parametrize(
        "query",
        [
            "ambitie=%00",
            "partner=%00&lijn=%00",
            "partner=%FF%FE",
            "lijn=RZ24-L1&lijn=RZ24-L1",
            "partner[]=zwolle",
            "lijn=" + "9" * 5000,
            "ambitie='; DROP TABLE agenda_element; --",
            "&&&===",
            "lijn=RZ24-L1.2",
        ],
    )
    def test_nothing_that_is_sent_breaks_it(self, client, goal, query):
        assert client.get(f"/agenda/?{query}").status_code == 200


class TestPrintEdition:
    def test_it_holds_everything_with_codes_links_and_sources(self, client, link, goal, deck):
        page = client.get("/agenda/afdrukken/")
        words = visible(page)
        assert "Versie 1: concept, 8 december 2022" in words
        assert words.count("Werken aan een toekomstbestendige arbeidsmarkt") == 1
        assert re.findall(r'<p class="source">(RZ24-[^<]+)</p>', page.text) == ["RZ24-R3@1", "RZ24-L1@1", "RZ24-L1.2@1"]
        assert (
            "Draagt bij aan regionale ambitie 3 (verband gelegd door de redactie): Beide noemen de arbeidsmarkt."
            in words
        )
        assert "Tekst: Presentatie Samenwerken in Regio Zwolle." in words
        assert "http://127.0.0.1:8000/agenda/" in words

    def test_its_contents_lead_to_places_on_the_page(self, client, goal, ambition):
        page = client.get("/agenda/afdrukken/")
        targets = set(re.findall('href="#([^"]+)"', page.text)) - {"inhoud"}
        assert targets == {"vanaf-RZ24-R3", "RZ24-L1", "RZ24-L1.2"}
        assert all(page.text.count(f'id="{target}"') == 1 for target in targets)

    def test_without_a_published_version_there_is_none(self, client, db):
        assert client.get("/agenda/afdrukken/").status_code == 404

    @pytest.mark.parametrize("goal_count", [1, 3])
    def test_its_queries_do_not_grow(
        self, client, agenda, version, line, zwolle, goal_count, django_assert_num_queries
    ):
        for position in range(goal_count):
            each = add(agenda, version, f"RZ24-L1.9{position}", ElementKind.GOAL, 12 + position, parent=line)
            Action.objects.create(element=each, title="Scholen", lead=zwolle, source=version.source)
        with django_assert_num_queries(6):
            client.get("/agenda/afdrukken/")


class TestElement:
    def test_short_words_are_its_heading(self, client, goal):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assertInHTML(
            '<h1 class="document">Werken aan een toekomst\N{SOFT HYPHEN}bestendige arbeidsmarkt</h1>', page.text
        )
        assertInHTML('<p class="kicker">Opgave 1.2</p>', page.text)
        assert "<title>Opgave 1.2: Toekomstbestendige arbeidsmarkt – Regio Zwolle</title>" in page.text

    def test_long_words_stand_under_its_name(self, client, ambition):
        with unsealed():
            Wording.objects.update(text="Lange woorden. " * 10)
        page = client.get("/agenda/tekst/RZ24-R3/")
        assertInHTML('<h1 class="document">Regionale ambitie 3</h1>', page.text)
        assertInHTML('<p class="kicker">Arbeidsmarkt voor de transities</p>', page.text)

    @pytest.mark.parametrize("change", [{"text": "Eerste\n\nTweede"}, {"markup": "<p>Een <em>woord</em></p>"}])
    def test_words_of_more_than_one_line_or_with_markup_stand_under_its_name(self, client, ambition, change):
        with unsealed():
            Wording.objects.update(**change)
        page = client.get("/agenda/tekst/RZ24-R3/")
        assertInHTML('<h1 class="document">Regionale ambitie 3</h1>', page.text)

    def test_it_gives_the_code_to_cite_and_the_version(self, client, goal):
        words = visible(client.get("/agenda/tekst/RZ24-L1.2/"))
        assert "Versie 1: concept, 8 december 2022." in words
        assert "Gebruik de code RZ24-L1.2@1 ." in words

    @pytest.mark.parametrize("kind", ElementKind)
    def test_every_kind_has_a_page_with_one_heading(self, client, agenda, version, line, kind):
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
    def test_an_unknown_code_is_not_found(self, client, goal, code):
        assert client.get(f"/agenda/tekst/{code}/").status_code == 404

    def test_a_part_that_nobody_may_read_yet_is_not_found(self, client, goal):
        with unsealed():
            Version.objects.update(published_at=timezone.now() + timedelta(hours=1))
        assert client.get("/agenda/tekst/RZ24-L1.2/").status_code == 404

    def test_links_are_told_both_ways_with_the_editors_reason(self, client, link):
        served = section(client.get("/agenda/tekst/RZ24-L1.2/"), "samenhang")
        assert "Dit draagt bij aan Regionale ambitie 3: Arbeidsmarkt voor de transities" in served
        assert "Verband gelegd door de redactie. Beide noemen de arbeidsmarkt." in served
        assert "Hieraan dragen bij" not in served
        serving = section(client.get("/agenda/tekst/RZ24-R3/"), "samenhang")
        assert "Hieraan dragen bij Opgave 1.2: Toekomstbestendige arbeidsmarkt" in serving
        assert "Dit draagt bij aan" not in serving

    def test_a_link_to_what_nobody_may_read_is_left_out(self, client, link):
        with unsealed():
            Wording.objects.filter(element=link.serves).delete()
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assert "De redactie vond in de woorden geen verband met een ander onderdeel." in visible(page)

    def test_a_line_lists_its_parts_and_a_goal_leads_back(self, client, goal):
        parts = section(client.get("/agenda/tekst/RZ24-L1/"), "delen")
        assert "Opgave 1.2 Werken aan een toekomstbestendige arbeidsmarkt" in parts
        goal_page = client.get("/agenda/tekst/RZ24-L1.2/")
        assertInHTML('<li><a href="/agenda/tekst/RZ24-L1/">Economie &amp; Arbeidsmarkt</a></li>', goal_page.text)

    def test_it_leads_to_the_parts_before_and_after_it(self, client, goal, ambition, other_line):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assertInHTML('<a href="/agenda/tekst/RZ24-L1/">Vorige: uitvoeringslijn 1</a>', page.text)
        assertInHTML('<a href="/agenda/tekst/RZ24-L2/">Volgende: uitvoeringslijn 2</a>', page.text)
        assert "Vorige:" not in client.get("/agenda/tekst/RZ24-R3/").text
        assert "Volgende:" not in client.get("/agenda/tekst/RZ24-L2.1/").text

    def test_actions_are_told_with_their_progress(self, client, goal, zwolle, deck):
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

    def test_no_action_is_said_to_be_unknown(self, client, goal):
        assert "nog niet bekend Deze versie van de agenda noemt bij opgave 1.2 geen acties." in section(
            client.get("/agenda/tekst/RZ24-L1.2/"), "acties"
        )

    def test_who_takes_part_in_the_line_takes_part_in_its_goals(self, client, goal, zwolle, dalfsen, deck):
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
        assert re.search(r"Dalfsen opgave 1.2, vanaf 1 januari 2024 .* Trekker twee dagen per week", words)
        assert re.search(r"Zwolle de hele uitvoeringslijn 1 .* nog niet bekend nog niet bekend", words)
        assert words.index("Dalfsen") < words.index("Zwolle")
        assert "Van de andere partners is nog niet bekend of zij meedoen." in words

    def test_an_example_partner_does_not_take_part(self, client, goal, zwolle, deck):
        Partner.objects.filter(pk=zwolle.pk).update(is_example=True)
        Participation.objects.create(partner=zwolle, element=goal, source=deck)
        assert "Zwolle" not in section(client.get("/agenda/tekst/RZ24-L1.2/"), "deelname")

    def test_one_can_react_while_a_consultation_is_open(self, client, goal, open_consultation):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        link = (
            r'<a class="button" href="/consultaties/conceptagenda/reageren/RZ24-L1.2/"[^>]*>Reageer op opgave 1.2</a>'
        )
        assert len(re.findall(link, page.text)) == 1
        Consultation.objects.update(closes_at=timezone.now())
        assert "Reageer op" not in client.get("/agenda/tekst/RZ24-L1.2/").text

    @pytest.mark.parametrize("item_count", [1, 3])
    def test_its_queries_do_not_grow(
        self,
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
                standing=ProjectStanding.CONFIRMED,
                source=deck,
            )
            project.elements.add(goal)
            Dossier.objects.create(slug=f"d{place}", title=f"Dossier {place}", version=version)
        with django_assert_num_queries(8):
            client.get("/agenda/tekst/RZ24-L1.2/")


class TestWhatItYields:
    @pytest.fixture
    def indicator(self, goal):
        indicator = Indicator.objects.create(
            slug="naar-werk",
            name="Naar werk",
            nature=IndicatorNature.ACHIEVED,
            sentence="inwoners naar werk.",
            unit="inwoners",
        )
        indicator.elements.add(goal)
        return indicator

    def test_a_figure_shows_its_newest_value_of_its_own_area(self, client, indicator, deck):
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

    def test_a_promise_shows_the_target_furthest_ahead_and_stands_apart(self, client, indicator, goal, deck):
        promise = Indicator.objects.create(
            slug="woningen",
            name="Woningen",
            nature=IndicatorNature.PROMISED,
            sentence="woningen erbij.",
            unit="woningen",
        )
        promise.elements.add(goal)
        Target.objects.create(
            indicator=promise, value=50000, due_on=date(2039, 12, 31), due_text="vóór 2040", source=deck
        )
        Target.objects.create(indicator=promise, value=100, source=deck)
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        words = section(page, "opbrengst")
        assert "50.000 woningen erbij. Streefwaarde, vóór 2040. Meting: nog niet bekend . Bron: Presentatie" in words
        assert words.index("Bereikt") < words.index("Toegezegd") < words.index("50.000")
        assert 'class="figure promised"' in page.text

    def test_a_figure_keeps_its_warning(self, client, indicator):
        Indicator.objects.update(warning="Geteld op een andere manier.")
        words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "opbrengst")
        assert "Geteld op een andere manier. Meer over dit cijfer : Naar werk" in words

    def test_a_figure_without_a_value_is_said_to_be_unknown(self, client, indicator):
        words = section(client.get("/agenda/tekst/RZ24-L1.2/"), "opbrengst")
        assert "nog niet bekend inwoners naar werk." in words
        assert (
            link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het cijfer")
            == "1 cijfer zegt iets over dit onderdeel"
        )

    def test_programmes_and_projects_are_linked(self, client, goal, deck):
        programme = Programme.objects.create(slug="deal", name="Regio Deal", source=deck, period_text="2020 tot 2024")
        project = Project.objects.create(
            slug="werkplein", name="Werkplein", programme=programme, standing=ProjectStanding.CONFIRMED, source=deck
        )
        programme.elements.add(goal)
        project.elements.add(goal)
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assertInHTML(f'<a href="{reverse("results:programme", args=["deal"])}">Regio Deal</a>', page.text)
        assertInHTML(f'<a href="{reverse("results:project", args=["werkplein"])}">Werkplein</a>', page.text)
        assert "Programma, 2020 tot 2024" in visible(page)

    def test_nothing_is_said_to_be_nothing(self, client, goal):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        words = section(page, "opbrengst")
        assert "Bij opgave 1.2 hoort nog geen cijfer." in words
        assert "Bij opgave 1.2 hoort nog geen project." in words
        assert link_of_chain(page, "Het cijfer") == "Er is nog geen cijfer dat dit onderdeel meet."


class TestWhyIsThisHere:
    @pytest.fixture
    def response(self, open_consultation, council, wording):
        """A sent reaction of the council of Zwolle with one point on goal 1.2."""
        response = Response.objects.create(
            consultation=open_consultation,
            body=council,
            level=Level.COUNCIL,
            capacity="griffier",
            state=ResponseState.SENT,
            number="RZ-2023-0001",
            sent_at=timezone.now(),
            confirmed_at=timezone.now(),
            decided_on=date(2023, 1, 10),
        )
        Point.objects.create(
            response=response, wording=wording, quoted_text=wording.text, kind=PointKind.WISH, text="Noem de dorpen."
        )
        return response

    @pytest.fixture
    def closed(self, open_consultation):
        open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
        open_consultation.save()
        return open_consultation

    def test_the_text_says_where_it_comes_from(self, client, goal):
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De tekst")
        assert words == (
            "Concept, 8 december 2022 Werken aan een toekomstbestendige arbeidsmarkt "
            "Bron: Presentatie Samenwerken in Regio Zwolle."
        )

    def test_earlier_words_stay_to_be_read(self, client, goal, next_version):
        put(goal, next_version, "Nieuwe woorden")
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assertInHTML('<h1 class="document">Nieuwe woorden</h1>', page.text)
        words = link_of_chain(page, "De nieuwe woorden")
        assert words == "Eerder: versie 1, concept, 8 december 2022 , andere woorden Bekijk het verschil"
        assert "vervallen" not in visible(page)

    def test_what_the_newest_version_dropped_can_still_be_read(self, client, goal, next_version):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assert "Dit onderdeel is vervallen in versie 2 . U leest de laatste tekst, uit versie 1." in visible(page)

    def test_without_consultation_or_dossier_it_says_so(self, client, goal):
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assert link_of_chain(page, "De reacties") == "Over deze tekst was nog geen consultatie."
        assert link_of_chain(page, "Het antwoord") == "Er is nog geen antwoord gepubliceerd."
        assert link_of_chain(page, "De besluiten") == "Over deze tekst is nog geen besluit gevraagd."

    def test_reactions_are_not_counted_before_closing(self, client, response):
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
        assert words.startswith("Consultatie over de conceptagenda Deze consultatie loopt tot en met")
        assert words.endswith("De reacties worden daarna openbaar.")
        assert "namens" not in words

    def test_reactions_are_counted_by_level_after_closing(self, client, response, closed, council, wording, line):
        for number, state in [("RZ-2023-0002", ResponseState.SENT), ("RZ-2023-0003", ResponseState.WITHDRAWN)]:
            other = Response.objects.create(
                consultation=closed,
                body=council,
                level=Level.PERSONAL,
                capacity="raadslid",
                state=state,
                number=number,
                sent_at=timezone.now(),
                confirmed_at=timezone.now(),
            )
            for about in [wording, wording, Wording.objects.get(element=line)]:
                Point.objects.create(response=other, wording=about, quoted_text="x", kind=PointKind.WISH, text="x")
        draft = Response.objects.create(consultation=closed, body=council, level=Level.PARTY_GROUP, party_group="Groei")
        Point.objects.create(response=draft, wording=wording, quoted_text="x", kind=PointKind.WISH, text="x")
        assert link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties") == (
            "Consultatie over de conceptagenda Reacties op dit onderdeel: 2 persoonlijk 1 namens de raad of Staten"
        )

    def test_no_reaction_is_said_to_be_none(self, client, goal, closed):
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
        assert words == "Consultatie over de conceptagenda Op dit onderdeel is niet gereageerd."

    def test_a_consultation_elsewhere_has_reactions_we_do_not_know(self, client, goal, closed):
        Consultation.objects.update(takes_responses=False)
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De reacties")
        assert "Welke reacties er kwamen, is nog niet bekend ." in words

    def test_examples_are_marked(self, client, response, closed, version):
        Consultation.objects.update(is_example=True)
        Dossier.objects.create(slug="d", title="Dossier", version=version, is_example=True)
        page = client.get("/agenda/tekst/RZ24-L1.2/")
        assert link_of_chain(page, "De reacties").startswith("Voorbeeld Consultatie over de conceptagenda")
        assert link_of_chain(page, "De besluiten").startswith("Voorbeeld Dossier")

    def test_only_published_answers_are_counted(self, client, response, closed):
        answers = [
            Answer.objects.create(verdict=Verdict.ADOPTED, reviewed_at=moment, published_at=moment)
            for moment in [timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1), None]
        ]
        for answer in answers:
            answer.points.set(response.points.all())
        words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het antwoord")
        assert words == "1 antwoord op reacties bij ‘ Consultatie over de conceptagenda ’."

    def test_an_answer_that_is_due_has_its_date_and_one_that_is_late_promises_nothing(self, client, goal, closed):
        today = timezone.localdate()
        for due, said in [(today, "komt uiterlijk op {}."), (today - timedelta(days=1), "zou uiterlijk op {} komen.")]:
            Consultation.objects.update(answered_by=due)
            words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "Het antwoord")
            assert words == (
                "Het antwoord op de reacties bij ‘Consultatie over de conceptagenda’ "
                + said.format(day(due).replace("\N{NO-BREAK SPACE}", " "))
            )

    def test_decisions_count_those_on_the_whole_and_on_this_part(
        self, client, goal, line, version, deck, zwolle, dalfsen
    ):
        dossier = Dossier.objects.create(slug="agenda", title="De agenda", version=version)
        decided = [
            (zwolle, BodyKind.COUNCIL, None),
            (dalfsen, BodyKind.COUNCIL, line),
            (zwolle, BodyKind.EXECUTIVE, goal),
        ]
        for partner, kind, element in decided:
            body = Body.objects.create(partner=partner, kind=kind, name=f"{kind} van {partner}")
            Decision.objects.create(
                track=Track.objects.create(dossier=dossier, body=body),
                element=element,
                decided_on=date(2023, 6, 12),
                outcome=Outcome.AGREED,
                source=deck,
            )
        goal_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1.2/"), "De besluiten")
        assert goal_words == "De agenda Van 1 van de 2 raden en Staten is hierover een besluit bekend."
        line_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1/"), "De besluiten")
        assert line_words == "De agenda Van 2 van de 2 raden en Staten is hierover een besluit bekend."
        Decision.objects.all().delete()
        none_words = link_of_chain(client.get("/agenda/tekst/RZ24-L1/"), "De besluiten")
        assert none_words == "De agenda Van geen van de 2 raden en Staten is hierover een besluit bekend."


class TestModels:
    def test_a_part_is_called_by_its_number_or_by_name(self, agenda):
        called = {
            (kind, number): Element(kind=kind, number=number, name="Groeien in balans").mention
            for kind, number in [
                (ElementKind.GOAL, "S.1"),
                (ElementKind.REGIONAL, "4"),
                (ElementKind.AMBITION, ""),
                (ElementKind.CLOSING, ""),
                (ElementKind.PRINCIPLE, ""),
                (ElementKind.PARAGRAPH, ""),
            ]
        }
        assert list(called.values()) == [
            "opgave S.1",
            "regionale ambitie 4",
            "de overkoepelende ambitie",
            "het sluitstuk",
            "het principe ‘Groeien in balans’",
            "de alinea ‘Groeien in balans’",
        ]

    def test_a_goal_stands_under_a_line_of_its_own_agenda(self, goal, ambition, deck):
        goal.parent = None
        with pytest.raises(ValidationError, match="Kies onder welke uitvoeringslijn dit valt."):
            goal.full_clean()
        goal.parent = ambition
        with pytest.raises(ValidationError, match="Kies een uitvoeringslijn of het sluitstuk."):
            goal.full_clean()
        other = Agenda.objects.create(slug="2029", title="Agenda 2029", first_year=2029, last_year=2032, source=deck)
        goal.parent = Element.objects.create(
            agenda=other, code="RZ29-L1", kind=ElementKind.LINE, position=1, name="Lijn"
        )
        with pytest.raises(ValidationError, match="Dit onderdeel hoort bij een andere agenda."):
            goal.full_clean()

    def test_words_stand_in_a_version_of_their_own_agenda(self, goal, deck):
        other = Agenda.objects.create(slug="2029", title="Agenda 2029", first_year=2029, last_year=2032, source=deck)
        version = Version.objects.create(agenda=other, number=1, dated_on=date(2028, 1, 1))
        with pytest.raises(ValidationError, match="hoort bij een andere agenda dan de versie"):
            Wording(element=goal, version=version, text="Woorden").full_clean()

    def test_without_a_version_there_are_no_elements(self, goal):
        with unsealed():
            Wording.objects.all().delete()
        assert list(Element.objects.in_version(None)) == []

    def test_chapters_follow_the_reading_order(self, agenda, version, ambition, goal, other_line):
        add(agenda, version, "RZ24-S", ElementKind.CLOSING, 30, name="Versterken samenwerking")
        found = [
            (chapter.title, chapter.anchor, [element.code for element in chapter.texts])
            for chapter in chapters(Element.objects.in_version(version))
        ]
        assert found == [
            ("Regionale ambities", "vanaf-RZ24-R3", ["RZ24-R3"]),
            ("Economie & Arbeidsmarkt", "RZ24-L1", ["RZ24-L1", "RZ24-L1.2"]),
            ("Naam van RZ24-L2", "RZ24-L2", ["RZ24-L2", "RZ24-L2.1"]),
            ("Versterken samenwerking", "RZ24-S", ["RZ24-S"]),
        ]

    def test_a_goal_without_words_for_its_line_has_a_chapter_of_its_kind(self, version, goal, other_line):
        with unsealed():
            Wording.objects.filter(element=goal.parent).delete()
        found = [(chapter.title, chapter.number) for chapter in chapters(Element.objects.in_version(version))]
        assert found == [("Opgaven", ""), ("Naam van RZ24-L2", "2")]


class TestNextDraft:
    def test_it_copies_all_words_into_a_version_that_nobody_sees(self, client, version, goal, next_version):
        draft = draft_next(version=version)
        assert (draft.number, draft.status, draft.published_at) == (3, VersionStatus.DRAFT, None)
        assert set(draft.wordings.values_list("element__code", "text")) == set(
            version.wordings.values_list("element__code", "text")
        )
        assert Version.objects.current() == next_version

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_get_two_numbers(self, version):
        together, numbers = Barrier(2), []

        def make():
            together.wait()
            numbers.append(draft_next(version=version).number)
            connection.close()

        threads = [Thread(target=make) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(numbers) == [2, 3]


class TestDesk:
    """The secretariat's pages in the admin."""

    @pytest.fixture
    def desk(self, client, secretary):
        client.force_login(secretary)
        return client

    def fill(self, agenda, deck, places):
        """One more row of every model for each place."""
        for place in places:
            version = Version.objects.create(agenda=agenda, number=10 + place, dated_on=date(2023, 1, 1), source=deck)
            line = add(agenda, version, f"RZ24-L8{place}", ElementKind.LINE, 100 + place)
            goal = add(agenda, version, f"RZ24-L8{place}.1", ElementKind.GOAL, 200 + place, parent=line)
            partner = Partner.objects.create(slug=f"p{place}", name=f"Partner {place}", kind=PartnerKind.BUSINESS)
            Action.objects.create(element=goal, title=f"Actie {place}", lead=partner, source=deck)
            Participation.objects.create(partner=partner, element=line, source=deck)
            Statement.objects.create(kind=StatementKind.REASON, position=place, text=f"Reden {place}", source=deck)
            day = date(2010 + place, 1, 1)
            Milestone.objects.create(starts_on=day, date_text="2010", title=f"Start {place}", source=deck)
            years = {"first_year": 2000 + place, "last_year": 2004 + place}
            Agenda.objects.create(slug=f"a{place}", title=f"Agenda {place}", source=deck, **years)

    @pytest.mark.parametrize(
        "model", ["agenda", "version", "element", "wording", "action", "participation", "statement", "milestone"]
    )
    def test_no_list_asks_more_for_more_rows(self, desk, agenda, deck, model, django_assert_max_num_queries):
        path = reverse(f"admin:agenda_{model}_changelist")
        self.fill(agenda, deck, [0])
        with django_assert_max_num_queries(12) as one:
            assert desk.get(path).status_code == 200
        self.fill(agenda, deck, [1, 2])
        with django_assert_max_num_queries(12) as three:
            page = desk.get(path)
        assert page.context["cl"].result_count >= 3
        assert len(three) == len(one)

    @pytest.mark.parametrize("model", [Agenda, Version, Element, Wording, Action, Participation, Statement, Milestone])
    def test_every_row_can_be_opened_added_and_searched(self, desk, agenda, deck, model):
        self.fill(agenda, deck, [0, 1])
        name = model._meta.model_name
        for row in model.objects.all():
            assert desk.get(reverse(f"admin:agenda_{name}_change", args=[row.pk])).status_code == 200
        assert desk.get(reverse(f"admin:agenda_{name}_add")).status_code == 200
        found = desk.get(reverse(f"admin:agenda_{name}_changelist"), {"q": "zoek dit"})
        assert found.context["cl"].result_count == 0

    def test_a_goal_has_room_for_actions_and_partners_and_an_ambition_has_not(self, desk, goal, ambition):
        def inlines(element):
            page = desk.get(reverse("admin:agenda_element_change", args=[element.pk]))
            return [formset.opts.model for formset in page.context["inline_admin_formsets"]]

        assert inlines(goal) == [Wording, ElementLink, Succession, Action, Participation]
        assert inlines(goal.parent) == [Wording, ElementLink, Succession, Participation]
        assert inlines(ambition) == [Wording, ElementLink, Succession]

    def test_the_words_of_a_version_are_edited_under_each_other(self, desk, version, wording):
        draft = draft_next(version=version)
        path = reverse("admin:agenda_version_change", args=[draft.pk])
        assert desk.post(path, self.filled_in(desk, path, {wording.element.code: "Nieuwe woorden"})).status_code == 302
        assert draft.wordings.get(element=wording.element).text == "Nieuwe woorden"
        wording.refresh_from_db()
        assert wording.text == "Werken aan een toekomstbestendige arbeidsmarkt"

    def filled_in(self, desk, path, words):
        """The form of a version as a browser would send it, with other words for some codes."""
        page = desk.get(path)
        formset = page.context["inline_admin_formsets"][0].formset
        forms = [page.context["adminform"].form, formset.management_form, *formset.forms]
        data = {}
        for form in forms:
            for field in form:
                value = field.value()
                parts = field.field.widget.decompress(value) if hasattr(field.field.widget, "decompress") else None
                if parts is None:
                    data[field.html_name] = "" if value is None else value
                else:
                    data |= {f"{field.html_name}_{place}": part or "" for place, part in enumerate(parts)}
        for form in formset.forms:
            if form.instance.element.code in words:
                data[form.add_prefix("markup")] = words[form.instance.element.code]
        return {name: value for name, value in data.items() if value is not False}

    def test_a_next_draft_is_made_from_the_list(self, desk, version, goal):
        choice = {"action": "make_next_draft", "_selected_action": [version.pk]}
        page = desk.post(reverse("admin:agenda_version_changelist"), choice, follow=True)
        assert "Strategische agenda 2024-2028, versie 2 (concept)</a> is gemaakt." in page.text
        assert Version.objects.get(number=2).wordings.count() == 2

    def test_the_site_can_be_looked_at_from_what_is_public_only(self, desk, version, goal, deck):
        action = Action.objects.create(element=goal, title="Actie", source=deck)
        pages = {
            reverse("admin:agenda_version_change", args=[version.pk]): "/agenda/2024-2028/versie/1/",
            reverse("admin:agenda_element_change", args=[goal.pk]): "/agenda/tekst/RZ24-L1.2/",
            reverse("admin:agenda_action_change", args=[action.pk]): "/agenda/tekst/RZ24-L1.2/#acties",
        }
        for desk_page, site_page in pages.items():
            assert f'<a href="{site_page}" class="viewsitelink">' in desk.get(desk_page).text
        with unsealed():
            Version.objects.update(published_at=None)
        for desk_page in pages:
            assert "viewsitelink" not in desk.get(desk_page).text
