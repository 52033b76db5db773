"""The secretariat's desk for progress reports. Gathering and freezing is done on a page of its own."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from partners.ground.templatetags.dutch import moment
from results.models import Report


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["title", "ends_on", "frozen_at", "published_at", "is_example"]
    list_filter = ["is_example"]
    list_per_page = 50
    search_fields = ["title", "introduction"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["state", "title", "slug", ("starts_on", "ends_on"), "introduction", "woo_category", "published_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("content")

    def get_readonly_fields(self, request, obj=None):
        """What is frozen stays; only when it comes on the site can still be chosen, and until it is there."""
        if obj is None or not obj.is_frozen:
            return ["state", "published_at"]
        frozen = ["state", "title", "slug", "starts_on", "ends_on", "introduction"]
        # `obj` holds a moment that was refused too, and that must stay in its field: what is stored counts.
        is_fixed = obj.is_published() and Report.objects.published().filter(pk=obj.pk).exists()
        return [*frozen, "published_at"] if is_fixed else frozen

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj and obj.is_frozen else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_frozen)

    def get_actions(self, request):
        """Without deleting many at once, for that would stumble over the first that is frozen."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    @admin.display(description="stand")
    def state(self, report):
        """How far it is, with a link to what comes next."""
        if report.pk is None:
            return "Sla de rapportage eerst op. Daarna kunt u die bekijken en vastleggen."
        look = format_html('<a href="{}">Bekijk de rapportage</a>', report.get_absolute_url())
        if not report.is_frozen:
            act = reverse("report_freeze", args=[report.pk])
            return format_html('Nog niet vastgelegd. {}. <a href="{}">Leg de rapportage vast</a>.', look, act)
        return format_html("Vastgelegd op {}. De inhoud verandert niet meer. {}.", moment(report.frozen_at), look)

    def view_on_site(self, report):
        return report.get_absolute_url()
