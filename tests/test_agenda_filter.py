"""Reading a part of the agenda: by line, by ambition and by partner."""

import pytest
from pytest_django.asserts import assertInHTML

from agenda.models import Action, Element, Participation
from partners.models import Partner
from tests.reading import shown_codes, visible


def test_an_ambition_brings_itself_and_what_contributes_to_it_under_its_line(client, link, other_line):
    page = client.get("/agenda/", {"ambitie": "RZ24-R3"})
    assert shown_codes(page) == ["RZ24-R3", "RZ24-L1", "RZ24-L1.2"]
    assert "Die verbanden legt de redactie" in visible(page)


def test_a_line_brings_itself_and_what_stands_under_it(client, goal, ambition, other_line):
    assert shown_codes(client.get("/agenda/", {"lijn": "RZ24-L2"})) == ["RZ24-L2", "RZ24-L2.1"]


def test_a_partner_brings_the_whole_line_it_takes_part_in(client, goal, zwolle, deck, other_line):
    Participation.objects.create(partner=zwolle, element=goal.parent, source=deck)
    page = client.get("/agenda/", {"partner": "zwolle"})
    assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2"]
    assert "Van de meeste partners is nog niet bekend aan welke onderdelen ze meedoen." in visible(page)


def test_a_partner_brings_the_goal_of_an_action_it_leads(client, goal, zwolle, deck, other_line):
    other_goal = Element.objects.get(code="RZ24-L2.1")
    Action.objects.create(element=other_goal, title="Bouwen", lead=zwolle, source=deck)
    assert shown_codes(client.get("/agenda/", {"partner": "zwolle"})) == ["RZ24-L2", "RZ24-L2.1"]


def test_choices_together_narrow(client, link, zwolle, deck, other_line):
    Participation.objects.create(partner=zwolle, element=link.element.parent, source=deck)
    choice = {"ambitie": "RZ24-R3", "lijn": "RZ24-L1", "partner": "zwolle"}
    assert shown_codes(client.get("/agenda/", choice)) == ["RZ24-L1", "RZ24-L1.2"]
    assert shown_codes(client.get("/agenda/", choice | {"lijn": "RZ24-L2"})) == []


def test_nothing_found_says_so_and_shows_the_way_back(client, goal, dalfsen):
    page = client.get("/agenda/", {"partner": "dalfsen"})
    assert shown_codes(page) == []
    assert "Geen onderdeel van de agenda past bij uw keuze. Toon de hele agenda" in visible(page)
    assert "Staat er niets, dan kan Dalfsen dus toch meedoen." in visible(page)


def test_the_form_keeps_the_choice(client, goal, zwolle):
    page = client.get("/agenda/", {"partner": "zwolle"})
    assertInHTML('<option value="zwolle" selected>Zwolle</option>', page.text)


def test_an_example_partner_cannot_be_chosen(client, goal, zwolle):
    Partner.objects.filter(pk=zwolle.pk).update(is_example=True)
    assert 'value="zwolle"' not in client.get("/agenda/").text


def test_a_choice_that_does_not_exist_narrows_nothing_and_is_told(client, goal, other_line):
    page = client.get("/agenda/", {"lijn": "RZ24-L9"})
    assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2", "RZ24-L2", "RZ24-L2.1"]
    assert "Fout: deze keuze bestaat niet. Kies er een uit de lijst." in visible(page)


@pytest.mark.parametrize("choice", [{}, {"lijn": "RZ24-L1"}, {"partner": "dalfsen"}])
def test_the_piece_is_part_of_its_page(client, goal, dalfsen, other_line, choice):
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
def test_nothing_that_is_sent_breaks_the_filter(client, goal, query):
    assert client.get(f"/agenda/?{query}").status_code == 200
