"""What the seed says: the words and counts of the deck, with a source for every fact, in good Dutch."""

import re
from datetime import date

import pytest
from django.db.models import Sum
from django.utils import timezone

from agenda.models import Element, ElementKind, ElementLink, KeyPoint, KeyPointKind, Milestone, Participation, Version
from consultation.deciding.models import Decision, Dossier, Position, Track, TrackStep
from consultation.models import Consultation, StepState
from partners.models import ASSEMBLIES, Body, BodyKind, ContactPoint, Partner, PartnerKind, Population, Source, Term
from regiozwolle import content
from results.models import (
    Indicator,
)

# The agenda in the words of the deck, letter by letter.
DECK = {
    "RZ24-A": "Optimale brede welvaart voor alle inwoners en ondernemers in de hele regio.",
    "RZ24-P1": "Toekomstbestendig",
    "RZ24-P2": "Groeien in balans",
    "RZ24-R1": "Regio Zwolle verder op de kaart zetten bij omliggende regio’s, het Rijk en in Europa.",
    "RZ24-R2": "We dragen bij aan de realisatie van de belangrijke transities: omschakeling naar een circulaire "
    "economie, de energietransitie, klimaatadaptatie en behouden en vergroten van biodiversiteit.",
    "RZ24-R3": "We werken aan een arbeidsmarkt die in staat is transities te realiseren.",
    "RZ24-R4": "We groeien in balans tussen stad en omgeving, door met oog voor kwaliteiten en eigenheid van gebieden "
    "te zorgen voor nabijheid van werk en voorzieningen, goede mix van woonsegmenten in regio en beschikbaarheid "
    "van mobiliteit.",
    "RZ24-L1": "Economie & Arbeidsmarkt",
    "RZ24-L1.a": "Een vitale en toekomstkrachtige economie.",
    "RZ24-L1.b": "Innovatieve ondernemers die bewust bezig zijn met de transities die gemaakt moeten worden.",
    "RZ24-L1.c": "Een regio waarin een werk- en ontwikkelgarantie wordt gegeven en we duurzaam talenten binden aan "
    "de regio.",
    "RZ24-L1.d": "Inclusiviteit staat hoog op de agenda: iedereen doet mee.",
    "RZ24-L1.1": "Groeien naar een weerbare, veerkrachtige, en circulaire economie.",
    "RZ24-L1.2": "Werken aan een toekomstbestendige arbeidsmarkt",
    "RZ24-L2": "Ruimtelijke Ordening & Leefomgeving",
    "RZ24-L2.a": "Samenwerken vanuit één regio met het Rijk.",
    "RZ24-L2.b": "Samenwerken met elkaar in de regio op het gebied van programmering en uitvoering op ruimtelijk vlak. "
    "Novex (verstedelijkingsstrategie / Novi), omgevingsvisie, verstedelijkingsstudie / Mirt.",
    "RZ24-L2.1": "Bouwen aan de woningbehoefte binnen een klimaatbestendige Regio Zwolle.",
    "RZ24-L2.2": "Vaart maken met het mobiliteitssysteem.",
    "RZ24-L2.3": "Behouden en vergroten van de leefbaarheid.",
    "RZ24-S": "Het versterken van het netwerk en de onderlinge samenwerking is het sluitstuk om de komende periode "
    "tot een succes te maken.",
    "RZ24-S.1": "Verder versterken van de netwerkstructuur, opgavegerichte samenwerking en sturing passend bij de "
    "nieuwe fase die de regio ingaat.",
}
DECK_STATEMENTS = [
    # Its bullets are commas here.
    "Netwerk van: 22 gemeenten, 4 provincies, Economic Board Regio Zwolle, Onderwijsorganisaties, "
    "Ondernemersorganisaties.",
    "Opgavegericht samenwerken met maatschappelijke organisaties als: Waterschappen, UWV Werkbedrijf, SBB, Vakbonden.",
    # The deck writes ‘verstedelijkinsstrategie’.
    "Met de verstedelijkingsstrategie hebben alle partners van Regio Zwolle samen principes opgesteld om de groei van "
    "50.000 extra woningen en 20.000 nieuwe arbeidsplaatsen samen op een duurzame wijze te organiseren.",
    "Nederland in het klein: van alles wat.",
    "Economie met groot aantal mkb bedrijven, groeiend aantal Zp'ers. "
    "Meer dan 70% van de bedrijven heeft niet meer dan 9 werknemers.",
    "MBO-regio (60% op mbo-niveau 3), sterk netwerk van mbo instellingen, opleiden van gouden handen. "
    "Goed ontwikkelde kennisinfrastructuur met hbo- en mbo-instellingen (geen universiteiten).",
    "Stijgende vraag naar mensen (arbeidskrapte) is urgent: per werkzoekende – 4 openstaande vacatures. "
    "Krapte over alle sectoren heen.",
    "Er zijn teveel complexe opgaves om individueel het wiel uit te vinden.",
    "De oplossingen van de ene gemeente/provincie heeft invloed op de andere.",
    "Alleen door samen te werken kunnen we een antwoord geven op de opgaven waar we voor staan.",
    "Door krachten te bundelen kunnen we bovendien bijv. dienstverlening faciliteren die we individueel niet "
    "kunnen garanderen.",
    "Elkaar ontmoeten.",
    "Weten wat iedereen belangrijk vindt en wat er speelt.",
    "In verbinding blijven, ook als het moeilijk is.",
    "De opgaven (inhoud) staan voorop en we gaan uit van grensontkennend, gunnen en groeien als DNA voor de "
    "samenwerking.",
    "Het Human Capital Programma van Regio Zwolle is in 2022 door het Rijk uitgeroepen als landelijk voorbeeld voor "
    "samenwerken en resultaat.",
    "De regionale samenwerking lokt extra investeringen uit. "
    "De begroting van Regio Zwolle bestaat voor het grootste gedeelte uit de provinciale en gemeentelijke bijdragen "
    "per inwoner. Doordat deze samenwerking er is, investeren ook andere partijen in de regionale samenwerking.",
]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("seeded")]


