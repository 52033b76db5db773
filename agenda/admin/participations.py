"""The desk for who takes part in what."""

from django.contrib import admin

from agenda.models import (
    Participation,
)
from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.series import Paged


class ParticipationInline(Paged, FilledIn, admin.StackedInline):
    model = Participation
    columns = [
        ("Partner", "partner"),
        ("Doet mee", "status"),
        ("Rol", "role"),
        ("Van", "starts_on"),
        ("Tot en met", "ends_on"),
    ]
    autocomplete_fields = ["partner", "source"]
    show_change_link = True
    fields = ["partner", ("status", "role"), ("starts_on", "ends_on"), "contribution", ("source", "note")]


class ParticipationAdmin(Choosing, admin.ModelAdmin):
    list_display = ["partner", "part", "status", "role", "contribution", "starts_on", "ends_on"]
    list_filter = ["status", "role", ("element", admin.RelatedOnlyFieldListFilter), "partner__kind"]
    list_select_related = ["partner", "element"]
    list_per_page = 50
    search_fields = ["partner__name", "element__code", "element__name", "contribution", "note"]
    autocomplete_fields = ["partner", "element", "source"]
    fields = ["partner", "element", "status", "role", "starts_on", "ends_on", "contribution", "note", "source"]

    @admin.display(description="onderdeel", ordering="element__position")
    def part(self, participation):
        return participation.element.label

    def view_on_site(self, participation):
        element = participation.element
        return f"{element.get_absolute_url()}#deelname" if element.is_public else None
