"""What a reader of the agenda can choose."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils import timezone

from agenda import rich_text
from agenda.models import ElementKind, Wording
from partners.ground.constraints import LAST_YEAR, UNBELIEVABLE


class AgendaFilter(forms.Form):
    """Which part of the agenda somebody wants to read. Nothing is required; choices together narrow the text.

    It is given the elements and partners to choose from, so that it asks the database nothing. A choice that
    does not exist is an error and narrows nothing. The cleaned values are the objects themselves, or None.
    """

    ambitie = forms.TypedChoiceField(label="Regionale ambitie", required=False, empty_value=None)
    lijn = forms.TypedChoiceField(label="Uitvoeringslijn", required=False, empty_value=None)
    partner = forms.TypedChoiceField(label="Partner", required=False, empty_value=None)

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
        field.error_messages["invalid_choice"] = "deze keuze bestaat niet. Kies er een uit de lijst."

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

    def narrow(self, elements):
        """The `elements` (a queryset) that fit every choice."""
        chosen = self.chosen
        if "ambitie" in chosen:
            elements = elements.serving(chosen["ambitie"])
        if "lijn" in chosen:
            elements = elements.under(chosen["lijn"])
        if "partner" in chosen:
            elements = elements.of_partner(chosen["partner"])
        return elements


class ComparisonForm(forms.Form):
    """Which two versions somebody wants to compare, and which parts of the outcome they want to see.

    It is given the versions to choose from, the newest first. What is not chosen, or does not exist, is the newest
    and the one before it.
    """

    van = forms.TypedChoiceField(label="Van", required=False, empty_value=None)
    naar = forms.TypedChoiceField(label="Naar", required=False, empty_value=None)
    wijzigingen = forms.BooleanField(label="Alleen wijzigingen", required=False)
    mijn = forms.BooleanField(label="Alleen bij mijn punten", required=False)

    def __init__(self, data, *, versions, is_member):
        self.newest, self.previous = versions[0], versions[min(1, len(versions) - 1)]
        by_number = {str(version.number): version for version in versions}
        super().__init__({"van": self.previous.number, "naar": self.newest.number} | data.dict())
        for name in ("van", "naar"):
            self.fields[name].choices = [(number, version.title) for number, version in by_number.items()]
            self.fields[name].coerce = by_number.__getitem__
            self.fields[name].error_messages["invalid_choice"] = "deze versie bestaat niet. Kies er een uit de lijst."
        if not is_member:
            del self.fields["mijn"]

    @property
    def chosen(self):
        """The valid choices by field; `van` and `naar` are always versions."""
        self.is_valid()
        given = {name: choice for name, choice in self.cleaned_data.items() if choice}
        return {"van": self.previous, "naar": self.newest} | given


class RichTextarea(AdminTextareaWidget):
    """A text box for HTML. With scripts it becomes an editor for paragraphs, bold, italic, lists and links."""

    class Media:
        js = [forms.Script("js/rich-text.js", defer=True)]

    def __init__(self, attrs=None):
        super().__init__({"rows": 4, "data-rich-text": "", **(attrs or {})})


class WordingForm(forms.ModelForm):
    """The words of an element with their markup in one field; what is typed without any tag is plain text."""

    markup = forms.CharField(
        label="Tekst",
        widget=RichTextarea,
        error_messages={"required": "Schrijf de tekst van dit onderdeel."},
        help_text="De letterlijke woorden. Van wat u plakt, blijven alleen alinea’s, vet, cursief, lijsten en links.",
    )

    class Meta:
        model = Wording
        fields = [
            "element",
            "version",
            "markup",
            "explanation",
            "number",
            "position",
            "parent",
            "change",
            "change_note",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["markup"] = self.instance.markup or rich_text.paragraphs(self.instance.text)

    def clean_markup(self):
        typed = self.cleaned_data["markup"]
        markup = rich_text.clean(typed if "<" in typed else rich_text.paragraphs(typed))
        if not markup:
            raise forms.ValidationError("Schrijf de tekst van dit onderdeel.")
        return markup


class PublicationForm(forms.Form):
    """From when a version, or a batch of answers, is on the site."""

    at = forms.SplitDateTimeField(
        label="Op de site vanaf",
        required=False,
        help_text="Leeg: nu meteen. Bijvoorbeeld 24-2-2027 en 9:00.",
        widget=forms.SplitDateTimeWidget(
            date_attrs={"type": "date", "aria-label": "Op de site vanaf: datum"},
            time_attrs={"type": "time", "aria-label": "Op de site vanaf: tijd"},
            date_format="%Y-%m-%d",
        ),
    )

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise forms.ValidationError("Kies een moment dat nog komt, of laat het leeg.")
        if at and at.year > LAST_YEAR:
            raise forms.ValidationError(UNBELIEVABLE)
        return at
