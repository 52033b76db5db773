"""The desk for decisions: of each what was decided, and how the party groups voted."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils import timezone

from agenda.models import Participation, ParticipationStatus
from consultation.deciding.admin.choices import OfItsDossier, OnTrack
from consultation.deciding.joining.desk import NAME, joining_paths
from consultation.deciding.joining.proposals import STATUSES
from consultation.deciding.models import Decision, GroupVote
from partners.ground.admin import HTTPS, SHORT, Choosing, FilledIn
from partners.ground.desk.series import Paged
from partners.ground.numbers import NUMBERS

OTHERWISE = "Besluit: {}, over {}. De deelname van deze partner zegt iets anders. Werk die bij, dan klopt het overal."
FIELDS = [
    ("outcome", "component"),
    ("decided_on", "date_text", "version"),
    "holds_until",
    "condition",
    ("amount", "source"),
    ("debate_url", "debate_from"),
    ("entered_as", "confirmed_on"),
]


class DecisionInline(Paged, OnTrack, admin.StackedInline):
    model = Decision
    formfield_overrides = SHORT | NUMBERS | HTTPS
    fields = FIELDS
    autocomplete_fields = ["source"]
    show_change_link = True

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("version__agenda", "component__element")


class GroupVoteInline(Paged, FilledIn, admin.TabularInline):
    model = GroupVote
    formfield_overrides = NUMBERS
    fields = ["group", "stance", "seats"]


@admin.register(Decision)
class DecisionAdmin(OfItsDossier, Choosing, admin.ModelAdmin):
    """Decisions are made at their track; here are the votes on them."""

    formfield_overrides = SHORT | NUMBERS | HTTPS
    list_display = ["body", "part", "outcome", "decided_on", "confirmed_on", "dossier"]
    list_filter = ["track__dossier", "outcome", ("confirmed_on", admin.EmptyFieldListFilter), "entered_as"]
    list_select_related = ["track__dossier__version", "track__body", "component__element", "version__agenda", "source"]
    list_per_page = 50
    search_fields = ["track__body__name", "condition"]
    search_help_text = "Zoek op orgaan, of op een woord uit een voorwaarde."
    fields = ["track", *FIELDS]
    readonly_fields = ["track"]
    autocomplete_fields = ["source"]
    inlines = [GroupVoteInline]

    def get_urls(self):
        return [*joining_paths(self.admin_site), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        lists = [(reverse(f"admin:{NAME}"), "Deelname die uit besluiten volgt")]
        return super().changelist_view(request, {**(extra_context or {}), "lists": lists})

    def has_add_permission(self, request):
        return False

    def dossier_of(self, request):
        match = request.resolver_match
        pk = match.kwargs.get("object_id", "") if match else ""
        found = Decision.objects.select_related("track__dossier__version").filter(pk=pk) if pk.isdecimal() else []
        return found[0].track.dossier if found else None

    @admin.display(description="orgaan", ordering="track__body__name")
    def body(self, decision):
        return decision.track.body

    @admin.display(description="onderdeel")
    def part(self, decision):
        return decision.component or "het geheel"

    @admin.display(description="dossier")
    def dossier(self, decision):
        return decision.track.dossier

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        warn_of_participation(request, [obj])

    def view_on_site(self, decision):
        return f"{decision.track.dossier.get_absolute_url()}#orgaan-{decision.track.body_id}"


def warn_of_participation(request, decisions):
    """Says of each of `decisions` on a part of the agenda where its partner's participation says something else."""
    today = timezone.localdate()
    for decision in decisions:
        element, status = decision.component and decision.component.element, STATUSES.get(decision.position)
        if element is None or status is None:
            continue
        parts = Participation.objects.filter(partner=decision.track.body.partner_id, element=element)
        if parts.refused().on(today).exists() != (status != ParticipationStatus.YES):
            messages.warning(request, OTHERWISE.format(decision.get_outcome_display(), element))
