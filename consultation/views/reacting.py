"""The pages of writing: a point on a passage, the open questions, and changing a point of a draft."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from agenda.models import Wording
from consultation import actions, autosave, typed
from consultation.access import form_page, is_in_place, no_mandate, not_open, own_letter, refused, signed_in, while_open
from consultation.forms import PRIMARY_KEY, PointForm, QuestionsForm
from consultation.models import Letter
from consultation.senders import senders
from partners.ground.templatetags.dutch import moment


def answer_form(request, consultation, form, save, *, begun_at=None):
    """Saves what `form` holds by calling `save`, which gives the draft, and answers; None to show the form (again).

    Whether it is in time follows from `begun_at`, or without it from when the form was opened. A form that is
    saved while somebody types gets one line back. A button leads to reading the letter over, or to the list with a
    word that it is kept.
    """
    if request.method != "POST":
        return None
    if chosen := PRIMARY_KEY.fullmatch(request.POST.get("houd", "")):  # what somebody else wrote stays
        typed.forget(request)
        return redirect("consultation:review", chosen.group())
    while_typing = autosave.is_asked(request)
    is_in_time = consultation.accepts(started_at=begun_at or form.opened_at)
    try:
        if not is_in_time:
            raise actions.Refused(actions.CLOSED)
        if not form.is_valid():
            return unfinished(request, form) if while_typing else None
        draft = save()
    except actions.Overtaken as overtaken:
        typed.keep(request)  # for who closes the browser before choosing
        if while_typing:
            return autosave.said(request, problem=f"{overtaken} Klik op ‘Controleer uw reactie’ om te kiezen.")
        form.overtaken_by(overtaken.points)
        return None
    except actions.Refused as refusal:
        if while_typing:
            return refused(request, consultation, refusal)
        return refused(request, consultation, refusal) if is_in_time else not_open(request, consultation)
    typed.forget(request)
    if while_typing:
        return autosave.said(request, read=form.read)
    if "draft" not in request.POST:
        return redirect("consultation:review", draft.original.pk)
    messages.success(request, f"Uw concept is opgeslagen op {moment(timezone.now())}.")
    return redirect("consultation:my_letters")


def unfinished(request, form):
    """The line under a form that cannot be saved yet. What was typed is kept for who opens the form again."""
    if not any(text.strip() for text in typed.texts(request)):
        return autosave.said(request, note="Nog niets om op te slaan.")
    if not typed.keep(request):
        return autosave.said(request, problem=typed.COPY)
    if set(form.errors) == {"sender"}:
        return autosave.said(request, note="Bewaard. Kies nog namens wie u reageert.")
    problem = next(error for errors in form.errors.values() for error in errors)
    return autosave.said(request, problem=f"Nog niet opgeslagen: {problem}")


def form_page_of(request, template, form, page):
    """The page with the form, or the form alone to stand in the page of the agenda."""
    page |= {"form": form, "address": request.get_full_path()}
    if is_in_place(request):
        return render(request, "consultation/_point_form.html", page | {"back": request.htmx.current_url_abs_path})
    return render(request, template, page)


@form_page
@while_open
@signed_in
def respond(request, consultation, code):
    """The form for a point on the passage with this code; what was begun there before is gone on with.

    With ?nieuw it is for another point beside that.
    """
    wording = get_object_or_404(
        Wording.objects.published().select_related("element", "version"),
        version=consultation.version,
        element__code=code,
    )
    choices = senders(request.user)
    if not choices:
        return no_mandate(request, consultation)
    letters = list(Letter.objects.of(request.user).standing().filter(consultation=consultation))
    kept = typed.kept(request)
    if request.method != "POST" and not kept and "nieuw" not in request.GET:
        # What stands in the letter of a group may well be of somebody else there.
        own = [letter.draft for letter in letters if letter.draft and (len(choices) == 1 or not letter.is_shared)]
        begun = wording.points.filter(letter__in=own, origin=None).order_by("-updated_at").first()
        if begun:
            return redirect("consultation:point", begun.letter.original.pk, begun.pk)
    form = PointForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        wording=wording,
        senders=choices,
        letters=letters,
        unfinished="draft" in request.POST or autosave.is_asked(request),
        kept=kept,
        suffix=f"-{code}" if is_in_place(request) else "",
    )

    def save():
        point = actions.save_point(
            author=request.user,
            consultation=consultation,
            sender=form.chosen_sender,
            wording=wording,
            content=form.content,
            opened_at=form.opened_at,
            form=form.key,
            pk=form.pk,
            read=form.read["read"],
            autosaved=autosave.is_asked(request),
        )
        form.saved(point)
        return point.letter

    page = {
        "consultation": consultation,
        "wording": wording,
        "only_sender": choices[0] if len(choices) == 1 else None,
        "earlier": wording.points.filter(letter__in=[letter.draft or letter for letter in letters])
        .select_related("letter__body__partner", "letter__revises")
        .order_by("pk"),
    }
    return answer_form(request, consultation, form, save) or form_page_of(
        request, "consultation/respond.html", form, page
    )


@form_page
@while_open
@signed_in
def answer_questions(request, consultation):
    """The open questions of a consultation, in one form.

    The form shows the answers of one letter, so who can react in several names chooses that first.
    """
    choices = senders(request.user)
    if not choices:
        return no_mandate(request, consultation)
    by_key = {choice.key: choice for choice in choices}
    sender = choices[0] if len(choices) == 1 else by_key.get(request.GET.get("namens"))
    questions = list(consultation.questions.all())
    if not questions:
        raise Http404("Deze consultatie stelt geen vragen.")
    letters = list(Letter.objects.of(request.user).standing().filter(consultation=consultation))
    page = {"consultation": consultation, "choices": choices, "sender": sender, "questions": questions}
    was_other = sender is None or request.GET.get("namens", sender.key) != sender.key
    if request.method == "POST" and was_other and typed.texts(request):
        return refused(request, consultation, actions.NOT_YOURS_NOW)
    if sender is None:
        told = [(choice.key, choice.told(letters)) for choice in choices]
        return render(request, "consultation/questions_sender.html", page | {"told": told})
    letter = next((letter for letter in letters if sender.fits(letter)), None)
    written = list((letter.draft or letter).points.filter(question__isnull=False)) if letter else []
    form = QuestionsForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        questions=questions,
        written=written,
        kept=typed.kept(request),
    )

    def save():
        draft = actions.save_answers(
            author=request.user,
            consultation=consultation,
            sender=sender,
            answers=form.answers,
            opened_at=form.opened_at,
            form=form.key,
            read=form.read_answers,
            autosaved=autosave.is_asked(request),
        )
        form.saved(draft)
        return draft

    page |= {"letter": letter, "written": written}
    return answer_form(request, consultation, form, save) or form_page_of(
        request, "consultation/questions.html", form, page
    )


@form_page
@signed_in
def point(request, pk, point_pk):
    """The form to change a point of a draft."""
    letter = own_letter(request, pk)
    draft = letter.draft
    if draft is None or not letter.can_change():
        return refused(request, letter.consultation, actions.CLOSED if draft else actions.SENT_MEANWHILE)
    point = draft.points.with_subject().filter(pk=point_pk, wording__isnull=False).first()
    if point is None and (typed.unseal(request.POST.get("seal", ""), user=request.user) or typed.kept(request)):
        return refused(request, letter.consultation, actions.REMOVED_MEANWHILE)
    if point is None:
        raise Http404("Dit punt is er niet.")
    form = PointForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        wording=point.wording,
        point=point,
        unfinished="draft" in request.POST or autosave.is_asked(request),
        kept=typed.kept(request),
        suffix=f"-{point.wording.element.code}" if is_in_place(request) else "",
    )

    def save():
        changed = actions.change_point(
            point=point,
            content=form.content,
            form=form.key,
            read=form.read["read"],
            autosaved=autosave.is_asked(request),
        )
        form.saved(changed)
        return draft

    page = {"consultation": letter.consultation, "wording": point.wording, "letter": letter, "point": point}
    return answer_form(request, letter.consultation, form, save, begun_at=draft.created_at) or form_page_of(
        request, "consultation/respond.html", form, page
    )
