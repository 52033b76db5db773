"""Searching everything: Dutch words, numbers, codes, mistakes, what just changed, and nothing that may not be seen."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.test.html import parse_html
from django.utils import timezone
from pytest_django.asserts import assertInHTML, assertRedirects

from agenda.models import KeyPoint, KeyPointKind, Milestone, Version, Wording
from consultation.models import Answer, Letter, Sharing, Verdict
from partners.models import ContactPoint, Partner, PartnerKind
from regiozwolle.pages.search import answer_to
from regiozwolle.searching.asking import ask
from regiozwolle.searching.finding import find
from regiozwolle.searching.freshness import read_everything
from regiozwolle.searching.indexing import read_again
from regiozwolle.searching.models import SearchEntry, SearchReading
from regiozwolle.searching.reading import parsed
from regiozwolle.searching.subjects import PAGES
from tests.letters import close, letter
from tests.published import unsealed
from tests.test_permissions import PUBLIC

WHY = "/agenda/tekst/RZ24-L1.2/waarom/"
GOAL = "Toekomstbestendige arbeidsmarkt"


def found(text, only=""):
    """The kind and title of what is found, after all pages were read."""
    read_everything()
    question = ask(text)
    return {(entry.kind, entry.title) for entry in find(question, only=only).entries} if question else set()


def titles(text):
    """The titles of what is found on the pages as they were read."""
    return {entry.title for entry in find(ask(text)).entries}


def kinds(text, **options):
    return {kind for kind, _ in found(text, **options)}


def finds(text, words):
    """Whether something with `words` in its title is found."""
    return any(words in title for _, title in found(text))


def test_a_goal_is_found_by_its_words_their_beginnings_and_its_code(goal):
    read_everything()
    words = ["arbeidsmarkt", "ARBEIDSMARKT", "arbeidsm", "toekomstbestendig", "werken arbeidsmarkt"]
    for typed in [*words, "RZ24-L1.2", "rz24-l1.2"]:
        assert any(GOAL in title for title in titles(typed)), typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Bouwen aan woningen", "woning"),
        ("Werken aan coördinatie", "coordinatie"),
        ("Werken aan coordinatie", "coördinatie"),
        ("Plek voor 2.500 woningen", "2500 woningen"),
        ("Plek voor 2500 woningen", "2.500 woning"),
        ("In 2024-2028", "2028"),
        ("In 2024–2028", "2024-2028"),
        ("Voor €\N{NO-BREAK SPACE}90 miljoen", "€ 90 mln"),
        ("Een groei van 4,4%", "4,4 procent"),
        ("Wonen/werken", "werken wonen"),
        ("De Regio Deal", "regiodeal"),
        ("De regiodeal", "regio deal"),
        ("Klimaatadaptatie", "klimaat adaptatie"),
        ("Nieuwe woningbouwlocaties. Bouw van een woning op een locatie", "locatie"),
        ("De regio’s", "regios"),
        ("Van werkloos naar werk", "werklozen"),
        ("20.000 nieuwe arbeidsplaatsen", "20.000 banen"),
        ("Een internationale woning", "buitenlandse huizen"),
        ("Wo\N{SOFT HYPHEN}ning\N{ZERO WIDTH SPACE}bouw", "woningbouw"),
    ],
)
def test_words_and_numbers_are_found_in_whatever_form_they_were_written(goal, text, typed):
    with unsealed():
        Wording.objects.filter(element=goal).update(text=text)
    SearchReading.objects.create(read_at=timezone.now())
    read_again(goal.get_absolute_url())
    assert any(GOAL in title for title in titles(typed))


def test_all_words_must_be_there(goal):
    assert found("arbeidsmarkt zeehond") == set()


def test_of_three_words_one_may_be_missing_and_the_page_says_so(client, goal):
    read_everything()
    page = client.get("/zoeken/", {"q": "toekomstbestendige arbeidsmarkt zeehond"}).text
    assert "Niets gevonden met al deze woorden" in page
    assert GOAL in page


def test_words_of_an_unpublished_version_are_not_found(goal, version):
    read_everything()
    with unsealed():
        Version.objects.update(published_at=datetime(2100, 1, 1, tzinfo=UTC))
    assert GOAL not in {entry.title for entry in find(ask("toekomstbestendige")).entries}
    assert found("toekomstbestendige") == set()


def test_an_invented_partner_is_not_found(overijssel):
    Partner.objects.create(
        slug="voorbeeldstad", name="Voorbeeldstad", kind=PartnerKind.MUNICIPALITY, province=overijssel, is_example=True
    )
    assert "partner" not in kinds("voorbeeldstad")


def test_an_invented_consultation_says_so(client, open_consultation):
    open_consultation.title, open_consultation.is_example = "Over de zeehond", True
    open_consultation.save()
    assert '<p class="source">Voorbeeld. Consultaties</p>' in client.get("/zoeken/?q=zeehond").text


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
    assert kinds("zeehond") >= {"mijlpaal", "kernpunt", "contact", "consultatie", "partner"}
    assert kinds("zeehond", only="partner") == {"partner"}


def test_the_words_found_are_marked_and_nothing_else_is_markup(goal):
    with unsealed():
        Wording.objects.filter(element=goal).update(
            text="<b>Werken</b> aan de zeehond & meer, zodat iedereen het ziet."
        )
    read_everything()
    first = answer_to("zeehond", only="tekst").results[0]
    assert "&lt;b&gt;Werken&lt;/b&gt; aan de <mark>zeehond</mark> &amp; meer" in first.excerpt


def test_a_hit_on_a_figure_has_its_value(helped):
    read_everything()
    first = answer_to(helped.name).results[0]
    assert first.url == helped.get_absolute_url()
    assert "4.500" in first.excerpt.replace("<mark>", "").replace("</mark>", "")


def test_what_was_mistyped_is_put_right_and_the_page_says_so(client, zwolle):
    read_everything()
    page = client.get("/zoeken/", {"q": "Zwolke"}).text
    assert "Niets gevonden voor ‘Zwolke’. Dit is gevonden voor ‘zwolle’" in page
    assert '<a href="/partners/zwolle/">Zwolle</a>' in page


def test_what_looks_mistyped_is_suggested_beside_what_has_the_words_as_typed(client, zwolle, dalfsen, deck):
    """Of two words that look like it, the one that stands in most places."""
    Milestone.objects.create(starts_on=date(2010, 1, 1), date_text="2010", title="De Zwolrepoort", source=deck)
    Milestone.objects.create(starts_on=date(2010, 1, 1), date_text="2010", title="De Zwolse", source=deck)
    dalfsen.summary = "Buur van Zwolle"
    dalfsen.save()
    read_everything()
    page = client.get("/zoeken/", {"q": "zwolre"}).text
    assert "Niets gevonden" not in page
    assert "<mark>Zwolrepoort</mark>" in page
    assert '<p>Bedoelde u <a href="?q=zwolle">zwolle</a>?</p>' in page


def test_nothing_is_suggested_for_the_beginning_of_a_word_or_one_that_is_known(client, zwolle):
    read_everything()
    pages = {typed: client.get("/zoeken/", {"q": typed}).text for typed in ["zwoll", "Zwol", "overijs", "xqzwj"]}
    assert [typed for typed, page in pages.items() if "Bedoelde u" in page] == []


def test_words_written_apart_and_together_find_the_same(goal, line):
    with unsealed():
        Wording.objects.filter(element=goal).update(text="De woningbouw")
        Wording.objects.filter(element=line).update(text="De bouw van een woning")
    assert found("woning bouw") == found("woningbouw")
    assert finds("woning bouw", GOAL)


def test_nothing_typed_can_be_an_operator(client, goal):
    read_everything()
    for typed in ["", "   ", "|!()", "'", ":*", "<->", "\\", "\N{ZERO WIDTH SPACE}"]:
        page = client.get("/zoeken/", {"q": typed})
        assert (page.status_code, GOAL in page.text) == (200, False), typed


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
    read_everything()
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
    read_everything()
    with django_assert_num_queries(6):
        client.get("/zoeken/", {"q": "zeehond"})


def test_the_pages_of_the_site_itself_are_found(db):
    read_everything()
    assert "Privacy" in titles("privacy") & titles("cookie")


def test_nothing_found_gives_ways_on(client, db):
    page = client.get("/zoeken/", {"q": "xqzwj"}).text
    assert "Niets gevonden voor ‘xqzwj’" in page
    assert '<a href="/resultaten/cijfers/">Bekijk alle cijfers</a>' in page


def test_an_empty_page_shows_how_to_ask(client, db):
    assert '<a href="?q=Regio+Deal">Regio Deal</a>' in client.get("/zoeken/").text


# Straight to what a code names


def test_a_code_of_the_agenda_leads_to_its_text(client, goal):
    read_everything()
    assertRedirects(client.get("/zoeken/?q=rz24-l1.2"), "/agenda/tekst/RZ24-L1.2/")
    assertRedirects(client.get("/zoeken/?q=RZ24-L1.2@1"), "/agenda/tekst/RZ24-L1.2@1/")


#


def test_all_pages_can_be_read_by_hand(db, capsys):
    call_command("read_pages")
    assert capsys.readouterr().out == f"{SearchEntry.objects.count()} zoekingangen.\n"
    assert SearchEntry.objects.filter(page="/privacy/").count() == 1


ENDINGS = ("_file", "_archive", "download", "sheet", "calendar", "_txt", "favicon", ":logo", "picture", "catalogue")
FILES = {name for name in PUBLIC if name.endswith(ENDINGS) or name.startswith(("api:", "sitemap"))}
TAKEN_ALONG = {name for name in PUBLIC if name.endswith(("_drawing", "_embedded"))}
# They lead elsewhere, say what another page or this moment says, choose what to show, or belong to the demo.
ELSEWHERE = {
    "search",
    "search_feed",
    "cited",
    "share_picture_of",
    "feed",
    "works",
    "agenda:compare",
    "consultation:asked",
    "consultation:nota_point",
    "consultation:nota_of_body",
    "results:programme_money",
    "deciding:paper_version",
    "handover",
    "style_guide",
    "demo_mail",
}


def test_every_public_page_is_searched():
    assert PAGES.keys() - {"account_login", "account_signup"} == PUBLIC - FILES - TAKEN_ALONG - ELSEWHERE


# How a page is read


PAGE = """<html><head><title>De titel – Regio Zwolle</title></head><body><nav><a href="/elders/#x">Elders</a></nav>
<main><header class="opening"><h1>De titel</h1><p class="notice"><span class="badge">Voorbeeld</span> Verzonnen.</p>
</header><nav><ol><li>Weg</li></ol></nav><table><tr><th>Zwolle</th><td>4.500</td></tr></table><script>niet()</script>
<ul><li id="punt-7"><h3>Een raad</h3><p>Ons <b>punt</b>.</p></li></ul><svg><title>Kaart</title></svg></main>
<footer><p>Onderaan</p></footer></body></html>"""


def test_a_page_is_not_invented_because_it_leads_to_what_is():
    assert not parsed("/titel/", PAGE.replace(' class="notice"', "")).is_example
    assert parsed("/titel/", PAGE.replace('"notice"', '"kicker"')).is_example


def test_a_page_is_read_by_the_line_with_its_weight_and_place():
    page = parsed("/titel/", PAGE)
    assert page.title == "De titel – Regio Zwolle"
    assert page.is_example
    assert page.links == ["/elders/"]
    assert [(line.text, line.weight, line.place) for line in page.lines] == [
        ("De titel", "A", ""),
        ("Voorbeeld Verzonnen.", "C", ""),
        ("Weg", "D", ""),
        ("Zwolle · 4.500", "C", ""),
        ("Een raad", "B", "punt-7"),
        ("Ons punt.", "C", "punt-7"),
        ("Kaart", "C", ""),
    ]


# What is private


@pytest.fixture
def point(open_consultation, council, councillor, wording):
    """A point that everyone may read from when the term is over."""
    return letter(open_consultation, council, councillor, (wording, "Denk aan de zeehond.")).points.get()


def test_a_point_is_found_from_when_everyone_may_read_it_until_it_is_taken_away(client, point):
    assert found("zeehond") == set()
    close(point.letter.consultation)
    assert [kind for kind, _ in found("zeehond")] == ["reactie"]
    assertRedirects(client.get(f"/zoeken/?q=punt {point.pk}"), f"{WHY}#punt-{point.pk}")
    Letter.objects.update(sharing=Sharing.COUNCILS)
    assert find(ask("zeehond")).entries == []
    assert client.get(f"/zoeken/?q=punt {point.pk}").status_code == 200


def test_an_answer_is_found_from_when_it_is_on_the_site(point, secretary):
    close(point.letter.consultation)
    answer = Answer.objects.create(verdict=Verdict.ADOPTED, reason="De walrus hoort erbij.", reviewed_at=timezone.now())
    answer.points.add(point)
    assert found("walrus") == set()
    Answer.objects.update(published_at=timezone.now())
    assert kinds("walrus") == {"tekst", "reactie"}


def test_what_is_not_sent_is_never_found(draft, open_consultation):
    close(open_consultation)
    assert not SearchEntry.objects.filter(text__contains=draft.points.get().text).exists()
    assert found(draft.points.get().text) == set()


def test_the_number_of_a_reaction_leads_those_who_wrote_it_there_and_the_secretariat_to_the_desk(
    client, point, councillor, outsider, secretary
):
    number, pk = "RZ-2026-0010", point.letter.pk
    Letter.objects.update(number=number)
    assert client.get(f"/zoeken/?q={number}").status_code == 200
    client.force_login(outsider)
    assert client.get(f"/zoeken/?q={number}").status_code == 200
    client.force_login(councillor)
    assertRedirects(client.get(f"/zoeken/?q={number}"), f"/mijn-reacties/{pk}/")
    client.force_login(secretary)
    assertRedirects(client.get(f"/zoeken/?q={number}"), f"/beheer/consultation/letter/{pk}/change/")
