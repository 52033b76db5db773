"""The desk for when bodies sit: day by day, or all at once from a list, a spreadsheet or a calendar."""

from django.contrib import admin

from partners.ground.admin import Choosing
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.templatetags.dutch import day
from partners.models import Recess, Sitting
from partners.reading_days import DaysForm, RecessDaysForm, read_days, recess_rows, sitting_rows
from partners.sheets import RECESSES, SITTINGS


class AheadFilter(admin.SimpleListFilter):
    title = "nog te komen"
    parameter_name = "komt"

    def lookups(self, request, model_admin):
        return [("ja", "Ja"), ("nee", "Nee")]

    def queryset(self, request, queryset):
        ahead = Sitting.objects.ahead().values("pk")
        return {"ja": queryset.filter(pk__in=ahead), "nee": queryset.exclude(pk__in=ahead)}.get(self.value(), queryset)


class DaysAdmin(Choosing, SheetAdmin):
    """A desk of days of bodies. `rows_of_days` makes rows of its sheet of days found in a list or calendar."""

    upload_form = DaysForm
    rows_of_days = None
    list_select_related = ["body__partner", "source"]
    list_per_page = 50
    autocomplete_fields = ["body", "source"]
    search_fields = ["body__name", "body__partner__name"]

    def read_sent(self, sent):
        return read_days(self.layout, sent, rows_of=self.rows_of_days)

    def view_on_site(self, row):
        return row.body.get_moments_url()


@admin.register(Sitting)
class SittingAdmin(DaysAdmin):
    layout = SITTINGS
    rows_of_days = staticmethod(sitting_rows)
    list_display = ["body", "held_on", "starts_at", "papers", "is_cancelled", "source"]
    list_filter = [AheadFilter, "is_cancelled", "body__kind", "body__partner__province", "body__partner__is_example"]
    date_hierarchy = "held_on"
    fields = ["body", ("held_on", "starts_at"), "papers_by", "is_cancelled", ("note", "source")]

    @admin.display(description="aanleveren tot en met")
    def papers(self, sitting):
        return day(sitting.last_day_for_papers) or None


@admin.register(Recess)
class RecessAdmin(DaysAdmin):
    layout = RECESSES
    upload_form = RecessDaysForm
    rows_of_days = staticmethod(recess_rows)
    list_display = ["body", "name", "starts_on", "ends_on", "source"]
    list_filter = ["name", "body__kind", "body__partner__province", "body__partner__is_example"]
    date_hierarchy = "starts_on"
    fields = ["body", "name", ("starts_on", "ends_on"), "source"]
