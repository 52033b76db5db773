"""Which limits the benchmark of pages says are not kept."""

from benchmarks.pages import GOALS, MOST, failures

KINDS = ["agenda:agenda", "home", "words"]


def told(**parts):
    """What fails when each kind does these parts of the empty view, by the way, and enough by the others."""
    ways = [*GOALS, *MOST]
    return failures({(way, kind): (parts.get(way, 2), 1) for way in ways for kind in KINDS}, KINDS)


def test_nothing_fails_as_long_as_each_page_costs_little_enough():
    assert told() == []
    assert told(gelezen=0.6, bekend=1.5, anders=1 / 20, lid=1 / 15) == []


def test_each_limit_that_is_not_kept_is_told_with_what_was_measured():
    assert told(gelezen=0.59) == [(f"gelezen, {kind}", "59%", "minstens 60%") for kind in KINDS]
    assert told(anders=1 / 30) == [("anders, midden", "30.0 ×", "hooguit 20 ×")]
    assert [one for one, _, _ in told(anders=1 / 50)] == ["anders, midden", *(f"anders, {kind}" for kind in KINDS)]
    assert told(lid=1 / 16) == [("lid, agenda:agenda", "16.0 ×", "hooguit 15 ×")]
