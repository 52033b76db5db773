"""The secretariat's desk for the agenda: its text, what hangs on it, and what the region says of itself."""

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Count, TextField
from django.utils.text import Truncator

from agenda.actions import draft_next
from agenda.models import (
    Action,
    Agenda,
    Element,
    ElementKind,
    ElementLink,
    Milestone,
    Participation,
    Statement,
    Version,
    Wording,
)

# Most texts of the agenda are one sentence.
SHORT = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}


def page_of(element, anchor=""):
    """Where an element is on the site, or None as long as nobody may read its words."""
    if Wording.objects.published().filter(element=element).exists():
        return element.get_absolute_url() + anchor
    return None


class WordsInline(admin.StackedInline):
    """The words of a whole version under each other. An element gets its words in a version at the element."""

    model = Wording
    fields = ["text", "explanation"]
    formfield_overrides = SHORT
    extra = 0
    can_delete = False
    show_change_link = True
    verbose_name_plural = "teksten van deze versie"

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("element", "version").order_by("element__position")


@admin.register(Version)
class VersionAdmin(admin.ModelAdmin):
    list_display = ["__str__", "dated_on", "published_at", "wording_count"]
    list_filter = ["agenda", "status"]
    list_select_related = ["agenda"]
    list_per_page = 50
    search_fields = ["agenda__title", "note"]
    autocomplete_fields = ["source"]
    fields = ["agenda", "number", "status", "dated_on", "published_at", "note", "source"]
    formfield_overrides = SHORT
    inlines = [WordsInline]
    actions = ["make_next_draft"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(wording_count=Count("wordings"))

    @admin.display(description="teksten", ordering="wording_count")
    def wording_count(self, version):
        return version.wording_count

    @admin.action(description="Maak een nieuw concept met de teksten van deze versie", permissions=["add"])
    def make_next_draft(self, request, queryset):
        for version in queryset:
            draft = draft_next(version=version)
            self.message_user(
                request,
                f"{draft} is gemaakt. Vul ‘op de site vanaf’ in zodra iedereen deze mag lezen.",
                messages.SUCCESS,
            )

    def view_on_site(self, version):
        return version.get_absolute_url() if version.is_published() else None


class WordingInline(admin.StackedInline):
    model = Wording
    fk_name = "element"
    fields = ["version", "text", "explanation"]
    formfield_overrides = SHORT
    extra = 0
    verbose_name_plural = "teksten, per versie"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("element", "version").order_by("-version__number")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "version":
            kwargs["queryset"] = Version.objects.select_related("agenda")  # its name holds the agenda's
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LinkInline(admin.TabularInline):
    model = ElementLink
    fk_name = "element"
    autocomplete_fields = ["serves"]
    extra = 0
    verbose_name_plural = "verbanden: waar draagt dit aan bij?"


class ActionInline(admin.StackedInline):
    model = Action
    fields = ["title", "position", "text", "status", "progress_note", "starts_on", "due_on", "lead", "source"]
    formfield_overrides = SHORT
    autocomplete_fields = ["lead", "source"]
    extra = 0


class ParticipationInline(admin.TabularInline):
    model = Participation
    autocomplete_fields = ["partner", "source"]
    extra = 0


@admin.register(Element)
class ElementAdmin(admin.ModelAdmin):
    list_display = ["code", "label", "name", "line"]
    list_display_links = ["code", "name"]
    list_filter = ["agenda", "kind"]
    list_select_related = ["parent"]
    list_per_page = 50
    ordering = ["agenda", "position"]
    search_fields = ["code", "name", "number", "wordings__text"]
    search_help_text = "Zoek op code, nummer, korte naam of op woorden uit de tekst."
    autocomplete_fields = ["parent"]
    fieldsets = [
        (None, {"fields": ["agenda", "code", "name"]}),
        ("Plaats in de agenda", {"fields": ["kind", "number", "parent", "position"]}),
    ]

    def get_inlines(self, request, obj):
        """Actions and partners only where they can be: at goals, and partners at lines as well."""
        inlines = [WordingInline, LinkInline]
        if obj and obj.kind == ElementKind.GOAL:
            inlines.append(ActionInline)
        if obj and obj.is_carried_out:
            inlines.append(ParticipationInline)
        return inlines

    @admin.display(description="onderdeel", ordering="position")
    def label(self, element):
        return element.label

    @admin.display(description="valt onder", ordering="parent__position", empty_value="–")
    def line(self, element):
        return element.parent and element.parent.label

    def view_on_site(self, element):
        return page_of(element)


@admin.register(Wording)
class WordingAdmin(admin.ModelAdmin):
    list_display = ["code", "beginning", "version"]
    list_display_links = ["code", "beginning"]
    list_filter = ["version__agenda", "version__number", "element__kind"]
    list_select_related = ["element", "version__agenda"]
    list_per_page = 50
    ordering = ["-version", "element__position"]
    search_fields = ["text", "explanation", "element__code", "element__name"]
    autocomplete_fields = ["element"]

    @admin.display(description="onderdeel", ordering="element__position")
    def code(self, wording):
        return wording.element.code

    @admin.display(description="tekst")
    def beginning(self, wording):
        return Truncator(wording.text).words(12)

    def view_on_site(self, wording):
        return page_of(wording.element)


@admin.register(Action)
class ActionAdmin(admin.ModelAdmin):
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
        return page_of(action.element, "#acties")


@admin.register(Participation)
class ParticipationAdmin(admin.ModelAdmin):
    list_display = ["partner", "part", "role", "contribution", "starts_on", "ends_on"]
    list_filter = ["role", ("element", admin.RelatedOnlyFieldListFilter), "partner__kind"]
    list_select_related = ["partner", "element"]
    list_per_page = 50
    search_fields = ["partner__name", "element__code", "element__name", "contribution", "note"]
    autocomplete_fields = ["partner", "element", "source"]
    fields = ["partner", "element", "role", "starts_on", "ends_on", "contribution", "note", "source"]

    @admin.display(description="onderdeel", ordering="element__position")
    def part(self, participation):
        return participation.element.label

    def view_on_site(self, participation):
        return page_of(participation.element, "#deelname")


class VersionInline(admin.TabularInline):
    model = Version
    fields = ["number", "status", "dated_on", "published_at"]
    extra = 0
    can_delete = False
    show_change_link = True


@admin.register(Agenda)
class AgendaAdmin(admin.ModelAdmin):
    list_display = ["title", "first_year", "last_year"]
    list_per_page = 50
    search_fields = ["title", "introduction", "status_note"]
    autocomplete_fields = ["source"]
    fields = ["title", "slug", "first_year", "last_year", "introduction", "status_note", "source"]
    inlines = [VersionInline]


@admin.register(Statement)
class StatementAdmin(admin.ModelAdmin):
    list_display = ["text", "kind", "position"]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["text", "warning"]
    autocomplete_fields = ["source"]
    fields = ["kind", "position", "text", "warning", "source"]
    formfield_overrides = SHORT


@admin.register(Milestone)
class MilestoneAdmin(admin.ModelAdmin):
    list_display = ["title", "date_text", "is_main", "conflict"]
    list_filter = ["is_main"]
    list_per_page = 50
    date_hierarchy = "starts_on"
    search_fields = ["title", "text", "conflict"]
    autocomplete_fields = ["source"]
    fields = ["title", "starts_on", "ends_on", "date_text", "text", "is_main", "conflict", "source"]
    formfield_overrides = SHORT
