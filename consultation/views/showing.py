"""The pages that show: what is asked, by when, and how the collaboration came about."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.models import Milestone
from consultation.calendars import entries_of
from consultation.models import Consultation
from partners.ground.calendars.writing import calendar_answer, titled
from partners.ground.publishing import shown_to


@require_safe
def consultations(request):
    """What is asked now, later and before."""
    now = timezone.now()
    found = Consultation.objects.public().select_related("version__agenda")
    shown = {"running": found.running(now), "coming": found.coming(now), "closed": found.closed(now)}
    return render(request, "consultation/list.html", shown)


@require_safe
def history(request):
    """Everything known of how the collaboration came about, each event with its source."""
    milestones = Milestone.objects.public().by_day().select_related("source")
    return render(request, "consultation/history.html", {"milestones": milestones})


@require_safe
def calendar(request, slug):
    """The steps as a calendar, to subscribe to or to put in one's own."""
    shown = shown_to(request, Consultation.objects.prefetch_related("steps"), slug=slug)
    return calendar_answer(titled(shown, shown.title), entries_of(shown), shown.slug)
