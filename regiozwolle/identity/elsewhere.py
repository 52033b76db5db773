"""Signing in with the account of a municipality (OpenID Connect). allauth speaks to it; whom it lets in is ours.

What a municipality says counts for the addresses of its own domains alone, and only when it says that they are
verified. Nothing of it is kept: its word is asked anew each time. Who is of the secretariat passes the second step all
the same.
"""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from partners.ground import limits, security
from partners.ground.addresses import canonical
from partners.ground.models import EventKind, EventResult
from partners.models import User
from regiozwolle.identity.proving import destination

OIDC = "openid_connect"
# What the server of a municipality says of itself, as far as it is needed.
ADDRESSES = {"issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri"}
FAILED = "Inloggen via {name} is niet gelukt. Probeer het opnieuw, of vraag hieronder een code per e-mail aan."
UNVERIFIED = "{name} bevestigt niet dat uw e-mailadres van u is. Vraag hieronder een code per e-mail aan."
UNKNOWN = (
    "Bij {name} hebt u het adres {address}. Daarmee is hier geen account. Kent het regiobureau u met een ander adres? "
    "Vraag daarmee hieronder een code aan. Anders leest u bij ‘Lukt het niet?’ hoe u een account krijgt."
)


class FromElsewhere(DefaultSocialAccountAdapter):
    """What allauth asks of us."""

    def list_apps(self, request, provider=None, client_id=None):
        """Only those that the environment names; allauth would ask a table for more."""
        named = [SocialApp(provider=OIDC, **app) for app in settings.SOCIALACCOUNT_PROVIDERS[OIDC]["APPS"]]
        return [app for app in named if provider in (None, app.provider_id) and client_id in (None, app.client_id)]

    def get_provider(self, request, provider, client_id=None):
        return MunicipalProvider(request, app=super().get_provider(request, provider, client_id).app)

    def pre_social_login(self, request, sociallogin):
        """Points at the account that has the address, or ends with why there is none."""
        sociallogin.user = user_of(request, sociallogin.provider.app, sociallogin.account.extra_data["id_token"])

    def on_authentication_error(self, request, provider, **trouble):
        raise ImmediateHttpResponse(refused(request, provider.app, FAILED))


class Municipality(OpenIDConnectOAuth2Adapter):
    """The server of a municipality. Only what it signed is believed."""

    @property
    def openid_config(self):
        """What it says of itself. Raises OAuth2Error when it does not answer, or with something else."""
        try:
            said = super().openid_config
        except (RequestException, ValueError) as error:
            raise OAuth2Error("no answer") from error
        if not isinstance(said, dict) or not said.keys() >= ADDRESSES:
            raise OAuth2Error("not an OpenID Connect server")
        return said

    def complete_login(self, request, app, token, **kwargs):
        """What it says of who comes back: what it signed, or what it tells besides when no address is in that."""
        try:
            signed = self.decoded(app, kwargs["response"]["id_token"])
            said = signed if "email" in signed else self._fetch_user_info(token.token)
            if said["sub"] != signed["sub"]:
                raise OAuth2Error("tells of somebody else")
            return self.get_provider().sociallogin_from_response(request, {"id_token": said})
        except (KeyError, TypeError, ValueError, ImproperlyConfigured) as error:
            raise OAuth2Error("odd answer") from error

    def decoded(self, app, id_token):
        """allauth believes a token that it fetched itself without looking at who signed it."""
        return jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )


class MunicipalProvider(OpenIDConnectProvider):
    """A municipality to allauth, which is found again by its own id while its person passes the second step."""

    oauth2_adapter_class = Municipality

    def serialize(self):
        return super().serialize() | {"id": self.app.provider_id}


def user_of(request, app, said):
    """The user with the address of which the municipality `app` says this. Raises ImmediateHttpResponse without."""
    address = canonical(str(said.get("email", "")))
    is_its_own = address.rpartition("@")[2] in app.settings["domains"]
    if said.get("email_verified") is not True or not is_its_own:
        raise ImmediateHttpResponse(refused(request, app, UNVERIFIED))
    user = User.objects.filter(email=address, is_active=True).first()
    if user is None:
        raise ImmediateHttpResponse(refused(request, app, UNKNOWN, address=address))
    return user


def refused(request, app, words, **told):
    """Back to signing in by a code, with why."""
    security.log(EventKind.SIGNED_IN, request, result=EventResult.REFUSED)
    said = words.format(name=app.name, **told)
    messages.warning(request, said[0].upper() + said[1:])
    return redirect("account_login")


def offered():
    """The municipalities whose people may sign in so."""
    return get_adapter().list_apps(None)


def provider_of(request, provider_id):
    try:
        return get_adapter().get_provider(request, provider_id)
    except SocialApp.DoesNotExist:
        raise Http404 from None


@never_cache
@require_POST
def go(request, provider_id):
    """Leads to the municipality.

    By a page, as the policy of our pages lets no form lead away from here, and the municipality may lead on again.
    """
    limits.hold(request, limits.SIGNING_IN)
    if request.user.is_authenticated:
        return redirect(get_account_adapter().get_login_redirect_url(request))
    provider = provider_of(request, provider_id)
    try:
        led = provider.redirect(request, AuthProcess.LOGIN, next_url=destination(request) or None)
    except OAuth2Error:
        return refused(request, provider.app, FAILED)
    if led.url.startswith("/"):  # it failed
        return led
    page = render(request, "account/going_elsewhere.html", {"name": provider.app.name, "address": led.url})
    page.headers["Refresh"] = f"0; url={led.url}"
    return page


@never_cache
@require_GET
def come_back(request, provider_id):
    """Where the municipality sends its people back to, with a word that this session asked for and that works once."""
    provider = provider_of(request, provider_id)
    try:
        return OAuth2CallbackView.adapter_view(Municipality(request, provider_id))(request)
    except OAuth2Error:
        return refused(request, provider.app, FAILED)
