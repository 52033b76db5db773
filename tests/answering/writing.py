"""How a test writes an answer, and sees how far it is."""

from consultation import actions
from consultation.models import (
    Answer,
    Point,
    Verdict,
)

LIST = "/beheer/consultation/point/"


def write(by, *points, verdict=Verdict.NOTED, reason="Wij lezen dit.", wordings=(), **fields):
    answer = Answer(verdict=verdict, reason=reason, **fields)
    return actions.write_answer(answer=answer, points=points, wordings=wordings, by=by)


def stage(point):
    return Point.objects.with_stage().get(pk=point.pk).stage


def twin(consultation):
    names = ("title", "version", "opens_at", "closes_at", "summary", "asked_of", "effect")
    return {"slug": "tweede", **{name: getattr(consultation, name) for name in names}}
