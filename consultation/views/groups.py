"""The pages of who writes together: who may, who agrees, what is taken over, and confirming what the body decided."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from consultation import actions
from consultation.access import form_page, own_letter, signed_in
from consultation.forms import MinorityForm, SendBackForm
from consultation.models import Letter, LetterState, Point
from consultation.senders import sender_of


def group_letter(request, pk):
    """The letter with the number `pk` in its address, if this person writes it together with others."""
    letter = own_letter(request, pk)
    if not letter.is_shared:
        raise Http404
    return letter


def act(request, letter, *, done="", **words):
    """Back to the page of the group, with what was done; `words` are the act and its arguments."""
    doing = words.pop("doing")
    try:
        doing(letter=letter, **words)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("consultation:group", letter.pk)


@require_safe
@signed_in
def group(request, pk):
    """Who writes in this letter, who agrees with it, and what the group can take over."""
    letter = group_letter(request, pk)
    shown = letter.draft or letter
    assents = {assent.user_id: assent.given_at for assent in shown.assents.all()}
    members = {}
    for mandate in letter.group.order_by("user__name", "user__email"):
        mandate.agreed_at = assents.get(mandate.user_id)
        members.setdefault(mandate.user_id, mandate)
    adoptable = Point.objects.adoptable_in(letter).with_subject().select_related("letter__body")
    return render(
        request,
        "consultation/group.html",
        {
            "letter": letter,
            "shown": shown,
            "points": shown.points.with_subject().with_rungs(),
            "members": members.values(),
            "agreed": len(assents),
            "agrees": request.user.pk in assents,
            "adoptable": adoptable,
            "can_write": letter.can_change() and (letter.draft or letter.consultation.is_open()),
            "sender": sender_of(request.user, letter),
        },
    )


@require_POST
@signed_in
def assent(request, pk):
    """Gives or takes back the akkoord of this person."""
    letter = group_letter(request, pk)
    if "niet" in request.POST:
        done = "Uw akkoord is ingetrokken."
        return act(request, letter, doing=actions.take_back_assent, by=request.user, done=done)
    read_at = request.POST.get("gelezen", "")
    return act(request, letter, doing=actions.assent, by=request.user, read_at=read_at, done="U bent akkoord.")


@require_POST
@signed_in
def adopt(request, pk):
    """Takes over one point of a member or a group."""
    letter = group_letter(request, pk)
    chosen = request.POST.get("punt", "")
    point = get_object_or_404(
        Point.objects.filter(letter__in=Letter.objects.readable_by(request.user)),
        pk=chosen if chosen.isdecimal() and len(chosen) < 19 else None,
    )
    done = f"Het punt over {point.subject} staat nu ook in deze reactie. U kunt het daar wijzigen."
    return act(request, letter, doing=actions.adopt, point=point, by=request.user, done=done)


@form_page
@signed_in
def minority(request, pk, point_pk):
    """Says of one point whether it is that of a minority."""
    letter = group_letter(request, pk)
    shown = letter.draft
    if shown is None or not letter.can_change():
        return redirect("consultation:group", letter.pk)
    point = get_object_or_404(shown.points.with_subject(), pk=point_pk)
    form = MinorityForm(
        request.POST if request.method == "POST" else None,
        initial={"is_minority": "ja" if point.is_minority else "nee", "minority_of": point.minority_of},
    )
    if form.is_valid():
        done = f"Opgeslagen bij het punt over {point.subject}."
        return act(
            request, letter, doing=actions.set_minority, point=point, by=request.user, done=done, **form.cleaned_data
        )
    return render(request, "consultation/minority.html", {"letter": letter, "point": point, "form": form})


@form_page
@signed_in
def confirm(request, pk):
    """What the griffier or secretary reads before it counts, and the buttons to confirm it or to send it back."""
    letter = own_letter(request, pk)
    sender = sender_of(request.user, letter)
    if sender is None or not sender.may_confirm or letter.state == LetterState.DRAFT:
        raise Http404
    sends_back = request.method == "POST" and "terug" in request.POST
    form = SendBackForm(request.POST if sends_back else None)
    if request.method == "POST" and (not sends_back or form.is_valid()):
        read = request.POST.get("verzending", "")
        said = {
            "letter": letter,
            "by": request.user,
            "sequence": int(read) if read.isdecimal() and len(read) < 6 else 0,
        }
        try:
            if sends_back:
                actions.send_back(**said, **form.cleaned_data)
                messages.success(request, "De reactie is teruggestuurd.")
            else:
                actions.confirm(**said)
                messages.success(request, "De reactie is bevestigd en telt mee.")
        except actions.Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("consultation:confirm", letter.pk)
    return render(
        request,
        "consultation/confirm.html",
        {
            "letter": letter,
            "points": letter.points.whole().with_subject().with_rungs(),
            "agreed": letter.assents.count(),
            "sequence": letter.submissions.count(),
            "form": form,
        },
    )


@require_safe
@never_cache
def decision(request, pk):
    """The file of the decision, to take along, for who may read the letter."""
    letter = get_object_or_404(Letter.objects.readable_by(request.user), pk=pk)
    if not letter.decision_file:
        raise Http404
    name = f"besluit-{letter.number}.pdf"
    return FileResponse(letter.decision_file.open(), as_attachment=True, filename=name, content_type="application/pdf")
