"""What is counted of a dossier is what one counts by hand: ten thousand dossiers drawn at random, and the edges."""

import random
from datetime import date
from decimal import Decimal

import pytest

from consultation.deciding.models import Position, Rule
from consultation.deciding.standing import Standing, carried, decided_count, drawer, open_count, share_of

KINDS = ["raad", "staten", "college", "gedeputeerden"]
DECIDED = {"agreed", "conditional", "rejected", "absent", "later"}
DAY = date(2027, 1, 4)
DOSSIERS = 10_000


def drawn_dossier(chance):
    """(Standings, rule, its count, its kind) of up to twelve bodies and four components."""
    components = range(chance.randrange(5))
    standings = [drawn_body(chance, components) for _ in range(chance.randrange(13))]
    rule = chance.choice(list(Rule))
    count = chance.randrange(1, 14) if rule == Rule.COUNT else None
    return standings, rule, count, chance.choice(KINDS) if rule == Rule.KIND else "", list(components)


def drawn_body(chance, components):
    asked = {one: drawn_amount(chance) for one in components if chance.random() < 0.7}
    given = {one: drawn_amount(chance) for one in components if chance.random() < 0.5}
    return Standing(
        body_kind=chance.choice(KINDS),
        position=chance.choice([*Position, *[Position.AGREED] * 12]),
        on={one: chance.choice(list(Position)) for one in components},
        asked=asked,
        given={one: amount for one, amount in given.items() if amount is not None},
        inhabitants=chance.choice([None, chance.randrange(100_000)]),
    )


def drawn_amount(chance):
    return chance.choice([None, Decimal(chance.randrange(10_000_000)) / 100])


def by_hand(standings, rule, count, kind):
    """(Agreed, needed, bodies) counted in the plainest way."""
    bodies = 0
    agreed = 0
    for one in standings:
        if rule == "soort" and one.body_kind != kind:
            continue
        bodies += 1
        if one.position.value == "agreed":
            agreed += 1
    needed = {
        "unaniem": bodies,
        "soort": bodies,
        "meerderheid": next(n for n in range(bodies + 2) if 2 * n > bodies),
        "aantal": count,
    }.get(rule.value)
    return agreed, needed, bodies


def verdict_by_hand(standings, rule, agreed, needed, kind):
    """What the whole is called by its rule, from all that may still become an agreement."""
    if needed is None:
        return ""
    if agreed >= needed and (needed or agreed):
        return "Aangenomen"
    ruled = [one for one in standings if rule.value != "soort" or one.body_kind == kind]
    possible = [one for one in ruled if one.position.value not in {"rejected", "absent", "later", "declined"}]
    return "Nog niet aangenomen" if len(possible) >= needed else "Kan niet meer worden aangenomen"


def money_by_hand(component, standings):
    """The amounts and how many are unknown, a body at a time."""
    sums, unknown = dict.fromkeys(["pledged", "conditional", "unsaid", "open", "out", "short"], Decimal(0)), 0
    for one in standings:
        if component not in one.asked and component not in one.given:
            continue
        position = one.on[component].value
        asked, given = one.asked.get(component), one.given.get(component)
        if position in ("agreed", "conditional") and given is not None and asked is not None:
            sums["short"] += max(asked - given, Decimal(0))
        if position == "agreed" and given is not None:
            sums["pledged"] += given
        elif position == "conditional" and given is not None:
            sums["conditional"] += given
        elif asked is None:
            unknown += 1
        elif position in ("agreed", "conditional"):
            sums["unsaid"] += asked
        elif position in DECIDED or position == "declined":
            sums["out"] += asked
        else:
            sums["open"] += asked
    return sums, unknown


