"""The data sets of dossiers: the way through each body, what it decided, asked and was promised, and the money."""

from django.utils import timezone

from consultation.deciding.models import Commitment, Decision, Dossier, GroupVote, Motion, Track, TrackStep
from regiozwolle.open_data.dataset import (
    KEY,
    NOTE,
    RIGHTS,
    SOURCE,
    SOURCE_ADDRESS,
    DataColumn,
    Dataset,
    ReckonedDataset,
)
from regiozwolle.pages.decisions.money import MONEY_COLUMNS, money_of


def dossiers():
    return Dossier.objects.public().real().order_by("slug")


def dossiers_with_tracks():
    return Dossier.objects.public().real().with_tracks().order_by("slug")


def tracks():
    real = Track.objects.public().filter(dossier__is_example=False)
    return real.order_by("dossier__slug", "body__name", "pk")


def track_steps():
    return TrackStep.objects.filter(track__in=tracks().order_by()).order_by(
        "track__dossier__slug", "track__body__name", "pk"
    )


def decisions():
    real = Decision.objects.public().filter(track__dossier__is_example=False, decided_on__lte=timezone.localdate())
    return real.order_by("track__dossier__slug", "track__body__name", "decided_on", "pk")


def votes():
    return GroupVote.objects.filter(decision__in=decisions().order_by()).order_by("decision", "group", "pk")


def motions():
    real = Motion.objects.public().filter(track__dossier__is_example=False)
    return real.order_by("track__dossier__slug", "track__body__name", "pk")


def commitments():
    real = Commitment.objects.public().filter(track__dossier__is_example=False)
    return real.order_by("track__dossier__slug", "track__body__name", "made_on", "pk")


