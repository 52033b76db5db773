"""The versions of the agenda: the list, each at its address, what changed between two, and what became of a part."""

import re

import pytest
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.actions import draft_next
from agenda.differences import State, compare
from agenda.models import ChangeKind, Element, ElementKind, Succession, SuccessionKind, Version, Wording
from consultation.models import Letter, Point, PointKind
from tests.published import give_words
from tests.reading import visible

COMPARE = "/agenda/2024-2028/vergelijken/"


def shown(page):
    """The codes of the elements in a comparison, in order."""
    return re.findall(r'<li id="(RZ24-[^"]+)">', page.text)


@pytest.fixture
def other_goal(agenda, version, line):
    """Goal 1.3 of line 1."""
    element = Element.objects.create(
        agenda=agenda, code="RZ24-L1.3", kind=ElementKind.GOAL, position=13, number="1.3", name="Scholen", parent=line
    )
    give_words(element, version, "Elke wijk heeft een school.")
    return element


@pytest.fixture
def draft(version, ambition, goal, other_goal):
    """Version 2 in preparation: goal 1.2 edited, goal 1.3 ended, a principle new, and ambition 3 after the line."""
    draft = draft_next(version=version)
    words = draft.wordings.get(element=goal)
    words.text = "Werken aan een sterke arbeidsmarkt"
    words.change, words.change_note = ChangeKind.SUBSTANCE, "Op verzoek."
    words.save()
    draft.wordings.get(element=other_goal).delete()
    new = Element.objects.create(
        agenda=version.agenda, code="RZ24-P1", kind=ElementKind.PRINCIPLE, position=99, name="Samen"
    )
    Wording.objects.create(element=new, version=draft, text="Wij doen het samen.")
    draft.wordings.filter(element=ambition).update(position=50)
    return draft


@pytest.fixture
def published(draft):
    """The same, published now."""
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    draft.refresh_from_db()
    return draft


