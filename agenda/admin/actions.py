"""The desk for what is done for a goal."""

from django.contrib import admin

from agenda.admin.fields import SHORT
from agenda.models import (
    Action,
)
from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.series import Paged


class ActionInline(Paged, FilledIn, admin.StackedInline):
    model = Action
    per_page = 6
    fields = ["title", "position", "text", "status", "progress_note", "starts_on", "due_on", "lead", "source"]
    formfield_overrides = SHORT
    autocomplete_fields = ["lead", "source"]
    show_change_link = True


class ActionAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "goal", "status", "lead", "due_on"]
    list_editable = ["status"]
    list_filter = ["status", ("element", admin.RelatedOnlyFieldListFilter), ("lead", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["element", "lead"]
    list_per_page = 50
    search_fields = ["title", "text", "progress_note", "element__code", "lead__name"]
    autocomplete_fields = ["element", "lead", "source"]
    fieldsets = [
        (None, {"fields": ["element", "title", "text", "position", "source"]}),
        ("Hoever is het?", {"fields": ["status", "progress_note", "starts_on", "due_on", "lead"]}),
    ]
    formfield_overrides = SHORT

    @admin.display(description="opgave", ordering="element__position")
    def goal(self, action):
        return action.element.label

    def view_on_site(self, action):
        element = action.element
        return f"{element.get_absolute_url()}#acties" if element.is_public else None
