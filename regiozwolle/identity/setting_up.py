"""The page of how somebody signs in: their passkeys, their app, and codes to recover with."""

from functools import wraps
from urllib.parse import urlencode

from allauth.mfa.totp.internal.auth import clear_totp_secret
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partners.ground.templatetags.dutch import counted
from regiozwolle.identity import acts, factors
from regiozwolle.identity.factors import Authenticator, FactorAdapter, Type
from regiozwolle.identity.forms import AppForm, PasskeyForm
from regiozwolle.identity.models import OpenSession
from regiozwolle.identity.proving import destination
from regiozwolle.identity.sessions import term_of

# Where somebody was going who had to set up a second step first.
GOING_ON = "after_setting_up"


def own(view):
    """For who is signed in and, having a second step, has just passed it."""

    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @login_required
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if factors.has_step(request.user) and not factors.is_recent(request):
            query = urlencode({"next": request.path})
            return HttpResponseRedirect(f"{reverse('mfa_reauthenticate')}?{query}")
        return view(request, *args, **kwargs)

    return guarded


@never_cache
@require_safe
@login_required
def my_sign_in(request):
    """How this person signs in."""
    if target := destination(request):
        request.session[GOING_ON] = target
    page = {
        "steps": Steps(request.user),
        "sessions": OpenSession.objects.of(request.user),
        "own_key": request.session.session_key,
        "term": term_of(request.session),
    }
    return render(request, "account/my_sign_in.html", page)


@require_POST
@login_required
def end_sessions(request):
    """Signs out in one other place, or in all others."""
    here, name = request.session.session_key, request.POST.get("session", "")
    others = OpenSession.objects.of(request.user).exclude(session_key=here)
    chosen = [session.pk for session in others if name in (session.name, "")]
    ended = acts.end_sessions(user=request.user, keys=chosen)
    messages.success(request, f"{counted(ended, 'plek is,plekken zijn')} uitgelogd.")
    return redirect("my_sign_in")


class Steps:
    """The factors of one person, for their page."""

    def __init__(self, user):
        kept = list(Authenticator.objects.filter(user=user.pk).order_by("created_at"))
        self.passkeys = [factor for factor in kept if factor.type == Type.WEBAUTHN]
        self.app = next((factor for factor in kept if factor.type == Type.TOTP), None)
        self.codes = next((factor for factor in kept if factor.type == Type.RECOVERY_CODES), None)

    @property
    def words(self):
        """What one signs in with, after ‘met’."""
        ways = ["uw passkey"] if self.passkeys else []
        if self.app:
            ways.append("een code per e-mail en daarna de code uit uw app")
        return ", of met ".join(ways) or "een code per e-mail"

    @property
    def left(self):
        """How many codes to recover with were not used."""
        return len(self.codes.wrap().get_unused_codes()) if self.codes else 0


@own
def add_passkey(request):
    form = PasskeyForm(user=request.user, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, here = form.cleaned_data, request.session.session_key
        factor = acts.add_passkey(user=request.user, name=said["name"], credential=said["credential"], here=here)
        return added(request, factor, "De passkey is gemaakt.")
    options = auth.begin_registration(request.user, passwordless=True)
    page = {"form": form, "options": options, "only_on_localhost": only_on_localhost(request)}
    return render(request, "account/add_passkey.html", page)


def only_on_localhost(request):
    """The address at which the demo can make a passkey, when this is none: its host is a number."""
    host = request.get_host()
    return f"http://{host.replace('127.0.0.1', 'localhost')}{request.path}" if "127.0.0.1" in host else ""


@own
def add_app(request):
    if Authenticator.objects.filter(user=request.user, type=Type.TOTP).exists():
        return redirect("my_sign_in")
    form = AppForm(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        factor = acts.add_app(user=request.user, secret=form.secret, here=request.session.session_key)
        clear_totp_secret(request)
        return added(request, factor, "De app is gekoppeld.")
    adapter = FactorAdapter()
    address = adapter.build_totp_url(request.user, form.secret)
    page = {"form": form, "drawing": adapter.build_totp_svg(address), "address": address, "key": in_fours(form.secret)}
    return render(request, "account/add_app.html", page)


def in_fours(text):
    """`text` in groups of four, to type over."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def added(request, factor, words):
    """Goes on after a second step was set up: to the codes to recover with, which nobody has seen yet."""
    factors.prove(request, factor)
    messages.success(request, words)
    return redirect("recovery_codes" if not shown_before(request.user) else "my_sign_in")


def shown_before(user):
    codes = Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).first()
    return codes is None or codes.wrap().did_view


@own
def recovery_codes(request):
    """Shows the codes once, and makes new ones."""
    if not factors.has_step(request.user):
        return redirect("my_sign_in")
    codes = []
    if request.method == "POST":
        make_new = "new" in request.POST or shown_before(request.user)
        codes = acts.show_codes(user=request.user, make_new=make_new)
    page = {
        "codes": [in_fours(code) for code in codes],
        "steps": Steps(request.user),
        "were_shown": shown_before(request.user),
        "going_on": request.session.get(GOING_ON, reverse("my_sign_in")),
    }
    return render(request, "account/recovery_codes.html", page)


@own
def remove_factor(request, pk):
    """Asks whether a passkey or the app is to go, and takes it away."""
    factor = get_object_or_404(Authenticator.objects.exclude(type=Type.RECOVERY_CODES), pk=pk, user=request.user)
    is_last = Authenticator.objects.filter(user=request.user, type__in=factors.STEPS).count() == 1
    if request.method == "POST":
        acts.remove_factor(user=request.user, factor=factor, here=request.session.session_key)
        messages.success(request, "Verwijderd. U kunt er niet meer mee inloggen.")
        return redirect("my_sign_in")
    return render(request, "account/remove_factor.html", {"factor": factor, "is_last": is_last})
