"""The filter above the list of partners."""

from django import forms

from partners.ground.forms import SearchWords
from partners.models import PartnerKind


class PartnerFilter(forms.Form):
    """Narrows the list; a value that makes no sense is reported and for the rest ignored.

    The names of the fields stand in the address of the page, hence in Dutch.
    """

    q = SearchWords(label="Naam of onderwerp")
    soort = forms.ChoiceField(
        label="Soort partner", required=False, error_messages={"invalid_choice": "Deze soort partner bestaat niet."}
    )
    provincie = forms.ChoiceField(
        label="Provincie", required=False, error_messages={"invalid_choice": "Deze provincie doet niet mee."}
    )

    def __init__(self, data, *, provinces):
        """`provinces` are the partners to choose from, as a list."""
        super().__init__(data)
        self.provinces = {province.slug: province for province in provinces}
        self.fields["soort"].choices = [("", "Alle soorten"), *((kind.value, kind.plural) for kind in PartnerKind)]
        self.fields["provincie"].choices = [
            ("", "Alle provincies"),
            *((province.slug, province.name) for province in provinces),
        ]

    def filter(self, partners):
        """Those of the queryset `partners` that fit what was filled in."""
        self.full_clean()
        wanted = self.cleaned_data
        partners = partners.telling(wanted.get("q", ""))
        if kind := wanted.get("soort"):
            partners = partners.filter(kind=kind)
        if province := wanted.get("provincie"):
            partners = partners.in_province(self.provinces[province])
        return partners
