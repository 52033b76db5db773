"""The constraints that several models share, on their limits: in the database, and in what `clean()` refuses."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from agenda.models import Milestone, Participation, ParticipationRole
from partners.ground.constraints import LAST_YEAR, UNBELIEVABLE, refuse, refuse_reversed, refuse_unbelievable
from results.models import Funder, Funding, Programme

DAY, NEXT = date(2026, 5, 1), date(2026, 5, 2)


def period(starts_on, ends_on):
    return SimpleNamespace(starts_on=starts_on, ends_on=ends_on)


def refusal(check, *args, **kwargs):
    """What `check` refuses, by field; {} when it refuses nothing."""
    try:
        check(*args, **kwargs)
    except ValidationError as error:
        return error.message_dict
    return {}


def violated(model, **fields):
    """The constraint by which the database itself keeps a row out, whatever a form says; "" when it takes the row."""
    try:
        with transaction.atomic():
            model.objects.create(**fields)
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_fine"),
    [
        (DAY, NEXT, True),
        (DAY, DAY, True),
        (NEXT, DAY, False),
        (DAY, None, True),
        (None, DAY, True),
        (None, None, True),
    ],
)
def test_a_period_may_be_of_one_day_and_may_lack_an_end_or_a_start(goal, zwolle, deck, starts_on, ends_on, is_fine):
    refused = {} if is_fine else {"ends_on": ["Het einde ligt voor het begin."]}
    assert refusal(refuse_reversed, period(starts_on, ends_on), "starts_on", "ends_on") == refused
    assert refusal(Participation(starts_on=starts_on, ends_on=ends_on).clean) == refused
    fields = {"partner": zwolle, "element": goal, "source": deck, "starts_on": starts_on, "ends_on": ends_on}
    assert violated(Participation, **fields) == ("" if is_fine else "participation_ends_after_it_starts")


def test_a_milestone_may_last_one_day(deck):
    fields = {"date_text": "X", "ends_on": DAY, "source": deck}
    assert violated(Milestone, title="Een dag", starts_on=DAY, **fields) == ""
    assert violated(Milestone, title="Andersom", starts_on=NEXT, **fields) == "milestone_ends_after_it_starts"


def test_two_moments_that_must_differ_may_not_be_the_same():
    noon, later = datetime(2026, 5, 1, 12), datetime(2026, 5, 1, 13)
    message = "De consultatie sluit voor de opening."
    for ends_on, refused in [(noon, {"ends_on": [message]}), (later, {})]:
        asked = period(noon, ends_on)
        assert refusal(refuse_reversed, asked, "starts_on", "ends_on", message, or_equal=True) == refused


@pytest.mark.parametrize(
    ("day", "is_fine"),
    [
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2050, 12, 31), True),
        (date(2051, 1, 1), False),
        (None, True),
    ],
)
def test_a_day_lies_in_the_years_that_the_portal_is_about(deck, day, is_fine):
    refused = {} if is_fine else {"starts_on": [UNBELIEVABLE]}
    assert refusal(refuse_unbelievable, period(day, None), "starts_on", "ends_on") == refused
    name = "" if is_fine else "programme_starts_on_is_believable"
    assert violated(Programme, slug="x", name="X", starts_on=day, source=deck) == name


@pytest.mark.parametrize(("year", "is_fine"), [(1999, False), (2000, True), (LAST_YEAR, True), (2051, False)])
def test_a_year_lies_in_the_years_that_the_portal_is_about(deal, deck, year, is_fine):
    refused = {} if is_fine else {"year": [UNBELIEVABLE]}
    assert refusal(refuse_unbelievable, SimpleNamespace(year=year), "year") == refused
    amount = {"committed": 1, "reference_on": DAY, "reference_text": "X", "funder": Funder.values[0], "source": deck}
    name = "" if is_fine else "funding_year_is_believable"
    assert violated(Funding, programme=deal, year=year, **amount) == name


def test_a_value_that_is_no_choice_is_kept_out_of_the_database(goal, zwolle, deck):
    fields = {"partner": zwolle, "element": goal, "source": deck}
    assert violated(Participation, **fields, role="baas") == "participation_role_is_known"
    assert violated(Participation, **fields, role=ParticipationRole.LEAD) == ""


def test_a_rule_is_refused_at_its_field_only_when_broken():
    assert refusal(refuse, True, "name", "Kies een naam.") == {"name": ["Kies een naam."]}
    assert refusal(refuse, False, "name", "Kies een naam.") == {}
