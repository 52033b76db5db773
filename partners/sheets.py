"""How a sheet of inhabitants looks, for import and export on the desk."""

from partners.ground.sheets.fields import ChoiceCell, DateCell, NumberCell, ReferenceCell, TextCell, times_off
from partners.ground.sheets.importing import Layout, RowForm
from partners.ground.templatetags.dutch import number
from partners.models import Certainty, Partner, Population, Source

FAR_OFF = "Dit is {} als het inwonertal dat er al staat ({}). Klopt de eenheid?"
# No place grows or shrinks this many times.
FAR = 10


class PopulationRow(RowForm):
    partner = ReferenceCell(Partner.objects, label="Partner", help_text="Het adres op de site, zoals zwolle.")
    reference_on = DateCell(label="Peildatum")
    count = NumberCell(label="Inwoners", max_digits=10, decimal_places=0, min_value=0)
    certainty = ChoiceCell(
        Certainty, default=Certainty.UNKNOWN, label="Zekerheid", help_text=", ".join(Certainty.values)
    )
    source = ReferenceCell(Source.objects, label="Bron", help_text="Het kenmerk van de bron.")
    note = TextCell(label="Opmerking", required=False, max_length=300)

    class Meta:
        model = Population
        fields = ["partner", "reference_on", "count", "certainty", "source", "note"]

    def clean(self):
        """Refuses a count so far off that it is probably in thousands, or that a digit is missing."""
        cleaned = super().clean()
        partner, count = cleaned.get("partner"), cleaned.get("count")
        if partner and count and count != self.instance.count:
            others = partner.populations.exclude(pk=self.instance.pk)
            previous = others.latest_first().values_list("count", flat=True).first()
            if times := times_off(count, previous, most=FAR):
                self.add_error("count", FAR_OFF.format(times, number(previous)))
        return cleaned


POPULATIONS = Layout("Inwoners", PopulationRow, ["partner", "reference_on", "source"])
