"""What the secretariat adds to a proposal from a decision, and why it refuses one."""

from django import forms
from django.contrib.admin.widgets import AdminDateWidget

from agenda.models import ParticipationRole
from partners.ground.forms import Text
from partners.ground.texts import SENTENCES


class TakeOverForm(forms.Form):
    """From when and as what a partner takes part; or, to refuse it, why not."""

    starts_on = forms.DateField(
        label="Vanaf", required=False, widget=AdminDateWidget, help_text="Leeg: nog niet bekend, of later."
    )
    role = forms.ChoiceField(
        label="Rol", choices=ParticipationRole.choices, required=False, initial=ParticipationRole.UNKNOWN
    )
    reason = Text(
        label="Waarom niet?",
        max_length=SENTENCES,
        required=False,
        help_text="Alleen als u het voorstel weigert. Alleen het secretariaat leest dit.",
        widget=forms.Textarea(attrs={"rows": 3, "cols": 80}),
    )

    def __init__(self, *args, is_refused=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_refused = is_refused

    def clean(self):
        data = super().clean()
        if self.is_refused and not data.get("reason"):
            self.add_error("reason", "Schrijf op waarom u dit voorstel weigert.")
        data["role"] = data.get("role") or ParticipationRole.UNKNOWN
        return data
