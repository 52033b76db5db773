"""The desk for the letters that were sent on the site: to be read, never changed."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from consultation.models import Letter, Point, Submission
from consultation.models.letter_choices import UNSENT
from consultation.receipts import points_of
from partners.ground.admin import ReadOnly
from partners.ground.desk.series import Paged


class PointInline(ReadOnly, Paged, admin.StackedInline):
    model = Point
    per_page = 25
    fk_name = "letter"
    fields = ["subject", "kind", "quoted_text", "text", "proposed"]
    readonly_fields = ["subject", "quoted_text", "proposed"]
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).whole().with_subject()

    @admin.display(description="voorstel")
    def proposed(self, point):
        if not point.proposal_heading:
            return "–"
        return format_html("<p>{}:</p>{}", point.proposal_heading, point.proposed_change)

    @admin.display(description="over")
    def subject(self, point):
        return point.subject


class SubmissionInline(ReadOnly, Paged, admin.TabularInline):
    model = Submission
    per_page = 3
    in_order = ", de nieuwste eerst"
    fields = ["sequence", "sent_at", "said"]
    readonly_fields = ["said"]
    extra = 0
    verbose_name_plural = "wat er elke keer is verstuurd"

    @admin.display(description="wat er toen in stond")
    def said(self, submission):
        return "\n".join(
            ". ".join(filter(None, [f"{point.subject}: {point.text}", point.proposal_heading]))
            for point in points_of(submission)
        )


@admin.register(Letter)
class LetterAdmin(ReadOnly, admin.ModelAdmin):
    """What was sent. A draft is its writer's own, so the secretariat does not see it."""

    list_display = ["number", "sender", "sender_kind", "consultation", "sent_at", "point_count", "state"]
    list_filter = [
        "consultation",
        ("confirmed_at", admin.EmptyFieldListFilter),
        "sender_kind",
        "state",
        "body__partner__province",
    ]
    list_select_related = ["consultation", "body__partner", "table__session"]
    list_per_page = 50
    date_hierarchy = "sent_at"
    ordering = ["-sent_at"]
    search_fields = ["number", "body__name", "party_group", "points__text"]
    search_help_text = "Zoek op ontvangstnummer, orgaan, fractie of een woord uit de reactie."
    fields = [
        ("number", "state"),
        "consultation",
        ("sender_kind", "body", "party_group"),
        ("decided_on", "decision_url", "document"),
        ("sharing", "signed_name"),
        ("sent_at", "confirmed_at", "confirmed_by"),
        ("returned_at", "return_remark"),
        "withdrawn_at",
        ("author", "capacity"),
    ]
    readonly_fields = ["document"]
    inlines = [PointInline, SubmissionInline]
    view_on_site = False  # its page is the writer's own

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(state__in=UNSENT).with_point_count()

    @admin.display(description="besluit als bestand")
    def document(self, letter):
        if not letter.decision_file:
            return "–"
        return format_html('<a href="{}">Download</a>', reverse("consultation:decision", args=[letter.pk]))

    @admin.display(description="van")
    def sender(self, letter):
        return letter.sender

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, letter):
        return letter.point_count
