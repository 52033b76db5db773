"""The pages of meetings: all of them, one with its agenda and what came of it, and its papers."""

import logging
from datetime import date
from http import HTTPStatus
from typing import NamedTuple

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from consultation.models import Point, Step
from partners.ground import files
from partners.ground.calendars.writing import calendar_answer, titled
from partners.ground.publishing import AtAddress
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import weekday
from partners.ground.templatetags.parts import drawn
from regiozwolle.meetings.calendar import entries_of
from regiozwolle.meetings.models import AgendaItem, Meeting, MeetingDocument, OutcomeKind, OutcomeLine

PER_PAGE = 20  # of what has been

logger = logging.getLogger(__name__)


@require_safe
def meetings(request):
    """What comes, of consultations too, what is known in words alone, and what has been. Five queries at most."""
    page = Paginator(range(count_of_held()), PER_PAGE).get_page(request.GET.get("pagina"))
    ahead, steps = AHEAD.ask(), STEPS.ask()
    shown = {"first": first_of(ahead, steps), "ahead": ahead, "steps": steps, "without_day": WITHOUT_DAY.ask()}
    held = held_drawn(page.object_list.start)
    return render(request, "meetings/meetings.html", {**shown, "page": page, "held": held})


class FirstDay(NamedTuple):
    """The first day to come: what happens then, and where one reads on."""

    on: date
    when: str
    title: str
    url: str
    is_example: bool


def first_of(meetings, steps):
    """The FirstDay of the meetings that go on and the steps of consultations, or None; of one day a meeting."""
    found = [
        FirstDay(one.held_on, one.when, one.title, one.get_absolute_url(), one.is_example)
        for one in meetings
        if not one.is_cancelled
    ]
    for step in steps:
        about = step.consultation
        when = weekday(step.starts_on)
        found.append(FirstDay(step.starts_on, when, step.title, about.get_absolute_url(), about.is_example))
    return min(found, key=lambda one: one.on, default=None)


@piece
def count_of_held():
    """How many meetings there have been."""
    return Meeting.objects.public().held().count()


@piece
def held_drawn(first):
    """A row for each of a page of the meetings that have been, that begins after so many; one query."""
    return drawn("meetings/parts/rows.html", meetings=Meeting.objects.public().held()[first : first + PER_PAGE])


AHEAD = PreparedRows(lambda: Meeting.objects.public().ahead())
WITHOUT_DAY = PreparedRows(lambda: Meeting.objects.public().without_day())
STEPS = PreparedRows(lambda: Step.objects.public().ahead())
MEETINGS = AtAddress(lambda: Meeting.objects.all())
DOCUMENTS = PreparedRows(
    lambda pk, meeting: MeetingDocument.objects.filter(pk=pk, meeting=meeting).select_related("file__words")
)


@require_safe
def meeting(request, slug):
    """One meeting: when, where, for whom, its agenda, its papers and what came of it."""
    shown = whole(request, slug)
    links = links_to_points([line.point_id for line in shown.shown_lines if line.point_id])
    lines = [(line, links.get(line.point_id, "")) for line in shown.shown_lines]
    outcome = [(kind, [pair for pair in lines if pair[0].kind == kind]) for kind in OutcomeKind]
    page = {
        "meeting": shown,
        "outcome": [(kind, found) for kind, found in outcome if found],
        "coming": shown.registrations.per_partner(),
        "table_points": points_of_tables(shown.table_session),
    }
    return render(request, "meetings/meeting.html", page)


def whole(request, slug):
    """A Meeting with all that stands on its page and everyone may read, as far as the visitor may see it."""
    shown = WITH_TABLE.shown_to(request, slug)
    for name, rows in PARTS.items():
        found = rows.ask(shown.pk)
        for one in found:
            one.meeting = shown
        setattr(shown, f"shown_{name}", found)
    return shown


WITH_TABLE = AtAddress(lambda: Meeting.objects.select_related("source", "table_session__consultation"))
PARTS = {
    "items": PreparedRows(lambda meeting: AgendaItem.objects.with_links().filter(meeting=meeting)),
    "lines": PreparedRows(lambda meeting: OutcomeLine.objects.with_links().filter(meeting=meeting)),
    "documents": PreparedRows(
        lambda meeting: MeetingDocument.objects.filter(meeting=meeting).select_related("file__words")
    ),
}


def links_to_points(keys):
    """A link, as safe HTML, by key of those of the points that everyone may read; at most one query."""
    if not keys:
        return {}
    found = Point.objects.public().filter(pk__in=keys).select_related("wording__element", "letter__consultation")
    words = 'Naar aanleiding van <a href="{}">punt {}</a>.'
    return {point.pk: format_html(words, point.place_path, point.pk) for point in found}


def points_of_tables(session):
    """(Address, words) of each point that the tables of `session` gave and everyone may read; at most one query."""
    if session is None:
        return []
    found = Point.objects.public().filter(letter__table__session=session).order_by("pk")
    found = found.select_related("wording__element", "letter__consultation")
    return [(point.place_path, point.text) for point in found]


@require_safe
def calendar(request, slug):
    """The meeting as a calendar of one day; one of which the day is not known has none."""
    shown = MEETINGS.shown_to(request, slug)
    if shown.held_on is None:
        raise Http404("De dag van deze bijeenkomst is nog niet bekend.")
    return calendar_answer(titled(shown, shown.title), entries_of([shown]), shown.slug)


@require_safe
def document(request, slug, pk):
    """A paper, with the words in it."""
    shown, found = document_of(request, slug, pk)
    return render(request, "meetings/document.html", {"meeting": shown, "document": found})


@require_safe
def document_file(request, slug, pk):
    """The file itself, to take along."""
    shown, found = document_of(request, slug, pk)
    if not found.file.is_whole():
        logger.error("The file of %s is not there: %s", found, found.file)
        page = {"meeting": shown, "document": found, "is_gone": True}
        return render(request, "meetings/document.html", page, status=HTTPStatus.GONE)
    return files.attached(request, found.file, found.file_name)


def document_of(request, slug, pk):
    """(Its Meeting, the MeetingDocument), as far as the visitor may read them."""
    shown = MEETINGS.shown_to(request, slug)
    found = DOCUMENTS.first(int(pk), shown.pk)
    if found is None:
        raise Http404("Dit stuk is er niet.")
    found.meeting = shown
    return shown, found
