"""How a test writes an answer, and sees how far it is."""

from consultation import actions
from consultation.models import (
    Answer,
    Point,
    Verdict,
)


def write(by, *points, verdict=Verdict.NOTED, reason="Wij lezen dit.", wordings=(), **fields):
    answer = Answer(verdict=verdict, reason=reason, **fields)
    return actions.write_answer(answer=answer, points=points, wordings=wordings, by=by)


def stage(point):
    return Point.objects.with_stage().get(pk=point.pk).stage
