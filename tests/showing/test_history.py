"""The history of the collaboration."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from agenda.models import Milestone

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def milestones(deck):
    other = deck.__class__.objects.create(
        slug="begroting",
        title="Begroting",
        publisher="Gemeente Zwolle",
        url="https://example.org/b",
        published_text="2025",
    )
    return [
        Milestone.objects.create(
            starts_on=date(2010, 1, 1),
            date_text="2010",
            title="Start Regio Zwolle",
            is_main=True,
            source=deck,
            conflict="Andere bronnen noemen 2009 of 2011.",
        ),
        Milestone.objects.create(
            starts_on=date(2017, 11, 21), date_text="november 2017", title="Griffiers bijeen", source=other
        ),
        Milestone.objects.create(
            starts_on=date(2024, 1, 1),
            ends_on=date(2028, 12, 31),
            date_text="2024-2028",
            title="Volgende stap",
            is_main=True,
            source=deck,
        ),
    ]


def test_the_story_of_the_region_shows_the_main_line_of_the_history(client, milestones):
    page = client.get("/over/").text
    assert "Start Regio Zwolle" in page
    assert "Griffiers bijeen" not in page
    assert '<a href="/geschiedenis/">De hele geschiedenis, met bronnen</a>' in page


def test_the_history_tells_every_event_with_its_source(client, milestones):
    page = client.get("/geschiedenis/").text
    assert page.index("Start Regio Zwolle") < page.index("Griffiers bijeen") < page.index("Volgende stap")
    assert "<strong>Let op:</strong> Andere bronnen noemen 2009 of 2011." in page
    assert 'Bron: <a href="https://example.org/b">Begroting</a>, Gemeente Zwolle, 2025.' in page
    assert f'id="mijlpaal-{milestones[1].pk}"' in page


def test_what_is_known_only_by_its_year_comes_last_in_that_year(client, milestones, deck):
    for starts_on, words, title in [
        (date(2024, 1, 1), "1 januari 2024", "Nieuwjaar"),
        (date(2024, 2, 9), "9 februari 2024", "De tweede Regio Deal"),
        (date(2025, 1, 1), "2025", "Een jaar later"),
    ]:
        Milestone.objects.create(starts_on=starts_on, date_text=words, title=title, source=deck)
    page = client.get("/geschiedenis/").text
    titles = ["Griffiers bijeen", "Nieuwjaar", "De tweede Regio Deal", "Volgende stap", "Een jaar later"]
    assert sorted(titles, key=page.index) == titles


@pytest.mark.parametrize(("year", "bars"), [(2023, 0), (2024, 1), (2028, 1), (2029, 0)])
def test_the_period_that_runs_is_a_bar(client, milestones, clock, year, bars):
    clock(year, 1, 1)
    assert client.get("/geschiedenis/").text.count(' class="now"') == bars


def test_an_empty_history_says_that_nothing_is_known(client, db):
    assert '<p class="unknown">nog niet bekend</p>' in client.get("/geschiedenis/").text


@pytest.mark.parametrize("count", [1, 3])
def test_the_history_costs_the_same_with_more_events(client, milestones, count, django_assert_num_queries):
    Milestone.objects.filter(pk__in=[milestone.pk for milestone in milestones[count:]]).delete()
    with django_assert_num_queries(1):
        client.get("/geschiedenis/")
