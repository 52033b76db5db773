"""What an owner fills in when asked whether a figure still holds."""

from django import forms

from partners.ground.forms import Text
from partners.ground.numbers import NumberField
from results.models import Proposal, ProposalKind, ProposalState


class ProposalForm(forms.Form):
    """What an owner says of one figure. Its fields are named after the figure, for a page holds one form for each."""

    kind = forms.ChoiceField(label="Wat is er met dit cijfer?", required=False, widget=forms.RadioSelect)
    qualifier = Text(
        label="Woord ervoor (niet verplicht)", required=False, max_length=24, help_text="Bijvoorbeeld: meer dan, zo’n."
    )
    value = NumberField(
        label="Waarde",
        required=False,
        max_digits=16,
        decimal_places=2,
        help_text="Alleen als de waarde anders moet of nieuw is.",
    )
    reference_on = forms.DateField(
        label="Peildatum",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Alleen bij een nieuwe waarde.",
    )
    note = Text(
        label="Toelichting (niet verplicht)", required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data, *, indicator, earlier):
        """`indicator` is read with_recent_values; `earlier` is the Proposal that was sent in before, or None."""
        self.indicator, self.earlier = indicator, earlier
        initial = (
            {"kind": "", "qualifier": indicator.latest.qualifier if indicator.latest else ""}
            if earlier is None
            else {name: getattr(earlier, name) for name in ("kind", "qualifier", "value", "reference_on", "note")}
        )
        super().__init__(data, initial=initial, prefix=f"cijfer-{indicator.pk}")
        kinds = [("", "Ik geef nu geen antwoord")]
        if indicator.latest:
            kinds += [
                (ProposalKind.CONFIRMED.value, f"De waarde klopt nog: {indicator.latest.text}"),
                (ProposalKind.CORRECTION.value, "De waarde klopt niet en moet anders"),
            ]
        self.fields["kind"].choices = [*kinds, (ProposalKind.NEW.value, "Er is een nieuwe waarde, van een latere dag")]

    @property
    def is_judged(self):
        """Whether the secretariat judged what was sent in, so that it can no longer change."""
        return self.earlier is not None and self.earlier.state != ProposalState.OPEN

    def clean(self):
        """Holds what is filled in to the rules of a Proposal, each at its own field.

        Makes `proposal`, unsaved, or None when nothing is said of the figure.
        """
        cleaned = super().clean()
        self.proposal = None
        kind = cleaned.get("kind")
        if not kind and self.earlier is None and self.has_details(cleaned):
            self.add_error("kind", "Kies wat er met dit cijfer is. U vulde er wel iets bij in.")
        if kind and not self.errors:
            self.proposal = self.proposed(cleaned)
            self.proposal.clean()
            self.refuse_what_is_measured(cleaned)
        return cleaned

    def has_details(self, cleaned):
        """Whether something is filled in that belongs to a proposal."""
        return any(cleaned.get(name) not in (None, "") for name in ("value", "reference_on", "note"))

    def proposed(self, cleaned):
        """The Proposal, unsaved: without a value when the owner confirms, with a day only when the value is new."""
        confirms, is_new = (cleaned["kind"] == kind for kind in (ProposalKind.CONFIRMED, ProposalKind.NEW))
        return Proposal(
            indicator=self.indicator,
            measurement=self.indicator.latest,
            kind=cleaned["kind"],
            qualifier="" if confirms else cleaned["qualifier"],
            value=None if confirms else cleaned["value"],
            reference_on=cleaned["reference_on"] if is_new else None,
            note=cleaned["note"],
        )

    def refuse_what_is_measured(self, cleaned):
        """Refuses a new value of a day that was measured, and a correction that changes nothing."""
        latest = self.indicator.latest
        if cleaned["kind"] == ProposalKind.NEW and latest and cleaned["reference_on"] <= latest.reference_on:
            self.add_error("reference_on", f"Kies een dag na de laatste meting ({latest.reference_text}).")
        if cleaned["kind"] == ProposalKind.CORRECTION:
            proposed = (cleaned["value"], cleaned["qualifier"])
            if proposed == (latest.value, latest.qualifier):
                self.add_error("value", "Deze waarde staat er al.")
