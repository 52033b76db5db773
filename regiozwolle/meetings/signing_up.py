"""The pages on which one registers for a meeting, confirms that by a link, and cancels."""

from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partners.ground import limits
from partners.ground.links import opened, unlisted
from partners.ground.publishing import shown_to
from partners.ground.refusal import Refused
from regiozwolle.meetings import registering
from regiozwolle.meetings.forms import RegistrationForm
from regiozwolle.meetings.models import Meeting, Registration
from regiozwolle.meetings.models.registration import SALT

# The parameter that says that the form was sent, and a mail went to whoever that is.
SENT = "verstuurd"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def register(request, slug):
    """Asks for whom one comes and with how many; who is registered already goes to the page of that."""
    meeting = shown_to(request, Meeting.objects.all(), slug=slug)
    user = request.user if request.user.is_authenticated else None
    there = user and meeting.registrations.standing().filter(user=user).first()
    if there:
        return redirect(there.own_path)
    is_open = meeting.takes_registrations
    data = request.POST if request.method == "POST" else None
    form = RegistrationForm(data, meeting=meeting, user=request.user) if is_open else None
    refusal = ""
    if is_open and request.method == "POST" and form.is_valid():
        limits.hold(request, limits.REGISTERING)
        try:
            row = registering.register(meeting=meeting, user=user, **form.cleaned_data)
        except Refused as refused:
            refusal = str(refused)
        else:
            return redirect(row.own_path if user else f"{request.path}?{SENT}=ja")
    page = {
        "meeting": meeting,
        "form": form,
        "refusal": refusal or ("" if is_open else registering.CLOSED),
        "is_sent": SENT in request.GET and request.method != "POST",
        "faults": [(field, error) for field in form or () for error in field.errors],
    }
    return render(request, "meetings/register.html", page, status=status_of(request, refusal, is_open=is_open))


def status_of(request, refusal, *, is_open):
    """What a form that comes back is: refused by the rules, or with a fault in it."""
    if request.method != "POST":
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if refusal or not is_open else HTTPStatus.UNPROCESSABLE_ENTITY


@require_http_methods(["GET", "HEAD", "POST"])
@unlisted
def registration(request, token):
    """What was registered, for who has the link: a button confirms it, another cancels. Only a button does anything."""
    pk = opened(token, salt=SALT, kind="registration")
    row = get_object_or_404(Registration.objects.select_related("meeting", "partner", "user"), pk=pk)
    if request.method == "POST":
        try:
            act(request, row)
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("meetings:registration", token)
    return render(request, "meetings/registration.html", {"registration": row, "meeting": row.meeting})


def act(request, row):
    if request.POST.get("act") == "bevestig":
        registering.confirm(registration=row)
    elif request.POST.get("act") == "afmelden":
        registering.cancel(registration=row)
