"""The desk for what the region says of itself."""

from django.contrib import admin

from agenda.admin.fields import SHORT
from partners.ground.admin import Choosing


class KeyPointAdmin(Choosing, admin.ModelAdmin):
    list_display = ["text", "kind", "position"]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["text", "warning"]
    autocomplete_fields = ["source"]
    fields = ["kind", "position", "text", "warning", "source"]
    formfield_overrides = SHORT
