"""The page without an account on which a sender checks what was typed for them."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from consultation import actions, autosave
from consultation.access import form_page
from consultation.actions.entering import CHECK_SALT, state_of
from consultation.autosave import SaveState
from consultation.forms import CheckForm
from consultation.models import Letter, Scan
from consultation.scans.desk import taken
from partners.ground.links import opened, unlisted
from partners.ground.templatetags.dutch import day


@unlisted
@form_page
def check_letter(request, token):
    """What was typed for a sender, with two answers: it is right, or this is not."""
    letter = letter_to_check(token)
    if autosave.is_asked(request):
        return keep_remark(request, letter)
    kept = actions.remark_kept(letter)
    disagrees = request.method == "POST" and "anders" in request.POST
    form = CheckForm(request.POST if disagrees else None, kept=kept)
    if request.method == "POST" and (not disagrees or form.is_valid()):
        actions.check(letter=letter, remark=form.cleaned_data["remark"] if disagrees else "")
        return redirect("consultation:check_letter", token)
    page = {
        "letter": letter,
        "points": letter.points.whole().with_subject(),
        "form": form,
        "scan": Scan.objects.filter(letter=letter).select_related("file").first(),
        "token": token,
        "read": {"read-remark": state_of(kept)},
        "came_in": ", ".join(filter(None, (capfirst(letter.get_channel_display()), day(letter.received_on)))),
        "checked": f"‘{letter.check_remark}’" if letter.check_remark else "het klopt.",
    }
    return render(request, "consultation/check_letter.html", page)


def letter_to_check(token):
    """The letter of which `token` is the key. Raises Http404."""
    letters = Letter.objects.sent().select_related("consultation__version__agenda", "body__partner", "table")
    return get_object_or_404(letters, pk=opened(token, salt=CHECK_SALT, kind="check"))


@unlisted
@require_safe
def scan_to_check(request, token):
    """The scan of the letter, to take along, for whoever has the link to check what was typed."""
    scan = Scan.objects.filter(letter=letter_to_check(token)).select_related("file", "letter").first()
    if scan is None:
        raise Http404("Bij deze reactie staat geen scan.")
    return taken(request, scan)


def keep_remark(request, letter):
    """The line under the remark while somebody types it: it is kept with the letter, for any device with this link."""
    form = CheckForm(request.POST, may_be_empty=True)
    if not form.is_valid():
        problem = f"Nog niet opgeslagen: {form.errors['remark'][0]}"
        return autosave.status_line(request, state=SaveState.REFUSED, problem=problem)
    remark = form.cleaned_data["remark"]
    try:
        actions.keep_remark(letter=letter, remark=remark, read=request.POST.get("read-remark", ""))
    except actions.Refused as refusal:
        return autosave.status_line(request, state=SaveState.REFUSED, problem=f"Nog niet opgeslagen. {refusal}")
    return autosave.status_line(request, state=SaveState.HELD, read={"read-remark": state_of(remark)})
