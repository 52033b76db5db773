"""The filters above the figures, the projects and the contributions, and what an owner fills in."""

from django import forms
from django.utils.text import capfirst

from agenda.models import LINES
from partners.ground.numbers import NumberField
from results.models import IndicatorNature, ProjectStage, Proposal, ProposalKind, ProposalState


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
        choices=[("", "Lijst"), ("tabel", "Tabel"), ("kaart", "Kaart")],
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

    def narrow(self, indicators):
        """Those of the queryset `indicators` that fit every choice."""
        chosen = self.chosen
        for name in ("lijn", "ambitie"):
            if name in chosen:
                indicators = indicators.saying_something_of(self.elements[chosen[name]])
        if "partner" in chosen:
            indicators = indicators.of_partner(self.partners[chosen["partner"]])
        if "aard" in chosen:
            indicators = indicators.filter(nature=chosen["aard"])
        return indicators


class FigureListFilter(FigureFilter):
    """As above, and by what a figure says."""

    aard = forms.ChoiceField(
        label="Aard",
        required=False,
        choices=[
            ("", "Alle"),
            *((value, capfirst(label)) for value, label in IndicatorNature.choices),
        ],
        error_messages={"invalid_choice": "Deze aard bestaat niet."},
    )


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
        self.year = min(max(today.year, years[0]), years[-1])
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


class ProposalForm(forms.Form):
    """What an owner says of one figure. Its fields are named after the figure, for a page holds one form for each."""

    kind = forms.ChoiceField(label="Wat is er met dit cijfer?", required=False, widget=forms.RadioSelect)
    qualifier = forms.CharField(
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
    note = forms.CharField(
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
        """Holds what is filled in to the rules of a Proposal, each at its own field."""
        cleaned = super().clean()
        self.proposal = None
        kind = cleaned.get("kind")
        filled_in = any(cleaned.get(name) not in (None, "") for name in ("value", "reference_on", "note"))
        if not kind and filled_in and self.earlier is None:
            self.add_error("kind", "Kies wat er met dit cijfer is. U vulde er wel iets bij in.")
        if not kind or self.errors:
            return cleaned
        is_new = kind == ProposalKind.NEW
        self.proposal = Proposal(
            indicator=self.indicator,
            measurement=self.indicator.latest,
            kind=kind,
            qualifier="" if kind == ProposalKind.CONFIRMED else cleaned["qualifier"],
            value=None if kind == ProposalKind.CONFIRMED else cleaned["value"],
            reference_on=cleaned["reference_on"] if is_new else None,
            note=cleaned["note"],
        )
        self.proposal.clean()
        latest = self.indicator.latest
        if is_new and latest and cleaned["reference_on"] <= latest.reference_on:
            self.add_error("reference_on", f"Kies een dag na de laatste meting ({latest.reference_text}).")
        if kind == ProposalKind.CORRECTION and (cleaned["value"], cleaned["qualifier"]) == (
            latest.value,
            latest.qualifier,
        ):
            self.add_error("value", "Deze waarde staat er al.")
        return cleaned