def test_the_network_has_22_municipalities_in_4_provinces():
    divided = {province.name: len(province.places) for province in Partner.objects.all().by_province()}
    assert divided == {"Overijssel": 10, "Gelderland": 5, "Drenthe": 4, "Flevoland": 3}
    assert Partner.objects.provinces().count() == 4
    assert Partner.objects.municipalities().filter(cbs_code__isnull=True).count() == 0
    assert set(Partner.objects.values_list("kind", flat=True)) == set(PartnerKind.values)


def test_codes_of_municipalities_and_provinces_follow_one_pattern():
    for partner in Partner.objects.filter(cbs_code__isnull=False):
        kind = partner.kind
        assert partner.tooi_uri == f"https://identifier.overheid.nl/tooi/id/{kind}/{partner.cbs_code.lower()}"


def test_every_body_that_decides_is_there():
    kinds = dict(Body.objects.values_list("kind").annotate(n=Sum(1)))
    assert kinds == {
        BodyKind.COUNCIL: 22,
        BodyKind.EXECUTIVE: 22,
        BodyKind.STATES: 4,
        BodyKind.DEPUTIES: 4,
        BodyKind.BOARD: 3,
    }
    assert Body.objects.assemblies().count() == 26


def test_inhabitants_and_seats_add_up():
    def inhabitants(source):
        counts = Population.objects.filter(source__slug=source)
        return counts.count(), counts.aggregate(total=Sum("count"))["total"]

    def seats(first_year, kind):
        terms = Term.objects.filter(first_year=first_year, body__kind=kind)
        return terms.count(), terms.aggregate(total=Sum("seats"))["total"]

    assert inhabitants("cbs-03759ned") == (22, 819_232)
    assert inhabitants("inwoners-2021") == (22, 785_002)
    assert seats(2022, BodyKind.COUNCIL) == (22, 502)
    assert seats(2023, BodyKind.STATES) == (4, 186)
    assert seats(2026, BodyKind.COUNCIL) == (7, 169)


def test_the_municipality_page_tells_the_newest_count():
    zwolle = Partner.objects.with_inhabitants().get(slug="zwolle")
    assert (zwolle.inhabitants, zwolle.inhabitants_on) == (134_147, date(2026, 1, 1))


def test_a_weak_count_stands_beside_the_official_one_and_never_above_it():
    def counts(slug):
        return list(Population.objects.filter(partner__slug=slug).latest_first().values_list("count", "source__slug"))

    assert counts("staphorst")[:2] == [(18_219, "cbs-03759ned"), (18_220, "openbare-bronnen")]
    assert counts("zwolle")[:2] == [(134_147, "cbs-03759ned"), (132_500, "openbare-bronnen")]
    jobs = Indicator.objects.with_values().get(slug="arbeidsplaatsen")
    assert [measurement.value for measurement in jobs.measurements.all()] == [339_550, 318_500]
    assert "circa 400.000" in jobs.warning
    homes = Indicator.objects.with_values().get(slug="woningen-spoorzone-en-binnenstad")
    assert (homes.shown.value, homes.shown.due_text) == (8_800, "tot 2030")
    assert "zwak cijfer" in homes.warning


def test_the_hundred_million_has_the_day_it_was_promised():
    money = Indicator.objects.with_values().get(slug="rijk-bereikbare-woningbouw")
    assert (money.shown.reference_text.split(), money.shown.source.slug) == (
        ["14", "november", "2022"],
        "bouw-en-aanbesteding",
    )
    assert {one.source.slug for one in money.measurements.all()} == {"bouw-en-aanbesteding", "presentatie"}


