"""The secretariat's desk for figures: what is measured, where it should go and every dated value."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget

from partners.numbers import NUMBERS
from results.models import Indicator, Measurement, Owner, Target


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


@admin.register(Owner)
class OwnerAdmin(admin.ModelAdmin):
    list_display = ["partner", "role", "email"]
    list_select_related = ["partner"]
    search_fields = ["partner__name", "role", "email"]
    autocomplete_fields = ["partner"]


@admin.register(Indicator)
class IndicatorAdmin(admin.ModelAdmin):
    list_display = ["name", "nature", "newest", "newest_date", "headline_position", "has_chart"]
    list_filter = ["nature", "scope", ("headline_position", admin.EmptyFieldListFilter)]
    list_per_page = 50
    search_fields = ["name", "sentence", "definition"]
    search_help_text = "Zoek op naam, of op een woord uit de zin of de definitie."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["elements", "owner"]
    fieldsets = [
        (None, {"fields": ["name", "slug", "nature", "sentence", ("unit", "scope"), "definition"]}),
        ("Op de site", {"fields": ["headline_position", "warning", "message"]}),
        ("Waar het bij hoort", {"fields": ["elements", "owner"]}),
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
