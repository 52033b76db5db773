"""Where money turns: what is unknown or exactly nothing, whose it is, how it is rounded, and what is refused."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from results.models import Funder, Funding, Payer, Programme, Project, ProjectStatus, Tariff
from results.models.funding import BESIDE
from results.money.amounts import Amount
from results.money.funding import Purse, breakdown, committed, purse_of
from results.money.leverage import Leverage, agenda_leverage, leverage, yearly_leverages

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
        ([paid(Funder.STATE, 0)], True),
        ([paid(Funder.STATE, None, spent=1)], True),
        ([paid(Funder.TOTAL, 1)], True),
        ([paid(Funder.REGION, 1)], True),
        ([paid(Funder.STATE, None), paid(Funder.REGION, None), paid(Funder.TOTAL, None)], False),
    ],
)
def test_there_is_money_as_soon_as_one_amount_is_known(fundings, is_known):
    assert breakdown(Purse(fundings)).is_known is is_known


def test_what_stands_beside_another_amount_and_what_is_presumed_is_in_no_purse():
    deal = Programme(pk=1, slug="deal", name="Deal")
    sure = Project(pk=1, slug="a", programme=deal, status=ProjectStatus.CONFIRMED)
    presumed = Project(pk=2, slug="b", programme=deal, status=ProjectStatus.PRESUMED)
    part = Project(pk=3, slug="c", programme=deal, parent=sure, status=ProjectStatus.CONFIRMED)
    fundings = [
        paid(Funder.STATE, 1, counts=False, programme=deal),
        paid(Funder.PROVINCE, 20, programme=deal),
        paid(Funder.STATE, 300, project=presumed),
        paid(Funder.STATE, 4_000, project=part),
    ]
    purse = purse_of(deal, fundings)
    assert purse.fundings == [fundings[1]]
    assert [(found.fundings, [one.fundings for one in found.parts]) for found in purse.parts] == [([], [[fundings[3]]])]
    assert purse.of(Funder.STATE, committed).text == "ten minste €\xa04.000"
    assert purse_of(sure, fundings).of(Funder.STATE, committed).euros == 4_000
    assert purse_of(presumed, fundings).of(Funder.STATE, committed).text == "€\xa0300"


def test_the_years_of_a_programme_are_those_of_its_period():
    assert Programme(starts_on=date(2024, 7, 1), ends_on=date(2026, 1, 1)).years == range(2024, 2027)
    assert Programme(starts_on=date(2024, 7, 1)).years == range(0)
    assert Programme(ends_on=date(2024, 7, 1)).years == range(0)


def test_only_what_is_known_by_source_explains_the_total():
    found = breakdown(
        Purse(
            [
                paid(Funder.STATE, 1),
                paid(Funder.PROVINCE, 20),
                paid(Funder.MUNICIPALITY, 300),
                paid(Funder.OTHER, 4_000),
                paid(Funder.REGION, 50_000),
                paid(Funder.TOTAL, 600_000),
            ]
        )
    )
    assert found.explained.euros == 4_321
    assert found.region.committed.euros == 50_000
    assert found.total.committed.euros == 600_000


def test_the_four_sources_are_always_named_and_the_region_only_where_it_pays():
    named = [Funder.STATE, Funder.PROVINCE, Funder.MUNICIPALITY, Funder.OTHER]
    nothing = breakdown(Purse([]))
    assert [share.funder for share in nothing.shares] == named
    assert (nothing.region, nothing.total.committed.text, nothing.years) == (None, "", [])
    assert [share.funder for share in breakdown(Purse([paid(Funder.REGION, None)])).shares] == [*named, Funder.REGION]


def known(share):
    return share.committed.rounded, share.spent.rounded


def test_the_whole_period_goes_before_its_years_and_what_was_spent_is_added_up_apart():
    found = breakdown(
        Purse(
            [
                paid(Funder.STATE, 400, spent=10),
                paid(Funder.STATE, 90, year=2025, spent=3),
                paid(Funder.PROVINCE, 50, year=2025, spent=None),
                paid(Funder.PROVINCE, None, year=2024, spent=4),
                paid(Funder.PROVINCE, 7, year=2026, spent=5),
            ]
        )
    )
    assert list(map(known, found.shares)) == [(400, 10), (57, 9), (None, None), (None, None)]
    assert (found.shares[1].committed.note, found.shares[1].spent.note) == ("2 van 3 bekend", "2 van 3 bekend")
    assert [(year, list(map(known, shares[:2]))) for year, shares in found.years] == [
        (2024, [(None, None), (None, 4)]),
        (2025, [(90, 3), (50, None)]),
        (2026, [(None, None), (7, 5)]),
    ]


def test_one_amount_keeps_the_hedge_of_its_source_and_a_sum_has_what_follows():
    state, province, *_ = breakdown(
        Purse(
            [
                paid(Funder.STATE, 1_000_000, qualifier="ruim"),
                paid(Funder.PROVINCE, 1_000_000, year=2024, qualifier="ruim"),
                paid(Funder.PROVINCE, 1_000_000, year=2025, qualifier="ruim"),
            ]
        )
    ).shares
    assert plain(state.committed.text) == "ruim € 1 miljoen"
    assert plain(province.committed.text) == "ten minste € 2 miljoen"
    assert (state.label, province.label) == ("Rijk", "Provincie")


def test_what_comes_from_the_region_as_a_whole_holds_what_provinces_and_municipalities_give():
    both = [paid(Funder.REGION, 50, qualifier="ten minste"), paid(Funder.PROVINCE, 30), paid(Funder.MUNICIPALITY, 40)]
    assert Purse(both).from_region(committed).text == "ten minste €\xa070"
    assert Purse(both).disagreements == []
    assert Purse(both[:2]).from_region(committed).text == "ten minste €\xa050"
    assert Purse(both[1:]).from_region(committed).text == "€\xa070"
    (told,) = Purse([paid(Funder.REGION, 50), *both[1:]]).disagreements
    assert plain(told) == "Provincie en gemeenten geven € 70, meer dan de € 50 van de regio (toegezegd)."


# What our own euros draw


def drawn(ours, others, **more):
    ours, others = (one if isinstance(one, Amount) else Amount.of(one) for one in (ours, others))
    return Leverage("Deal", "", ours, others, **more)


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
    assert drawn(ours, others).factor == factor


@pytest.mark.parametrize(
    ("our_word", "their_word", "hedge"),
    [
        ("ten minste", "ten minste", "voor zover bekend "),
        ("ten minste", "", "ten hoogste "),
        ("", "ten minste", "ten minste "),
        ("", "", ""),
    ],
)
def test_what_is_hedged_in_either_amount_is_hedged_in_the_leverage(our_word, their_word, hedge):
    found = drawn(Amount.of(2, our_word), Amount.of(1, their_word))
    assert plain(found.sentence) == f"Tegenover elke euro uit de regio staat {hedge}€ 0,50 van anderen."


def test_each_source_is_ours_or_anothers_and_is_named():
    deal = Programme(slug="deal", name="Deal")
    amounts = {
        Funder.STATE: 1,
        Funder.OTHER: 20,
        Funder.PROVINCE: 300,
        Funder.MUNICIPALITY: 4_000,
        Funder.TOTAL: 600_000,
    }
    found = leverage(deal, Purse([paid(funder, amount) for funder, amount in amounts.items()]))
    assert (found.name, found.url) == ("Deal", deal.get_absolute_url())
    assert (found.ours.euros, found.others.euros) == (4_300, 21)
    assert (found.whose, found.by_whom) == ("van provincies en gemeenten", "van het Rijk en van anderen")
    few = leverage(deal, Purse([paid(Funder.MUNICIPALITY, 3), paid(Funder.STATE, 6)]))
    assert plain(few.sentence) == "Tegenover elke euro van gemeenten staat € 2 van het Rijk."
    region = leverage(deal, Purse([paid(Funder.REGION, 3), paid(Funder.PROVINCE, 1), paid(Funder.OTHER, 6)]))
    assert plain(region.sentence) == "Tegenover elke euro uit de regio staat € 2 van anderen."


def test_an_amount_that_is_not_known_leaves_the_leverage_as_far_as_is_known():
    money = [paid(Funder.STATE, 5), paid(Funder.MUNICIPALITY, 5)]
    deal = Programme(slug="deal", name="Deal")
    ours = leverage(deal, Purse([*money, paid(Funder.PROVINCE, None)]))
    assert plain(ours.sentence) == "Tegenover elke euro van provincies en gemeenten staat ten hoogste € 1 van het Rijk."
    others = leverage(deal, Purse([*money, paid(Funder.OTHER, None)]))
    assert plain(others.sentence).endswith("van gemeenten staat ten minste € 1 van het Rijk en van anderen.")


def test_of_sources_that_disagree_no_leverage_is_computed():
    money = [paid(Funder.STATE, 9), paid(Funder.MUNICIPALITY, 5), paid(Funder.TOTAL, 10)]
    found = leverage(Programme(slug="deal", name="Deal"), Purse(money))
    assert (found.factor, found.sentence_if_known) == (None, "")
    assert found.sentence == "Niet te berekenen: de bronnen spreken elkaar tegen."
    assert found.reason(Amount.of(5)) == ", want de bronnen spreken elkaar tegen."


def test_a_year_has_leverage_once_its_contributions_are_complete_and_another_pays(agenda):
    complete, partial = Amount.of(Decimal(100)), Amount.of(Decimal(100)) + Amount.of(None)
    purse = Purse(
        [
            paid(Funder.STATE, Decimal(50), year=2024, qualifier="ruim"),
            paid(Funder.OTHER, Decimal(10), year=2024),
            paid(Funder.PROVINCE, Decimal(999), year=2024),
            paid(Funder.STATE, Decimal(70_000)),
            paid(Funder.STATE, Decimal(30), year=2025),
            paid(Funder.STATE, None, year=2026, qualifier="ruim"),
            paid(Funder.STATE, Decimal(30), year=2027),
        ]
    )
    totals = {2024: complete, 2025: partial, 2026: complete, 2027: complete, 2028: complete, 2029: Amount.of(0)}
    found = yearly_leverages(totals.items(), [purse, Purse([paid(Funder.STATE, 1, year=2029)])])
    assert [(one.name, one.url, one.ours.euros, plain(one.others.text), one.by_whom) for one in found] == [
        ("2024", "", 100, "ten minste € 60", "van het Rijk en van anderen"),
        ("2027", "", 100, "€ 30", "van het Rijk"),
    ]


def test_the_leverage_of_an_agenda_adds_up_what_is_known_of_others(agenda):
    purses = [Purse([paid(Funder.STATE, 3)]), Purse([]), Purse([paid(Funder.OTHER, 5, qualifier="meer dan")])]
    total = Amount.of(1) + Amount.of(3)
    found = agenda_leverage(agenda, total, purses)
    assert (found.name, found.url) == (agenda.title, agenda.get_absolute_url())
    assert plain(found.sentence) == (
        "Tegenover elke euro aan bijdragen staat ten minste € 2 van het Rijk en van anderen."
    )
    assert not agenda_leverage(agenda, total + Amount.of(None), purses).ours.is_known
    assert not agenda_leverage(agenda, total, []).others.is_known


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
    funding(deal, deck, committed=Decimal(0)).full_clean()
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
    made = tariff_for(line, deck, amount="0")
    made.full_clean()
    for other in ({"year": 2025}, {"payer": Payer.PROVINCE}, {"element": None, "purpose": "Iets"}):
        values = {"element": line, "year": 2024, "payer": Payer.MUNICIPALITY, "inhabitants_on": DAY} | other
        Tariff(**values, amount=Decimal(1), source=deck).full_clean()
    assert refused(Tariff(element=line, year=2025, amount=None, inhabitants_on=DAY, source=deck)) == ["amount"]
    assert refused(Tariff(element=line, year=None, amount=1, inhabitants_on=DAY, source=deck)) == ["year"]
    assert refused(Tariff(element=line, year=2025, amount=Decimal(-1), inhabitants_on=DAY, source=deck)) == ["amount"]


# What is said of an amount


def test_what_comes_from_the_region_and_what_was_spent_in_all_is_said_only_when_known():
    found = breakdown(Purse([paid(Funder.REGION, 2_000_000, qualifier="ruim"), paid(Funder.TOTAL, 3_000_000, spent=2)]))
    assert plain(found.region_sentence) == "Van ruim € 2 miljoen is alleen bekend dat het uit de regio komt."
    assert found.total.spent.rounded == 2
    nothing = breakdown(Purse([paid(Funder.REGION, None)]))
    assert (nothing.region_sentence, nothing.total.spent.rounded) == ("", None)
    assert breakdown(Purse([])).region_sentence == ""


def test_the_reason_for_a_leverage_names_what_it_lacks():
    some, none = Amount.of(4) + Amount.of(None), Amount.of(None)
    known = drawn(4, 2_000_000, by_whom="van het Rijk")
    assert plain(known.reason(some)) == " Dat is € 2 miljoen van het Rijk, gedeeld door € 4 aan bijdragen."
    unknown = drawn(None, 2)
    assert unknown.reason(some) == ", want onze bijdragen zijn nog niet allemaal bekend."
    assert unknown.reason(none) == ", want onze bijdragen zijn nog niet bekend."
    assert drawn(4, None).reason(some) == ", want wat anderen betalen is nog niet bekend."
    assert drawn(0, 4).reason(Amount.of(0)) == ", want er zijn geen bijdragen."
    assert drawn(0, 4).sentence == "Niet te berekenen: uit de regio komt niets."
    assert drawn(None, 4).sentence == "Nog niet te berekenen: niet bekend is wie hoeveel betaalt."


def test_an_amount_says_whose_it_is_what_for_and_that_it_does_not_count():
    assert Funding(funder=Funder.STATE, year=2024).title == "Rijk, 2024"
    assert Funding(funder=Funder.STATE).title == "Rijk"
    assert Funding(description="voor wonen").remarks == ["Voor wonen"]
    assert Funding(description="voor wonen", counts=False).remarks == ["Voor wonen", BESIDE]
    assert Funding().remarks == []
