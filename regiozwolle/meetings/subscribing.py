"""The page of all calendars that one can subscribe to, and the one with everything in it."""

from typing import NamedTuple

from django.db.models import Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from consultation.calendars import entries_of as entries_of_consultation
from consultation.deciding.calendar import entries_of_all
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Step
from partners.ground.calendars.writing import calendar_answer, subscribe_address
from partners.ground.publishing import is_public
from partners.models import Body, Partner
from regiozwolle.meetings.calendar import entries_of
from regiozwolle.meetings.models import Meeting
from regiozwolle.pages.moments.views import PHRASES


class OfferedCalendar(NamedTuple):
    """A calendar of a `thing`: what it is called, where its file is, and where a program subscribes to it."""

    thing: object
    title: str
    path: str

    @property
    def subscribe(self):
        return subscribe_address(self.path)


@require_safe
def calendars(request):
    """Every calendar, and in words what has no day and so stands in none. A fixed number of queries."""
    page = {
        "groups": [
            ("bijeenkomsten", "Bijeenkomsten", of_meetings()),
            ("consultaties", "Consultaties", of_consultations()),
            ("dossiers", "Dossiers", of_dossiers()),
        ],
        "bodies": of_bodies(),
        "in_words": steps_in_words(),
    }
    return render(request, "meetings/calendars.html", page)


def of_consultations():
    found = Consultation.objects.public().order_by("-opens_at")
    return [OfferedCalendar(one, one.title, reverse("consultation:calendar", args=[one.slug])) for one in found]


def of_dossiers():
    found = Dossier.objects.public().order_by("-pk")
    return [OfferedCalendar(one, one.title, reverse("dossier_file", args=[one.slug, "ics"])) for one in found]


def of_meetings():
    found = Meeting.objects.public().ahead()
    return [OfferedCalendar(one, str(one), reverse("meetings:calendar", args=[one.slug])) for one in found]


def of_bodies():
    """(The word for a kind of body, its calendars) of each kind that has a page with its days."""
    found = Body.objects.filter(is_public(Partner, "partner__"), kind__in=list(PHRASES)).select_related("partner")
    by_kind = {kind: [] for kind in PHRASES}
    for body in found.order_by("partner__is_example", "partner__name", "pk"):
        path = reverse("moments_calendar", args=[body.partner.slug, body.kind])
        by_kind[body.kind].append(OfferedCalendar(body.partner, capfirst(str(body)), path))
    return [(capfirst(kind.label), offered) for kind, offered in by_kind.items() if offered]


def steps_in_words():
    """The steps that end at words and are not over."""
    goes_on = Q(over_after=None) | Q(over_after__gte=timezone.localdate())
    return Step.objects.public().exclude(ends_text="").filter(goes_on).select_related("consultation")


@require_safe
def everything(request):
    """All days of consultations, meetings and dossiers; those of a council are in the calendar of that council."""
    consultations = Consultation.objects.public().prefetch_related("steps")
    entries = [
        *(entry for consultation in consultations for entry in entries_of_consultation(consultation)),
        *entries_of(Meeting.objects.public()),
        *entries_of_all(),
    ]
    return calendar_answer("Regio Zwolle", entries, "regio-zwolle")
