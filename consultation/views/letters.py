"""The pages of one's own reactions: reading them over, sending, and what became of them.

Everything here is private to its author. A reaction of somebody else does not exist: its address answers 404.
"""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from consultation import actions, receipts, typed
from consultation.access import form_page, not_open, own_letter, refused, signed_in
from consultation.forms import ReviewForm
from consultation.models import Consultation, Letter, LetterState
from consultation.senders import may_take_back, reads_others, sender_of
from consultation.texts.letters import agreement, points_heading
from consultation.texts.own import groups_of, is_open, row_of
from consultation.texts.receipts import confirmation_notice, links, receipt_opening, receipt_terms, unsent_changes
from consultation.texts.reviewing import (
    obstacle,
    review_change_term,
    review_lead,
    review_links,
    send_label,
    sending_notice,
)
from partners.ground import documents

NO_WITHDRAWAL = "Intrekken kan niet meer"


@require_safe
@signed_in
def my_letters(request):
    letters = Letter.objects.of(request.user).with_point_count().with_answered().order_by("-updated_at")
    rows = [row_of(letter) for letter in letters]
    return render(
        request,
        "consultation/my_letters.html",
        {
            "groups": groups_of(rows),
            "closed": [row for row in rows if not is_open(row)],
            "waiting": Letter.objects.waiting_for(request.user).select_related("consultation", "body__partner"),
            "open_consultations": Consultation.objects.open()
            .select_related("version__agenda")
            .prefetch_related("questions"),
            "reads_others": reads_others(request.user),
            "typed": list(typed.waiting(request)),
        },
    )


@form_page
@signed_in
def letter(request, pk):
    """The receipt of what was sent, with its text.

    Its button begins changes; until those are sent too, what was sent counts.
    """
    letter = own_letter(request, pk)
    if letter.state == LetterState.DRAFT:
        return redirect("consultation:review", letter.pk)
    if request.method == "POST":
        try:
            actions.begin_changes(letter=letter)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal, heading="Wijzigen kan niet meer")
        return redirect("consultation:review", letter.pk)
    points = list(letter.points.whole().with_subject().with_rungs().with_joins())
    submissions = list(letter.submissions.all())
    first_sent_at = submissions[-1].sent_at if len(submissions) > 1 else None
    may_change = letter.consultation.is_open() and not letter.withdrawn_at
    page = {
        "letter": letter,
        "opening": receipt_opening(letter, is_change=bool(first_sent_at)),
        "confirmation_notice": confirmation_notice(letter),
        "terms": receipt_terms(letter, point_count=len(points), first_sent_at=first_sent_at),
        "points": points,
        "newest": submissions[0] if submissions else None,
        "earlier": submissions[1:],
        "steps": receipts.next_steps(letter) if not letter.withdrawn_at else [],
        "size": receipts.about_size(submissions[0]) if submissions else 0,
        "unsent_changes": unsent_changes(letter),
        "may_change": may_change,
        "may_begin_again": letter.withdrawn_at and letter.consultation.is_open(),
        "links": links(letter, may_withdraw=may_change and may_take_back(request.user, letter)),
        "is_answered": letter.points.filter(answers__published_at__lte=timezone.now()).exists(),
    }
    if letter.waits:
        page["may_confirm"] = letter.confirmers.filter(user=request.user).exists()
    return render(request, "consultation/letter.html", page)


@require_safe
@signed_in
def submission(request, pk, sequence):
    """What was sent one of the times, also when it was changed or withdrawn since."""
    letter = own_letter(request, pk)
    kept = get_object_or_404(letter.submissions, sequence=sequence)
    page = {
        "letter": letter,
        "submission": kept,
        "points": receipts.points_of(kept),
        "is_newest": not letter.submissions.filter(sequence__gt=sequence).exists(),
        "size": receipts.about_size(kept),
    }
    return render(request, "consultation/submission.html", page)


@require_safe
@signed_in
def receipt(request, pk, sequence):
    """The same as PDF."""
    letter = own_letter(request, pk)
    kept = get_object_or_404(letter.submissions, sequence=sequence)
    return documents.response(receipts.receipt(letter, kept), "pdf", f"ontvangstbewijs-{letter.number}-{sequence}")


@form_page
@signed_in
def review(request, pk):
    """The whole letter as it will be sent, and the button that sends it."""
    letter = own_letter(request, pk)
    draft = letter.draft
    if draft is None:
        return redirect(letter)
    points = list(draft.points.with_subject().with_rungs())
    typed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReviewForm(*typed_in, letter=letter, user=request.user)
    unfinished = [point for point in points if point.problem]
    if request.method == "POST" and points and not unfinished and form.is_valid():
        try:
            actions.send(letter=letter, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            messages.error(request, f"Uw reactie is niet verstuurd. {refusal}")
            return redirect("consultation:review", letter.pk)
        return redirect(letter)
    page = review_page(letter, points, sender=sender_of(request.user, letter))
    return render(request, "consultation/review.html", page | {"form": form, "unfinished": unfinished})


def review_page(letter, points, *, sender):
    """What the page shows on which `letter` is read over; `sender` is the Sender in whose name, or None."""
    page = {
        "letter": letter,
        "lead": review_lead(letter),
        "points": points,
        "points_heading": points_heading(len(points)),
        "sender": sender,
        "links": review_links(letter, sender=sender),
        "can_change": letter.can_change(),
        "change_term": review_change_term(letter),
        "obstacle": obstacle(letter, sender=sender, points=points),
    }
    if letter.is_shared:
        page["agreement"] = agreement(letter.draft.assents.count())
    if not page["obstacle"]:
        page["notice"] = sending_notice(letter, sender=sender)
        page["send_label"] = send_label(letter, sender=sender)
    return page


@form_page
@signed_in
def remove_point(request, pk, point_pk):
    """Asks whether it is meant, then takes a point out of a draft."""
    letter = own_letter(request, pk)
    if letter.draft is None:
        return redirect(letter)
    point = get_object_or_404(letter.draft.points.with_subject(), pk=point_pk)
    if request.method == "POST":
        try:
            actions.remove_point(point=point)
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
    if not may_take_back(request.user, letter):
        heading = "U kunt deze reactie niet intrekken"
        return refused(request, letter.consultation, actions.COUNTS_ALREADY, heading=heading)
    if request.method == "POST":
        try:
            actions.withdraw(letter=letter, by=request.user)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal, heading=NO_WITHDRAWAL)
        return redirect(letter)
    return render(request, "consultation/withdraw.html", {"letter": letter})


@require_POST
@signed_in
def begin_again(request, pk):
    """Goes on with the words of a letter that was withdrawn."""
    letter = own_letter(request, pk)
    try:
        draft = actions.begin_again(letter=letter, by=request.user)
    except actions.Refused as refusal:
        return refused(request, letter.consultation, refusal)
    messages.success(request, "Uw eerdere tekst staat hieronder, als concept. Lees haar na en verstuur haar.")
    return redirect("consultation:review", draft.original.pk)


@form_page
@signed_in
def discard(request, pk):
    """Asks whether it is meant, then throws away what was not sent."""
    letter = own_letter(request, pk)
    if letter.draft is None:
        return redirect(letter)
    if request.method == "POST":
        actions.discard(letter=letter)
        messages.success(request, "Uw concept is verwijderd.")
        return redirect("consultation:my_letters")
    return render(request, "consultation/discard.html", {"letter": letter})
