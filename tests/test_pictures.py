"""The picture of a page where somebody shares its address: of its own thing, and only when that is public."""

import re
from datetime import date

import pytest

from consultation.deciding.models import Dossier
from partners.models import Partner, PartnerKind
from regiozwolle.found.facts import PictureFact, fact_of
from regiozwolle.found.pictures import drawn_of_one
from regiozwolle.meetings.models import Meeting
from results.models import Programme, Project
from tests.figures import growth as growth

SIZE = (1200).to_bytes(4, "big") + (630).to_bytes(4, "big")


@pytest.fixture
def things(zwolle, goal, open_consultation, growth, version, deck):
    """One of each kind that has a picture of its own."""
    programme = Programme.objects.create(slug="deal", name="Deal", source=deck)
    zwolle.populations.create(reference_on=date(2020, 1, 1), count=1234, source=deck)
    return {
        "partner": zwolle,
        "tekst": goal,
        "consultatie": open_consultation,
        "cijfer": growth,
        "besluit": Dossier.objects.create(slug="stukken", title="Stukken", version=version, source=deck),
        "project": Project.objects.create(
            slug="brug", name="De brug", programme=programme, status="bevestigd", source=deck
        ),
        "bijeenkomst": Meeting.objects.create(
            slug="dag", title="Dag & nacht", kind="anders", date_text="in 2030", place="Zwolle", source=deck
        ),
    }


def test_each_kind_of_page_is_shared_with_a_picture_of_its_own_facts(client, things, settings):
    told = {kind: tuple(fact_of(kind, one.pk))[:3] for kind, one in things.items()}
    assert {kind: (fact[0], fact[1]) for kind, fact in told.items()} == {
        "partner": ("Gemeente in Overijssel", "Zwolle"),
        "tekst": ("Opgave 1.2", "Toekomstbestendige arbeidsmarkt"),
        "consultatie": ("Consultatie", "Consultatie over de conceptagenda"),
        "cijfer": ("Cijfer", "Economische groei"),
        "besluit": ("Besluit", "Stukken"),
        "project": ("Project", "De brug"),
        "bijeenkomst": ("Bijeenkomst", "Dag & nacht"),
    }
    assert told["partner"][2].replace("\N{NO-BREAK SPACE}", " ") == "1.234 inwoners, 1 januari 2020"
    assert told["consultatie"][2] == things["consultatie"].period
    assert told["cijfer"][2].startswith("4,6")
    assert told["besluit"][2] == "Nog niet bekend is wie hierover besluit"
    assert told["bijeenkomst"][2] == "In 2030, Zwolle"
    for kind, one in things.items():
        page = client.get(one.get_absolute_url()).text
        address = re.search(r'<meta property="og:image" content="([^"]+)"', page)[1]
        assert address == f"{settings.SITE_URL}/deelbeeld/{kind}/{one.pk}.png"
    picture = client.get(address.removeprefix(settings.SITE_URL))
    assert (picture.headers["Content-Type"], picture.content[16:24]) == ("image/png", SIZE)
    assert picture.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_of_what_is_invented_nothing_is_said_and_its_picture_says_so(client, things):
    project = things["project"]
    assert "application/ld+json" in client.get(project.get_absolute_url()).text
    Programme.objects.update(is_example=True)
    assert fact_of("project", project.pk).kind == "Project (voorbeeld)"
    assert "application/ld+json" not in client.get(project.get_absolute_url()).text


def test_there_is_no_picture_of_what_nobody_may_read(client, zwolle):
    address = f"/deelbeeld/partner/{zwolle.pk}.png"
    assert client.get(address).status_code == 200
    concept = Partner.objects.create(slug="school", name="School", kind=PartnerKind.EDUCATION, public_from=None)
    for path in (
        f"/deelbeeld/partner/{concept.pk}.png",
        "/deelbeeld/partner/0.png",
        f"/deelbeeld/partner/{10**30}.png",
        "/deelbeeld/onzin/1.png",
    ):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("name", ["", "a", "Heel " * 60, "Onafgebroken" * 20, "</text><script> & \x00\ud800 \u2028"])
def test_a_picture_can_be_drawn_of_any_words(name):
    drawn = drawn_of_one(PictureFact("Soort", name, name, 0.5))
    assert "<script" not in drawn
    assert drawn.count("<text") <= 7
