"""The page of one consultation, with the dossiers in which its text is decided on."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultation.deciding.models import Dossier
from consultation.models import Consultation, Letter, Phase, StepState
from consultation.nota.points import first_changed_code, has_nota
from consultation.senders import reads_others


@require_safe
def consultation(request, slug):
    """One consultation as it stands at this moment; who is signed in sees their own reactions to it."""
    now = timezone.now()
    found = Consultation.objects.with_page().annotate(has_nota=has_nota(now), first_changed=first_changed_code(now))
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
