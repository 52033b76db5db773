"""The desk for papers: what a paper is called, and the page that puts a file on it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html

from consultation.deciding.models import Package, Paper, PaperVersion
from consultation.deciding.papers.acts import put_version
from consultation.deciding.papers.forms import VersionForm
from partners.ground.admin import Choosing, ReadOnly
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.templatetags.dutch import counted

READ_AT_ONCE = "Iedereen kan dit bestand meteen lezen. Wat er eerst stond, blijft als eerdere versie staan."
GOES_ON = "Zodra de portal weet wat er anders is, gaat er vanzelf een mail met het verschil en een nieuw pakket heen."
NOT_YET = "Het dossier is nog niet openbaar. Dit bestand wordt het tegelijk met het dossier."


class PaperVersionInline(ReadOnly, admin.TabularInline):
    """What was put on it, newest first; `stays_small`: a paper has a handful of versions."""

    model = PaperVersion
    stays_small = "Een stuk heeft een handvol versies."
    fields = ["number", "put_at", "file_name", "reason", "inaccessible_because", "not_compared_because"]
    readonly_fields = fields
    extra = 0


@admin.register(Paper)
class PaperAdmin(Choosing, admin.ModelAdmin):
    list_display = ["title", "dossier", "newest_version", "position"]
    list_filter = ["dossier"]
    list_select_related = ["dossier"]
    list_per_page = 50
    search_fields = ["title", "dossier__title"]
    autocomplete_fields = ["dossier"]
    fields = ["dossier", "title", "position", "woo_category", "put"]
    readonly_fields = ["put"]
    inlines = [PaperVersionInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_versions()

    @admin.display(description="nieuwste versie", empty_value="nog geen bestand")
    def newest_version(self, paper):
        return paper.newest and f"{paper.newest.number}: {paper.newest.file_name}"

    @admin.display(description="bestand")
    def put(self, paper):
        if not paper.pk:
            return "Sla het stuk eerst op. Daarna zet u er een bestand bij."
        words = "Zet een nieuwe versie neer" if paper.newest else "Zet het bestand neer"
        return format_html('<a href="{}">{}</a>', reverse("admin:deciding_paper_put", args=[paper.pk]), words)

    def has_delete_permission(self, request, obj=None):
        """What everyone could read stays, under its own number."""
        could_be_read = obj is not None and obj.dossier.was_public() and obj.newest is not None
        return not could_be_read and super().has_delete_permission(request, obj)

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("<int:pk>/neerzetten/", wrap(self.put_version), name="deciding_paper_put"),
            *super().get_urls(),
        ]

    def put_version(self, request, pk):
        """Asks for the file, and for what is different in it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        paper = self.get_object(request, pk)
        if paper is None:
            raise Http404
        if (done := done_before(request)) is not None:
            return done
        back = reverse("admin:deciding_paper_change", args=[pk])
        form = VersionForm(request.POST or None, request.FILES or None, is_first=paper.newest is None)
        # Before the act, so that the file is kept when something is asked about it.
        form.is_valid()

        def page():
            newest = paper.newest
            there = f"versie {newest.number}: {newest.file_name}" if newest else "nog geen bestand"
            return {
                "title": f"Zet een bestand neer bij {paper}",
                "back": back,
                "back_name": str(paper),
                "lines": [
                    READ_AT_ONCE if paper.dossier.is_public_now else NOT_YET,
                    *goes_on(paper),
                    *not_for_all(form.lacks),
                ],
                "shown": [("Er staat nu", there)],
                "form": form,
                "personal": form.personal,
                "hidden": [("held", form.held)] if form.held else [],
                "button": "Zet het neer",
            }

        def do():
            data = form.cleaned_data
            version = put_version(
                paper=paper,
                upload=form.upload,
                reason=data.get("reason", ""),
                inaccessible_because=data["inaccessible_because"] if form.lacks else "",
            )
            messages.success(request, f"Neergezet als versie {version.number}.")
            return redirect(back)

        return confirm_and_do(request, page=page, do=do, locks=[Paper.objects.filter(pk=pk)])


def not_for_all(lacks):
    return [f"Niet iedereen kan dit bestand lezen: {'; '.join(lacks)}."] if lacks else []


def goes_on(paper):
    """To how many bodies the new version goes by itself, as a sentence; none for the first file, or when none got any.

    They had the package of the dossier, so what is in it is different for them.
    """
    had = Package.objects.delivered().filter(track__dossier=paper.dossier).order_by().values("track").distinct().count()
    if paper.newest is None or not had:
        return []
    return [f"{counted(had, 'orgaan heeft,organen hebben')} het pakket al. {GOES_ON}"]
