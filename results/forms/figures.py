"""The filters above the overview of figures and above the list of all."""

from django import forms
from django.utils.text import capfirst

from agenda.models import LINES
from agenda.models.wider_aim import offered
from partners.ground.forms import SearchWords
from results.models import IndicatorNature


class FigureFilter(forms.Form):
    """Narrows the figures; a choice that does not exist is reported and for the rest ignored."""

    lijn = forms.ChoiceField(
        label="Lijn van de agenda", required=False, error_messages={"invalid_choice": "Deze lijn bestaat niet."}
    )
    ambitie = forms.ChoiceField(
        label="Ambitie", required=False, error_messages={"invalid_choice": "Deze ambitie bestaat niet."}
    )
    partner = forms.ChoiceField(
        label="Partner", required=False, error_messages={"invalid_choice": "Van deze partner is geen cijfer bekend."}
    )
    doel = forms.ChoiceField(
        label="SDG of brede welvaart",
        required=False,
        choices=offered(),
        error_messages={"invalid_choice": "Dit doel bestaat niet."},
    )

    def __init__(self, data, *, elements, partners):
        """`elements` are the lines and ambitions of the agenda, `partners` those that have figures; each asked once."""
        super().__init__(data)
        self.elements = {element.code: element for element in elements}
        self.partners = {partner.slug: partner for partner in partners}
        lines = [(code, one.name) for code, one in self.elements.items() if one.kind in LINES]
        ambitions = [(code, one.name) for code, one in self.elements.items() if one.kind not in LINES]
        self.fields["lijn"].choices = [("", "Alle lijnen"), *lines]
        self.fields["ambitie"].choices = [("", "Alle ambities"), *ambitions]
        self.fields["partner"].choices = [
            ("", "Alle partners"),
            *((slug, partner.name) for slug, partner in self.partners.items()),
        ]

    @property
    def chosen(self):
        """The choices that exist, by the name of their field."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_used(self):
        """Whether anything was asked for, also what does not exist."""
        return bool(self.chosen or self.errors)

    def narrow(self, indicators):
        """Those of the queryset `indicators` that fit every choice."""
        chosen = self.chosen
        for name in ("lijn", "ambitie"):
            if name in chosen:
                indicators = indicators.saying_something_of(self.elements[chosen[name]])
        if "partner" in chosen:
            indicators = indicators.of_partner(self.partners[chosen["partner"]])
        if "doel" in chosen:
            indicators = indicators.filter(wider_aims__contains=[chosen["doel"]])
        if "aard" in chosen:
            indicators = indicators.filter(nature=chosen["aard"])
        if "q" in chosen:
            indicators = indicators.with_words(chosen["q"])
        return indicators


class FigureListFilter(FigureFilter):
    """As above, and by words and what a figure says."""

    field_order = ("q",)

    q = SearchWords(label="Zoek een cijfer")
    aard = forms.ChoiceField(
        label="Aard",
        required=False,
        choices=[
            ("", "Alle"),
            *((value, capfirst(label)) for value, label in IndicatorNature.choices),
        ],
        error_messages={"invalid_choice": "Deze aard bestaat niet."},
    )

    @property
    def choices(self):
        """The fields to choose from, apart from the one to write in."""
        return [field for field in self.visible_fields() if field.name != "q"]

    @property
    def is_chosen(self):
        """Whether one of those is used."""
        return any(field.errors or field.value() for field in self.choices)
