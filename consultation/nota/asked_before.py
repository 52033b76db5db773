"""The questions that were put in any consultation and that everyone may read, with their answers: asked once."""

import re
from dataclasses import dataclass
from statistics import median

from django.db.models import Exists, OuterRef, Q, Subquery

from consultation.models import Answer, Point, PointKind
from consultation.nota.points import in_full
from partners.ground.templatetags.dutch import counted

NONE = "Nog niemand stelde een vraag die iedereen mag lezen."


@dataclass(frozen=True)
class ResponseTime:
    """How many questions there are, how many have an answer, and in how many days half of those had one."""

    asked: int
    answered: int
    days: int | None

    @property
    def sentence(self):
        """All three in words."""
        if not self.asked:
            return NONE
        if not self.answered:
            return f"{counted(self.asked, 'vraag,vragen')}, nog geen ervan beantwoord."
        half = f" De helft daarvan had binnen {counted(self.days, 'dag,dagen')} antwoord."
        return f"{counted(self.asked, 'vraag,vragen')}, waarvan {self.answered} beantwoord.{half}"


def asked_before(words="", at=None):
    """The public questions of all consultations at the moment `at` in which all `words` occur, the newest first.

    A word may stand in the question, its answer, or the name of the text that it is about.
    """
    found = Point.objects.public(at).filter(kind=PointKind.QUESTION)
    answers = Answer.objects.published(at).filter(points=OuterRef("pk"))
    for word in re.findall(r"\w+", words):
        said = Q(text__unaccent__icontains=word) | Q(wording__element__name__unaccent__icontains=word)
        found = found.filter(said | Exists(answers.filter(reason__unaccent__icontains=word)))
    return in_full(found, at).order_by("-letter__sent_at", "-pk")


def response_time(at=None):
    """The ResponseTime to the public questions at the moment `at`, without what was invented; one query."""
    first = Answer.objects.published(at).filter(points=OuterRef("pk")).order_by("published_at")
    found = Point.objects.public(at).filter(kind=PointKind.QUESTION, letter__consultation__is_example=False)
    times = list(
        found.annotate(first=Subquery(first.values("published_at")[:1])).values_list("letter__sent_at", "first")
    )
    days = [(answered - sent).days for sent, answered in times if answered]
    return ResponseTime(len(times), len(days), round(median(days)) if days else None)
