"""The data sets of consultations: what is asked and when, and the points and answers that everyone may read.

No name of a person is in them, though a writer may have chosen to have it on the site: a copy elsewhere is not ours to
take back.
"""

from django.conf import settings
from django.db.models import Case, CharField, DateField, F, When
from django.db.models.functions import Coalesce, TruncDate

from consultation.models import Answer, Consultation, Point, Question, SenderKind, Step
from regiozwolle.open_data.dataset import (
    KEY,
    NOTE,
    RIGHTS,
    SOURCE,
    SOURCE_ADDRESS,
    DataColumn,
    Dataset,
    ReckonedColumn,
    ReckonedDataset,
)
from regiozwolle.pages.process.promises import PromiseKind, processes


def consultations():
    return Consultation.objects.public().real().order_by("opens_at", "pk")


def questions():
    found = Question.objects.filter(consultation__in=consultations().order_by())
    return found.order_by("consultation__slug", "position", "pk")


def steps():
    real = Step.objects.public().filter(consultation__is_example=False)
    return real.order_by("consultation__slug", "starts_on", "pk")


def points():
    """The points that everyone may read; of a group alone its name, for who writes personally may be known by it."""
    group = Case(When(letter__sender_kind=SenderKind.PARTY_GROUP, then=F("letter__party_group")))
    received = Coalesce("letter__received_on", TruncDate("letter__sent_at"), output_field=DateField())
    real = Point.objects.public().filter(letter__consultation__in=consultations().order_by())
    return real.annotate(group=group, received=received).order_by("letter__consultation__slug", "pk")


def answers():
    """Each answer that everyone may read, once for every point that it answers."""
    pairs = Answer.points.through.objects.filter(answer__in=Answer.objects.published(), point__in=points().order_by())
    return pairs.order_by("point__letter__consultation__slug", "point", "answer__published_at", "pk")


def promises_of(consultations):
    """A row for each promise of each consultation; its key is that of the consultation and the place."""
    kinds = list(PromiseKind)
    for process in processes(consultations):
        for promise in process.promises:
            key = process.consultation.pk * 10 + kinds.index(promise.kind) + 1
            slug = process.consultation.slug
            page = f"{settings.SITE_URL}/beloften/"
            yield slug, promise.kind.value, promise.said, promise.happened or None, promise.outcome.value, page, key


