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

    def __init__(self, data, *, indicator, series, earlier):
        """About one Series of `indicator`, None for one that was not measured yet.

        `earlier` is the Proposal that was sent in before, or None.
        """
        self.indicator, self.series, self.earlier = indicator, series, earlier
        self.latest = series.latest if series else None
        initial = (
            {"kind": "", "qualifier": self.latest.qualifier if self.latest else ""}
            if earlier is None
            else {name: getattr(earlier, name) for name in ("kind", "qualifier", "value", "reference_on", "note")}
        )
        super().__init__(data, initial=initial, prefix=self.place)
        kinds = [("", "Ik geef nu geen antwoord")]
        if self.latest:
            kinds += [
                (ProposalKind.CONFIRMED.value, f"De waarde klopt nog: {self.latest.text}"),
                (ProposalKind.CORRECTION.value, "De waarde klopt niet en moet anders"),
            ]
        self.fields["kind"].choices = [*kinds, (ProposalKind.NEW.value, "Er is een nieuwe waarde, van een latere dag")]

    @property
    def partner(self):
        """Whose value it is, of a figure per partner; else None."""
        return self.series.partner if self.series else None

    @property
    def place(self):
        """What its fields and its heading are called by."""
        return f"cijfer-{self.indicator.pk}" + (f"-{self.partner.pk}" if self.partner else "")

    @property
    def title(self):
        """'Zonnepanelen, Zwolle': the figure, and the partner when it is about one."""
        return f"{self.indicator.name}, {self.partner}" if self.partner else self.indicator.name

    @property
    def now(self):
        """'350 zonnepanelen': what stands on the site; empty when nothing was measured."""
        return f"{self.latest.text} {self.indicator.unit_beside}".strip() if self.latest else ""

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
            measurement=self.latest,
            partner=self.partner,
            kind=cleaned["kind"],
            qualifier="" if confirms else cleaned["qualifier"],
            value=None if confirms else cleaned["value"],
            reference_on=cleaned["reference_on"] if is_new else None,
            note=cleaned["note"],
        )

    def refuse_what_is_measured(self, cleaned):
        """Refuses a new value of a day that was measured, and a correction that changes nothing."""
        latest = self.latest
        if cleaned["kind"] == ProposalKind.NEW and latest and cleaned["reference_on"] <= latest.reference_on:
            self.add_error("reference_on", f"Kies een dag na de laatste meting ({latest.reference_text}).")
        if cleaned["kind"] == ProposalKind.CORRECTION:
            proposed = (cleaned["value"], cleaned["qualifier"])
            if proposed == (latest.value, latest.qualifier):
                self.add_error("value", "Deze waarde staat er al.")
