"""Searching everything: Dutch words, beginnings, accents, mistakes, and nothing that may not be seen."""

from datetime import UTC, date, datetime

import pytest
from django.test.html import parse_html
from pytest_django.asserts import assertInHTML

from agenda.models import KeyPoint, KeyPointKind, Milestone, Version, Wording
from partners.models import ContactPoint, Partner, PartnerKind
from regiozwolle.pages.search import grouped_results, similar_names
from tests.published import unsealed


def titles(text, **options):
    return {(group.kind.name, result.title) for group in grouped_results(text, **options) for result in group.results}


@pytest.mark.parametrize(
    "typed",
    ["arbeidsmarkt", "ARBEIDSMARKT", "arbeidsm", "toekomstbestendig", "werken arbeidsmarkt", "RZ24-L1.2"],
)
def test_a_goal_is_found_by_its_words_their_beginnings_and_its_code(goal, typed):
    assert ("tekst", "Toekomstbestendige arbeidsmarkt") in titles(typed)


def test_a_word_is_found_in_another_form(goal, version):
    with unsealed():
        Wording.objects.filter(element=goal).update(text="Bouwen aan woningen en coördinatie")
    assert titles("woning") == {("tekst", "Toekomstbestendige arbeidsmarkt")}
    assert titles("coordinatie") == {("tekst", "Toekomstbestendige arbeidsmarkt")}


def test_all_words_must_be_there(goal):
    assert titles("arbeidsmarkt zeehond") == set()


def test_words_of_an_unpublished_version_are_not_found(goal, version):
    with unsealed():
        Version.objects.update(published_at=datetime(2100, 1, 1, tzinfo=UTC))
    assert titles("arbeidsmarkt") == set()


def test_an_invented_partner_is_not_found(overijssel):
    Partner.objects.create(
        slug="voorbeeldstad", name="Voorbeeldstad", kind=PartnerKind.MUNICIPALITY, province=overijssel, is_example=True
    )
    assert titles("voorbeeldstad") == set()


def test_an_invented_consultation_says_so(client, open_consultation):
    open_consultation.title, open_consultation.is_example = "Over de zeehond", True
    open_consultation.save()
    assert '<p class="source">Voorbeeld</p>' in client.get("/zoeken/?q=zeehond").text


def test_every_kind_of_thing_is_found(goal, zwolle, deck, open_consultation):
    for thing in (
        Milestone(starts_on=date(2010, 1, 1), date_text="2010", title="Start van de zeehond", source=deck),
        KeyPoint(kind=KeyPointKind.SPECIAL, text="Een zeehond in het klein", source=deck),
        ContactPoint(partner=zwolle, name="Zeehond", source=deck),
    ):
        thing.save()
    open_consultation.title = "Consultatie over de zeehond"
    open_consultation.save()
    zwolle.summary = "Hier woont de zeehond"
    zwolle.save()
    assert {kind for kind, _ in titles("zeehond")} == {"mijlpaal", "kernpunt", "contact", "consultatie", "partner"}


def test_only_one_kind_can_be_asked_for(goal, zwolle):
    zwolle.summary = "De arbeidsmarkt van de stad"
    zwolle.save()
    assert titles("arbeidsmarkt", only="partner") == {("partner", "Zwolle")}


def test_the_words_found_are_marked_and_nothing_else_is_markup(goal):
    with unsealed():
        Wording.objects.filter(element=goal).update(text="<b>Werken</b> aan de arbeidsmarkt & meer")
    (group,) = grouped_results("werken")
    assert group.results[0].excerpt == ("&lt;b&gt;<mark>Werken</mark>&lt;/b&gt; aan de arbeidsmarkt &amp; meer")


def test_a_mistyped_name_gets_a_suggestion(client, zwolle):
    assert [result.title for result in similar_names("zwole")] == ["Zwolle"]
    page = client.get("/zoeken/", {"q": "zwole"}).text
    assert "Niets gevonden voor ‘zwole’" in page
    assert '<a href="/partners/zwolle/">Zwolle</a>' in page


@pytest.mark.parametrize("typed", ["", "   ", "&|!()", "'", "%", ":*", "<->"])
def test_nothing_typed_can_be_an_operator(goal, typed):
    assert grouped_results(typed) == []


def test_too_long_a_question_is_refused_in_words(client, db):
    page = client.get("/zoeken/", {"q": "x" * 201}).text
    assert "Fout: Zoek met minder woorden." in page


def test_an_unknown_kind_is_refused_in_words(client, db):
    assert "Fout: Kies waarin u wilt zoeken." in client.get("/zoeken/", {"q": "x", "soort": "zeehond"}).text


def test_what_was_typed_stays_in_the_field(client, goal):
    page = client.get("/zoeken/", {"q": 'arbeids"markt'}).text
    assert parse_html(page).count(parse_html('<option value="" selected>Overal</option>')) == 1
    assert 'value="arbeids&quot;markt"' in page


def test_the_piece_is_part_of_its_page(client, goal):
    page = client.get("/zoeken/", {"q": "arbeidsmarkt"})
    piece = client.get("/zoeken/", {"q": "arbeidsmarkt"}, headers={"HX-Request": "true", "HX-Target": "found"})
    title = "<title>arbeidsmarkt – Zoeken – Regio Zwolle</title>"
    assert title in page.text
    assert title in piece.text
    assertInHTML(piece.text.replace(title, ""), page.text)
    assert "<html" not in piece.text
    assert "HX-Target" in page["Vary"]


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_the_same_whatever_it_finds(client, deck, version, count, django_assert_num_queries):
    for number in range(count):
        Milestone.objects.create(starts_on=date(2010, 1, 1), date_text="2010", title=f"Zeehond {number}", source=deck)
    with django_assert_num_queries(2):
        client.get("/zoeken/", {"q": "zeehond"})


@pytest.mark.parametrize(
    ("typed", "title"), [("privacy", "Privacy"), ("deadline", "Consultaties"), ("cookie", "Privacy")]
)
def test_the_pages_of_the_site_itself_are_found(db, typed, title):
    assert ("pagina", title) in titles(typed)


def test_words_that_dutch_writes_as_one_are_offered_as_one(client, goal, version):
    with unsealed():
        Wording.objects.filter(element=goal).update(text="Werken aan klimaatadaptatie")
    page = client.get("/zoeken/", {"q": "klimaat adaptatie"}).text
    assert '<a href="?q=klimaatadaptatie">klimaatadaptatie</a>' in page
