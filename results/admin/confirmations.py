"""The secretariat's desk for owners of figures: who was asked, and judging what they propose."""

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from partners.ground.admin import Choosing, ReadOnly
from partners.ground.desk.acts import confirm_and_do
from partners.ground.forms import Text
from partners.ground.templatetags.dutch import day, moment
from results.actions.confirmations import OTHER_PERSON, SAY_WHY, approve, reject, take_back
from results.actions.four_eyes import told
from results.models import ConfirmationRequest, Measurement, Owner, Proposal, ProposalKind, ProposalState, Target
from results.sheets import far_off

TAKE_OVER = "Neem die dan over."
# What approving does, with the proposed value and its day filled in.
APPROVING = {
    ProposalKind.CONFIRMED: "de portal noteert dat de eigenaar de waarde heeft gecontroleerd.",
    ProposalKind.CORRECTION: "de waarde wordt {}. De oude waarde komt op de lijst van correcties.",
    ProposalKind.NEW: "er komt een meting bij, {}, peildatum {}.",
}


# What a button does and what came of it, by whether it is one's own and whether it was the second.
JUDGEMENTS = {
    (False, False): (approve, "overgenomen"),
    (False, True): (reject, "afgewezen"),
    (True, False): (take_back, "ingetrokken"),
    (True, True): (take_back, "ingetrokken"),
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
    list_select_related = [
        "indicator",
        "partner",
        "measurement__indicator",
        "target__indicator",
        "confirmation_request__owner__partner",
        "proposed_by",
    ]
    list_per_page = 50
    search_fields = ["indicator__name", "note"]
    exclude = ["row"]
    readonly_fields = ["entered"]

    @admin.display(description="wat is ingevoerd", empty_value="–")
    def entered(self, proposal):
        """In words, as the colleague who judges it reads it."""
        if proposal.row is None:
            return None
        return format_html_join(mark_safe("<br>"), "{}: {}", told(proposal))

    def get_urls(self):
        judge = self.admin_site.admin_view(self.judge)
        return [path("<int:pk>/oordeel/", judge, name="results_proposal_judge"), *super().get_urls()]

    @admin.display(description="staat op de site", empty_value="–")
    def stands(self, proposal):
        return proposal.stands.text if proposal.stands else None

    @admin.display(description="voorstel", empty_value="klopt")
    def proposed(self, proposal):
        return proposal.text or None

    @admin.display(description="van wie")
    def who(self, proposal):
        return proposal.who

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
        is_refused, is_of_desk = "more" in request.POST, proposal.row is not None
        is_own = is_of_desk and proposal.proposed_by == request.user
        form = ReturnForm(request.POST if is_refused else None) if is_of_desk and not is_own else None

        def do():
            given = {"proposal": proposal, "by": request.user}
            if is_refused and form:
                given["reason"] = form.cleaned_data["reason"]
            act, done = JUDGEMENTS[is_own, is_refused]
            act(**given)
            messages.success(request, f"Het voorstel over ‘{proposal.about}’ is {done}.")
            return redirect(back)

        def page():
            now = self.get_queryset(request).select_related(*self.list_select_related).get(pk=pk)
            said = of_the_desk(now, form, is_own=is_own) if is_of_desk else of_an_owner(now)
            return {"title": now.about, "back": back, "back_name": "Voorstellen", **said, **still_to_judge(now, said)}

        locks = [
            Proposal.objects.filter(pk=pk),
            Measurement.objects.filter(pk=proposal.measurement_id),
            Target.objects.filter(pk=proposal.target_id),
        ]
        return confirm_and_do(request, page=page, do=do, locks=locks)


def still_to_judge(proposal, said):
    """The button of what the page `said`, or why there is none."""
    is_open = proposal.state == ProposalState.OPEN
    problems = [] if is_open else [f"Dit voorstel is al {proposal.get_state_display()}."]
    return {"problems": problems, "button": said["button"] if is_open else ""}


class ReturnForm(forms.Form):
    """Why a value is not put on the site."""

    reason = Text(
        label="Terugsturen? Waarom?",
        max_length=400,
        help_text="Alleen als u het terugstuurt. Wie het invoerde, krijgt dit per mail.",
        error_messages={"required": SAY_WHY},
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def of_an_owner(proposal):
    """What the page says of a proposal of an owner."""
    return {"lines": proposal_in_words(proposal), "button": "Neem over", "more": "Wijs af"}


def of_the_desk(proposal, form, *, is_own):
    """What the page says of what somebody entered at the desk: to its writer, or to who judges it."""
    entered = f"{proposal.who} voerde dit in op {moment(proposal.received_at)}: {proposal.get_kind_display()}."
    lines = [entered, *stands_now(proposal), *([f"Reden: {proposal.note}"] if proposal.note else [])]
    lines += [f"Teruggestuurd: {proposal.answer}"] if proposal.answer else []
    if is_own:
        return {"lines": [OTHER_PERSON, *lines], "shown": told(proposal), "button": "Trek dit in"}
    if message := far_off(proposal.value, proposal.measurement, then="Zet die dan op de site."):
        lines.append(f"Let op. {message}")
    link = [(proposal.indicator.get_absolute_url(), "Bekijk het cijfer zoals het op de site staat")]
    shown = {"lines": lines, "shown": told(proposal), "links": link, "form": form}
    return shown | {"button": "Zet op de site", "more": "Stuur terug"}


def stands_now(proposal):
    """What is on the site of what the proposal is about, in a list; nothing for what is new."""
    value, aim = proposal.measurement, proposal.target
    if value:
        return [f"Op de site staat {value.text}, {value.when_and_whose}."]
    return [f"Op de site staat als doel {aim.text}, {aim.when_short or 'zonder datum'}."] if aim else []


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
