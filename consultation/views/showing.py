"""The pages that show: what is asked, by when, and how the collaboration came about."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import Milestone
from consultation.calendars import entries_of
from consultation.models import Consultation
from partners.ground.calendars.writing import calendar_answer, titled
from partners.ground.publishing import AtAddress
from partners.ground.state.prepared_rows import PreparedRows


@require_safe
def consultations(request):
    """What is asked now, later and before."""
    shown = {"running": RUNNING.ask(), "coming": COMING.ask(), "closed": CLOSED.ask()}
    return render(request, "consultation/list.html", shown)


def with_agenda():
    return Consultation.objects.public().select_related("version__agenda")


RUNNING, COMING = PreparedRows(lambda: with_agenda().running()), PreparedRows(lambda: with_agenda().coming())
CLOSED = PreparedRows(lambda: with_agenda().closed())
MILESTONES = PreparedRows(lambda: Milestone.objects.public().by_day().select_related("source"))
WITH_STEPS = AtAddress(lambda: Consultation.objects.prefetch_related("steps"))


@require_safe
def history(request):
    """Everything known of how the collaboration came about, each event with its source."""
    return render(request, "consultation/history.html", {"milestones": MILESTONES.ask()})


@require_safe
def calendar(request, slug):
    """The steps as a calendar, to subscribe to or to put in one's own."""
    shown = WITH_STEPS.shown_to(request, slug)
    return calendar_answer(titled(shown, shown.title), entries_of(shown), shown.slug)
