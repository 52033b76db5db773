"""All words that an element ever had, what was said about each, what was answered, and what changed.

The page "waarom staat dit hier?" tells them at length, and the band and the strip of a sentence in short.
"""

from collections import defaultdict

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from django.utils.html import format_html_join

from agenda.differences import ComparisonRow, State
from agenda.models import Wording
from consultation.models import Answer, Point

# A passage with more points than this is read further in the nota van beantwoording, which has pages.
MOST_POINTS = 100


def readable_wordings(code):
    """As `wordings_of`. Raises Http404 without any."""
    wordings = wordings_of(code)
    if not wordings:
        raise Http404("Dit onderdeel staat niet in de agenda.")
    return wordings


def wordings_of(code):
    """All wordings of an element that everyone may read, the oldest first, as a list."""
    return list(
        Wording.objects.published()
        .filter(element__code=code)
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
        .order_by("version__number")
    )


def points_on(element, *, newest):
    """The points on any words of `element`, or of what went on in it, that everyone may read; on the newest first.

    A list of one more than MOST_POINTS at most. Each gets `where`, the words that it was written on in short, `since`,
    what became of them, up to the full stop, and `difference`, the address of what changed, or "". `newest` is the
    wording that holds now.
    """
    points = (
        Point.objects.public()
        .filter(about(element))
        .select_related("wording__version", "wording__element", "letter__consultation", "letter__body__partner")
        .select_related("letter__table")
        .annotate(is_outdated=~Q(wording__text=newest.text))
        .order_by("-wording__version__number", "letter__sent_at", "pk")
    )[: MOST_POINTS + 1]
    compare = reverse("agenda:compare", args=[newest.version.agenda.slug])
    for point in points:
        was = point.wording
        is_elsewhere = was.element_id != element.pk
        point.where = was.code if is_elsewhere else f"versie {was.version.number}"
        point.since = since(point, newest, is_elsewhere=is_elsewhere)
        has_changed = point.is_outdated and not is_elsewhere
        span = f"van={was.version.number}&naar={newest.version.number}"
        point.difference = f"{compare}?{span}#{element.code}" if has_changed else ""
    return list(points)


def since(point, newest, *, is_elsewhere):
    """What became of the words that `point` was written on."""
    if is_elsewhere:
        return ". Dat onderdeel is vervallen en gaat hier verder."
    if point.is_outdated:
        return ", daarna gewijzigd."
    return ". Die tekst geldt nog." if newest.ended_number is None else ". Het onderdeel is daarna vervallen."


def answers_about(element, points):
    """The published answers to those points, the oldest first, as a list; none without `points`, what `points_on` gave.

    Each gets its `readable_points`, `answered`, safe HTML with links to those, and `renewal`, why it is a new answer,
    or "".
    """
    if not points:
        return []
    by_key = {point.pk: point for point in (points if len(points) <= MOST_POINTS else all_points_on(element))}
    readable = defaultdict(list)
    pairs = Answer.points.through.objects.filter(point__in=by_key).order_by("point").values_list("answer", "point")
    for answer, point in pairs:
        readable[answer].append(by_key[point])
    answers = list(Answer.objects.published().filter(pk__in=readable).as_read()) if readable else []
    for answer in answers:
        answer.readable_points = readable[answer.pk]
        senders = [(point.pk, point.letter.sender) for point in answer.readable_points]
        answer.answered = format_html_join("; ", '<a href="#punt-{}">{}</a>', senders)
        answer.renewal = f" Dit is een nieuw antwoord: {answer.correction}" if answer.correction else ""
    return answers


def all_points_on(element):
    """As `points_on`, without a limit and without what became of them."""
    found = Point.objects.public().filter(about(element))
    return found.select_related("letter__body__partner", "letter__table", "letter__consultation")


def edited_rows(wordings, answers):
    """A ComparisonRow per version in which the words were edited, each with the answers that they changed `because` of.

    `wordings` are all of one element, the oldest first.
    """
    rows = [row for row in map(ComparisonRow, wordings, wordings[1:]) if row.state == State.EDITED]
    for row in rows:
        row.after.because = [answer for answer in answers if row.after in answer.wordings.all()]
    return rows


def about(element):
    """That a point is on words of `element`, or of an element that ended and goes on in it."""
    return Q(wording__element=element) | Q(wording__element__successions__successor=element)
