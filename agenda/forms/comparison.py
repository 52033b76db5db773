"""Which two versions a reader compares."""

from django import forms


class ComparisonForm(forms.Form):
    """Which two versions somebody wants to compare, and which parts of the outcome they want to see.

    It is given the versions to choose from, the newest first. What is not chosen, or does not exist, is the newest
    and the one before it.
    """

    van = forms.TypedChoiceField(label="Van", required=False, empty_value=None)
    naar = forms.TypedChoiceField(label="Naar", required=False, empty_value=None)
    alles = forms.BooleanField(label="Ook wat gelijk bleef", required=False)
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
