"""What the region is, for who knows nothing of it: the story, the same in English, and the words of the office."""

import re

import pytest
from pytest_django.asserts import assertContains, assertInHTML

from agenda.models import ElementKind, KeyPoint, KeyPointKind, Milestone
from regiozwolle.pages.about.story import TOLD
from regiozwolle.pages.about.words import BY_WORD
from regiozwolle.templatetags.words import OF_KIND, what_it_is, word
from tests.published import add
from tests.reading import visible

AMBITION = "Optimale brede welvaart voor alle inwoners en ondernemers in de hele regio."


def test_the_story_stands_above_the_words_of_the_source(client, deck):
    KeyPoint.objects.create(kind=KeyPointKind.REASON, position=1, text="Alleen samen lukt het.", source=deck)
    Milestone.objects.create(starts_on="2010-01-01", date_text="2010", title="De start", is_main=True, source=deck)
    told = visible(client.get("/over/"))
    assert told.index("Eén gemeente kan dit niet alleen.") < told.index("Alleen samen lukt het.")
    assert "In de woorden van de bron: Presentatie Samenwerken in Regio Zwolle" in told
    assert "2010 De start" in told


def test_every_kind_of_key_point_is_told_in_our_own_words():
    assert set(TOLD) == set(KeyPointKind)


def test_the_size_of_the_region_is_counted(client, zwolle, dalfsen):
    page = client.get("/over/")
    assertInHTML('<p><strong>2</strong> <a class="rest" href="/partners/">gemeenten</a></p>', page.text)
    assertInHTML('<p><strong>1</strong> <a class="rest" href="/partners/">provincies</a></p>', page.text)
    assert "inwoners" not in visible(page).partition("Wie besluit er?")[0]


def test_the_summary_in_english_translates_what_it_knows_and_leaves_the_rest_in_dutch(client, agenda, version, deck):
    add(agenda, version, "RZ24-A", ElementKind.AMBITION, 1, text=AMBITION)
    add(agenda, version, "RZ24-R9", ElementKind.REGIONAL, 2, text="Een nieuwe ambitie.")
    page = client.get("/english/")
    assertContains(page, '<html lang="en">')
    assertContains(page, '<link rel="alternate" hreflang="nl" href="/over/">')
    assert re.search(r'<p class="large" lang="en">The best possible broad prosperity', page.text)
    assertContains(page, '<p lang="nl">Een nieuwe ambitie.</p>')
    assertContains(page, "version 1,\n      8 December 2022")
    assertContains(client.get("/over/"), '<link rel="alternate" hreflang="en" href="/english/">')


@pytest.mark.parametrize("meant", [*OF_KIND.values(), *BY_WORD])
def test_a_word_leads_to_what_it_means(client, db, meant):
    address = re.search('href="([^"]+)"', word(meant)).group(1)
    path, _, anchor = address.partition("#")
    assertContains(client.get(path), f'<div id="{anchor}"><dt>{meant}</dt>')


def test_a_word_keeps_its_form_in_the_sentence_and_a_paragraph_has_no_word_of_the_office():
    assert word("orgaan", "organen") == '<a class="word" href="/woorden/#orgaan">organen</a>'
    assert "Wat betekent ‘sluitstuk’?" in what_it_is(ElementKind.CLOSING)
    assert what_it_is(ElementKind.PARAGRAPH) == ""