TRACK = (
    DataColumn("dossier", "track__dossier__slug", "het `adres` van het dossier"),
    DataColumn("orgaan", "track__body__name", "welk orgaan"),
    DataColumn("partner_cbs", "track__body__partner__cbs_code", "de code bij het CBS van de partner ervan"),
)
OF_DOSSIER = DataColumn(
    "pagina", "track__dossier__slug", "het adres van de pagina", page="/besluiten/{track__dossier__slug}/"
)
DECIDING = {
    "dossiers": Dataset(
        "Dossiers",
        "Wat aan de organen is voorgelegd.",
        dossiers,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("titel", "title", "hoe het dossier heet"),
            DataColumn("samenvatting", "summary", "wat er wordt gevraagd"),
            DataColumn("agenda", "version__agenda__slug", "over welke agenda het gaat"),
            DataColumn("versie", "version__number", "over welke versie van de tekst"),
            DataColumn("regel", "rule", "wanneer het geheel is aangenomen"),
            DataColumn("regel_in_woorden", "rule_text", "die regel, in woorden"),
            DataColumn("periode", "period_text", "wanneer de organen besluiten, in woorden"),
            DataColumn("besluiten_vanaf", "decide_from", "de eerste dag"),
            DataColumn("besluiten_tot_en_met", "decide_by", "de laatste dag"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/besluiten/{slug}/"),
            KEY,
        ),
        page="deciding:decisions",
    ),
    "besluitsporen": Dataset(
        "Besluitsporen",
        "De weg van een dossier door één orgaan.",
        tracks,
        (
            DataColumn("dossier_adres", "dossier__slug", "het `adres` van het dossier"),
            DataColumn("orgaan", "body__name", "welk orgaan"),
            DataColumn("partner_adres", "body__partner__slug", "het `adres` van de partner ervan"),
            DataColumn("partner_cbs", "body__partner__cbs_code", "de code bij het CBS van die partner"),
            DataColumn("stukken", "website", "waar het orgaan de stukken publiceert"),
            DataColumn("behandelt_niet_sinds", "declined_on", "de dag waarop het orgaan zei dat het niet behandelt"),
            NOTE,
            DataColumn(
                "pagina", "dossier__slug", "het adres van de pagina", page="/besluiten/{dossier__slug}/orgaan/{pk}/"
            ),
            KEY,
        ),
        source="dossier__source",
        page="deciding:decisions",
    ),
    "stappen-van-besluitsporen": Dataset(
        "Stappen van besluitsporen",
        "Wat een orgaan wanneer met een dossier doet, gepland en echt.",
        track_steps,
        (
            *TRACK,
            DataColumn("stap", "kind", "wat voor stap het is"),
            DataColumn("gepland_op", "planned_on", "de dag waarvoor die is gepland"),
            DataColumn("gebeurd_op", "happened_on", "de dag waarop het gebeurde"),
            DataColumn("datum_in_woorden", "date_text", "de dag in woorden, als die niet bekend is"),
            DataColumn("toelichting", "text", "meer erover"),
            DataColumn("terugkijken", "debate_url", "waar het debat is terug te zien"),
            DataColumn("ingevoerd", "entered_as", "wie dit invoerde"),
            DataColumn("bevestigd_op", "confirmed_on", "wanneer de griffier dit bevestigde; leeg is nog niet"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_DOSSIER,
            KEY,
            DataColumn("terugkijken_vanaf", "debate_from", "waar in de opname het begint: uren, minuten en seconden"),
        ),
        page="deciding:decisions",
    ),
    "besluiten": Dataset(
        "Besluiten",
        "Wat organen besloten, ook wat later is vervangen. Het laatste over een onderdeel geldt, zo nodig tot een dag.",
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
            DataColumn(
                "pagina", "track__dossier__slug", "het adres van de pagina", page="/besluiten/{track__dossier__slug}/"
            ),
            KEY,
            DataColumn("terugkijken", "debate_url", "waar het debat is terug te zien"),
            DataColumn("terugkijken_vanaf", "debate_from", "waar in de opname het begint: uren, minuten en seconden"),
            DataColumn("geldt_tot_en_met", "holds_until", "de laatste dag; leeg is tot een later besluit"),
        ),
        page="deciding:decisions",
    ),
    "stemmen": Dataset(
        "Stemmen",
        "Hoe de fracties bij een besluit stemden.",
        votes,
        (
            DataColumn("besluit", "decision_id", "de `sleutel` van het besluit", holds=GroupVote._meta.pk),
            DataColumn("dossier", "decision__track__dossier__slug", "het `adres` van het dossier"),
            DataColumn("orgaan", "decision__track__body__name", "welk orgaan"),
            DataColumn("fractie", "group", "welke fractie"),
            DataColumn("stem", "stance", "hoe die stemde"),
            DataColumn("zetels", "seats", "met hoeveel zetels; leeg is niet bekend", unit="zetels"),
            KEY,
        ),
        source="decision__source",
        page="deciding:decisions",
    ),
    "moties": Dataset(
        "Moties en amendementen",
        "Wat een orgaan naast zijn besluit vroeg of wijzigde.",
        motions,
        (
            *TRACK,
            DataColumn("soort", "kind", "motie of amendement"),
            DataColumn("titel", "title", "hoe die heet"),
            DataColumn("tekst", "text", "wat erin staat"),
            DataColumn("uitkomst", "outcome", "wat ermee is gedaan"),
            DataColumn("besloten_op", "decided_on", "de dag"),
            DataColumn("adres", "url", "waar het orgaan de tekst publiceert"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_DOSSIER,
            KEY,
        ),
        page="deciding:decisions",
    ),
    "toezeggingen": Dataset(
        "Toezeggingen",
        "Wat een orgaan bij een dossier is beloofd, en of dat is beantwoord.",
        commitments,
        (
            *TRACK,
            DataColumn("toezegging", "text", "wat is beloofd"),
            DataColumn("toegezegd_op", "made_on", "de dag"),
            DataColumn("uiterlijk_op", "due_on", "de dag waarop het antwoord er moet zijn; leeg is zonder termijn"),
            DataColumn("beantwoord_op", "answered_on", "de dag waarop het is beantwoord; leeg is nog niet"),
            DataColumn("antwoord", "answer", "het antwoord"),
            DataColumn("antwoord_adres", "answer_url", "waar het antwoord staat"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            OF_DOSSIER,
            KEY,
        ),
        page="deciding:decisions",
    ),
    "geld-van-besluiten": ReckonedDataset(
        "Geld van besluiten",
        "Per onderdeel van een dossier: wat nodig is, wat is toegezegd en wat nog niet.",
        dossiers_with_tracks,
        MONEY_COLUMNS,
        reckon=money_of,
        page="deciding:decisions",
    ),
}