PROMISES = (
    ReckonedColumn("consultatie", "text", "het `adres` van de consultatie"),
    ReckonedColumn("belofte", "text", "waarover het gaat: termijn, antwoord, antwoord voor het besluit, of stappen"),
    ReckonedColumn("beloofd", "text", "wat is beloofd"),
    ReckonedColumn("gebeurd", "text", "wat er gebeurde"),
    ReckonedColumn("uitkomst", "text", "of de belofte is nagekomen"),
    ReckonedColumn("pagina", "text", "het adres van de pagina"),
    ReckonedColumn("sleutel", "number", "het getal dat deze rij altijd houdt, en waarmee u die in de API vindt"),
)
REACTING = {
    "consultaties": Dataset(
        "Consultaties",
        "Waarover om een mening is gevraagd, wanneer en aan wie.",
        consultations,
        (
            DataColumn("adres", "slug", "het laatste deel van het adres van de pagina"),
            DataColumn("titel", "title", "hoe de consultatie heet"),
            DataColumn("agenda", "version__agenda__slug", "over welke agenda"),
            DataColumn("versie", "version__number", "over welke versie van de tekst"),
            DataColumn("opent_op", "opens_at", "vanaf welk moment"),
            DataColumn("sluit_op", "closes_at", "tot welk moment"),
            DataColumn("in_het_kort", "summary", "wat er wordt gevraagd"),
            DataColumn("gevraagd_door", "asked_by", "wie het vraagt"),
            DataColumn("gevraagd_aan", "asked_of", "wie er kan reageren"),
            DataColumn("besloten_door", "decided_by", "wie er daarna besluit"),
            DataColumn("wat_ermee_gebeurt", "effect", "wat er met de reacties gebeurt"),
            DataColumn("antwoord_uiterlijk_op", "answered_by", "de dag waarop het antwoord er is"),
            DataColumn("afgerond_op", "finished_at", "het moment waarop alles was beantwoord"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn("pagina", "slug", "het adres van de pagina", page="/consultaties/{slug}/"),
            KEY,
        ),
        page="consultation:list",
    ),
    "vragen": Dataset(
        "Vragen van consultaties",
        "De open vragen naast de tekst zelf.",
        questions,
        (
            DataColumn("consultatie", "consultation__slug", "het `adres` van de consultatie"),
            DataColumn("vraag", "text", "de vraag"),
            DataColumn("uitleg", "hint", "uitleg bij de vraag"),
            DataColumn(
                "pagina", "consultation__slug", "het adres van de pagina", page="/consultaties/{consultation__slug}/"
            ),
            KEY,
        ),
        source="",
        page="consultation:list",
    ),
    "stappen-van-consultaties": Dataset(
        "Stappen van consultaties",
        "De tijdlijn van elke consultatie.",
        steps,
        (
            DataColumn("consultatie", "consultation__slug", "het `adres` van de consultatie"),
            DataColumn("titel", "title", "wat er gebeurt"),
            DataColumn("van", "starts_on", "de eerste dag"),
            DataColumn("tot_en_met", "ends_on", "de laatste dag; leeg als het één dag is"),
            DataColumn("tot_in_woorden", "ends_text", "het einde in woorden, als dat geen dag is"),
            DataColumn("toelichting", "description", "meer erover"),
            NOTE,
            SOURCE,
            SOURCE_ADDRESS,
            *RIGHTS,
            DataColumn(
                "pagina", "consultation__slug", "het adres van de pagina", page="/consultaties/{consultation__slug}/"
            ),
            KEY,
        ),
        page="consultation:list",
    ),
    "punten": Dataset(
        "Punten",
        "De punten in reacties, voor zover de afzender die met iedereen deelt. Zonder namen van personen.",
        points,
        (
            DataColumn("consultatie", "letter__consultation__slug", "het `adres` van de consultatie"),
            DataColumn("code", "wording__element__code", "over welk onderdeel; leeg is een vraag of het geheel"),
            DataColumn("versie", "wording__version__number", "over welke versie van die tekst"),
            DataColumn("vraag", "question__text", "het antwoord op welke vraag"),
            DataColumn("soort", "kind", "wat voor punt het is"),
            DataColumn("namens", "letter__sender_kind", "namens wie"),
            DataColumn("orgaan", "letter__body__name", "van welk orgaan de afzender is"),
            DataColumn("partner_adres", "letter__body__partner__slug", "het `adres` van de partner ervan"),
            DataColumn("fractie", "group", "welke fractie, als het namens die is", holds=CharField()),
            DataColumn("minderheid", "is_minority", "of het een minderheidsstandpunt is"),
            DataColumn("tekst", "text", "wat er staat"),
            DataColumn("voorstel", "proposal", "de andere tekst die wordt voorgesteld"),
            DataColumn("schrappen", "proposes_deletion", "of wordt voorgesteld de tekst te schrappen"),
            DataColumn("ontvangen_op", "received", "de dag waarop het binnenkwam", holds=DateField()),
            DataColumn(
                "pagina",
                "letter__consultation__slug",
                "het adres van de pagina",
                page="/consultaties/{letter__consultation__slug}/nota/punt-{pk}/",
            ),
            KEY,
        ),
        source="",
        page="consultation:list",
    ),
    "antwoorden": Dataset(
        "Antwoorden",
        "Wat op elk punt is geantwoord. Eén antwoord op meer punten staat er bij elk punt.",
        answers,
        (
            DataColumn("punt", "point_id", "de `sleutel` van het punt", holds=Point._meta.pk),
            DataColumn("antwoord", "answer_id", "het getal dat dit antwoord houdt", holds=Answer._meta.pk),
            DataColumn("oordeel", "answer__verdict", "wat ermee is gedaan"),
            DataColumn("reden", "answer__reason", "waarom"),
            DataColumn("verwerkt_in", "answer__landed_elsewhere", "waar het is verwerkt, als dat niet in de tekst is"),
            DataColumn("doorgestuurd_naar", "answer__forwarded_to", "naar wie"),
            DataColumn("waarom_opnieuw", "answer__correction", "waarom er opnieuw is geantwoord"),
            DataColumn("op_de_site_vanaf", "answer__published_at", "het moment waarna iedereen het kan lezen"),
            DataColumn(
                "pagina",
                "point__letter__consultation__slug",
                "het adres van de pagina",
                page="/consultaties/{point__letter__consultation__slug}/nota/punt-{point__pk}/",
            ),
            KEY,
        ),
        source="",
        page="consultation:list",
    ),
    "beloften": ReckonedDataset(
        "Beloften van consultaties",
        "Wat bij een consultatie is beloofd, wat er gebeurde, en of het is nagekomen.",
        consultations,
        PROMISES,
        reckon=promises_of,
        page="promises_kept",
    ),
}
