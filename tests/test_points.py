"""What a point is: something that must be answered, whatever it is about."""

import pytest
from django.utils import timezone

from consultation import actions
from consultation.models import Point, PointKind, Verdict
from tests.letters import close, letter

# Of each kind there is on a passage, an answer to a question, and a remark on the whole text.
SORTS = [*PointKind.values, "antwoord", "reactie"]


@pytest.fixture
def point_of(open_consultation, council, councillor, wording):
    """Sends a point of one of SORTS in a letter that counts, to a consultation that is closed then."""

    def make(sort):
        sent = letter(close(open_consultation), council, councillor)
        about = {}
        if sort in PointKind.values:
            about = {"wording": wording, "quoted_text": wording.text, "kind": sort}
        elif sort == "antwoord":
            about = {"question": open_consultation.questions.create(text="Wat mist u?")}
        return sent.points.create(text="Noem ook het mkb.", **about)

    return make


@pytest.mark.parametrize("sort", SORTS)
def test_whatever_is_a_point_must_be_answered_before_the_consultation_is_finished(point_of, sort):
    point = point_of(sort)
    assert point.kind_label == dict(PointKind.choices).get(sort, sort)
    assert list(Point.objects.unanswered()) == [point]
    with pytest.raises(actions.Refused, match="zonder antwoord op de site"):
        actions.finish(consultation=point.letter.consultation)
    answer = point.answers.create(
        verdict=Verdict.NOTED, reason="Gelezen.", published_at=timezone.now(), reviewed_at=timezone.now()
    )
    assert list(answer.points.all()) == [point]
    assert list(Point.objects.unanswered()) == []
    assert actions.finish(consultation=point.letter.consultation).finished_at


def test_a_point_is_about_one_thing_and_there_is_no_fourth(db):
    """A new subject, such as a rating, stands here when each of its points is answered; else it is no point."""
    subjects = {field.name for field in Point._meta.get_fields() if field.many_to_one and field.concrete}
    people = {"author", "changed_by", "handler"}
    assert subjects - people == {"letter", "wording", "question", "origin", "adopted_from", "part_of", "same_as"}
    assert people <= subjects
