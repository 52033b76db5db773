"""The forms of an answer: the secretariat writes it, and its sender may say once what it lacks."""

from django import forms

from consultation.actions.answering import ASKS_FOR_A_CORRECTION, hindrance
from consultation.models import Answer, AnswerTemplate, Point
from partners.ground.forms import Text

NO_DRAFT = (
    "Iemand anders heeft dit antwoord intussen gepubliceerd, gepland of verwijderd. Uw tekst is niet opgeslagen. "
    "U kunt die hieronder kopiëren, voor een nieuw antwoord."
)


class ChangedWordings(forms.ModelMultipleChoiceField):
    """The texts that changed, to be ticked; of a version in preparation it says that it is."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, wording):
        version = wording.version
        return f"{wording}{'' if version.is_published() else ', nog niet op de site'}"


class AnswerForm(forms.ModelForm):
    """A draft answer; says what the act would refuse, and keeps what was typed.

    It can begin with a template, whose text comes below what was typed.
    """

    template = forms.ModelChoiceField(
        AnswerTemplate.objects.all(),
        label="Standaardantwoord",
        required=False,
        empty_label="Geen",
        help_text="Kiest u er een, dan komen bij het opslaan de tekst en het oordeel ervan in dit antwoord. "
        "Lees het daarna na: het is nog een concept.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "verdict" in self.fields and self.data.get(self.add_prefix("template")):
            self.fields["verdict"].required = False

    def clean(self):
        cleaned = super().clean()
        if template := cleaned.get("template"):
            cleaned["verdict"] = cleaned.get("verdict") or template.verdict
            cleaned["reason"] = "\n\n".join(filter(None, [cleaned.get("reason"), template.reason]))
        # Until it is saved nobody else can put it on the site.
        draft = Answer.objects.select_for_update().filter(pk=self.instance.pk, published_at=None)
        if self.instance.pk and not draft.exists():
            raise forms.ValidationError(NO_DRAFT)
        points = cleaned.get("points")
        if points:
            self.instance.correction = cleaned.get("correction") or ""
            # Until it is saved nobody else can answer or split them.
            group = Point.objects.equal_to(points).select_for_update().order_by("pk")
            if problem := hindrance(self.instance, list(group)):
                self.add_error("correction" if problem == ASKS_FOR_A_CORRECTION else "points", problem)
        return cleaned


class ReopenForm(forms.Form):
    """What is missing in an answer."""

    reason = Text(
        label="Wat is er niet beantwoord?",
        max_length=4000,
        widget=forms.Textarea,
        error_messages={"required": "schrijf wat er niet is beantwoord"},
    )
