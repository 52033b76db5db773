"""The secretariat's desk for programmes and their lines of action."""

from django.contrib import admin

from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.rereading import RereadDesk
from partners.ground.desk.series import Paged
from results.admin.excess import SaysExcess
from results.admin.money import FundingInline, warn_of_overspending
from results.models import Programme, Project


class LineInline(FilledIn, admin.StackedInline):
    stays_small = "a programme has a handful of lines of action"
    model = Programme
    fk_name = "parent"
    verbose_name = "onderdeel"
    verbose_name_plural = "onderdelen, zoals actielijnen"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("position", "source")]


class ProjectInline(Paged, FilledIn, admin.StackedInline):
    model = Project
    columns = [("Naam", "name"), ("Stand", "status"), ("Bron", "source")]
    verbose_name_plural = "projecten (de partners en het geld staan bij het project zelf)"
    autocomplete_fields = ["source"]
    prepopulated_fields = {"slug": ["name"]}
    show_change_link = True
    fields = [("name", "slug"), ("status", "position"), "source"]


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
class ProgrammeAdmin(RereadDesk, SaysExcess, Choosing, admin.ModelAdmin):
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
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [LineInline, ProjectInline, FundingInline]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        warn_of_overspending(request, formset)

    def get_queryset(self, request):
        return super().get_queryset(request).with_project_counts()

    @admin.display(description="met naam bekend")
    def named(self, programme):
        return programme.named
