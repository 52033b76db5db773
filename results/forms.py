"""The filter above the list of projects."""

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
