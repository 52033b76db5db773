"""What the map on the front page shows, and that it says no more than the page of the municipality."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from consultation.deciding.models import Decision, Dossier, Outcome, Track
from partners.models import Body, BodyKind, Partner
from regiozwolle.pages.home.known import known_of
from results.models import Programme, Project, ProjectPartner, ProjectRole
from tests.reading import links, visible, words


@pytest.fixture
def grown(region, deck):
    """The 22 municipalities, each grown by 4%; Dronten by 9%."""
    for partner in Partner.objects.municipalities():
        partner.populations.create(reference_on=date(2021, 1, 1), count=25_000, source=deck)
        count = 27_250 if partner.name == "Dronten" else 26_000
        partner.populations.create(reference_on=date(2026, 1, 1), count=count, source=deck)
    return region


@pytest.fixture
def busy(grown, deck, version):
    """Zwolle, with a project, one that is not confirmed, and a council that agreed on a condition."""
    zwolle = grown["Zwolle"]
    deal = Programme.objects.create(slug="deal", name="Regio Deal", source=deck)
    for slug, status in (("campus", "bevestigd"), ("station", "vermoed")):
        project = Project.objects.create(slug=slug, name=slug, programme=deal, status=status, source=deck)
        ProjectPartner.objects.create(project=project, partner=zwolle, role=ProjectRole.LOCATION)
    council = Body.objects.create(partner=zwolle, kind=BodyKind.COUNCIL)
    dossier = Dossier.objects.create(slug="agenda", title="Agenda vaststellen", summary="x", version=version)
    Decision.objects.create(
        track=Track.objects.create(dossier=dossier, body=council), outcome=Outcome.CONDITION, condition="mits",
        decided_on=timezone.localdate() - timedelta(days=3), source=deck,
    )  # fmt: skip
    return zwolle


def in_list(page, slug):
    """The words in the list at one municipality."""
    part = page.text[page.text.index('id="gemeenten"') :]
    return words(re.search(rf'<a href="/partners/{slug}/">.*?</li>', part, re.S)[0])


@pytest.mark.parametrize(
    ("asked", "message", "value", "classes"),
    [
        ("gemeenten", "22 gemeenten werken hier samen.", "", set()),
        ("inwoners", "Dronten is de grootste gemeente, met 27.250 inwoners.", "26.000", {"step-2"}),
        ("groei", "Dronten groeide het hardst.", "+4,0%", {"step-2", "step-4"}),
        ("projecten", "1 gemeente heeft een rol in 2 projecten.", "2", {"step-0", "step-2"}),
        ("besluiten", "", "Voorwaarde", {"conditional", "unconfirmed"}),
        ("onzin", "22 gemeenten werken hier samen.", "", set()),
    ],
)
def test_the_map_and_the_list_show_what_is_asked_for(client, busy, asked, message, value, classes):
    page = client.get("/", {"kaart": asked})
    assert message in visible(page)
    areas = re.search(r'<g class="areas">(.*?)</g>', page.text, re.S)
    assert (set(re.findall(r'class="([^"]+)"', areas[1])) if areas else set()) == classes
    assert in_list(page, "zwolle").removeprefix("Zwolle ").startswith(value)
    assert page.text.count(f'aria-label="Zwolle: {value}"' if value else 'aria-label="Zwolle"') == 1
    current = "gemeenten" if asked == "onzin" else asked
    assert re.findall(r'aria-current="true">([^<]+)</a>', page.text) == [current]
    assert links(page.text, "map")[:22] == [one.url for one in page.context["map"].places]


def test_what_the_map_tells_of_a_municipality_its_own_page_tells(client, busy):
    dossier = Dossier.objects.get()
    [known] = known_of([busy], dossier)
    assert known.lines == (
        "25.000 inwoners in 2021,",
        "26.000 in 2026",
        "1\N{NO-BREAK SPACE}project en 1\N{NO-BREAK SPACE}project gevraagd",
        "besluit: voorwaarde",
    )
    home, own = client.get("/"), visible(client.get("/partners/zwolle/"))
    assert words(" ".join(known.lines)) in words(home.text)
    assert words(known.words) in in_list(home, "zwolle")
    assert "25.000" in own
    assert "26.000" in own
    assert own.count("Rol: ligt in deze gemeente.") == 2
    assert own.count("Niet bevestigd") == 2  # the role in a project, and the decision
    assert "Agenda vaststellen Voorwaarde Niet bevestigd" in own


def test_of_what_is_not_known_the_map_says_that_and_the_list_nothing(client, grown):
    [known] = known_of([grown["Urk"]], None)
    assert known.lines[2:] == ("geen project bekend", "besluit: nog niet bekend")
    assert in_list(client.get("/"), "urk") == "Urk 25.000 inwoners in 2021, 26.000 in 2026."


def test_without_counts_or_a_dossier_the_map_says_that_it_is_not_known(client, region):
    for asked in ("inwoners", "groei", "besluiten"):
        assert "is nog niet bekend. Ga naar Wat weten wij nog niet?" in visible(client.get("/", {"kaart": asked}))


def test_the_map_can_be_skipped(client, region):
    page = client.get("/").text
    skip = page.index('<a class="skip-map" href="#na-kaart">Sla de kaart over</a>')
    assert skip < page.index('href="/partners/zwolle/"') < page.index('id="na-kaart"')


def test_the_decisions_on_the_map_cost_the_same_however_many(client, busy, django_assert_num_queries):
    urk = Body.objects.create(partner=Partner.objects.get(slug="urk"), kind=BodyKind.COUNCIL)
    for count in range(2):
        if count:
            Track.objects.create(dossier=Dossier.objects.get(), body=urk)
        with django_assert_num_queries(18):
            client.get("/", {"kaart": "besluiten"})
