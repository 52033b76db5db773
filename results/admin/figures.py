"""The secretariat's desk for figures: what is measured, where it should go, and what is set beside its status."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils import timezone

from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS
from partners.ground.templatetags.dutch import day
from results.admin.four_eyes import FourEyes
from results.admin.measurements import MeasurementInline
from results.models import Indicator, Override, Target


class TargetInline(Paged, FilledIn, admin.StackedInline):
    model = Target
    per_page = 4
    formfield_overrides = NUMBERS
    autocomplete_fields = ["source"]
    fields = [
        ("qualifier", "value"),
        ("due_on", "due_text"),
        ("baseline_value", "baseline_on"),
        ("source", "note"),
    ]


class OverrideInline(Paged, FilledIn, admin.StackedInline):
    model = Override
    per_page = 4
    verbose_name_plural = "ingestelde status (naast de berekende; beide staan op de site)"
    fields = [("status", "set_by"), "reason", ("starts_on", "ends_on")]


class LateFilter(admin.SimpleListFilter):
    """Those of which a newer value should have been there."""

    title = "nieuwe waarde"
    parameter_name = "waarde"

    def lookups(self, request, model_admin):
        return [("te-laat", "te laat")]

    def queryset(self, request, queryset):
        return queryset.late() if self.value() else queryset


@admin.register(Indicator)
class IndicatorAdmin(FourEyes, Choosing, admin.ModelAdmin):
    list_display = [
        "name",
        "nature",
        "newest",
        "newest_date",
        "best_before",
        "due",
        "owner",
        "headline_position",
        "has_chart",
    ]
    list_filter = [LateFilter, "nature", "scope", "rule", "four_eyes", ("owner", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["owner__partner"]
    list_per_page = 50
    search_fields = ["name", "sentence", "definition"]
    search_help_text = "Zoek op naam, of op een woord uit de zin of de definitie."
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["elements", "owner"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "slug",
                    "nature",
                    "sentence",
                    ("unit", "scope"),
                    "per_inhabitant",
                    "direction",
                    "attribution",
                    "attribution_reason",
                    "definition",
                    "four_eyes",
                ]
            },
        ),
        (
            "Hoe staat het ervoor?",
            {
                "fields": [("rule", "margin", "wide_margin"), "keeps_for"],
                "description": "De portal berekent de status en schrijft op de site hoe. Hieronder kunt u tijdelijk "
                "een andere status ernaast zetten.",
            },
        ),
        ("Wie houdt het bij?", {"fields": ["owner", ("check_every", "next_expected_on")]}),
        ("Op de site", {"fields": ["headline_position", "warning", "message"]}),
        ("Waar het bij hoort", {"fields": ["elements", "wider_aims"]}),
        ("Demo", {"fields": ["is_example"]}),
    ]
    inlines = [OverrideInline, MeasurementInline, TargetInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_recent_values().with_due()

    def get_readonly_fields(self, request, obj=None):
        """Who may change the people decides on whether one person is enough."""
        return [] if request.user.has_perm("partners.change_user") else ["four_eyes"]

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.four_eyes)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in ("sentence", "warning", "message", "attribution_reason"):
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 2})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description="staat op de site", empty_value="nog niet bekend")
    def newest(self, indicator):
        return indicator.shown.text if indicator.shown else indicator.apart or None

    @admin.display(description="laatste meting", empty_value="–")
    def newest_date(self, indicator):
        return indicator.latest.when_and_whose if indicator.latest else None

    @admin.display(description="recent tot en met", empty_value="–")
    def best_before(self, indicator):
        if indicator.is_stale:
            return f"{day(indicator.best_before)} (verlopen)"
        return day(indicator.best_before) or None

    @admin.display(description="nieuwe waarde uiterlijk", ordering="due_on", empty_value="–")
    def due(self, indicator):
        is_late = indicator.due_on is not None and indicator.due_on < timezone.localdate()
        return f"{day(indicator.due_on)}{' (te laat)' if is_late else ''}" or None

    @admin.display(description="grafiek", boolean=True)
    def has_chart(self, indicator):
        return bool(indicator.message)
