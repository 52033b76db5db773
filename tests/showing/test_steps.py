"""Where the steps of a consultation, and it itself, stand by the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from consultation.models import Consultation, Phase, Step, StepState

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 1, 19), StepState.LATER),
        (date(2023, 1, 20), StepState.NOW),
        (date(2023, 1, 21), StepState.DONE),
    ],
)
def test_a_step_of_one_day_is_now_on_that_day_only(on, state):
    assert Step(starts_on=date(2023, 1, 20)).state(on) == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2022, 12, 9), StepState.LATER),
        (date(2022, 12, 10), StepState.NOW),
        (date(2023, 1, 20), StepState.NOW),
        (date(2023, 1, 21), StepState.DONE),
    ],
)
def test_a_period_is_now_from_its_first_to_its_last_day(on, state):
    assert Step(starts_on=date(2022, 12, 10), ends_on=date(2023, 1, 20)).state(on) == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 3, 14), StepState.LATER),
        (date(2023, 3, 15), StepState.NOW),
        (date(2023, 9, 30), StepState.NOW),
        (date(2023, 10, 1), StepState.DONE),
    ],
)
def test_a_step_that_ends_at_words_is_done_when_it_is_surely_over(on, state):
    step = Step(starts_on=date(2023, 3, 15), ends_text="voor het zomerreces", over_after=date(2023, 9, 30))
    assert step.state(on) == state


def test_a_step_that_ends_at_words_goes_on_while_no_last_day_is_known():
    step = Step(starts_on=date(2023, 3, 15), ends_text="voor het zomerreces")
    assert step.state(date(2099, 1, 1)) == StepState.NOW


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        ((2023, 1, 19, 23, 59, 59), StepState.LATER),
        ((2023, 1, 20, 0, 0), StepState.NOW),
        ((2023, 1, 20, 23, 59, 59), StepState.NOW),
        ((2023, 1, 21, 0, 0), StepState.DONE),
    ],
)
def test_the_day_turns_at_midnight_in_the_netherlands(clock, moment, state):
    clock(*moment)
    assert Step(starts_on=date(2023, 1, 20)).state() == state


@pytest.mark.parametrize(("moment", "state"), [((2023, 5, 31, 23, 59), StepState.LATER), ((2023, 6, 1), StepState.NOW)])
def test_the_day_turns_at_dutch_midnight_in_summer_too(clock, moment, state):
    clock(*moment)
    assert Step(starts_on=date(2023, 6, 1)).state() == state


def test_steps_that_overlap_are_now_at_the_same_time(written):
    assert [step.state(date(2023, 1, 20)) for step in written.steps.all()] == [
        StepState.NOW,
        StepState.NOW,
        StepState.LATER,
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"ends_on": date(2023, 1, 1)}, "Het einde ligt voor het begin."),
        (
            {"ends_on": date(2023, 2, 1), "ends_text": "voor het zomerreces"},
            "Kies een einddatum of een einde in woorden, niet allebei.",
        ),
        ({"over_after": date(2023, 2, 1)}, "Vul dit alleen in bij een einde in woorden."),
        (
            {"ends_text": "voor het zomerreces", "over_after": date(2023, 1, 1)},
            "De laatste dag ligt voor het begin.",
        ),
    ],
)
def test_a_step_that_contradicts_itself_is_refused_in_dutch(written, fields, message):
    step = Step(consultation=written, title="Stap", starts_on=date(2023, 1, 20), **fields)
    with pytest.raises(ValidationError) as refused:
        step.full_clean()
    assert message in refused.value.messages
    with pytest.raises(IntegrityError):
        step.save()


# A consultation by the clock


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (datetime(2022, 12, 9, 22, 59, 59, tzinfo=UTC), Phase.COMING),
        (datetime(2022, 12, 9, 23, 0, tzinfo=UTC), Phase.RUNNING),
        (datetime(2023, 1, 20, 22, 59, 59, tzinfo=UTC), Phase.RUNNING),
        (datetime(2023, 1, 20, 23, 0, tzinfo=UTC), Phase.CLOSED),
    ],
)
def test_a_consultation_opens_and_closes_at_the_second(written, at, phase):
    assert written.phase(at) == phase
    assert written.is_open(at) == (phase == Phase.RUNNING)
    found = Consultation.objects
    assert [found.coming(at).count(), found.running(at).count(), found.closed(at).count()] == [
        phase == Phase.COMING,
        phase == Phase.RUNNING,
        phase == Phase.CLOSED,
    ]
    assert found.open(at).count() == (phase == Phase.RUNNING)


def test_a_consultation_that_runs_elsewhere_runs_but_is_not_open(written):
    written.takes_letters = False
    written.save()
    at = datetime(2023, 1, 1, tzinfo=UTC)
    assert written.phase(at) == Phase.RUNNING
    assert not written.is_open(at)
    assert Consultation.objects.running(at).count() == 1
    assert Consultation.objects.open(at).count() == 0


@pytest.mark.parametrize(
    ("on", "left"), [(date(2023, 1, 12), 8), (date(2023, 1, 19), 1), (date(2023, 1, 20), 0), (date(2023, 1, 21), -1)]
)
def test_days_are_counted_to_the_last_day_on_which_one_can_react(written, on, left):
    assert written.days_left(on) == left


def test_a_consultation_that_closes_at_midnight_closes_on_the_day_before(written):
    assert written.last_day == date(2023, 1, 20)
    assert written.last_minute == datetime(2023, 1, 20, 23, 59, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("closes_at", "last_day"),
    [
        (datetime(2026, 3, 30, tzinfo=AMSTERDAM), date(2026, 3, 29)),  # the day of 23 hours
        (datetime(2026, 3, 29, tzinfo=AMSTERDAM), date(2026, 3, 28)),
        (datetime(2026, 10, 26, tzinfo=AMSTERDAM), date(2026, 10, 25)),  # the day of 25 hours
        (datetime(2026, 10, 25, tzinfo=AMSTERDAM), date(2026, 10, 24)),
        (datetime(2026, 7, 1, 12, tzinfo=AMSTERDAM), date(2026, 7, 1)),
    ],
)
def test_the_last_day_holds_when_summer_time_begins_and_ends(closes_at, last_day):
    consultation = Consultation(closes_at=closes_at.astimezone(UTC))
    assert consultation.last_day == last_day
    assert consultation.days_left(last_day - timedelta(days=3)) == 3


@pytest.mark.parametrize(
    ("day", "words"),
    [(12, f"Nog 8{NBSP}dagen"), (19, f"Nog 1{NBSP}dag"), (20, "Vandaag is de laatste dag")],
)
def test_the_countdown_speaks_dutch(written, clock, day, words):
    clock(2023, 1, day, 20, 41)
    assert written.countdown == words


def test_a_consultation_cannot_close_before_it_opens(written):
    written.closes_at = written.opens_at
    with pytest.raises(ValidationError) as refused:
        written.full_clean()
    assert refused.value.messages == ["De consultatie sluit voor de opening."]
