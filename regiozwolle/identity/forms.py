"""What is asked in the second step of signing in, and to set it up."""

from allauth.mfa.totp.internal.auth import get_totp_secret, validate_totp_code
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm
from django import forms

from partners.ground import limits
from partners.ground.forms import Text
from regiozwolle.identity import factors

WRONG = "deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code in uw app."
TOO_OFTEN = "u probeerde het te vaak. Wacht tien minuten en probeer het dan opnieuw."
ATTRIBUTES = {"autocomplete": "one-time-code", "inputmode": "numeric"}


def hold(user):
    """Counts one attempt of `user`. Raises ValidationError when that is one too many."""
    if limits.count("tweede stap", f"account {user.pk}", limits.SECOND_STEPS):
        raise forms.ValidationError(TOO_OFTEN)


class StepForm(forms.Form):
    """A code of the app, or one to recover with; `factor` is what it is of."""

    code = Text(
        label="De code uit uw app",
        help_text="6 cijfers. Hebt u uw telefoon niet? Vul dan een van uw herstelcodes in.",
        max_length=40,
        is_told=False,
        error_messages={"required": "vul de code in"},
        widget=forms.TextInput(attrs=ATTRIBUTES),
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_code(self):
        hold(self.user)
        self.factor = factors.factor_of(self.user, self.cleaned_data["code"])
        if self.factor is None:
            raise forms.ValidationError(WRONG)
        return self.cleaned_data["code"]


class PasskeyStepForm(AuthenticateWebAuthnForm):
    """What a device says of a passkey; `factor` is the passkey."""

    def clean_credential(self):
        if self.user:
            hold(self.user)
        self.factor = super().clean_credential()
        return self.factor


class AppForm(forms.Form):
    """The first code of a new app, of which `secret` is the key."""

    code = Text(
        label="De code die uw app laat zien",
        help_text="6 cijfers. Elke halve minuut komt er een nieuwe.",
        max_length=40,
        is_told=False,
        error_messages={"required": "vul de code in"},
        widget=forms.TextInput(attrs=ATTRIBUTES),
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.secret = get_totp_secret(regenerate=not self.is_bound)

    def clean_code(self):
        hold(self.user)
        if not validate_totp_code(self.secret, self.cleaned_data["code"]):
            raise forms.ValidationError("deze code klopt niet. Kijk of uw telefoon de juiste tijd heeft.")
        return self.cleaned_data["code"]


class PasskeyForm(AddWebAuthnForm):
    """A new passkey, with which one signs in without a mail as well: so the device asks who holds it."""

    passwordless = None
    name = Text(
        label="Waar staat deze passkey?",
        help_text="Zoals: mijn telefoon. Zo herkent u hem later.",
        max_length=60,
        is_told=False,
        required=False,
        initial="Mijn passkey",
    )

    def clean_name(self):
        return self.cleaned_data["name"] or "Mijn passkey"

    def clean(self):
        self.cleaned_data["passwordless"] = True
        return super().clean()
