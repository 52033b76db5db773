"""The pages on which the time of one person ends, and that of all members of a body after an election."""

from django.contrib import messages
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, day
from partners.models import MEMBERS, Capacity, Mandate
from partners.people import acts
from partners.people.forms import LastDayForm
from partners.people.views import back_to, of_people

SALT = "partners.people.ending"


@require_http_methods(["GET", "HEAD", "POST"])
@of_people
def end_one(request, body, *, mandate):
    """Asks the last day of one mandate of the body, and ends it."""
    found = Mandate.objects.to_come_or_held().filter(body=body).select_related("user", "body")
    mandate = get_object_or_404(found, pk=mandate)
    if Capacity(mandate.capacity) not in body.asks_for:
        raise PermissionDenied
    form = LastDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            acts.end_mandate(mandate=mandate, last_day=form.cleaned_data["last_day"])
        except Refused as refused:
            form.add_error("last_day", str(refused))
        else:
            messages.success(request, f"{mandate.user} handelt tot en met {day(form.cleaned_data['last_day'])}.")
            return redirect("partners:people", body.pk)
    return render(
        request,
        "partners/people_end.html",
        {"body": body, "partner": body.partner, "mandate": mandate, "form": form, "back": back_to(body)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@of_people
def end_all(request, body):
    """Asks a day, shows for whom it ends and who stays, and ends it after a press on the button."""
    form = LastDayForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return ending_page(request, body, form)
    last_day = form.cleaned_data["last_day"]
    if "read" not in request.POST:
        return ending_page(request, body, form, last_day=last_day)
    try:
        read = signing.loads(request.POST["read"], salt=f"{SALT}:{body.pk}")
    except signing.BadSignature as error:
        raise BadRequest("Dit formulier klopt niet.") from error
    try:
        count = acts.end_all(body=body, last_day=last_day, read=read)
    except Refused as refused:
        messages.warning(request, refused)
        return ending_page(request, body, form, last_day=last_day)
    said = counted(count, "hoedanigheid eindigt,hoedanigheden eindigen")
    messages.success(request, f"{said} na {day(last_day)}. Iedereen krijgt een mail met het overdrachtsdossier.")
    return redirect("partners:people", body.pk)


def ending_page(request, body, form, *, last_day=None):
    """The page that asks the day; once there is one also for whom it ends, who stays, and the button."""
    ending = list(Mandate.objects.ending_with(body, last_day).select_related("user")) if last_day else []
    staying = Mandate.objects.to_come_or_held().filter(body=body).exclude(capacity__in=MEMBERS)
    context = {
        "body": body,
        "partner": body.partner,
        "form": form,
        "last_day": last_day,
        "ending": ending,
        "staying": staying.select_related("user").order_by("user__name", "pk"),
        "read": signing.dumps([mandate.pk for mandate in ending], salt=f"{SALT}:{body.pk}") if ending else "",
        "back": back_to(body),
    }
    return render(request, "partners/people_end_all.html", context)
