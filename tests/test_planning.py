"""How a period fits the calendar of a body: days counted over summer time, a new year and the edges of a recess."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from partners.models import Body, Recess, Sitting
from partners.planning import AMSTERDAM, Fit, Period, Planning, misfits, plannings, told
from tests.reading import words

NBSP = "\N{NO-BREAK SPACE}"
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@pytest.fixture
def council(council):
    """That of Zwolle, which wants papers two weeks before."""
    council.delivery_days = 14
    council.save()
    return council


@pytest.fixture
def summer(council):
    """Sittings on 10 and 24 June, 8 July and 9 September 2027, and a recess in between."""
    for month, on in [(6, 10), (6, 24), (7, 8), (9, 9)]:
        council.sittings.create(held_on=date(2027, month, on))
    council.recesses.create(name="zomerreces", starts_on=date(2027, 7, 10), ends_on=date(2027, 8, 22))
    return Body.objects.with_calendar().get(pk=council.pk)


def planned(body, first, last):
    return Planning(body, Period.of_days(first, last))


def plain(text):
    return text.replace(NBSP, " ")


@given(held_on=DAYS, days=st.integers(0, 180))
@example(held_on=date(2027, 3, 29), days=2)  # over the night in which the clock goes forward
@example(held_on=date(2027, 11, 1), days=2)  # and back
@example(held_on=date(2028, 1, 6), days=14)  # over the new year
@example(held_on=date(2028, 3, 1), days=1)  # over 29 February
def test_papers_are_due_whole_days_before_whatever_the_clock_does(held_on, days):
    sitting = Sitting(body=Body(delivery_days=days), held_on=held_on, starts_at=time(19, 30))
    assert (held_on - sitting.last_day_for_papers).days == days
    assert sitting.begins.astimezone(UTC).astimezone(AMSTERDAM).date() == held_on


@given(first=DAYS, length=st.integers(0, 400))
@example(first=date(2027, 3, 28), length=0)
@example(first=date(2027, 10, 31), length=0)
@example(first=date(2027, 12, 31), length=1)
def test_a_period_of_days_has_its_first_and_last_day_and_no_other(first, length):
    last = first + timedelta(days=length)
    period = Period.of_days(first, last)
    assert period.last == last
    held = {on: period.has(Sitting(held_on=on)) for on in (first - timedelta(days=1), first, last)}
    assert held == {first - timedelta(days=1): False, first: True, last: True}
    assert not period.has(Sitting(held_on=last + timedelta(days=1)))
    late = Sitting(held_on=last, starts_at=time(23, 59))
    assert period.has(late)


@given(sat=st.lists(DAYS, max_size=8, unique=True), first=DAYS, length=st.integers(0, 200), term=st.integers(0, 60))
def test_the_first_chance_is_what_a_brute_search_finds(sat, first, length, term):
    last = first + timedelta(days=length)
    body = Body(pk=1, delivery_days=term)
    body._prefetched_objects_cache = {"sittings": [Sitting(body=body, held_on=on) for on in sat], "recesses": []}
    planning = planned(body, first, last)
    wanted = [on for on in sorted(sat) if first <= on <= last and first <= on - timedelta(days=term)]
    assert [sitting.held_on for sitting in planning.chances] == wanted
    known = bool(sat) and min(sat) <= first and last <= max(sat)
    assert planning.fit is (Fit.FITS if wanted else Fit.MISSES if known else Fit.UNKNOWN)
    assert planning.why


def test_a_sitting_in_the_evening_after_a_closing_at_noon_is_too_late():
    period = Period(date(2027, 6, 1), datetime(2027, 6, 24, 12, tzinfo=AMSTERDAM))
    on = date(2027, 6, 24)
    assert [period.has(Sitting(held_on=on, starts_at=at)) for at in (time(9), time(12), time(19, 30), None)] == [
        True,
        False,
        False,
        True,
    ]


def test_a_closing_at_midnight_is_of_the_day_before_also_when_the_clock_changes():
    for closes in (datetime(2027, 3, 28, tzinfo=AMSTERDAM), datetime(2027, 10, 31, tzinfo=AMSTERDAM)):
        assert Period(date(2027, 1, 1), closes).last == closes.date() - timedelta(days=1)


def test_it_fits_with_the_first_sitting_for_which_papers_can_be_in_time(summer):
    planning = planned(summer, date(2027, 6, 3), date(2027, 7, 2))
    assert planning.fit is Fit.FITS
    assert (planning.first.held_on, planning.papers_by) == (date(2027, 6, 24), date(2027, 6, 10))
    assert plain(planning.why) == "Kan besluiten op 24 juni 2027, aanleveren tot en met 10 juni 2027."


def test_on_the_last_day_itself_papers_are_in_time_and_the_day_after_they_are_not(summer):
    assert planned(summer, date(2027, 6, 10), date(2027, 7, 2)).first.held_on == date(2027, 6, 24)
    late = planned(summer, date(2027, 6, 11), date(2027, 7, 2))
    assert late.fit is Fit.MISSES
    assert plain(late.why) == (
        "Voor de vergadering van 24 juni 2027 kon men aanleveren tot en met 10 juni 2027. "
        "De eerste vergadering daarna is op 8 juli 2027."
    )


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (date(2027, 7, 12), date(2027, 8, 30), True),
        (date(2027, 8, 22), date(2027, 8, 30), True),
        (date(2027, 8, 23), date(2027, 8, 30), False),
        (date(2027, 7, 9), date(2027, 7, 9), False),
        (date(2027, 7, 9), date(2027, 7, 10), True),
    ],
)
def test_a_recess_is_the_reason_as_long_as_it_touches_the_period(summer, first, last, named):
    planning = planned(summer, first, last)
    assert planning.fit is Fit.MISSES
    assert ("Zomerreces van 10 juli 2027 tot en met 22 augustus 2027." in plain(planning.why)) is named
    assert plain(planning.why).endswith("De eerste vergadering daarna is op 9 september 2027.")


def test_of_days_that_are_not_filled_in_nothing_is_said_to_miss(summer, council):
    after = planned(summer, date(2027, 9, 1), date(2027, 12, 31))
    after_known = planned(summer, date(2027, 9, 10), date(2027, 12, 31))
    before = planned(summer, date(2027, 5, 1), date(2027, 6, 9))
    assert [planning.fit for planning in (after, after_known, before)] == [Fit.UNKNOWN] * 3
    assert plain(after_known.why) == "Na 9 september 2027 zijn nog geen vergaderdagen bekend."
    assert plain(before.why) == "Van voor 10 juni 2027 zijn geen vergaderdagen bekend."
    council.sittings.all().delete()
    council.recesses.all().delete()
    nothing = planned(Body.objects.with_calendar().get(pk=council.pk), date(2027, 6, 1), date(2027, 7, 1))
    assert (nothing.fit, nothing.why) == (Fit.UNKNOWN, "De vergaderdagen zijn nog niet bekend.")


def test_without_a_delivery_term_a_sitting_can_decide_and_that_it_is_not_known_is_said(summer):
    summer.delivery_days = None
    planning = planned(summer, date(2027, 6, 3), date(2027, 7, 2))
    assert (planning.fit, planning.papers_by) == (Fit.FITS, None)
    assert plain(planning.why) == "Kan besluiten op 10 juni 2027. De aanlevertermijn is nog niet bekend."


def test_a_day_of_its_own_goes_before_the_term_and_what_lapses_cannot_decide(council):
    council.sittings.create(held_on=date(2027, 6, 24), papers_by=date(2027, 6, 1))
    council.sittings.create(held_on=date(2027, 6, 17), is_cancelled=True)
    council.sittings.create(held_on=date(2027, 9, 9))
    body = Body.objects.with_calendar().get(pk=council.pk)
    assert planned(body, date(2027, 6, 1), date(2027, 7, 2)).papers_by == date(2027, 6, 1)
    assert not planned(body, date(2027, 6, 2), date(2027, 7, 2)).chances


def test_without_an_end_every_sitting_ahead_can_decide(summer):
    planning = planned(summer, date(2027, 7, 1), None)
    assert [sitting.held_on for sitting in planning.chances] == [date(2027, 9, 9)]
    assert planned(summer, date(2027, 9, 10), None).fit is Fit.UNKNOWN


def test_those_that_it_does_not_fit_come_first_and_are_counted(summer, other_council, django_assert_num_queries):
    bodies, period = Body.objects.all(), Period.of_days(date(2027, 7, 12), date(2027, 8, 30))
    total = bodies.count()
    with django_assert_num_queries(3):
        found = plannings(bodies, period)
    assert (found[0].body, found[0].fit) == (summer, Fit.MISSES)
    assert (
        told(found)
        == f"Past bij 0 van de {total} organen. Past niet bij 1. Van {total - 1} is de kalender nog niet bekend."
    )
    (sentence,) = misfits(bodies, period)
    assert sentence.startswith(
        "dit past niet in de kalender van de gemeenteraad van Zwolle. Geen vergadering bekend van"
    )


@pytest.mark.parametrize(
    ("row", "field", "why"),
    [
        (Sitting(held_on=date(2027, 6, 1), papers_by=date(2027, 6, 2)), "papers_by", "Dit is na de vergadering zelf."),
        (Sitting(held_on=date(1899, 6, 1)), "held_on", "Kies een jaar van 2000 tot en met 2050."),
        (
            Recess(name="reces", starts_on=date(2027, 6, 2), ends_on=date(2027, 6, 1)),
            "ends_on",
            "Het einde ligt voor het begin.",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(council, row, field, why):
    row.body = council
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    assert refused.value.message_dict[field][0].startswith(why)


def test_a_delivery_term_is_at_most_half_a_year(council):
    council.delivery_days = 181
    with pytest.raises(ValidationError) as refused:
        council.full_clean()
    assert refused.value.message_dict == {"delivery_days": ["Kies hoogstens 180 dagen."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        council.save()


def test_the_database_keeps_recesses_of_a_body_apart(summer):
    summer.recesses.create(name="herfstreces", starts_on=date(2027, 8, 23), ends_on=date(2027, 8, 30))
    with pytest.raises(IntegrityError), transaction.atomic():
        summer.recesses.create(name="reces", starts_on=date(2027, 8, 22), ends_on=date(2027, 8, 22))


# The page at the desk


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_the_secretariat_tries_a_planning_before_it_is_fixed(desk, summer):
    page = desk.get("/beheer/partners/body/planning/", {"van": "2027-07-12", "tot": "30-8-2027"}).text
    assert "Past niet bij 1." in words(page)
    assert "Zomerreces van 10 juli 2027 tot en met 22 augustus 2027." in plain(words(page))


@pytest.mark.parametrize(
    ("van", "tot", "why"),
    [
        ("2027-07-12", "2027-07-11", "Het einde ligt voor het begin."),
        ("31-6-2027", "2027-07-11", "Schrijf een dag, zoals 24-6-2027."),
        ("1899-07-12", "2027-07-11", "Kies een jaar van 2000 tot en met 2050."),
        ("", "2027-07-11", "Vul in vanaf wanneer."),
    ],
)
def test_a_period_that_cannot_be_is_refused_at_its_field(desk, van, tot, why):
    page = desk.get("/beheer/partners/body/planning/", {"van": van, "tot": tot})
    assert page.status_code == 200
    assert why in page.text


def test_nobody_else_tries_one(client, councillor):
    client.force_login(councillor)
    assert client.get("/beheer/partners/body/planning/").url.startswith("/beheer/login/")
