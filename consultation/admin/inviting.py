"""The desk for who is invited, and the page on which all of a kind are invited at once."""

from collections import defaultdict
from functools import partial

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst

from consultation import actions
from consultation.actions import inviting
from consultation.models import Consultation, Invitation, InvitationState, Invitees
from partners.ground.desk.acts import confirm_and_do, page_of_chosen
from partners.ground.templatetags.dutch import counted, day, listed
from partners.models import Mandate


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin):
    """Who is asked, and what each says it will do. All at once are invited from the consultation."""

    list_display = ["body", "consultation", "invited_on", "stand", "mailed"]
    list_filter = ["consultation", "body__kind", "body__partner__province"]
    list_select_related = ["body__partner", "consultation"]
    list_per_page = 50
    search_fields = ["body__name", "remark"]
    actions = ["invite_again"]
    fields = [("consultation", "body"), "invited_on", ("handles_on", "declined_on"), "remark"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_state().annotate(mailed_count=Count("mailed_to"))

    def save_model(self, request, obj, form, change):
        """Says at once that a body handles the text when one can no longer react."""
        super().save_model(request, obj, form, change)
        if obj.is_late:
            closes = day(obj.consultation.last_day)
            verb = obj.body.does("behandelt", "behandelen")
            words = f"{obj.body} {verb} dit na het sluiten: reageren kan tot en met {closes}. Klopt de dag?"
            self.message_user(request, capfirst(words), messages.WARNING)

    def view_on_site(self, invitation):
        return reverse("consultation:inviting", args=[invitation.consultation.slug])

    @admin.display(description="stand")
    def stand(self, invitation):
        return f"{InvitationState(invitation.state).label}{', na het sluiten' if invitation.is_late else ''}"

    @admin.display(description="mail aan")
    def mailed(self, invitation):
        return counted(invitation.mailed_count, "mens,mensen") if invitation.mailed_count else "nog niemand"

    @admin.action(description="Mail de uitnodiging opnieuw, ook aan wie later bekend werd", permissions=["change"])
    def invite_again(self, request, queryset):
        def do():
            count = actions.invite_again(invitations=queryset)
            self.message_user(
                request, f"{mails_that_go(count)}." if count else "Hier is niemand om te mailen.", messages.SUCCESS
            )
            return redirect(request.get_full_path())

        def page():
            invitations = list(queryset.select_related("body__partner", "consultation"))
            return page_of_chosen(
                self,
                request,
                invitations,
                action="invite_again",
                title="Mail de uitnodiging opnieuw",
                lines=[
                    "Elke griffier, secretaris of bestuurder die nu bekend is, krijgt de uitnodiging nog eens, "
                    "zolang het orgaan niets liet weten."
                ],
                shown=[(str(one.body), f"{one.consultation}: {self.stand(one)}") for one in invitations],
                button="Mail opnieuw",
            )

        locks = [Invitation.objects.filter(pk__in=[invitation.pk for invitation in queryset])]
        return confirm_and_do(request, page=page, do=do, locks=locks, is_pressed="apply" in request.POST)


def invite_path(model_admin):
    """The address of the page, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view(invite)
    return path("<int:pk>/uitnodigen/", view, name="consultation_consultation_invite")


@permission_required("consultation.change_consultation", raise_exception=True)
def invite(request, pk):
    """Invites every body of the Invitees in the address that was not invited yet, after showing which, and the mail."""
    asked = request.GET.get("wie", Invitees.ASSEMBLIES)
    if asked not in Invitees.values:
        raise Http404("Zo’n groep is er niet.")
    invitees = Invitees(asked)

    def do():
        bodies, mails = actions.invite(consultation=get_object_or_404(Consultation, pk=pk), invitees=invitees)
        messages.success(request, f"{counted(bodies, 'orgaan,organen')} uitgenodigd. {mails_that_go(mails)}.")
        return redirect("admin:consultation_consultation_change", pk)

    locks = [Consultation.objects.filter(pk=pk)]
    return confirm_and_do(request, page=partial(invitation_page, pk, invitees), do=do, locks=locks)


def invitation_page(pk, invitees):
    """Which bodies are invited, who gets a mail, and that mail."""
    consultation = get_object_or_404(Consultation, pk=pk)
    new = inviting.not_invited(consultation, invitees)
    found = [(mandate.body, mandate) for mandate in Mandate.objects.receiving(new).select_related("body", "user")]
    waiting = inviting.waiting_for_answer(consultation, invitees)
    later = [(invitation.body, mandate) for invitation, mandate in inviting.unmailed(waiting)]
    problems = why_not_invite(consultation, invitees, new or later, waiting)
    to_mail = [] if problems else [*found, *later]
    return {
        "title": f"Nodig alle {invitees.label} uit",
        "back": reverse("admin:consultation_consultation_change", args=[pk]),
        "back_name": consultation,
        "lines": [] if problems else what_it_invites(invitees, new, found, later),
        "problems": problems,
        "shown": [] if problems else who_is_invited(invitees, new, to_mail),
        "mail": to_mail and inviting.preview(consultation=consultation, body=to_mail[0][0], mandate=to_mail[0][1]),
        "button": "" if problems else "Nodig uit",
        "links": [(f"?wie={other}", f"Nodig {other.label} uit") for other in Invitees if other != invitees],
    }


def why_not_invite(consultation, invitees, to_do, waiting):
    """Why there is nothing `to_do`, as a list of sentences; `waiting` are the invitations that nobody answered."""
    if consultation.closes_at <= timezone.now():
        return ["Deze consultatie is gesloten."]
    if to_do:
        return []
    one, _ = invitees.receivers.split(",")
    nobody = f"Alle {invitees.label} zijn al uitgenodigd. Voor elke bekende {one} is er al een mail."
    silent = waiting.filter(mailed_to__isnull=True).count()
    unknown = f"Van {counted(silent, 'orgaan,organen')} is nog geen {one} bekend: daar ging geen mail heen."
    return [nobody, *[unknown] * bool(silent)]


def what_it_invites(invitees, new, found, later):
    """How many bodies and mails it is, in sentences."""
    lines = []
    if new:
        lines.append(f"{counted(len(new), 'orgaan wordt,organen worden')} uitgenodigd. Dat komt op de site te staan.")
    if later:
        one, many = invitees.receivers.split(",")
        words = f"{one} werd later bekend en krijgt,{many} werden later bekend en krijgen"
        lines.append(f"{counted(len(later), words)} nu de uitnodiging.")
    count = len(found) + len(later)
    return [*lines, f"{mails_that_go(count)}{', elk met een eigen link' if count else ''}."]


def mails_that_go(count):
    return f"{counted(count, 'e-mail gaat,e-mails gaan')} uit" if count else "Er gaat nog geen e-mail uit"


def who_is_invited(invitees, new, to_mail):
    """(Body, to whom the mail goes) for each body that gets one, and those of which nobody is known to mail."""
    addresses = defaultdict(list)
    for body, mandate in to_mail:
        addresses[body].append(mandate.user.email)
    one, _ = invitees.receivers.split(",")
    mailed = [(body.name, f"Mail aan {listed(to)}.") for body, to in addresses.items()]
    silent = [(body.name, f"Geen {one} bekend, dus nog geen e-mail.") for body in new if body not in addresses]
    return [*silent, *mailed]
