"""Which points are in the nota van beantwoording for whom, and when there is a nota at all.

The page and every file come from the same query, `points_of`.
"""

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from agenda.models import Wording
from consultation.models import Answer, Point
from consultation.models.invitation import OWN_NAME

NOT_YET = "nog geen antwoord"
# As the text goes, and after that the questions.
IN_ORDER = (F("wording__position").asc(nulls_last=True), F("question__position").asc(nulls_last=True), "pk")

# What a point was adopted from, with what that was adopted from; few were.
RUNGS = Point.objects.select_related(
    "letter__body__partner",
    "letter__consultation",
    "adopted_from__letter__body__partner",
    "adopted_from__letter__consultation",
)


def points_of(consultation, *, body=None, is_member=False, at=None, answered_at=None):
    """The points of the nota at the moment `at`, as `readable`, with all that is said of each.

    The answers are those of the moment `answered_at`, that of the points without. The number of queries is fixed.
    """
    return in_full(readable(consultation, body=body, is_member=is_member, at=at), answered_at or at)


def readable(consultation, *, body=None, is_member=False, at=None):
    """The points of the nota at the moment `at`, in the order of the text.

    With `body` only that body's own; to its members also those that not everyone may read.
    """
    found = Point.objects.counted() if body and is_member else Point.objects.public(at)
    if body:
        found = found.filter(letter__body=body)
    return found.filter(letter__consultation=consultation).order_by(*IN_ORDER)


def said_by(body, at=None):
    """The points that a body itself made in any consultation and that everyone may read, as `points_of`."""
    found = Point.objects.public(at).filter(letter__body=body, letter__sender_kind__in=OWN_NAME)
    return in_full(found, at).order_by("letter__consultation__opens_at", "letter__consultation", *IN_ORDER)


def in_full(found, at=None):
    """The points `found` with all that is said of each at the moment `at`, in the order of the text."""
    return (
        with_place(found)
        .prefetch_related(Prefetch("adopted_from", RUNGS))
        .with_joins()
        .with_answers(at)
        .order_by(*IN_ORDER)
    )


def with_place(found):
    """The points `found` with whose each is, and what it is about."""
    return found.select_related(
        "letter__body__partner",
        "letter__table__session",
        "letter__consultation",
        "wording__element",
        "wording__version",
        "question",
    )


def current_verdict(at=None):
    """The verdict of the answer to a point that holds at the moment `at`; None while there is none."""
    answers = Answer.objects.published(at).filter(points=OuterRef("pk")).order_by("-published_at", "-pk")
    return Subquery(answers.values("verdict")[:1])


def last_published_at(at=None):
    """When the newest answer to a consultation came on the site, in a query; None while there is none."""
    answers = Answer.objects.published(at).filter(points__letter__consultation=OuterRef("pk"))
    return Subquery(answers.order_by("-published_at").values("published_at")[:1])


def has_nota(at=None):
    """Whether an answer to a point of a consultation is on the site at the moment `at`, as a condition in a query."""
    return Exists(Answer.objects.published(at).filter(points__letter__consultation=OuterRef("pk")))


def first_changed_code(at=None):
    """The code of the first part of the agenda that an answer on the site at the moment `at` changed, or None."""
    at = at or timezone.now()
    changed = Wording.objects.published(at).filter(
        answers__published_at__lte=at, answers__points__letter__consultation=OuterRef("pk")
    )
    return Subquery(changed.order_by("element__position").values("element__code")[:1])


def filtered(found, *, at=None, code="", body="", sender_kind="", verdict="", theme=""):
    """Those of `found` that fit every filter; "" asks nothing, and "open" as a verdict asks for those without one.

    The verdicts are those of the moment `at`.
    """
    asked = Q()
    if code:
        asked &= Q(wording__element__code=code)
    if body:
        asked &= Q(letter__body=body)
    if sender_kind:
        asked &= Q(letter__sender_kind=sender_kind)
    if theme:
        asked &= Q(themes=theme)
    found = found.filter(asked)
    if verdict:
        links = Answer.points.through.objects.filter(answer__in=Answer.objects.published(at))
        if verdict == "open":
            return found.filter(~Exists(links.filter(point=OuterRef("pk"))))
        # Those that ever had it, and of these few the ones whose newest answer it is.
        found = found.filter(pk__in=links.filter(answer__verdict=verdict).values("point"))
        found = found.annotate(verdict=current_verdict(at)).filter(verdict=verdict)
    return found
