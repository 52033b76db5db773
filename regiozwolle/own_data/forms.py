"""Correcting one's own name, and the words with which one closes the own account."""

from django.forms import EmailInput, Form, ModelForm, ValidationError

from partners.ground.addresses import canonical
from partners.ground.forms import MailAddress, Text
from partners.models import User


class NameForm(ModelForm):
    """The name by which others in the group and the secretariat know one."""

    name = Text(
        label="Uw naam",
        max_length=120,
        help_text="Zo staat u bij wie met u samen schrijft en bij het secretariaat.",
        error_messages={"required": "vul uw naam in"},
    )

    class Meta:
        model = User
        fields = ["name"]


class CloseForm(Form):
    """Asks for the own address, so that nobody closes an account by a slip or on a screen that was left open."""

    email = MailAddress(
        label="Typ uw e-mailadres om te bevestigen",
        is_told=False,
        widget=EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": "typ uw e-mailadres", "invalid": "typ uw hele e-mailadres"},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self):
        if canonical(self.cleaned_data["email"]) != self.user.email:
            raise ValidationError("dit is niet het adres van dit account", code="other")
        return self.user.email
