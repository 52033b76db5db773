"""Which part of the agenda a reader chooses."""

from django import forms

from agenda.models import ElementKind, WiderAim
from agenda.models.wider_aim import offered

OF_AMBITION = (
    "De agenda zegt niet welke opgave bij welke ambitie hoort. "
    "Die verbanden legt de redactie, alleen waar de woorden dat laten zien."
)
OF_AIM = "De agenda noemt deze doelen niet. De redactie kiest ze per onderdeel."
NO_CHOICE = "deze keuze bestaat niet. Kies er een uit de lijst."
OF_PARTNER = (
    "Van de meeste partners is nog niet bekend aan welke onderdelen ze meedoen. "
    "Staat er niets, dan kan {partner} dus toch meedoen."
)


class AgendaFilter(forms.Form):
    """Which part of the agenda somebody wants to read. Nothing is required; choices together narrow the text.

    It is given the elements and partners to choose from, so that it asks the database nothing. A choice that
    does not exist is an error and narrows nothing. The cleaned values are the objects themselves, or None.
    """

    ambitie = forms.TypedChoiceField(label="Regionale ambitie", required=False, empty_value=None)
    lijn = forms.TypedChoiceField(label="Uitvoeringslijn", required=False, empty_value=None)
    partner = forms.TypedChoiceField(label="Partner", required=False, empty_value=None)
    doel = forms.TypedChoiceField(
        label="SDG of brede welvaart",
        required=False,
        empty_value=None,
        choices=offered(),
        coerce=WiderAim,
        error_messages={"invalid_choice": NO_CHOICE},
    )

    def __init__(self, *args, elements, partners, **kwargs):
        super().__init__(*args, **kwargs)
        ambitions = [element for element in elements if element.kind == ElementKind.REGIONAL]
        self.offer("ambitie", "Alle ambities", {ambition.code: ambition for ambition in ambitions})
        self.offer("lijn", "Alle lijnen", {element.code: element for element in elements if element.is_line})
        self.offer("partner", "Alle partners", {partner.slug: partner for partner in partners})

    def offer(self, name, nothing, objects):
        """Lets the field `name` choose one of `objects`, a dict by the value in the address, or `nothing`."""
        field = self.fields[name]
        field.choices = [("", nothing), *((key, self.name_of(one)) for key, one in objects.items())]
        field.coerce = objects.__getitem__
        field.error_messages["invalid_choice"] = NO_CHOICE

    @staticmethod
    def name_of(one):
        """'1. Economie & Arbeidsmarkt' for what has a number, else its name."""
        number = getattr(one, "number", "")
        return f"{number}. {one.name}" if number else one.name

    @property
    def chosen(self):
        """The valid choices by field; empty when the whole agenda is asked for."""
        self.is_valid()
        return {name: one for name, one in self.cleaned_data.items() if one is not None}

    @property
    def is_used(self):
        """Whether something was chosen, or chosen wrongly."""
        return bool(self.chosen or self.errors)

    @property
    def caveats(self):
        """What a reader must know of the choices made, as sentences."""
        sentences = []
        if "ambitie" in self.chosen:
            sentences.append(OF_AMBITION)
        if "partner" in self.chosen:
            sentences.append(OF_PARTNER.format(partner=self.chosen["partner"].name))
        if "doel" in self.chosen:
            sentences.append(OF_AIM)
        return sentences

    def narrow(self, elements):
        """The `elements` (a queryset) that fit every choice."""
        chosen = self.chosen
        if "ambitie" in chosen:
            elements = elements.serving(chosen["ambitie"])
        if "lijn" in chosen:
            elements = elements.under(chosen["lijn"])
        if "partner" in chosen:
            elements = elements.of_partner(chosen["partner"])
        return elements.with_aim(chosen["doel"]) if "doel" in chosen else elements
