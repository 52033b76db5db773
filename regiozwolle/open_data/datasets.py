"""What the portal publishes as open data: tables of which every column has a meaning, and a unit where it has one.

The names of tables and columns are public: programs of others read them. They never change, a new one may be added.
The invented examples of the demo are never in it.
"""

from django.db.models import Q
from django.utils import timezone

from agenda.models import Wording
from consultation.deciding.models import Decision, Dossier
from partners.models import Partner, Population, Recess, Sitting
from regiozwolle.open_data.dataset import NOTE, RIGHTS, SOURCE, SOURCE_ADDRESS, DataColumn, Dataset, ReckonedDataset
from regiozwolle.pages.decisions.money import MONEY_COLUMNS, money_of
from results.models import Funding, Measurement, Project, Report, Tariff


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


def decisions():
    real = Decision.objects.public().filter(track__dossier__is_example=False, decided_on__lte=timezone.localdate())
    return real.order_by("track__dossier__slug", "track__body__name", "decided_on", "pk")


def dossiers():
    return Dossier.objects.public().real().with_tracks().order_by("slug")


def sittings():
    real = Sitting.objects.public().filter(body__partner__is_example=False)
    return real.order_by("body__partner__name", "body__kind", "held_on", "pk")


def recesses():
    real = Recess.objects.public().filter(body__partner__is_example=False)
    return real.order_by("body__partner__name", "body__kind", "starts_on", "pk")


def reports():
    return Report.objects.published().filter(is_example=False).order_by("ends_on", "pk")


# Whose days they are, and what became of a partner that is no more.
BODY = (
    DataColumn("orgaan", "body__name", "van welk orgaan"),
    DataColumn("partner", "body__partner__slug", "het `adres` van de partner ervan"),
    DataColumn("partner_cbs", "body__partner__cbs_code", "de code bij het CBS van die partner"),
)
SUCCESSOR = (
    DataColumn("deed_mee_tot", "body__partner__left_on", "de dag vanaf wanneer de partner niet meer meedoet"),
    DataColumn("opgegaan_in", "body__partner__succeeded_by__slug", "het `adres` van de partner waarin deze opging"),
)
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
            DataColumn("deed_mee_tot", "left_on", "de dag vanaf wanneer de partner niet meer meedoet"),
            DataColumn("opgegaan_in", "succeeded_by__slug", "het `adres` van de partner waarin deze opging"),
        ),
    ),
    "inwoners": Dataset(
        "Inwoners",
        "Inwonertallen per gemeente en provincie, met peildatum en bron.",
        populations,
        (
            DataColumn("partner_naam", "partner__name", "de gemeente of provincie"),
            DataColumn("partner_cbs", "partner__cbs_code", "de code van de partner bij het CBS"),
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
            DataColumn("status", "version__status", "of de versie een concept is of is vastgesteld"),
            DataColumn("datum", "version__dated_on", "de dag van de versie"),
            DataColumn("code", "element__code", "de code van het onderdeel, die nooit verandert"),
            DataColumn("soort", "element__kind", "wat voor onderdeel het is"),
            DataColumn("nummer", "number", "het nummer in deze versie"),
            DataColumn("tekst", "text", "wat het onderdeel in deze versie zegt"),
        ),
        source="version__source",
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
            DataColumn("partner_naam", "partner__name", "de partner, als de meting over één partner gaat"),
            DataColumn("woord_ervoor", "qualifier", "wat de bron erbij zegt, zoals ‘ruim’"),
            DataColumn("waarde", "value", "het getal", unit="zie `eenheid`"),
            DataColumn("peildatum", "reference_on", "de dag van de meting, of het begin van de periode"),
            DataColumn("peildatum_in_woorden", "reference_text", "de peildatum zoals de bron die noemt"),
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
            DataColumn(
                "laatste_dag", "ends_on", "de laatste dag van de periode; de rapportage geeft de stand van die dag"
            ),
            DataColumn("vastgelegd_op", "frozen_at", "het moment waarna er niets meer aan verandert"),
            DataColumn("op_de_site_vanaf", "published_at", "het moment waarna iedereen de rapportage kan lezen"),
            DataColumn("vorige", "previous__slug", "het `adres` van de rapportage waarmee deze is vergeleken"),
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/rapportages/"),
        ),
        source="",
    ),
    "besluiten": Dataset(
        "Besluiten",
        "Wat organen besloten, ook wat later is vervangen. Het laatste besluit over een onderdeel geldt.",
        decisions,
        (
            DataColumn("dossier", "track__dossier__slug", "het laatste deel van het adres van het dossier"),
            DataColumn("orgaan", "track__body__name", "wie besloot"),
            DataColumn("partner_cbs", "track__body__partner__cbs_code", "de code bij het CBS van de partner ervan"),
            DataColumn("onderdeel", "component__element__code", "het onderdeel van de agenda; leeg is het geheel"),
            DataColumn("onderdeel_naam", "component__name", "hoe het onderdeel heet, als het niet van de agenda is"),
            DataColumn("uitkomst", "outcome", "wat is besloten"),
            DataColumn("besloten_op", "decided_on", "de dag, of 1 januari als alleen het jaar bekend is"),
            DataColumn("datum_in_woorden", "date_text", "de dag in woorden, als die niet bekend is"),
            DataColumn("versie", "version__number", "op welke versie van de tekst; leeg is niet bekend"),
            DataColumn("bedrag_in_euro", "amount", "het bedrag; leeg is niet bekend", unit="euro"),
            DataColumn("voorwaarde", "condition", "de voorwaarde, voluit"),
            DataColumn("ingevoerd", "entered_as", "wie dit invoerde"),
            DataColumn("bevestigd_op", "confirmed_on", "wanneer de griffier dit bevestigde; leeg is nog niet"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "track__dossier__slug", "het adres van de pagina", page="/besluiten/"),
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
    "vergaderingen": Dataset(
        "Vergaderingen",
        "Wanneer de organen vergaderen, voor zover bekend, ook wat vervalt.",
        sittings,
        (
            *BODY,
            DataColumn("datum", "held_on", "de dag"),
            DataColumn("tijd", "starts_at", "hoe laat; leeg is niet bekend", pattern="HH24:MI"),
            DataColumn("aanleveren_tot_en_met", "papers_by", "alleen als het van de aanlevertermijn afwijkt"),
            DataColumn("aanlevertermijn_in_dagen", "body__delivery_days", "van het orgaan", unit="dagen"),
            DataColumn("vervalt", "is_cancelled", "of de vergadering niet doorgaat"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            *SUCCESSOR,
        ),
    ),
    "recessen": Dataset(
        "Recessen",
        "Wanneer de organen niet vergaderen, voor zover bekend.",
        recesses,
        (
            *BODY,
            DataColumn("naam", "name", "hoe het reces heet"),
            DataColumn("van", "starts_on", "de eerste dag"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            *SUCCESSOR,
        ),
    ),
    "geld-van-besluiten": ReckonedDataset(
        "Geld van besluiten",
        "Per onderdeel van een dossier: wat nodig is, wat is toegezegd en wat nog niet.",
        dossiers,
        MONEY_COLUMNS,
        reckon=money_of,
    ),
}
