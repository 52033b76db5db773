"""The desk for themes, under which points are brought together."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse

from consultation.models import Theme
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
