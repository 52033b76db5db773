"""The secretariat's desk for consultations, what came in and what was answered, and what the bodies decide."""

from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from consultation.actions import open_tracks
from consultation.models import (
    Answer,
    Consultation,
    Decision,
    Dossier,
    Phase,
    Point,
    Question,
    Response,
    ResponseState,
    Step,
    Submission,
    Track,
    TrackStep,
)
from partners.numbers import NUMBERS
from partners.templatetags.dutch import day

# An address typed without its scheme is taken to be safe.
HTTPS = {models.URLField: {"assume_scheme": "https"}}
# A few sentences; the admin's own ten lines would make a consultation with eight steps endless.
SHORT = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 80})}}


class ReadOnly:
    """For what came in: the secretariat reads it, and nobody changes it here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class PhaseFilter(admin.SimpleListFilter):
    title = "stand"
    parameter_name = "stand"

    def lookups(self, request, model_admin):
        return Phase.choices

    def queryset(self, request, queryset):
        asked = {Phase.COMING: queryset.coming, Phase.RUNNING: queryset.running, Phase.CLOSED: queryset.closed}
        return asked[self.value()]() if self.value() in asked else queryset


class YesNoFilter(admin.SimpleListFilter):
    """Whether anything hangs on a row by `relation`."""

    relation = ""

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        if self.value() not in ("ja", "nee"):
            return queryset
        return queryset.filter(**{f"{self.relation}__isnull": self.value() == "nee"}).distinct()


class AnsweredFilter(YesNoFilter):
    title = "beantwoord"
    parameter_name = "beantwoord"
    relation = "answers"


class DecidedFilter(YesNoFilter):
    title = "besluit bekend"
    parameter_name = "besluit"
    relation = "decisions"


class QuestionInline(admin.TabularInline):
    model = Question
    fields = ["position", "text", "hint"]
    extra = 0


class StepInline(admin.StackedInline):
    model = Step
    formfield_overrides = SHORT
    fields = [
        ("position", "title"),
        ("starts_on", "ends_on"),
        ("ends_text", "over_after"),
        "description",
        ("source", "note"),
    ]
    autocomplete_fields = ["source"]
    extra = 0


@admin.register(Consultation)
class ConsultationAdmin(admin.ModelAdmin):
    formfield_overrides = SHORT
    list_display = ["title", "stand", "opens_at", "closes_at", "takes_responses", "is_example"]
    list_filter = [PhaseFilter, "takes_responses", "is_example"]
    list_per_page = 50
    date_hierarchy = "closes_at"
    search_fields = ["title", "summary", "questions__text"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["version", "source"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "version", "summary"]}),
        ("Wanneer?", {"fields": [("opens_at", "closes_at"), "takes_responses", "answered_by"]}),
        ("Wie vraagt wat, en wie besluit?", {"fields": ["asked_by", "asked_of", "effect", "decided_by"]}),
        ("Bron", {"fields": ["source", "note"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [QuestionInline, StepInline]

    def save_related(self, request, form, formsets, change):
        """Warns when the timeline and the closing moment say different things; both may be meant."""
        super().save_related(request, form, formsets, change)
        consultation = form.instance
        for step in consultation.steps.all():
            if consultation.is_missed_by(step):
                ends, closes = day(step.ends_on), day(consultation.last_day)
                words = f"De stap ‘{step}’ eindigt op {ends}, maar reageren kan tot en met {closes}. Klopt dat?"
                self.message_user(request, words, messages.WARNING)

    @admin.display(description="stand", ordering="closes_at")
    def stand(self, consultation):
        phase = consultation.phase()
        return f"{phase.label}, {consultation.countdown.lower()}" if phase == Phase.RUNNING else phase.label


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


class TrackInline(ReadOnly, admin.TabularInline):
    """All bodies of a dossier at a glance. What a body did is written down at its track."""

    model = Track
    fields = ["body", "known", "note"]
    readonly_fields = ["known"]
    extra = 0
    show_change_link = True
    verbose_name_plural = "besluitsporen (klik op ‘Bekijk’ om een stap of besluit op te schrijven)"

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier")

    @admin.display(description="stand")
    def known(self, track):
        return track.standing.label


@admin.register(Dossier)
class DossierAdmin(admin.ModelAdmin):
    list_display = ["title", "outcome", "period_text", "is_example"]
    list_filter = ["is_example", "version"]
    list_per_page = 50
    search_fields = ["title", "summary", "note"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["version", "source"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary", "version", "period_text"]}),
        ("Stand van zaken", {"fields": ["note", "source"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [TrackInline]
    actions = ["add_assemblies"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_tracks()

    @admin.display(description="uitkomst")
    def outcome(self, dossier):
        return dossier.outcome

    @admin.action(description="Maak een besluitspoor voor elke raad en Staten", permissions=["change"])
    def add_assemblies(self, request, queryset):
        count = sum(open_tracks(dossier=dossier) for dossier in queryset)
        self.message_user(request, f"Nieuwe besluitsporen: {count}.", messages.SUCCESS)


class DecisionInline(admin.StackedInline):
    model = Decision
    formfield_overrides = SHORT | NUMBERS
    fields = [("outcome", "element"), ("decided_on", "date_text"), "condition", ("amount", "source")]
    autocomplete_fields = ["element", "source"]
    extra = 0


class TrackStepInline(admin.StackedInline):
    model = TrackStep
    formfield_overrides = SHORT
    fields = ["kind", ("happened_on", "date_text"), "text", "source"]
    autocomplete_fields = ["source"]
    extra = 0


@admin.register(Track)
class TrackAdmin(admin.ModelAdmin):
    formfield_overrides = HTTPS
    list_display = ["body", "known", "last_step", "dossier"]
    list_filter = [
        "dossier",
        DecidedFilter,
        "body__kind",
        "body__partner__province",
    ]
    list_per_page = 50
    search_fields = ["body__name", "note", "steps__text", "decisions__condition"]
    search_help_text = "Zoek op orgaan, of op een woord uit een opmerking, stap of voorwaarde."
    autocomplete_fields = ["dossier", "body"]
    fields = [("dossier", "body"), "website", "note"]
    inlines = [DecisionInline, TrackStepInline]

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier")

    @admin.display(description="stand")
    def known(self, track):
        return track.standing.label

    @admin.display(description="laatste stap", empty_value="–")
    def last_step(self, track):
        return track.last_step

    def view_on_site(self, track):
        return track.dossier.get_absolute_url()
