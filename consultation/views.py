"""The pages that show: what is asked, by when, what came of it, and what the bodies decide."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.models import Milestone
from consultation import nota
from consultation.calendars import calendar_of
from consultation.models import Consultation, Dossier, Letter, Phase, StepState
from consultation.senders import reads_others
from partners.models import ASSEMBLIES
from partners.tiles import tile_map


@require_safe
def consultations(request):
    """What is asked now, later and before; below it how the collaboration came about."""
    now = timezone.now()
    found = Consultation.objects.select_related("version__agenda")
    return render(
        request,
        "consultation/list.html",
        {
            "running": found.running(now),
            "coming": found.coming(now),
            "closed": found.closed(now),
            "milestones": Milestone.objects.filter(is_main=True).select_related("source"),
        },
    )


@require_safe
def history(request):
    """Everything known of how the collaboration came about, each event with its source."""
    milestones = Milestone.objects.by_day().select_related("source")
    return render(request, "consultation/history.html", {"milestones": milestones})


@require_safe
def consultation(request, slug):
    """One consultation as it stands at this moment; who is signed in sees their own reactions to it."""
    now = timezone.now()
    found = Consultation.objects.with_page().annotate(
        has_nota=nota.is_there(now), first_changed=nota.first_changed(now)
    )
    shown = get_object_or_404(found, slug=slug)
    phase = shown.phase(now)
    steps = shown.steps.all()
    letters = Letter.objects.filter(consultation=shown)
    takes_part = request.user.is_authenticated and shown.takes_letters and phase != Phase.COMING
    return render(
        request,
        "consultation/detail.html",
        {
            "consultation": shown,
            "phase": phase,
            "is_open": shown.is_open(now),
            "steps": steps,
            "is_all_over": phase == Phase.CLOSED and all(step.state() == StepState.DONE for step in steps),
            # Most steps share a source and a note; each is said once, below them.
            "step_sources": list(dict.fromkeys(step.source for step in steps if step.source)),
            "step_notes": list(dict.fromkeys(step.note for step in steps if step.note)),
            "newest": shown.version.agenda.versions.published(now).select_related("agenda").first(),
            "own": letters.of(request.user) if request.user.is_authenticated else [],
            "reads_others": takes_part and reads_others(request.user),
            "sent": letters.counted().per_sender_kind() if phase == Phase.CLOSED else [],
            "has_nota": phase == Phase.CLOSED and shown.has_nota,
            "dossiers": Dossier.objects.filter(version__agenda=shown.version.agenda_id, is_example=shown.is_example),
        },
    )


@require_safe
def calendar(request, slug):
    """The steps as a file for one's own calendar."""
    shown = get_object_or_404(Consultation.objects.prefetch_related("steps"), slug=slug)
    return HttpResponse(
        calendar_of(shown),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{shown.slug}.ics"'},
    )


@require_safe
def decisions(request):
    """What is put before the bodies, each with its outcome so far; what the demo invents comes last."""
    dossiers = Dossier.objects.with_tracks().order_by("is_example", "-pk")
    return render(request, "consultation/decisions.html", {"dossiers": dossiers})


@require_safe
def dossier(request, slug):
    """What every body decided on one dossier, as far as it is known."""
    shown = get_object_or_404(Dossier.objects.with_tracks(), slug=slug)
    before = Consultation.objects.filter(is_example=shown.is_example).order_by("opens_at")
    before = before.filter(version__agenda=shown.version.agenda_id) if shown.version else before.none()
    tiles = tile_map(
        (track.body, track.standing.label, track.standing.value, f"#orgaan-{track.body_id}")
        for track in shown.tracks.all()
        if track.body.kind in ASSEMBLIES
    )
    return render(request, "consultation/dossier.html", {"dossier": shown, "consultations": before, "tiles": tiles})
