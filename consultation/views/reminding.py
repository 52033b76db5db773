"""The link in a reminder, for those who do not want to react. It needs no account."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt

from consultation.access import form_page
from consultation.actions import reminding
from consultation.models import Consultation
from partners.ground.links import opened, unlisted
from partners.ground.templatetags.dutch import moment
from partners.models import User


@csrf_exempt  # the token in the address is the proof, and a mail program that stops the mails has no other
@unlisted
@form_page
def no_reminder(request, token):
    """Asks whether it is meant; only the button does it, for some mail programs open every link.

    So does a mail program with its own button (RFC 8058), which wants no redirect.
    """
    consultation, user = opened(token, salt=reminding.SALT, kind="no_reminder")
    consultation, user = get_object_or_404(Consultation, pk=consultation), get_object_or_404(User, pk=user)
    if request.method == "POST":
        reminding.decline(consultation=consultation, user=user)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse("U krijgt geen herinnering meer.", content_type="text/plain; charset=utf-8")
        return redirect("consultation:no_reminder", token)
    if consultation.reminders.filter(user=user, declined_at__isnull=False).exists():
        page = {"consultation": consultation, "on_second_thoughts": on_second_thoughts(consultation)}
        return render(request, "consultation/reminder_declined.html", page)
    return render(request, "consultation/no_reminder.html", {"consultation": consultation})


def on_second_thoughts(consultation):
    """Whether and until when those who declined can still react."""
    if consultation.is_open():
        return f"U kunt reageren tot en met {moment(consultation.last_minute)}. Een concept blijft bewaard."
    return "De consultatie is gesloten. Reageren kan niet meer."
