"""Who may see a page of reacting, and when; what others read instead, with what they had typed."""

from functools import wraps
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from consultation import actions, autosave, typed
from consultation.autosave import SaveState
from consultation.models import Consultation, Letter
from partners.ground.templatetags.dutch import moment

form_page = require_http_methods(["GET", "HEAD", "POST"])


def signed_in(view):
    """Asks visitors to sign in first, and stores what they had typed for when they come back."""

    @never_cache
    @vary_on_headers("HX-Target")
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.user.is_authenticated:
            typed.take_along(request)
            return view(request, *args, **kwargs)
        is_stored = typed.store(request)
        if autosave.is_asked(request):
            problem = typed.LOGGED_OUT if is_stored else typed.COPY
            state = SaveState.ELSEWHERE if is_stored else SaveState.REFUSED
            return autosave.status_line(request, state=state, problem=problem, link="Log opnieuw in")
        if is_stored:
            messages.info(request, typed.KEPT)
        elif request.method == "POST" and (texts := typed.texts(request)):
            return render(request, "consultation/not_kept.html", {"texts": texts}, status=HTTPStatus.FORBIDDEN)
        sign_in = redirect_to_login(request.get_full_path())
        return HttpResponseClientRedirect(sign_in.url) if is_in_place(request) else sign_in

    return wrapper


def while_open(view):
    """Gives the view the consultation. Before it opens and after it closed one reads that instead of the form.

    Those who typed in it before it closed, and were signed out, have as long to send that as everyone else.
    """

    @wraps(view)
    def wrapper(request, slug, *args, **kwargs):
        consultation = get_object_or_404(Consultation.objects.public().select_related("version__agenda"), slug=slug)
        if request.method != "POST" and not consultation.is_open():
            seal = typed.unseal(typed.stored(request).get("seal", ""))
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
    if not consultation.takes_letters:
        return refused(request, consultation, "Op deze consultatie kunt u niet op deze site reageren.", **words)
    reason = f"Deze consultatie is gesloten op {moment(consultation.last_minute)}."
    if letter := letter_to_send(request.user, consultation):
        words["go_on"] = reverse("consultation:review", args=[letter.pk])
        reason += (
            " U was op tijd begonnen. Wat u al opsloeg, staat bij uw reacties. "
            f"Dat kunt u nog versturen tot {moment(consultation.grace_ends_at)}."
        )
    return refused(request, consultation, reason, **words)


def letter_to_send(user, consultation):
    """The letter of `user` in `consultation` with a draft that may still be sent, though it has closed; or None."""
    if not user.is_authenticated or timezone.now() >= consultation.grace_ends_at:
        return None
    letters = Letter.objects.of(user).filter(consultation=consultation)
    return next((letter for letter in letters if letter.draft and letter.can_change()), None)


def refused(request, consultation, reason, heading="U kunt hier nu niet reageren", go_on=""):
    """Says why something cannot be done, and shows what was typed so that it can be copied.

    `go_on` is the address where what was saved can still be sent, if it can.
    """
    if autosave.is_asked(request):
        return autosave.status_line(request, state=SaveState.REFUSED, problem=f"Niet opgeslagen. {reason}")
    if is_in_place(request):  # there is no room for it there: it is read on a page of its own
        return HttpResponseClientRedirect(request.get_full_path())
    return render(
        request,
        "consultation/refused.html",
        {
            "consultation": consultation,
            "heading": heading,
            "reason": reason,
            "texts": typed.texts(request),
            "go_on": go_on,
        },
        status=HTTPStatus.CONFLICT if request.method == "POST" else HTTPStatus.OK,
    )


def no_mandate(request, consultation):
    """Says that this person acts for nobody today, and shows what was typed so that it can be copied."""
    if autosave.is_asked(request):
        return autosave.status_line(
            request, state=SaveState.REFUSED, problem=f"Niet opgeslagen. {actions.NOT_YOURS_NOW}"
        )
    if is_in_place(request):
        return HttpResponseClientRedirect(request.get_full_path())
    page = {"consultation": consultation, "texts": typed.texts(request)}
    return render(request, "consultation/no_mandate.html", page, status=HTTPStatus.FORBIDDEN)


def own_letter(request, pk):
    """The letter with the number `pk` in its address, if this person wrote it."""
    return get_object_or_404(Letter.objects.of(request.user), pk=pk)
