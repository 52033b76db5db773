"""What the secretariat fills in to judge a deviation, or to mark two conditions."""

from django import forms

from consultation.deciding.models import Likeness
from partners.ground.forms import Text
from partners.ground.texts import SENTENCES

BECAUSE = {"required": "Schrijf op waarom. Dat staat op de site erbij."}


def reason_field():
    """Why, in words that everyone reads."""
    area = forms.Textarea(attrs={"rows": 3, "cols": 80})
    return Text(label="Waarom?", max_length=SENTENCES, widget=area, error_messages=BECAUSE)


class JudgeForm(forms.Form):
    """Whether one deviation counts as the same."""

    verdict = forms.ChoiceField(
        label="Uw oordeel",
        choices=Likeness.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies of dit als gelijkluidend telt."},
    )
    reason = reason_field()


class ExcludeForm(forms.Form):
    """Two of the `conditions`, NumberedConditions, that cannot both be met."""

    one = forms.ChoiceField(label="De ene voorwaarde", error_messages={"required": "Kies een voorwaarde."})
    other = forms.ChoiceField(label="De andere voorwaarde", error_messages={"required": "Kies een voorwaarde."})
    reason = reason_field()

    def __init__(self, *args, conditions, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "Kies een voorwaarde"), *((str(one.decision.pk), one.name) for one in conditions)]
        self.fields["one"].choices = self.fields["other"].choices = choices

    def clean(self):
        data = super().clean()
        if data.get("one") and data.get("one") == data.get("other"):
            self.add_error("other", "Kies een andere voorwaarde dan de eerste.")
        return data
