"""The secretariat's desk for how heavily each goal counts in a sum."""

from django.contrib import admin

from partners.ground.admin import Choosing
from results.models import GoalWeight


@admin.register(GoalWeight)
class GoalWeightAdmin(Choosing, admin.ModelAdmin):
    list_display = ["goal", "weight", "reason"]
    list_select_related = ["element"]
    list_per_page = 50
    search_fields = ["reason", "element__name", "element__code"]
    autocomplete_fields = ["element"]
    fields = ["element", "weight", "reason"]

    @admin.display(description="opgave", ordering="element__position")
    def goal(self, goal_weight):
        return goal_weight.element.label

    def view_on_site(self, goal_weight):
        return f"{(goal_weight.element.parent or goal_weight.element).get_absolute_url()}#samen"
