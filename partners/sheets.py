"""How sheets of partners, their inhabitants and sources look, for import and export on the desk."""

from partners.ground.sheets.fields import (
    AddressCell,
    ChoiceCell,
    DateCell,
    NumberCell,
    ReferenceCell,
    SlugCell,
    TextCell,
    TimeCell,
    YesNoCell,
    times_off,
)
from partners.ground.sheets.importing import Layout, RowForm
from partners.ground.templatetags.dutch import number
from partners.ground.texts import PAGE, SENTENCES
from partners.models import Body, Certainty, Licence, Partner, PartnerKind, Population, Recess, Sitting, Source

SOURCE = "De titel of het kenmerk van de bron. De lijst van bronnen toont het kenmerk."
FAR_OFF = "Dit is {} als het inwonertal dat er al staat ({}). Klopt de eenheid?"
# No place grows or shrinks this many times.
FAR = 10


class PopulationRow(RowForm):
    partner = ReferenceCell(Partner.objects, label="Partner", help_text="De naam, of het adres op de site.")
    reference_on = DateCell(label="Peildatum")
    count = NumberCell(label="Inwoners", max_digits=10, decimal_places=0, min_value=0)
    certainty = ChoiceCell(
        Certainty, default=Certainty.UNKNOWN, label="Zekerheid", help_text=", ".join(Certainty.values)
    )
    source = ReferenceCell(Source.objects, called="title", label="Bron", help_text=SOURCE)
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


class PartnerRow(RowForm):
    slug = SlugCell(label="Adres op de site", max_length=60)
    name = TextCell(label="Naam", max_length=120)
    kind = ChoiceCell(PartnerKind, label="Soort", help_text=", ".join(PartnerKind.values))
    province = ReferenceCell(
        Partner.objects.filter(kind=PartnerKind.PROVINCE),
        label="Provincie",
        required=False,
        help_text="Alleen bij een gemeente: in welke provincie die ligt.",
    )
    summary = TextCell(label="In het kort", required=False, max_length=SENTENCES)
    website = AddressCell(label="Website", required=False, max_length=200)
    cbs_code = TextCell(
        label="CBS-code",
        required=False,
        max_length=6,
        empty_value=None,
        validators=Partner._meta.get_field("cbs_code").validators,
    )
    tooi_uri = AddressCell(label="TOOI-adres", required=False, max_length=200, empty_value=None)
    oin = TextCell(
        label="OIN",
        required=False,
        max_length=20,
        empty_value=None,
        validators=Partner._meta.get_field("oin").validators,
        help_text="Twintig cijfers. Maak de kolom tekst, anders rondt een spreadsheet ze af.",
    )
    almanac_number = NumberCell(
        label="Nummer in de Almanak", required=False, max_digits=9, decimal_places=0, min_value=1
    )
    short_name = TextCell(label="Korte naam", required=False, max_length=40)
    budget_url = AddressCell(label="Begroting", required=False, max_length=200)
    joined_on = DateCell(label="Doet mee sinds", required=False)
    joined_text = TextCell(label="Doet mee sinds, in woorden", required=False, max_length=80)
    left_on = DateCell(label="Deed mee tot", required=False)
    source = ReferenceCell(Source.objects, called="title", label="Bron", required=False, help_text=SOURCE)
    note = TextCell(label="Opmerking", required=False, max_length=PAGE)

    class Meta:
        model = Partner
        fields = [
            "slug",
            "name",
            "kind",
            "province",
            "summary",
            "website",
            "cbs_code",
            "tooi_uri",
            "oin",
            "almanac_number",
            "short_name",
            "budget_url",
            "joined_on",
            "joined_text",
            "left_on",
            "source",
            "note",
        ]


class SourceRow(RowForm):
    slug = SlugCell(label="Kenmerk", max_length=80)
    title = TextCell(label="Titel", max_length=200)
    publisher = TextCell(label="Wie het schreef", required=False, max_length=120)
    url = AddressCell(label="Adres", required=False, max_length=500)
    published_on = DateCell(label="Gepubliceerd op", required=False)
    published_text = TextCell(label="Gepubliceerd, in woorden", required=False, max_length=80)
    consulted_on = DateCell(label="Geraadpleegd op", required=False)
    consulted = TextCell(label="Geraadpleegd, in woorden", required=False, max_length=40)
    licence = ChoiceCell(
        Licence,
        default=Licence.NOT_STATED,
        label="Licentie",
        help_text=f"Leeg is niet bekend, of: {', '.join(filter(None, Licence.values))}.",
    )
    note = TextCell(label="Opmerking", required=False, max_length=SENTENCES)

    class Meta:
        model = Source
        fields = [
            "slug",
            "title",
            "publisher",
            "url",
            "published_on",
            "published_text",
            "consulted_on",
            "consulted",
            "licence",
            "note",
        ]


class BodyCell(ReferenceCell):
    """A body by its full name, or by its partner and kind: 'zwolle/raad'."""

    def as_cell(self, value):
        return value.name if value else ""

    def added(self, text):
        """No body comes with the sheet of a calendar."""
        return []


BODY = "De hele naam, zoals ‘gemeenteraad van Zwolle’, of ‘zwolle/raad’."
BODIES = Body.objects.select_related("partner")


class SittingRow(RowForm):
    body = BodyCell(BODIES, label="Orgaan", help_text=BODY)
    held_on = DateCell(label="Datum")
    starts_at = TimeCell(label="Tijd", required=False)
    papers_by = DateCell(
        label="Aanleveren tot en met", required=False, help_text="Alleen als het van de aanlevertermijn afwijkt."
    )
    is_cancelled = YesNoCell(label="Vervalt", default=False, help_text="ja of nee; leeg is nee.")
    note = TextCell(label="Opmerking", required=False, max_length=300)
    source = ReferenceCell(Source.objects, called="title", label="Bron", required=False, help_text=SOURCE)

    class Meta:
        model = Sitting
        fields = ["body", "held_on", "starts_at", "papers_by", "is_cancelled", "note", "source"]


class RecessRow(RowForm):
    body = BodyCell(BODIES, label="Orgaan", help_text=BODY)
    name = TextCell(label="Naam", max_length=80)
    starts_on = DateCell(label="Van")
    ends_on = DateCell(label="Tot en met")
    source = ReferenceCell(Source.objects, called="title", label="Bron", required=False, help_text=SOURCE)

    class Meta:
        model = Recess
        fields = ["body", "name", "starts_on", "ends_on", "source"]


PARTNERS = Layout("Partners", PartnerRow, ["slug"])
SOURCES = Layout("Bronnen", SourceRow, ["slug"])
POPULATIONS = Layout("Inwoners", PopulationRow, ["partner", "reference_on", "source"])
SITTINGS = Layout("Vergaderingen", SittingRow, ["body", "held_on"])
RECESSES = Layout("Recessen", RecessRow, ["body", "starts_on"])
