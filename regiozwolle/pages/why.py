"""Why something stands in the agenda: the chain from the first words to the figure, at one address per element.

It stands under the roof, for it links what all apps know: words, points, answers, decisions and figures.
"""

from django.db.models import Prefetch, Q
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.differences import ComparisonRow, State
from agenda.models import Wording
from consultation.models import Answer, Point
from regiozwolle.pages.agenda import consultations_on, dossiers_on, figures_for, successions_of

# A passage with more points than this is read further in the nota van beantwoording, which has pages.
MOST_POINTS = 100


@require_safe
def why(request, code):
    """All words that an element ever had, what was said and answered about each, and what came of it."""
    wordings = list(
        Wording.objects.published()
        .filter(element__code=code)
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
        .order_by("version__number")
    )
    if not wordings:
        raise Http404("Dit onderdeel staat niet in de agenda.")
    newest = wordings[-1]
    element = newest.element
    element.place = newest.place
    has_ended = newest.ended_number is not None
    points = list(points_on(element, newest=newest)[: MOST_POINTS + 1])
    answers = list(answers_about(element))
    rows = [row for row in map(ComparisonRow, wordings, wordings[1:]) if row.state == State.EDITED]
    for row in rows:
        row.after.because = [answer for answer in answers if row.after in answer.wordings.all()]
    figures = [] if has_ended else figures_for(element)
    return render(
        request,
        "agenda/why.html",
        {
            "element": element,
            "first": wordings[0],
            "newest": newest,
            "agenda": newest.version.agenda,
            "consultations": consultations_on(element),
            "points": points[:MOST_POINTS],
            "has_more_points": len(points) > MOST_POINTS,
            "answers": answers,
            "rows": rows,
            "version_count": len(wordings),
            "has_ended": has_ended,
            "successions": successions_of(newest) if has_ended else [],
            "dossiers": dossiers_on(element),
            "figures": [indicator for nature, indicators in figures for indicator in indicators],
        },
    )


def points_on(element, *, newest):
    """The points on any words of `element`, or of what went on in it, that everyone may read; on the newest first.

    Adds `is_outdated`: whether the words that it was written on are not those of the wording `newest`.
    """
    return (
        Point.objects.public()
        .filter(about(element))
        .select_related("wording__version", "wording__element", "letter__consultation", "letter__body__partner")
        .select_related("letter__table")
        .annotate(is_outdated=~Q(wording__text=newest.text))
        .order_by("-wording__version__number", "letter__sent_at", "pk")
    )


def answers_about(element):
    """The published answers to those points, the oldest first, each with those points as `readable_points`."""
    readable = (
        Point.objects.public()
        .filter(about(element))
        .select_related("letter__body__partner", "letter__table", "letter__consultation")
        .order_by("pk")
    )
    return (
        Answer.objects.published()
        .filter(points__in=readable)
        .distinct()
        .as_read()
        .prefetch_related(Prefetch("points", readable, to_attr="readable_points"))
    )


def about(element):
    """That a point is on words of `element`, or of an element that ended and goes on in it."""
    return Q(wording__element=element) | Q(wording__element__successions__successor=element)
