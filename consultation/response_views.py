"""The pages of reacting: writing points, reading them over, sending, and what became of it.

Everything here is private to its author. A reaction of somebody else does not exist: its address answers 404.
"""

from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agenda.models import Wording
from consultation import actions, typed
from consultation.forms import DecisionForm, PointForm, QuestionsForm
from consultation.models import Consultation, Response, ResponseState
from consultation.senders import senders
from partners.templatetags.dutch import moment

NO_WITHDRAWAL = "Intrekken kan niet meer"

form_page = require_http_methods(["GET", "HEAD", "POST"])


def signed_in(view):
    """Asks who is not signed in to do so first, and keeps what they had typed for when they come back."""

    @never_cache
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST" and request.resolver_match.view_name in typed.FORMS:
            if typed.keep(request):
                messages.info(request, typed.KEPT)
            elif texts := typed.texts(request):
                return render(request, "consultation/not_kept.html", {"texts": texts}, status=HTTPStatus.FORBIDDEN)
        return redirect_to_login(request.get_full_path())

    return wrapper


def while_open(view):
    """Gives the view the consultation. Who asks for a form before it opens or after it closed reads that instead."""

    @wraps(view)
    def wrapper(request, slug, *args, **kwargs):
        consultation = get_object_or_404(Consultation.objects.select_related("version__agenda"), slug=slug)
        if request.method != "POST" and not consultation.is_open():
            return not_open(request, consultation)
        return view(request, consultation, *args, **kwargs)

    return wrapper


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
    return render(
        request,
        "consultation/refused.html",
        {"consultation": consultation, "heading": heading, "reason": reason, "texts": typed.texts(request)},
        status=HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK,
    )


def no_mandate(request, consultation):
    return render(request, "consultation/no_mandate.html", {"consultation": consultation}, status=HTTPStatus.FORBIDDEN)


def own_letter(request, pk):
    """The letter with the number `pk` in its address, if this person wrote it."""
    return get_object_or_404(Response.objects.of(request.user), pk=pk)


def after_saving(request, draft):
    """Where the button that was pressed leads: to reading it over, or to the list with a word that it is kept."""
    typed.forget(request)
    if "draft" not in request.POST:
        return redirect("consultation:review", draft.letter.pk)
    messages.success(request, f"Uw concept is opgeslagen op {moment(timezone.now())}.")
    return redirect("consultation:my_responses")


@form_page
@while_open
@signed_in
def respond(request, consultation, code):
    """The form for a new point on the passage with this code."""
    wording = get_object_or_404(
        Wording.objects.published().select_related("element", "version"),
        version=consultation.version,
        element__code=code,
    )
    choices = senders(request.user)
    if not choices:
        return no_mandate(request, consultation)
    letters = list(Response.objects.of(request.user).standing().filter(consultation=consultation))
    form = PointForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        senders=choices,
        letters=letters,
        unfinished="draft" in request.POST,
        kept=typed.kept(request),
    )
    if request.method == "POST" and not consultation.accepts(started_at=form.opened_at):
        return not_open(request, consultation)
    if form.is_valid():
        try:
            point = actions.save_point(
                author=request.user,
                consultation=consultation,
                sender=form.chosen_sender,
                wording=wording,
                content=form.content,
                opened_at=form.opened_at,
            )
        except actions.Refused as refusal:
            return refused(request, consultation, refusal)
        return after_saving(request, point.response)
    return render(
        request,
        "consultation/respond.html",
        {
            "consultation": consultation,
            "wording": wording,
            "form": form,
            "only_sender": choices[0] if len(choices) == 1 else None,
            "earlier": wording.points.filter(response__in=[letter.draft or letter for letter in letters]).order_by(
                "pk"
            ),
        },
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
    letters = list(Response.objects.of(request.user).standing().filter(consultation=consultation))
    page = {"consultation": consultation, "choices": choices, "sender": sender, "questions": questions}
    if sender is None:
        told = [(choice.key, choice.told(letters)) for choice in choices]
        return render(request, "consultation/questions_sender.html", page | {"told": told})
    letter = next((letter for letter in letters if sender.fits(letter)), None)
    written = list((letter.draft or letter).points.filter(question__isnull=False)) if letter else []
    form = QuestionsForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        questions=questions,
        initial={f"question-{point.question_id}": point.text for point in written},
        kept=typed.kept(request),
    )
    if request.method == "POST" and not consultation.accepts(started_at=form.opened_at):
        return not_open(request, consultation)
    if form.is_valid():
        try:
            draft = actions.save_answers(
                author=request.user,
                consultation=consultation,
                sender=sender,
                answers=form.answers,
                opened_at=form.opened_at,
            )
        except actions.Refused as refusal:
            return refused(request, consultation, refusal)
        return after_saving(request, draft)
    return render(request, "consultation/questions.html", page | {"form": form, "letter": letter, "written": written})


@require_safe
@signed_in
def my_responses(request):
    letters = Response.objects.of(request.user).with_point_count().order_by("-updated_at")
    groups = [
        ("Nog niet verstuurd", [letter for letter in letters if letter.state == ResponseState.DRAFT]),
        ("Verstuurd", [letter for letter in letters if letter.state == ResponseState.SENT]),
        ("Ingetrokken", [letter for letter in letters if letter.state == ResponseState.WITHDRAWN]),
    ]
    return render(
        request,
        "consultation/my_responses.html",
        {"groups": [group for group in groups if group[1]], "open_consultations": Consultation.objects.open()},
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
    points = letter.points.with_subject()
    page = {"letter": letter, "points": points, "first_sent_at": letter.first_sent_at}
    return render(request, "consultation/response.html", page)


@form_page
@signed_in
def review(request, pk):
    """The whole letter as it will be sent, and the button that sends it."""
    letter = own_letter(request, pk)
    draft = letter.draft
    if draft is None:
        return redirect(letter)
    points = list(draft.points.with_subject())
    sender = next((sender for sender in senders(request.user) if sender.fits(letter)), None)
    form = None
    if letter.asks_for_decision:
        decided = {"decided_on": draft.decided_on, "decision_url": draft.decision_url}
        form = DecisionForm(request.POST if request.method == "POST" else None, initial=decided)
    finished = points and not any(point.problem for point in points)
    if request.method == "POST" and finished and (form is None or form.is_valid()):
        try:
            actions.send(letter=letter, **(form.cleaned_data if form else {}))
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
            "sender": sender,
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
    point = get_object_or_404(draft.points.with_subject(), pk=point_pk, question=None)
    form = PointForm(
        request.POST if request.method == "POST" else None,
        user=request.user,
        unfinished="draft" in request.POST,
        initial={"kind": point.kind, "text": point.text, "proposal": point.proposal},
        kept=typed.kept(request),
    )
    if form.is_valid():
        try:
            actions.change_point(point=point, content=form.content)
        except actions.Refused as refusal:
            return refused(request, letter.consultation, refusal)
        return after_saving(request, draft)
    return render(
        request,
        "consultation/respond.html",
        {"consultation": letter.consultation, "wording": point.wording, "form": form, "letter": letter, "point": point},
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
    if request.method == "POST":
        try:
            actions.withdraw(letter=letter)
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
