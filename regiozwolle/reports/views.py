"""The pages of progress reports, and the page on which the secretariat freezes one."""

from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from partners.ground.admin import confirm
from partners.ground.documents import FORMS, response
from partners.ground.templatetags.dutch import counted, day
from regiozwolle.reports import document
from regiozwolle.reports.changes import counted_changes, differences
from regiozwolle.reports.freezing import corrections, freeze, why_not_frozen
from regiozwolle.reports.gathering import gather
from regiozwolle.reports.reading import sections
from results.models import Report


@require_safe
def reports(request):
    """All reports, the newest first."""
    return render(request, "reports.html", {"reports": Report.objects.published().defer("content")})


@require_safe
def report(request, slug):
    """One report as it was frozen. To the secretariat also one in preparation, with what it would hold today."""
    found = get_object_or_404(Report.objects.readable_by(request.user).select_related("previous"), slug=slug)
    before, content = found.previous, found.content
    if not found.is_frozen:
        before, content = Report.objects.before(found).published().first(), gather(found.ends_on)
    changed = differences(before.content, content) if before else []
    return render(
        request,
        "report.html",
        {
            "report": found,
            "sections": sections(content),
            "corrections": corrections(found),
            "previous": before,
            "changed": [one for one in changed if not one.is_empty],
            "counted_changes": counted_changes(changed),
            "forms": [FORMS[form] for form in document.FORMS] if found.is_frozen else [],
        },
    )


@require_safe
def report_file(request, slug, form):
    """A frozen report as pdf, docx, odt, xlsx or json."""
    readable = Report.objects.readable_by(request.user).filter(frozen_at__isnull=False)
    found = get_object_or_404(readable.select_related("previous"), slug=slug)
    if form not in document.FORMS:
        raise Http404("De rapportage is er niet in deze vorm.")
    return response(document.document(found), form, found.title)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("results.change_report", raise_exception=True)
def freeze_report(request, pk):
    """Says what would be frozen, and freezes it after a press on the button."""
    found = get_object_or_404(Report, pk=pk)
    back = reverse("admin:results_report_change", args=[pk])
    if request.method == "POST":
        try:
            freeze(report=found)
        except ValidationError as refusal:
            messages.error(request, refusal.message)
        else:
            LogEntry.objects.log_actions(request.user.pk, [found], CHANGE, "Vastgelegd.", single_object=True)
            messages.success(request, "De rapportage is vastgelegd. Kies nu vanaf wanneer zij op de site staat.")
        return redirect(back)
    problem = why_not_frozen(found, timezone.localdate())
    shown = [(section.title, counted(len(section.rows), "regel,regels")) for section in sections(gather(found.ends_on))]
    return confirm(
        request,
        title="Leg de rapportage vast",
        back=back,
        back_name=found.title,
        lines=[
            f"De stand op {day(found.ends_on)} wordt bewaard, met de inleiding. Daarna verandert er niets meer aan.",
            "Zij staat pas op de site als u ‘op de site vanaf’ hebt ingevuld.",
        ],
        problems=[problem] if problem else [],
        shown=shown,
        button="" if problem else "Leg vast",
    )
