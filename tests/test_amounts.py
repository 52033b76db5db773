"""The calculus of amounts, held against worlds that are made up first: whatever is said of them must be true there.

Sums and quotients are tried on 10,000 worlds. For whole programmes, with years and projects, that takes a minute:
say `MONEY_CASES=10000` in the environment after a weighty change; without it they are tried on some hundreds.
"""

import os
from decimal import Decimal
from random import Random

import pytest

from results.models import SOURCES, Funder, Funding
from results.money.amounts import MEANT_BY, UNKNOWN, Amount
from results.money.funding import IN_REGION, Purse, breakdown, committed, spent
from results.money.leverage import named_in_region, named_others, of_others

CASES = int(os.environ.get("MONEY_CASES", 300))
TENTH = Decimal("0.1")
YEARS = range(2024, 2029)
PAYERS = [*SOURCES, Funder.REGION, Funder.TOTAL]


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


# What one amount, and a sum of them, says


@pytest.mark.parametrize(
    ("amounts", "text", "note"),
    [
        ([], "", ""),
        ([(None, "")], "", ""),
        ([(0, "")], "€ 0", ""),
        ([(0, ""), (None, "")], "", "1 van 2 bekend"),
        ([(3_000_000, "")], "€ 3 miljoen", ""),
        ([(3_000_000, "ruim")], "ruim € 3 miljoen", ""),
        ([(3_000_000, ""), (None, "")], "ten minste € 3 miljoen", "1 van 2 bekend"),
        ([(3_000_000, "ruim"), (1_000_000, "")], "ten minste € 4 miljoen", ""),
        ([(3_000_000, "bijna"), (1_000_000, "")], "ten hoogste € 4 miljoen", ""),
        ([(3_000_000, "zo’n"), (1_000_000, "")], "ongeveer € 4 miljoen", ""),
        ([(3_000_000, "zo’n"), (1_000_000, "meer dan")], "ten minste zo’n € 4 miljoen", ""),
        ([(3_000_000, "ten hoogste"), (None, "")], "voor zover bekend € 3 miljoen", "1 van 2 bekend"),
        ([(Decimal("0.10"), ""), (Decimal("0.20"), "")], "€ 0,30", ""),
    ],
)
def test_a_sum_says_no_more_than_its_amounts_do(amounts, text, note):
    found = Amount.sum(Amount.of(euros, word) for euros, word in amounts)
    assert (plain(found.text), found.note) == (text, note)


def test_zero_is_known_and_the_unknown_is_not_zero():
    zero = Amount.of(0)
    assert (zero.is_known, zero.is_complete, zero.to_the_cent) == (True, True, "€\xa00")
    assert (UNKNOWN.is_known, UNKNOWN.lacks, UNKNOWN.to_the_cent, UNKNOWN.rounded) == (False, 1, "", None)
    assert not Amount().is_complete


def test_a_sum_to_the_cent_says_of_how_many_it_is_the_sum():
    found = Amount.sum([Amount.of(Decimal("0.10")), Amount.of(Decimal("241464.60")), UNKNOWN])
    assert plain(found.noted) == "€ 241.464,70 (2 van 3 bekend)"
    assert (found.as_far_as_known, found.missing_sentence) == (
        " voor zover bekend",
        " Van 1 is het bedrag nog niet bekend.",
    )
    assert plain(found.known_of_all) == "2 van de 3 bijdragen bekend"


@pytest.mark.parametrize(
    ("part", "whole", "exceeds"),
    [
        ((70, ""), (50, ""), True),
        ((50, ""), (50, ""), False),
        ((70, ""), (50, "zo’n"), True),
        ((52, ""), (50, "zo’n"), False),
        ((70, ""), (50, "meer dan"), False),
        ((70, "ten hoogste"), (50, ""), False),
        ((70, ""), (None, ""), False),
        ((None, ""), (50, ""), False),
        ((1, ""), (0, ""), True),
    ],
)
def test_a_part_is_more_than_its_whole_only_when_no_reading_of_both_fits(part, whole, exceeds):
    assert Amount.of(*part).exceeds(Amount.of(*whole)) is exceeds


# Worlds that are made up first


def rough(random, truth):
    """A true statement on `truth` as a source might make it: (euros or None, word)."""
    word = random.choice(["", "", "", "zo’n", "onbekend woord", *MEANT_BY])
    if random.random() < 0.25:
        return None, word
    low, high = (Decimal(one) for one in MEANT_BY.get(word, ("0.9", "1.1") if word else ("1", "1")))
    if not word or not truth:
        return truth, ""
    # What it says lies so that the truth is within what the word leaves open.
    least = truth / high if high.is_finite() else Decimal(0)
    most = truth / low if low else truth * 3
    return least + (most - least) * Decimal(random.randint(1, 99)) / 100, word