def test_who_is_not_known_by_name_is_no_partner_and_is_told_of_all_the_same():
    authorities = Partner.objects.taking_part().filter(kind=PartnerKind.WATER)
    assert authorities.count() == 3
    assert all("Er doen vier waterschappen mee" in authority.note for authority in authorities)
    assert not Partner.objects.filter(name__icontains="nog niet bekend").exists()
    told = KeyPoint.objects.get(kind=KeyPointKind.NETWORK, text__startswith="Opgavegericht samenwerken")
    assert "Waterschappen, UWV Werkbedrijf, SBB, Vakbonden" in " ".join(told.text.split())
    assert "Welke vakbonden het zijn, is nog niet bekend." in " ".join(told.warning.split())


def test_a_derived_day_is_told_to_be_derived():
    assert "afgeleid" in Milestone.objects.get(title__contains="Samen verder").text


def test_the_office_can_be_reached():
    office = ContactPoint.objects.get(name="Regiobureau Regio Zwolle")
    assert (office.email, office.website) == ("regiozwolle@zwolle.nl", "https://regiozwolle.nl")
    assert ContactPoint.objects.get(name="Arie Slob").role == "speciaal gezant en bestuurlijk verbinder"


def test_the_agenda_is_the_words_of_the_deck():
    version = Version.objects.current()
    assert (version.agenda.title, version.number, version.status) == ("Strategische agenda 2024-2028", 1, "concept")
    words = dict(Element.objects.in_version(version).values_list("code", "wording_text"))
    assert words == DECK
    assert list(words) == list(DECK)


def test_the_agenda_has_the_parts_the_deck_counts():
    kinds = dict(Element.objects.order_by().values_list("kind").annotate(n=Sum(1)))
    assert kinds == {
        ElementKind.AMBITION: 1,
        ElementKind.PRINCIPLE: 2,
        ElementKind.REGIONAL: 4,
        ElementKind.LINE: 2,
        ElementKind.CLOSING: 1,
        ElementKind.GOAL: 6,
        ElementKind.PARAGRAPH: 6,
    }
    goals = Element.objects.filter(kind=ElementKind.GOAL).values_list("parent__code", "number")
    assert list(goals) == [
        ("RZ24-L1", "1.1"),
        ("RZ24-L1", "1.2"),
        ("RZ24-L2", "2.1"),
        ("RZ24-L2", "2.2"),
        ("RZ24-L2", "2.3"),
        ("RZ24-S", "S.1"),
    ]


def test_every_ambition_line_and_goal_is_explained():
    unexplained = Element.objects.exclude(kind=ElementKind.PARAGRAPH).filter(wordings__explanation="")
    assert list(unexplained) == []


def test_every_link_quotes_the_words_of_both_ends():
    assert ElementLink.objects.count() == 9
    for link in ElementLink.objects.select_related("element", "serves"):
        here, there = DECK[link.element.code], DECK[link.serves.code]
        quotes = re.findall(r"‘(.+?)’", link.reason)
        assert len(quotes) == 2
        assert quotes[0] in here, link
        assert quotes[1] in there, link


def test_what_the_region_says_of_itself_is_the_deck_or_names_another_source():
    from_the_deck = KeyPoint.objects.filter(source__slug="presentatie")
    assert sorted(from_the_deck.values_list("text", flat=True)) == sorted(DECK_STATEMENTS)
    assert KeyPoint.objects.exclude(source__slug="presentatie").count() == 1


def test_the_warning_stands_where_the_deck_may_give_a_national_figure():
    assert "landelijk cijfer" in KeyPoint.objects.get(text__contains="4 openstaande vacatures").warning
    assert "landelijk cijfer" in Indicator.objects.get(slug="vacatures-per-werkzoekende").warning


def test_the_history_has_the_six_moments_of_the_deck():
    main = Milestone.objects.filter(is_main=True).values_list("date_text", "title", "text")
    assert list(main) == [
        ("2010", "Start Regio Zwolle", ""),
        ("2013", "Oprichting Economic Board Regio Zwolle", ""),
        ("2018", "Eerste (economische) samenwerkingsagenda", ""),
        (
            "2020",
            "Eerste Regio Deal en Human Capital Agenda 2020-2023",
            "Ook begint een onderzoek naar bouwen in de regio: de verstedelijkingsstrategie.",
        ),
        (
            "2022",
            "Partners beginnen aan een nieuwe agenda",
            "Ze tekenen ook een afspraak over bouwen en landschap.",
        ),
        ("2024-2028", "Volgende stap regionale samenwerking", ""),
    ]
    assert "2009 of 2011" in Milestone.objects.get(title="Start Regio Zwolle").conflict


