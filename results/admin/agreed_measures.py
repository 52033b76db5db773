"""The secretariat's desk for what was agreed to see a goal by."""

from django.contrib import admin

from partners.ground.admin import Choosing
from results.models import AgreedMeasure


@admin.register(AgreedMeasure)
class AgreedMeasureAdmin(Choosing, admin.ModelAdmin):
    list_display = ["measure", "goal", "agreed_by", "agreed_on", "due_on", "measured_by"]
    list_select_related = ["element", "measured_by"]
    list_per_page = 50
    search_fields = ["measure", "agreed_by", "element__name", "element__code"]
    search_help_text = "Zoek op maatstaf, opgave of wie het afsprak."
    autocomplete_fields = ["element", "measured_by", "source"]
    fields = ["element", "measure", "agreed_by", ("agreed_on", "due_on"), "measured_by", "source", "note"]

    @admin.display(description="opgave", ordering="element__position")
    def goal(self, agreed_measure):
        return agreed_measure.element.label

    def view_on_site(self, agreed_measure):
        return f"{agreed_measure.element.get_absolute_url()}#maatstaf"
