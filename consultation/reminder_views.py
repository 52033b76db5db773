"""The link in a reminder, for who does not want to react. It needs no account."""

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import redirect, render

from consultation.actions import reminding
from consultation.response_views import form_page
from consultation.table_views import unlisted


@unlisted
@form_page
def no_reminder(request, token):
    """Asks whether it is meant; only the button does it, for some mail programs open every link."""
    try:
        consultation, user = reminding.who_is_meant(token)
    except (signing.BadSignature, ObjectDoesNotExist) as error:
        raise Http404("Deze link is niet van ons.") from error
    if request.method == "POST":
        reminding.decline(consultation=consultation, user=user)
        return redirect("consultation:no_reminder", token)
    declined = consultation.reminders.filter(user=user, declined_at__isnull=False).exists()
    return render(request, "consultation/no_reminder.html", {"consultation": consultation, "declined": declined})
