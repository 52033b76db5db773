"""The list of consultations."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from consultation.models import Consultation

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


def test_the_list_says_what_is_open_and_until_when(client, written, clock):
    clock(2023, 1, 12, 20, 41)
    page = client.get("/consultaties/").text
    assert "<h1>Waar kunt u nu op reageren?</h1>" in page
    assert "Nu open: Schriftelijke consultatie" in page
    assert f'<p class="count">Nog 8{NBSP}dagen</p>' in page
    assert f"U kunt reageren tot en met 20{NBSP}januari{NBSP}2023, 23.59{NBSP}uur." in page
    assert 'href="/consultaties/schriftelijk/"' in page
    assert "Voorbeeld" not in page


def test_the_list_says_what_comes(client, written, clock):
    clock(2022, 12, 9, 23, 59)
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert '<h2 id="binnenkort">Binnenkort</h2>' in page
    assert f"Van 10{NBSP}december{NBSP}2022 tot en met 20{NBSP}januari{NBSP}2023." in page


def test_the_list_keeps_what_is_closed(client, written):
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert "Binnenkort" not in page
    assert '<h3><a href="/consultaties/schriftelijk/">Schriftelijke consultatie</a></h3>' in page


def test_an_empty_list_says_so(client, db):
    page = client.get("/consultaties/").text
    assert "Nu niets open" in page
    assert "Er is nog geen consultatie gesloten." in page


@pytest.mark.parametrize("moment", [(2022, 12, 1), (2023, 1, 12), (2023, 2, 1)])
def test_the_list_marks_an_example(client, written, clock, moment):
    clock(*moment)
    written.is_example = True
    written.save()
    assert '<span class="badge">Voorbeeld</span>' in client.get("/consultaties/").text


def test_only_the_first_of_two_open_consultations_has_the_full_button(client, written, clock, version):
    clock(2023, 1, 12)
    Consultation.objects.create(
        slug="later",
        title="Sluit later",
        version=version,
        opens_at=datetime(2023, 1, 1, tzinfo=UTC),
        closes_at=datetime(2023, 3, 1, tzinfo=UTC),
        summary="Nog een.",
        asked_of="Alle partners.",
        effect="Onbekend.",
    )
    page = client.get("/consultaties/").text
    assert page.count('<a class="button" ') == 1
    assert page.count('<a class="button quiet" ') == 1
    assert page.index("Schriftelijke consultatie") < page.index("Sluit later")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_with_more_consultations(client, version, count, django_assert_num_queries):
    now = timezone.now()
    for number in range(count):
        for days in (-100, -5, 100):  # closed, running, coming
            Consultation.objects.create(
                slug=f"c{number}{days}",
                title=f"Consultatie {number} {days}",
                version=version,
                opens_at=now + timedelta(days=days),
                closes_at=now + timedelta(days=days + 10),
                summary="Samenvatting.",
                asked_of="Alle partners.",
                effect="Onbekend.",
            )
    with django_assert_num_queries(3):
        client.get("/consultaties/")
