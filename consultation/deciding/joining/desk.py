"""The desk for what decisions propose about taking part: the list, and the page that takes one over or refuses it."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from agenda.models import Participation
from consultation.deciding.joining.acts import refuse_to_take_over, take_over
from consultation.deciding.joining.forms import TakeOverForm
from consultation.deciding.joining.models import RefusedParticipation
from consultation.deciding.joining.proposals import proposals
from consultation.deciding.models import Decision, Dossier, Track
from partners.ground.admin import ReadOnly
from partners.ground.desk.acts import confirm_and_do, done_before
from partners.ground.templatetags.dutch import counted

NAME = "deciding_joining"
READS = ["deciding.view_decision", "agenda.view_participation"]
MAY = ["deciding.change_decision", "agenda.change_participation"]
WAITS = "voorstel voor deelname uit een besluit wacht op u,voorstellen voor deelname uit besluiten wachten op u"
ENDS = "Wat er nu staat, eindigt op de dag voor het besluit."


@admin.register(RefusedParticipation)
class RefusedParticipationAdmin(ReadOnly, admin.ModelAdmin):
    """What was refused; who deletes it here has it proposed again."""

    list_display = ["decision", "element", "status", "reason", "refused_at"]
    list_select_related = ["decision__track__body", "decision__track__dossier", "element"]
    list_per_page = 50
    fields = ["decision", "element", "status", "reason", "refused_at"]

    def has_delete_permission(self, request, obj=None):
        return admin.ModelAdmin.has_delete_permission(self, request, obj)


def joining_paths(site):
    """The addresses of these pages, to stand before those of the desk of decisions itself."""
    return [
        path("deelname/", site.admin_view(overview), name=NAME),
        path("<int:pk>/deelname/", site.admin_view(judge), name=f"{NAME}_judge"),
    ]


@permission_required(READS, raise_exception=True)
def overview(request):
    """All that decisions propose and that nobody took over or refused. Nothing is saved here."""
    proposed = proposals()
    context = {
        **admin.site.each_context(request),
        "title": "Deelname die uit besluiten volgt",
        "back": reverse("admin:deciding_decision_changelist"),
        "proposals": [(one, titled(one, request.user)) for one in proposed],
    }
    return TemplateResponse(request, "admin/deciding/joining.html", context)


def joining_waiting(user):
    """What the page on which the day begins says of proposals: (words, the list of them). A fixed number of queries."""
    count = len(proposals()) if user.has_perms(MAY) else 0
    return [(counted(count, WAITS), reverse(f"admin:{NAME}"))] if count else []


def titled(proposal, user):
    """The title of a JoiningProposal as safe HTML, which leads to where it is judged for a `user` who may."""
    if not user.has_perms(MAY):
        return proposal.title
    return format_html('<a href="{}">{}</a>', address_of(proposal), proposal.title)


def address_of(proposal):
    """Where a JoiningProposal is judged."""
    asked = urlencode({"onderdeel": proposal.component.pk})
    return f"{reverse(f'admin:{NAME}_judge', args=[proposal.decision.pk])}?{asked}"


@permission_required(MAY, raise_exception=True)
def judge(request, pk):
    """What taking over would do, with a button to do so and one to refuse."""
    if (done := done_before(request)) is not None:
        return done
    back, is_refused = reverse(f"admin:{NAME}"), "more" in request.POST
    asked = (pk, request.GET.get("onderdeel"))
    of_decision = Dossier.objects.with_tracks().filter(tracks__decisions=pk)

    def proposal():
        found = proposals(of_decision.all())
        mine = next((one for one in found if (one.decision.pk, str(one.component.pk)) == asked), None)
        if mine is None:
            raise Http404("Dit voorstel is er niet meer")
        return mine

    first = proposal()
    form = TakeOverForm(request.POST or None, is_refused=is_refused, initial={"starts_on": first.decision.decided_on})

    def page():
        form.is_valid()
        now = proposal()
        ends = now.now and now.now.status != now.status and not now.now.is_for_later
        return {
            "title": now.title,
            "back": back,
            "back_name": "Deelname die uit besluiten volgt",
            "lines": [f"Neem over: {now.proposed}.", *([ENDS] if ends else [])],
            "shown": [("Besluit", str(now.decision)), ("Er staat nu", now.said_now)],
            "form": form,
            "button": "Neem over",
            "more": "Weiger",
        }

    def do():
        data = form.cleaned_data
        if is_refused:
            refuse_to_take_over(proposal=proposal(), reason=data["reason"])
        else:
            take_over(proposal=proposal(), starts_on=data["starts_on"], role=data["role"])
        messages.success(request, f"{first.title}: {'geweigerd' if is_refused else 'overgenomen'}.")
        return redirect(back)

    locks = [
        Track.objects.filter(pk=first.track.pk),
        Decision.objects.filter(track=first.track.pk),
        Participation.objects.filter(partner=first.partner, element=first.component.element_id),
    ]
    return confirm_and_do(request, page=page, do=do, locks=locks)
