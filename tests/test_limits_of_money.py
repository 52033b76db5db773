"""Where the rules of money turn: what is unknown or exactly nothing, how it is rounded, from which day it counts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agenda.models import Agenda, Element, ElementKind, Participation, ParticipationRole
from partners.ground.templatetags.dutch import years
from partners.models import Certainty, Partner, PartnerKind, Population
from results.models import Funder, Funding, Payer, Programme, Project, ProjectStatus, Tariff
from results.models.funding import BESIDE
from results.money.contributions import Contribution, Contributions, Sum, contributions, takes_part_in
from results.money.funding import breakdown
from results.money.leverage import Leverage, agenda_leverage, leverage, leverages, yearly_leverages
from results.money.tables import programme_rows, sums_by_element, sums_by_partner, tariff_rows, yearly_rows

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


# What one partner contributes


def contributed(amount, count, *, year=2024, partner=None, element=None):
    tariff = None if amount is None else Tariff(amount=Decimal(amount), inhabitants_on=DAY)
    return Contribution(
        partner=partner or Partner(slug="zwolle", name="Zwolle"),
        element=element or Element(code="RZ24-L1"),
        year=year,
        tariff=tariff,
        population=None if count is None else Population(count=count),
    )


@pytest.mark.parametrize(
    ("amount", "count", "contribution"),
    [
        ("0.0050", 1, Decimal("0.01")),  # half a cent goes up
        ("0.0049", 1, Decimal("0.00")),
        ("1.8050", 3, Decimal("5.42")),
        (None, 3, None),
        ("1.80", None, None),
        (None, None, None),
    ],
)
def test_a_contribution_is_rounded_half_up_to_cents(amount, count, contribution):
    assert contributed(amount, count).amount == contribution


def test_a_contribution_says_what_it_follows_from_or_what_it_lacks():
    assert plain(contributed("1.80", 30_264).calculation) == "€ 1,80 × 30.264 inwoners"
    assert contributed("1.80", 30_264).missing == ""
    assert (contributed(None, 30_264).calculation, contributed("1.80", None).calculation) == ("", "")
    assert contributed(None, None).missing == "het tarief is nog niet bekend"
    assert plain(contributed("1.80", None).missing) == "het aantal inwoners op 1 januari 2024 is nog niet bekend"


@pytest.mark.parametrize(
    ("counts", "text", "lacks", "is_complete"),
    [
        ([], "", 0, False),
        ([None], "", 1, False),
        ([2, None, None], "€ 2", 2, False),
        ([2], "€ 2", 0, True),
        ([2, 3], "€ 5", 0, True),
    ],
)
def test_a_sum_says_of_how_many_it_is_the_sum(counts, text, lacks, is_complete):
    found = Sum.of([contributed("1", count) for count in counts])
    assert (plain(found.text), found.lacks, found.is_complete) == (text, lacks, is_complete)


@pytest.fixture
def rows():
    """Ommen and ’t Loo pay for line 1 in 2024, Ommen for line 2 in 2024 and 2025, of which one is not known."""
    one, two = (Element(pk=pk, code=f"RZ24-L{pk}", position=pk) for pk in (1, 2))
    ommen, loo = Partner(pk=1, slug="ommen", name="ommen"), Partner(pk=2, slug="loo", name="Loo")
    found = [
        contributed("1", 10, partner=ommen, element=one),
        contributed("1", 200, partner=loo, element=one),
        contributed("1", 3_000, partner=ommen, element=two),
        contributed(None, 1, partner=ommen, element=two, year=2025),
    ]
    return Contributions(years=range(2024, 2026), elements=[one, two], rows=found)


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        ({}, [0, 1, 2, 3]),
        ({"year": 2024}, [0, 1, 2]),
        ({"year": 2023}, []),
        ({"element": "RZ24-L2"}, [2, 3]),
        ({"partner": "loo"}, [1]),
        ({"year": 2024, "element": "RZ24-L1", "partner": "ommen"}, [0]),
        ({"year": 2025, "element": "RZ24-L1"}, []),
        ({"element": "RZ24-L2", "partner": "loo"}, []),
    ],
)
def test_the_contributions_are_narrowed_by_every_choice_at_once(rows, choice, chosen):
    assert rows.narrowed(**choice) == [rows.rows[place] for place in chosen]


def told(total):
    return total.amount, total.known, total.count


def test_the_contributions_are_added_up_per_part_partner_and_year(rows):
    assert told(rows.total) == (3_210, 3, 4)
    assert [(year, told(total)) for year, total in rows.by_year] == [(2024, (3_210, 3, 3)), (2025, (0, 0, 1))]
    assert [(head.code, [told(each) for _, each in years], told(total)) for head, years, total in rows.by_element] == [
        ("RZ24-L1", [(210, 2, 2), (0, 0, 0)], (210, 2, 2)),
        ("RZ24-L2", [(3_000, 1, 1), (0, 0, 1)], (3_000, 1, 2)),
    ]
    assert [(head.slug, [told(each) for _, each in years], told(total)) for head, years, total in rows.by_partner] == [
        ("loo", [(200, 1, 1), (0, 0, 0)], (200, 1, 1)),
        ("ommen", [(3_010, 2, 2), (0, 0, 1)], (3_010, 2, 3)),
    ]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "takes_part"),
    [
        (None, None, True),
        (date(2024, 1, 1), None, True),
        (date(2024, 1, 2), None, False),
        (None, date(2024, 1, 1), True),
        (None, date(2023, 12, 31), False),
        (date(2023, 1, 1), date(2025, 1, 1), True),
        (date(2024, 1, 2), date(2025, 1, 1), False),
        (date(2023, 1, 1), date(2023, 12, 31), False),
    ],
)
def test_who_takes_part_on_the_first_of_january_itself_pays(starts_on, ends_on, takes_part):
    assert takes_part_in(Participation(starts_on=starts_on, ends_on=ends_on), 2024) is takes_part


def tariff_for(element, source, *, year=2024, payer=Payer.MUNICIPALITY, amount="1"):
    return Tariff.objects.create(
        element=element, year=year, payer=payer, amount=Decimal(amount), inhabitants_on=DAY, source=source
    )


def computed(agenda, *elements, **read):
    return contributions(agenda, list(elements), tariffs=list(Tariff.objects.for_contributions(agenda)), **read)


def test_an_agenda_is_paid_for_from_its_first_year_to_its_last(agenda, line, zwolle, deck):
    Participation.objects.create(partner=zwolle, element=line, source=deck)
    assert [year for year, _ in computed(agenda, line).by_year] == [2024, 2025, 2026, 2027, 2028]
    assert [row.year for row in computed(agenda, line).rows] == [2024, 2025, 2026, 2027, 2028]


def test_invented_partners_pay_in_an_invented_agenda_only(agenda, line, overijssel, deck):
    invented = Partner.objects.create(
        slug="bedacht", name="Bedacht", kind=PartnerKind.MUNICIPALITY, province=overijssel, is_example=True
    )
    Participation.objects.create(partner=invented, element=line, source=deck)
    assert computed(agenda, line).rows == []
    Agenda.objects.update(is_example=True)
    agenda.refresh_from_db()
    assert {row.partner for row in computed(agenda, line).rows} == {invented}


def test_what_was_read_already_is_computed_with_and_not_read_again(
    agenda, line, zwolle, dalfsen, deck, django_assert_num_queries
):
    tariff_for(line, deck)
    for role, partner in ((ParticipationRole.FOLLOWER, zwolle), (ParticipationRole.PARTNER, dalfsen)):
        Participation.objects.create(partner=partner, element=line, role=role, source=deck)
    board = Partner.objects.create(slug="schap", name="Schap", kind=PartnerKind.WATER)
    Participation.objects.create(partner=board, element=line, source=deck)
    parts = list(Participation.objects.select_related("partner", "element"))
    count = Population.objects.create(
        partner=dalfsen, reference_on=DAY, count=7, certainty=Certainty.FINAL, source=deck
    )
    tariffs = list(Tariff.objects.for_contributions(agenda))
    with django_assert_num_queries(0):
        found = contributions(agenda, [line], tariffs=tariffs, parts=parts, counts=[count])
        assert {row.partner for row in found.rows} == {dalfsen}
        assert [row.amount for row in found.narrowed(year=2024)] == [7]
    with django_assert_num_queries(1):
        assert contributions(agenda, [line], tariffs=[], counts=[]).total.known == 0


def test_a_goal_without_a_tariff_of_its_own_is_not_paid_for_apart(agenda, line, goal, zwolle, deck):
    Participation.objects.create(partner=zwolle, element=goal, source=deck)
    assert computed(agenda, line).rows == []
    tariff_for(goal, deck, year=2025)
    found = computed(agenda, line)
    assert [(row.element, row.year) for row in found.rows] == [(goal, 2025)]
    assert found.elements == [line, goal]


def test_a_tariff_for_a_goal_is_not_paid_by_who_takes_part_in_another_line(agenda, version, line, goal, zwolle, deck):
    other = Element.objects.create(agenda=agenda, code="RZ24-L2", kind=ElementKind.LINE, position=20, number="2")
    Participation.objects.create(partner=zwolle, element=other, source=deck)
    tariff_for(goal, deck)
    assert {row.element for row in computed(agenda, line, other).rows} == {other}


def test_contributions_stand_by_year_name_and_place_in_the_agenda(agenda, version, line, zwolle, dalfsen, deck):
    other = Element.objects.create(agenda=agenda, code="RZ24-L2", kind=ElementKind.LINE, position=5, number="2")
    Partner.objects.filter(pk=dalfsen.pk).update(name="aa en hunze")
    for partner in (zwolle, dalfsen):
        for element in (line, other):
            Participation.objects.create(partner=partner, element=element, source=deck)
    rows = [(row.year, row.partner.slug, row.element.code) for row in computed(agenda, line).rows]
    assert rows[:5] == [
        (2024, "dalfsen", "RZ24-L2"),
        (2024, "dalfsen", "RZ24-L1"),
        (2024, "zwolle", "RZ24-L2"),
        (2024, "zwolle", "RZ24-L1"),
        (2025, "dalfsen", "RZ24-L2"),
    ]


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


def test_an_agenda_is_computed_with_its_own_tariffs_and_told_the_earlier_ones(agenda, line, deck):
    own = tariff_for(line, deck)
    earlier = Tariff.objects.create(purpose="Bestuur", year=2020, amount=Decimal(1), source=deck)
    other = Agenda.objects.create(slug="later", title="Later", first_year=2029, last_year=2032, source=deck)
    element = Element.objects.create(agenda=other, code="RZ29-L1", kind=ElementKind.LINE, position=1, number="1")
    tariff_for(element, deck, year=2029)
    assert set(Tariff.objects.for_contributions(agenda)) == {own, earlier}


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


@pytest.mark.parametrize(
    ("known", "count", "note", "as_far_as_known", "missing_sentence"),
    [
        (3, 5, "3 van 5 bekend", " voor zover bekend", " Van 2 is het bedrag nog niet bekend."),
        (0, 5, "", " voor zover bekend", " Van 5 is het bedrag nog niet bekend."),
        (5, 5, "", "", ""),
        (0, 0, "", "", ""),
    ],
)
def test_a_sum_says_what_it_lacks(known, count, note, as_far_as_known, missing_sentence):
    found = Sum(Decimal(10), known, count)
    assert (found.note, found.as_far_as_known, found.missing_sentence) == (note, as_far_as_known, missing_sentence)


def test_all_contributions_together_are_a_sentence(rows):
    assert plain(rows.sentence) == f"Samen € 3.210 in {years(2024, 2025)}, voor zover bekend."
    complete = Contributions(years=range(2024, 2029), elements=[], rows=rows.rows[:3])
    assert plain(complete.sentence) == f"Samen € 3.210 in {years(2024, 2028)}."
    unknown = Contributions(years=rows.years, elements=[], rows=rows.rows[3:])
    assert unknown.sentence.startswith("De bijdrage per inwoner is nog niet bekend.")


def test_an_amount_says_whose_it_is_what_for_and_that_it_does_not_count():
    assert Funding(funder=Funder.STATE, year=2024).title == "Rijk, 2024"
    assert Funding(funder=Funder.STATE).title == "Rijk"
    assert Funding(description="voor wonen").remarks == ["Voor wonen"]
    assert Funding(description="voor wonen", counts=False).remarks == ["Voor wonen", BESIDE]
    assert Funding().remarks == []


# The tables of contributions


def table(found):
    return [
        (row.name, row.url, [(cell.label, plain(cell.text), cell.is_total) for cell in row.cells]) for row in found.rows
    ]


def test_the_sums_stand_by_part_and_by_partner_with_all_together_last(rows):
    by_element, by_partner = sums_by_element(rows), sums_by_partner(rows)
    assert (by_element.head, by_partner.head) == ("Onderdeel", "Partner")
    assert by_element.years == by_partner.years == range(2024, 2026)
    assert table(by_element) == [
        ("", "", [("2024", "€ 210", False), ("2025", "", False), ("Samen", "€ 210", True)]),
        ("", "", [("2024", "€ 3.000", False), ("2025", "", False), ("Samen", "€ 3.000", True)]),
        ("Samen", "", [("2024", "€ 3.210", True), ("2025", "", True), ("Samen", "€ 3.210", True)]),
    ]
    loo, ommen = table(by_partner)
    assert loo[1] == Partner(slug="loo").get_absolute_url()
    assert loo[2] == [("2024", "€ 200", False), ("2025", "doet niet mee", False), ("Samen", "€ 200", True)]
    assert ommen[2] == [("2024", "€ 3.010", False), ("2025", "", False), ("Samen", "€ 3.010", True)]


def test_a_part_without_any_tariff_has_one_cell_for_all_years(rows):
    one, two = rows.elements
    tariffs = [Tariff(pk=1, element=one, year=2025), Tariff(pk=2, element=one, year=2030), Tariff(pk=3, year=2024)]
    found = tariff_rows(rows, tariffs)
    assert [element for element, _ in found] == [one, two]
    assert [(cell.label, cell.tariffs, cell.span, cell.css) for cell in found[0][1]] == [
        ("2024", [], 1, "number"),
        ("2025", tariffs[:1], 1, "number"),
    ]
    (cell,) = found[1][1]
    assert (cell.tariffs, cell.span, cell.css) == ([], 2, "")
    assert cell.label == years(2024, 2025)


def test_the_rows_of_leverage_lead_to_what_they_follow_from():
    known = Leverage("2024", "/deal/", Decimal("4.50"), Decimal(9), at_least=True)
    (yearly,) = yearly_rows([known], address="/bijdragen/")
    assert yearly.url == "/bijdragen/?jaar=2024#regels"
    assert (plain(yearly.ours), plain(yearly.others)) == ("€ 4,50", "ten minste € 9")
    assert yearly.sentence == yearly.sentence_if_known == known.sentence
    (exact,) = yearly_rows([Leverage("2025", "", Decimal(1), Decimal(9))], address="")
    assert plain(exact.others) == "€ 9"
    (programme,) = programme_rows([known])
    assert (programme.url, programme.ours, programme.others) == ("/deal/#geld", known.ours_text, known.others_text)
    (unknown,) = programme_rows([Leverage("Deal", "", None, None)])
    assert (unknown.ours, unknown.others, unknown.sentence_if_known) == ("", "", "")
    assert unknown.sentence.startswith("Nog niet te berekenen")
