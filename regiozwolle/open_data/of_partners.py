"""The data sets of who takes part, and of the days of the bodies."""

from partners.models import Body, Partner, Population, Recess, Sitting
from regiozwolle.open_data.dataset import KEY, NOTE, RIGHTS, SOURCE, SOURCE_ADDRESS, DataColumn, Dataset


def partners():
    return Partner.objects.public().real()


def populations():
    return Population.objects.public().filter(partner__is_example=False).order_by("partner__name", "reference_on", "pk")


def bodies():
    return Body.objects.public().filter(partner__is_example=False).order_by("partner__name", "kind", "pk")


def sittings():
    real = Sitting.objects.public().filter(body__partner__is_example=False)
    return real.order_by("body__partner__name", "body__kind", "held_on", "pk")


def recesses():
    real = Recess.objects.public().filter(body__partner__is_example=False)
    return real.order_by("body__partner__name", "body__kind", "starts_on", "pk")


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
PARTNERS = {
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
            DataColumn("pagina", "slug", "het adres van de pagina", page="/partners/{slug}/"),
            DataColumn("deed_mee_tot", "left_on", "de dag vanaf wanneer de partner niet meer meedoet"),
            DataColumn("opgegaan_in", "succeeded_by__slug", "het `adres` van de partner waarin deze opging"),
            KEY,
            DataColumn("oin_nummer", "oin", "het organisatie-identificatienummer: twintig cijfers"),
            DataColumn("almanak_nummer", "almanac_number", "het nummer in het Register van Overheidsorganisaties"),
            DataColumn("korte_naam", "short_name", "hoe men de partner noemt, als dat anders is dan de naam"),
            DataColumn("begroting", "budget_url", "de pagina met de eigen begroting"),
        ),
        page="partners:list",
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
            KEY,
        ),
        page="results:inhabitants",
    ),
    "organen": Dataset(
        "Organen",
        "Wat binnen een partner besluit: raad, college, Staten, bestuur.",
        bodies,
        (
            DataColumn("naam", "name", "hoe het orgaan heet"),
            DataColumn("soort", "kind", "wat voor orgaan het is"),
            DataColumn("partner_adres", "partner__slug", "het `adres` van de partner"),
            DataColumn("partner_cbs", "partner__cbs_code", "de code bij het CBS van die partner"),
            DataColumn("site", "website", "waar het orgaan zijn stukken publiceert"),
            DataColumn("aanlevertermijn_in_dagen", "delivery_days", "hoe lang voor een vergadering", unit="dagen"),
            DataColumn("bron", "delivery_source__title", "waar die termijn staat"),
            DataColumn("bron_adres", "delivery_source__url", "het adres van die bron"),
            DataColumn("pagina", "partner__slug", "het adres van de pagina", page="/partners/{partner__slug}/"),
            KEY,
        ),
        source="delivery_source",
        page="partners:list",
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
            KEY,
        ),
        page="partners:list",
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
            KEY,
        ),
        page="partners:list",
    ),
}
