"""The desk for what came in and what is answered."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from consultation.admin.shared import ReadOnly, YesNoFilter
from consultation.models import Answer, Point, Response, ResponseState, Submission


class AnsweredFilter(YesNoFilter):
    title = "beantwoord"
    parameter_name = "beantwoord"
    relation = "answers"


class PointInline(ReadOnly, admin.StackedInline):
    model = Point
    fk_name = "response"
    fields = ["subject", "kind", "quoted_text", "text", "proposal"]
    readonly_fields = ["subject", "quoted_text"]
    extra = 0
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).with_subject()

    @admin.display(description="over")
    def subject(self, point):
        return point.subject


class SubmissionInline(ReadOnly, admin.TabularInline):
    model = Submission
    fields = ["sequence", "sent_at", "said"]
    readonly_fields = ["said"]
    extra = 0
    verbose_name_plural = "wat er elke keer is verstuurd"

    @admin.display(description="wat er toen in stond")
    def said(self, submission):
        return "\n".join(
            f"{point['code'] or point['question']}: {point['text']}" for point in submission.content["points"]
        )


@admin.register(Response)
class ResponseAdmin(ReadOnly, admin.ModelAdmin):
    """What was sent. A draft is its writer's own, so the secretariat does not see it."""

    list_display = ["number", "sender", "level", "consultation", "sent_at", "point_count", "state"]
    list_filter = ["consultation", "level", "state", "body__partner__province"]
    list_select_related = ["consultation", "body__partner"]
    list_per_page = 50
    date_hierarchy = "sent_at"
    ordering = ["-sent_at"]
    search_fields = ["number", "body__name", "party_group", "points__text"]
    search_help_text = "Zoek op ontvangstnummer, orgaan, fractie of een woord uit de reactie."
    fields = [
        ("number", "state"),
        "consultation",
        ("level", "body", "party_group"),
        ("decided_on", "decision_url"),
        ("sent_at", "withdrawn_at"),
        ("author", "capacity"),
    ]
    inlines = [PointInline, SubmissionInline]
    view_on_site = False  # its page is the writer's own

    def get_queryset(self, request):
        sent = super().get_queryset(request).exclude(state=ResponseState.DRAFT)
        return sent.annotate(point_count=Count("points", distinct=True))

    @admin.display(description="van")
    def sender(self, response):
        return response.sender

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, response):
        return response.point_count


@admin.register(Point)
class PointAdmin(ReadOnly, admin.ModelAdmin):
    """Every point that was sent, to be answered from here."""

    list_display = ["beginning", "subject", "kind", "sender", "number", "answer_count"]
    list_filter = [
        AnsweredFilter,
        "response__consultation",
        "kind",
        "response__level",
        ("wording__element", admin.RelatedOnlyFieldListFilter),
    ]
    list_per_page = 50
    ordering = ["wording__element__position", "pk"]
    search_fields = ["text", "response__number", "response__body__name", "wording__element__code"]
    search_help_text = "Zoek op een woord uit het punt, ontvangstnummer, orgaan of code van de tekst."
    fields = ["response", "subject", "kind", "quoted_text", "text", "proposal"]
    readonly_fields = ["subject", "quoted_text"]
    actions = ["answer_together"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .filter(response__state=ResponseState.SENT)
            .select_related("response__body__partner", "wording__element", "question")
            .annotate(answer_count=Count("answers", distinct=True))
        )

    @admin.display(description="punt")
    def beginning(self, point):
        return Truncator(point.text).words(14)

    @admin.display(description="over", ordering="wording__element__position")
    def subject(self, point):
        return point.subject

    @admin.display(description="van", ordering="response__body__name")
    def sender(self, point):
        return point.response.sender

    @admin.display(description="reactie", ordering="response__number")
    def number(self, point):
        return point.response.number

    @admin.display(description="antwoorden", ordering="answer_count")
    def answer_count(self, point):
        return point.answer_count

    @admin.action(description="Geef de gekozen punten samen één antwoord")
    def answer_together(self, request, queryset):
        chosen = ",".join(str(pk) for pk in queryset.values_list("pk", flat=True))
        return redirect(f"{reverse('admin:consultation_answer_add')}?{urlencode({'points': chosen})}")


@admin.register(Answer)
class AnswerAdmin(admin.ModelAdmin):
    list_display = ["verdict", "beginning", "point_count", "published_at"]
    list_display_links = ["verdict", "beginning"]
    list_filter = [("published_at", admin.EmptyFieldListFilter), "verdict", "points__response__consultation"]
    list_per_page = 50
    search_fields = ["reason", "points__text", "points__response__number"]
    autocomplete_fields = ["points", "wordings"]
    fields = ["points", "verdict", "reason", "wordings", "published_at"]
    actions = ["publish"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(point_count=Count("points", distinct=True))

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Only what was sent can be answered, and every choice comes with what its name needs."""
        if db_field.name == "points":
            kwargs["queryset"] = Point.objects.filter(response__state=ResponseState.SENT).select_related("response")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description="reden")
    def beginning(self, answer):
        return Truncator(answer.reason).words(14) or "–"

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, answer):
        return answer.point_count

    @admin.action(description="Zet de gekozen antwoorden nu op de site", permissions=["change"])
    def publish(self, request, queryset):
        count = queryset.filter(published_at=None).update(published_at=timezone.now())
        self.message_user(request, f"Op de site gezet: {count}.", messages.SUCCESS)
