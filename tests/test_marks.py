"""The agenda knows who reads it: what one wrote stands at its passage, in the contents and at the top."""

import pytest
from django.test import Client

from agenda.models import ElementKind
from consultation.models import KeptText, SenderKind
from tests.published import add
from tests.reacting import FORM


@pytest.fixture
def page(member):
    return lambda: member.get("/agenda/").text


def test_a_draft_and_what_was_sent_are_told_at_the_passage(page, councillor, write, send):
    assert "Wat u of uw groep al schreef" not in page()
    letter = write(councillor, SenderKind.PERSONAL)
    point = letter.points.get()
    assert f'<a href="/mijn-reacties/{letter.pk}/punten/{point.pk}/">Uw concept<span' in page()
    assert '<p class="source">Uw concept</p>' in page()
    assert '<li><a href="#RZ24-L1.2">Opgave 1.2</a>: uw concept</li>' in page()
    letter = send(councillor, SenderKind.PERSONAL)
    assert f'<a href="/mijn-reacties/{letter.pk}/">Hier reageerde u<span' in page()
    assert "Uw concept" not in page()


def test_the_page_of_the_passage_itself_tells_it_too(member, councillor, goal, line, send):
    address = goal.get_absolute_url()
    before = Client().get(address).text
    assert "Hier reageerde" not in member.get(address).text
    letter = send(councillor, SenderKind.PERSONAL)
    assert f'<a href="/mijn-reacties/{letter.pk}/">Hier reageerde u</a>' in member.get(address).text
    assert "Hier reageerde" not in member.get(line.get_absolute_url()).text
    assert Client().get(address).text == before


def test_the_words_of_a_group_are_of_the_group(page, join, write, councillor, council):
    councillor.mandates.update(party_group="Stadsbelang")
    write(join("frits", party_group="Stadsbelang"), SenderKind.PARTY_GROUP)
    assert ">Concept van uw groep<span" in page()


def test_what_could_not_be_saved_yet_is_told_too(page, councillor):
    KeptText.objects.create(user=councillor, address=FORM, content='{"text": "Half af"}')
    assert f'<a href="{FORM}">Uw tekst, nog niet opgeslagen<span' in page()


def test_what_was_withdrawn_and_what_others_wrote_is_not_told(page, outsider, send):
    send(outsider, SenderKind.PERSONAL)
    assert "reageerde<span" not in page()


def test_a_visitor_who_is_not_signed_in_gets_the_same_page_as_before(councillor, goal, send):
    before = Client().get("/agenda/").text
    send(councillor, SenderKind.PERSONAL)
    after = Client().get("/agenda/")
    assert after.text == before
    assert after.cookies == {}


def test_one_can_react_before_the_text_begins(page):
    top = page().partition('id="passages"')[0]
    assert '<a class="button" href="#inhoudsopgave">Reageer: kies een onderdeel</a>' in top
    assert '<a href="/consultaties/conceptagenda/vragen/">Reageer op het geheel</a>' in top


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_the_same_for_more_passages(
    member, councillor, write, agenda, version, line, count, django_assert_num_queries
):
    for position in range(count):
        add(agenda, version, f"RZ24-L1.9{position}", ElementKind.GOAL, 20 + position, parent=line)
    letter = write(councillor, SenderKind.PERSONAL)
    for wording in version.wordings.all():
        letter.points.create(wording=wording, quoted_text=wording.text, kind="wens", text="Ja.")
    with django_assert_num_queries(9):
        member.get("/agenda/")
