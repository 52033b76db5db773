"""What the portal publishes as open data: tables of which every column has a meaning, and a unit where it has one.

The names of tables and columns are public: programs of others read them. They never change, a new one may be added.
The invented examples of the demo are never in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.text import capfirst

from agenda.models import Wording
from partners.ground.documents import Column
from partners.ground.templatetags.dutch import counted
from partners.models import Licence, Partner, Population, Source
from results.models import Funding, Measurement, Project, Report, Tariff

OWN = "Regio Zwolle heeft nog niet vastgelegd wat er met deze tekst mag."
NAME_THE_SOURCE = "Noem de bron die erbij staat."


@dataclass(frozen=True)
class DataColumn:
    """A column of a Dataset: its `name` in the file, the `field` of the model it shows, and in Dutch what it means.

    Days and moments are ISO 8601. `unit` is that of a number; a cell without a value is not known. With a `page` it is
    the address of the page of which `field` is the last part.
    """

    name: str
    field: str
    meaning: str
    unit: str = ""
    page: str = ""

    @property
    def expression(self):
        if self.page:
            address = (Value(f"{settings.SITE_URL}{self.page}"), F(self.field), Value("/"))
            return Concat(*address, output_field=models.TextField())
        return F(self.field)

    def model_field(self, model):
        """The field of a model that the column shows, also through other models."""
        *path, last = self.field.split("__")
        model = reduce(lambda each, name: each._meta.get_field(name).related_model, path, model)
        return model._meta.get_field(last)

    def kind(self, model):
        """The kind of a Column in a spreadsheet."""
        field = self.model_field(model)
        if self.name == "jaar":
            return "year"
        if isinstance(field, models.DateField) and not self.page:
            return "date"
        if isinstance(field, models.DecimalField | models.IntegerField):
            return "euro" if self.unit.startswith("euro") else "number"
        return "text"

    def codes(self, model):
        """(Code, what it means) of each value that can stand there, unless they say it themselves; empty for others."""
        choices = [] if self.page else self.model_field(model).flatchoices
        return [(code, label) for code, label in choices if code and code != label]


@dataclass(frozen=True)
class Dataset:
    """A table to download: the rows of a `queryset`, in the order of the file, with these `columns`."""

    title: str
    description: str
    queryset: Callable[[], QuerySet]
    columns: tuple[DataColumn, ...]

    @property
    def names(self):
        """The names of the columns, in the order of the file."""
        return [column.name for column in self.columns]

    @property
    def model(self):
        return self.queryset().model

    @property
    def described(self):
        """(DataColumn, what its codes mean) of every column."""
        return [(column, column.codes(self.model)) for column in self.columns]

    @property
    def meanings(self):
        """(Name, what it means with its unit and codes, in a sentence) of every column."""
        for column, codes in self.described:
            unit = f" ({column.unit})" if column.unit else ""
            told = f" {'; '.join(f'{code}: {label}' for code, label in codes)}." if codes else ""
            yield column.name, f"{capfirst(column.meaning)}{unit}.{told}"

    @property
    def spreadsheet_columns(self):
        return [Column(column.name, column.kind(self.model)) for column in self.columns]

    def rows(self):
        """A queryset of dictionaries, whose keys are the names of the columns. One query."""
        return self.queryset().values(**{column.name: column.expression for column in self.columns})

    @property
    def licences(self):
        """(Licence, of how many sources), the most first; None for a table without sources. One query."""
        if SOURCE not in self.columns:
            return None
        sources = Source.objects.filter(pk__in=self.queryset().order_by().values("source"))
        found = sources.order_by().values_list("licence").annotate(count=Count("pk")).order_by("-count", "licence")
        return [(Licence(licence), count) for licence, count in found]

    @property
    def rights(self):
        """What may be done with it, as far as that is known, in sentences. One query."""
        licences = self.licences
        if licences is None:
            return OWN
        told = [
            f"Van {counted(count, 'bron,bronnen')} is niet bekend wat de maker toestaat."
            if licence == Licence.NOT_STATED
            else f"{counted(count, 'bron,bronnen')}: {licence.label}."
            for licence, count in licences
        ]
        return " ".join([*told, NAME_THE_SOURCE])


SOURCE = DataColumn("bron", "source__title", "waar dit staat")
SOURCE_ADDRESS = DataColumn("bron_adres", "source__url", "het adres van de bron")
NOTE = DataColumn("opmerking", "note", "wat de redactie erbij zegt")
RIGHTS = (
    DataColumn("bron_licentie", "source__licence", "wat de maker van de bron toestaat; leeg is niet bekend"),
    DataColumn("bron_gelezen_op", "source__consulted_on", "de dag waarop wij de bron lazen, als die bekend is"),
    DataColumn("bron_gelezen", "source__consulted", "wanneer wij de bron lazen, in woorden"),
)


def partners():
    return Partner.objects.public().real()


def populations():
    return Population.objects.public().filter(partner__is_example=False).order_by("partner__name", "reference_on")


def wordings():
    real = Wording.objects.published().filter(version__agenda__is_example=False)
    return real.order_by("version__agenda__first_year", "version__number", "position", "pk")


def measurements():
    return (
        Measurement.objects.public()
        .filter(indicator__is_example=False)
        .order_by("indicator__slug", "reference_on", "pk")
    )


def projects():
    return Project.objects.public().order_by("slug")


def tariffs():
    real = Tariff.objects.exclude(element__agenda__is_example=True)
    real = real.filter(Q(element=None) | Q(element__in=Wording.objects.published().values("element")))
    return real.order_by("purpose", "element__position", "year", "payer")


def fundings():
    return Funding.objects.public().real().order_by("reference_on", "pk")


def reports():
    return Report.objects.published().filter(is_example=False).order_by("ends_on", "pk")


DATASETS = {
    "partners": Dataset(
        "Partners",
        "De gemeenten, provincies en andere partners, met hun codes.",
        partners,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("naam", "name", "hoe de partner heet"),
            DataColumn("soort", "kind", "wat voor organisatie het is"),
            DataColumn("in_provincie", "province__name", "de provincie waarin een gemeente ligt"),
            DataColumn("cbs", "cbs_code", "de code van het CBS"),
            DataColumn("tooi", "tooi_uri", "het adres in het register van overheidsorganisaties (TOOI)"),
            DataColumn("site", "website", "de site van de partner"),
            SOURCE,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/partners/"),
        ),
    ),
    "inwoners": Dataset(
        "Inwoners",
        "Inwonertallen per gemeente en provincie, met peildatum en bron.",
        populations,
        (
            DataColumn("partner_naam", "partner__name", "de gemeente of provincie"),
            DataColumn("partner_cbs", "partner__cbs_code", "haar code bij het CBS"),
            DataColumn("peildatum", "reference_on", "de dag waarop is geteld"),
            DataColumn("inwoners", "count", "hoeveel mensen er wonen", unit="inwoners"),
            DataColumn("zekerheid", "certainty", "hoe zeker het aantal is"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
        ),
    ),
    "agenda": Dataset(
        "Agenda",
        "De tekst van de strategische agenda, per onderdeel en versie.",
        wordings,
        (
            DataColumn("agenda", "version__agenda__slug", "welke agenda"),
            DataColumn("versie", "version__number", "het nummer van de versie"),
            DataColumn("status", "version__status", "of zij een concept is of is vastgesteld"),
            DataColumn("datum", "version__dated_on", "de dag van de versie"),
            DataColumn("code", "element__code", "de code van het onderdeel, die nooit verandert"),
            DataColumn("soort", "element__kind", "wat voor onderdeel het is"),
            DataColumn("nummer", "number", "het nummer in deze versie"),
            DataColumn("tekst", "text", "wat het onderdeel in deze versie zegt"),
        ),
    ),
    "cijfers": Dataset(
        "Cijfers",
        "Alle metingen, met peildatum, zekerheid en bron.",
        measurements,
        (
            DataColumn("cijfer", "indicator__slug", "het laatste deel van het adres van het cijfer"),
            DataColumn("naam", "indicator__name", "hoe het cijfer heet"),
            DataColumn("aard", "indicator__nature", "of het is bereikt, toegezegd of geïnvesteerd, of een kenmerk is"),
            DataColumn("eenheid", "indicator__unit", "de eenheid van `waarde`"),
            DataColumn("gebied", "scope", "waarover de meting gaat"),
            DataColumn("partner_naam", "partner__name", "de partner, als zij over één partner gaat"),
            DataColumn("woord_ervoor", "qualifier", "wat de bron erbij zegt, zoals ‘ruim’"),
            DataColumn("waarde", "value", "het getal", unit="zie `eenheid`"),
            DataColumn("peildatum", "reference_on", "de dag van de meting, of het begin van de periode"),
            DataColumn("peildatum_in_woorden", "reference_text", "de peildatum zoals de bron haar noemt"),
            DataColumn("zekerheid", "certainty", "hoe zeker de waarde is"),
            SOURCE,
            SOURCE_ADDRESS,
            NOTE,
            *RIGHTS,
            DataColumn("pagina", "indicator__slug", "het adres van de pagina", page="/resultaten/cijfers/"),
            DataColumn("telt_mee", "counts", "of de waarde meetelt waar bronnen over een dag verschillen"),
            DataColumn("waarom_niet", "beside_because", "waarom een andere bron telt"),
        ),
    ),
    "projecten": Dataset(
        "Projecten",
        "De projecten die met naam bekend zijn.",
        projects,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("naam", "name", "hoe het project heet"),
            DataColumn("programma", "programme__name", "het programma waar het bij hoort"),
            DataColumn("hoort_bij_programma", "status", "of dat is bevestigd"),
            DataColumn("samenvatting", "summary", "waar het om gaat"),
            DataColumn("periode", "period_text", "wanneer, in woorden"),
            DataColumn("deelproject_van", "parent__slug", "het `adres` van het project waar het een deel van is"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/projecten/"),
        ),
    ),
    "rapportages": Dataset(
        "Rapportages",
        "Welke zijn vastgelegd. Elke rapportage is ook een bestand op zich.",
        reports,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("titel", "title", "hoe de rapportage heet"),
            DataColumn("eerste_dag", "starts_on", "de eerste dag van de periode"),
            DataColumn("laatste_dag", "ends_on", "de laatste dag van de periode, waarvan zij de stand geeft"),
            DataColumn("vastgelegd_op", "frozen_at", "het moment waarna er niets meer aan verandert"),
            DataColumn("op_de_site_vanaf", "published_at", "het moment waarna iedereen haar kan lezen"),
            DataColumn("vorige", "previous__slug", "het `adres` van de rapportage waarmee zij is vergeleken"),
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/rapportages/"),
        ),
    ),
    "financiering": Dataset(
        "Financiering",
        "Bedragen per programma of project. Leeg is onbekend.",
        fundings,
        (
            DataColumn("programma", "programme__name", "het programma waarvoor het is"),
            DataColumn("project_naam", "project__name", "of het project"),
            DataColumn("van", "funder", "wie het betaalt"),
            DataColumn("jaar", "year", "voor welk jaar; leeg is de hele looptijd"),
            DataColumn("telt_mee", "counts", "of het meetelt: per bron en jaar telt één bedrag"),
            DataColumn("woord_ervoor", "qualifier", "wat de bron erbij zegt, zoals ‘ruim’"),
            DataColumn("toegezegd_in_euro", "committed", "wat is toegezegd", unit="euro"),
            DataColumn("besteed_in_euro", "spent", "wat is uitgegeven", unit="euro"),
            DataColumn("datum", "reference_on", "de dag waarvan het bedrag is"),
            SOURCE,
            SOURCE_ADDRESS,
            NOTE,
            *RIGHTS,
        ),
    ),
    "tarieven": Dataset(
        "Tarieven",
        "Wat gemeenten en provincies per inwoner betalen, voor zover bekend.",
        tariffs,
        (
            DataColumn("onderdeel", "element__code", "de code van het onderdeel van de agenda"),
            DataColumn("waarvoor", "purpose", "waarvoor, als het niet bij een onderdeel hoort"),
            DataColumn("jaar", "year", "voor welk jaar"),
            DataColumn("betaald_door", "payer", "of gemeenten betalen, of provincies"),
            DataColumn("euro_per_inwoner", "amount", "het tarief per jaar", unit="euro per inwoner"),
            DataColumn("peildatum_inwoners", "inhabitants_on", "de dag waarop de inwoners zijn geteld"),
            SOURCE,
            SOURCE_ADDRESS,
            NOTE,
            *RIGHTS,
        ),
    ),
}