def is_true(amount, truth):
    """Whether what `amount` says in words holds when it really is `truth`."""
    if not amount.is_told:
        return True
    near = amount.euros * TENTH + Decimal("0.000001")
    return {
        "": abs(truth - amount.euros) < Decimal("0.000001"),
        "ten minste": truth >= amount.euros - Decimal("0.000001"),
        "ten hoogste": truth <= amount.euros + Decimal("0.000001"),
        "ongeveer": abs(truth - amount.euros) <= near,
        "ten minste zo’n": truth >= amount.euros - near,
    }.get(amount.hedge, True)


def euros(random):
    return Decimal(random.choice([0, 1, 250_000, random.randint(0, 10**9)])) / random.choice([1, 100])


def test_no_sum_or_quotient_says_what_is_not_so_whatever_is_unknown_or_hedged():
    random = Random(13)
    for _ in range(10_000):
        worlds = [[euros(random) for _ in range(random.randint(1, 6))] for _ in range(2)]
        stated = [[rough(random, truth) for truth in world] for world in worlds]
        sums = [Amount.sum(Amount.of(*one) for one in said) for said in stated]
        for found, said, world in zip(sums, stated, worlds, strict=True):
            # By brute force, one by one.
            assert found.count == len(said)
            assert found.known == sum(amount is not None for amount, _ in said)
            assert found.euros == sum((amount for amount, _ in said if amount is not None), Decimal(0))
            assert found.least <= sum(world) <= found.most
            assert is_true(found, sum(world))
            exact = all(amount is not None and not word for amount, word in said)
            assert exact is (found.is_complete and found.least == found.most == sum(world)) or not sum(world)
        ratio = sums[0].per(sums[1])
        if ratio and sum(worlds[1]):
            assert is_true(ratio, sum(worlds[0]) / sum(worlds[1])), (stated, ratio)


def a_world(random):
    """What each payer really gives per year to a programme by itself and to each of its projects."""
    named = random.sample(SOURCES, random.randint(1, len(SOURCES)))
    return [{(who, year): euros(random) if who in named else Decimal(0) for who in SOURCES for year in YEARS}
            for _ in range(random.randint(1, 4))]  # fmt: skip


def truly(owners, who, year=None):
    """What `who` gives to all of `owners` in a year, or in all years."""
    whose = {Funder.REGION: IN_REGION, Funder.TOTAL: SOURCES}.get(who, [who])
    return sum(owner[one, when] for owner in owners for one in whose for when in YEARS if year in (None, when))


def told(random, owners):
    """Rows of Funding that all are true of `owners`: some for the whole period, some for a year, many not there."""
    rows = []
    for who in PAYERS:
        for year in [None, *YEARS]:
            if random.random() < 0.4:
                amount, word = rough(random, truly(owners, who, year))
                rows.append(Funding(funder=who, year=year, committed=amount, qualifier=word, counts=True))
    return rows


def a_purse(random, world):
    """The Purse of a programme with its projects, all of whose rows are true; the first of `world` is its own."""
    projects = [Purse(told(random, [project]), years=YEARS) for project in world[1:]]
    return Purse(told(random, world), projects, YEARS)


def test_of_sources_that_are_all_true_nothing_untrue_is_said_and_nothing_is_called_a_contradiction():
    random = Random(5)
    for _ in range(CASES):
        world = a_world(random)
        purse = a_purse(random, world)
        found = breakdown(purse)
        assert found.disagreements == []
        for share in [*found.shares, found.total]:
            truth = truly(world, share.funder)
            assert not share.committed.count or share.committed.least <= truth <= share.committed.most
            assert is_true(share.committed, truth)
        for year, shares in found.years:
            assert all(is_true(share.committed, truly(world, share.funder, year)) for share in shares)
        assert is_true(purse.from_region(committed), whose_ours(purse, world))
        ratio = of_others(purse).per(purse.from_region(committed))
        if ratio and whose_ours(purse, world):
            assert is_true(ratio, whose_others(purse, world) / whose_ours(purse, world))


def whose_ours(purse, world):
    """What those give whom the sentence on leverage names."""
    named = named_in_region(purse)
    who = {"van provincies": [Funder.PROVINCE], "van gemeenten": [Funder.MUNICIPALITY]}.get(named, IN_REGION)
    return sum(truly(world, one) for one in who)


def whose_others(purse, world):
    named = named_others([purse])
    who = {"van het Rijk": [Funder.STATE], "van anderen": [Funder.OTHER]}.get(named, [Funder.STATE, Funder.OTHER])
    return sum(truly(world, one) for one in who)


