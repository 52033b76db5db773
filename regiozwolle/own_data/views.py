"""My data: what is kept, correcting it, taking it along, and closing the account."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partners.ground import history, security
from partners.ground.documents import FORMS, response
from partners.ground.models import EventKind
from regiozwolle.erasing import erase, what_goes, what_stays
from regiozwolle.own_data import taking
from regiozwolle.own_data.forms import CloseForm, NameForm
from regiozwolle.own_data.held import held

FORMS_TO_READ = ["pdf", "docx"]


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def own_data(request):
    """How much of each kind is kept, and the form with which one corrects the own name."""
    form = NameForm(request.POST if request.method == "POST" else None, instance=request.user)
    if form.is_valid():
        correct_name(user=form.instance)
        messages.success(request, "Uw naam is opgeslagen.")
        return redirect("own_data")
    counts = [(one.name, one.rows.count(), one.is_done) for one in held(request.user)]
    page = {
        "form": form,
        "mandates": request.user.mandates.select_related("body__partner").order_by("-starts_on"),
        "own": [(name, count) for name, count, is_done in counts if count and not is_done],
        "done": sum(count for _, count, is_done in counts if is_done),
        "forms": [FORMS[key] for key in FORMS_TO_READ],
    }
    return render(request, "own_data/own_data.html", page)


@history.act("eigen naam gewijzigd")
def correct_name(*, user):
    user.save(update_fields=["name"])


@require_safe
@never_cache
@login_required
def own_data_file(request, form):
    """All of it as a file. That it was taken is a line in the security log."""
    if form not in (*FORMS_TO_READ, "json"):
        raise Http404("In deze vorm is het er niet.")
    security.log(EventKind.TAKEN, request)
    if form != "json":
        return response(taking.document(request.user), form, "mijn-gegevens")
    answer = JsonResponse(taking.as_data(request.user), json_dumps_params={"indent": 1, "ensure_ascii": False})
    answer.headers["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def close_account(request):
    """Says what goes and what stays, and closes after the own address is typed. Staff ask a colleague."""
    if request.user.is_staff:
        raise PermissionDenied
    form = CloseForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        user = request.user
        security.log(EventKind.CLOSED, request)
        erase(user=user)
        logout(request)
        messages.success(request, "Uw account is gesloten. Wat namens een orgaan is gezegd, staat er nog.")
        return redirect("home")
    page = {"form": form, "goes": what_goes(request.user), "stays": what_stays(request.user)}
    return render(request, "own_data/close_account.html", page)
