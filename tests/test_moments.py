"""A day and a time as people type them, also in the night in which the clock changes."""

import ast
from datetime import UTC
from pathlib import Path

import pytest
from django.contrib import admin
from django.db import models
from django.forms import ValidationError

from partners.ground.forms import Moment

ROOT = Path(__file__).resolve().parent.parent
SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["25-10-2026", "02:30"], "Op 25 oktober 2026 is het twee keer 02.30 uur. Kies een ander uur."),
        (["25-10-2026", "02:00"], "Op 25 oktober 2026 is het twee keer 02.00 uur. Kies een ander uur."),
        (["29-3-2026", "02:30"], "Op 29 maart 2026 is er geen 02.30 uur. Kies een ander uur."),
        (["28-3-2027", "02:59"], "Op 28 maart 2027 is er geen 02.59 uur. Kies een ander uur."),
    ],
)
def test_an_hour_that_the_clock_shows_twice_or_never_is_refused_in_words(typed, why):
    with pytest.raises(ValidationError) as refused:
        Moment().clean(typed)
    assert [message.replace(SPACE, " ") for message in refused.value.messages] == [why]


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        (["25-10-2026", "01:59"], "2026-10-24T23:59"),
        (["25-10-2026", "03:00"], "2026-10-25T02:00"),
        (["29-3-2026", "01:59"], "2026-03-29T00:59"),
        (["29-3-2026", "03:00"], "2026-03-29T01:00"),
    ],
)
def test_the_hours_around_it_are_taken(typed, utc):
    assert f"{Moment().clean(typed).astimezone(UTC):%Y-%m-%dT%H:%M}" == utc


def test_what_is_no_time_at_all_is_refused_as_ever():
    with pytest.raises(ValidationError) as refused:
        Moment().clean(["25-10-2026", "half drie"])
    assert refused.value.error_list[0].code == "invalid"


def test_every_desk_asks_for_a_moment_with_that_field(rf, secretary):
    request = rf.get("/")
    request.user = secretary
    asked = [
        desk.formfield_for_dbfield(field, request)
        for desk in admin.site._registry.values()
        for field in desk.model._meta.fields
        if isinstance(field, models.DateTimeField) and field.editable
    ]
    assert asked
    assert {type(field) for field in asked} == {Moment}


def test_no_form_asks_for_a_moment_with_another_field():
    others = {"DateTimeField", "SplitDateTimeField"}
    guilty = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for app in ("partners", "agenda", "results", "consultation", "regiozwolle")
        for path in (ROOT / app).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr in others and getattr(node.value, "id", "") == "forms"
    ]
    assert guilty == ["partners/ground/forms.py:" + guilty[0].partition(":")[2]]


def test_a_consultation_is_not_made_longer_to_an_hour_that_is_there_twice(client, secretary, open_consultation):
    client.force_login(secretary)
    path = f"/beheer/consultation/consultation/{open_consultation.pk}/verlengen/"
    typed = {"closes_at_0": "2026-10-25", "closes_at_1": "02:30", "reason": "Meer tijd."}
    page = client.post(path, typed).text
    assert "is het twee keer" in page
    assert "Meer tijd." in page
