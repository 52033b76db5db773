"""The pages of one's own reactions: reading them over, sending, and what became of them.

Everything here is private to its author. A reaction of somebody else does not exist: its address answers 404.
"""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultation import actions, receipts, typed
from consultation.access import form_page, own_letter, signed_in
from consultation.forms import ReviewForm
from consultation.models import Consultation, Letter, LetterState
from consultation.senders import reads_others, sender_of
from consultation.texts.letters import agreement, points_heading
from consultation.texts.own import groups_of, is_open, rows_of
from consultation.texts.receipts import (
    change_of,
    confirmation_notice,
    links,
    receipt_opening,
    receipt_terms,
    unsent_changes,
)
from consultation.texts.reviewing import (
    NOTHING_CHANGED,
    obstacle,
    receipt_promise,
    review_change_term,
    review_heading,
    review_lead,
    review_links,
    send_label,
    sending_notice,
)
from consultation.texts.taking_away import discard_label, gone_rows
from partners.ground import documents
from partners.ground.security import personal

OF_PEOPLE = "Staat er een gegeven van een persoon in uw reactie? Hoort het er niet in, wijzig dan uw punt."


@require_safe
@signed_in
def my_letters(request):
    letters = Letter.objects.of(request.user).with_point_count().with_answered().order_by("-updated_at")
    rows = rows_of(letters, request.user)
    return render(
        request,
        "consultation/my_letters.html",
        {
            "groups": groups_of(rows),
            "closed": [row for row in rows if not is_open(row)],
            "gone": gone_rows(Letter.objects.to_bring_back(request.user), request.user),
            "waiting": Letter.objects.waiting_for(request.user).select_related("consultation", "body__partner"),
            "open_consultations": Consultation.objects.open()
            .select_related("version__agenda")
            .prefetch_related("questions"),
            "reads_others": reads_others(request.user),
            "typed": list(typed.waiting(request)),
        },
    )


@require_safe
@signed_in
def letter(request, pk):
    """The receipt of what was sent, with its text. Changing it leads on to reading it over."""
    letter = own_letter(request, pk)
    if letter.state == LetterState.DRAFT:
        return redirect("consultation:review", letter.pk)
    points = list(letter.points.whole().with_subject().with_rungs().with_joins().with_hands())
    submissions = list(letter.submissions.all())
    first_sent_at = submissions[-1].sent_at if len(submissions) > 1 else None
    may_change = letter.consultation.is_open() and not letter.withdrawn_at
    change = change_of(letter, request.user) if may_change else None
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
        "change": change,
        "change_note": change.note if change else "",
        "may_begin_again": letter.withdrawn_at and letter.consultation.is_open(),
        "links": links(letter, request.user, change=change, may_change=may_change),
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
    name = f"ontvangstbewijs-{letter.number}-{sequence}"
    answer = documents.response(receipts.receipt(letter, kept), "pdf", name)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@form_page
@signed_in
def review(request, pk):
    """The whole letter as it will be sent, and the button that sends it."""
    letter = own_letter(request, pk)
    if letter.draft is None and not letter.can_begin_changes:
        return redirect(letter)
    points = list((letter.draft or letter).points.whole().with_subject().with_rungs().with_hands())
    typed_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReviewForm(*typed_in, letter=letter, user=request.user)
    unfinished = [point for point in points if point.problem]
    if request.method == "POST" and points and not unfinished and form.is_valid():
        return send(request, letter, form)
    page = review_page(letter, points, reader=request.user)
    return render(request, "consultation/review.html", page | {"form": form, "unfinished": unfinished})


def send(request, letter, form):
    """Sends `letter` as the valid `form` says, and leads to its receipt; what is the same is not sent again."""
    before, times = letter.as_read, letter.submissions.count()
    try:
        letter = actions.send(letter=letter, by=request.user, **form.cleaned_data)
    except actions.Refused as refusal:
        messages.error(request, f"Uw reactie is niet verstuurd. {refusal}")
        return redirect("consultation:review", letter.pk)
    if letter.submissions.count() == times and form.cleaned_data["read"] in (None, before):
        messages.info(request, NOTHING_CHANGED)
    return redirect(letter)


def review_page(letter, points, *, reader):
    """What the page shows on which `reader` reads `letter` over."""
    sender = sender_of(reader, letter)
    page = {
        "letter": letter,
        "heading": review_heading(letter),
        "lead": review_lead(letter),
        "points": points,
        "points_heading": points_heading(len(points)),
        "sender": sender,
        "links": review_links(letter, sender=sender),
        "can_change": letter.can_change(),
        "change_term": review_change_term(letter),
        "obstacle": obstacle(letter, sender=sender, points=points),
        "personal": of_people(points),
        "discard_label": discard_label(letter, reader),
    }
    if letter.is_shared:
        page["agreement"] = agreement((letter.draft or letter).assents.count())
    if not page["obstacle"]:
        page["notice"] = sending_notice(letter, sender=sender)
        page["send_label"] = send_label(letter, sender=sender)
        page["receipt_promise"] = receipt_promise(letter)
    return page


def of_people(points):
    """What in `points` may be of a person, as a paragraph; "" for nothing. Who sends them decides."""
    found = personal.warnings((one.subject, text) for one in points for text in (one.text, one.proposal))
    return " ".join([OF_PEOPLE, *found]) if found else ""
