"""The filter above the projects."""

from django import forms
from django.utils.text import capfirst

from results.models import ProjectStage

SHAPES = [("", "Lijst"), ("tabel", "Tabel"), ("kaart", "Kaart"), ("tijd", "In de tijd")]


class ProjectFilter(forms.Form):
    """Narrows the list; a choice that does not exist is reported and for the rest ignored.

    The names of the fields stand in the address of the page, hence in Dutch.
    """

    programma = forms.ChoiceField(
        label="Programma of actielijn",
        required=False,
        error_messages={"invalid_choice": "Dit programma heeft geen projecten met naam."},
    )
    lijn = forms.ChoiceField(
        label="Lijn van de agenda", required=False, error_messages={"invalid_choice": "Deze lijn bestaat niet."}
    )
    partner = forms.ChoiceField(
        label="Partner",
        required=False,
        error_messages={"invalid_choice": "Van deze partner is geen project bekend."},
    )
    fase = forms.ChoiceField(
        label="Fase",
        required=False,
        choices=[("", "Alle fasen"), *((value, capfirst(label)) for value, label in ProjectStage.choices)],
        error_messages={"invalid_choice": "Deze fase bestaat niet."},
    )
    weergave = forms.ChoiceField(
        label="Toon als",
        required=False,
        choices=SHAPES,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "Deze weergave bestaat niet."},
    )

    def __init__(self, data, *, programmes, lines, partners):
        """What there is to choose from: programmes with their parents, Elements, and partners; each asked once."""
        super().__init__(data)
        self.programmes = {}
        for line in programmes:
            for programme in filter(None, (line.parent, line)):
                self.programmes.setdefault(programme.slug, programme)
        self.lines = {line.code: line for line in lines}
        self.partners = {partner.slug: partner for partner in partners}
        self.fields["programma"].choices = [("", "Alle programma’s"), *self.offered()]
        self.fields["lijn"].choices = [("", "Alle lijnen"), *((code, line.name) for code, line in self.lines.items())]
        self.fields["partner"].choices = [
            ("", "Alle partners"),
            *((slug, partner.name) for slug, partner in self.partners.items()),
        ]

    def offered(self):
        """The whole programmes, each with its lines of action under it."""
        for slug, programme in self.programmes.items():
            if programme.parent_id:
                continue
            lines = [(other, line.name) for other, line in self.programmes.items() if line.parent_id == programme.pk]
            yield (programme.name, [(slug, f"Heel {programme.name}"), *lines]) if lines else (slug, programme.name)

    @property
    def chosen(self):
        """Whether anything was asked for, also what does not exist."""
        return any(self.data.get(name) for name in self.fields)

    @property
    def is_used(self):
        """Whether it narrows the list, or was asked to by what does not exist."""
        return any(self.data.get(name) for name in self.fields if name != "weergave") or bool(self.errors)

    @property
    def shape(self):
        """How to show what was found: "" for a list, "tabel" or "kaart"."""
        self.is_valid()
        return self.cleaned_data.get("weergave", "")

    def narrow(self, projects):
        """Those of the queryset `projects`, read with_stage, that fit every choice."""
        self.is_valid()
        chosen = self.cleaned_data
        if programme := self.programmes.get(chosen.get("programma")):
            projects = projects.of(programme)
        if line := self.lines.get(chosen.get("lijn")):
            projects = projects.serving(line)
        if partner := self.partners.get(chosen.get("partner")):
            projects = projects.with_partner(partner)
        if stage := chosen.get("fase"):
            projects = projects.filter(stage=stage)
        return projects


def tabs_of(shape):
    """(value, label, whether it is the `shape` that shows) of each way to show what was found."""
    return [(value or None, label, value == shape) for value, label in SHAPES]
