"""The agenda on one page: its words, the way to react, and how far each goal is."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.asserts import assertInHTML

from agenda.models import Action, ActionStatus, Element, ElementKind, Participation, Version
from consultation.models import Consultation
from results.models import Project
from tests.published import add, give_words, unsealed
from tests.reading import shown_codes, visible


def test_the_agenda_shows_the_words_with_number_and_version(client, goal, deck):
    page = client.get("/agenda/")
    assert "<h1" in page.text
    assert visible(page).count("Werken aan een toekomstbestendige arbeidsmarkt") == 1
    assert "Versie 1: concept, 8 december 2022. Bron: Presentatie Samenwerken in Regio Zwolle." in visible(page)
    assertInHTML('<h3 class="code"><span class="visually-hidden">Opgave</span> 1.2</h3>', page.text)
    assertInHTML('<a href="/agenda/tekst/RZ24-L1.2/">Toekomstbestendige arbeidsmarkt</a>', page.text)


def test_the_editors_explanation_stands_apart_from_the_words(client, wording):
    wording.explanation = "Er is te weinig personeel."
    wording.save()
    assertInHTML(
        "<div class='source'><p><strong>Toelichting van de redactie</strong></p>"
        "<p>Er is te weinig personeel.</p></div>",
        client.get("/agenda/").text,
    )


def test_a_line_is_the_heading_over_its_goals_and_says_its_words_once(client, goal):
    page = client.get("/agenda/")
    assertInHTML('<h2 id="kop-RZ24-L1">1. Economie &amp; Arbeidsmarkt</h2>', page.text)
    assert page.text.count('<div class="says"><p>Economie &amp; Arbeidsmarkt</p></div>') == 0
    assert shown_codes(page) == ["RZ24-L1", "RZ24-L1.2"]


def test_every_link_in_the_contents_leads_to_a_place_on_the_page(client, agenda, version, ambition, goal):
    add(agenda, version, "RZ24-A", ElementKind.AMBITION, 1)
    add(agenda, version, "RZ24-L1.a", ElementKind.PARAGRAPH, 11, number="1.a", parent=goal.parent)
    page = client.get("/agenda/")
    contents = page.text.split('id="inhoudsopgave"')[1].split("</nav>")[0]
    targets = re.findall('href="#([^"]+)"', contents)
    assert targets == ["vanaf-RZ24-A", "vanaf-RZ24-R3", "RZ24-L1", "RZ24-L1.2"]
    assert all(page.text.count(f'id="{target}"') == 1 for target in targets)


def test_status_and_notes_of_the_editors_stand_above_the_text(client, agenda, version, goal):
    agenda.status_note = "Vastgesteld in 2023.\n\nDe dag is nog niet bekend."
    agenda.introduction = "Dit willen wij samen."
    agenda.save()
    version.note = "Uit de presentatie."
    version.save()
    page = client.get("/agenda/")
    assertInHTML('<div class="notice"><p>Vastgesteld in 2023.</p><p>De dag is nog niet bekend.</p></div>', page.text)
    assertInHTML('<p class="lead">Dit willen wij samen.</p>', page.text)
    assertInHTML("<details><summary>Over deze versie</summary><p>Uit de presentatie.</p></details>", page.text)


def test_without_a_published_version_the_agenda_says_so(client, version, goal):
    with unsealed():
        Version.objects.update(published_at=None)
    page = client.get("/agenda/")
    assert page.status_code == 200
    assert "Er staat nog geen agenda op deze site." in visible(page)
    assert "toekomstbestendige" not in page.text


def test_the_newest_published_version_is_shown(client, goal, next_version):
    give_words(goal, next_version, "Nieuwe woorden")
    assert "Versie 2: vastgesteld, 30 juni 2023." in visible(client.get("/agenda/"))
    assert "Nieuwe woorden" in visible(client.get("/agenda/"))
    with unsealed():
        Version.objects.filter(pk=next_version.pk).update(published_at=timezone.now() + timedelta(hours=1))
    assert "Nieuwe woorden" not in visible(client.get("/agenda/"))


def test_one_can_react_to_every_part_while_a_consultation_is_open(client, goal, open_consultation):
    page = client.get("/agenda/")
    links = re.findall(r'<a href="(/consultaties/[^"]+/reageren/[^"]+)"[^>]*>([^<]+)</a>', page.text)
    assert links == [
        ("/consultaties/conceptagenda/reageren/RZ24-L1/", "Reageer op uitvoeringslijn 1"),
        ("/consultaties/conceptagenda/reageren/RZ24-L1.2/", "Reageer op opgave 1.2"),
    ]
    assert "Nog 8 dagen om te reageren, tot en met" in visible(page)
    assert "Voorbeeld" not in visible(page)


def test_an_open_example_is_marked(client, goal, open_consultation):
    Consultation.objects.update(is_example=True)
    assert "Voorbeeld Nog 8 dagen om te reageren" in visible(client.get("/agenda/"))


def test_a_real_consultation_goes_before_an_example(client, goal, version, open_consultation):
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
        {"takes_letters": False},
    ],
)
def test_one_cannot_react_when_none_is_open(client, goal, open_consultation, change):
    Consultation.objects.update(**change)
    page = client.get("/agenda/")
    assert "Reageer op" not in page.text
    assert "Over deze tekst loopt nu geen consultatie." in visible(page)


def test_a_consultation_on_another_version_does_not_count(client, goal, open_consultation, next_version):
    give_words(goal, next_version, "Nieuwe woorden")
    assert "Reageer op" not in client.get("/agenda/").text


def test_the_agenda_carries_nothing_personal(client, goal, open_consultation):
    page = client.get("/agenda/")
    assert not page.cookies
    assert "csrfmiddlewaretoken" not in page.text


@pytest.mark.parametrize("path", ["/agenda/", "/agenda/afdrukken/", "/agenda/tekst/RZ24-L1.2/"])
def test_the_agenda_only_shows(client, goal, path):
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("goal_count", [1, 3])
def test_the_agenda_needs_no_more_queries_for_more_goals(
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
def test_each_goal_tells_its_actions_how_far_they_are_and_who_leads(client, goal, zwolle, deck, path):
    Action.objects.create(
        element=goal, position=1, title="Leerpleinen openen", status=ActionStatus.RUNNING, lead=zwolle, source=deck
    )
    Action.objects.create(element=goal, position=2, title="Vouchers geven", source=deck)
    words = re.sub(r" (?=[.])", "", visible(client.get(path)))
    assert "Leerpleinen openen. Voortgang: loopt. Trekker: Zwolle." in words
    assert "Vouchers geven. Voortgang: nog niet bekend. Trekker: nog niet bekend." in words
    assert words.index("Leerpleinen openen") < words.index("Vouchers geven")
    assert "Acties: nog niet bekend" not in words


def test_a_goal_without_actions_says_so_and_a_line_does_not(client, goal):
    """On paper beside each goal, on screen once for all."""
    assert visible(client.get("/agenda/afdrukken/")).count("Acties: nog niet bekend") == 1
    told = visible(client.get("/agenda/"))
    assert "Acties: nog niet bekend" not in told
    assert "Van 1 opgave is nog niet bekend welke acties erbij horen." in told


@pytest.mark.parametrize("path", ["/agenda/", "/agenda/afdrukken/"])
def test_a_goal_counts_its_results_and_leads_to_them(client, goal, helped, deal, path):
    assert "#opbrengst" not in client.get(path).text
    goal.indicators.add(helped)
    page = client.get(path)
    assert "1 cijfer bij opgave 1.2" in visible(page)
    assert 'href="/agenda/tekst/RZ24-L1.2/#opbrengst"' in page.text
    goal.programmes.add(deal)
    goal.projects.add(*Project.objects.all())
    assert "1 cijfer, 1 programma, 2 projecten bij opgave 1.2" in visible(client.get(path))
