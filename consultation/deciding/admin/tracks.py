"""The desk for one body's way through a dossier: its steps and decisions, and what it asked and was promised."""

from django.contrib import admin

from consultation.deciding.admin.choices import OnTrack
from consultation.deciding.admin.decisions import DecisionInline, warn_of_participation
from consultation.deciding.models import AskedAmount, Commitment, Decision, Motion, Track, TrackStep
from partners.ground.admin import HTTPS, SHORT, FilledIn
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS


class DecidedFilter(admin.SimpleListFilter):
    """Whether a decision of the body is known."""

    title = "besluit bekend"
    parameter_name = "besluit"

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        asked = {"ja": queryset.filter(decisions__isnull=False).distinct(), "nee": queryset.filter(decisions=None)}
        return asked.get(self.value(), queryset)


class TrackStepInline(Paged, FilledIn, admin.StackedInline):
    model = TrackStep
    formfield_overrides = SHORT | HTTPS
    fields = [
        "kind",
        ("planned_on", "happened_on", "date_text"),
        "text",
        ("debate_url", "debate_from"),
        "source",
        ("entered_as", "confirmed_on"),
    ]
    autocomplete_fields = ["source"]


class MotionInline(Paged, OnTrack, admin.StackedInline):
    model = Motion
    formfield_overrides = SHORT | HTTPS
    fields = [("kind", "title"), "component", "text", ("outcome", "decided_on"), ("url", "source")]
    autocomplete_fields = ["source"]


class CommitmentInline(Paged, FilledIn, admin.StackedInline):
    model = Commitment
    formfield_overrides = SHORT | HTTPS
    fields = ["text", ("made_on", "due_on"), "promised_by", ("answered_on", "answer_url"), "answer", "source"]
    autocomplete_fields = ["promised_by", "source"]


class AskedAmountInline(Paged, OnTrack, admin.TabularInline):
    model = AskedAmount
    formfield_overrides = NUMBERS
    fields = ["component", "amount", "source"]
    autocomplete_fields = ["source"]


@admin.register(Track)
class TrackAdmin(admin.ModelAdmin):
    formfield_overrides = HTTPS
    list_display = ["body", "known", "last_step", "next_step", "dossier"]
    list_filter = [
        "dossier",
        DecidedFilter,
        "body__kind",
        "body__partner__province",
    ]
    list_per_page = 50
    search_fields = ["body__name", "note", "steps__text", "decisions__condition"]
    search_help_text = "Zoek op orgaan, of op een woord uit een opmerking, stap of voorwaarde."
    fields = [("dossier", "body"), "website", "note", "declined_on"]
    inlines = [DecisionInline, TrackStepInline, MotionInline, CommitmentInline, AskedAmountInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Decision:
            warn_of_participation(
                request, [row.instance for row in formset.forms if row.instance.pk and row.has_changed()]
            )

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier__version")

    @admin.display(description="stand")
    def known(self, track):
        return track.position.label

    @admin.display(description="laatste stap", empty_value="–")
    def last_step(self, track):
        return track.last_step

    @admin.display(description="volgende stap", empty_value="–")
    def next_step(self, track):
        return track.next_step()

    def view_on_site(self, track):
        return track.dossier.get_absolute_url()
