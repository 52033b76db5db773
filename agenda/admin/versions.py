"""The desk for agendas and their versions; what is done with a version has pages in publishing.py."""

from django.contrib import admin, messages
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join

from agenda.actions import draft_next
from agenda.admin import publishing
from agenda.admin.fields import SHORT
from agenda.forms import WordingForm
from agenda.models import (
    Version,
    Wording,
)
from partners.ground.admin import Choosing
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.desk.previews import TITLE, PreviewDesk, preview_name
from partners.ground.desk.series import Paged


class WordsInline(Paged, admin.StackedInline):
    """The words of a version in preparation under each other. What is published is read on the site."""

    model = Wording
    form = WordingForm
    fieldsets = [
        (None, {"fields": ["markup"]}),
        ("Wijziging en toelichting", {"fields": [("change", "change_note"), "explanation"], "classes": ["collapse"]}),
    ]
    formfield_overrides = SHORT
    extra = 0
    show_change_link = True
    view_on_site = False
    verbose_name_plural = "teksten van deze versie"
    stands_open = True  # one reads and edits them after each other

    def has_add_permission(self, request, obj):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("element", "version").order_by("position", "pk")


class VersionAdmin(PreviewDesk, Choosing, admin.ModelAdmin):
    fixed_because = "Deze versie staat intussen op de site, of is daarvoor gepland, en verandert niet meer."
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
        fields = ["agenda", "number", "status", "dated_on", "precedes_site", "note", "source", "woo_category"]
        return ["steps", "published_at", *fields] if obj else fields

    def get_readonly_fields(self, request, obj=None):
        """What the database keeps as it was is only read here; the moment is chosen by publishing.

        The words of a version are of the parts of its agenda, so it never goes to another.
        """
        fixed = ["agenda"] if obj else []
        if obj and obj.is_fixed:
            fixed += ["number", "status", "dated_on"]
        return ["steps", "published_at", *fixed]

    def get_inlines(self, request, obj):
        return [] if obj is None or obj.is_fixed else [WordsInline]

    def has_change_permission(self, request, obj=None):
        """What is planned was read by who planned it, and goes out like that."""
        return super().has_change_permission(request, obj) and not (obj and obj.is_planned)

    def has_delete_permission(self, request, obj=None):
        """A version is never deleted from a list or form; a draft is thrown away by its own act."""
        return False

    def get_urls(self):
        view = self.admin_site.admin_view
        acts = [
            path("<int:pk>/nieuwe-versie/", view(publishing.draft_next), name="agenda_version_draft_next"),
            path("<int:pk>/publiceren/", view(publishing.publish), name="agenda_version_publish"),
            path("<int:pk>/terughalen/", view(publishing.unschedule), name="agenda_version_unschedule"),
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
        acts.append((reverse(f"admin:{preview_name(Version)}", args=[version.pk]), TITLE))
        if version.number > 1:
            acts.append((f"{reverse('agenda:compare', args=[version.agenda.slug])}?naar={version.number}", "Vergelijk"))
        acts.append((f"{reverse('admin:agenda_element_add')}?agenda={version.agenda_id}", "Voeg een onderdeel toe"))
        if version.published_at:
            acts.append((reverse("admin:agenda_version_unschedule", args=[version.pk]), "Haal van de planning"))
        else:
            acts.append((reverse("admin:agenda_version_publish", args=[version.pk]), "Controleer en publiceer"))
            acts.append((reverse("admin:agenda_version_discard", args=[version.pk]), "Gooi weg"))
        return format_html_join(" · ", '<a href="{}">{}</a>', acts)

    @admin.display(description="teksten", ordering="wording_count")
    def wording_count(self, version):
        return version.wording_count

    @admin.action(description="Maak een nieuwe versie van deze", permissions=["add"])
    def make_next_draft(self, request, queryset):
        versions = list(queryset)
        keys = [version.pk for version in versions]

        def do():
            for version in versions:
                draft = draft_next(version=version)
                address = reverse("admin:agenda_version_change", args=[draft.pk])
                said = '<a href="{}">{}</a> is gemaakt. Pas de teksten aan, vergelijk, en publiceer.'
                self.message_user(request, format_html(said, address, draft), messages.SUCCESS)
            return redirect(request.get_full_path())

        def page():
            return page_of_chosen(
                self,
                request,
                versions,
                action="make_next_draft",
                title="Maak een nieuwe versie van deze",
                lines=["U krijgt een concept met alle teksten van deze versie. Alleen het secretariaat ziet het."],
                shown=[(str(version), "") for version in queryset.all()],
                button="Maak het concept",
            )

        locks = [Version.objects.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)

    def view_on_site(self, version):
        return version.get_absolute_url() if version.is_published() else None


class VersionInline(admin.TabularInline):
    """The versions of an agenda; each is worked on at its own page."""

    stays_small = "an agenda of four years has some ten versions, and they have no fields here"

    model = Version
    fields = ["number", "status", "dated_on", "published_at"]
    readonly_fields = fields
    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request, obj):
        return False


class AgendaAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "first_year", "last_year", "is_example"]
    list_per_page = 50
    search_fields = ["title", "introduction", "status_note"]
    autocomplete_fields = ["source"]
    fields = [
        "title",
        "slug",
        "first_year",
        "last_year",
        "introduction",
        "status_note",
        "four_eyes",
        "source",
        "is_example",
    ]
    inlines = [VersionInline]

    def get_readonly_fields(self, request, obj=None):
        """Who may change the people decides on whether one person is enough."""
        return [] if request.user.has_perm("partners.change_user") else ["four_eyes"]
