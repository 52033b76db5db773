"""The secretariat's desk for what the collaboration yields and costs: figures, programmes, projects and their money."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget

from partners.numbers import NUMBERS
from results.models import Funding, Indicator, Measurement, Programme, Project, ProjectPartner, Target


class MeasurementInline(admin.StackedInline):
    model = Measurement
    formfield_overrides = NUMBERS
    autocomplete_fields = ["partner", "source"]
    extra = 0
    fields = [
        ("qualifier", "value"),
        ("reference_on", "reference_text"),
        ("scope", "partner"),
        ("certainty", "comparable"),
        ("source", "note"),
    ]


class TargetInline(admin.StackedInline):
    model = Target
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    extra = 0
    fields = [("qualifier", "value"), ("due_on", "due_text"), ("source", "note")]


@admin.register(Indicator)
class IndicatorAdmin(admin.ModelAdmin):
    list_display = ["name", "nature", "newest", "newest_date", "headline_position", "has_chart"]
    list_filter = ["nature", "scope", ("headline_position", admin.EmptyFieldListFilter)]
    list_per_page = 50
    search_fields = ["name", "sentence", "definition"]
    search_help_text = "Zoek op naam, of op een woord uit de zin of de definitie."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["elements", "source_owner"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "nature", "sentence", ("unit", "scope"), "definition"]}),
        ("Op de site", {"fields": ["headline_position", "warning", "message"]}),
        ("Waar het bij hoort", {"fields": ["elements", "source_owner"]}),
    ]
    inlines = [MeasurementInline, TargetInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_values()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in ("sentence", "warning", "message"):
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="staat op de site", empty_value="nog niet bekend")
    def newest(self, indicator):
        return indicator.shown.text if indicator.shown else None

    @admin.display(description="laatste meting", empty_value="–")
    def newest_date(self, indicator):
        return indicator.latest.reference_text if indicator.latest else None

    @admin.display(description="grafiek", boolean=True)
    def has_chart(self, indicator):
        return bool(indicator.message)


@admin.register(Measurement)
class MeasurementAdmin(admin.ModelAdmin):
    formfield_overrides = NUMBERS
    list_display = ["indicator", "text", "reference_text", "area", "source"]
    list_filter = ["indicator__nature", "certainty", "scope", "comparable", "reference_on"]
    list_select_related = ["indicator", "partner", "source"]
    list_per_page = 50
    date_hierarchy = "reference_on"
    search_fields = ["indicator__name", "source__title", "note"]
    autocomplete_fields = ["indicator", "partner", "source"]
    fields = ["indicator", *MeasurementInline.fields]

    @admin.display(description="waarde", ordering="value")
    def text(self, measurement):
        return measurement.text

    @admin.display(description="gebied", ordering="scope")
    def area(self, measurement):
        return measurement.area

    def view_on_site(self, measurement):
        return f"{measurement.indicator.get_absolute_url()}#metingen"


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
