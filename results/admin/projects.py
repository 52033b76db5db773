"""The secretariat's desk for programmes, their projects and the money."""

from django.contrib import admin

from partners.numbers import NUMBERS
from results.models import Funding, Programme, Project, ProjectPartner


class FundingInline(admin.StackedInline):
    model = Funding
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    extra = 0
    fields = [
        ("funder", "description"),
        ("qualifier", "committed", "spent"),
        ("reference_on", "reference_text"),
        ("source", "note"),
    ]


class LineInline(admin.TabularInline):
    model = Programme
    fk_name = "parent"
    verbose_name = "onderdeel"
    verbose_name_plural = "onderdelen, zoals actielijnen"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    extra = 0
    show_change_link = True
    fields = ["name", "slug", "position", "source"]


class ProjectInline(admin.TabularInline):
    model = Project
    verbose_name_plural = "projecten (de partners en het geld staan bij het project zelf)"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    extra = 0
    show_change_link = True
    fields = ["name", "slug", "position", "standing", "source"]


class WholeFilter(admin.SimpleListFilter):
    """Whole programmes, or their lines of action."""

    title = "soort"
    parameter_name = "soort"

    def lookups(self, request, model_admin):
        return [("geheel", "Hele programma’s"), ("onderdeel", "Onderdelen van een programma")]

    def queryset(self, request, queryset):
        asked = {"geheel": queryset.whole(), "onderdeel": queryset.filter(parent__isnull=False)}
        return asked.get(self.value(), queryset)


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "period_text", "project_count", "named"]
    list_filter = [WholeFilter]
    list_select_related = ["parent"]
    list_per_page = 50
    search_fields = ["name", "summary"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["parent", "source", "elements"]
    fieldsets = [
        (None, {"fields": ["name", "slug", ("parent", "position"), "summary", "project_count", "source", "note"]}),
        ("Periode", {"fields": ["period_text", ("starts_on", "ends_on")]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
    ]
    inlines = [LineInline, ProjectInline, FundingInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_project_counts()

    @admin.display(description="met naam bekend")
    def named(self, programme):
        return programme.named


class ProjectPartnerInline(admin.TabularInline):
    model = ProjectPartner
    verbose_name_plural = "partners in dit project"
    autocomplete_fields = ["partner"]
    extra = 0


@admin.register(Project)
class ProjectAdmin(admin.ModelAdmin):
    list_display = ["name", "programme", "standing", "who_leads"]
    list_filter = ["standing", "programme", ("project_partners__partner", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 50
    search_fields = ["name", "summary", "project_partners__partner__name"]
    search_help_text = "Zoek op naam, op een woord uit ‘in het kort’ of op partner."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["programme", "parent", "source", "elements"]
    fieldsets = [
        (None, {"fields": ["name", "slug", ("programme", "standing"), ("parent", "position"), "summary"]}),
        ("Wanneer en waar het staat", {"fields": ["period_text", "source", "note"]}),
        ("Waar het bij hoort", {"fields": ["elements"]}),
    ]
    inlines = [ProjectPartnerInline, FundingInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_partners()

    @admin.display(description="trekker", empty_value="nog niet bekend")
    def who_leads(self, project):
        return ", ".join(taking_part.partner.name for taking_part in project.leads) or None
