"""Making the term of a consultation longer."""

from consultation.models import Consultation
from partners.ground import history
from partners.ground.refusal import Refused


@history.act("termijn verlengd", reason="reason")
def extend(*, consultation, closes_at, reason, by):
    """Lets a running consultation close later, at `closes_at`, and says why; the step that is its term follows.

    Whoever is sending at that moment does so before or after it, never across it. Raises Refused.
    """
    consultation = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if not consultation.is_open():
        raise Refused("Verlengen kan alleen zolang reageren kan. Deze consultatie is niet open.")
    if closes_at <= consultation.closes_at:
        raise Refused("Kies een later moment dan waarop de consultatie nu sluit.")
    term = [step for step in consultation.steps.all() if consultation.is_term(step)]
    extension = consultation.extensions.create(
        closed_at=consultation.closes_at, closes_at=closes_at, reason=reason, made_by=by
    )
    consultation.closes_at = closes_at
    consultation.save()
    for step in term:
        step.ends_on = consultation.last_day
        step.save()
    return extension
