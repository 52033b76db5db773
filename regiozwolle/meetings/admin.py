"""The desk for meetings: their agenda, their papers, and what came of them."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from partners.ground.admin import SHORT, Choosing, FilledIn, ReadOnly
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.desk.series import Paged
from regiozwolle.meetings.documents import put_document
from regiozwolle.meetings.forms import DocumentForm
from regiozwolle.meetings.models import AgendaItem, Meeting, MeetingDocument, OutcomeLine, Registration

READ_AT_ONCE = "De bijeenkomst staat op de site. Iedereen kan dit bestand meteen lezen."
NOT_YET = "De bijeenkomst staat nog niet op de site. Dit bestand komt er tegelijk mee op."


class AgendaItemInline(Paged, FilledIn, admin.StackedInline):
    model = AgendaItem
    per_page = 8
    autocomplete_fields = ["element", "dossier"]
    fields = [("position", "title"), "text", ("element", "dossier")]
    formfield_overrides = SHORT


class OutcomeLineInline(Paged, FilledIn, admin.StackedInline):
    model = OutcomeLine
    per_page = 8
    autocomplete_fields = ["element", "dossier", "point"]
    fields = [("position", "kind"), "text", ("element", "dossier", "point")]
    formfield_overrides = SHORT


class DocumentInline(admin.TabularInline):
    """What was put at it: a paper gets another title, or goes. A file is put there on a page of its own."""

    stays_small = "a meeting has a handful of papers"
    model = MeetingDocument
    fields = ["title", "file_name", "put_at", "read_at"]
    readonly_fields = ["file_name", "put_at", "read_at"]
    extra = 0

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(Meeting)
class MeetingAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "kind", "when", "place", "is_cancelled"]
    list_filter = ["kind", "is_cancelled", "is_example"]
    list_per_page = 50
    date_hierarchy = "held_on"
    search_fields = ["title", "place", "summary"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["source", "table_session"]
    formfield_overrides = SHORT
    fieldsets = [
        (None, {"fields": [("title", "slug"), ("kind", "for_whom"), "summary"]}),
        (
            "Wanneer en waar",
            {"fields": [("held_on", "starts_at", "ends_at"), ("date_text", "place"), "is_cancelled"]},
        ),
        ("Aanmelden", {"fields": [("register_until", "seats")]}),
        ("Waar het vandaan komt", {"fields": ["source", "note", "table_session"]}),
        ("Stukken", {"fields": ["put"]}),
    ]
    readonly_fields = ["put"]
    inlines = [AgendaItemInline, OutcomeLineInline, DocumentInline]

    @admin.display(description="wanneer", ordering="held_on")
    def when(self, meeting):
        return meeting.when

    @admin.display(description="bestand")
    def put(self, meeting):
        if not meeting.pk:
            return "Sla de bijeenkomst eerst op. Daarna zet u er stukken bij."
        address = reverse("admin:meetings_meeting_put", args=[meeting.pk])
        return format_html('<a href="{}">Zet een stuk neer</a>', address)

    def has_delete_permission(self, request, obj=None):
        """What everyone could read stays, as cancelled when it does not go on: calendars hear of it then."""
        return not (obj is not None and obj.was_public()) and super().has_delete_permission(request, obj)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [path("<int:pk>/stuk/", wrap(self.put_document), name="meetings_meeting_put"), *super().get_urls()]

    def put_document(self, request, pk):
        """Asks for the file and what it is called."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        meeting = self.get_object(request, pk)
        if meeting is None:
            raise Http404
        if (done := done_before(request)) is not None:
            return done
        back = reverse("admin:meetings_meeting_change", args=[pk])
        form = DocumentForm(request.POST or None, request.FILES or None)

        def page():
            form.is_valid()
            there = format_html_join(", ", "{}", ((one.title,) for one in meeting.documents.all()))
            return {
                "title": f"Zet een stuk neer bij {meeting.title}",
                "back": back,
                "back_name": meeting.title,
                "lines": [READ_AT_ONCE if meeting.is_public_now else NOT_YET],
                "shown": [("Er staat nu", there or "nog geen stuk")],
                "form": form,
                "button": "Zet het neer",
            }

        def do():
            document = put_document(meeting=meeting, title=form.cleaned_data["title"], upload=form.cleaned_data["file"])
            messages.success(request, f"Neergezet: {document.title}.")
            return redirect(back)

        return confirm_and_do(request, page=page, do=do, locks=[Meeting.objects.filter(pk=pk)])


@admin.register(Registration)
class RegistrationAdmin(ReadOnly, admin.ModelAdmin):
    """Who comes: to read. Who registered cancels by the link in the mail."""

    list_display = ["meeting", "who", "people", "state", "address", "asked_at"]
    list_filter = ["state", "meeting"]
    list_select_related = ["meeting", "partner", "user"]
    list_per_page = 100
    search_fields = ["partner__name", "organisation", "email", "user__email"]
    fields = ["meeting", "who", "people", "state", "address", "asked_at", "reminded_at", "called_off_at"]
    readonly_fields = fields

    @admin.display(description="voor")
    def who(self, registration):
        return registration.who

    @admin.display(description="adres")
    def address(self, registration):
        return registration.address or "niet bewaard"

    def view_on_site(self, registration):
        return registration.meeting.get_absolute_url()