class TestComparison:
    def test_every_part_gets_its_state(self, version, draft):
        words = Wording.objects.by_version([version, draft])
        outcome = compare(words[version.pk], words[draft.pk])
        assert [(row.element.code, row.state, row.is_moved) for row in outcome.rows] == [
            ("RZ24-L1", State.SAME, False),
            ("RZ24-L1.2", State.EDITED, False),
            ("RZ24-L1.3", State.ENDED, False),
            ("RZ24-R3", State.MOVED, True),
            ("RZ24-P1", State.NEW, False),
        ]
        assert dict(outcome.counts) == {
            State.SAME: 1,
            State.EDITED: 1,
            State.NEW: 1,
            State.ENDED: 1,
            State.MOVED: 1,
        }

    def test_another_parent_is_a_move_and_other_markup_a_change_of_the_layout(self, version, goal, ambition):
        draft = draft_next(version=version)
        words = draft.wordings.get(element=goal)
        words.markup, words.parent = f"<p><em>{words.text}</em></p>", None
        words.save()
        both = Wording.objects.by_version([version, draft])
        [row] = [row for row in compare(both[version.pk], both[draft.pk]).rows if row.element == goal]
        assert (row.state, row.is_moved, row.is_layout_only) == (State.EDITED, True, True)
        assert row.html == "<p><em>Werken aan een toekomstbestendige arbeidsmarkt</em></p>"

    def test_the_page_tells_what_changed_and_why(self, client, published):
        page = client.get(COMPARE, {"alles": "on"})
        words = visible(page)
        assert "Opgave 1.2: Toekomstbestendige arbeidsmarkt Gewijzigd , inhoudelijk. Op verzoek." in words
        assert "Werken aan een vervangen: toekomstbestendige door: sterke , einde" in words
        for count, state in [(1, "ongewijzigd"), (1, "gewijzigd"), (1, "nieuw"), (1, "vervallen"), (1, "verplaatst")]:
            assertInHTML(f"<li><span>{state}</span> <strong>{count}</strong></li>", page.text)
        assert shown(page) == ["RZ24-L1", "RZ24-L1.2", "RZ24-L1.3", "RZ24-R3", "RZ24-P1"]
        assert "U ziet 5 van de 5 onderdelen." in words

    def test_a_part_that_ended_says_where_its_words_went_on(self, client, draft, other_goal, goal, secretary):
        Succession.objects.create(
            element=other_goal, kind=SuccessionKind.MERGED, successor=goal, reason="Scholen leiden op voor werk."
        )
        told = "Dit onderdeel is samengevoegd met {}. Scholen leiden op voor werk."
        link = '<a href="/agenda/tekst/RZ24-L1.2/">opgave 1.2</a>'
        client.force_login(secretary)
        assert told.format("opgave 1.2") in client.get(COMPARE).text
        Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
        assert told.format(link) in client.get(COMPARE).text

    def test_what_stayed_the_same_is_shown_to_who_asks(self, client, published):
        assert shown(client.get(COMPARE, {"van": 1, "naar": 2})) == ["RZ24-L1.2", "RZ24-L1.3", "RZ24-R3", "RZ24-P1"]
        assert "RZ24-L1" in shown(client.get(COMPARE, {"van": 1, "naar": 2, "alles": "on"}))

    def test_only_where_one_has_a_point_can_be_asked_by_those_who_signed_in(
        self, client, published, councillor, council, open_consultation, wording, line
    ):
        assert "Alleen bij mijn punten" not in client.get(COMPARE).text
        assert len(shown(client.get(COMPARE, {"mijn": "on"}))) == 4
        letter = Letter.objects.create(
            consultation=open_consultation,
            body=council,
            sender_kind="persoonlijk",
            capacity="raadslid",
            author=councillor,
        )
        Point.objects.create(letter=letter, wording=wording, quoted_text="x", kind=PointKind.WISH, text="x")
        client.force_login(councillor)
        page = client.get(COMPARE, {"mijn": "on"})
        assert "Alleen bij mijn punten" in visible(page)
        assert shown(page) == ["RZ24-L1.2"]

    def test_the_piece_is_part_of_its_page(self, client, published):
        page = client.get(COMPARE, {"alles": "on"})
        piece = client.get(COMPARE, {"alles": "on"}, headers={"HX-Request": "true", "HX-Target": "comparison"})
        assert piece.text.strip().startswith('<section class="section" id="comparison"')
        assertInHTML(piece.text, page.text)
        assert "HX-Target" in page["Vary"]

    def test_a_version_in_preparation_is_compared_by_the_secretariat_alone(self, client, draft, councillor, secretary):
        for user in [None, councillor]:
            if user:
                client.force_login(user)
            page = client.get(COMPARE, {"van": 1, "naar": 2})
            assert "sterke" not in page.text
            assert "Fout: deze versie bestaat niet." in visible(page)
            assert client.get("/agenda/2024-2028/versie/2/").status_code == 404
        client.force_login(secretary)
        assert "door: sterke , einde" in visible(client.get(COMPARE, {"van": 1, "naar": 2}))
        assert "Deze versie is in voorbereiding." in visible(client.get("/agenda/2024-2028/versie/2/"))

    def test_one_version_is_compared_with_itself(self, client, version, goal):
        page = client.get(COMPARE)
        assert "U vergelijkt een versie met zichzelf." in visible(page)
        assert shown(page) == []
        assert shown(client.get(COMPARE, {"alles": "on"})) == ["RZ24-L1", "RZ24-L1.2"]

    @pytest.mark.parametrize(
        "query", ["van=%00", "van=9&naar=x", "van=1&van=2", "naar[]=1", "mijn=x&alles=%FF", "van=" + "9" * 5000]
    )
    def test_nothing_that_is_sent_breaks_it(self, client, published, query):
        assert client.get(f"{COMPARE}?{query}").status_code == 200

    def test_an_agenda_without_a_published_version_cannot_be_compared(self, client, agenda):
        assert client.get(COMPARE).status_code == 404
        assert client.get("/agenda/bestaat-niet/vergelijken/").status_code == 404

    @pytest.mark.parametrize("part_count", [1, 3])
    def test_its_queries_do_not_grow(self, client, agenda, published, part_count, django_assert_num_queries):
        for place in range(part_count):
            element = Element.objects.create(
                agenda=agenda, code=f"RZ24-P9{place}", kind=ElementKind.PRINCIPLE, position=200 + place, name="P"
            )
            give_words(element, published, "Woorden.")
        with django_assert_num_queries(7):
            client.get(COMPARE)
        with django_assert_num_queries(3):
            client.get("/agenda/2024-2028/")


