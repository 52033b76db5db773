"""The secretariat's desk for the agenda: its text, what hangs on it, and what the region says of itself."""

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Count, TextField
from django.forms import ModelForm
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from agenda.actions import draft_next
from agenda.admin import publishing
from agenda.forms import WordingForm
from agenda.models import (
    Action,
    Agenda,
    Element,
    ElementKind,
    ElementLink,
    KeyPoint,
    Milestone,
    Participation,
    Succession,
    Version,
    Wording,
)
from partners.ground.admin import Choosing, FilledIn

# Most texts of the agenda are one sentence.
SHORT = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}


def page_of(element, anchor=""):
    """Where an element is on the site, or None as long as nobody may read its words."""
    if Wording.objects.published().filter(element=element).exists():
        return element.get_absolute_url() + anchor
    return None


class WordsInline(admin.StackedInline):
    """The words of a version in preparation under each other. What is published is read on the site."""

    model = Wording
    form = WordingForm
    fields = ["markup", "change", "change_note", "explanation"]
    formfield_overrides = SHORT
    extra = 0
    show_change_link = True
    view_on_site = False
    verbose_name_plural = "teksten van deze versie"

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("element", "version").order_by("position", "pk")


@admin.register(Version)
class VersionAdmin(Choosing, admin.ModelAdmin):
    list_display = ["__str__", "dated_on", "published_at", "wording_count"]
    list_filter = ["agenda", "status"]
    list_select_related = ["agenda"]
    list_per_page = 50
    search_fields = ["agenda__title", "note"]
    autocomplete_fields = ["source"]
    formfield_overrides = SHORT
    actions = ["make_next_draft"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("agenda").annotate(wording_count=Count("wordings"))

    def get_fields(self, request, obj=None):
        fields = ["agenda", "number", "status", "dated_on", "note", "source"]
        return ["steps", "published_at", *fields] if obj else fields

    def get_readonly_fields(self, request, obj=None):
        """What the database keeps as it was is only read here; the moment is chosen by publishing."""
        published = ["agenda", "number", "status", "dated_on"] if obj and obj.is_published() else []
        return ["steps", "published_at", *published]

    def get_inlines(self, request, obj):
        return [] if obj is None or obj.is_published() else [WordsInline]

    def has_delete_permission(self, request, obj=None):
        """A version is never deleted from a list or form; a draft is thrown away by its own act."""
        return False

    def get_urls(self):
        view = self.admin_site.admin_view
        acts = [
            path("<int:pk>/nieuwe-versie/", view(publishing.draft_next), name="agenda_version_draft_next"),
            path("<int:pk>/publiceren/", view(publishing.publish), name="agenda_version_publish"),
            path("<int:pk>/terughalen/", view(publishing.take_back), name="agenda_version_take_back"),
            path("<int:pk>/weggooien/", view(publishing.discard), name="agenda_version_discard"),
        ]
        return acts + super().get_urls()

    @admin.display(description="wat u kunt doen")
    def steps(self, version):
        """Links to what comes next for this version."""
        if version.is_published():
            return format_html(
                'Deze versie staat op de site en verandert niet meer. <a href="{}">Maak een nieuwe versie van deze</a>',
                reverse("admin:agenda_version_draft_next", args=[version.pk]),
            )
        acts = [(f"{version.get_absolute_url()}", "Lees deze versie")]
        if version.number > 1:
            acts.append((f"{reverse('agenda:compare', args=[version.agenda.slug])}?naar={version.number}", "Vergelijk"))
        acts.append((f"{reverse('admin:agenda_element_add')}?agenda={version.agenda_id}", "Voeg een onderdeel toe"))
        if version.published_at:
            acts.append((reverse("admin:agenda_version_take_back", args=[version.pk]), "Haal van de planning"))
        else:
            acts.append((reverse("admin:agenda_version_publish", args=[version.pk]), "Controleer en publiceer"))
            acts.append((reverse("admin:agenda_version_discard", args=[version.pk]), "Gooi weg"))
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    @admin.display(description="teksten", ordering="wording_count")
    def wording_count(self, version):
        return version.wording_count

    @admin.action(description="Maak een nieuwe versie van deze", permissions=["add"])
    def make_next_draft(self, request, queryset):
        for version in queryset:
            draft = draft_next(version=version)
            self.message_user(
                request,
                format_html(
                    '<a href="{}">{}</a> is gemaakt. Pas de teksten aan, vergelijk, en publiceer.',
                    reverse("admin:agenda_version_change", args=[draft.pk]),
                    draft,
                ),
                messages.SUCCESS,
            )

    def view_on_site(self, version):
        return version.get_absolute_url() if version.is_published() else None


class WordingInline(admin.StackedInline):
    """What an element says in the versions in preparation."""

    model = Wording
    form = WordingForm
    fk_name = "element"
    fields = ["version", "markup", "change", "change_note", "explanation"]
    formfield_overrides = SHORT
    show_change_link = True
    view_on_site = False
    verbose_name_plural = "teksten in een versie die nog niet op de site staat"

    def get_extra(self, request, obj=None, **kwargs):
        """A new element is made for its words; one that is there has them in a version in preparation already."""
        return 0 if obj else 1

    def get_queryset(self, request):
        drafts = super().get_queryset(request).exclude(version__in=Version.objects.published())
        return drafts.select_related("element", "version").order_by("-version__number")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "version":  # its name holds the agenda's
            kwargs["queryset"] = Version.objects.exclude(pk__in=Version.objects.published()).select_related("agenda")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class SuccessionInline(FilledIn, admin.TabularInline):
    model = Succession
    fk_name = "element"
    verbose_name_plural = "opvolging: waar gaat dit verder als het vervalt?"

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "successor":  # of the same agenda; an element that is still to be made goes on in none
            kwargs["queryset"] = Element.objects.filter(agenda__elements=request.resolver_match.kwargs.get("object_id"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LinkInline(FilledIn, admin.TabularInline):
    model = ElementLink
    fk_name = "element"
    autocomplete_fields = ["serves"]
    verbose_name_plural = "verbanden: waar draagt dit aan bij?"


class ActionInline(FilledIn, admin.StackedInline):
    model = Action
    fields = ["title", "position", "text", "status", "progress_note", "starts_on", "due_on", "lead", "source"]
    formfield_overrides = SHORT
    autocomplete_fields = ["lead", "source"]
    show_change_link = True


class ParticipationInline(FilledIn, admin.StackedInline):
    model = Participation
    autocomplete_fields = ["partner", "source"]
    show_change_link = True
    fields = [("partner", "role"), ("starts_on", "ends_on"), "contribution", ("source", "note")]


@admin.register(Element)
class ElementAdmin(Choosing, admin.ModelAdmin):
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
        is_public = Wording.objects.published().filter(element=obj).exists()
        return ["number", "parent", "position", "agenda", *(["code"] if is_public else [])]

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
        return page_of(element)


@admin.register(Wording)
class WordingAdmin(Choosing, admin.ModelAdmin):
    form = WordingForm
    list_display = ["code", "beginning", "version"]
    list_display_links = ["code", "beginning"]
    list_filter = ["version__agenda", "version__number", "change", "element__kind"]
    list_select_related = ["element", "version__agenda"]
    list_per_page = 50
    ordering = ["-version", "position"]
    search_fields = ["text", "explanation", "element__code", "element__name"]
    autocomplete_fields = ["element", "parent"]
    formfield_overrides = SHORT
    fieldsets = [
        (None, {"fields": ["element", "version", "markup", "explanation"]}),
        ("Plaats in deze versie", {"fields": ["number", "parent", "position"]}),
        ("Wat is er gewijzigd?", {"fields": ["change", "change_note"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        """The words of a published version are read as they are; what the editors say about them can be mended."""
        if obj is None or not obj.version.is_published():
            return self.fieldsets
        (_, words), *others = self.fieldsets
        fields = ["shown" if name == "markup" else name for name in words["fields"]]
        return [(None, {"fields": fields}), *others]

    def get_form(self, request, obj=None, **kwargs):
        if obj and obj.version.is_published():
            kwargs["form"] = ModelForm
        return super().get_form(request, obj, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        if obj is None:
            return []
        if obj.version.is_published():
            return ["element", "version", "shown", "number", "parent", "position"]
        return ["element", "version"]

    def has_delete_permission(self, request, obj=None):
        """Leaving a version takes the words of an element out of a draft only."""
        return obj is not None and not obj.version.is_published() and super().has_delete_permission(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "version":
            kwargs["queryset"] = Version.objects.exclude(pk__in=Version.objects.published()).select_related("agenda")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="tekst")
    def shown(self, wording):
        return wording.html

    @admin.display(description="onderdeel", ordering="element__position")
    def code(self, wording):
        return wording.code

    @admin.display(description="begin van de tekst")
    def beginning(self, wording):
        return Truncator(wording.text).words(12)

    def view_on_site(self, wording):
        return wording.get_absolute_url() if wording.version.is_published() else None


@admin.register(Action)
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
        return page_of(action.element, "#acties")


@admin.register(Participation)
class ParticipationAdmin(Choosing, admin.ModelAdmin):
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
    """The versions of an agenda; each is worked on at its own page."""

    model = Version
    fields = ["number", "status", "dated_on", "published_at"]
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj):
        return False


@admin.register(Agenda)
class AgendaAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "first_year", "last_year", "is_example"]
    list_per_page = 50
    search_fields = ["title", "introduction", "status_note"]
    autocomplete_fields = ["source"]
    fields = ["title", "slug", "first_year", "last_year", "introduction", "status_note", "source", "is_example"]
    inlines = [VersionInline]


@admin.register(KeyPoint)
class KeyPointAdmin(Choosing, admin.ModelAdmin):
    list_display = ["text", "kind", "position"]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["text", "warning"]
    autocomplete_fields = ["source"]
    fields = ["kind", "position", "text", "warning", "source"]
    formfield_overrides = SHORT


@admin.register(Milestone)
class MilestoneAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "date_text", "is_main", "conflict"]
    list_filter = ["is_main"]
    list_per_page = 50
    date_hierarchy = "starts_on"
    search_fields = ["title", "text", "conflict"]
    autocomplete_fields = ["source"]
    fields = ["title", "starts_on", "ends_on", "date_text", "text", "is_main", "conflict", "source"]
    formfield_overrides = SHORT
