"""The filter of the nota van beantwoording."""

from django import forms
from django.utils.text import capfirst

from consultation.models import SenderKind, Verdict
from consultation.nota.points import NOT_YET


class NotaFilter(forms.Form):
    """What a reader may ask of the nota; an answer that is not in a list asks nothing."""

    onderdeel = forms.ChoiceField(label="Tekst of vraag", required=False)
    orgaan = forms.ChoiceField(label="Orgaan", required=False)
    namens = forms.ChoiceField(
        label="Soort afzender",
        required=False,
        choices=[("", "Alle"), *((value, capfirst(label)) for value, label in SenderKind.choices)],
    )
    oordeel = forms.ChoiceField(
        label="Oordeel",
        required=False,
        choices=[
            ("", "Alle"),
            *((value, capfirst(label)) for value, label in Verdict.choices),
            ("open", capfirst(NOT_YET)),
        ],
    )
    thema = forms.ChoiceField(label="Thema", required=False)

    def __init__(self, *args, codes, bodies, themes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["onderdeel"].choices = [("", "Alle"), *codes]
        self.fields["orgaan"].choices = [("", "Alle"), *((pk, capfirst(name)) for pk, name in bodies)]
        self.fields["thema"].choices = [("", "Alle"), *themes]
        for name in ("orgaan", "thema"):
            if len(self.fields[name].choices) < 2:
                del self.fields[name]

    @property
    def is_used(self):
        """Whether anything was asked, also what was refused."""
        return bool(self.errors) or any(self.asked.values())

    @property
    def asked(self):
        """The filters as `filtered` takes them."""
        self.is_valid()
        names = {"code": "onderdeel", "body": "orgaan", "sender_kind": "namens", "verdict": "oordeel", "theme": "thema"}
        return {name: self.cleaned_data.get(field, "") for name, field in names.items()}
