"""The front page and the pages about the portal itself."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda.actions import draft_next, publish
from agenda.models import Element, ElementKind, KeyPoint, KeyPointKind, Version
from consultation.models import Consultation
from partners.models import Body, BodyKind, ContactPoint, Partner, PartnerKind, Source
from results.models import Indicator, IndicatorNature, Measurement
from tests.published import give_words, unsealed
from tests.reading import visible


@pytest.fixture
def ambition(agenda, version):
    element = Element.objects.create(
        agenda=agenda, code="RZ24-A", kind=ElementKind.AMBITION, position=1, name="Brede welvaart"
    )
    give_words(element, version, "Optimale brede welvaart voor alle inwoners")
    return element


@pytest.fixture
def figure(deck):
    indicator = Indicator.objects.create(
        slug="naar-werk",
        name="Inwoners naar werk",
        nature=IndicatorNature.ACHIEVED,
        sentence="inwoners ondersteund van werkloos naar werk.",
        unit="inwoners",
        headline_position=1,
    )
    Measurement.objects.create(
        indicator=indicator,
        qualifier="meer dan",
        value=4500,
        reference_on=date(2023, 1, 1),
        reference_text="begin 2023",
        source=deck,
    )
    return indicator


def test_home_says_what_the_network_wants(client, ambition, zwolle, overijssel):
    page = client.get("/").text
    assert "<h1 data-answer>Optimale brede welvaart voor alle inwoners</h1>" in page
    assert '<h2 id="gemeenten">1\N{NO-BREAK SPACE}gemeente, 1\N{NO-BREAK SPACE}provincie</h2>' in page


def test_home_says_until_when_one_can_react(client, open_consultation):
    page = client.get("/").text
    assert "Nog 8\N{NO-BREAK SPACE}dagen" in page
    assert open_consultation.get_absolute_url() in page


def test_home_says_on_the_last_day_that_it_is_the_last(client, open_consultation):
    tonight = timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
    open_consultation.closes_at = tonight
    open_consultation.save()
    assert '<p class="count">Vandaag is de laatste dag</p>' in client.get("/").text


def test_home_marks_an_example_consultation(client, open_consultation):
    open_consultation.is_example = True
    open_consultation.save()
    assert '<span class="badge">Voorbeeld</span>' in client.get("/").text


def test_home_says_that_nothing_is_open(client, open_consultation):
    open_consultation.closes_at = timezone.now() - timedelta(minutes=1)
    open_consultation.save()
    page = client.get("/").text
    assert "Nu niets open" in page
    assert open_consultation.title not in page


def test_home_ignores_a_consultation_that_ran_elsewhere(client, open_consultation):
    open_consultation.takes_letters = False
    open_consultation.save()
    assert "Nu niets open" in client.get("/").text


def test_home_draws_a_figure_in_time_and_names_the_source_of_all_once(client, figure, deck):
    figure.measurements.create(value=1800, reference_on=date(2021, 6, 1), reference_text="juni 2021", source=deck)
    page = client.get("/")
    assert "Meer dan 4.500 2021 2023 nu inwoners ondersteund van werkloos naar werk." in visible(page)
    assert visible(page).count("Presentatie Samenwerken in Regio Zwolle") == 1
    drawing = re.search(r'<div class="numbers chart">.*?</svg>', page.text, re.S)[0]
    assert drawing.count("<circle") == 2
    assert drawing.count('class="since"') == 1  # nothing was measured since
    assert "juni 2021), meer dan 4.500 (begin 2023). Sindsdien is geen nieuwe meting bekend." in visible(page)


def test_a_figure_that_was_measured_once_stands_on_a_stem(client, figure):
    drawing = re.search(r'<div class="numbers chart">.*?</svg>', client.get("/").text, re.S)[0]
    assert drawing.count("<circle") == 1
    [(x1, x2, foot)] = re.findall(r'<line class="series" x1="([\d.]+)%" y1="62" x2="([\d.]+)%" y2="([\d.]+)"', drawing)
    assert (x1, foot) == (x2, "8.0")


def test_home_says_what_comes_and_shows_examples_only_while_nothing_real_is_known(client, open_consultation):
    assert "Er is geen bijeenkomst gepland." in visible(client.get("/"))
    today = timezone.localdate()
    real = open_consultation.steps.create(title="Klankbordgroep", starts_on=today + timedelta(days=9))
    open_consultation.steps.create(title="Voorbij", starts_on=today - timedelta(days=1))
    invented = Consultation.objects.create(
        slug="voorbeeld", title="Voorbeeld", version=open_consultation.version, summary="x", asked_of="x", effect="x",
        opens_at=timezone.now(), closes_at=timezone.now() + timedelta(days=5), is_example=True,
    )  # fmt: skip
    invented.steps.create(title="Verzonnen avond", starts_on=today)
    page = visible(client.get("/"))
    assert page.count("Klankbordgroep") == 2  # in the first screen, and among what comes
    assert "Verzonnen avond" not in page
    assert "Voorbij" not in page
    real.delete()
    assert visible(client.get("/")).count("Verzonnen avond") == 2


def test_home_leaves_the_words_of_an_unpublished_version_out(client, ambition, version):
    with unsealed():
        Version.objects.update(published_at=datetime(2100, 1, 1, tzinfo=UTC))
    assert "Optimale brede welvaart" not in client.get("/").text


@pytest.mark.parametrize("count", [1, 3])
def test_home_costs_the_same_whatever_it_shows(
    client, ambition, figure, open_consultation, deck, overijssel, count, django_assert_num_queries
):
    for number in range(count):
        open_consultation.steps.create(title=str(number), starts_on=timezone.localdate() + timedelta(days=number))
        place = Partner.objects.create(
            slug=f"plaats-{number}", name=f"Plaats {number}", kind=PartnerKind.MUNICIPALITY, province=overijssel
        )
        for year in (2021, 2026):
            place.populations.create(reference_on=date(year, 1, 1), count=9, source=deck)
        Body.objects.create(partner=place, kind=BodyKind.COUNCIL)
        Element.objects.create(
            agenda=ambition.agenda, code=f"RZ24-R{number}", kind=ElementKind.REGIONAL, position=20 + number, name="x"
        )
    with django_assert_num_queries(15):
        client.get("/")


def test_about_says_what_the_region_says_of_itself(client, deck):
    KeyPoint.objects.create(
        kind=KeyPointKind.SPECIAL, position=1, text="Nederland in het klein: van alles wat.", source=deck
    )
    page = client.get("/over/").text
    assert "Nederland in het klein: van alles wat." in page
    assert page.count("Presentatie Samenwerken in Regio Zwolle") == 1


def test_about_names_each_source_when_there_are_several(client, deck):
    paper = Source.objects.create(slug="krant", title="De krant", published_text="begin 2024")
    KeyPoint.objects.create(kind=KeyPointKind.SPECIAL, position=1, text="Van alles wat.", source=deck)
    KeyPoint.objects.create(kind=KeyPointKind.SPECIAL, position=2, text="Nog meer.", source=paper)
    page = client.get("/over/").text
    assert "Bron: Presentatie Samenwerken in Regio Zwolle." in page
    assert "Bron: De krant, begin 2024." in page


def test_contact_gives_the_address_of_the_office(client, zwolle, deck):
    ContactPoint.objects.create(partner=zwolle, name="Regiobureau", email="regiozwolle@zwolle.nl", source=deck)
    assert '<a href="mailto:regiozwolle@zwolle.nl">' in client.get("/contact/").text


def test_the_responsible_government_is_named_once_it_is_known(client, db, settings):
    assert "nog niet bekend" in client.get("/privacy/").text
    settings.OWNER = "Gemeente Zwolle"
    assert "<p>Gemeente Zwolle</p>" in client.get("/privacy/").text
    assert "<p>Gemeente Zwolle</p>" in client.get("/toegankelijkheid/").text


def test_the_privacy_page_names_the_cookies_as_the_server_sets_them(client, db, settings):
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    page = client.get("/privacy/").text
    for name in ("__Host-sessionid", "__Host-csrftoken", "messages"):
        assert f'<th scope="row">{name}</th>' in page


def test_the_privacy_page_answers_what_the_law_asks(client, db):
    page = visible(client.get("/privacy/"))
    for words in (
        "artikel 6, lid 1, onder e van de AVG",
        "Wie krijgt uw gegevens?",
        "Europese Economische Ruimte",
        "Hoe komen wij eraan?",
        "Een computer neemt hier geen besluiten over u.",
        "U mag ook bezwaar maken.",
        "Autoriteit Persoonsgegevens",
        "Wie is verantwoordelijk?",
        "functionaris gegevensbescherming",
        "Hoe lang bewaren wij het?",
        "Bijgewerkt op",
    ):
        assert words in page, words


def test_the_accessibility_page_says_of_every_limit_what_the_declaration_asks(client, db):
    page = client.get("/toegankelijkheid/").text
    for words in ("Eis", "Oorzaak", "Gevolg", "Wat u nu kunt doen", "Wat wij doen"):
        assert page.count(f"<dt>{words}</dt>") == page.count("<h3>"), words
    for words in (
        "Voldoet de site?",
        "Hoe snel u antwoord krijgt",
        "Nationale ombudsman",
        "College voor de Rechten van de Mens",
        "Bijgewerkt op",
    ):
        assert words in page, words


def test_security_txt_expires_within_a_year_and_says_what_one_may_try(client, db, settings):
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())
    expires = datetime.fromisoformat(lines["Expires"])
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
    assert lines["Canonical"].endswith("/.well-known/security.txt")
    page = lines["Policy"].removeprefix(settings.SITE_URL)
    assert 'id="zwakke-plek"' in client.get(page).text


def test_one_sentence_shows_its_change_and_its_six_stations(client, agenda, version, figure, django_assert_num_queries):
    element = Element.objects.create(
        agenda=agenda, code="RZ24-R4", kind=ElementKind.REGIONAL, number="4", position=4, name="Groei"
    )
    give_words(element, version, "We groeien in balans.")
    names = ["Tekst", "Reacties", "Antwoord", "Nieuwe woorden", "Besluiten", "Cijfer"]
    page = client.get("/").text
    assert stations_of(page) == [(name, name != "Tekst") for name in names]
    assert "<ins>" not in page
    assert '<a href="/agenda/tekst/RZ24-R4/waarom/">' in page
    draft = draft_next(version=version)
    draft.wordings.update(text="We groeien in goede balans.")
    publish(version=draft)
    with django_assert_num_queries(18):
        page = client.get("/").text
    assert stations_of(page) == [(name, name not in ("Tekst", "Nieuwe woorden")) for name in names]
    assert '<ins><span class="visually-hidden">toegevoegd: </span>goede' in page


def stations_of(page):
    """(Its name, whether it is hollow) of each station of the band on the page."""
    found = re.findall(r'<li( class="hollow")?>\s*<h3>\s*<span class="disc">\d</span>\s*<a[^>]*>([^<]+)</a>', page)
    return [(name, bool(hollow)) for hollow, name in found]


@pytest.mark.parametrize("name", ["home", "accessibility", "privacy", "account_signup"])
def test_the_contact_address_is_that_of_the_settings(client, settings, db, name):
    settings.CONTACT_EMAIL = "portal@example.org"
    page = client.get(reverse(name)).text
    assert set(re.findall(r'mailto:([^"]+)', page)) == {"portal@example.org"}
