"""The data sets of meetings: when they are and about what, and what came of them. Who comes is in neither."""

from regiozwolle.meetings.models import AgendaItem, Meeting, OutcomeLine
from regiozwolle.open_data.dataset import KEY, NOTE, RIGHTS, SOURCE, SOURCE_ADDRESS, DataColumn, Dataset


def meetings():
    return Meeting.objects.public().real().order_by("held_on", "pk")


def agenda_items():
    real = AgendaItem.objects.public().filter(meeting__is_example=False)
    return real.order_by("meeting__slug", "position", "pk")


def outcomes():
    real = OutcomeLine.objects.public().filter(meeting__is_example=False)
    return real.order_by("meeting__slug", "position", "pk")


OF_MEETING = DataColumn("pagina", "meeting__slug", "het adres van de pagina", page="/bijeenkomsten/{meeting__slug}/")
MEETING = DataColumn("bijeenkomst", "meeting__slug", "het `adres` van de bijeenkomst")
ABOUT = (
    DataColumn("code", "element__code", "over welk onderdeel van de agenda"),
    DataColumn("over_dossier", "dossier__slug", "over welk dossier"),
)
MEETINGS = {
    "bijeenkomsten": Dataset(
        "Bijeenkomsten",
        "Wanneer de regio bijeenkomt, waar en voor wie. Vergaderingen van organen staan bij ‘Vergaderingen’.",
        meetings,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("titel", "title", "hoe de bijeenkomst heet"),
            DataColumn("soort", "kind", "wat voor bijeenkomst het is"),
            DataColumn("datum", "held_on", "de dag; leeg als die niet bekend is"),
            DataColumn("datum_in_woorden", "date_text", "wanneer, zoals de bron dat zegt"),
            DataColumn("begint_om", "starts_at", "hoe laat; leeg is niet bekend", pattern="HH24:MI"),
            DataColumn("eindigt_om", "ends_at", "tot hoe laat; leeg is niet bekend", pattern="HH24:MI"),
            DataColumn("plaats", "place", "waar; leeg is niet bekend"),
            DataColumn("voor_wie", "for_whom", "voor wie"),
            DataColumn("in_het_kort", "summary", "waar het om gaat"),
            DataColumn("gaat_niet_door", "is_cancelled", "of de bijeenkomst is afgezegd"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/bijeenkomsten/{slug}/"),
            KEY,
        ),
        page="meetings:meetings",
    ),
    "agendapunten": Dataset(
        "Agendapunten van bijeenkomsten",
        "Waar een bijeenkomst over gaat of ging.",
        agenda_items,
        (
            MEETING,
            DataColumn("onderwerp", "title", "waar het punt over gaat"),
            DataColumn("toelichting", "text", "meer erover"),
            *ABOUT,
            OF_MEETING,
            KEY,
        ),
        source="meeting__source",
        page="meetings:meetings",
    ),
    "uitkomsten": Dataset(
        "Uitkomsten van bijeenkomsten",
        "Wat in een bijeenkomst is besproken, besloten en meegegeven.",
        outcomes,
        (
            MEETING,
            DataColumn("soort", "kind", "of het is besproken, besloten of meegegeven"),
            DataColumn("tekst", "text", "wat eruit kwam"),
            *ABOUT,
            OF_MEETING,
            KEY,
        ),
        source="meeting__source",
        page="meetings:meetings",
    ),
}
