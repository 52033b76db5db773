"""The pages of those who write together: who may, who agrees, what is taken over, and confirming what was decided."""

import logging
from http import HTTPStatus

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from consultation import actions
from consultation.access import form_page, own_letter, signed_in
from consultation.authorship import told
from consultation.forms import MinorityForm, SendBackForm
from consultation.models import Letter, LetterState, Point, SenderKind
from consultation.models.letter_choices import BROUGHT_BACK_FOR
from consultation.senders import sender_of
from consultation.texts.confirming import confirm_opening, confirm_terms
from consultation.texts.letters import agreement, numbered, points_heading
from partners.ground import files
from partners.ground.templatetags.dutch import counted, moment

logger = logging.getLogger(__name__)
PER_PAGE = 25
# On the link of a point that stands for a minority, and on that of one that does not.
MINORITY_LABELS = "Wijzig het minderheidsstandpunt,Maak er een minderheidsstandpunt van"
# Whose points the letter in this name may take over.
ADOPTED_OF = {SenderKind.COUNCIL: "leden en fracties", SenderKind.PARTY_GROUP: "leden van de fractie"}
# The opening of the page of a group, by whether its letter is a draft.
GROUP_LEADS = {
    True: "Alleen wie hieronder staat, kan het concept lezen en wijzigen.",
    False: "De reactie is verstuurd. Hieronder staat wie meeschreef en wie akkoord was.",
}


def group_letter(request, pk):
    """The letter with the number `pk` in its address, if this person writes it together with others."""
    letter = own_letter(request, pk)
    if not letter.is_shared:
        raise Http404
    return letter


def act(request, letter, *, doing, done, back="consultation:group", **words):
    """Does `doing` to `letter` with `words`, and goes back to its page with the name `back`, saying what was `done`."""
    try:
        doing(letter=letter, **words)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(back, letter.pk)


@require_safe
@signed_in
def group(request, pk):
    """The page with who writes in this letter, who agrees with it, and what the group can take over."""
    letter = group_letter(request, pk)
    shown = letter.draft or letter
    assents = {assent.user_id: assent.given_at for assent in shown.assents.all()}
    points = list(shown.points.whole().with_subject().with_rungs().with_hands())
    changes = Paginator(letter.group_acts.select_related("by"), PER_PAGE).get_page(request.GET.get("pagina"))
    can_write = letter.can_change() and bool(letter.draft or letter.consultation.is_open())
    return render(
        request,
        "consultation/group.html",
        {
            "letter": letter,
            "back_to": numbered(letter.number) if letter.number else "Controleer uw reactie",
            "lead": GROUP_LEADS[bool(letter.draft)],
            "shown": shown,
            "points": points,
            "points_heading": points_heading(len(points)),
            "members": members(letter, assents),
            "agreement": agreement(len(assents)),
            "is_quiet": bool(assents or points),
            "agrees": request.user.pk in assents,
            "may_agree": letter.draft and can_write and points,
            "adoptable": Point.objects.adoptable_in(letter).with_subject().select_related("letter__body"),
            "may_adopt": can_write and letter.sender_kind != SenderKind.EXECUTIVE,
            "adopted_of": ADOPTED_OF.get(letter.sender_kind),
            "may_set_minority": letter.draft and can_write,
            "minority_labels": MINORITY_LABELS,
            "deadline": letter.consultation.deadline_in_time if can_write else letter.consultation.deadline,
            "changes": changes,
            "rows": change_rows(changes, request.user, can_write=can_write),
            "pages": changes.paginator.get_elided_page_range(changes.number, on_each_side=2, on_ends=1),
        },
    )


def members(letter, assents):
    """The mandates of those who write in `letter`, one each, with `agreement`: what their assent is now.

    `assents` holds the moment of each assent, by the primary key of the user.
    """
    found = {}
    for mandate in letter.group.order_by("user__name", "user__email"):
        agreed_at = assents.get(mandate.user_id)
        mandate.agreement = f"Akkoord, {moment(agreed_at)}" if agreed_at else "Nog niet"
        found.setdefault(mandate.user_id, mandate)
    return found.values()


def change_rows(changes, reader, *, can_write):
    """(GroupAct, what was done, whether its words of before can be put back) for each of `changes`, to `reader`."""
    since = timezone.now() - BROUGHT_BACK_FOR
    for change in changes:
        yield change, told(change, reader), can_write and change.before is not None and change.at > since


@require_POST
@signed_in
def restore_words(request, pk):
    """Puts the words from before one change back."""
    letter = group_letter(request, pk)
    chosen = request.POST.get("wijziging", "")
    change = get_object_or_404(letter.group_acts, pk=chosen if chosen.isdecimal() and len(chosen) < 19 else None)
    done = "De eerdere woorden staan er weer. Wat er stond, kunt u ook weer terugzetten."
    return act(request, letter, doing=actions.restore_words, change=change, by=request.user, done=done)


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
    if sends_back and form.is_valid():
        done = "De schrijvers krijgen een e-mail met uw opmerking."
        return judge(request, letter, doing=actions.send_back, done=done, **form.cleaned_data)
    if request.method == "POST" and not sends_back:
        return judge(request, letter, doing=actions.confirm, done="De reactie is bevestigd en telt mee.")
    return render(request, "consultation/confirm.html", confirm_page(letter) | {"form": form})


def confirm_page(letter):
    """What the page shows on which `letter` is confirmed or sent back."""
    points = list(letter.points.whole().with_subject().with_rungs().with_hands())
    is_undecided = letter.waits or bool(letter.returned_at)
    is_finished = bool(letter.consultation.finished_at)
    return {
        "letter": letter,
        "opening": confirm_opening(letter),
        "points": points,
        "points_heading": counted(len(points), "punt,punten"),
        "terms": confirm_terms(letter, agreed=letter.assents.count()),
        "sequence": letter.submissions.count(),
        "may_confirm": is_undecided and not is_finished,
        "is_too_late": is_undecided and is_finished,
        "may_send_back": letter.waits and not is_finished,
    }


def judge(request, letter, **words):
    """Confirms a letter or sends it back, as it was read; `words` are those of `act`."""
    read = request.POST.get("verzending", "")
    sequence = int(read) if read.isdecimal() and len(read) < 6 else 0
    return act(request, letter, back="consultation:confirm", by=request.user, sequence=sequence, **words)


@require_safe
def decision(request, pk):
    """The file of the decision, to take along, for those who may read the letter."""
    letter = get_object_or_404(Letter.objects.readable_by(request.user).select_related("decision_file"), pk=pk)
    if letter.decision_file is None:
        raise Http404
    if not letter.decision_file.is_whole():
        logger.error("The file of the decision of %s is not there: %s", letter.number, letter.decision_file)
        return render(request, "consultation/decision_gone.html", {"letter": letter}, status=HTTPStatus.GONE)
    return files.attached(request, letter.decision_file, f"besluit-{letter.number}.pdf")
