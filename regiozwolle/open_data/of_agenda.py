"""The data sets of the agenda: its versions and words, who takes part and what is done, and its history."""

from django.db.models import Case, CharField, F, TextField, When

from agenda.models import Action, Milestone, Participation, Priority, Succession, Version, Wording
from partners.ground.publishing import is_public
from partners.models import Partner
from regiozwolle.open_data.dataset import KEY, NOTE, RIGHTS, SOURCE, SOURCE_ADDRESS, DataColumn, Dataset, joined


def versions():
    real = Version.objects.published().filter(agenda__is_example=False)
    return real.order_by("agenda__first_year", "number", "pk")


def wordings():
    real = Wording.objects.published().filter(version__agenda__is_example=False)
    return real.annotate(aims=joined("element__wider_aims")).order_by(
        "version__agenda__first_year", "version__number", "position", "pk"
    )


def on_the_site():
    """The elements that everyone may read of, as keys in a query."""
    return wordings().order_by().values("element")


def successions():
    there = on_the_site()
    return Succession.objects.filter(element__in=there, successor__in=there).order_by("element__code", "pk")


def participations():
    real = Participation.objects.public().real().filter(element__in=on_the_site())
    return real.order_by("partner__name", "element__code", "pk")


def priorities():
    """What counts for partners now and did before; as who said it stands on the site, and who that was nowhere."""
    real = Priority.objects.public().real().filter(element__in=on_the_site())
    return real.order_by("partner__name", "element__code", "said_at", "pk")


def actions():
    """What is done; who leads it only when that is a partner on the site."""
    lead = Case(When(is_public(Partner, "lead__"), then=F("lead__slug")), output_field=CharField())
    real = Action.objects.filter(element__in=on_the_site())
    return real.annotate(leading=lead).order_by("element__code", "position", "pk")


def milestones():
    return Milestone.objects.public().by_day()


AGENDA = {
    "versies": Dataset(
        "Versies van de agenda",
        "Welke versies van de strategische agenda er zijn.",
        versions,
        (
            DataColumn("agenda_adres", "agenda__slug", "welke agenda"),
            DataColumn("titel", "agenda__title", "hoe die heet"),
            DataColumn("versie", "number", "het nummer van de versie"),
            DataColumn("stand", "status", "of de versie een concept is of is vastgesteld"),
            DataColumn("datum", "dated_on", "de dag van de versie"),
            DataColumn("op_de_site_vanaf", "published_at", "het moment waarna iedereen de versie kan lezen"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "number", "het adres van de pagina", page="/agenda/{agenda__slug}/versie/{number}/"),
            KEY,
        ),
        page="agenda:agenda",
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
            DataColumn("valt_onder", "parent__code", "de code van het onderdeel waar het in deze versie onder staat"),
            DataColumn("wijziging", "change", "wat voor wijziging het is ten opzichte van de vorige versie"),
            DataColumn("waarom_gewijzigd", "change_note", "waarom het is gewijzigd"),
            DataColumn(
                "pagina",
                "element__code",
                "het adres van de pagina",
                page="/agenda/tekst/{element__code}@{version__number}/",
            ),
            KEY,
            DataColumn(
                "bredere_doelen",
                "aims",
                "welke SDG’s en thema’s van brede welvaart de redactie bij het onderdeel koos, met een spatie ertussen",
                holds=TextField(),
            ),
        ),
        source="version__source",
        page="agenda:agenda",
    ),
    "opvolgingen": Dataset(
        "Opvolgingen",
        "Waar een vervallen onderdeel van de agenda verder gaat, volgens de redactie.",
        successions,
        (
            DataColumn("code", "element__code", "de code van het onderdeel dat verviel"),
            DataColumn("hoe", "kind", "hoe het verder ging"),
            DataColumn("gaat_verder_in", "successor__code", "de code van het onderdeel waarin het verder gaat"),
            DataColumn("waarom", "reason", "wat de redactie erbij zegt"),
            DataColumn("pagina", "element__code", "het adres van de pagina", page="/agenda/tekst/{element__code}/"),
            KEY,
        ),
        source="",
        page="agenda:agenda",
    ),
    "deelnames": Dataset(
        "Deelnames",
        "Welke partner aan welk onderdeel van de agenda meedoet, niet, of later.",
        participations,
        (
            DataColumn("partner_adres", "partner__slug", "het `adres` van de partner"),
            DataColumn("partner_cbs", "partner__cbs_code", "de code bij het CBS van die partner"),
            DataColumn("code", "element__code", "de code van het onderdeel"),
            DataColumn("deelname", "status", "of de partner meedoet"),
            DataColumn("rol", "role", "in welke rol"),
            DataColumn("van", "starts_on", "de eerste dag"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag"),
            DataColumn("bijdrage", "contribution", "wat de partner bijdraagt, in woorden"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "partner__slug", "het adres van de pagina", page="/partners/{partner__slug}/"),
            KEY,
        ),
        page="partners:list",
    ),
    "wat-telt": Dataset(
        "Wat telt voor wie",
        "Wat een partner bij een opgave nu belangrijk vindt, en eerder vond.",
        priorities,
        (
            DataColumn("partner_adres", "partner__slug", "het `adres` van de partner"),
            DataColumn("code", "element__code", "de code van de opgave"),
            DataColumn("tekst", "text", "wat telt"),
            DataColumn("orgaan", "body__name", "namens welk orgaan het is gezegd"),
            DataColumn("gezegd_op", "said_at", "het moment"),
            DataColumn("vervangen_op", "replaced_at", "het moment waarop de partner iets anders zei; leeg is nog niet"),
            DataColumn("pagina", "partner__slug", "het adres van de pagina", page="/partners/{partner__slug}/"),
            KEY,
        ),
        source="",
        page="partners:list",
    ),
    "acties": Dataset(
        "Acties",
        "Wat er voor een opgave gebeurt, door wie, en hoe ver het is.",
        actions,
        (
            DataColumn("code", "element__code", "de code van de opgave"),
            DataColumn("titel", "title", "wat er gebeurt"),
            DataColumn("toelichting", "text", "meer erover"),
            DataColumn("voortgang", "status", "hoe ver het is"),
            DataColumn("voortgang_in_woorden", "progress_note", "wat er is gedaan"),
            DataColumn("begint_op", "starts_on", "de eerste dag"),
            DataColumn("klaar_op", "due_on", "de dag waarop het klaar moet zijn"),
            DataColumn("trekker", "leading", "het `adres` van de partner die trekt", holds=CharField()),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "element__code", "het adres van de pagina", page="/agenda/tekst/{element__code}/"),
            KEY,
        ),
        page="agenda:agenda",
    ),
    "mijlpalen": Dataset(
        "Mijlpalen",
        "De geschiedenis van de samenwerking.",
        milestones,
        (
            DataColumn("titel", "title", "wat er gebeurde"),
            DataColumn("van", "starts_on", "de eerste dag, of 1 januari als alleen het jaar bekend is"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag, als het een periode is"),
            DataColumn("datum_in_woorden", "date_text", "wanneer, zoals de bron dat zegt"),
            DataColumn("toelichting", "text", "meer erover"),
            DataColumn("andere_bronnen", "conflict", "wat andere bronnen zeggen"),
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            KEY,
        ),
        page="consultation:history",
    ),
}
