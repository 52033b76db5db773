"""The secretariat's desk for owners of figures: who was asked, and judging what they propose."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html

from partners.ground.admin import Choosing, ReadOnly
from partners.ground.desk.acts import confirm_and_do
from partners.ground.templatetags.dutch import day
from results.actions.confirmations import approve, reject
from results.models import ConfirmationRequest, Measurement, Owner, Proposal, ProposalKind, ProposalState
from results.sheets import far_off

TAKE_OVER = "Neem die dan over."
# What approving does, with the proposed value and its day filled in.
APPROVING = {
    ProposalKind.CONFIRMED: "de portal noteert dat de eigenaar de waarde heeft gecontroleerd.",
    ProposalKind.CORRECTION: "de waarde wordt {}. De oude waarde komt op de lijst van correcties.",
    ProposalKind.NEW: "er komt een meting bij, {}, peildatum {}.",
}


@admin.register(Owner)
class OwnerAdmin(Choosing, admin.ModelAdmin):
    list_display = ["partner", "role", "email", "declined_at"]
    list_select_related = ["partner"]
    search_fields = ["partner__name", "role", "email"]
    autocomplete_fields = ["partner"]


@admin.register(ConfirmationRequest)
class ConfirmationRequestAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["owner", "quarter", "sent_at"]
    list_select_related = ["owner__partner"]
    list_per_page = 50

    @admin.display(description="kwartaal", ordering="quarter_on")
    def quarter(self, confirmation_request):
        return confirmation_request.quarter


@admin.register(Proposal)
class ProposalAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["indicator", "partner", "kind", "stands", "proposed", "who", "received_at", "state", "to_judge"]
    list_filter = ["state", "kind"]
    list_select_related = ["indicator", "partner", "measurement__indicator", "confirmation_request__owner__partner"]
    list_per_page = 50
    search_fields = ["indicator__name", "note"]

    def get_urls(self):
        judge = self.admin_site.admin_view(self.judge)
        return [path("<int:pk>/oordeel/", judge, name="results_proposal_judge"), *super().get_urls()]

    @admin.display(description="staat op de site", empty_value="–")
    def stands(self, proposal):
        return proposal.measurement.text if proposal.measurement else None

    @admin.display(description="voorstel", empty_value="klopt")
    def proposed(self, proposal):
        return proposal.text or None

    @admin.display(description="eigenaar")
    def who(self, proposal):
        return str(proposal.confirmation_request.owner)

    @admin.display(description="oordeel geven", empty_value="–")
    def to_judge(self, proposal):
        if proposal.state != ProposalState.OPEN:
            return None
        return format_html('<a href="{}">Beoordeel</a>', reverse("admin:results_proposal_judge", args=[proposal.pk]))

    @method_decorator(permission_required("results.change_proposal", raise_exception=True))
    def judge(self, request, pk):
        """What approving would do, with a button to do so and one to lay the proposal aside."""
        proposal = self.get_queryset(request).select_related(*self.list_select_related).filter(pk=pk).first()
        if proposal is None:
            raise Http404
        back = reverse("admin:results_proposal_changelist")

        def do():
            judgement, done = (reject, "afgewezen") if "more" in request.POST else (approve, "overgenomen")
            judgement(proposal=proposal, by=request.user)
            messages.success(request, f"Het voorstel over ‘{proposal.about}’ is {done}.")
            return redirect(back)

        def page():
            now = self.get_queryset(request).select_related(*self.list_select_related).get(pk=pk)
            is_open = now.state == ProposalState.OPEN
            return {
                "title": now.about,
                "back": back,
                "back_name": "Voorstellen",
                "lines": proposal_in_words(now),
                "problems": [] if is_open else [f"Dit voorstel is al {now.get_state_display()}."],
                "button": "Neem over" if is_open else "",
                "more": "Wijs af",
            }

        locks = [Proposal.objects.filter(pk=pk), Measurement.objects.filter(pk=proposal.measurement_id)]
        return confirm_and_do(request, page=page, do=do, locks=locks)


def proposal_in_words(proposal):
    """What the owner says, and what approving would do, in sentences."""
    sentences = [f"{proposal.confirmation_request.owner} zegt: {proposal.get_kind_display()}."]
    if proposal.measurement:
        now = proposal.measurement
        sentences.append(f"Op de site staat {now.text}, peildatum {now.reference_text}.")
    sentences.append(f"Overnemen: {APPROVING[proposal.kind].format(proposal.text, day(proposal.reference_on))}")
    if message := far_off(proposal.value, proposal.measurement, then=TAKE_OVER):
        sentences.append(f"Let op. {message}")
    return [*sentences, f"Toelichting: {proposal.note}"] if proposal.note else sentences
