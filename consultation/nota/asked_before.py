"""The questions that were put in any consultation and that everyone may read, with their answers: asked once."""

import re
from dataclasses import dataclass
from statistics import median

from django.db.models import Exists, OuterRef, Q, Subquery

from consultation.models import Answer, Point, PointKind
from consultation.nota.points import in_full
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn

NEWEST_FIRST = ("-letter__sent_at", "-pk")
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


def asked_before(words=""):
    """The primary keys of the public questions of all consultations in which all `words` occur, the newest first.

    A word may stand in the question, its answer, or the name of the text that it is about.
    """
    return list(questions_with(words).values_list("pk", flat=True)) if words else QUESTIONS.ask()


def questions_with(words):
    """Those questions."""
    found = Point.objects.public().filter(kind=PointKind.QUESTION)
    answers = Answer.objects.published().filter(points=OuterRef("pk"))
    for word in re.findall(r"\w+", words):
        said = Q(text__unaccent__icontains=word) | Q(wording__element__name__unaccent__icontains=word)
        found = found.filter(said | Exists(answers.filter(reason__unaccent__icontains=word)))
    return found.order_by(*NEWEST_FIRST)


QUESTIONS = PreparedRows(lambda: questions_with("").values_list("pk", flat=True))


@piece
def questions_drawn(keys):
    """The questions with these primary keys as safe HTML, the newest first, each with its answer."""
    found = in_full(Point.objects.filter(pk__in=keys)).order_by(*NEWEST_FIRST)
    return drawn("consultation/parts/questions.html", questions=found)


def times_of_questions():
    """When each public question was sent, and first answered, without what was invented."""
    first = Answer.objects.published().filter(points=OuterRef("pk")).order_by("published_at")
    found = Point.objects.public().filter(kind=PointKind.QUESTION, letter__consultation__is_example=False)
    return found.annotate(first=Subquery(first.values("published_at")[:1])).values_list("letter__sent_at", "first")


TIMES = PreparedRows(times_of_questions)


def response_time():
    """The ResponseTime to the public questions, without what was invented; one query."""
    times = TIMES.ask()
    days = [(answered - sent).days for sent, answered in times if answered]
    return ResponseTime(len(times), len(days), round(median(days)) if days else None)
