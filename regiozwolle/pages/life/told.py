"""All words that an element ever had, what was said about each, what was answered, and what changed.

The page "waarom staat dit hier?" tells them at length, and the band and the strip of a sentence in short.
"""

from collections import Counter, defaultdict

from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from agenda.differences import ComparisonRow, State
from agenda.models import Wording
from consultation.models import Answer, Point
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted

# A passage with more points than this is read further in the nota van beantwoording, which has pages.
MOST_POINTS = 25


def readable_wordings(code):
    """As `wordings_of`. Raises Http404 without any."""
    wordings = wordings_of(code)
    if not wordings:
        raise Http404("Dit onderdeel staat niet in de agenda.")
    return wordings


def wordings_of(code):
    """All wordings of an element that everyone may read, the oldest first, as a list."""
    return WORDINGS.ask(code)


WORDINGS = PreparedRows(
    lambda code: (
        Wording.objects.published()
        .filter(element__code=code)
        .with_newest()
        .select_related("element", "version__agenda", "version__source")
        .order_by("version__number")
    )
)


def points_on(element, *, newest):
    """The points on any words of `element`, or of what went on in it, that everyone may read; on the newest first.

    A list of one more than MOST_POINTS at most. Each gets `where`, the words that it was written on in short, `since`,
    what became of them, up to the full stop, and `difference`, the address of what changed, or "". `newest` is the
    wording that holds now.
    """
    points = POINTS.ask(element.pk, newest.text)
    compare = reverse("agenda:compare", args=[newest.version.agenda.slug])
    for point in points:
        was = point.wording
        is_elsewhere = was.element_id != element.pk
        point.where = was.code if is_elsewhere else f"versie {was.version.number}"
        point.since = since(point, newest, is_elsewhere=is_elsewhere)
        has_changed = point.is_outdated and not is_elsewhere
        span = f"van={was.version.number}&naar={newest.version.number}"
        point.difference = f"{compare}?{span}#{element.code}" if has_changed else ""
    return points


POINTS = PreparedRows(
    lambda element, text: (
        Point.objects.public()
        .filter(about(element))
        .select_related("wording__version", "wording__element", "letter__consultation", "letter__body__partner")
        .select_related("letter__table")
        .annotate(is_outdated=~Q(wording__text=text))
        .order_by("-wording__version__number", "letter__sent_at", "pk")[: MOST_POINTS + 1]
    )
)


def since(point, newest, *, is_elsewhere):
    """What became of the words that `point` was written on."""
    if is_elsewhere:
        return ". Dat onderdeel is vervallen en gaat hier verder."
    if point.is_outdated:
        return ", daarna gewijzigd."
    return ". Die tekst geldt nog." if newest.ended_number is None else ". Het onderdeel is daarna vervallen."


def answers_about(element, points):
    """(The published answers that a page tells, the oldest first; how many others there are, by `is_example`).

    Told are those to the first MOST_POINTS of `points`, what `points_on` gave, and those that changed the words. Each
    gets its `readable_points` as far as they are told too, `answered`, safe HTML with links to those, and `renewal`,
    why it is a new answer, or "".
    """
    if not points:
        return [], Counter()
    shown = {point.pk: point for point in points[:MOST_POINTS]}
    about_what, kinds = points_answered(element)
    answers = list(answers_told(element, shown, about_what)) if about_what else []
    read = shown | first_beside(element, [about_what[one.pk] for one in answers], shown)
    for answer in answers:
        keys = about_what[answer.pk]
        answer.readable_points = [read[key] for key in keys if key in read]
        answer.answered = answered_in_words(answer.readable_points, shown, len(keys))
        answer.renewal = f" Dit is een nieuw antwoord: {answer.correction}" if answer.correction else ""
    return answers, Counter(kinds[pk] for pk in about_what.keys() - {one.pk for one in answers})


def answers_told(element, shown, about_what):
    """The Answers to any of the points `shown`, and those that changed the words, of those in `about_what`."""
    told = [pk for pk, keys in about_what.items() if not shown.keys().isdisjoint(keys)]
    changed = Exists(Wording.objects.filter(element=element, answers=OuterRef("pk")))
    return Answer.objects.filter(Q(pk__in=told) | Q(changed), pk__in=about_what).order_by("published_at", "pk")


def first_beside(element, answered, shown):
    """The first Point of each of the lists of keys `answered` in which none is `shown`, by its key."""
    beyond = [keys[0] for keys in answered if shown.keys().isdisjoint(keys)]
    return {point.pk: point for point in points_beside(element).filter(pk__in=beyond)} if beyond else {}


def points_answered(element):
    """(The keys of the points on `element` that each published answer is to; whether those are an example), by its key.

    One query, of keys alone: an element can have thousands.
    """
    about_what, kinds = defaultdict(list), {}
    for answer, point, is_example in ANSWERED.ask(element.pk):
        about_what[answer].append(point)
        kinds.setdefault(answer, is_example)
    return about_what, kinds


def pairs_about(element):
    """The key of each published answer, that of each point on `element` that it is to, and whether it is an example."""
    answered = Point.objects.public().filter(about(element), answers__published_at__lte=timezone.now())
    return answered.order_by("pk").values_list("answers", "pk", "letter__consultation__is_example")


ANSWERED = PreparedRows(pairs_about)


def answered_in_words(points, shown, total):
    """Whose points an answer is to as safe HTML, with links to those that are `shown`, and how many more of `total`."""
    link = '<a href="#punt-{}">{}</a>'
    senders = [format_html(link, one.pk, one.letter.sender) if one.pk in shown else one.letter.sender for one in points]
    told = format_html_join("; ", "{}", ((one,) for one in senders))
    more = total - len(points)
    return format_html("{} en nog {}", told, counted(more, "ander punt,andere punten")) if more else told


def points_beside(element):
    """As `points_on`, without a limit and without what became of them."""
    found = Point.objects.public().filter(about(element))
    return found.select_related("letter__body__partner", "letter__table", "letter__consultation")


def edited_rows(wordings, answers):
    """A ComparisonRow per version in which the words were edited, each with the answers that they changed `because` of.

    `wordings` are all of one element, the oldest first.
    """
    rows = [row for row in map(ComparisonRow, wordings, wordings[1:]) if row.state == State.EDITED]
    because = set(CHANGED.ask(wordings[-1].element_id)) if rows and answers else set()
    for row in rows:
        row.after.because = [answer for answer in answers if (answer.pk, row.after.pk) in because]
    return rows


CHANGED = PreparedRows(
    lambda element: Answer.wordings.through.objects.filter(wording__element=element).values_list("answer", "wording")
)


def about(element):
    """That a point is on words of `element`, or its key, or of an element that ended and goes on in it."""
    return Q(wording__element=element) | Q(wording__element__successions__successor=element)
