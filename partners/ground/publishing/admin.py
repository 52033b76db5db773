"""The desk for all links with which others read something before it is public."""

from django.contrib import admin, messages
from django.shortcuts import redirect

from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
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
        links = list(queryset)
        keys = [link.pk for link in links]

        def do():
            count = revoke(links=PreviewLink.objects.filter(pk__in=keys))
            self.message_user(request, f"Ingetrokken: {count}.", messages.SUCCESS)
            return redirect(request.get_full_path())

        def page():
            return page_of_chosen(
                self,
                request,
                links,
                action="take_back",
                title=TAKE_BACK,
                lines=["Wie de link heeft, kan er niets meer mee lezen."],
                shown=[(link.audience, self.about(link)) for link in links],
                button="Trek in",
            )

        locks = [PreviewLink.objects.filter(pk__in=keys)]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)
