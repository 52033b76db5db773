"""How a sheet of inhabitants looks, for import and export on the desk."""

from partners.importing import Amount, Day, Layout, Named, OneOf, RowForm, Text
from partners.models import Certainty, Partner, Population, Source


class PopulationRow(RowForm):
    partner = Named(Partner.objects, label="Partner", help_text="Het adres op de site, zoals zwolle.")
    reference_on = Day(label="Peildatum")
    count = Amount(label="Inwoners", max_digits=10, decimal_places=0, min_value=0)
    certainty = OneOf(Certainty, default=Certainty.UNKNOWN, label="Zekerheid", help_text=", ".join(Certainty.values))
    source = Named(Source.objects, label="Bron", help_text="Het kenmerk van de bron.")
    note = Text(label="Opmerking", required=False, max_length=300)

    class Meta:
        model = Population
        fields = ["partner", "reference_on", "count", "certainty", "source", "note"]


def keep(form, before):
    form.save()


POPULATIONS = Layout("Inwoners", PopulationRow, ["partner", "reference_on", "source"], keep)
