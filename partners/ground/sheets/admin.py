"""Import and export on the desk: a sheet goes out, is filled in, and comes back with a preview of every change.

What was read travels from the preview to the confirmation as signed text in the page, so nothing is kept in between.
"""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from partners.ground import history
from partners.ground.documents import FORMS, Document, Table, named, response
from partners.ground.documents.interchange import csv_lines
from partners.ground.publishing import Publishable
from partners.ground.sheets.exporting import columns_of, rows_of
from partners.ground.sheets.importing import ImportResult, carry_out, read_upload
from partners.ground.sheets.previewing import (
    CHANGED_SINCE,
    SHOWN,
    TOO_OLD,
    digest_of,
    keep_nothing,
    notes_of,
    opened,
    signed,
)

# A spreadsheet of more rows takes longer to make than one waits; a csv has them all, sent as they are read.
MOST_ROWS = 5_000
TOO_LARGE = "Dit zijn meer dan 5.000 rijen. Neem de csv, of kies in de lijst eerst een deel met de filters."
SHEETS = [FORMS[key] for key in ("xlsx", "ods", "csv")]
CONCEPT_FIRST = "Wat nieuw is, is eerst een concept. Maak het openbaar met de keuze boven de lijst."
LACKS_REASON = "U wijzigt iets wat op de site staat. Schrijf bij ‘Reden’ waarom en bevestig dan."


class UploadForm(forms.Form):
    sheet = forms.FileField(
        label="Bestand",
        help_text="Xlsx, ods of csv, hoogstens 2 MB en 1.000 rijen. Er verandert niets voordat u dat bevestigt.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt"}),
    )


class SheetAdmin(admin.ModelAdmin):
    """A desk with import and export beside its list. `layout` says how a sheet of it looks.

    `upload_form` asks for what is to be read, and `read_sent` makes a Sheet of it.
    """

    layout = None
    upload_form = UploadForm

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        wrap = self.admin_site.admin_view
        return [
            path("importeren/", wrap(self.import_sheet), name=f"{name}_import"),
            path("exporteren/<slug:form>/", wrap(self.export_sheet), name=f"{name}_export"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"sheets": self.may_import(request), **(extra_context or {})})

    def may_import(self, request):
        """Whether who asks may read a sheet in, which can make rows and change them."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def remark(self):
        """What must be known of what a sheet brings in: what of it is not on the site yet; or ""."""
        return CONCEPT_FIRST if issubclass(self.model, Publishable) else ""

    def for_sheet(self, found):
        """The rows of the list with what their sheet needs of them."""
        return found

    def address(self, act):
        return reverse(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_{act}")

    def export_sheet(self, request, form):
        """What the list shows, with the filters in the address, as a sheet that can be imported again."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = self.for_sheet(self.get_changelist_instance(request).get_queryset(request))
        typed = form != "csv"  # there 4.5 and 4,5 would be told apart by the reader's country
        columns, rows = columns_of(self.layout, typed=typed), rows_of(self.layout, found, typed=typed)
        is_large = found.order_by().count() > MOST_ROWS
        if is_large and typed:
            messages.error(request, TOO_LARGE)
            return redirect(f"{self.address('import')}?{request.GET.urlencode()}")
        with history.recorded(f"{self.layout.title} geëxporteerd", by=request.user):
            pass
        if is_large:
            return streamed(columns, rows, self.layout.title)
        table = Table(self.layout.title, columns, list(rows))
        document = Document(title=self.layout.title, dated=timezone.now(), address=settings.SITE_URL, data=[table])
        return response(document, form, self.layout.title)

    def import_sheet(self, request):
        """Asks for a file, shows every change or every error, and carries it out once that is confirmed."""
        if not self.may_import(request):
            raise PermissionDenied
        sent = request.POST.get("signed", "")
        return self.confirm_import(request, sent) if sent else self.preview_import(request)

    def preview_import(self, request):
        """Asks for a file; of one that was sent, shows what it would change or what is wrong with it."""
        form = self.upload_form(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self.import_page(request, form)
        try:
            sheet = self.read_sent(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None if hasattr(error, "error_dict") else "sheet", error)
            return self.import_page(request, form)
        if sheet.problems:
            return self.import_page(request, form, result=ImportResult([], 0, sheet.problems))
        result, _ = carry_out(self.layout, sheet.rows, keep=keep_nothing)
        return self.import_page(request, form, sheet.rows, sheet.notes, result=result)

    def read_sent(self, sent):
        """The Sheet of what was sent, by field. Raises ValidationError for what is wrong with it as a whole."""
        return read_upload(self.layout, sent["sheet"])

    def confirm_import(self, request, sent):
        """Carries out what the preview showed, unless something changed since: then it is shown anew."""
        preview = opened(sent)
        if preview is None:
            messages.error(request, TOO_OLD)
            return self.import_page(request, self.upload_form())
        refused = ""

        def keep(result):
            nonlocal refused
            # Every desk can say that a reason is lacking: see RecordedDesk, of which ground knows nothing.
            is_lacking = self.lacks_reason(request)
            refused = CHANGED_SINCE if digest_of(result) != preview["digest"] else LACKS_REASON if is_lacking else ""
            return not refused

        rows, notes = preview["rows"], notes_of(preview)
        result, is_kept = carry_out(self.layout, rows, keep=keep)
        if is_kept:
            messages.success(request, f"Opgeslagen: {result.counts}. {self.remark()}".strip())
            return redirect(self.address("changelist"))
        messages.warning(request, refused or CHANGED_SINCE)
        return self.import_page(request, self.upload_form(request.POST), rows, notes, result=result)

    def import_page(self, request, form, rows=(), notes=(), *, result=None):
        """The page with the form for a file, and above it the ImportResult of `rows`, if there is one, with `notes`."""
        changes = result.changes if result else []
        return TemplateResponse(
            request,
            "admin/partners/import_sheet.html",
            {
                **self.admin_site.each_context(request),
                "title": f"{self.layout.title} importeren of exporteren",
                "opts": self.opts,
                "back": self.address("changelist"),
                "form": form,
                "columns": [
                    (field.label, field.required, field.help_text) for field in self.layout.form.base_fields.values()
                ],
                "outcome": result,
                "notes": notes,
                "remark": self.remark(),
                "pieces": pieces_of(result, notes) if result else [],
                "shown": changes[:SHOWN],
                "sheets": SHEETS,
                "left_out": len(changes[SHOWN:]),
                "signed": signed(rows, notes, result),
            },
        )


def streamed(columns, rows, title):
    """A csv that is sent while it is made, a row at a time."""
    answer = StreamingHttpResponse(csv_lines(columns, rows), content_type=FORMS["csv"].content_type)
    answer["Content-Disposition"] = f'attachment; filename="{named(title, "csv", is_example=False)}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def pieces_of(result, notes):
    """The templates that say what an ImportResult is: how it was read, and what it changes."""
    said = "problems" if result.problems else "changes" if result.changes else "nothing"
    pieces = [*(["notes"] if notes else []), *(["left"] if result.left else []), said]
    return [f"admin/partners/import_{piece}.html" for piece in pieces]
