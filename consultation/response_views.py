"""The pages of reacting: writing points, reading them over, sending, and what became of it.

Everything here is private to its author. A reaction of somebody else does not exist: its address answers 404.
"""

from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from agenda.models import Wording
from consultation import actions, autosave, receipts, typed
from consultation.forms import PRIMARY_KEY, PointForm, QuestionsForm, ReviewForm
from consultation.models import Consultation, Response, ResponseState
from consultation.senders import may_take_back, reads_others, sender_of, senders
from partners import documents
from partners.templatetags.dutch import moment

NO_WITHDRAWAL = "Intrekken kan niet meer"

form_page = require_http_methods(["GET", "HEAD", "POST"])


def signed_in(view):
    """Asks who is not signed in to do so first, and keeps what they had typed for when they come back."""

    @never_cache
    @vary_on_headers("HX-Target")
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        kept = request.method == "POST" and request.resolver_match.view_name in typed.FORMS and typed.keep(request)
        if autosave.is_asked(request):
            return autosave.said(request, problem=typed.LOGGED_OUT if kept else typed.COPY, link="Log opnieuw in")
        if kept:
            messages.info(request, typed.KEPT)
        elif request.method == "POST" and (texts := typed.texts(request)):
            return render(request, "consultation/not_kept.html", {"texts": texts}, status=HTTPStatus.FORBIDDEN)
        sign_in = redirect_to_login(request.get_full_path())
        return HttpResponseClientRedirect(sign_in.url) if is_in_place(request) else sign_in

    return wrapper


def while_open(view):
    """Gives the view the consultation. Who asks for a form before it opens or after it closed reads that instead.

    Who typed in it before it closed, and was signed out, has as long to send that as everyone else.
    """

    @wraps(view)
    def wrapper(request, slug, *args, **kwargs):
        consultation = get_object_or_404(Consultation.objects.select_related("version__agenda"), slug=slug)
        if request.method != "POST" and not consultation.is_open():
            seal = typed.unseal(typed.kept(request).get("seal", ""))
            if seal is None or not consultation.accepts(started_at=seal.opened_at):
                return not_open(request, consultation)
        return view(request, consultation, *args, **kwargs)

    return wrapper


def is_in_place(request):
    """Whether the form is asked for in the page of the agenda, to stand where the link to it stood."""
    return (request.htmx.target or "").startswith("links-")


def not_open(request, consultation, **words):
    """Says why one cannot react at this moment; `words` as for `refused`."""
    if timezone.now() < consultation.opens_at:
        return refused(request, consultation, f"Deze consultatie opent op {moment(consultation.opens_at)}.", **words)
    if not consultation.takes_responses:
        return refused(request, consultation, "Op deze consultatie kunt u niet op deze site reageren.", **words)
    return refused(
        request, consultation, f"Deze consultatie is gesloten op {moment(consultation.last_minute)}.", **words
    )


def refused(request, consultation, reason, heading="U kunt hier nu niet reageren"):
    """Says why something cannot be done, and shows what was typed so that it can be copied."""
    if autosave.is_asked(request):
        return autosave.said(request, problem=f"Niet opgeslagen. {reason}")
    if is_in_place(request):  # there is no room for it there: it is read on a page of its own
        return HttpResponseClientRedirect(request.get_full_path())
    return render(
        request,
        "consultation/refused.html",
        {"consultation": consultation, "heading": heading, "reason": reason, "texts": typed.texts(request)},
        status=HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK,
    )


def no_mandate(request, consultation):
    """Says that this person acts for nobody today, and shows what was typed so that it can be copied."""
    if autosave.is_asked(request):
        return autosave.said(request, problem=f"Niet opgeslagen. {actions.NOT_YOURS_NOW}")
    if is_in_place(request):
        return HttpResponseClientRedirect(request.get_full_path())
    page = {"consultation": consultation, "texts": typed.texts(request)}
    return render(request, "consultation/no_mandate.html", page, status=HTTPStatus.FORBIDDEN)


