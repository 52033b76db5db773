"""The forms of an answer: the secretariat writes it, and its sender may say once what it lacks."""

from django import forms

from consultation.actions.answering import ASKS_FOR_A_CORRECTION, group_of, hindrance
from consultation.models import Answer
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
    """A draft answer; says what the act would refuse, and keeps what was typed."""

    def clean(self):
        cleaned = super().clean()
        # Until it is saved nobody else can put it on the site.
        draft = Answer.objects.select_for_update().filter(pk=self.instance.pk, published_at=None)
        if self.instance.pk and not draft.exists():
            raise forms.ValidationError(NO_DRAFT)
        points = cleaned.get("points")
        if points:
            self.instance.correction = cleaned.get("correction") or ""
            # Until it is saved nobody else can answer or split them.
            if problem := hindrance(self.instance, group_of(points)):
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
