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
    if there := registration_of(request.user, meeting):
        return redirect(there.own_path)
    if not meeting.takes_registrations:
        return page(request, meeting, refusal=registering.CLOSED)
    if request.method != "POST":
        return page(request, meeting, form=RegistrationForm(meeting=meeting, user=request.user))
    form = RegistrationForm(request.POST, meeting=meeting, user=request.user)
    if not form.is_valid():
        return page(request, meeting, form=form)
    limits.hold(request, limits.REGISTERING)
    user = request.user if request.user.is_authenticated else None
    try:
        row = registering.register(meeting=meeting, user=user, **form.cleaned_data)
    except Refused as refused:
        return page(request, meeting, form=form, refusal=str(refused))
    return redirect(row.own_path if user else f"{request.path}?{SENT}=ja")


def registration_of(user, meeting):
    """The Registration of who signed in, or None."""
    return meeting.registrations.standing().filter(user=user).first() if user.is_authenticated else None


def page(request, meeting, *, form=None, refusal=""):
    """The page, with what was typed if that came back; it says what the rules refuse, or which field has a fault."""
    is_sent = request.method == "POST"
    status = HTTPStatus.CONFLICT if refusal else HTTPStatus.UNPROCESSABLE_ENTITY
    shown = {
        "meeting": meeting,
        "form": form,
        "has_errors": form is not None and bool(form.errors),
        "refusal": refusal,
        "is_sent": SENT in request.GET and not is_sent,
    }
    return render(request, "meetings/register.html", shown, status=status if is_sent else HTTPStatus.OK)


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
