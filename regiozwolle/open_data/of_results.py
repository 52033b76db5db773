"""The data sets of what it yields and costs: figures and projects, and the money of both."""

from django.db.models import Case, F, Q, SlugField, TextField, When

from agenda.models import Wording
from partners.ground.publishing import is_public
from regiozwolle.open_data.dataset import KEY, NOTE, RIGHTS, SOURCE, SOURCE_ADDRESS, DataColumn, Dataset, joined
from results.models import (
    Correction,
    Funding,
    Indicator,
    Measurement,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectResult,
    Report,
    Target,
    Tariff,
)


def indicators():
    return Indicator.objects.public().real().annotate(aims=joined("wider_aims")).order_by("slug")


def measurements():
    real = Measurement.objects.public().filter(indicator__is_example=False)
    return real.order_by("indicator__slug", "reference_on", "pk")


def targets():
    return Target.objects.filter(indicator__in=indicators().order_by()).order_by("indicator__slug", "due_on", "pk")


def corrections():
    return Correction.objects.public().real().order_by("corrected_on", "pk")


def programmes():
    return Programme.objects.public().real().order_by("slug")


def projects():
    return Project.objects.public().order_by("slug")


def project_partners():
    return ProjectPartner.objects.public().order_by("project__slug", "role", "partner__slug", "pk")


def project_phases():
    return ProjectPhase.objects.filter(project__in=projects().order_by()).order_by("project__slug", "starts_on", "pk")


def project_results():
    figure = Case(When(is_public(Indicator, "indicator__"), then=F("indicator__slug")), output_field=SlugField())
    found = ProjectResult.objects.filter(project__in=projects().order_by()).annotate(figure=figure)
    return found.order_by("project__slug", "position", "pk")


def fundings():
    return Funding.objects.public().real().order_by("reference_on", "pk")


def tariffs():
    real = Tariff.objects.exclude(element__agenda__is_example=True)
    real = real.filter(Q(element=None) | Q(element__in=Wording.objects.published().values("element")))
    return real.order_by("purpose", "element__position", "year", "payer", "pk")


def reports():
    return Report.objects.published().filter(is_example=False).order_by("ends_on", "pk")


