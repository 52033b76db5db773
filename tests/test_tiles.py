"""The hexagons: none on another, all on the drawing, and a belt wherever the stylesheet fills with a pattern."""

import re
from itertools import combinations
from math import dist
from pathlib import Path

import pytest

from consultation.deciding.models import Position
from consultation.models import InvitationState
from partners.models import Body, BodyKind, Partner
from partners.tiles import COLUMNS, HALF, PLACES, ROW, place_below, tile_map
from results.inhabitants import FILLS, PATTERNED

# Of the polygon in templates/partners/_tiles.html, in units of the drawing.
WIDTH, HALF_HEIGHT = 146, 84
PER_ROW = COLUMNS // 2 - 1
CSS = Path(__file__).resolve().parent.parent / "static" / "css"


def council(code):
    return Body(partner=Partner(name=f"Gemeente {code}", cbs_code=code), kind=BodyKind.COUNCIL)


def states(number):
    return Body(partner=Partner(name=f"Provincie {number}"), kind=BodyKind.STATES)


def drawn(bodies):
    return tile_map([(body, "Ingestemd", "agreed", "#") for body in bodies], patterned=())


def centres(drawing):
    return [(int(tile.x), int(tile.y)) for tile in drawing.tiles]


@pytest.mark.parametrize("others", [0, 1, PER_ROW, PER_ROW + 1, 3 * PER_ROW + 2])
@pytest.mark.parametrize("codes", [[], list(PLACES)], ids=["none with a place", "all municipalities"])
def test_no_hexagon_lies_on_another_or_off_the_drawing(codes, others):
    drawing = drawn([*map(council, codes), *map(states, range(others))])
    places = centres(drawing)
    assert len(places) == len(codes) + others
    assert [pair for pair in combinations(places, 2) if dist(*pair) < WIDTH] == []
    outside = [
        (x, y)
        for x, y in places
        if not (WIDTH / 2 <= x <= int(drawing.width) - WIDTH / 2)
        or not (HALF_HEIGHT <= y <= int(drawing.height) - HALF_HEIGHT)
    ]
    assert outside == []


@pytest.mark.parametrize("codes", [[], list(PLACES)], ids=["none with a place", "all municipalities"])
def test_each_row_of_provinciale_staten_is_shifted_by_half_a_tile_against_the_one_above(codes):
    places = centres(drawn([*map(council, codes), *map(states, range(3 * PER_ROW))]))[len(codes) :]
    begins = {y: min(x for x, other in places if other == y) for _, y in places}
    rows = sorted(begins)
    assert [below - above for above, below in zip(rows, rows[1:], strict=False)] == [ROW, ROW]
    assert [abs(begins[below] - begins[above]) for above, below in zip(rows, rows[1:], strict=False)] == [HALF, HALF]


def test_the_first_row_below_begins_at_the_edge_and_the_next_half_a_tile_further():
    assert [place_below(count, 1) for count in (0, 1, PER_ROW, 2 * PER_ROW)] == [(1, 1), (1, 3), (2, 2), (3, 1)]
    assert place_below(0, 2) == (2, 2)


def test_a_pattern_of_the_stylesheet_is_known_to_whoever_draws_with_it():
    """Words on a pattern need a belt; a class that gets a pattern in the stylesheet is added where it is drawn."""
    rules = "\n".join(path.read_text() for path in CSS.rglob("*.css"))
    filled = re.findall(r'([^{};]*?)\bpolygon\s*{\s*fill:\s*url\("?#', rules)
    in_css = {name for selector in filled for name in re.findall(r"\.([\w-]+)", selector)} - {"board"}
    for states_of in (Position, InvitationState):
        assert {state.value for state in states_of if state.has_pattern} == in_css & set(states_of.values)
    assert in_css & {css for _, css in FILLS} == PATTERNED
