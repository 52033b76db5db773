"""What became of the targets of more goals together: with weights in sight, and what is not known apart."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from agenda.models import Element, ElementKind
from results.models import Direction, GoalWeight, Indicator, IndicatorNature, Target
from results.rollup import roll_up
from tests.published import give_words
from tests.reading import section, words

DUE = date(2023, 1, 1)


def goal_with(line, version, deck, number, *targets, nature=IndicatorNature.ACHIEVED):
    """A goal under `line`, with a figure of 100 on the day and these targets."""
    goal = Element.objects.create(
        agenda=line.agenda,
        code=f"RZ24-L1.{number}",
        kind=ElementKind.GOAL,
        parent=line,
        position=10 + number,
        number=f"1.{number}",
        name=f"Opgave {number}",
    )
    give_words(goal, version, f"Opgave {number}")
    for place, value in enumerate(targets):
        figure = Indicator.objects.create(
            slug=f"cijfer-{number}-{place}",
            name=f"Cijfer {number}.{place}",
            nature=nature,
            sentence="dingen.",
            unit="dingen",
            direction=Direction.MORE,
            keeps_for=360,
        )
        figure.elements.add(goal)
        figure.measurements.create(value=100, reference_on=DUE, reference_text="1 januari 2023", source=deck)
        Target.objects.create(indicator=figure, value=value, due_on=DUE, source=deck)
    return goal


@pytest.fixture
def goals(line, version, deck):
    """Half reached, all reached, and one of which nothing can be said."""
    return [
        goal_with(line, version, deck, 1, 100, 200),
        goal_with(line, version, deck, 2, 50),
        goal_with(line, version, deck, 3),
    ]


def test_each_goal_counts_by_its_weight_and_what_is_unknown_is_told_apart(goals):
    together = roll_up(goals)
    assert (together.share, together.unknown_share) == (75, 33)
    assert [one.told for one in together.goals] == ["1 van de 2 gehaald", "1 van de 1 gehaald", ""]
    GoalWeight.objects.create(element=goals[0], weight=4, reason="Hier gaat de meeste inzet naartoe.")
    GoalWeight.objects.create(element=goals[2], weight=5, reason="Dit is het moeilijkst.")
    together = roll_up(goals)
    assert (together.share, together.unknown_share) == (60, 50)
    assert together.sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "Van 2 van de 3 opgaven is te zeggen of een doel is gehaald: samen voor 60%. "
        "Van de andere opgave (50% van het gewicht) is dat nog niet bekend."
    )


def test_money_that_goes_in_is_no_target_that_counts(line, version, deck):
    together = roll_up([goal_with(line, version, deck, 1, 50, nature=IndicatorNature.INVESTED)])
    assert (together.share, together.unknown_share) == (None, 100)
    assert together.sentence.startswith("Van geen van de 1")
    assert roll_up([]) is None


def test_the_page_of_a_line_shows_the_sum_and_every_weight_with_its_reason(client, line, goals):
    GoalWeight.objects.create(element=goals[0], weight=4, reason="Hier gaat de meeste inzet naartoe.")
    page = words(section(client.get(line.get_absolute_url()), "samen"))
    assert "samen voor 60%" in page
    assert "Hier gaat de meeste inzet naartoe." in page
    assert page.count("Telt één keer") == 2
    assert 'id="samen"' not in client.get(goals[0].get_absolute_url()).text


def test_the_sum_of_many_goals_asks_as_much_as_of_one(line, version, deck, goals):
    with CaptureQueriesContext(connection) as few:
        roll_up(goals[:1])
    more = [goal_with(line, version, deck, number, 50, 60) for number in range(4, 9)]
    with CaptureQueriesContext(connection) as many:
        roll_up([*goals, *more])
    assert len(many) == len(few)


def test_a_weight_lies_between_1_and_10_and_has_a_reason(goals):
    for weight in (0, 11):
        with pytest.raises(ValidationError, match="Kies een gewicht van 1 tot en met 10"):
            GoalWeight(element=goals[0], weight=weight, reason="Zo.").full_clean()
        with pytest.raises(IntegrityError, match="goal_weight_is_between_1_and_10"), transaction.atomic():
            GoalWeight.objects.create(element=goals[0], weight=weight, reason="Zo.")
    with pytest.raises(IntegrityError, match="goal_weight_has_a_reason"), transaction.atomic():
        GoalWeight.objects.create(element=goals[0], weight=2)
