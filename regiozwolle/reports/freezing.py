"""Freezing what is known on a day as a progress report, and what was corrected in it since.

The report itself is the results' own; its decisions come from the consultation.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone

from partners.ground import history
from partners.ground.templatetags.dutch import day
from regiozwolle.reports.gathering import gather
from results.models import Correction, Report


@history.act("rapportage vastgelegd")
def freeze(*, report, content=None, at=None):
    """Keeps the content of `report` for ever, gathered now unless it is given; nobody sees it until it is published.

    Raises ValidationError when it was frozen already, or when its period is not over.
    """
    at = at or timezone.now()
    report = Report.objects.select_for_update().get(pk=report.pk)
    if refusal := why_not_frozen(report, timezone.localdate(at)):
        raise ValidationError(refusal)
    report.content = content or gather(report.ends_on)
    report.previous = Report.objects.before(report).published(at).first()
    report.frozen_at = at
    report.save()
    return report


def why_not_frozen(report, today):
    """Why `report` cannot be frozen on the day `today`, as a Dutch sentence; "" when it can."""
    if report.is_frozen:
        return "Deze rapportage is al vastgelegd."
    if report.ends_on > today:
        return f"De periode loopt nog tot en met {day(report.ends_on)}. Daarna kunt u de rapportage vastleggen."
    return ""


def corrections(report):
    """The corrections, made after freezing, of the values that `report` holds; the newest first. One query."""
    if not report.is_frozen:
        return []
    rows = [row for section in report.content["sections"] for row in section["rows"]]
    measurements = {row["measurement"] for row in rows if row.get("measurement")}
    return list(
        Correction.objects.newest_first().filter(measurement__in=measurements, pk__gt=report.content["last_correction"])
    )
