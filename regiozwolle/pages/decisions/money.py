"""The money of dossiers as rows, for open data and for the files of a dossier: the numbers of its bars on the page."""

from django.conf import settings
from django.utils import timezone

from consultation.deciding.money import shares_of, standings_of
from regiozwolle.open_data.dataset import ReckonedColumn

# Programs of others read these names: one that is here stays, in its place; a new one comes at the end.
MONEY_COLUMNS = (
    ReckonedColumn("dossier", "text", "het laatste deel van het adres van het dossier"),
    ReckonedColumn("onderdeel_code", "text", "de code van het onderdeel, die nooit verandert"),
    ReckonedColumn("onderdeel", "text", "hoe het onderdeel heet"),
    ReckonedColumn("organen", "number", "hoeveel organen meetellen", "organen"),
    ReckonedColumn("doen_mee", "number", "hoeveel daarvan meedoen", "organen"),
    ReckonedColumn("inwoners_doen_mee", "number", "hoeveel mensen daar wonen, voor zover bekend", "inwoners"),
    ReckonedColumn("nodig_in_euro", "euro", "wat aan alle organen samen is gevraagd", "euro"),
    ReckonedColumn("toegezegd_in_euro", "euro", "wat ze zonder voorwaarde toezegden", "euro"),
    ReckonedColumn("met_voorwaarde_in_euro", "euro", "wat ze met een voorwaarde toezegden", "euro"),
    ReckonedColumn(
        "zonder_bedrag_in_euro", "euro", "berekend, niet toegezegd: van wie meedoet en geen bedrag noemde", "euro"
    ),
    ReckonedColumn("nog_te_besluiten_in_euro", "euro", "gevraagd van wie nog niet besloot", "euro"),
    ReckonedColumn("doet_niet_mee_in_euro", "euro", "gevraagd van wie niet meedoet", "euro"),
    ReckonedColumn("organen_bedrag_onbekend", "number", "van hoeveel organen geen bedrag bekend is", "organen"),
    ReckonedColumn("stand_op", "date", "de dag waarop dit is berekend"),
    ReckonedColumn("bron", "text", "waar staat wat is gevraagd"),
    ReckonedColumn("bron_adres", "text", "het adres van de bron"),
    ReckonedColumn("pagina", "text", "het adres van de pagina"),
    ReckonedColumn("minder_dan_gevraagd_in_euro", "euro", "wat wie iets toezegde minder gaf dan is gevraagd", "euro"),
    ReckonedColumn("sleutel", "number", "het getal dat dit onderdeel altijd houdt, en waarmee u het in de API vindt"),
)


def money_of(dossiers):
    """A row of MONEY_COLUMNS for each component of `dossiers`, which are read with their tracks. Two queries."""
    standings = standings_of(dossiers)
    return [
        row_of(dossier, *one)
        for dossier in dossiers
        for one in shares_of(dossier.components.all(), standings[dossier.pk])
    ]


def row_of(dossier, component, share):
    """One row; without any known amount its sums are empty, which is not 0."""
    source = dossier.source
    *sums, short = (amount if share.known else None for amount in share.parts)
    return (
        dossier.slug,
        component.code,
        component.heading,
        share.bodies,
        share.taking_part,
        share.inhabitants,
        share.needed,
        *sums,
        share.unknown,
        timezone.localdate(),
        source.title if source else "",
        source.url if source else "",
        f"{settings.SITE_URL}{dossier.get_absolute_url()}",
        short,
        component.pk,
    )
