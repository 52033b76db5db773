"""The pages of progress reports, and the page on which the secretariat freezes one."""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.views.decorators.http import require_http_methods, require_safe

from partners.ground.desk.acts import confirm_and_do
from partners.ground.documents import FORMS, response
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, day, moment, unbroken
from partners.ground.templatetags.parts import drawn
from regiozwolle.reports import document
from regiozwolle.reports.changes import SectionChanges, counted_changes, differences, told_first
from regiozwolle.reports.freezing import corrections, freeze, why_not_frozen
from regiozwolle.reports.gathering import gather
from regiozwolle.reports.reading import ReportSection, sections
from results.models import Correction, Report


@require_safe
def reports(request):
    """All reports, the newest first."""
    return render(request, "reports.html", {"reports": Report.objects.published().defer("content")})


@require_safe
def report(request, slug):
    """One report as it was frozen. To the secretariat also one in preparation, with what it would hold today."""
    readable = Report.objects.readable_by(request.user).defer("content")
    found = PUBLISHED.first(slug) or get_object_or_404(readable, slug=slug)
    page = {"report": found, "example": EXAMPLE, "state": state(found), "notice": notice(found), "files": files(found)}
    return render(request, "report.html", page | told(found.pk)._asdict())


EXAMPLE = "Deze rapportage is gemaakt voor de demo. De gegevens erin komen uit deze site, met hun bron."
PUBLISHED = PreparedRows(lambda slug: Report.objects.published().filter(slug=slug).defer("content")[:1])


class ToldReport(NamedTuple):
    """What the page of a report tells of what is in it, as HTML; `compared` says with what."""

    lead: str
    first: str
    corrections: str
    compared: str
    summary: str
    changed: str
    sections: str


@piece
def told(key):
    """What the report with this key tells."""
    page = ReportPage.of(Report.objects.select_related("previous").get(pk=key))
    return ToldReport(
        page.lead,
        format_html_join("\n", "<li>{}</li>", [[sentence] for sentence in page.told]),
        drawn("parts/report_corrections.html", corrections=page.corrections),
        drawn("parts/report_compared.html", previous=page.previous),
        page.summary,
        drawn("parts/report_changed.html", sections=page.changed),
        drawn("parts/report_sections.html", sections=page.sections),
    )


def state(report):
    """Of which day it is, and since when it stays as it is."""
    state = f"De stand op {day(report.ends_on)}."
    if not report.is_frozen:
        return state
    return f"{state} Vastgelegd op {moment(report.frozen_at)}. Daarna verandert er niets meer aan."


def notice(report):
    """What only the secretariat sees of a report that is not on the site; "" for one that is."""
    if not report.is_frozen:
        seen_by = "Alleen het secretariaat ziet dit."
        return f"Deze rapportage is nog niet vastgelegd. U ziet wat er nu in zou staan. {seen_by}"
    if not report.is_published():
        return "Deze rapportage staat nog niet op de site. Alleen het secretariaat ziet deze rapportage."
    return ""


def files(report):
    """Links to the files of a frozen report, as HTML; "" for one in preparation."""
    if not report.is_frozen:
        return ""
    forms = [FORMS[form] for form in document.FORMS]
    links = [(reverse("report_file", args=[report.slug, form.key]), form.label) for form in forms]
    return format_html_join(", ", '<a href="{}">{}</a>', links)


@dataclass(frozen=True)
class ReportPage:
    """What a report tells: what was compared with what, and what came of it.

    `corrections` are those made after freezing, `changed` has the sections in which something changed.
    """

    report: Report
    sections: list[ReportSection]
    corrections: list[Correction]
    previous: Report | None
    changed: list[SectionChanges]

    @classmethod
    def of(cls, report):
        """A frozen report as it is; one in preparation with what it would hold today."""
        previous, content = report.previous, report.content
        if not report.is_frozen:
            previous, content = Report.objects.before(report).published().first(), gather(report.ends_on)
        changed = differences(previous.content, content) if previous else []
        return cls(
            report=report,
            sections=sections(content),
            corrections=corrections(report),
            previous=previous,
            changed=[section for section in changed if not section.is_empty],
        )

    @property
    def lead(self):
        """What changed, above all else; the three sentences that say most of it follow."""
        if self.previous is None or not self.changed:
            return self.summary
        return f"Dit veranderde sinds {day(self.previous.ends_on)}:"

    @property
    def told(self):
        return list(map(unbroken, told_first(self.changed)))

    @property
    def summary(self):
        """How much changed since the report before, as a sentence."""
        if self.previous is None:
            return "Dit is de eerste rapportage. Er is nog niets om mee te vergelijken."
        return f"{counted_changes(self.changed)}." if self.changed else "Er is niets veranderd."


@require_safe
def report_file(request, slug, form):
    """A frozen report as pdf, docx, odt, xlsx or json."""
    readable = Report.objects.readable_by(request.user).filter(frozen_at__isnull=False)
    found = get_object_or_404(readable.select_related("previous"), slug=slug)
    if form not in document.FORMS:
        raise Http404("De rapportage is er niet in deze vorm.")
    hidden = "" if found.is_published() else "nog niet op de site"
    return response(document.document(found), form, f"{found.title} {hidden}")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("results.change_report", raise_exception=True)
def freeze_report(request, pk):
    """Says what would be frozen, and freezes it after a press on the button."""
    found = get_object_or_404(Report, pk=pk)
    content = gather(found.ends_on)

    def do():
        freeze(report=found, content=content)
        messages.success(request, "De rapportage is vastgelegd. Kies nu vanaf wanneer de rapportage op de site staat.")
        return redirect("admin:results_report_change", pk)

    locks = [Report.objects.filter(pk=pk)]
    page = partial(freezing_page, pk, content)
    return confirm_and_do(request, page=page, do=do, locks=locks)


def freezing_page(pk, content):
    """What is frozen: the introduction of the report, and each section of its `content` with every row."""
    report = get_object_or_404(Report, pk=pk)
    problem = why_not_frozen(report, timezone.localdate())
    found = sections(content)
    return {
        "title": "Leg de rapportage vast",
        "back": reverse("admin:results_report_change", args=[report.pk]),
        "back_name": report.title,
        "lines": [
            f"De stand op {day(report.ends_on)} wordt bewaard, met de inleiding. Daarna verandert er niets meer aan.",
            "De rapportage staat pas op de site als u ‘op de site vanaf’ hebt ingevuld.",
        ],
        "problems": [problem] if problem else [],
        "shown": [(section.title, counted(len(section.rows), "regel,regels")) for section in found],
        "goes_public": [],
        "reads": [
            ("Inleiding", report.introduction),
            *((f"Regels van {section.title}", "\n".join(map(str, section.rows))) for section in found),
        ],
        "button": "" if problem else "Leg vast",
    }
