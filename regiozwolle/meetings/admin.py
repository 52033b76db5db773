"""The desk for meetings: their agenda, their papers, and what came of them."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from partners.ground.admin import SHORT, Choosing, FilledIn, ReadOnly
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import counted
from regiozwolle.meetings import registering
from regiozwolle.meetings.documents import put_document
from regiozwolle.meetings.forms import DeskRegistrationForm, DocumentForm
from regiozwolle.meetings.models import AgendaItem, Meeting, MeetingDocument, OutcomeLine, Registration

READ_AT_ONCE = "De bijeenkomst staat op de site. Iedereen kan dit bestand meteen lezen."
MAILED = "De persoon krijgt hiervan een mail."
NO_ADDRESS = "Van deze aanmelding is geen adres bewaard, dus er gaat geen mail."
STILL = "Klopt het niet? Wijzig het dan nu: er gaat alleen een mail als het na die tijd nog zo is."
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
            {"fields": [("held_on", "starts_at", "ends_at"), ("date_text", "place"), "is_cancelled", "hears"]},
        ),
        ("Aanmelden", {"fields": [("register_until", "seats"), "register"]}),
        ("Waar het vandaan komt", {"fields": ["source", "note", "table_session"]}),
        ("Stukken", {"fields": ["put"]}),
    ]
    readonly_fields = ["put", "register", "hears"]
    inlines = [AgendaItemInline, OutcomeLineInline, DocumentInline]

    @admin.display(description="wanneer", ordering="held_on")
    def when(self, meeting):
        return meeting.when

    @admin.display(description="wie dit hoort")
    def hears(self, meeting):
        if not meeting.pk:
            return "Nog niemand is aangemeld."
        return f"Wijzigt u de dag, tijd of plaats, of gaat het niet door? Dan gaat er een mail naar {mailed(meeting)}."

    def save_model(self, request, obj, form, change):
        """Says at once who will hear of what is another day or place now, so that a slip is put right in time."""
        told = Meeting.objects.get(pk=obj.pk).told_to_who_comes if change else ""
        super().save_model(request, obj, form, change)
        if change and told != obj.told_to_who_comes and obj.is_public_now and obj.registrations.coming().exists():
            messages.info(request, f"Binnen tien minuten gaat er een mail naar {mailed(obj)}. {STILL}")

    @admin.display(description="bestand")
    def put(self, meeting):
        if not meeting.pk:
            return "Sla de bijeenkomst eerst op. Daarna zet u er stukken bij."
        address = reverse("admin:meetings_meeting_put", args=[meeting.pk])
        return format_html('<a href="{}">Zet een stuk neer</a>', address)

    @admin.display(description="namens iemand")
    def register(self, meeting):
        if not (meeting.pk and meeting.takes_desk_registrations):
            return "Dat kan zodra de bijeenkomst op de site staat, tot en met de dag zelf."
        address = reverse("admin:meetings_meeting_register", args=[meeting.pk])
        people = reverse("admin:meetings_registration_changelist")
        words = (
            '<a href="{}">Meld iemand aan</a>. <a href="{}?meeting__id__exact={}">Bekijk wie er komen</a>, en meld af.'
        )
        return format_html(words, address, people, meeting.pk)

    def has_delete_permission(self, request, obj=None):
        """What everyone could read stays, as cancelled when it does not go on: calendars hear of it then."""
        return not (obj is not None and obj.was_public()) and super().has_delete_permission(request, obj)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/stuk/", wrap(self.put_document), name="meetings_meeting_put"),
            path("<int:pk>/aanmelden/", wrap(self.register_somebody), name="meetings_meeting_register"),
            *super().get_urls(),
        ]

    def to_change(self, request, pk):
        """The Meeting, for who may change meetings. Raises PermissionDenied or Http404."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        meeting = self.get_object(request, pk)
        if meeting is None:
            raise Http404
        return meeting

    def put_document(self, request, pk):
        """Asks for the file and what it is called."""
        meeting = self.to_change(request, pk)
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

    def register_somebody(self, request, pk):
        """Asks for whom, with how many, and where to mail it."""
        meeting = self.to_change(request, pk)
        if (done := done_before(request)) is not None:
            return done
        back = reverse("admin:meetings_meeting_change", args=[pk])
        form = DeskRegistrationForm(request.POST or None, meeting=meeting)

        def page():
            form.is_valid()
            can_be = meeting.takes_desk_registrations
            return {
                "title": f"Meld iemand aan voor {meeting.title}",
                "back": back,
                "back_name": meeting.title,
                "lines": [seats_of(meeting), MAILED],
                "problems": [] if can_be else [registering.HAS_BEEN],
                "form": form,
                "button": "Meld aan" if can_be else "",
            }

        def do():
            row = registering.register_for(meeting=meeting, **form.cleaned_data)
            messages.success(request, f"{row.who}: {row.get_state_display()}.")
            return redirect(back)

        return confirm_and_do(request, page=page, do=do, locks=[Meeting.objects.filter(pk=pk)])