def test_the_consultation_of_the_deck_is_over_and_has_its_eight_steps():
    consultation = Consultation.objects.get()
    assert not consultation.takes_letters
    assert timezone.localtime(consultation.closes_at).isoformat() == "2023-01-21T00:00:00+01:00"
    steps = list(consultation.steps.all())
    assert [(step.starts_on.isoformat(), step.title) for step in steps] == [
        ("2022-11-10", "Dialoogsessies bestuurders Regio Zwolle"),
        ("2022-12-08", "Conceptagenda Regiobestuur"),
        ("2022-12-10", "Schriftelijke consultatie alle partners + interviews experts"),
        ("2023-01-20", "Klankbordgroep Raden en Staten"),
        ("2023-01-24", "Versnellingskamer alle partners"),
        ("2023-02-24", "Agenda in regiobestuur"),
        ("2023-03-15", "Agenda ter besluitvorming colleges"),
        ("2023-03-15", "Agenda ter besluitvorming raden en staten"),
    ]
    assert {step.state(date(2026, 11, 23)) for step in steps} == {StepState.DONE}
    assert [step.ends_text for step in steps[-2:]] == ["voor het zomerreces"] * 2


def test_of_the_decisions_only_what_is_known_is_told():
    tracks = Track.objects.filter(dossier=Dossier.objects.get())
    assert tracks.filter(body__kind__in=ASSEMBLIES).count() == 26
    # The deck names colleges too, and leaves open whether it means Gedeputeerde Staten with that.
    assert set(tracks.exclude(body__kind__in=ASSEMBLIES).values_list("body__kind", flat=True)) == {BodyKind.EXECUTIVE}
    assert tracks.filter(body__kind=BodyKind.EXECUTIVE).count() == 22
    assert list(Decision.objects.values_list("track__body__name", "date_text")) == [
        ("college van burgemeester en wethouders van Westerveld", "2023")
    ]
    assert sorted(TrackStep.objects.values_list("track__body__name", "happened_on")) == [
        ("gemeenteraad van Westerveld", date(2023, 1, 1)),
        ("gemeenteraad van Zwolle", date(2023, 6, 12)),
    ]
    assert dict(Dossier.objects.get().tally) == {Position.PARTLY_KNOWN: 2, Position.UNKNOWN: 24}
    assert set(Participation.objects.values_list("partner__slug", flat=True)) == {"zwolle", "westerveld"}


def test_every_fact_names_its_source():
    for model in content.KEYS:
        if any(field.name == "source" for field in model._meta.fields):
            assert list(model.objects.filter(source__isnull=True)) == []
    assert Source.objects.filter(published_on__isnull=True, published_text="").count() == 0
    assert Source.objects.exclude(slug="presentatie").filter(consulted="").count() == 0


def texts(entry, path=""):
    """Yields every text of ours in an entry and below it, as (path, text as on the site)."""
    for name, value in entry.items() if isinstance(entry, dict) else enumerate(entry):
        if isinstance(value, dict | list):
            yield from texts(value, f"{path}.{name}")
        elif isinstance(value, str) and f"{path}.{name}" not in ("source.title", "source.url"):
            yield f"{path}.{name}", content.typeset(value)


ENGLISH = r"\b(January|February|March|April \d|May \d|June|July|August|September \d{1,2},|October|December \d{1,2},)\b"
SLOPPY = {
    "two spaces": r"  ",
    "three dots": r"\.\.\.",
    "a space before punctuation": r" [.,;:!?]",
    "straight double quotes": r'"',
    "an English month": ENGLISH,
    "an English thousand": r"\d,\d{3}\b",
    "an amount that can break": r"€(?!\N{NO-BREAK SPACE}\d)",
    "an informal word": r"(?i)\b(je|jij|jouw|jullie)\b",
}


def test_the_texts_are_typeset_as_dutch_readers_expect():
    found = [
        (name, path, text)
        for _, model, entry in content.read()
        for path, text in texts(entry, model._meta.model_name)
        for name, pattern in SLOPPY.items()
        if re.search(pattern, text)
    ]
    assert found == []


# What the editors write, as against the words of the agenda and of others.
OURS = {
    *("introduction", "explanation", "summary", "sentence", "message", "definition", "warning", "conflict"),
    *("note", "status_note", "asked_of", "decided_by", "effect", "description", "hint"),
}


def test_what_the_editors_write_is_in_short_sentences():
    long = [
        sentence
        for _, model, entry in content.read()
        for path, text in texts(entry, model._meta.model_name)
        if path.rpartition(".")[2] in OURS
        for sentence in re.split(r"(?<=[.!?:])\s", text)
        if len(sentence.split()) > 20
    ]
    assert long == []
