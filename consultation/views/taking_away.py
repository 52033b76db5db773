"""The pages on which something is taken away, each after a question, and on which it is brought back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from consultation import actions
from consultation.access import form_page, not_open, own_letter, refused, signed_in
from consultation.models import Letter, LetterState
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from consultation.senders import may_discard, may_withdraw
from consultation.texts.taking_away import bring_back_page, work_of_others

NO_WITHDRAWAL = "Intrekken kan niet meer"


@form_page
@signed_in
def remove_point(request, pk, point_pk):
    """Asks whether it is meant, then takes a point out of a letter, to be sent so."""
    letter = own_letter(request, pk)
    if letter.draft is None and not letter.can_begin_changes:
        return redirect(letter)
    points = (letter.draft or letter).points.whole().with_subject().with_hands()
    point = get_object_or_404(points, pk=point_pk)
    if request.method == "POST":
        try:
            actions.remove_point(letter=letter, pk=point.pk, by=request.user)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal)
        messages.success(request, f"Het punt over {point.subject} is verwijderd.")
        return redirect("consultation:review", letter.pk)
    return render(request, "consultation/remove_point.html", {"letter": letter, "point": point})


@form_page
@signed_in
def withdraw(request, pk):
    """Asks whether it is meant, then takes back what was sent."""
    letter = own_letter(request, pk)
    if letter.state != LetterState.SENT:
        return redirect(letter)
    if not letter.consultation.is_open():
        return not_open(request, letter.consultation, heading=NO_WITHDRAWAL)
    if not may_withdraw(request.user, letter):
        reason = actions.COUNTS_ALREADY if letter.confirmed_at else actions.NOT_YOURS_TO_WITHDRAW
        return refused(request, letter.consultation, reason, heading="U kunt deze reactie niet intrekken")
    if request.method == "POST":
        try:
            actions.withdraw(letter=letter, by=request.user)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal, heading=NO_WITHDRAWAL)
        return redirect(letter)
    page = {"letter": letter, "work": work_of_others(letter, request.user)}
    return render(request, "consultation/withdraw.html", page)


@require_POST
@signed_in
def begin_again(request, pk):
    """Goes on with the words of a letter that was withdrawn."""
    letter = own_letter(request, pk)
    try:
        draft = actions.begin_again(letter=letter, by=request.user)
    except actions.Refused as refusal:
        return refused(request, letter.consultation, refusal)
    messages.success(request, "Uw eerdere tekst staat hieronder, als concept. Lees de tekst na en verstuur die.")
    return redirect("consultation:review", draft.original.pk)


@form_page
@signed_in
def discard(request, pk):
    """Asks whether it is meant, then throws away what was not sent."""
    letter = own_letter(request, pk)
    if letter.draft is None:
        return redirect(letter)
    if not may_discard(request.user, letter):
        heading = "U kunt dit niet verwijderen"
        return refused(request, letter.consultation, actions.NOT_YOURS_TO_DISCARD, heading=heading)
    if request.method == "POST":
        try:
            actions.discard(letter=letter, by=request.user)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal)
        days = BROUGHT_BACK_FOR.days
        messages.success(request, f"Dit is verwijderd. U kunt het hieronder {days} dagen lang terughalen.")
        return redirect("consultation:my_letters")
    page = {"letter": letter, "work": work_of_others(letter.draft, request.user)}
    return render(request, "consultation/discard.html", page)


@form_page
@signed_in
def bring_back(request, pk):
    """What was withdrawn or thrown away, and the button that brings it back."""
    letter = get_object_or_404(Letter.objects.to_bring_back(request.user), pk=pk)
    if request.method == "POST":
        try:
            letter = actions.bring_back(letter=letter, by=request.user)
        except actions.Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("consultation:bring_back", pk)
        messages.success(request, "De reactie is terug, zoals die was.")
        return redirect("consultation:review" if letter.draft else "consultation:letter", letter.pk)
    return render(request, "consultation/bring_back.html", bring_back_page(letter, request.user))
