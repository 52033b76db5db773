"""The filter above the contributions."""

from django import forms


class ContributionFilter(forms.Form):
    """Narrows the calculation to a year, a part of the agenda and a partner. Without a choice it shows one year."""

    jaar = forms.ChoiceField(
        label="Jaar", required=False, error_messages={"invalid_choice": "Dit jaar hoort niet bij deze agenda."}
    )
    onderdeel = forms.ChoiceField(
        label="Onderdeel", required=False, error_messages={"invalid_choice": "Voor dit onderdeel betaalt niemand."}
    )
    partner = forms.ChoiceField(
        label="Partner", required=False, error_messages={"invalid_choice": "Van deze partner is geen deelname bekend."}
    )

    def __init__(self, data, *, contributions, today):
        """`contributions` are all there are; it asks the database nothing."""
        super().__init__(data)
        self.contributions = contributions
        years = contributions.years
        self.year = contributions.year_of(today)
        self.fields["jaar"].choices = [
            ("", f"{self.year}"),
            *((str(year), str(year)) for year in years if year != self.year),
            ("alle", "Alle jaren"),
        ]
        self.fields["onderdeel"].choices = [
            ("", "Alle onderdelen"),
            *((element.code, element.name) for element in contributions.elements),
        ]
        self.fields["partner"].choices = [
            ("", "Alle partners"),
            *((partner.slug, partner.name) for partner in contributions.partners),
        ]

    def narrowed(self):
        """The rows that fit every choice."""
        self.is_valid()
        chosen = self.cleaned_data
        year = {"": self.year, "alle": None}.get(chosen.get("jaar", ""), chosen.get("jaar"))
        return self.contributions.narrowed(
            year=int(year) if year else None, element=chosen.get("onderdeel"), partner=chosen.get("partner")
        )