def mailed(meeting):
    """'3 adressen van wie zich aanmeldde': who is told of a meeting that moves."""
    count = meeting.registrations.coming().mailed().count()
    return f"{counted(count, 'adres,adressen')} van wie zich aanmeldde"


def seats_of(meeting):
    """How many seats are left, in sentences."""
    if meeting.seats is None:
        return "Er is geen grens aan het aantal plaatsen."
    return f"Vrij: {meeting.free_seats} van {meeting.seats}. Wat niet past, komt op de wachtlijst."


@admin.register(Registration)
class RegistrationAdmin(ReadOnly, admin.ModelAdmin):
    """Who comes. Who registered cancels by the link in the mail; the secretariat does so for who asks it."""

    list_display = ["meeting", "who", "people", "state", "address", "asked_at"]
    list_filter = ["state", "meeting"]
    list_select_related = ["meeting", "partner", "user"]
    list_per_page = 100
    search_fields = ["partner__name", "organisation", "email", "user__email"]
    fields = ["meeting", "who", "people", "state", "address", "asked_at", "reminded_at", "called_off_at", "cancel"]
    readonly_fields = fields

    @admin.display(description="voor")
    def who(self, registration):
        return registration.who

    @admin.display(description="adres")
    def address(self, registration):
        return registration.address or "niet bewaard"

    @admin.display(description="namens deze persoon")
    def cancel(self, registration):
        if registration.is_cancelled:
            return "Al afgemeld."
        address = reverse("admin:meetings_registration_cancel", args=[registration.pk])
        return format_html('<a href="{}">Meld af</a>', address)

    def get_urls(self):
        view = self.admin_site.admin_view(self.cancel_somebody)
        return [path("<int:pk>/afmelden/", view, name="meetings_registration_cancel"), *super().get_urls()]

    def cancel_somebody(self, request, pk):
        """Says who it is about, and that the place goes to who waits."""
        if not request.user.has_perm("meetings.change_registration"):
            raise PermissionDenied
        if (done := done_before(request)) is not None:
            return done
        registration = get_object_or_404(self.get_queryset(request), pk=pk)
        back = reverse("admin:meetings_registration_change", args=[pk])

        def page():
            now = get_object_or_404(self.get_queryset(request), pk=pk)
            return {
                "title": f"Meld af voor {now.meeting.title}",
                "back": back,
                "back_name": now.who,
                "lines": ["De plaats gaat naar wie het langst wacht en past.", MAILED if now.address else NO_ADDRESS],
                "shown": [("Voor", now.who), ("Mensen", now.people), ("Stand", now.get_state_display())],
                "problems": [registering.NOT_THERE] if now.is_cancelled else [],
                "button": "" if now.is_cancelled else "Meld af",
            }

        def do():
            registering.cancel_for(registration=registration)
            messages.success(request, f"Afgemeld: {registration.who}.")
            return redirect(back)

        locks = [Meeting.objects.filter(pk=registration.meeting_id), Registration.objects.filter(pk=pk)]
        return confirm_and_do(request, page=page, do=do, locks=locks)

    def view_on_site(self, registration):
        return registration.meeting.get_absolute_url()
