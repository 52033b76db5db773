"""The secretariat's desk for projects: who does them, when, and with what result."""

from itertools import pairwise

from django.contrib import admin
from django.db.models import DateTimeField, F, OuterRef, Q, Subquery
from django.db.models.functions import Cast

from partners.ground.admin import Choosing, FilledIn, Rows
from partners.ground.desk.rereading import RereadDesk, left_alone
from partners.ground.desk.series import Paged
from partners.ground.sheets.admin import SheetAdmin
from results.admin.excess import SaysExcess
from results.admin.money import FundingInline, warn_of_overspending
from results.models import PhaseKind, Project, ProjectPartner, ProjectPhase, ProjectResult, ProjectStage, out_of_order
from results.sheets import PROJECT_PARTNERS, PROJECT_PHASES, PROJECTS


class ProjectPartnerInline(Paged, FilledIn, admin.TabularInline):
    model = ProjectPartner
    per_page = 10
    verbose_name_plural = "partners in dit project"
    autocomplete_fields = ["partner"]


class PhaseFormSet(Rows):
    """Phases may overlap, but a later one does not begin before an earlier one did."""

    def clean(self):
        super().clean()
        first = {}
        for form in self.forms:
            said = getattr(form, "cleaned_data", {})
            starts, kind = said.get("starts_on"), said.get("kind")
            if starts and not said.get("DELETE") and (kind not in first or starts < first[kind][0]):
                first[kind] = starts, form
        begun = [(kind, *first[kind]) for kind in PhaseKind.values if kind in first]
        for (earlier, before, _), (later, starts, form) in pairwise(begun):
            if message := out_of_order([(earlier, before), (later, starts)]):
                form.add_error("starts_on", message)


class ProjectPhaseInline(FilledIn, admin.StackedInline):
    stays_small = "a project goes through a handful of phases"
    model = ProjectPhase
    formset = PhaseFormSet
    verbose_name_plural = "fasen, met alleen data die in een bron staan"
    autocomplete_fields = ["source"]
    fields = [("kind", "text"), ("starts_on", "ends_on"), "source"]


class ProjectResultInline(Paged, FilledIn, admin.StackedInline):
    model = ProjectResult
    per_page = 4
    autocomplete_fields = ["indicator", "source"]
    fields = [
        ("nature", "attribution"),
        "text",
        ("date_text", "position"),
        ("indicator", "source"),
        ("effect", "confidence"),
    ]


class PartInline(Paged, FilledIn, admin.StackedInline):
    model = Project
    per_page = 4
    fk_name = "parent"
    verbose_name = "deelproject"
    verbose_name_plural = "deelprojecten"
    autocomplete_fields = ["programme", "source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("status", "position"), "programme", "source"]


# The last day of its last phase, as a moment: whatever happened on that day itself is later.
LAST_DAY = Cast(
    Subquery(
        ProjectPhase.objects.filter(project=OuterRef("pk"))
        .order_by(F("ends_on").desc(nulls_last=True))
        .values("ends_on")[:1]
    ),
    DateTimeField(),
)


@admin.register(Project)
class ProjectAdmin(RereadDesk, SaysExcess, Choosing, SheetAdmin):
    layout = PROJECTS
    list_display = ["name", "programme", "status", "who_leads", "stage_now"]
    list_filter = ["status", "programme", ("project_partners__partner", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 50
    search_fields = ["name", "summary", "project_partners__partner__name"]
    search_help_text = "Zoek op naam, op een woord uit ‘in het kort’ of op partner."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["programme", "parent", "source", "elements"]
    fieldsets = [
        (
            None,
            {"fields": ["name", "slug", ("programme", "status"), ("parent", "position"), "summary", "part_count"]},
        ),
        ("Wanneer en waar het staat", {"fields": ["period_text", "source", "note"]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
    ]
    inlines = [ProjectPartnerInline, ProjectPhaseInline, ProjectResultInline, PartInline, FundingInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        warn_of_overspending(request, formset)

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().with_stage()

    def to_reread(self, rows):
        """Also those of which the last phase is over, and nobody said since what became of them."""
        over = left_alone(Project.objects.with_stage().filter(stage=ProjectStage.OVER), since=LAST_DAY)
        return rows.filter(Q(pk__in=super().to_reread(rows).values("pk")) | Q(pk__in=over.values("pk")))

    @admin.display(description="trekker", empty_value="nog niet bekend")
    def who_leads(self, project):
        return ", ".join(taking_part.partner.name for taking_part in project.leads) or None

    @admin.display(description="fase")
    def stage_now(self, project):
        return project.stage_label


@admin.register(ProjectPartner)
class ProjectPartnerAdmin(Choosing, SheetAdmin):
    """Who has which role in which project, and where each lies: to import and export them all."""

    layout = PROJECT_PARTNERS
    list_display = ["project", "partner", "role"]
    list_filter = ["role", "project__programme"]
    list_select_related = ["project", "partner"]
    list_per_page = 50
    search_fields = ["project__name", "partner__name"]
    autocomplete_fields = ["project", "partner"]
    fields = ["project", "partner", "role"]

    def view_on_site(self, project_partner):
        return project_partner.project.get_absolute_url()


@admin.register(ProjectPhase)
class ProjectPhaseAdmin(Choosing, SheetAdmin):
    """When which project does what: to import and export them all."""

    layout = PROJECT_PHASES
    list_display = ["project", "kind", "starts_on", "ends_on", "text"]
    list_filter = ["kind", "project__programme"]
    list_select_related = ["project"]
    list_per_page = 50
    search_fields = ["project__name", "text"]
    autocomplete_fields = ["project", "source"]
    fields = ["project", "kind", ("starts_on", "ends_on"), "text", "source"]

    def view_on_site(self, phase):
        return phase.project.get_absolute_url()
