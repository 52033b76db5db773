"""The desks by which many points are handled: their sheet, the labels, and the answers that recur."""

from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from consultation import actions
from consultation.forms.sorting import LabelForm
from consultation.handling.importing import POINTS
from consultation.handling.sheet import filled_in, for_sheet
from consultation.models import AnswerTemplate, InternalLabel
from partners.ground.admin import SHORT
from partners.ground.sheets.admin import SheetAdmin
from partners.ground.templatetags.dutch import counted


class PointSheets(SheetAdmin):
    """The sheet of points beside their list, and the labels of those that were ticked."""

    layout = POINTS

    def may_import(self, request):
        """A sheet answers and sorts the points that are there; it makes none."""
        return self.has_change_permission(request)

    def for_sheet(self, found):
        return for_sheet(found)

    def read_sent(self, sent):
        return filled_in(super().read_sent(sent))

    @admin.action(description="Geef de gekozen punten een label", permissions=["change"])
    def label(self, request, queryset):
        points = list(queryset)
        consultations = {point.letter.consultation_id for point in points}
        form = LabelForm(request.POST if "apply" in request.POST else None, consultations=consultations)

        def do():
            actions.label_points(points=points, **form.cleaned_data)

        said = {"title": "Labels", "button": "Opslaan", "form": form, "done": "Bijgewerkt:"}
        return self.act_on_chosen(request, queryset, do, action="label", **said)


@admin.register(InternalLabel)
class InternalLabelAdmin(admin.ModelAdmin):
    formfield_overrides = SHORT
    list_display = ["name", "consultation", "meaning", "point_count"]
    list_filter = ["consultation"]
    list_select_related = ["consultation"]
    list_per_page = 50
    search_fields = ["name", "meaning"]
    fields = ["consultation", "name", "meaning"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(point_count=Count("points", distinct=True))

    @admin.display(description="punten", ordering="point_count")
    def point_count(self, label):
        """How many points have it, as a link to those."""
        asked = urlencode({"labels__id__exact": label.pk})
        address = f"{reverse('admin:consultation_point_changelist')}?{asked}"
        return format_html('<a href="{}">{}</a>', address, counted(label.point_count, "punt,punten"))


@admin.register(AnswerTemplate)
class AnswerTemplateAdmin(admin.ModelAdmin):
    formfield_overrides = SHORT
    list_display = ["name", "verdict", "beginning"]
    list_filter = ["verdict"]
    list_per_page = 50
    search_fields = ["name", "reason"]
    fields = ["name", "verdict", "reason"]

    @admin.display(description="tekst")
    def beginning(self, template):
        return Truncator(template.reason).words(14)