def own_letter(request, pk):
    """The letter with the number `pk` in its address, if this person wrote it."""
    return get_object_or_404(Response.objects.of(request.user), pk=pk)


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
        return redirect("consultation:review", draft.letter.pk)
    messages.success(request, f"Uw concept is opgeslagen op {moment(timezone.now())}.")
    return redirect("consultation:my_responses")


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
    letters = list(Response.objects.of(request.user).standing().filter(consultation=consultation))
    kept = typed.kept(request)
    if request.method != "POST" and not kept and "nieuw" not in request.GET:
        # What stands in the letter of a group may well be of somebody else there.
        own = [letter.draft for letter in letters if letter.draft and (len(choices) == 1 or not letter.is_shared)]
        begun = wording.points.filter(response__in=own, origin=None).order_by("-updated_at").first()
        if begun:
            return redirect("consultation:point", begun.response.letter.pk, begun.pk)
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
        return point.response

    page = {
        "consultation": consultation,
        "wording": wording,
        "only_sender": choices[0] if len(choices) == 1 else None,
        "earlier": wording.points.filter(response__in=[letter.draft or letter for letter in letters])
        .select_related("response__body__partner", "response__revises")
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
    letters = list(Response.objects.of(request.user).standing().filter(consultation=consultation))
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


@require_safe
@signed_in
def my_responses(request):
    letters = Response.objects.of(request.user).with_point_count().with_answered().order_by("-updated_at")
    groups = [
        ("Nog niet verstuurd", [letter for letter in letters if letter.state == ResponseState.DRAFT]),
        ("Verstuurd", [letter for letter in letters if letter.state == ResponseState.SENT]),
        ("Ingetrokken", [letter for letter in letters if letter.state == ResponseState.WITHDRAWN]),
    ]
    return render(
        request,
        "consultation/my_responses.html",
        {
            "groups": [group for group in groups if group[1]],
            "waiting": Response.objects.waiting_for(request.user).select_related("consultation", "body__partner"),
            "open_consultations": Consultation.objects.open()
            .select_related("version__agenda")
            .prefetch_related("questions"),
            "reads_others": reads_others(request.user),
            "typed": list(typed.waiting(request)),
        },
    )


@form_page
@signed_in
def response(request, pk):
    """The receipt of what was sent, with its text.

    Its button begins changes; until those are sent too, what was sent counts.
    """
    letter = own_letter(request, pk)
    if letter.state == ResponseState.DRAFT:
        return redirect("consultation:review", letter.pk)
    if request.method == "POST":
        try:
            actions.begin_changes(letter=letter)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal, heading="Wijzigen kan niet meer")
        return redirect("consultation:review", letter.pk)
    points = letter.points.whole().with_subject().with_rungs().prefetch_related("endorsements")
    submissions = list(letter.submissions.all())
    page = {
        "letter": letter,
        "points": points,
        "shows_endorsed": True,
        "first_sent_at": submissions[-1].sent_at if len(submissions) > 1 else None,
        "newest": submissions[0] if submissions else None,
        "earlier": submissions[1:],
        "steps": receipts.next_steps(letter),
        "size": receipts.about_size(submissions[0]) if submissions else 0,
        "may_take_back": may_take_back(request.user, letter),
        "is_answered": letter.points.filter(answers__published_at__lte=timezone.now()).exists(),
    }
    if letter.waits:
        page["may_confirm"] = letter.confirmers.filter(user=request.user).exists()
    return render(request, "consultation/response.html", page)


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
    finished = points and not any(point.problem for point in points)
    if request.method == "POST" and finished and form.is_valid():
        try:
            actions.send(letter=letter, by=request.user, **form.cleaned_data)
        except actions.Refused as refusal:
            messages.error(request, f"Uw reactie is niet verstuurd. {refusal}")
            return redirect("consultation:review", letter.pk)
        return redirect(letter)
    return render(
        request,
        "consultation/review.html",
        {
            "letter": letter,
            "draft": draft,
            "points": points,
            "unfinished": [point for point in points if point.problem],
            "sender": sender_of(request.user, letter),
            "form": form,
            "can_change": letter.can_change(),
        },
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
    if letter.state != ResponseState.SENT:
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
        return redirect("consultation:my_responses")
    return render(request, "consultation/discard.html", {"letter": letter})
