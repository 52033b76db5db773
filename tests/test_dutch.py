"""Numbers, money and time as Dutch readers write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template

from partners.ground.templatetags import dutch
from partners.models import Source


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (7, "7"),
        (100, "100"),
        (4500, "4.500"),
        (1_189_033, "1.189.033"),
        (Decimal("2.70"), "2,7"),
        (Decimal("64.55"), "64,55"),
        (Decimal("4500.00"), "4.500"),
        (2.7, "2,7"),
        (-1200, "\N{MINUS SIGN}1.200"),
    ],
)
def test_a_number_has_dots_for_thousands_and_a_comma_for_decimals(value, text):
    assert dutch.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "€\xa00"),
        (1250, "€\xa01.250"),
        (Decimal("12.50"), "€\xa012,50"),
        (Decimal("2.75"), "€\xa02,75"),
        (999_999, "€\xa0999.999"),
        (90_000_000, "€\xa090\xa0miljoen"),
        (Decimal("22500000"), "€\xa022,5\xa0miljoen"),
        (64_550_000, "€\xa064,55\xa0miljoen"),
        (5_000_000_000, "€\xa05\xa0miljard"),
        (Decimal("999999.996"), "€\xa01\xa0miljoen"),
        (999_999_999, "€\xa01\xa0miljard"),
        (995_000_000, "€\xa0995\xa0miljoen"),
        (-22_500_000, "€\xa0\N{MINUS SIGN}22,5\xa0miljoen"),
    ],
)
def test_an_amount_never_breaks_after_its_sign(value, text):
    assert dutch.euro(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (4500, "inwoners", "4.500"),
        (Decimal("2.70"), "%", "2,7%"),
        (100_000_000, "euro", "€\xa0100\xa0miljoen"),
    ],
)
def test_a_measured_value_carries_the_unit_that_no_sentence_says(value, unit, text):
    assert dutch.measured(value, unit) == text


def test_an_amount_keeps_the_word_that_its_source_sets_before_it():
    assert dutch.hedged("meer dan", "4.500") == "meer dan 4.500"
    assert dutch.hedged("", "4.500") == "4.500"
    assert dutch.hedged("ruim", dutch.euro(None)) == ""


def test_a_date_is_in_words_and_in_one_piece():
    assert dutch.day(date(2024, 1, 1)) == "1\xa0januari\xa02024"
    assert dutch.day(None) == ""


def test_a_moment_is_told_in_dutch_time_also_over_midnight_and_in_summer():
    assert dutch.moment(datetime(2023, 1, 12, 19, 41, tzinfo=UTC)) == "12\xa0januari\xa02023, 20.41\xa0uur"
    assert dutch.moment(datetime(2023, 1, 20, 23, 0, tzinfo=UTC)) == "21\xa0januari\xa02023, 00.00\xa0uur"
    assert dutch.clock(datetime(2023, 7, 1, 6, 5, tzinfo=UTC)) == "08.05\xa0uur"
    assert dutch.day(datetime(2023, 1, 20, 23, 30, tzinfo=UTC)) == "21\xa0januari\xa02023"
    assert dutch.moment(None) == ""


def test_two_years_are_one_word():
    assert dutch.years(2024, 2028) == "2024\N{WORD JOINER}-\N{WORD JOINER}2028"
    assert (
        dutch.unbroken("agenda 2024-2028, op 12-01-2023")
        == "agenda 2024\N{WORD JOINER}-\N{WORD JOINER}2028, op 12-01-2023"
    )


def test_a_date_and_an_amount_in_a_sentence_stay_whole():
    assert dutch.unbroken("Op 1 januari 2024, om 9.00 uur, was er € 1.250 en later € 90,5 miljoen voor 12 mei") == (
        "Op 1\xa0januari\xa02024, om 9.00\xa0uur, was er €\xa01.250 en later €\xa090,5\xa0miljoen voor 12\xa0mei"
    )
    assert dutch.unbroken("in 2024 juni en 3 raden") == "in 2024 juni en 3 raden"


def test_a_long_compound_may_break_after_its_first_word():
    assert dutch.breakable("regionale samenwerkingsagenda") == "regionale samenwerkings\N{SOFT HYPHEN}agenda"
    assert dutch.breakable("Toekomstbestendige mobiliteitsstrategie") == (
        "Toekomst\N{SOFT HYPHEN}bestendige mobiliteits\N{SOFT HYPHEN}strategie"
    )
    assert dutch.breakable("verstedelijkingsstrategie.") == "verstedelijkings\N{SOFT HYPHEN}strategie."
    assert dutch.breakable("Regiodeal, sinds de oprichting in kringsverband") == (
        "Regiodeal, sinds de oprichting in kringsverband"
    )


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["Urk"], "Urk"), (["Meppel", "Urk"], "Meppel en Urk"), (["A", "B", "C"], "A, B en C")],
)
def test_names_are_listed_with_en_before_the_last(names, text):
    assert dutch.listed(names) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0\xa0reacties"), (1, "1\xa0reactie"), (2, "2\xa0reacties"), (1200, "1.200\xa0reacties")]
)
def test_a_count_takes_the_word_that_fits(count, text):
    assert dutch.counted(count, "reactie,reacties") == text


@pytest.mark.parametrize(("count", "text"), [(1, "Eén\xa0gemeente"), (2, "Twee\xa0gemeenten"), (10, "10\xa0gemeenten")])
def test_a_count_that_begins_a_sentence_is_a_word_with_a_capital(count, text):
    assert dutch.counted_in_words(count, "gemeente,gemeenten") == text


def test_the_years_in_the_title_of_a_source_stay_together():
    joined = "2024\N{WORD JOINER}-\N{WORD JOINER}2028"
    assert dutch.cited(Source(title="Agenda 2024-2028")) == f"Agenda {joined}"
    assert dutch.cited(Source(title="Agenda 2024-2028", url="https://example.org/")) == (
        f'<a href="https://example.org/">Agenda {joined}</a>'
    )


def test_a_source_is_cited_with_title_writer_and_date():
    assert dutch.cited(None) == ""
    assert dutch.cited(Source(title="Presentatie")) == "Presentatie"
    source = Source(
        title="Regio <Zwolle>", publisher="CBS", url="https://example.org/?a=1&b=2", published_on=date(2024, 1, 1)
    )
    assert dutch.cited(source) == (
        '<a href="https://example.org/?a=1&amp;b=2">Regio &lt;Zwolle&gt;</a>, CBS, 1\xa0januari\xa02024'
    )
    assert dutch.cited(Source(title="Kop", published_text="begin 2023")) == "Kop, begin 2023"


def test_the_filters_work_in_a_template():
    template = Template("{% load dutch %}{{ n|number }} {{ n|counted:'punt,punten' }} {% years 2024 2028 %}")
    assert template.render(Context({"n": 4500})) == "4.500 4.500\xa0punten 2024\N{WORD JOINER}-\N{WORD JOINER}2028"
