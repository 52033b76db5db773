"""Showing that it is you: the second step of signing in, the same again later, and a passkey in the place of both."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.decorators import login_stage_required
from allauth.account.models import Login
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth, flows
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from partners.ground import limits, security
from partners.ground.models import EventKind, EventResult
from regiozwolle.identity import factors
from regiozwolle.identity.acts import tell_code_used
from regiozwolle.identity.forms import PasskeyStepForm, StepForm

NO_PASSKEY = "Deze passkey kennen wij niet. Log in met een code per e-mail."


def asked(request, user):
    """(The factor with which the request proves to be of `user` or None, what the page asks)."""
    posted = request.POST if request.method == "POST" else None
    code = StepForm(user, posted if posted and "code" in posted else None, initial={"code": filled_in(request)})
    passkey = PasskeyStepForm(user=user, data=posted if posted and "credential" in posted else None)
    proven = next((form.factor for form in (code, passkey) if form.is_bound and form.is_valid()), None)
    if posted:
        note(request, user, proven)
    return proven, {"form": code, "passkey": passkey, **ways_of(user, is_asked=proven is None)}


def note(request, user, proven):
    """Keeps that a proof was wrong, and tells its owner that one was that somebody else may have found on paper."""
    if proven is None:
        security.log(EventKind.WRONG_CODE, request, result=EventResult.REFUSED, actor=user)
    elif proven.type == factors.Type.RECOVERY_CODES:
        tell_code_used(user=user, codes=proven)


def ways_of(user, *, is_asked):
    """What `user` can prove it with, and when that `is_asked` what the browser is to ask the device."""
    types = set(factors.Authenticator.objects.filter(user=user).values_list("type", flat=True))
    has_app, has_passkey = factors.Type.TOTP in types, factors.Type.WEBAUTHN in types
    ways = " of ".join(["uw passkey"] * has_passkey + ["de code uit uw app"] * has_app)
    options = auth.begin_authentication(user) if has_passkey and is_asked else None
    return {"has_app": has_app, "has_passkey": has_passkey, "ways": ways, "options": options}


def filled_in(request):
    """The code that a link of the demo fills in."""
    return request.GET.get("code", "")[:20]


@require_http_methods(["GET", "HEAD", "POST"])
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
def second_step(request):
    """The second step of signing in, for whoever has one."""
    stage = request._login_stage
    factor, page = asked(request, stage.login.user)
    if factor is None:
        return render(request, "account/second_step.html", page)
    factors.prove(request, factor)
    return stage.exit()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def prove_again(request):
    """For who is in already, and goes where only who just showed that it is them may be."""
    target = destination(request)
    if not factors.has_step(request.user):
        return redirect(f"{reverse('my_sign_in')}?next={target}" if target else "my_sign_in")
    factor, page = asked(request, request.user)
    if factor is None:
        return render(request, "account/prove_again.html", page | {"next": target})
    factors.prove(request, factor)
    return HttpResponseRedirect(target or reverse("my_sign_in"))


def destination(request):
    """Where on this site the visitor goes on to, "" without."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    return target if get_adapter().is_safe_url(target) else ""


@never_cache
@require_POST
def sign_in_with_passkey(request):
    """First what the browser is to ask the device, then signs in with what the device says.

    A passkey is something that one has, and the device asks for a face, finger or PIN: it stands for both steps.
    """
    limits.hold(request, limits.SIGNING_IN)
    if request.user.is_authenticated:
        return redirect(get_adapter().get_login_redirect_url(request))
    if "credential" not in request.POST:
        return JsonResponse(plain(auth.begin_authentication()))
    form = LoginWebAuthnForm(data=request.POST)
    if not form.is_valid():
        messages.warning(request, NO_PASSKEY)
        return redirect("account_login")
    passkey = form.cleaned_data["credential"]
    login = Login(user=passkey.user, redirect_url=destination(request) or None)
    return flows.perform_passwordless_login(request, passkey, login)


def plain(options):
    """What a browser is to ask a device, as JSON writes it."""
    return {"publicKey": dict(options["publicKey"])}