def test_ten_thousand_dossiers_are_counted_as_by_hand():
    chance = random.Random(14)
    carried_ones = 0
    for _ in range(DOSSIERS):
        standings, rule, count, kind, components = drawn_dossier(chance)
        found = carried(standings, rule=rule, rule_count=count, rule_kind=kind)
        agreed, needed, bodies = by_hand(standings, rule, count, kind)
        assert (found.agreed, found.needed, found.counted) == (agreed, needed, bodies)
        assert found.is_carried is (needed is not None and bodies > 0 and agreed >= needed)
        assert not (found.is_carried and found.is_out_of_reach)
        assert found.verdict == verdict_by_hand(standings, rule, agreed, needed, kind)
        carried_ones += found.is_carried
        decided = [one for one in standings if one.position.value in DECIDED]
        assert decided_count(standings) == len(decided)
        left = [one for one in standings if one.position.value not in DECIDED and one.position.value != "declined"]
        assert open_count(standings) == len(left)
        assert found.open <= len(left)
        for component in components:
            compare(component, standings)
    assert 500 < carried_ones < DOSSIERS


def compare(component, standings):
    """One component of one dossier."""
    share = share_of(component, standings)
    sums, unknown = money_by_hand(component, standings)
    part = [one for one in standings if one.on[component].value in ("agreed", "conditional")]
    assert (share.taking_part, share.bodies) == (len(part), len(standings))
    assert share.inhabitants == sum(one.inhabitants for one in part if one.inhabitants)
    assert share.parts == [sums[name] for name in ("pledged", "conditional", "unsaid", "open", "out", "short")]
    if share.needed is not None:
        assert sum(share.parts) >= share.needed
    assert share.unknown == unknown
    assert share.are_all_counted is all(one.inhabitants is not None for one in standings)
    asked = [one.asked.get(component) for one in standings if component in one.asked or component in one.given]
    is_asked = any(component in one.asked for one in standings)
    assert share.promised == (None if unknown == len(asked) else sums["pledged"])
    assert share.needed == (sum(asked) if is_asked and None not in asked else None)


@pytest.mark.parametrize(
    ("agreed", "conditional", "open_ones", "against", "declining", "rule", "carries", "lost"),
    [
        (3, 0, 0, 0, 0, Rule.ALL, True, False),
        (2, 1, 0, 0, 0, Rule.ALL, False, False),
        (2, 0, 0, 1, 0, Rule.ALL, False, True),
        (2, 0, 0, 2, 0, Rule.MAJORITY, False, True),
        (3, 0, 0, 2, 0, Rule.MAJORITY, True, False),
        (2, 0, 1, 2, 0, Rule.MAJORITY, False, False),
        (2, 0, 0, 0, 1, Rule.ALL, False, True),
        (2, 0, 0, 0, 1, Rule.MAJORITY, True, False),
        (1, 0, 1, 0, 1, Rule.MAJORITY, False, False),
        (0, 0, 0, 0, 0, Rule.ALL, False, False),
        (5, 0, 0, 0, 0, Rule.NONE, False, False),
        (5, 0, 0, 0, 0, Rule.PARTS, False, False),
    ],
)
def test_a_rule_is_met_by_those_who_agreed_without_a_condition(
    agreed, conditional, open_ones, against, declining, rule, carries, lost
):
    positions = (
        [Position.AGREED] * agreed
        + [Position.CONDITION] * conditional
        + [Position.HELD] * open_ones
        + [Position.AGAINST] * against
        + [Position.DECLINES] * declining
    )
    found = carried([Standing("raad", position, {}, {}, {}) for position in positions], rule=rule)
    assert (found.is_carried, found.is_out_of_reach) == (carries, lost)


@pytest.mark.parametrize("position", Position)
@pytest.mark.parametrize("has_said", [True, False])
def test_what_is_asked_of_a_body_falls_in_one_drawer(position, has_said):
    expected = {
        Position.AGREED: "pledged" if has_said else "unsaid",
        Position.CONDITION: "conditional" if has_said else "unsaid",
        Position.AGAINST: "out",
        Position.ABSTAINS: "out",
        Position.LATER: "out",
        Position.DECLINES: "out",
    }.get(position, "open")
    assert drawer(position, has_said=has_said) == expected
