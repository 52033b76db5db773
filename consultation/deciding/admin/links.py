"""The desk for links with which griffiers enter something: to whom they went, what came of it, and taking them back."""

from django.contrib import admin

from consultation.deciding.entering.acts import revoke
from consultation.deciding.models import EntryLink, LinkUse
from partners.ground.admin import ReadOnly
from partners.ground.desk.links import take_back_chosen
from partners.ground.desk.series import Paged
from partners.ground.templatetags.dutch import day

TITLE = "Trek de links in"


class LinkUseInline(ReadOnly, Paged, admin.TabularInline):
    model = LinkUse
    columns = [("Wanneer", "used_at"), ("Wat is ingevoerd", "words")]
    as_fields_template = "admin/edit_inline/read.html"
    fields = ["used_at", "words"]
    extra = 0


@admin.register(EntryLink)
class EntryLinkAdmin(ReadOnly, admin.ModelAdmin):
    """A link is made by the mail that carries it. It is shown nowhere, for it is a key."""

    list_display = ["track", "purpose", "address", "stands", "made_at"]
    list_filter = ["purpose", "track__dossier", ("revoked_at", admin.EmptyFieldListFilter)]
    list_select_related = ["track__dossier", "track__body"]
    list_per_page = 50
    search_fields = ["address", "track__body__name"]
    search_help_text = "Zoek op e-mailadres of orgaan."
    fields = ["track", "purpose", "address", "made_at", "ends_on", "revoked_at"]
    inlines = [LinkUseInline]
    view_on_site = False
    actions = ["take_back"]

    @admin.display(description="stand")
    def stands(self, link):
        if link.revoked_at:
            return "ingetrokken"
        return f"{'werkte' if link.is_over else 'werkt'} tot en met {day(link.ends_on)}"

    @admin.action(description=TITLE, permissions=["view"])
    def take_back(self, request, queryset):
        return take_back_chosen(
            self,
            request,
            queryset,
            revoke=revoke,
            title=TITLE,
            line="Wie de link heeft, kan er niets meer mee doorgeven. Wat al is doorgegeven, blijft staan.",
            shown=lambda link: (f"{link.track}", f"{link.get_purpose_display()}, {link.address}"),
        )
