"""Inhabitants per municipality: on the map, as tiles, as small lines on one scale, and in a table."""

import re
from datetime import date

import pytest

from partners.models import Partner, Source
from results.charts.region import small_lines
from results.inhabitants import grew_most, growths, scale_in_words
from tests.reading import squeezed


@pytest.fixture
def counted(region, deck):
    """All municipalities on two days; Zwolle grows by 10%, Urk shrinks, of Dalfsen there is a count between."""
    for name, partner in region.items():
        if partner.cbs_code and partner.cbs_code.startswith("GM"):
            later = {"Zwolle": 1_100, "Urk": 990}.get(name, 1_030)
            partner.populations.create(reference_on=date(2021, 1, 1), count=1_000, source=deck)
            partner.populations.create(reference_on=date(2026, 1, 1), count=later, source=deck)
    other = Source.objects.create(slug="krant", title="Krant")
    region["Dalfsen"].populations.create(reference_on=date(2024, 1, 1), count=1_010, source=other)
    return region


def test_growth_stands_on_the_map_as_tiles_as_lines_and_in_a_table(client, counted):
    page = squeezed(client.get("/resultaten/inwoners/").text)
    assert re.search(
        r'<a class="agreed" href="/partners/zwolle/" aria-label="Zwolle: \+10,0%"><polygon points="[\d. ]+"/>', page
    )
    assert re.search(r'<a class="later" href="/partners/urk/" aria-label="Urk −1,0%" transform=', page)
    assert page.count('<a class="pending"') == 2 * 20
    assert page.count("<li><strong>") == 22
    assert "1.000 → 1.100 (+10,0%)" in page
    assert '<td class="number" data-label="Verschil">−10</td>' in page
    assert "Samen van 22.000 naar 22.690 inwoners (+3,1%)" in page


def test_the_heading_names_who_grew_most_and_nobody_when_none_grew(client, counted):
    page = squeezed(client.get("/resultaten/inwoners/").text)
    assert '<h1 class="document">Zwolle groeide het hardst</h1>' in page
    found, _, _ = growths(Partner.objects.municipalities())
    assert grew_most([one for one in found if one.percent < 0]) == ""
    assert scale_in_words(found) == "van −1,0% tot +10,0%"


def test_only_a_tile_with_a_pattern_has_a_belt_for_its_words(client, counted):
    page = squeezed(client.get("/resultaten/inwoners/").text)
    tiles = re.findall(r'<a class="(\w+)" [^>]*aria-label="(\w+)[^>]* transform=.*?</a>', page)
    belts = re.findall(r'<a class="(\w+)" [^>]* transform=[^>]*><polygon [^>]*/><rect class="belt"', page)
    # On a solid tile the words are white, and on a white belt nobody would see them.
    assert dict(tiles)["agreed"] == "Zwolle"
    assert belts == ["pending"] * 20


def test_a_line_is_dotted_where_another_source_takes_over(counted):
    found, first, last = growths(Partner.objects.municipalities())
    assert (first, last) == (date(2021, 1, 1), date(2026, 1, 1))
    dalfsen, *_, zwolle = sorted(small_lines(found), key=lambda small: small.name)
    assert [stretch.uncertain for stretch in dalfsen.stretches] == [True, True]
    assert [stretch.uncertain for stretch in zwolle.stretches] == [False]


def test_every_small_line_has_the_same_scale(counted):
    found, _, _ = growths(Partner.objects.municipalities())
    lines = {small.name: small for small in small_lines(found)}
    assert len({small.zero for small in lines.values()}) == 1
    assert lines["Zwolle"].end[1] < lines["Dalfsen"].end[1] < lines["Urk"].zero < lines["Urk"].end[1]


def test_without_two_common_days_there_is_nothing_to_compare(client, region, deck):
    region["Zwolle"].populations.create(reference_on=date(2021, 1, 1), count=5, source=deck)
    page = client.get("/resultaten/inwoners/").text
    assert "nog geen twee dagen" in page
    assert "<polygon" not in page


def test_the_firmest_count_of_a_day_is_the_one_and_the_sum_of_the_other_is_told(client, counted):
    other = Source.objects.get(slug="krant")
    counted["Zwolle"].populations.create(reference_on=date(2021, 1, 1), count=900, certainty="definitief", source=other)
    found, _, _ = growths(Partner.objects.municipalities())
    assert next(one.first.count for one in found if one.partner.name == "Zwolle") == 900
    page = client.get("/resultaten/inwoners/").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Een andere som op 1 januari 2021 is 22.000 inwoners. Bron: " in page
    assert "Voor 1 gemeente staat hier een cijfer uit een andere bron" in page
    assert page.count("Een andere som op") == 1


def test_the_page_of_inhabitants_asks_four_things(client, counted, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/resultaten/inwoners/")
