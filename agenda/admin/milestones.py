"""The desk for the history of the collaboration."""

from django.contrib import admin

from agenda.admin.fields import SHORT
from partners.ground.admin import Choosing


class MilestoneAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "date_text", "is_main", "conflict"]
    list_filter = ["is_main"]
    list_per_page = 50
    date_hierarchy = "starts_on"
    search_fields = ["title", "text", "conflict"]
    autocomplete_fields = ["source"]
    fields = ["title", "starts_on", "ends_on", "date_text", "text", "is_main", "conflict", "source"]
    formfield_overrides = SHORT
