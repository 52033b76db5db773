"""The desk for all links with which others read something before it is public."""

from django.contrib import admin

from partners.ground.admin import ReadOnly
from partners.ground.desk.links import take_back_chosen
from partners.ground.desk.previews import TAKE_BACK
from partners.ground.models import PreviewLink
from partners.ground.publishing.previewing import revoke


@admin.register(PreviewLink)
class PreviewLinkAdmin(ReadOnly, admin.ModelAdmin):
    """All links, also to what is gone. Each is made at the thing that it shows."""

    list_display = ["audience", "about", "stands", "made_at"]
    list_filter = ["content_type", ("revoked_at", admin.EmptyFieldListFilter)]
    list_per_page = 50
    search_fields = ["audience"]
    search_help_text = "Zoek op voor wie de link is."
    fields = ["audience", "about", "made_at", "made_by", "ends_on", "revoked_at"]
    view_on_site = False
    actions = ["take_back"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("content_type").prefetch_related("thing")

    @admin.display(description="wat")
    def about(self, link):
        return str(link.thing or "is er niet meer")

    @admin.display(description="stand")
    def stands(self, link):
        return link.stands

    @admin.action(description=TAKE_BACK, permissions=["view"])
    def take_back(self, request, queryset):
        return take_back_chosen(
            self,
            request,
            queryset,
            revoke=revoke,
            title=TAKE_BACK,
            line="Wie de link heeft, kan er niets meer mee lezen.",
            shown=lambda link: (link.audience, self.about(link)),
        )
