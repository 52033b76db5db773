"""The page of all calendars that one can subscribe to, and the one with everything in it."""

from typing import NamedTuple

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from consultation.calendars import entries_of_all as entries_of_consultations
from consultation.deciding.calendar import entries_of_all
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Step
from partners.ground.calendars.writing import answer_with, calendar_file, subscribe_address
from partners.ground.publishing import is_public
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from partners.models import Body, Partner
from regiozwolle.meetings.calendar import entries_of
from regiozwolle.meetings.models import Meeting
from regiozwolle.pages.moments.views import PHRASES


class OfferedCalendar(NamedTuple):
    """A calendar: of what is an example or not, what it is called, and where its file is."""

    is_example: bool
    title: str
    path: str

    @property
    def subscribe(self):
        """Where a program subscribes to it."""
        return subscribe_address(self.path)


@require_safe
def calendars(request):
    """Every calendar, and in words what has no day and so stands in none. A fixed number of queries."""
    page = {
        "groups": [
            ("bijeenkomsten", "Bijeenkomsten", offered(*of_meetings())),
            ("consultaties", "Consultaties", offered(*of_consultations())),
            ("dossiers", "Dossiers", offered(*of_dossiers())),
        ],
        "bodies": of_bodies(),
        "in_words": STEPS_IN_WORDS.ask(),
    }
    return render(request, "meetings/calendars.html", page)


@piece
def offered(*calendars):
    """Some OfferedCalendars as the rows of a list; "" without any."""
    return drawn("meetings/parts/offered.html", calendars=calendars)


def of_consultations():
    for one in CONSULTATIONS.ask():
        yield OfferedCalendar(one.is_example, one.title, reverse("consultation:calendar", args=[one.slug]))


def of_dossiers():
    for one in DOSSIERS.ask():
        yield OfferedCalendar(one.is_example, one.title, reverse("dossier_file", args=[one.slug, "ics"]))


def of_meetings():
    for one in MEETINGS.ask():
        yield OfferedCalendar(one.is_example, str(one), reverse("meetings:calendar", args=[one.slug]))


@piece
def of_bodies():
    """The calendars of the bodies that have a page with their days, by their kind."""
    by_kind = {kind: [] for kind in PHRASES}
    for body in BODIES.ask():
        path = reverse("moments_calendar", args=[body.partner.slug, body.kind])
        by_kind[body.kind].append(OfferedCalendar(body.partner.is_example, capfirst(str(body)), path))
    kinds = [(capfirst(kind.label), len(found), offered(*found)) for kind, found in by_kind.items() if found]
    return drawn("meetings/parts/offered_bodies.html", kinds=kinds)


def steps_in_words():
    """The steps that end at words and are not over."""
    goes_on = Q(over_after=None) | Q(over_after__gte=timezone.localdate())
    return Step.objects.public().exclude(ends_text="").filter(goes_on).select_related("consultation")


def bodies_with_days():
    """The bodies that have a page with their days, by name."""
    found = Body.objects.filter(is_public(Partner, "partner__"), kind__in=list(PHRASES)).select_related("partner")
    return found.order_by("partner__is_example", "partner__name", "pk")


STEPS_IN_WORDS, BODIES = PreparedRows(steps_in_words), PreparedRows(bodies_with_days)
CONSULTATIONS = PreparedRows(lambda: Consultation.objects.public().order_by("-opens_at"))
DOSSIERS = PreparedRows(lambda: Dossier.objects.public().order_by("-pk"))
WITH_STEPS = PreparedRows(lambda: Consultation.objects.public().prefetch_related("steps"))
ALL_MEETINGS = PreparedRows(lambda: Meeting.objects.public())
MEETINGS = PreparedRows(lambda: Meeting.objects.public().ahead())


@require_safe
def everything(request):
    """All days of consultations, meetings and dossiers; those of a council are in the calendar of that council."""
    return answer_with(every_day(), "regio-zwolle")


@piece
def every_day():
    """The calendar of them, as text."""
    entries = [
        *entries_of_consultations(WITH_STEPS.ask()),
        *entries_of(ALL_MEETINGS.ask()),
        *entries_of_all(),
    ]
    return calendar_file("Regio Zwolle", entries).decode()
