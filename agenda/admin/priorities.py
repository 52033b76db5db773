"""The desk for what counts for partners: to read. It is said on the page of the partner itself, by its own people."""

from django.contrib import admin
from django.urls import reverse

from partners.ground.admin import ReadOnly


class PriorityAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["partner", "element", "text", "said_by", "said_at", "replaced_at"]
    list_filter = [("replaced_at", admin.EmptyFieldListFilter), "element"]
    list_select_related = ["partner", "element__agenda", "body"]
    list_per_page = 50
    search_fields = ["partner__name", "text"]
    fields = ["partner", "element", "text", "said_by", "said_at", "replaced_at"]
    readonly_fields = fields

    @admin.display(description="door")
    def said_by(self, priority):
        return priority.said_by

    def view_on_site(self, priority):
        return reverse("say_priorities", args=[priority.partner.slug])
