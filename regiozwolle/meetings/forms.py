"""What the secretariat fills in to put a file at a meeting, and a visitor to register for one."""

from django import forms
from django.contrib.auth.models import AnonymousUser

from partners.ground.files.uploads import MB, PaperField, ask_again
from partners.ground.forms import MailAddress, Text
from partners.models import Partner
from regiozwolle.meetings.models import MeetingDocument, Registration
from regiozwolle.meetings.models.registration import MOST_PEOPLE


class DocumentForm(forms.Form):
    """A file, and what it is called on the site."""

    title = Text(
        label="Titel",
        max_length=MeetingDocument._meta.get_field("title").max_length,
        help_text="Zoals: presentatie, of verslag.",
        error_messages={"required": "schrijf op hoe het stuk heet"},
    )
    file = PaperField(
        label="Bestand",
        limit=12 * MB,
        help_text="Een PDF, docx of odt van hooguit 12 MB.",
        error_messages={"required": "kies een bestand"},
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt"}),
    )

    def clean(self):
        super().clean()
        ask_again(self, "file")


class RegistrationForm(forms.Form):
    """For whom one comes, with how many, and where to mail it; not the last for who signed in."""

    partner = forms.ModelChoiceField(
        label="Voor welke partner komt u?",
        queryset=Partner.objects.none(),
        required=False,
        empty_label="een andere organisatie",
    )
    organisation = Text(
        label="Welke organisatie?",
        max_length=Registration._meta.get_field("organisation").max_length,
        required=False,
        help_text="Alleen als u hierboven ‘een andere organisatie’ kiest. Uw eigen naam hoeft niet.",
    )
    people = forms.IntegerField(
        label="Met hoeveel mensen komt u?",
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        help_text=f"1 tot {MOST_PEOPLE}, uzelf meegeteld.",
        error_messages={
            "required": "vul in met hoeveel mensen u komt",
            "invalid": "vul een getal in",
            "min_value": "vul 1 of meer in",
            "max_value": f"vul hooguit {MOST_PEOPLE} in",
        },
    )
    email = MailAddress(
        label="Uw e-mailadres",
        help_text="Daar sturen wij een link heen om uw aanmelding te bevestigen, en later een herinnering.",
        error_messages={"required": "vul uw e-mailadres in"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args, meeting, user, **kwargs):
        super().__init__(*args, **kwargs)
        public = (
            Partner.objects.public().filter(is_example=True) if meeting.is_example else Partner.objects.taking_part()
        )
        self.fields["partner"].queryset = public.order_by("name")
        if user.is_authenticated:
            del self.fields["email"]
            mandate = user.mandates.held().select_related("body").first()
            self.initial["partner"] = mandate and mandate.body.partner_id

    def clean(self):
        chosen, typed = self.cleaned_data.get("partner"), self.cleaned_data.get("organisation")
        if chosen and typed:
            self.add_error("organisation", "u koos al een partner. Laat dit dan leeg")
        if not (chosen or typed) and not self.errors.keys() & {"partner", "organisation"}:
            self.add_error("organisation", "kies een partner, of vul uw organisatie in")


class DeskRegistrationForm(RegistrationForm):
    """The same of who asked the secretariat."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, user=AnonymousUser(), **kwargs)
        for name, label, hint in (
            ("partner", "Voor welke partner?", ""),
            ("organisation", "Welke organisatie?", "Alleen bij ‘een andere organisatie’. Geen naam van een persoon."),
            ("people", "Met hoeveel mensen?", f"1 tot {MOST_PEOPLE}."),
            (
                "email",
                "E-mailadres",
                "Daar sturen wij de uitslag heen, met een link om af te melden, en een herinnering.",
            ),
        ):
            self.fields[name].label, self.fields[name].help_text = label, hint
        # Not the address of who fills it in.
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        self.fields["email"].error_messages["required"] = "vul het e-mailadres in"
        self.fields["people"].error_messages["required"] = "vul in hoeveel mensen er komen"