PROJECT = (
    DataColumn("project_adres", "project__slug", "het `adres` van het project"),
    DataColumn("project_naam", "project__name", "hoe dat heet"),
)
OF_PROJECT = DataColumn(
    "pagina", "project__slug", "het adres van de pagina", page="/resultaten/projecten/{project__slug}/"
)
OF_FIGURE = DataColumn(
    "pagina", "indicator__slug", "het adres van de pagina", page="/resultaten/cijfers/{indicator__slug}/"
)
RESULTS = {
    "indicatoren": Dataset(
        "Indicatoren",
        "Welke cijfers er zijn, en wat ze meten. De metingen ervan staan bij ‘Cijfers’.",
        indicators,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("naam", "name", "hoe het cijfer heet"),
            DataColumn("aard", "nature", "of het is bereikt, toegezegd of geïnvesteerd, of een kenmerk is"),
            DataColumn("zin", "sentence", "wat er na het getal komt, in een zin"),
            DataColumn("betekenis", "definition", "wat er precies wordt gemeten"),
            DataColumn("eenheid", "unit", "de eenheid"),
            DataColumn("gebied", "scope", "waarover het cijfer gaat"),
            DataColumn("van_wie", "attribution", "of het resultaat lokaal is, gedeeld, of niet toe te rekenen"),
            DataColumn("waarom_van_wie", "attribution_reason", "waarom"),
            DataColumn("richting", "direction", "of meer beter is, of minder"),
            DataColumn("boodschap", "message", "wat het cijfer zegt"),
            DataColumn("waarschuwing", "warning", "waarop u moet letten"),
            DataColumn("nieuwe_waarde_verwacht_op", "next_expected_on", "de dag"),
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/cijfers/{slug}/"),
            KEY,
            DataColumn(
                "bredere_doelen",
                "aims",
                "welke SDG’s en thema’s van brede welvaart de redactie bij het cijfer koos, met een spatie ertussen",
                holds=TextField(),
            ),
        ),
        source="",
        page="results:figures",
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
            DataColumn(
                "pagina", "indicator__slug", "het adres van de pagina", page="/resultaten/cijfers/{indicator__slug}/"
            ),
            DataColumn("telt_mee", "counts", "of de waarde meetelt waar bronnen over een dag verschillen"),
            DataColumn("waarom_niet", "beside_because", "waarom een andere bron telt"),
            KEY,
        ),
        page="results:figures",
    ),
    "streefwaarden": Dataset(
        "Streefwaarden",
        "Waar een cijfer heen moet, en wanneer.",
        targets,
        (
            DataColumn("cijfer", "indicator__slug", "het `adres` van het cijfer"),
            DataColumn("eenheid", "indicator__unit", "de eenheid van de waarden"),
            DataColumn("woord_ervoor", "qualifier", "wat de bron erbij zegt, zoals ‘ten minste’"),
            DataColumn("waarde", "value", "de streefwaarde", unit="zie `eenheid`"),
            DataColumn("uiterlijk_op", "due_on", "de dag; leeg als die niet bekend is"),
            DataColumn("uiterlijk_in_woorden", "due_text", "wanneer, zoals de bron dat zegt"),
            DataColumn("beginwaarde", "baseline_value", "vanwaar de weg begint", unit="zie `eenheid`"),
            DataColumn("beginwaarde_op", "baseline_on", "de dag van de beginwaarde"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_FIGURE,
            KEY,
        ),
        page="results:figures",
    ),
    "correcties": Dataset(
        "Correcties",
        "Wat een meting zei voor de correctie, en waarom.",
        corrections,
        (
            DataColumn("cijfer", "indicator__slug", "het `adres` van het cijfer; leeg als het er niet meer is"),
            DataColumn("naam", "figure", "hoe het cijfer toen heette"),
            DataColumn("eenheid", "unit", "de eenheid van de waarden"),
            DataColumn("peildatum", "measured_on", "de dag van de meting"),
            DataColumn("peildatum_in_woorden", "measured_when", "de peildatum zoals de bron die noemt"),
            DataColumn("oud_woord_ervoor", "old_qualifier", "wat er bij de oude waarde stond"),
            DataColumn("oude_waarde", "old_value", "wat er stond", unit="zie `eenheid`"),
            DataColumn("nieuw_woord_ervoor", "new_qualifier", "wat er bij de nieuwe waarde staat"),
            DataColumn("nieuwe_waarde", "new_value", "wat het werd", unit="zie `eenheid`"),
            DataColumn("reden", "reason", "waarom het is gewijzigd"),
            DataColumn("gecorrigeerd_op", "corrected_on", "de dag"),
            DataColumn("oude_bron", "source__title", "waar de oude waarde stond"),
            OF_FIGURE,
            KEY,
        ),
        page="results:corrections",
    ),
    "programmas": Dataset(
        "Programma’s",
        "Programma’s zoals de Regio Deal, en de lijnen daarvan.",
        programmes,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("naam", "name", "hoe het heet"),
            DataColumn("deel_van", "parent__slug", "het `adres` van het programma waar het een deel van is"),
            DataColumn("in_het_kort", "summary", "waar het om gaat"),
            DataColumn("van", "starts_on", "de eerste dag"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag"),
            DataColumn("periode", "period_text", "wanneer, in woorden"),
            DataColumn("projecten_volgens_bron", "project_count", "hoeveel projecten de bron telt", unit="projecten"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/programmas/{slug}/"),
            KEY,
        ),
        page="results:projects",
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
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/projecten/{slug}/"),
            KEY,
        ),
        page="results:projects",
    ),
    "projectpartners": Dataset(
        "Partners van projecten",
        "Welke partner in welk project welke rol heeft.",
        project_partners,
        (
            *PROJECT,
            DataColumn("partner_adres", "partner__slug", "het `adres` van de partner"),
            DataColumn("partner_naam", "partner__name", "hoe die heet"),
            DataColumn("rol", "role", "welke rol"),
            OF_PROJECT,
            KEY,
        ),
        source="project__source",
        page="results:projects",
    ),
    "projectfasen": Dataset(
        "Fasen van projecten",
        "Wanneer een project in welke fase is.",
        project_phases,
        (
            *PROJECT,
            DataColumn("fase", "kind", "welke fase"),
            DataColumn("van", "starts_on", "de eerste dag; leeg is niet bekend"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag; leeg is niet bekend"),
            DataColumn("periode", "text", "wanneer, in woorden"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_PROJECT,
            KEY,
        ),
        page="results:projects",
    ),
    "projectresultaten": Dataset(
        "Resultaten van projecten",
        "Wat een project beoogt of bereikt heeft.",
        project_results,
        (
            *PROJECT,
            DataColumn("aard", "nature", "of het beoogd is of bereikt"),
            DataColumn("resultaat", "text", "wat het is"),
            DataColumn("datum_in_woorden", "date_text", "wanneer, zoals de bron dat zegt"),
            DataColumn("van_wie", "attribution", "of het resultaat lokaal is, gedeeld, of niet toe te rekenen"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_PROJECT,
            KEY,
            DataColumn("cijfer_adres", "figure", "het `adres` van het cijfer waarin het telt", holds=SlugField()),
            DataColumn("verwacht_effect", "effect", "wat het project naar verwachting met dat cijfer doet"),
            DataColumn("hoe_zeker", "confidence", "hoe zeker dat is"),
        ),
        page="results:projects",
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
            KEY,
        ),
        page="results:projects",
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
            KEY,
        ),
        page="results:contributions",
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
            DataColumn("pagina", "slug", "het adres van de pagina", page="/resultaten/rapportages/{slug}/"),
            KEY,
        ),
        source="",
        page="reports",
    ),
}
