"""The form of a whole letter: what is chosen when it is sent."""

from django import forms
from django.utils import timezone
from django.utils.safestring import mark_safe

from consultation.forms.fields import DecisionFile, day_hint, decision_day
from consultation.models import SenderKind, Sharing
from partners.ground.constraints import FIRST_YEAR
from partners.ground.files.uploads import ask_again
from partners.ground.forms import WebAddress

SHARING = [
    (
        Sharing.PUBLIC,
        "Iedereen: eerst raden, Staten en colleges, na inloggen. Na sluiting staat de reactie op deze site",
    ),
    (Sharing.COUNCILS, "Alle raden, Staten en colleges: die lezen de reactie na inloggen en kunnen zich aansluiten"),
    (Sharing.OWN, "Alleen mijn eigen raad, college of organisatie: anderen zien alleen hoeveel reacties er zijn"),
]


class ReviewForm(forms.Form):
    """What is chosen when a letter is sent: its decision, who may read it, and whether a name stands below it.

    Its cleaned data are arguments of `actions.send`.
    """

    # What `Letter.as_read` said of what was read over.
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    decided_on = decision_day()
    decision_url = WebAddress(
        label="Waar staat het besluit op internet?",
        help_text="Het hele adres, dat begint met https://. Een adres of een bestand is verplicht.",
        required=False,
        max_length=200,
        error_messages={
            "invalid": "vul een heel adres in, zoals https://raad.voorbeeld.nl/besluit",
            "max_length": "kort het adres in tot 200 tekens, of kies een bestand",
        },
    )
    decision_file = DecisionFile(
        label="Of het besluit als bestand",
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    sharing = forms.ChoiceField(
        label="Wie mag deze reactie lezen?",
        help_text="Het secretariaat leest elke reactie. U krijgt altijd antwoord.",
        choices=SHARING,
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies wie deze reactie mag lezen",
            "invalid_choice": "kies wie deze reactie mag lezen",
        },
    )
    show_name = forms.MultipleChoiceField(
        label="Uw naam",
        choices=[("ja", "Zet mijn naam erbij")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "kies of uw naam erbij komt"},
    )

    def __init__(self, *args, letter, user, **kwargs):
        draft = letter.draft or letter
        super().__init__(
            *args,
            initial={
                "read": letter.as_read,
                "decided_on": draft.decided_on,
                "decision_url": draft.decision_url,
                "sharing": draft.sharing,
                "show_name": ["ja"] if draft.signed_name else [],
            },
            **kwargs,
        )
        self.letter = letter
        # A browser cannot fill in a file again, so the one that was sent stays until another is chosen.
        self.has_file = bool(letter.decision_file and not letter.decision_file.is_lost)
        if letter.asks_for_decision:
            self.explain_day()
            stays = "Het eerder verstuurde bestand blijft, tenzij u een ander kiest. " if self.has_file else ""
            self.fields["decision_file"].help_text = f"{stays}Een PDF van hooguit 10 MB."
        else:
            for name in ("decided_on", "decision_url", "decision_file"):
                del self.fields[name]
        if letter.sender_kind == SenderKind.PERSONAL and user.name:
            self.fields["show_name"].help_text = (
                f"Dan staat er ‘{user.name}’ bij, voor wie de reactie mag lezen. Anders staat er alleen "
                f"‘{letter.sender}’."
            )
        else:
            del self.fields["show_name"]

    @property
    def what_stays_private(self):
        """What others never read of its writer, as a sentence that says how their name gets there if it can."""
        address = '<span class="nowrap">e-mailadres</span>'
        if "show_name" in self.fields:
            return mark_safe(f"Uw {address}, en uw naam alleen als u daarvoor kiest.")
        return mark_safe(f"Uw {address} en uw naam.")

    def explain_day(self):
        """Shows how a day is written by one of last week."""
        example, field = day_hint(), self.fields["decided_on"]
        field.help_text = f"Bijvoorbeeld {example}."
        field.error_messages["invalid"] = f"vul de dag in als dag, maand en jaar, zoals {example}"

    def clean_decided_on(self):
        decided_on = self.cleaned_data["decided_on"]
        if decided_on > timezone.localdate():
            raise forms.ValidationError("vul een dag in die al is geweest. Pas na het besluit kunt u versturen.")
        if decided_on.year < FIRST_YEAR:
            raise forms.ValidationError(f"vul een jaar in vanaf {FIRST_YEAR}")
        return decided_on

    def clean_read(self):
        return self.cleaned_data["read"] or None

    def clean_show_name(self):
        return bool(self.cleaned_data["show_name"])

    def clean(self):
        super().clean()
        proof = self.cleaned_data.get("decision_url") or self.cleaned_data.get("decision_file") or self.has_file
        if "decision_url" in self.fields and not proof and not {"decision_url", "decision_file"} & set(self.errors):
            self.add_error("decision_url", "vul in waar het besluit staat, of kies een bestand")
        ask_again(self, "decision_file")
