"""The desk for what was promised to bodies: all that is open, the first that is due at the front."""

from django.contrib import admin

from consultation.deciding.models import Commitment
from partners.ground.admin import HTTPS, SHORT, Choosing


@admin.register(Commitment)
class CommitmentAdmin(Choosing, admin.ModelAdmin):
    """A commitment is made at its track; here it is answered."""

    formfield_overrides = SHORT | HTTPS
    list_display = ["promised_to", "short", "due_on", "stands"]
    list_filter = [("answered_on", admin.EmptyFieldListFilter), "track__dossier"]
    list_select_related = ["track__body", "track__dossier"]
    list_per_page = 50
    search_fields = ["text", "answer", "track__body__name"]
    fields = ["track", "text", ("made_on", "due_on"), ("answered_on", "answer_url"), "answer", "source"]
    readonly_fields = ["track"]
    autocomplete_fields = ["source"]

    def has_add_permission(self, request):
        return False

    @admin.display(description="aan", ordering="track__body__name")
    def promised_to(self, commitment):
        return commitment.track.body

    @admin.display(description="toezegging")
    def short(self, commitment):
        return commitment.text[:120]

    @admin.display(description="stand")
    def stands(self, commitment):
        return commitment.stands
