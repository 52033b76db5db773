"""What counts for a partner about one goal, as its people write it."""

from django import forms

from agenda.actions import SaidMeanwhile, say_priority
from agenda.models.priority import MOST
from partners.ground.forms import Text


class PriorityForm(forms.Form):
    """What counts about one `goal`, with which Priority stood there when the form was opened.

    `said` are all that the partner ever said about it, the one that holds first if there is one: what somebody did not
    touch is compared with what they had before them, and is then left as another may have made it meanwhile.
    """

    text = Text(
        label="Wat telt hier voor u?",
        max_length=MOST,
        required=False,
        help_text="Leeg: u zegt hier nu niets over.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, data, *, goal, said):
        self.goal, self.said = goal, {one.pk: one for one in said}
        self.current = next((one for one in said if one.replaced_at is None), None)
        stands = {"text": self.current.text, "seen": self.current.pk} if self.current else {}
        super().__init__(data, prefix=goal.code.replace(".", "-"), initial=stands)

    @property
    def is_changed(self):
        """Whether it says something else than what the person had before them."""
        seen = self.said.get(self.cleaned_data["seen"])
        return self.cleaned_data["text"] != (seen.text if seen else "")

    def save(self, **who):
        """Says it. Gives whether that went; what was refused is told at the field, and can be sent once more."""
        try:
            say_priority(element=self.goal, text=self.cleaned_data["text"], seen=self.cleaned_data["seen"], **who)
        except SaidMeanwhile as refusal:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = refusal.now or ""
            self.add_error("text", str(refusal))
            return False
        return True
