"""The desk for what was promised to bodies: all that is open, the first that is due at the front."""

from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.models import Commitment
from consultation.deciding.models.commitment import NEAR
from partners.ground.admin import HTTPS, SHORT, Choosing
from partners.ground.templatetags.dutch import counted

OVER = "toezegging is over de termijn,toezeggingen zijn over de termijn"
NEARING = "toezegging nadert de termijn,toezeggingen naderen de termijn"


class TermFilter(admin.SimpleListFilter):
    """How the term of what is open stands; what nears is all that is near or over."""

    title = "termijn"
    parameter_name = "termijn"

    def lookups(self, request, model_admin):
        return [("te-laat", "Over de termijn"), ("nadert", "Over de termijn, of binnen een week")]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        asked = {"te-laat": {"due_on__lt": today}, "nadert": {"due_on__lte": today + NEAR}}.get(self.value())
        return queryset.filter(answered_on=None, **asked) if asked else queryset


def commitments_waiting(user):
    """What the page on which the day begins says of promises: (words, the list of them). One query."""
    if not user.has_perm("deciding.view_commitment"):
        return []
    address, today = reverse("admin:deciding_commitment_changelist"), timezone.localdate()
    over, nearing = Q(due_on__lt=today), Q(due_on__range=(today, today + NEAR))
    count = Commitment.objects.filter(answered_on=None).aggregate(
        over=Count("pk", filter=over), nearing=Count("pk", filter=nearing)
    )
    found = [(count["over"], OVER, "te-laat"), (count["nearing"], NEARING, "nadert")]
    return [(counted(number, words), f"{address}?termijn={term}") for number, words, term in found if number]


@admin.register(Commitment)
class CommitmentAdmin(Choosing, admin.ModelAdmin):
    """A commitment is made at its track; here it is answered."""

    formfield_overrides = SHORT | HTTPS
    list_display = ["promised_to", "short", "due_on", "stands", "promised_by"]
    list_filter = [TermFilter, ("answered_on", admin.EmptyFieldListFilter), "track__dossier"]
    list_select_related = ["track__body", "track__dossier", "promised_by"]
    list_per_page = 50
    search_fields = ["text", "answer", "track__body__name"]
    fields = ["track", "text", ("made_on", "due_on"), ("answered_on", "answer_url"), "answer", "promised_by", "source"]
    readonly_fields = ["track"]
    autocomplete_fields = ["promised_by", "source"]

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
