"""Signing in by a mailed code. allauth does the work; the words, the addresses and the mails are ours."""

from datetime import timedelta
from http import HTTPStatus
from urllib.parse import urlsplit

from allauth.account import views
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.core import context
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.forms import EmailInput
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import Resolver404, path, resolve, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agenda.models import Element
from consultation import autosave, typed
from consultation.autosave import SaveState
from consultation.models import Consultation
from partners.ground import limits, mail, security
from partners.ground.addresses import canonical
from partners.ground.forms import MailAddress
from partners.ground.mail.kinds import KINDS
from partners.ground.models import EventKind, EventResult
from regiozwolle.identity import elsewhere, proving, sessions, setting_up
from regiozwolle.kept import desk

# Where somebody was going when they were asked to sign in; an expired code would otherwise lose it.
DESTINATION = "destination"
# What somebody wants who must sign in first, after ‘U wilt’, by the name of the address where they were going.
WISHES = {
    "consultation:answer_questions": "de vragen beantwoorden",
    "consultation:others": "lezen wat de anderen vinden",
    "my_body": "zien wat er bij uw orgaan voorligt",
}
# The mail to who has no account.
UNKNOWN = "account/email/unknown_account"
# The longest address of this site that is remembered.
LONGEST_DESTINATION = 300
GONE = "Deze code werkt niet meer. Vraag hieronder een nieuwe code aan."
ELSEWHERE = (
    "In deze browser staat geen code open. Vroeg u de code op een ander apparaat of in een andere browser? Open de "
    "link dan daar, of typ de code daar in. U kunt hieronder ook een nieuwe code aanvragen."
)


class Adapter(DefaultAccountAdapter):
    """What allauth asks of us."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": "deze code klopt niet. Gebruik de code uit de nieuwste e-mail.",
        "too_many_tries": "u typte te vaak een code die niet klopt. Vraag een nieuwe code aan.",
        "too_many_login_attempts": "u vroeg te vaak een code aan. Wacht een minuut en probeer het dan opnieuw.",
    }

    def is_open_for_signup(self, request):
        """Never: the secretariat makes the accounts."""
        return False

    def is_ajax(self, request):
        """Never: every answer is a page."""
        return False

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        """Only what our own templates say; allauth's ready-made sentences are said by our pages themselves."""
        if message is None:
            super().add_message(request, level, message_template, message_context, extra_tags)

    def send_mail(self, template_prefix, email, context):
        """Writes it down; the worker sends it before all other mail, and not any more when the code is too old."""
        context = {
            "code": context.get("code", ""),
            "email": email,
            "link_path": f"{reverse('account_confirm_login_code')}?code={context.get('code', '')}",
            "no_account_path": reverse("account_signup"),
        }
        if template_prefix == UNKNOWN and is_too_much_for_strangers(self.request):
            return
        lasts = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
        mail.queue(KINDS[f"{template_prefix}_message"], to=email, context=context, lasts=lasts)

    def login(self, request, user):
        super().login(request, user)
        security.log(EventKind.SIGNED_IN, request, actor=user)
        sessions.begin(request, user)
        typed.take_along(request)
        desk.take_along(request)

    def get_login_redirect_url(self, request):
        """Where they were going, else the desk for the secretariat and the own reactions for everyone else."""
        if destination := request.session.pop(DESTINATION, None):
            return destination
        return reverse("admin:index") if request.user.is_staff else super().get_login_redirect_url(request)


def is_too_much_for_strangers(request):
    """Whether so many mails went to addresses that we do not know that no more do; the page says the same."""
    of_network = limits.count("onbekend adres", f"network {get_ip(request)}", limits.STRANGERS)
    return bool(of_network or limits.count("onbekend adres", "all", limits.ALL_STRANGERS))


class AddressForm(LoginForm):
    """The first step: to which address the code goes."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"] = MailAddress(
            label="Uw e-mailadres",
            help_text="Het adres dat bij het regiobureau bekend is.",
            is_told=False,
            widget=EmailInput(attrs={"autocomplete": "email"}),
            error_messages={
                "required": "vul uw e-mailadres in",
                "invalid": "vul een heel e-mailadres in, zoals naam@gemeente.nl",
            },
        )

    def clean_login(self):
        address = canonical(super().clean_login())
        if limits.count("code", f"address {address}", limits.CODES):
            raise Adapter().validation_error("too_many_login_attempts")
        return address


class CodeForm(ConfirmLoginCodeForm):
    """The second step: the code. The link in the mail fills it in, so that nobody has to type it over."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = "De code uit de e-mail"
        field.help_text = "8 cijfers. De code is 10 minuten geldig. Plakken mag."
        field.initial = context.request.GET.get("code", "")[:20]
        field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric"}
        field.error_messages |= {"required": "vul de code in"}

    def clean_code(self):
        """Counts in the database as well: who tries many at once finds the same count in the session each time."""
        of = f"code {context.request.session.session_key} {self.expected_code}"
        if limits.count("code proberen", of, {limits.DAY: settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS}):
            raise Adapter().validation_error("too_many_tries")
        return super().clean_code()