class TestAddresses:
    def test_the_list_tells_what_changed_in_each_version(self, client, published):
        page = client.get("/agenda/2024-2028/")
        words = visible(page)
        assert words.index("Versie 2") < words.index("Versie 1 Concept, 8 december 2022")
        assert "Vergeleken met versie 1: 1 onderdeel ongewijzigd 1 onderdeel gewijzigd 1 onderdeel nieuw" in words
        assertInHTML('<a href="/agenda/2024-2028/versie/2/">Lees versie 2</a>', page.text)

    def test_an_old_version_stays_as_it_was_and_leads_to_the_newest(self, client, published):
        page = client.get("/agenda/2024-2028/versie/1/")
        assert "Werken aan een toekomstbestendige arbeidsmarkt" in visible(page)
        assert "U leest een eerdere versie. Lees de nieuwste: versie 2" in visible(page)
        assert "Elke wijk heeft een school." in visible(page)
        assert page.text.index('id="vanaf-RZ24-R3"') < page.text.index('id="RZ24-L1"')
        newest = client.get("/agenda/2024-2028/versie/2/")
        assert "U leest een eerdere versie" not in visible(newest)
        assert newest.text.index('id="RZ24-L1"') < newest.text.index('id="vanaf-RZ24-R3"')

    def test_a_wording_stays_at_its_address_and_leads_to_that_of_today(self, client, published):
        old = client.get("/agenda/tekst/RZ24-L1.2@1/")
        said = "Werken aan een toekomst\N{SOFT HYPHEN}bestendige arbeidsmarkt"
        assertInHTML(f'<h1 class="document" data-answer>{said}</h1>', old.text)
        assert "U leest een eerdere tekst." in visible(old)
        assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Lees de tekst van nu</a>', old.text)
        for address in ["/agenda/tekst/RZ24-L1.2/", "/agenda/tekst/RZ24-L1.2@2/"]:
            page = client.get(address)
            assertInHTML('<h1 class="document" data-answer>Werken aan een sterke arbeidsmarkt</h1>', page.text)
            assert "U leest een eerdere tekst" not in page.text

    def test_the_short_code_and_the_full_address_stand_on_its_own_page_alone(self, client, goal):
        page = client.get("/agenda/tekst/RZ24-L1.2@1/")
        assertInHTML('<a class="nowrap" href="/agenda/tekst/RZ24-L1.2@1/">RZ24-L1.2@1</a>', page.text)
        assert "Adres: http://127.0.0.1:8000/c/RZ24-L1.2@1" in visible(page)
        assert "RZ24-L1.2@1" not in client.get("/agenda/").text

    def test_a_part_that_ended_tells_where_it_went(self, client, published, other_goal, goal):
        Succession.objects.create(
            element=other_goal, kind=SuccessionKind.MERGED, successor=goal, reason="Scholen leiden op voor werk."
        )
        words = visible(client.get("/agenda/tekst/RZ24-L1.3/"))
        assert "Dit onderdeel is vervallen in versie 2 . U leest de laatste tekst, uit versie 1." in words
        assert "Het is samengevoegd met opgave 1.2 . Scholen leiden op voor werk." in words
        assert "Elke wijk heeft een school." in words
        assert client.get("/agenda/tekst/RZ24-L1.3@2/").status_code == 404

    @pytest.mark.parametrize("number", ["0", "01", "9", "99999", "-1", "1.0", "%00", "x", ""])
    def test_an_unknown_version_is_not_found(self, client, goal, number):
        assert client.get(f"/agenda/tekst/RZ24-L1.2@{number}/").status_code == 404
        assert client.get(f"/agenda/2024-2028/versie/{number}/").status_code == 404

    def test_what_is_in_preparation_is_at_no_address(self, client, draft):
        for address in ["/agenda/tekst/RZ24-L1.2@2/", "/agenda/tekst/RZ24-P1/", "/agenda/2024-2028/versie/2/"]:
            assert client.get(address).status_code == 404
        assert "Versie 2" not in visible(client.get("/agenda/2024-2028/"))
