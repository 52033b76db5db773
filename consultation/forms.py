"""The forms of reacting. Their messages are instructions that begin small: on the page "Fout: " stands before them."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from consultation import typed
from consultation.models import PointKind
from consultation.models.response import POINT_LENGTH
from partners.templatetags.dutch import number

OPTIONAL = "(niet\N{NO-BREAK SPACE}verplicht)"
LENGTH_HINT = f"Hooguit {number(POINT_LENGTH)} tekens, ongeveer 8 bladzijden."
NULL_CHARACTER = "haal het onzichtbare nul-teken uit uw tekst. Typ de zin zo nodig opnieuw."
KINDS = [
    (PointKind.SUPPORT, "Steun: ik ben het met deze tekst eens"),
    (PointKind.WISH, "Wens: ik wil iets toevoegen of veranderen"),
    (PointKind.OBJECTION, "Bezwaar: ik ben het niet met deze tekst eens"),
    (PointKind.QUESTION, "Vraag: ik wil iets weten"),
    (PointKind.ERROR, "Fout in de tekst: er staat iets wat niet klopt"),
]


class LongText(forms.CharField):
    """Text of up to POINT_LENGTH characters. What is longer is refused and never cut.

    The field has no maxlength, because a browser then silently drops the end of what is pasted.
    """

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.error_messages |= {"null_characters_not_allowed": NULL_CHARACTER}

    def to_python(self, value):
        """With line ends as one character, so that the count is the one people see."""
        return super().to_python(value).replace("\r\n", "\n")

    def validate(self, value):
        super().validate(value)
        if len(value) > POINT_LENGTH:
            raise forms.ValidationError(
                f"kort de tekst in tot {number(POINT_LENGTH)} tekens, of maak er twee punten van. "
                f"Nu zijn het er {number(len(value))}.",
                code="too_long",
            )


class SealedForm(forms.Form):
    """A form whose text is kept when it cannot be saved; `opened_at` says when this person opened it.

    `kept` is what they typed here before, when it could not be saved; it goes before `initial`.
    """

    seal = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, user, kept=None, initial=None, **kwargs):
        super().__init__(*args, initial=(initial or {}) | (kept or {}), **kwargs)
        self.user = user
        self.is_restored = bool(kept) and not self.is_bound
        self.initial["seal"] = typed.seal(user)

    @property
    def opened_at(self):
        """When the form was opened; now, when it does not carry our seal."""
        return typed.opened_at(self.data.get("seal", ""), user=self.user) or timezone.now()


class PointForm(SealedForm):
    """One point on one passage. A draft may be unfinished, but not empty."""

    sender = forms.ChoiceField(
        label="Namens wie reageert u?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies namens wie u reageert",
            "invalid_choice": "kies namens wie u reageert. Uw eerdere keuze kan niet meer.",
        },
    )
    kind = forms.ChoiceField(
        label="Wat voor reactie is het?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={
            "required": "kies wat voor reactie het is",
            "invalid_choice": "kies wat voor reactie het is",
        },
    )
    text = LongText(
        label="Wat wilt u meegeven?",
        help_text=f"Noem wat u wilt veranderen en waarom. {LENGTH_HINT}",
        error_messages={"required": "schrijf wat u wilt meegeven"},
    )
    proposal = LongText(
        label=f"Uw voorstel voor een andere tekst {OPTIONAL}",
        help_text="Schrijf de zin zoals u die wilt lezen.",
        required=False,
    )

    def __init__(self, *args, senders=None, letters=(), unfinished=False, **kwargs):
        """Without `senders` it changes a point of a letter whose sender has been chosen.

        `letters` are those the person has here. None of several names is chosen beforehand, not even that of
        a letter: who means another would change what was sent.
        """
        super().__init__(*args, **kwargs)
        self.senders = {sender.key: sender for sender in senders or []}
        if senders is None:
            del self.fields["sender"]
        elif len(senders) == 1:
            self.fields["sender"].widget = forms.HiddenInput()
            self.initial["sender"] = senders[0].key
        if senders:
            self.fields["sender"].choices = [(key, sender.told(letters)) for key, sender in self.senders.items()]
        self.fields["proposal"].widget.attrs["rows"] = 4
        self.fields["kind"].required = self.fields["text"].required = not unfinished

    def clean(self):
        super().clean()
        if not self.errors and not self.cleaned_data["text"] and not self.cleaned_data["proposal"]:
            self.add_error("text", "schrijf iets voordat u het opslaat")

    @property
    def chosen_sender(self):
        return self.senders[self.cleaned_data["sender"]]

    @property
    def content(self):
        """What the point says: its `kind`, `text` and `proposal`."""
        return {name: self.cleaned_data[name] for name in ("kind", "text", "proposal")}


class QuestionsForm(SealedForm):
    """The open questions of a consultation. Each may be left out; all of them only to take back earlier answers."""

    def __init__(self, *args, questions, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = {f"question-{question.pk}": question for question in questions}
        for name, question in self.questions.items():
            self.fields[name] = LongText(label=f"{question.text} {OPTIONAL}", help_text=question.hint, required=False)

    def clean(self):
        super().clean()
        earlier = any(self.initial.get(name) for name in self.questions)
        if not self.errors and not earlier and not any(self.answers.values()):
            self.add_error(next(iter(self.questions)), "beantwoord minstens één vraag voordat u opslaat")

    @property
    def answers(self):
        """The text per question, "" for what was left out."""
        return {question: self.cleaned_data[name] for name, question in self.questions.items()}


class DecisionForm(forms.Form):
    """On which day the body decided this; only for who reacts in the name of a council or executive."""

    decided_on = forms.DateField(
        label="Op welke dag is dit besloten?",
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "vul in op welke dag dit is besloten",
        },
    )
    decision_url = forms.URLField(
        label=f"Waar staat het besluit op internet? {OPTIONAL}",
        help_text="Het hele adres, dat begint met https://.",
        required=False,
        assume_scheme="https",
        max_length=200,
        error_messages={"invalid": "vul een heel adres in, zoals https://raad.voorbeeld.nl/besluit"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        week_ago = timezone.localdate() - timedelta(days=7)
        example = f"{week_ago.day}-{week_ago.month}-{week_ago.year}"
        field = self.fields["decided_on"]
        field.help_text = f"Bijvoorbeeld {example}."
        field.error_messages["invalid"] = f"vul de dag in als dag, maand en jaar, zoals {example}"

    def clean_decided_on(self):
        decided_on = self.cleaned_data["decided_on"]
        if decided_on > timezone.localdate():
            raise forms.ValidationError("vul een dag in die al is geweest. Pas na het besluit kunt u versturen.")
        return decided_on
