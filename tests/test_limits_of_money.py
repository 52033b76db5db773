"""Where money turns: what is unknown or exactly nothing, whose it is, how it is rounded, and what is refused."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from results.models import Funder, Funding, Payer, Programme, Project, ProjectStatus, Tariff
from results.models.funding import BESIDE
from results.money.contributions import Sum
from results.money.funding import breakdown
from results.money.leverage import Leverage, agenda_leverage, leverage, leverages, yearly_leverages

DAY = date(2024, 1, 1)


def paid(funder, committed, *, year=None, qualifier="", spent=None, counts=True, **owner):
    return Funding(
        funder=funder, committed=committed, spent=spent, year=year, qualifier=qualifier, counts=counts, **owner
    )


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


# How much of a total is known


@pytest.mark.parametrize(
    ("fundings", "is_known"),
    [
        ([], False),
        ([paid(Funder.STATE, 1)], True),
        ([paid(Funder.TOTAL, 1)], True),
        ([paid(Funder.REGION, 1)], True),
        ([paid(Funder.STATE, None), paid(Funder.REGION, None), paid(Funder.TOTAL, None)], False),
        ([paid(Funder.STATE, 1, counts=False)], False),
    ],
)
def test_there_is_money_as_soon_as_one_amount_that_counts_is_known(fundings, is_known):
    assert breakdown(fundings).is_known is is_known


def test_only_what_is_known_by_source_explains_the_total():
    found = breakdown(
        [
            paid(Funder.STATE, 1),
            paid(Funder.PROVINCE, 20),
            paid(Funder.MUNICIPALITY, 300),
            paid(Funder.OTHER, 4_000),
            paid(Funder.REGION, 50_000),
            paid(Funder.TOTAL, 600_000),
        ]
    )
    assert found.known == 4_321
    assert found.region.committed == 50_000
    assert found.total.committed == 600_000


def test_the_four_sources_are_always_named_and_the_region_only_where_it_pays():
    named = [Funder.STATE, Funder.PROVINCE, Funder.MUNICIPALITY, Funder.OTHER]
    assert [share.funder for share in breakdown([]).shares] == named
    assert breakdown([]).region is None
    assert breakdown([]).total is None
    assert [share.funder for share in breakdown([paid(Funder.REGION, None)]).shares] == [*named, Funder.REGION]


def test_the_whole_period_goes_before_its_years_and_what_was_spent_is_added_up_apart():
    found = breakdown(
        [
            paid(Funder.STATE, 400, spent=10),
            paid(Funder.STATE, 90, year=2025, spent=3),
            paid(Funder.PROVINCE, 50, year=2025, spent=None),
            paid(Funder.PROVINCE, None, year=2024, spent=4),
            paid(Funder.PROVINCE, 7, year=2026, spent=5),
        ]
    )
    assert [(share.committed, share.spent) for share in found.shares] == [
        (400, 10),
        (57, 9),
        (None, None),
        (None, None),
    ]
    assert [(year, [(share.committed, share.spent) for share in shares[:2]]) for year, shares in found.years] == [
        (2024, [(None, None), (None, 4)]),
        (2025, [(90, 3), (50, None)]),
        (2026, [(None, None), (7, 5)]),
    ]


def test_one_amount_keeps_the_hedge_of_its_source_and_a_sum_has_none():
    state, province, *_ = breakdown(
        [
            paid(Funder.STATE, 1_000_000, qualifier="ruim"),
            paid(Funder.PROVINCE, 1_000_000, year=2024, qualifier="ruim"),
            paid(Funder.PROVINCE, 1_000_000, year=2025, qualifier="ruim"),
        ]
    ).shares
    assert plain(state.committed_text) == "ruim € 1 miljoen"
    assert plain(province.committed_text) == "€ 2 miljoen"
    assert (state.label, province.label) == ("Rijk", "Provincie")


# What our own euros draw


@pytest.mark.parametrize(
    ("ours", "others", "factor"),
    [
        (8, 1, Decimal("0.13")),  # an eighth: half a cent goes up
        (1, 0, Decimal("0.00")),
        (Decimal("0.01"), 1, Decimal("100.00")),
        (0, 1, None),
        (None, 1, None),
        (1, None, None),
    ],
)
def test_leverage_is_rounded_half_up_to_cents_and_unknown_without_both(ours, others, factor):
    given = [None if one is None else Decimal(one) for one in (ours, others)]
    assert Leverage("Deal", "", *given).factor == factor


@pytest.mark.parametrize(
    ("at_most", "at_least", "hedge"),
    [(True, True, "ongeveer "), (True, False, "ten hoogste "), (False, True, "ten minste "), (False, False, "")],
)
def test_what_is_hedged_in_either_amount_is_hedged_in_the_leverage(at_most, at_least, hedge):
    found = Leverage("Deal", "", Decimal(2), Decimal(1), at_most=at_most, at_least=at_least)
    assert plain(found.sentence) == f"Elke euro van ons trekt {hedge}€ 0,50 aan."


def test_each_source_is_ours_or_anothers():
    deal = Programme(slug="deal", name="Deal")
    amounts = {
        Funder.STATE: 1,
        Funder.OTHER: 20,
        Funder.PROVINCE: 300,
        Funder.MUNICIPALITY: 4_000,
        Funder.REGION: 50_000,
        Funder.TOTAL: 600_000,
    }
    found = leverage(deal, breakdown([paid(funder, amount) for funder, amount in amounts.items()]))
    assert (found.name, found.url) == ("Deal", deal.get_absolute_url())
    assert (found.ours, found.others) == (54_300, 21)
    assert (found.at_most, found.at_least) == (False, False)


@pytest.mark.parametrize(
    ("funder", "amount", "hedges"),
    [
        (Funder.PROVINCE, 1, (True, False)),
        (Funder.OTHER, 1, (False, True)),
        (Funder.PROVINCE, None, (False, False)),
        (Funder.OTHER, None, (False, False)),
    ],
)
def test_only_an_amount_that_is_known_hedges_the_leverage(funder, amount, hedges):
    money = [paid(Funder.STATE, 5), paid(Funder.MUNICIPALITY, 5), paid(funder, amount, qualifier="ten minste")]
    found = leverage(Programme(slug="deal", name="Deal"), breakdown(money))
    assert (found.at_most, found.at_least) == hedges


def test_programmes_come_in_the_order_of_their_money():
    deals = [Programme(pk=pk, slug=f"deal-{pk}", name=f"Deal {pk}") for pk in (2, 1)]
    fundings = [paid(Funder.STATE, 6, programme=deal) for deal in deals]
    fundings.append(paid(Funder.PROVINCE, 3, programme=deals[0]))
    assert [(one.name, one.factor) for one in leverages(fundings)] == [("Deal 2", Decimal(2)), ("Deal 1", None)]


def test_a_year_has_leverage_once_its_contributions_are_complete_and_another_pays():
    complete, partial = Sum(Decimal(100), 2, 2), Sum(Decimal(100), 1, 2)
    fundings = [
        paid(Funder.STATE, Decimal(50), year=2024, qualifier="ruim"),
        paid(Funder.OTHER, Decimal(10), year=2024),
        paid(Funder.PROVINCE, Decimal(999), year=2024),
        paid(Funder.STATE, Decimal(70)),
        paid(Funder.STATE, None, year=2024),
        paid(Funder.STATE, Decimal(30), year=2025),
        paid(Funder.STATE, None, year=2026, qualifier="ruim"),
        paid(Funder.STATE, Decimal(30), year=2027),
    ]
    by_year = [(2024, complete), (2025, partial), (2026, complete), (2027, complete), (2028, complete)]
    found = yearly_leverages(by_year, fundings)
    assert [(one.name, one.url, one.ours, one.others, one.at_most, one.at_least) for one in found] == [
        ("2024", "", 100, 60, False, True),
        ("2027", "", 100, 30, False, False),
    ]


def test_the_leverage_of_an_agenda_adds_up_what_is_known_of_others(agenda):
    money = [
        Leverage("A", "", None, Decimal(3), at_most=True),
        Leverage("B", "", None, None),
        Leverage("C", "", None, Decimal(5)),
    ]
    found = agenda_leverage(agenda, Sum(Decimal(4), 2, 2), money)
    assert (found.name, found.url) == (agenda.title, agenda.get_absolute_url())
    assert (found.ours, found.others, found.at_most, found.at_least) == (4, 8, False, False)
    hedged = agenda_leverage(agenda, Sum(Decimal(4), 1, 2), [*money, Leverage("D", "", None, None, at_least=True)])
    assert (hedged.ours, hedged.others, hedged.at_most, hedged.at_least) == (None, 8, False, True)
    assert agenda_leverage(agenda, Sum(Decimal(4), 1, 1), []).others is None


def tariff_for(element, source, *, year=2024, payer=Payer.MUNICIPALITY, amount="1"):
    return Tariff.objects.create(
        element=element, year=year, payer=payer, amount=Decimal(amount), inhabitants_on=DAY, source=source
    )


# What the desk takes and refuses


def refused(thing):
    with pytest.raises(ValidationError) as error:
        thing.full_clean()
    return list(error.value.message_dict)


def funding(deal, deck, **values):
    known = {"programme": deal, "funder": Funder.STATE, "reference_on": DAY, "reference_text": "2024", "source": deck}
    return Funding(**known | values)


def test_a_source_is_dated_today_at_the_latest(deal, deck):
    today = timezone.localdate()
    funding(deal, deck, reference_on=today).full_clean()
    assert refused(funding(deal, deck, reference_on=today + timedelta(days=1))) == ["reference_on"]
    assert refused(funding(deal, deck, reference_on=None)) == ["reference_on"]


def test_the_smallest_amounts_are_taken_and_the_unknown_too(deal, deck):
    funding(deal, deck, committed=Decimal("0.01"), spent=Decimal(0)).full_clean()
    funding(deal, deck, committed=None, spent=None).full_clean()
    assert refused(funding(deal, deck, committed=Decimal(-1))) == ["committed"]
    assert refused(funding(deal, deck, spent=Decimal("-0.01"))) == ["spent"]


@pytest.mark.parametrize(
    ("committed", "spent", "is_overspent"),
    [(5, 5, False), (5, 6, True), (5, 4, False), (None, 6, False), (5, None, False), (None, None, False)],
)
def test_more_was_spent_than_committed_only_where_both_are_known(committed, spent, is_overspent):
    assert Funding(committed=committed, spent=spent).is_overspent is is_overspent


def test_the_money_of_a_programme_is_that_of_its_lines_and_their_projects_too(deal, deck):
    climate = deal.lines.get()
    own = Project.objects.create(
        slug="eigen", name="Eigen", programme=deal, status=ProjectStatus.CONFIRMED, source=deck
    )
    campus = Project.objects.get(slug="climate-campus")
    elsewhere = Programme.objects.create(slug="elders", name="Elders", source=deck)
    stray = Project.objects.create(
        slug="los", name="Los", programme=elsewhere, status=ProjectStatus.CONFIRMED, source=deck
    )
    owners = [{"programme": one} for one in (deal, climate, elsewhere)] + [
        {"project": one} for one in (own, campus, stray)
    ]
    made = [
        Funding.objects.create(funder=Funder.STATE, reference_on=DAY, reference_text="x", source=deck, **owner)
        for owner in owners
    ]
    assert set(Funding.objects.of(deal)) == {made[0], made[1], made[3], made[4]}
    assert set(Funding.objects.of(climate)) == {made[1], made[4]}


def test_a_tariff_may_be_as_small_as_can_be_and_is_no_double_of_itself(line, deck):
    made = tariff_for(line, deck, amount="0.0001")
    made.full_clean()
    for other in ({"year": 2025}, {"payer": Payer.PROVINCE}, {"element": None, "purpose": "Iets"}):
        values = {"element": line, "year": 2024, "payer": Payer.MUNICIPALITY, "inhabitants_on": DAY} | other
        Tariff(**values, amount=Decimal(1), source=deck).full_clean()
    assert refused(Tariff(element=line, year=2025, amount=None, inhabitants_on=DAY, source=deck)) == ["amount"]
    assert refused(Tariff(element=line, year=None, amount=1, inhabitants_on=DAY, source=deck)) == ["year"]
    assert refused(Tariff(element=line, year=2025, amount=Decimal(-1), inhabitants_on=DAY, source=deck)) == ["amount"]


# What is said of an amount


def test_what_comes_from_the_region_and_what_was_spent_in_all_is_said_only_when_known():
    found = breakdown([paid(Funder.REGION, 2_000_000, qualifier="ruim"), paid(Funder.TOTAL, 3, spent=2)])
    assert plain(found.region_sentence) == "Van ruim € 2 miljoen is alleen bekend dat het uit de regio komt."
    assert found.spent_in_total == 2
    nothing = breakdown([paid(Funder.REGION, None)])
    assert (nothing.region_sentence, nothing.spent_in_total) == ("", None)
    assert breakdown([]).region_sentence == ""


def test_the_amounts_behind_a_leverage_are_said_as_far_as_they_are_known():
    known = Leverage("Deal", "", Decimal(2_000_000), Decimal(1_000_000), at_most=True)
    assert plain(known.ours_text) == "ten minste € 2 miljoen"
    assert plain(known.others_text) == "€ 1 miljoen"
    assert known.sentence_if_known == known.sentence
    hedged = Leverage("Deal", "", Decimal(2_000_000), Decimal(1_000_000), at_least=True)
    assert plain(hedged.ours_text) == "€ 2 miljoen"
    assert plain(hedged.others_text) == "ten minste € 1 miljoen"
    unknown = Leverage("Deal", "", None, None, at_most=True, at_least=True)
    assert (unknown.ours_text, unknown.others_text, unknown.sentence_if_known) == ("", "", "")
    nothing = Leverage("Deal", "", Decimal(0), Decimal(0))
    assert (nothing.ours_text, nothing.others_text) == ("", "")


def test_the_reason_for_a_leverage_names_what_it_lacks():
    some, none = Sum(Decimal(4), 1, 2), Sum(Decimal(0), 0, 2)
    known = Leverage("Agenda", "", Decimal(4), Decimal(2_000_000))
    assert plain(known.reason(some)) == " Dat is € 2 miljoen van anderen, gedeeld door € 4 aan bijdragen."
    unknown = Leverage("Agenda", "", None, Decimal(2))
    assert unknown.reason(some) == ", want onze bijdragen zijn nog niet allemaal bekend."
    assert unknown.reason(none) == ", want onze bijdragen zijn nog niet bekend."
    assert Leverage("Agenda", "", Decimal(4), None).reason(some) == ", want wat anderen betalen is nog niet bekend."


def test_an_amount_says_whose_it_is_what_for_and_that_it_does_not_count():
    assert Funding(funder=Funder.STATE, year=2024).title == "Rijk, 2024"
    assert Funding(funder=Funder.STATE).title == "Rijk"
    assert Funding(description="voor wonen").remarks == ["Voor wonen"]
    assert Funding(description="voor wonen", counts=False).remarks == ["Voor wonen", BESIDE]
    assert Funding().remarks == []
