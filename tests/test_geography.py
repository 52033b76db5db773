"""The map of the region: outlines, borders and neighbours, and the names that stand on it."""

import gzip
from itertools import combinations

from django.template.loader import render_to_string
from pytest_django.asserts import assertContains

from partners import geography
from partners.models import (
    Partner,
    PartnerKind,
)
from tests.reading import links, listed


def names(partners):
    return [partner.name for partner in partners]


def test_two_municipalities_are_neighbours_over_land_when_they_share_a_border_on_the_map():
    edges = {code: {frozenset(edge) for edge in geography.edges(f["d"])} for code, f in geography.FEATURES.items()}
    drawn = {frozenset(pair) for pair in combinations(edges, 2) if edges[pair[0]] & edges[pair[1]]}
    told = {frozenset((one, other)) for one, others in geography.NEIGHBOURS["land"].items() for other in others}
    # Only the water between Dronten and Elburg is left out of the drawing.
    assert told - drawn == {frozenset(("GM0303", "GM0230"))}
    assert drawn - told == set()
    assert len(told) == 45


def test_the_border_of_a_province_is_drawn_once_and_only_between_two_provinces():
    drawn = []
    for line in geography.PROVINCE_BORDERS.removeprefix("M").split("M"):
        points = line.split("L")
        drawn += [frozenset(edge) for edge in zip(points, points[1:], strict=False)]
    beside = {edge: set() for edge in drawn}
    for feature in geography.FEATURES.values():
        for edge in geography.edges(feature["d"]):
            beside.get(frozenset(edge), set()).add(feature["province"])
    assert len(drawn) == len(set(drawn)) > 50
    assert {len(provinces) for provinces in beside.values()} == {2}


def test_neighbours_are_told_apart_over_land_and_over_water(region):
    municipalities = list(Partner.objects.municipalities())
    assert names(geography.neighbours(region["Steenwijkerland"], municipalities)) == [
        "Meppel",
        "Noordoostpolder",
        "Staphorst",
        "Westerveld",
        "Zwartewaterland",
    ]
    assert names(geography.neighbours(region["Dronten"], municipalities, over="water")) == [
        "Noordoostpolder",
        "Nunspeet",
    ]
    assert geography.neighbours(region["Overijssel"], municipalities) == []


def test_the_map_weighs_at_most_six_kilobytes(region):
    drawn = geography.region_map(Partner.objects.municipalities())
    html = render_to_string("partners/_map.html", {"map": drawn})
    assert len(drawn.places) == 22
    assert len(gzip.compress(html.encode())) <= 6_000


def test_a_municipality_without_an_outline_is_only_in_the_list(client, region):
    Partner.objects.create(
        slug="nieuwland", name="Nieuwland", kind=PartnerKind.MUNICIPALITY, province=region["Drenthe"]
    )
    page = client.get("/partners/")
    assert "/partners/nieuwland/" not in links(page.text, "map")
    assert "nieuwland" in listed(page)


def test_long_names_are_broken_on_the_map_and_whole_for_those_who_hear_them(client, region):
    page = client.get("/partners/")
    assertContains(page, 'aria-label="Steenwijkerland"', count=1)
    assertContains(page, 'Steenwijker-<tspan x="331.9" dy="22">land</tspan>', count=1)
