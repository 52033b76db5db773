"""Judging a deviation, and marking two conditions as excluding each other."""

from django.utils import timezone

from consultation.deciding.models import Decision, Dossier, Exclusion, LikenessJudgement, Outcome
from partners.ground import history
from partners.ground.refusal import Refused

SAME = "Kies twee verschillende voorwaarden."
NO_CONDITION = "Een van deze besluiten heeft geen voorwaarde meer. Kies opnieuw."
OF_TWO = "Deze voorwaarden horen niet bij één dossier."
MARKED = "Deze twee zijn al aangemerkt als voorwaarden die niet samengaan."


@history.act("afwijking beoordeeld")
def judge(*, dossier, deviation, verdict, reason):
    """Writes down whether a Deviation in `dossier` counts as the same, and why, in the place of an earlier one."""
    Dossier.objects.select_for_update().get(pk=dossier.pk)
    said = {"about": deviation.about, "verdict": verdict, "reason": reason, "judged_at": timezone.now()}
    judgement, _ = LikenessJudgement.objects.update_or_create(dossier=dossier, deviation=deviation.key, defaults=said)
    return judgement


@history.act("voorwaarden aangemerkt als tegenstrijdig")
def exclude(*, decisions, reason):
    """Marks the conditions of two Decisions as excluding each other. Raises Refused for what are no two conditions."""
    keys = {decision.pk for decision in decisions}
    found = list(Decision.objects.filter(pk__in=keys).select_for_update().order_by("pk"))
    if len(found) != 2:
        raise Refused(SAME)
    one, other = found
    if one.track.dossier_id != other.track.dossier_id:
        raise Refused(OF_TWO)
    if {one.outcome, other.outcome} != {Outcome.CONDITION}:
        raise Refused(NO_CONDITION)
    words = {"one_condition": one.condition, "other_condition": other.condition}
    held = Exclusion.objects.filter(one=one, other=other)
    if held.filter(**words).exists():
        raise Refused(MARKED)
    held.delete()  # it was marked on other words
    return Exclusion.objects.create(one=one, other=other, reason=reason, **words)
