"""The desk for what the bodies decide."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.utils import timezone

from agenda.models import Participation
from consultation.deciding.actions import open_tracks
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep
from partners.ground.admin import HTTPS, SHORT, Choosing, FilledIn, ReadOnly
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS

OTHERWISE = "Besluit: {}, over {}. De deelname van deze partner zegt iets anders. Werk die bij, dan klopt het overal."


class DecidedFilter(admin.SimpleListFilter):
    """Whether a decision of the body is known."""

    title = "besluit bekend"
    parameter_name = "besluit"

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        asked = {"ja": queryset.filter(decisions__isnull=False).distinct(), "nee": queryset.filter(decisions=None)}
        return asked.get(self.value(), queryset)


class TrackInline(ReadOnly, Paged, admin.TabularInline):
    """All bodies of a dossier at a glance. What a body did is written down at its track."""

    model = Track
    columns = [("Orgaan", "body"), ("Stand", "known"), ("Opmerking", "note")]
    per_page = 30
    as_fields_template = "admin/edit_inline/read.html"
    fields = ["note"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier")

    @admin.display(description="stand")
    def known(self, track):
        return track.position.label


@admin.register(Dossier)
class DossierAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "outcome", "period_text", "is_example"]
    list_filter = ["is_example", "version"]
    list_per_page = 50
    search_fields = ["title", "summary", "note"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["source"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary", "version", "period_text"]}),
        ("Stand van zaken", {"fields": ["note", "source"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [TrackInline]
    actions = ["add_assemblies"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_tracks()

    def get_readonly_fields(self, request, obj=None):
        """What bodies decided on stays what they decided on."""
        return ["version"] if obj and obj.version_id and Decision.objects.filter(track__dossier=obj).exists() else []

    @admin.display(description="uitkomst")
    def outcome(self, dossier):
        return dossier.outcome

    @admin.action(description="Maak een besluitspoor voor elke raad en Staten", permissions=["change"])
    def add_assemblies(self, request, queryset):
        dossiers = list(queryset)
        keys = [dossier.pk for dossier in dossiers]

        def do():
            count = sum(open_tracks(dossier=dossier) for dossier in dossiers)
            self.message_user(request, f"Nieuwe besluitsporen: {count}.", messages.SUCCESS)
            return redirect(request.get_full_path())

        def page():
            return page_of_chosen(
                self,
                request,
                dossiers,
                action="add_assemblies",
                title="Maak een besluitspoor voor elke raad en Staten",
                lines=[
                    "Elke raad en Staten zonder spoor in deze dossiers krijgt er een. Dat komt op de site te staan."
                ],
                shown=[(dossier.title, "") for dossier in queryset.all()],
                button="Maak de sporen",
            )

        locks = [Dossier.objects.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)


class DecisionInline(Paged, FilledIn, admin.StackedInline):
    model = Decision
    formfield_overrides = SHORT | NUMBERS
    fields = [("outcome", "element"), ("decided_on", "date_text"), "condition", ("amount", "source")]
    autocomplete_fields = ["element", "source"]


def warn_of_participation(request, decisions):
    """Says of each of `decisions` on a part of the agenda where its partner's participation says something else."""
    today = timezone.localdate()
    for decision in decisions:
        parts = Participation.objects.filter(partner=decision.track.body.partner_id, element=decision.element_id)
        is_refused = parts.refused().on(today).exists()
        stays_out = decision.outcome == Outcome.ABSTAINS
        if decision.outcome != Outcome.AGAINST and stays_out != is_refused:
            messages.warning(request, OTHERWISE.format(decision.get_outcome_display(), decision.element))


class TrackStepInline(Paged, FilledIn, admin.StackedInline):
    model = TrackStep
    formfield_overrides = SHORT
    fields = ["kind", ("happened_on", "date_text"), "text", "source"]
    autocomplete_fields = ["source"]


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
    fields = [("dossier", "body"), "website", "note"]
    inlines = [DecisionInline, TrackStepInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if formset.model is Decision:
            saved = [row.instance for row in formset.forms if row.instance.pk and row.has_changed()]
            warn_of_participation(request, [decision for decision in saved if decision.element_id])

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("dossier")

    @admin.display(description="stand")
    def known(self, track):
        return track.position.label

    @admin.display(description="laatste stap", empty_value="–")
    def last_step(self, track):
        return track.last_step

    def view_on_site(self, track):
        return track.dossier.get_absolute_url()
