"""The desk for the places in the agenda, with what hangs on each."""

from django.contrib import admin

from agenda.admin.actions import ActionInline
from agenda.admin.participations import ParticipationInline
from agenda.admin.wordings import WordingInline
from agenda.models import Element, ElementKind, ElementLink, Succession
from partners.ground.admin import Choosing, FilledIn
from partners.ground.desk.series import Paged


class SuccessionInline(FilledIn, admin.TabularInline):
    stays_small = "a part of the agenda goes on in one other, seldom in a few"
    model = Succession
    fk_name = "element"
    verbose_name_plural = "opvolging: waar gaat dit verder als het vervalt?"

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "successor":  # of the same agenda; an element that is still to be made goes on in none
            kwargs["queryset"] = Element.objects.filter(agenda__elements=request.resolver_match.kwargs.get("object_id"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LinkInline(Paged, FilledIn, admin.TabularInline):
    model = ElementLink
    fk_name = "element"
    autocomplete_fields = ["serves"]
    verbose_name_plural = "verbanden: waar draagt dit aan bij?"


class ElementAdmin(Choosing, admin.ModelAdmin):
    list_display = ["code", "label", "name", "line"]
    list_display_links = ["code", "name"]
    list_filter = ["agenda", "kind"]
    list_select_related = ["parent", "agenda"]
    list_per_page = 50
    ordering = ["agenda", "position"]
    search_fields = ["code", "name", "number", "wordings__text"]
    search_help_text = "Zoek op code, nummer, korte naam of op woorden uit de tekst."
    autocomplete_fields = ["parent"]
    fieldsets = [
        (None, {"fields": ["agenda", "code", "name"]}),
        ("Plaats in de agenda", {"fields": ["kind", "number", "parent", "position"]}),
        ("Waar het aan bijdraagt", {"fields": ["wider_aims"]}),
    ]

    def get_inlines(self, request, obj):
        """Actions and partners only where they can be: at goals, and partners at lines as well."""
        inlines = [WordingInline, LinkInline, SuccessionInline]
        if obj and obj.kind == ElementKind.GOAL:
            inlines.append(ActionInline)
        if obj and obj.is_carried_out:
            inlines.append(ParticipationInline)
        return inlines

    def get_readonly_fields(self, request, obj=None):
        """Its place is set at its words, in a version in preparation; what is on the site keeps its code."""
        if obj is None:
            return []
        return ["number", "parent", "position", "agenda", *(["code"] if obj.is_public else [])]

    def has_delete_permission(self, request, obj=None):
        """An element without words anywhere may go; the database keeps all others."""
        return obj is not None and super().has_delete_permission(request, obj)

    def get_changeform_initial_data(self, request):
        """A new element comes last, unless one says otherwise."""
        last = Element.objects.order_by("-position").values_list("position", flat=True).first() or 0
        return {"position": last + 10} | super().get_changeform_initial_data(request)

    @admin.display(description="onderdeel", ordering="position")
    def label(self, element):
        return element.label

    @admin.display(description="valt onder", ordering="parent__position", empty_value="–")
    def line(self, element):
        return element.parent and element.parent.label

    def view_on_site(self, element):
        return element.get_absolute_url() if element.is_public else None
