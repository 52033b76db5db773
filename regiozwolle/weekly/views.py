"""The page on which a reader of the weekly mail stops it, or lets it go on."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from partners.ground.links import opened, unlisted
from regiozwolle.models import WeeklyReader
from regiozwolle.weekly.writing import SALT, go_on, stop


@csrf_exempt  # the token in the address is the proof, and a mail program that stops the mails has no other
@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def weekly(request, token):
    """Only the button does it, or a mail program with its own (RFC 8058); a second button takes it back."""
    reader = get_object_or_404(WeeklyReader, pk=opened(token, salt=SALT, kind="weekly"))
    if request.method == "POST":
        if request.POST.get("act") == "verder":
            go_on(reader=reader)
        else:
            stop(reader=reader)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse("U krijgt geen weekbericht meer.", content_type="text/plain; charset=utf-8")
        return redirect("weekly", token)
    return render(request, "weekly.html", {"reader": reader})
