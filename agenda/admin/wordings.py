"""The desk for what an element says in one version."""

from django.contrib import admin
from django.forms import ModelForm
from django.utils.text import Truncator

from agenda.admin.fields import SHORT
from agenda.forms import WordingForm
from agenda.models import (
    Version,
    Wording,
)
from partners.ground.admin import Choosing


class WordingInline(admin.StackedInline):
    """What an element says in the versions in preparation."""

    stays_small = "an agenda has one version in preparation, seldom two"

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
        drafts = super().get_queryset(request).filter(version__in=Version.objects.in_preparation())
        return drafts.select_related("element", "version").order_by("-version__number")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "version":  # its name holds the agenda's
            kwargs["queryset"] = Version.objects.in_preparation().select_related("agenda")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class WordingAdmin(Choosing, admin.ModelAdmin):
    fixed_because = "Deze tekst staat intussen op de site, of is daarvoor gepland, en verandert niet meer."
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
        """Words that are on the site are read as they are; what the editors say about them can be mended."""
        if obj is None or not obj.version.is_fixed:
            return self.fieldsets
        (_, words), *others = self.fieldsets
        fields = ["words_as_published" if name == "markup" else name for name in words["fields"]]
        return [(None, {"fields": fields}), *others]

    def get_form(self, request, obj=None, **kwargs):
        if obj and obj.version.is_fixed:
            kwargs["form"] = ModelForm
        return super().get_form(request, obj, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        if obj is None:
            return []
        if obj.version.is_fixed:
            return ["element", "version", "words_as_published", "number", "parent", "position"]
        return ["element", "version"]

    def has_change_permission(self, request, obj=None):
        """What is planned was read by who planned it, and goes out like that."""
        return super().has_change_permission(request, obj) and not (obj and obj.version.is_planned)

    def has_delete_permission(self, request, obj=None):
        """Leaving a version takes the words of an element out of a draft only."""
        return obj is not None and not obj.version.is_fixed and super().has_delete_permission(request, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "version":
            kwargs["queryset"] = Version.objects.in_preparation().select_related("agenda")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="tekst")
    def words_as_published(self, wording):
        return wording.html

    @admin.display(description="onderdeel", ordering="element__position")
    def code(self, wording):
        return wording.code

    @admin.display(description="begin van de tekst")
    def beginning(self, wording):
        return Truncator(wording.text).words(12)

    def view_on_site(self, wording):
        return wording.get_absolute_url() if wording.version.is_published() else None
