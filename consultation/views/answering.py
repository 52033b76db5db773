"""The answers to one letter, for its sender: behind an account, or with the link in the mail."""

from http import HTTPStatus

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from consultation import actions
from consultation.access import form_page, signed_in
from consultation.actions.publishing import ANSWERS_SALT, answers_path, holder_of
from consultation.forms.answering import ReopenForm
from consultation.models import Letter
from consultation.texts.receipts import answers_lead
from partners.ground.links import opened, unlisted


def signed_letter(token):
    """The letter that a link in a mail is about, or a 404."""
    letters = Letter.objects.counted().select_related("consultation", "body__partner", "table__session")
    pk, holder = opened(token, salt=ANSWERS_SALT, kind="answers")
    letter = get_object_or_404(letters, pk=pk)
    if holder_of(letter) != holder:
        raise Http404("Deze link is van voor een wijziging.")
    return letter


def own_letter(request, pk):
    """The letter, if this person works in it today."""
    return get_object_or_404(Letter.objects.of(request.user).counted(), pk=pk)


@require_safe
@signed_in
def answers(request, pk):
    """The answers to a letter, for those who wrote it."""
    return answers_page(request, own_letter(request, pk), signed=False)


@unlisted
@require_safe
def signed_answers(request, token):
    """The answers to a letter that came in otherwise, for whoever has the link."""
    return answers_page(request, signed_letter(token), signed=True)


def answers_page(request, letter, *, signed):
    points = points_of(letter)
    return render(
        request,
        "consultation/answers.html",
        {
            "letter": letter,
            "lead": answers_lead(letter, points),
            "consultation": letter.consultation,
            "points": points,
            "expected_on": letter.consultation.answered_by,
            "path": answers_path(letter, signed=signed),
            "is_signed": signed,
            "is_reopened": "heropend" in request.GET,
        },
    )


def points_of(letter):
    """What counts of the letter, with the answers on the site and what its sender said of them."""
    found = letter.points.counted().with_answers().with_subject().with_rungs()
    return found.select_related("wording__version", "reopening").with_stage()


@form_page
@signed_in
def reopen(request, pk, point_pk):
    """Says once that a point was not fully answered."""
    return reopen_page(request, own_letter(request, pk), point_pk, signed=False)


@unlisted
@form_page
def signed_reopen(request, token, point_pk):
    """The same, for whoever has the link."""
    return reopen_page(request, signed_letter(token), point_pk, signed=True)


def reopen_page(request, letter, point_pk, *, signed):
    point = get_object_or_404(points_of(letter), pk=point_pk)
    path = answers_path(letter, signed=signed)
    form = ReopenForm(request.POST if request.method == "POST" else None)
    refusal = ""
    if form.is_valid():
        try:
            actions.reopen(point=point, reason=form.cleaned_data["reason"])
            return redirect(f"{path}?heropend=1")
        except actions.Refused as refused:
            refusal = str(refused)
    return render(
        request,
        "consultation/reopen.html",
        {
            "letter": letter,
            "consultation": letter.consultation,
            "point": point,
            "form": form,
            "path": path,
            "refusal": refusal or hindrance(point),
        },
        status=HTTPStatus.CONFLICT if refusal else HTTPStatus.OK,
    )


def hindrance(point):
    """Why the point cannot be opened again, as a sentence, or ""."""
    if point.reopened:
        return "U hebt dit al eens laten weten."
    if point.letter.consultation.finished_at:
        return "Deze consultatie is afgerond."
    return "" if point.answer else "Op dit punt staat nog geen antwoord op de site."
