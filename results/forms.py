"""The filters above the list of projects and the contributions."""

from django import forms


class ProjectFilter(forms.Form):
    """Narrows the list; a choice that does not exist is reported and for the rest ignored.

    The names of the fields stand in the address of the page, hence in Dutch.
    """

    programma = forms.ChoiceField(
        label="Programma of actielijn",
        required=False,
        error_messages={"invalid_choice": "Dit programma heeft geen projecten met naam."},
    )
    partner = forms.ChoiceField(
        label="Partner",
        required=False,
        error_messages={"invalid_choice": "Van deze partner is geen project bekend."},
    )

    def __init__(self, data, *, projects):
        """`projects` are all there is to choose from, read with `with_partners`; it asks the database nothing."""
        super().__init__(data)
        self.programmes, partners = {}, {}
        for project in projects:
            line = project.programme
            for programme in filter(None, (line.parent, line)):
                self.programmes.setdefault(programme.slug, programme)
            partners |= {
                taking_part.partner.slug: taking_part.partner for taking_part in project.project_partners.all()
            }
        self.fields["programma"].choices = [("", "Alle programma’s"), *self.offered()]
        self.fields["partner"].choices = [
            ("", "Alle partners"),
            *sorted(((slug, partner.name) for slug, partner in partners.items()), key=lambda pair: pair[1].casefold()),
        ]

    def offered(self):
        """The whole programmes, each with its lines of action under it."""
        for slug, programme in self.programmes.items():
            if programme.parent_id:
                continue
            lines = [(other, line.name) for other, line in self.programmes.items() if line.parent_id == programme.pk]
            yield (programme.name, [(slug, f"Heel {programme.name}"), *lines]) if lines else (slug, programme.name)

    def narrow(self, projects):
        """Those of the list `projects` that fit every choice."""
        self.is_valid()
        programme = self.programmes.get(self.cleaned_data.get("programma"))
        partner = self.cleaned_data.get("partner")
        return [
            project
            for project in projects
            if (not programme or programme.pk in (project.programme_id, project.programme.parent_id))
            and (not partner or partner in {one.partner.slug for one in project.project_partners.all()})
        ]


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
