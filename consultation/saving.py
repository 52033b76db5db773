"""Answering a form of reacting that comes back: it is saved, or not finished, overtaken, refused or too late.

A form that is saved while somebody types gets one line back, for the form itself must stay as it is. A button leads to
reading the letter over, or to the list with a word that it is saved.
"""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from consultation import actions, autosave, typed
from consultation.access import is_in_place, not_open, refused
from consultation.autosave import SaveState
from consultation.forms import PRIMARY_KEY
from partners.ground.templatetags.dutch import moment


def posted(request):
    """The data of a form that was sent; None when it is only asked for."""
    return request.POST if request.method == "POST" else None


def may_be_unfinished(request):
    """Whether what is sent now need not be finished: saved while somebody types, or as a draft."""
    return "draft" in request.POST or autosave.is_asked(request)


def answer_form(request, consultation, form, *, save, show, begun_at=None):
    """Shows `form`, or saves it when it was sent, and answers.

    `save` writes what a valid form holds and returns the draft of the letter; `show` draws the page with the form.
    Whether it is in time follows from `begun_at`, or without it from when the form was opened.
    """
    if request.method != "POST":
        return show()
    if PRIMARY_KEY.fullmatch(request.POST.get("houd", "")):
        return keep_theirs(request)
    if not consultation.accepts(started_at=begun_at or form.opened_at):
        return too_late(request, consultation)
    if not form.is_valid():
        return unfinished(request, form) if autosave.is_asked(request) else faulty(request, form, show)
    try:
        draft = save()
    except actions.Overtaken as overtaken:
        return choose_between(request, form, overtaken, show)
    except actions.Refused as refusal:
        return refused(request, consultation, refusal)
    return saved(request, form, draft)


def keep_theirs(request):
    """What somebody else wrote meanwhile stays, so what was typed here is forgotten."""
    typed.clear(request)
    return redirect("consultation:review", request.POST["houd"])


def too_late(request, consultation):
    """The form was not open when the consultation closed, or not sent soon enough after that."""
    if autosave.is_asked(request):
        return refused(request, consultation, actions.CLOSED)
    return not_open(request, consultation)


def unfinished(request, form):
    """The line under a form that cannot be saved yet. What was typed is stored for whoever opens the form again."""
    if form.is_blank:
        return autosave.status_line(request, state=SaveState.HELD, note="Nog niets om op te slaan.")
    if not typed.store(request):
        return autosave.status_line(request, state=SaveState.REFUSED, problem=typed.COPY)
    if set(form.errors) == {"sender"}:
        return autosave.status_line(request, state=SaveState.HELD, note="Bewaard. Kies nog namens wie u reageert.")
    problem = next(error for errors in form.errors.values() for error in errors)
    return autosave.status_line(request, state=SaveState.HELD, problem=f"Nog niet opgeslagen: {problem}")


def faulty(request, form, show):
    """The page with what must be mended. What was sent is stored for those who close it instead."""
    if not form.is_blank:
        typed.store(request)
    return show()


def choose_between(request, form, overtaken, show):
    """Somebody wrote meanwhile, so both texts are shown to choose from; while typing only a line says so."""
    # For those who close the browser before choosing.
    state = SaveState.HELD if typed.store(request) else SaveState.REFUSED
    if autosave.is_asked(request):
        problem = f"{overtaken} Klik op ‘Controleer uw reactie’ om te kiezen."
        return autosave.status_line(request, state=state, problem=problem)
    form.overtaken_by(overtaken.points)
    return show()


def saved(request, form, draft):
    """It stands in `draft`."""
    typed.clear(request)
    if autosave.is_asked(request):
        closing = "" if draft.consultation.is_open() else draft.consultation.deadline_in_time
        if draft.revises_id:
            closing = f"Dit telt pas als u opnieuw verstuurt. {closing}".strip()
        return autosave.status_line(request, state=SaveState.HELD, read=form.read, closing=closing)
    if "draft" not in request.POST:
        return redirect("consultation:review", draft.original.pk)
    messages.success(request, f"Uw concept is opgeslagen op {moment(timezone.now())}.")
    return redirect("consultation:my_letters")


def draw_form(request, template, form, page):
    """The page with the form, or the form alone to stand in the page of the agenda."""
    page |= {"form": form, "address": request.get_full_path()}
    if is_in_place(request):
        return render(request, "consultation/_point_form.html", page | {"back": request.htmx.current_url_abs_path})
    return render(request, template, page)
