"""The link in a reminder, for who does not want to react. It needs no account."""

from django.shortcuts import get_object_or_404, redirect, render

from consultation.access import form_page
from consultation.actions import reminding
from consultation.models import Consultation
from partners.ground.links import opened, unlisted
from partners.models import User


@unlisted
@form_page
def no_reminder(request, token):
    """Asks whether it is meant; only the button does it, for some mail programs open every link."""
    consultation, user = opened(token, salt=reminding.SALT, max_age=reminding.LINK_AGE)
    consultation, user = get_object_or_404(Consultation, pk=consultation), get_object_or_404(User, pk=user)
    if request.method == "POST":
        reminding.decline(consultation=consultation, user=user)
        return redirect("consultation:no_reminder", token)
    declined = consultation.reminders.filter(user=user, declined_at__isnull=False).exists()
    return render(request, "consultation/no_reminder.html", {"consultation": consultation, "declined": declined})
