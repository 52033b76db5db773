"""What the desk asks when points are brought together: a theme, somebody to handle them, their parts, their equals."""

from django import forms
from django.utils import timezone

from consultation.forms.fields import LongText
from consultation.models import InternalLabel, Point, PointKind, RedactionReason, Theme
from partners.ground.constraints import LAST_YEAR, UNBELIEVABLE
from partners.models import User


def staff():
    """Who can handle a point."""
    return User.objects.who_write()


class TagForm(forms.Form):
    themes = forms.ModelMultipleChoiceField(
        label="Thema’s", queryset=Theme.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    remove = forms.BooleanField(label="Haal de punten eruit, in plaats van erin", required=False)

    def __init__(self, *args, consultations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = Theme.objects.filter(consultation__in=consultations)


class LabelForm(forms.Form):
    labels = forms.ModelMultipleChoiceField(
        label="Labels", queryset=InternalLabel.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    remove = forms.BooleanField(label="Haal deze labels weg, in plaats van ze te geven", required=False)

    def __init__(self, *args, consultations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["labels"].queryset = InternalLabel.objects.filter(consultation__in=consultations)


class AssignForm(forms.Form):
    handler = forms.ModelChoiceField(
        label="Behandelaar", queryset=User.objects.none(), required=False, empty_label="Niemand"
    )
    handle_by = forms.DateField(
        label="Beantwoorden voor",
        required=False,
        help_text="Niet verplicht. Bijvoorbeeld 24-2-2027.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["handler"].queryset = staff()

    def clean_handle_by(self):
        """Raises ValidationError for a day that is over: nobody can make it."""
        handle_by = self.cleaned_data["handle_by"]
        if handle_by and handle_by < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies vandaag of een dag die nog komt.")
        if handle_by and handle_by.year > LAST_YEAR:
            raise forms.ValidationError(UNBELIEVABLE)
        return handle_by


class RedactForm(forms.Form):
    """The words of a point with MARK for what goes, and what that is."""

    text = LongText(label="Tekst", widget=forms.Textarea(attrs={"rows": 8, "cols": 80}))
    proposal = LongText(
        label="Voorstel voor een andere tekst", required=False, widget=forms.Textarea(attrs={"rows": 4, "cols": 80})
    )
    reason = forms.ChoiceField(
        label="Wat haalt u weg?",
        choices=RedactionReason,
        help_text="Dit komt in de tekst te staan, op de plaats van wat weg is.",
    )


class PartForm(forms.Form):
    """One part of a point that is about more than one thing."""

    text = LongText(
        label="Tekst",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80}),
    )
    proposal = LongText(
        label="Voorstel voor een andere tekst",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 80}),
    )
    proposes_deletion = forms.BooleanField(label="Voorstel om de tekst te schrappen", required=False)
    kind = forms.ChoiceField(label="Soort", required=False, choices=[("", "Antwoord op een vraag"), *PointKind.choices])
    about = forms.ChoiceField(label="Over", required=False)  # the whole text has no key

    def __init__(self, *args, number, subjects, **kwargs):
        """`number` is the place of the part, from 1, which its labels say."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.label = f"Deel {number}, {field.label.lower()}"
        self.fields["about"].choices = [(key, label) for key, label, _, _ in subjects]
        self.subjects = {key: (wording, question) for key, _, wording, question in subjects}

    def clean(self):
        cleaned = super().clean()
        wording, _ = self.subjects.get(cleaned.get("about"), (None, None))
        if cleaned.get("text") and wording and not cleaned.get("kind"):
            self.add_error("kind", "Kies een soort bij een punt over een tekst.")
        if cleaned.get("proposal") and not (cleaned.get("text") and wording):
            self.add_error("proposal", "Schrijf dit bij een deel met een tekst, over een tekst uit de agenda.")
        if cleaned.get("proposes_deletion") and (cleaned.get("proposal") or not (cleaned.get("text") and wording)):
            self.add_error("proposes_deletion", "Kies dit bij een deel over een tekst, zonder een andere tekst.")
        return cleaned

    @property
    def content(self):
        wording, question = self.subjects[self.cleaned_data["about"]]
        return {
            "text": self.cleaned_data["text"],
            "proposal": self.cleaned_data["proposal"],
            "proposes_deletion": self.cleaned_data["proposes_deletion"],
            "kind": self.cleaned_data["kind"],
            "wording": wording,
            "question": question,
        }


def subjects_of(consultation):
    """What a part may be about: (key, label, wording, question)."""
    wordings = consultation.version.wordings.select_related("element").order_by("position")
    return [
        ("", "De hele tekst", None, None),
        *((f"t{one.pk}", str(one.element), one, None) for one in wordings),
        *((f"v{one.pk}", str(one), None, one) for one in consultation.questions.all()),
    ]


class SimilarForm(forms.Form):
    points = forms.ModelMultipleChoiceField(
        label="Lijkt erop", queryset=Point.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["points"]
        field.queryset = Point.objects.filter(pk__in=[point.pk for point in found])
        field.widget.choices = [
            (
                point.pk,
                " ".join(
                    [
                        f"{round(point.similarity * 100)}% gelijk: {point.letter.sender}, over {point.subject}:",
                        *(["(voorstel: schrap deze passage)"] if point.proposes_deletion else []),
                        point.text,
                    ]
                ),
            )
            for point in found
        ]
