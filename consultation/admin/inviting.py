"""The desk for who is invited, and the page on which all are invited at once."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone

from consultation import actions
from consultation.models import Consultation, Invitation, InvitationState
from partners.ground.admin import confirm
from partners.ground.templatetags.dutch import counted
from partners.models import Body, Capacity, Mandate


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """Who is asked, and what each says it will do. All at once are invited from the consultation."""

    list_display = ["body", "consultation", "invited_on", "stand"]
    list_filter = ["consultation", "body__kind", "body__partner__province"]
    list_select_related = ["body__partner", "consultation"]
    list_per_page = 50
    search_fields = ["body__name", "remark"]
    actions = ["invite_again"]
    fields = [("consultation", "body"), "invited_on", ("handles_on", "declined_on"), "remark"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_state()

    def view_on_site(self, invitation):
        return reverse("consultation:inviting", args=[invitation.consultation.slug])

    @admin.display(description="stand")
    def stand(self, invitation):
        return f"{InvitationState(invitation.state).label}{', na het sluiten' if invitation.is_late else ''}"

    @admin.action(description="Mail de uitnodiging opnieuw, ook aan wie later bekend werd", permissions=["change"])
    def invite_again(self, request, queryset):
        count = actions.invite_again(invitations=queryset)
        said = f"{counted(count, 'e-mail gaat,e-mails gaan')} uit."
        self.message_user(request, said if count else "Hier is geen griffier om te mailen.", messages.SUCCESS)


def invite_path(model_admin):
    """The address of the page, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view(invite)
    return path("<int:pk>/uitnodigen/", view, name="consultation_consultation_invite")


@permission_required("consultation.change_consultation", raise_exception=True)
def invite(request, pk):
    """Invites every council and Provinciale Staten that was not invited yet, after showing which."""
    consultation = get_object_or_404(Consultation, pk=pk)
    back = reverse("admin:consultation_consultation_change", args=[pk])
    if request.method == "POST":
        try:
            bodies, mails = actions.invite(consultation=consultation)
        except actions.Refused as refusal:
            messages.error(request, refusal)
        else:
            done = f"{counted(bodies, 'orgaan,organen')} uitgenodigd, met {counted(mails, 'e-mail,e-mails')}."
            messages.success(request, done)
        return redirect(back)
    bodies = Body.objects.assemblies(is_example=consultation.is_example)
    new = list(bodies.exclude(invitations__consultation=consultation))
    clerks = Mandate.objects.held().filter(body__in=new, capacity=Capacity.CLERK, user__is_active=True)
    known = set(clerks.values_list("body", flat=True))
    problems = ["Deze consultatie is gesloten."] if consultation.closes_at <= timezone.now() else []
    if not new:
        problems.append("Alle raden en Staten zijn al uitgenodigd.")
    return confirm(
        request,
        title="Nodig alle raden en Staten uit",
        back=back,
        back_name=consultation,
        lines=[]
        if problems
        else [
            f"{counted(len(new), 'orgaan wordt,organen worden')} uitgenodigd. Dat komt op de site te staan.",
            f"Van {counted(len(known), 'orgaan,organen')} is een griffier bekend. Die krijgt een e-mail met een link.",
        ],
        problems=problems,
        shown=[(body.name, "" if body.pk in known else "Geen griffier bekend, dus geen e-mail.") for body in new],
        button="" if problems else "Nodig uit",
    )
