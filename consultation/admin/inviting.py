"""The desk for themes, and for who is invited."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse

from consultation.models import Invitation, InvitationState, Theme
from partners.ground.admin import SHORT


@admin.register(Theme)
class ThemeAdmin(admin.ModelAdmin):
    formfield_overrides = SHORT
    list_display = ["name", "consultation", "position", "point_count"]
    list_filter = ["consultation"]
    list_select_related = ["consultation"]
    list_per_page = 50
    search_fields = ["name", "heard", "done"]
    fields = ["consultation", ("position", "name"), "heard", "done"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(point_count=Count("points", distinct=True))

    def view_on_site(self, theme):
        return reverse("consultation:done", args=[theme.consultation.slug])

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, theme):
        return theme.point_count


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """Who is asked, and what each says it will do. All at once are invited from the consultation."""

    list_display = ["body", "consultation", "invited_on", "stand"]
    list_filter = ["consultation", "body__kind", "body__partner__province"]
    list_select_related = ["body__partner", "consultation"]
    list_per_page = 50
    search_fields = ["body__name", "remark"]
    fields = [("consultation", "body"), "invited_on", ("handles_on", "declined_on"), "remark"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    def view_on_site(self, invitation):
        return reverse("consultation:inviting", args=[invitation.consultation.slug])

    @admin.display(description="stand")
    def stand(self, invitation):
        return InvitationState(invitation.state).label