def test_parts_that_are_more_than_their_whole_are_always_found_and_never_shared_out():
    random = Random(70)
    for _ in range(CASES):
        world = [{(who, year): Decimal(random.randint(1, 100)) for who in SOURCES for year in YEARS} for _ in range(3)]
        who, level = random.choice(SOURCES), random.choice(["years", "projects", "total", "spent"])
        says = "spent" if level == "spent" else "committed"
        whole = truly(world, who)
        less = whole * Decimal(random.randint(1, 89)) / 100
        rows, projects = [Funding(funder=who, counts=True, **{says: less})], []
        if level == "projects":
            projects = [Purse([Funding(funder=who, counts=True, committed=truly([one], who))]) for one in world]
        elif level == "total":
            rows = [Funding(funder=who, counts=True, committed=whole), Funding(funder=Funder.TOTAL, committed=less)]
        else:
            rows += [Funding(funder=who, year=year, **{says: truly(world, who, year)}) for year in YEARS]
        found = breakdown(Purse(rows, projects))
        assert len(found.disagreements) >= 1, (level, who)
        assert found.sentence == "De bronnen spreken elkaar tegen, daarom tellen wij hier niets op."


# What the money of a programme says in cases that were once told wrongly


def row(funder, amount=None, *, year=None, word="", paid=None):
    return Funding(funder=funder, year=year, committed=amount, qualifier=word, spent=paid, counts=True)


def million(amount):
    return Decimal(amount) * 10**6


def test_what_was_spent_in_all_does_not_hide_what_was_committed_per_year():
    purse = Purse(
        [
            row(Funder.STATE, paid=million(5)),
            row(Funder.STATE, million(10), year=2024),
            row(Funder.STATE, million(12), year=2025),
            row(Funder.OTHER, million(1)),
            row(Funder.MUNICIPALITY, million(3)),
            row(Funder.TOTAL, million(50)),
        ]
    )
    found = breakdown(purse)
    state = found.shares[0]
    assert (state.committed.text, state.spent.text) == ("€\xa022\xa0miljoen", "€\xa05\xa0miljoen")
    assert plain(found.sentence) == "Van € 26 miljoen weten wij wie betaalt. Het totaal is € 50 miljoen."
    assert of_others(purse).per(purse.from_region(committed)).rounded == Decimal("7.67")


def test_a_year_of_the_period_of_which_nothing_is_said_is_not_known():
    found = Purse([row(Funder.STATE, million(3), year=2024)], years=range(2024, 2026)).of(Funder.STATE, committed)
    assert (plain(found.text), found.note) == ("ten minste € 3 miljoen", "1 van 2 bekend")
    assert Purse([row(Funder.STATE, million(3), year=2024)]).of(Funder.STATE, committed).note == ""


def test_the_money_of_projects_counts_for_their_programme():
    projects = [Purse([row(Funder.STATE, amount)]) for amount in (million(1), Decimal(700_000), Decimal(500_000), None)]
    found = breakdown(Purse([], projects))
    assert plain(found.shares[0].committed.text) == "ten minste € 2,2 miljoen"
    assert found.shares[0].committed.note == "3 van 4 bekend"
    assert plain(found.sentence) == (
        "Van ten minste € 2,2 miljoen weten wij wie betaalt. Het totaal is nog niet bekend."
    )
    assert found.origin.startswith("Wat geen bron voor het geheel noemt, is opgeteld")


def test_what_a_source_says_of_the_whole_goes_before_what_it_says_of_projects():
    found = breakdown(Purse([row(Funder.STATE, million(5))], [Purse([row(Funder.STATE, million(2))])]))
    assert (plain(found.shares[0].committed.text), found.origin) == ("€ 5 miljoen", "")


def test_parts_that_exceed_a_total_that_is_nearly_so_are_told_with_both_amounts():
    found = breakdown(
        Purse(
            [
                row(Funder.STATE, million(40)),
                row(Funder.PROVINCE, million(30)),
                row(Funder.TOTAL, million(50), word="zo’n"),
            ]
        )
    )
    assert [plain(sentence) for sentence in found.disagreements] == [
        "Wie betaalt, geeft samen € 70 miljoen, meer dan het totaal van zo’n € 50 miljoen (toegezegd)."
    ]


def test_a_breakdown_is_whole_once_of_every_source_an_amount_is_known_zero_included():
    rows = [row(Funder.STATE, million(4)), row(Funder.PROVINCE, 0), row(Funder.MUNICIPALITY, million(1))]
    assert not breakdown(Purse(rows)).is_whole
    found = breakdown(Purse([*rows, row(Funder.OTHER, 0)]))
    assert plain(found.sentence) == "Samen € 5 miljoen. Van elke bron is bekend wat die betaalt."


def test_what_was_spent_keeps_the_hedge_of_what_was_committed_to_itself():
    assert spent(row(Funder.STATE, 5, word="ruim", paid=3)).word == ""
