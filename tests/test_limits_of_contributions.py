"""Where contributions turn: how they are rounded, from which day one pays, and what a sum lacks."""

from datetime import date
from decimal import Decimal

import pytest

from agenda.models import Agenda, Element, ElementKind, Participation, ParticipationRole, ParticipationStatus
from partners.ground.templatetags.dutch import years
from partners.models import Certainty, Partner, PartnerKind, Population
from results.models import Payer, Tariff
from results.money.amounts import Amount
from results.money.contributions import Contribution, Contributions, contributions, total_of
from results.money.leverage import Leverage
from results.money.payers import standing_in, takes_part_in
from results.money.tables import programme_rows, sums_by_element, sums_by_partner, tariff_rows, yearly_rows

DAY = date(2024, 1, 1)


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


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
    found = total_of([contributed("1", count) for count in counts])
    assert (plain(found.to_the_cent), found.lacks, found.is_complete) == (text, lacks, is_complete)


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
    return total.euros, total.known, total.count


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


def test_who_takes_part_in_a_goal_only_pays_what_is_not_known_until_it_has_a_tariff(agenda, line, goal, zwolle, deck):
    Participation.objects.create(partner=zwolle, element=goal, source=deck)
    assert {(row.element, row.amount) for row in computed(agenda, line).rows} == {(goal, None)}
    tariff_for(goal, deck, year=2025)
    found = computed(agenda, line)
    assert [(row.element, row.year, row.tariff is not None) for row in found.rows] == [
        (goal, year, year == 2025) for year in range(2024, 2029)
    ]
    assert found.elements == [line, goal]
    assert [cell.text for cell in sums_by_partner(found).rows[0].cells] == [""] * 6


def test_of_a_goal_in_a_line_that_is_paid_for_only_its_own_tariff_is_due(agenda, line, goal, zwolle, deck):
    for element in (goal, line):
        Participation.objects.create(partner=zwolle, element=element, source=deck)
    assert {row.element for row in computed(agenda, line).rows} == {line}
    tariff_for(goal, deck, year=2025)
    assert [row.year for row in computed(agenda, line).narrowed(element=goal.code)] == [2025]


def test_who_leaves_a_goal_out_does_not_pay_for_it(agenda, line, goal, zwolle, deck):
    Participation.objects.create(partner=zwolle, element=line, source=deck)
    tariff_for(goal, deck, year=2025)
    tariff_for(goal, deck, year=2026)
    Participation.objects.create(
        partner=zwolle, element=goal, status=ParticipationStatus.NO, starts_on=date(2026, 1, 1), source=deck
    )
    assert [row.year for row in computed(agenda, line).narrowed(element=goal.code)] == [2025]


NO, LATER = ParticipationStatus.NO, ParticipationStatus.LATER


@pytest.mark.parametrize(
    ("parts", "standing"),
    [
        ([], ""),
        ([{}], ""),  # takes part; what it pays is told elsewhere
        ([{"status": NO}], "doet niet mee"),
        ([{"status": LATER}], "doet later mee"),
        ([{"role": ParticipationRole.FOLLOWER}], "volgt, betaalt niet mee"),
        ([{"starts_on": date(2026, 7, 1)}], "doet mee sinds 1 juli 2026; betaalt vanaf 2027"),
        ([{"starts_on": date(2026, 12, 31)}], "doet mee vanaf 31 december 2026; betaalt vanaf 2027"),
        ([{"starts_on": date(2026, 7, 1), "ends_on": date(2026, 12, 31)}], "doet mee sinds 1 juli 2026"),
        ([{"starts_on": date(2028, 1, 1)}], "doet mee vanaf 1 januari 2028"),
        ([{"ends_on": date(2025, 6, 30)}], "deed mee tot en met 30 juni 2025"),
        ([{"status": NO, "ends_on": date(2025, 6, 30)}], ""),
        ([{"status": NO, "ends_on": date(2026, 6, 30)}, {"starts_on": date(2026, 7, 1)}],
         "doet mee sinds 1 juli 2026; betaalt vanaf 2027"),
        ([{"ends_on": date(2025, 12, 31)}, {"status": NO, "starts_on": date(2026, 1, 1)}], "doet niet mee"),
        ([{"status": NO}, {"status": LATER}], "doet niet mee"),
    ],
)  # fmt: skip
def test_of_who_does_not_pay_in_2026_it_is_said_why_and_the_unknown_is_no_refusal(parts, standing):
    said = standing_in([Participation(**values) for values in parts], 2026, date(2026, 11, 28))
    assert plain(said) == standing


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


def test_an_agenda_is_computed_with_its_own_tariffs_and_told_the_earlier_ones(agenda, line, deck):
    own = tariff_for(line, deck)
    earlier = Tariff.objects.create(purpose="Bestuur", year=2020, amount=Decimal(1), source=deck)
    other = Agenda.objects.create(slug="later", title="Later", first_year=2029, last_year=2032, source=deck)
    element = Element.objects.create(agenda=other, code="RZ29-L1", kind=ElementKind.LINE, position=1, number="1")
    tariff_for(element, deck, year=2029)
    assert set(Tariff.objects.for_contributions(agenda)) == {own, earlier}


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
    found = Amount(Decimal(10), known=known, count=count)
    assert (found.note, found.as_far_as_known, found.missing_sentence) == (note, as_far_as_known, missing_sentence)


def test_all_contributions_together_are_a_sentence(rows):
    assert plain(rows.sentence) == f"Samen € 3.210 in {years(2024, 2025)}: 3 van de 4 bijdragen bekend."
    complete = Contributions(years=range(2024, 2029), elements=[], rows=rows.rows[:3])
    assert plain(complete.sentence) == f"Samen € 3.210 in {years(2024, 2028)}."
    unknown = Contributions(years=rows.years, elements=[], rows=rows.rows[3:])
    assert unknown.sentence.startswith("De bijdrage per inwoner is nog niet bekend.")


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
    assert loo[2] == [("2024", "€ 200", False), ("2025", "", False), ("Samen", "€ 200", True)]
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
    known = Leverage("2024", "/deal/", Amount.of(Decimal("4.50")), Amount.of(9, "ten minste"))
    (yearly,) = yearly_rows([known], address="/bijdragen/")
    assert yearly.url == "/bijdragen/?jaar=2024#regels"
    assert (plain(yearly.ours), plain(yearly.others)) == ("€ 4,50", "ten minste € 9")
    assert yearly.sentence == yearly.sentence_if_known == known.sentence
    (exact,) = yearly_rows([Leverage("2025", "", Amount.of(1), Amount.of(9))], address="")
    assert plain(exact.others) == "€ 9"
    (programme,) = programme_rows([known])
    assert (programme.url, programme.ours, programme.others) == ("/deal/#geld", known.ours.text, known.others.text)
    (unknown,) = programme_rows([Leverage("Deal", "", Amount(), Amount.of(None))])
    assert (unknown.ours, unknown.others, unknown.sentence_if_known) == ("", "", "")
    assert unknown.sentence.startswith("Nog niet te berekenen")