@require_http_methods(["GET", "HEAD", "POST"])
def login(request):
    """allauth's page for the address. Remembers where a visitor with a code under way wants to go."""
    if request.user.is_authenticated:
        request.session.pop(DESTINATION, None)
        return views.login(request)
    if request.method == "POST":
        limits.hold(request, limits.SIGNING_IN)
    adapter = Adapter(request)
    destination = request.POST.get("next") or request.GET.get("next")
    request.elsewhere = elsewhere.offered()
    request.wish = wish(destination or request.session.get(DESTINATION, ""))
    under_way = request.method == "POST" or LOGIN_SESSION_KEY in request.session
    if destination and len(destination) <= LONGEST_DESTINATION and under_way and adapter.is_safe_url(destination):
        request.session[DESTINATION] = destination
    return views.login(request)


def wish(address):
    """What somebody wants who goes to `address`, to read after ‘U wilt’: ‘reageren op opgave 2.1’; "" for the rest."""
    try:
        going = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    if going.view_name == "consultation:respond":
        return wish_to_respond(**going.kwargs)
    return WISHES.get(going.view_name, "")


def wish_to_respond(slug, code):
    """The same of who goes to react to one part of the agenda, as it is called in the text of that consultation."""
    consultation = Consultation.objects.public().filter(slug=slug).select_related("version").first()
    version = consultation.version if consultation else None
    element = Element.objects.in_version(version).filter(code=code).first()
    return f"reageren op {element.mention}" if element else ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_code(request):
    """allauth's page for the code. Says why when it sends the visitor back for a new one."""
    was_asked_here = LOGIN_SESSION_KEY in request.session
    answer = views.confirm_login_code(request)
    is_led_on = answer.status_code == HTTPStatus.FOUND
    is_sent_back = is_led_on and answer.headers["Location"] == reverse("account_login")
    if request.user.is_authenticated:
        request.session.pop(DESTINATION, None)
    elif request.method == "POST" and (is_sent_back or not is_led_on):  # else to the second step
        security.log(EventKind.WRONG_CODE, request, result=EventResult.REFUSED)
    if is_sent_back:
        messages.warning(request, GONE if was_asked_here else ELSEWHERE)
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def logout(request):
    """allauth's page for signing out, which also asks the browser to forget the private pages it kept."""
    user = request.user if request.user.is_authenticated else None
    answer = views.logout(request)
    if request.method == "POST":
        security.log(EventKind.SIGNED_OUT, request, actor=user)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@require_safe
def no_account(request):
    """The page with who can get an account, and whom to ask. allauth knows this page as the one for signing up."""
    return render(request, "account/no_account.html")


def csrf_failure(request, reason=""):
    """For a form whose token no longer fits, mostly because its sender has signed in anew meanwhile.

    What was typed is stored and stands in the form again. Nothing is sent until the visitor says so, and a
    form that came from another site is never filled in.
    """
    origin = request.headers.get("Origin")
    own = origin in (None, f"{request.scheme}://{request.get_host()}")
    if own and desk.store(request):
        messages.warning(request, "De pagina stond te lang open. Wat u typte, is bewaard.")
        return HttpResponseRedirect(request.POST["kept_at"])
    if own and typed.store(request):
        if autosave.is_asked(request):
            state = SaveState.HELD if request.user.is_authenticated else SaveState.ELSEWHERE
            return autosave.status_line(request, state=state, problem=typed.LAPSED, link="Ga verder")
        if not request.user.is_authenticated:
            messages.info(request, typed.KEPT)
            return redirect_to_login(request.get_full_path())
        messages.warning(request, "De pagina stond te lang open. Kijk na wat u schreef en ga verder.")
        return HttpResponseRedirect(request.get_full_path())
    return render(
        request,
        "csrf_failure.html",
        {"texts": typed.texts(request) if own else []},
        status=HTTPStatus.FORBIDDEN,
    )


urlpatterns = [
    path("inloggen/", login, name="account_login"),
    # The same page: we know one way to sign in, and allauth calls it by two names.
    path("inloggen/", login, name="account_request_login_code"),
    path("inloggen/code/", confirm_code, name="account_confirm_login_code"),
    path("inloggen/tweede-stap/", proving.second_step, name="mfa_authenticate"),
    path("inloggen/via/<slug:provider_id>/", elsewhere.go, name="openid_connect_login"),
    path("inloggen/via/<slug:provider_id>/terug/", elsewhere.come_back, name="openid_connect_callback"),
    path("inloggen/passkey/", proving.sign_in_with_passkey, name="mfa_login_webauthn"),
    path("mijn-account/", setting_up.my_sign_in, name="my_sign_in"),
    path("mijn-account/sessies/", setting_up.end_sessions, name="end_sessions"),
    path("mijn-account/bevestigen/", proving.prove_again, name="mfa_reauthenticate"),
    path("mijn-account/passkey/", setting_up.add_passkey, name="add_passkey"),
    path("mijn-account/app/", setting_up.add_app, name="add_app"),
    path("mijn-account/herstelcodes/", setting_up.recovery_codes, name="recovery_codes"),
    path("mijn-account/<int:pk>/verwijderen/", setting_up.remove_factor, name="remove_factor"),
    path("inloggen/geen-account/", no_account, name="account_signup"),
    path("inloggen/geen-toegang/", require_safe(views.account_inactive), name="account_inactive"),
    path("uitloggen/", logout, name="account_logout"),
]
