"""The forms of reading what others share, and of joining it."""

from django import forms
from django.utils import timezone

from consultation.forms.fields import DECIDED_WHEN, OPTIONAL, day_hint, decision_day
from consultation.models import SenderKind
from partners.ground.constraints import FIRST_YEAR
from partners.ground.forms import WebAddress


class OthersFilter(forms.Form):
    """Which points of others to show; an answer that is not in a list asks nothing."""

    onderdeel = forms.ChoiceField(label="Tekst of vraag", required=False)
    namens = forms.ChoiceField(
        label="Namens",
        required=False,
        choices=[("", "Alle"), *((sender_kind.value, sender_kind.label) for sender_kind in SenderKind)],
    )

    def __init__(self, *args, codes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["onderdeel"].choices = [("", "Alle"), *codes]

    def filter(self, points):
        """The `points` that fit."""
        self.is_valid()
        if code := self.cleaned_data.get("onderdeel"):
            points = points.filter(wording__element__code=code)
        if sender_kind := self.cleaned_data.get("namens"):
            points = points.filter(letter__sender_kind=sender_kind)
        return points


class EndorseForm(forms.Form):
    """In whose name one joins a point; a council says when it decided."""

    sender = forms.ChoiceField(
        label="Namens wie sluit u aan?",
        widget=forms.RadioSelect,
        error_messages={"required": "kies namens wie u aansluit", "invalid_choice": "kies namens wie u aansluit"},
    )
    # The fingerprint of what was read, so that nobody joins words that came since.
    read = forms.CharField(widget=forms.HiddenInput, required=False)
    decided_on = decision_day(required=False)
    decision_url = WebAddress(
        label=f"Waar staat het besluit op internet? {OPTIONAL}",
        required=False,
        max_length=200,
        error_messages={"invalid": "vul een heel adres in, zoals https://raad.voorbeeld.nl/besluit"},
    )

    def __init__(self, *args, senders, point, **kwargs):
        super().__init__(*args, initial={"read": point.fingerprint}, **kwargs)
        self.senders = {sender.key: sender for sender in senders}
        self.fields["sender"].choices = [(key, sender.label) for key, sender in self.senders.items()]
        if len(self.senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.initial["sender"] = next(iter(self.senders))
        if any(sender.sender_kind.follows_a_decision for sender in senders):
            field = self.fields["decided_on"]
            field.help_text = f"Alleen namens een raad, Staten of college. Bijvoorbeeld {day_hint()}."
            field.error_messages["invalid"] = f"vul de dag in als dag, maand en jaar, zoals {day_hint()}"
        else:
            del self.fields["decided_on"], self.fields["decision_url"]

    def clean(self):
        super().clean()
        sender = self.senders.get(self.cleaned_data.get("sender"))
        if sender and sender.sender_kind.follows_a_decision and "decided_on" not in self.errors:
            decided_on = self.cleaned_data.get("decided_on")
            if not decided_on:
                self.add_error("decided_on", DECIDED_WHEN)
            elif decided_on > timezone.localdate():
                self.add_error("decided_on", "vul een dag in die al is geweest. Pas na het besluit kunt u aansluiten.")
            elif decided_on.year < FIRST_YEAR:
                self.add_error("decided_on", f"vul een jaar in vanaf {FIRST_YEAR}")

    @property
    def chosen_sender(self):
        return self.senders[self.cleaned_data["sender"]]
