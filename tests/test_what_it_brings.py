"""What the collaboration brings one partner: a page and one sheet of A4, from the same answers."""

import re
from datetime import date, timedelta
from decimal import Decimal
from shutil import which
from subprocess import run

import pypdfium2
import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from agenda.models import Participation, ParticipationRole
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from consultation.models import Consultation, Letter, SenderKind
from partners.ground.documents import docx, odt, pdf, plain
from partners.models import Body, BodyKind, Partner, PartnerKind, Population, Source
from regiozwolle.pages.partner.known import KnownOfPartner
from regiozwolle.pages.what_it_brings.answers import CouncilAnswer, answers
from regiozwolle.pages.what_it_brings.facts import Fact
from regiozwolle.pages.what_it_brings.room import rows_of, selected
from regiozwolle.pages.what_it_brings.sheet import document
from regiozwolle.pages.what_it_brings.words import Brought
from results.models import (
    Attribution,
    Indicator,
    IndicatorNature,
    MoneyRole,
    Project,
    ProjectPartner,
    ProjectRole,
    Scope,
    Tariff,
)
from tests.deciding import component_of
from tests.reading import section, visible

NBSP = "\N{NO-BREAK SPACE}"
OFFICE = which("soffice") or which("libreoffice")
PAGE = "/partners/zwolle/wat-brengt-het/"


def facts_of(partner):
    """The facts of each answer by its slug, as (text, attribution, detail)."""
    clean = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{WORD JOINER}": ""})
    return {
        answer.slug: [
            (fact.text.translate(clean), fact.attribution, fact.detail.translate(clean)) for fact in answer.facts
        ]
        for answer in answers(KnownOfPartner(partner))
    }


@pytest.fixture
def climate(deal):
    return Project.objects.get(slug="climate-campus")


def test_what_is_not_known_is_said_once_and_the_sentence_on_top_names_no_more(client, zwolle):
    page = client.get(PAGE)
    assertContains(page, "Wat brengt het onze gemeente?")
    read = visible(page)
    assert "Nog niet bekend: wat Zwolle betaalt, en wat de raad besloot. Download" in read
    assert "Bekend:" not in read.replace("Nog niet bekend:", "")
    assertContains(page, '<span class="unknown">nog niet bekend</span>', count=2)  # what it costs, and what it brings
    assert "Gevraagd Wat vraagt men nu van de raad? Nu niets" in read
    assert read.count("Er is nu geen consultatie waarvoor een orgaan van ons is uitgenodigd") == 1
    gaps = Brought(zwolle, answers(KnownOfPartner(zwolle))).gaps
    assert [gap.what for gap in gaps] == [
        "De bijdrage van Zwolle aan deze agenda",
        "Waaraan Zwolle meedoet",
        "Wat Zwolle alleen krijgt",
        "De besluiten van Zwolle",
        "De resultaten van de hele regio",
        "Projecten waarin Zwolle een rol heeft",
    ]
    assert [section(page, "onbekend").count(gap.what) for gap in gaps] == [1] * 6


def test_one_sentence_and_three_answers_are_composed_from_counts(client, zwolle, council, climate, helped, version):
    ProjectPartner.objects.create(project=climate, partner=zwolle, role=ProjectRole.LOCATION)
    Project.objects.update(status="vermoed")
    dossier = Dossier.objects.create(slug="agenda", title="Agenda vaststellen", summary="x", version=version)
    Track.objects.create(dossier=dossier, body=council)
    brought = Brought(zwolle, answers(KnownOfPartner(zwolle)))
    assert brought.known == "er is 1 project gevraagd, en 1 resultaat delen wij met de regio."
    assert brought.unknown == (
        "wat Zwolle betaalt, wat de raad besloot, en wat er van die resultaten in Zwolle terechtkwam."
    )
    assert [column.answer for column in brought.columns] == ["", f"1{NBSP}project gevraagd", "Nu niets"]
    assert "Of Climate Campus bij het programma hoort" in [gap.what for gap in brought.gaps]
    read = visible(client.get(PAGE))
    assert f"Bekend: {brought.known} Nog niet bekend: {brought.unknown}" in read
    assert "Climate Campus Niet bevestigd Lokaal." in read
    assert "Agenda vaststellen: het besluit van gemeenteraad is nog niet bekend" in read


def test_what_is_asked_stands_on_top_with_its_button(client, zwolle, open_consultation):
    page = client.get(PAGE)
    [button] = re.findall(r'<a class="button"\s+href="([^"]+)"', page.text)
    assert button == open_consultation.get_absolute_url()
    assert Brought(zwolle, answers(KnownOfPartner(zwolle))).columns[2].answer.startswith("Reactie tot en met ")


def test_three_rows_stand_in_a_column_and_the_rest_is_folded_with_its_count(client, zwolle, climate, deck):
    for number in range(5):
        project = climate.programme.projects.create(
            slug=f"p{number}", name=f"Werk {number}", status="bevestigd", source=deck
        )
        ProjectPartner.objects.create(project=project, partner=zwolle, role=ProjectRole.LEAD)
    page = client.get(PAGE)
    assert "Werk 2 Gedeeld. Trekker. Toon er nog 2 bij ‘Brengt’" in visible(page)
    assert "5 projecten raken ons" in visible(page)


def test_growth_is_that_of_the_municipality_beside_the_region(client, region, deck):
    for partner in Partner.objects.municipalities():
        partner.populations.create(reference_on=date(2021, 1, 1), count=100, source=deck)
        partner.populations.create(
            reference_on=date(2026, 1, 1), count=144 if partner.name == "Urk" else 100, source=deck
        )
    for path in ("/partners/urk/wat-brengt-het/", "/partners/urk/"):
        read = visible(client.get(path))
        assert "144 inwoners op 1 januari 2026. Dat is +44,0% sinds 1 januari 2021, toen er 100 waren." in read
        assert "De hele regio: +2,0%." in read


def test_what_it_takes_part_in_and_pays(zwolle, line, deck):
    Participation.objects.create(partner=zwolle, element=line, role=ParticipationRole.LEAD, source=deck)
    assert facts_of(zwolle)["betalen"] == []
    Tariff.objects.create(element=line, year=2024, amount=Decimal("1.80"), inhabitants_on=date(2024, 1, 1), source=deck)
    Population.objects.create(partner=zwolle, reference_on=date(2024, 1, 1), count=100_000, source=deck)
    found = facts_of(zwolle)
    assert found["meedoen"] == [("Economie & Arbeidsmarkt", None, "doet mee als trekker")]
    assert found["betalen"] == [("2024: € 180.000", None, "")]


def test_a_project_in_one_municipality_is_local_and_any_other_is_shared(zwolle, dalfsen, climate):
    ProjectPartner.objects.create(project=climate, partner=zwolle, role=ProjectRole.LOCATION)
    ProjectPartner.objects.create(project=climate, partner=zwolle, role=ProjectRole.LEAD)
    assert facts_of(zwolle)["projecten"] == [("Climate Campus", Attribution.LOCAL, "trekker; ligt in deze gemeente")]
    part = climate.parts.create(
        slug="deel", name="Deel", programme=climate.programme, status="bevestigd", source=climate.source
    )
    assert [whose for _, whose, _ in facts_of(zwolle)["projecten"]] == [Attribution.SHARED]
    part.delete()
    ProjectPartner.objects.create(project=climate, partner=dalfsen, role=ProjectRole.LOCATION)
    assert [whose for _, whose, _ in facts_of(zwolle)["projecten"]] == [Attribution.SHARED]


def test_what_a_project_yields_stands_with_it(zwolle, climate, deck):
    ProjectPartner.objects.create(project=climate, partner=zwolle, role=ProjectRole.PARTNER)
    climate.results.create(nature="beoogd", text="Twee proeven", source=deck)
    climate.results.create(nature="bereikt", text="Eén proef", source=deck)
    assert facts_of(zwolle)["projecten"] == [
        ("Climate Campus", Attribution.SHARED, "partner; beoogd: Twee proeven; bereikt: Eén proef")
    ]


def test_its_own_figures_are_local_and_those_of_the_region_are_marked_by_the_editors(zwolle, helped, deck):
    Population.objects.create(partner=zwolle, reference_on=date(2026, 1, 1), count=134_147, source=deck)
    jobs = Indicator.objects.create(
        slug="banen", name="Banen", nature=IndicatorNature.CONTEXT, sentence="banen.", unit="banen"
    )
    jobs.measurements.create(
        partner=zwolle, scope=Scope.PARTNER, reference_on=date(2024, 1, 1), reference_text="2024", value=9, source=deck
    )
    reason = "De bron zegt niet door wie dit komt."
    Indicator.objects.update(attribution=Attribution.NONE, attribution_reason=reason)
    found = facts_of(zwolle)
    reasons = {
        fact.text: fact.because for answer in answers(KnownOfPartner(zwolle)) for fact in answer.facts if fact.because
    }
    assert list(reasons.values()) == [reason]  # not beside the 9 jobs, which are local
    assert found["cijfers"] == [
        ("134.147 inwoners", Attribution.LOCAL, "1 januari 2026, zekerheid niet vermeld"),
        ("9 banen.", Attribution.LOCAL, "2024"),
    ]
    assert found["resultaten"] == [
        ("Meer dan 4.500 inwoners ondersteund van werkloos naar werk.", Attribution.NONE, "begin 2023")
    ]


@pytest.fixture
def closed(open_consultation):
    now = timezone.now()
    Consultation.objects.filter(pk=open_consultation.pk).update(
        opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1)
    )
    open_consultation.refresh_from_db()
    return open_consultation


def sent(consultation, body, sender_kind, number, **fields):
    return Letter.objects.create(
        consultation=consultation, body=body, sender_kind=sender_kind, capacity="griffier", state="verstuurd",
        number=number,
        sent_at=timezone.now(), confirmed_at=timezone.now(), sharing="openbaar", decided_on=date(2023, 1, 1), **fields,
    )  # fmt: skip


def test_what_a_body_said_stands_there_and_other_kinds_of_sender_are_counted_apart(zwolle, council, closed, wording):
    letter = sent(closed, council, SenderKind.COUNCIL, "RZ-1")
    letter.points.create(wording=wording, quoted_text="x", kind="wens", text="Meer.")
    sent(closed, council, SenderKind.PARTY_GROUP, "RZ-2", party_group="A")
    sent(closed, council, SenderKind.PARTY_GROUP, "RZ-3", party_group="B")
    assert facts_of(zwolle)["gezegd"] == [
        ("Gemeenteraad van Zwolle: 1 punt", None, "Consultatie over de conceptagenda, reactie RZ-1"),
        ("2 reacties namens de fractie", None, "Consultatie over de conceptagenda"),
    ]


def test_what_is_not_public_yet_is_left_out(zwolle, council, open_consultation):
    sent(open_consultation, council, SenderKind.COUNCIL, "RZ-1")
    assert facts_of(zwolle)["gezegd"] == []


def test_what_its_bodies_decided_and_what_is_asked_next(zwolle, council, goal, version, open_consultation, deck):
    dossier = Dossier.objects.create(slug="agenda", title="Agenda vaststellen", summary="x", version=version)
    track = Track.objects.create(dossier=dossier, body=council)
    tomorrow = timezone.localdate() + timedelta(days=1)
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=tomorrow, source=deck)
    TrackStep.objects.create(track=track, kind=TrackStepKind.COUNCIL, planned_on=date(2023, 1, 1), source=deck)
    Decision.objects.create(
        track=track, component=component_of(dossier, goal),
        decided_on=date(2023, 6, 12), outcome=Outcome.CONDITION, condition="mits betaalbaar",
        amount=Decimal(1250), source=deck,
    )  # fmt: skip
    found = facts_of(zwolle)
    assert found["besloten"] == [
        (
            "Gemeenteraad: Toekomstbestendige arbeidsmarkt: ingestemd met een voorwaarde (mits betaalbaar), € 1.250, "
            "12 juni 2023",
            None,
            "Agenda vaststellen",
        )
    ]
    texts = [text for text, _, _ in found["gevraagd"]]
    assert texts[0].startswith("Reageren kan tot en met ")
    assert texts[1].startswith(f"Gemeenteraad besluit op {tomorrow.day} ")
    assert len(texts) == 2


def test_an_example_shares_in_nothing_that_really_happened(client, zwolle, overijssel, helped):
    town = Partner.objects.create(
        slug="voorbeeldstad", name="Voorbeeldstad", kind=PartnerKind.MUNICIPALITY, province=overijssel, is_example=True
    )
    assert facts_of(town)["resultaten"] == []
    assertContains(client.get("/partners/voorbeeldstad/wat-brengt-het/"), "Deze partner bestaat niet echt.")
    assertNotContains(client.get(PAGE), "Voorbeeld")


def test_what_to_look_out_for_stands_at_a_figure_wherever_a_council_reads_it(client, zwolle, helped):
    Indicator.objects.update(warning="Niet op dezelfde manier geteld.")
    for path in (PAGE, "/partners/zwolle/"):
        assertContains(client.get(path), "<strong>Let op:</strong> Niet op dezelfde manier geteld.", count=1)
    [result] = rows_of(Brought(zwolle, answers(KnownOfPartner(zwolle))).columns[1])
    assert result.text == (
        "Meer dan 4.500 inwoners ondersteund van werkloos naar werk. Let op: Niet op dezelfde manier geteld. "
        "Begin 2023. Gedeeld."
    )


@pytest.mark.parametrize(
    ("because", "told"),
    [
        (
            "",
            "Bronnen verschillen over begin 2023: meer dan 4.500 (Presentatie Samenwerken in Regio Zwolle) en 3.900 "
            "(De krant). Welke telt, is nog niet gekozen.",
        ),
        ("Zonder Urk.", "Een andere bron noemt 3.900 (De krant). Dat telt niet mee: Zonder Urk."),
    ],
)
def test_what_another_source_says_of_the_day_is_told_as_on_the_page_of_the_figure(
    client, zwolle, helped, because, told
):
    helped.measurements.create(
        reference_on=date(2023, 1, 1),
        reference_text="begin 2023",
        value=3900,
        source=Source.objects.create(slug="krant", title="De krant"),
        counts=not because,
        beside_because=because,
    )
    for path in (PAGE, "/partners/zwolle/", helped.get_absolute_url()):
        assert told in visible(client.get(path))
    [result] = rows_of(Brought(zwolle, answers(KnownOfPartner(zwolle))).columns[1])
    assert f"naar werk. {told}" in result.text.replace(NBSP, " ")


def test_what_a_source_says_of_another_day_or_partner_is_no_dispute(zwolle, dalfsen, helped, deck):
    for day, partner in ((date(2022, 1, 1), None), (date(2023, 1, 1), dalfsen)):
        helped.measurements.create(
            reference_on=day,
            reference_text="anders",
            value=1,
            source=deck,
            partner=partner,
            scope=Scope.PARTNER if partner else Scope.REGION,
        )
    [result] = [
        fact for answer in answers(KnownOfPartner(zwolle)) if answer.slug == "resultaten" for fact in answer.facts
    ]
    assert result.dispute == ""


def said_in(file):
    """The words of a PDF, on one line."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file)).split())


def pages(file):
    return len(pypdfium2.PdfDocument(file))


SLUGS = ("betalen", "meedoen", "krijgen", "projecten", "cijfers", "resultaten", "gezegd", "besloten", "gevraagd")


def fullest(partner, deck):
    """Longer words and more of them than the portal will ever have of one partner, each shared by all or its own."""
    word = "samenwerkingsovereenkomst "
    facts = [
        Fact(word * 40, detail=word * 9, attribution=whose, source=deck, short="€\xa01.215.707,20 in 2026")
        for whose in (Attribution.LOCAL, Attribution.SHARED)
    ]
    # One amount takes more room on top of a column than how many there are, and two more in the sentence.
    often = {"betalen": 1, "krijgen": 1}
    return Brought(partner, [CouncilAnswer(slug, "Niets bekend.", facts * often.get(slug, 15)) for slug in SLUGS])


def test_the_fullest_sheet_is_one_accessible_a4_that_gives_up_what_is_shared_first(zwolle, deck):
    brought = fullest(zwolle, deck)
    made = selected(brought, None)
    assert [row for column in made.columns for row in column.rows if row.shared] == []
    assert [1 <= len(column.rows) <= 3 for column in made.columns] == [True] * 3
    assert all(column.told[-1].startswith("En nog ") for column in made.columns)
    file = pdf(document(brought, None, None))
    assert pages(file) == 1
    assert b"<pdfaid:part>2" in file
    assert "Presentatie Samenwerken in Regio Zwolle" in said_in(file)


def test_a_sheet_of_which_nothing_is_known_says_all_that_is_not(zwolle):
    brought = Brought(zwolle, answers(KnownOfPartner(zwolle)))
    file = pdf(document(brought, None, None))
    words = said_in(file)
    assert pages(file) == 1
    assert [gap.what for gap in brought.gaps if gap.what not in words] == []
    assert "Voor de gemeenteraad van Zwolle" in words
    assert words.count("nog niet bekend") == 2  # what it costs and what it brings; nothing is asked


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine.")
@pytest.mark.parametrize("write", [docx, odt])
def test_an_office_program_sets_the_fullest_sheet_on_one_page_too(zwolle, deck, write, tmp_path):
    path = tmp_path / f"a4.{write.__name__}"
    path.write_bytes(write(document(fullest(zwolle, deck), None, None)))
    run([OFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)], check=True, timeout=120)
    assert pages(path.with_suffix(".pdf").read_bytes()) == 1


def test_every_government_of_the_region_has_a_sheet_of_one_page(client, db):
    """The 22 municipalities and 4 provinces, with all that the content of the portal says of them."""
    call_command("seed", verbosity=0)
    everyone = Partner.objects.filter(kind__in=(PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE), is_example=False)
    found = {one.slug: client.get(f"/partners/{one.slug}/wat-brengt-het.pdf").content for one in everyone}
    assert len(found) == 26
    assert {slug: pages(file) for slug, file in found.items() if pages(file) != 1} == {}


@pytest.mark.parametrize(
    ("amounts", "told", "answer"),
    [
        (["ruim € 53 miljoen"], "ruim € 53 miljoen", "ruim € 53 miljoen"),
        (["ruim € 53 miljoen", "€ 71,7 miljoen"], "ruim € 53 miljoen en € 71,7 miljoen", f"2{NBSP}bedragen"),
        (["€ 5", "€ 9", "€ 7"], f"3{NBSP}bedragen", f"3{NBSP}bedragen"),
    ],
)
def test_each_of_the_amounts_is_told_or_how_many_there_are_and_never_a_sum(zwolle, amounts, told, answer):
    facts = [Fact(f"{amount} van het Rijk.", short=amount) for amount in amounts]
    found = [CouncilAnswer(slug, "Niets.", facts if slug in ("betalen", "krijgen") else []) for slug in SLUGS]
    brought = Brought(zwolle, found)
    assert brought.known == f"wij betalen {told}, en wij krijgen {told}."
    assert [column.answer for column in brought.columns] == [answer, answer, "Nu niets"]


def test_no_amount_that_a_partner_gets_is_left_out_on_its_pages(client, zwolle, deck):
    for slug, value in (("wonen", 53_000_000), ("spoorzone", 71_700_000)):
        money = Indicator.objects.create(
            slug=slug, name=slug, nature=IndicatorNature.PROMISED, sentence="van het Rijk.", unit="euro"
        )
        money.measurements.create(
            partner=zwolle, scope=Scope.PARTNER, money_role=MoneyRole.GETS, value=value, source=deck,
            reference_on=date(2022, 6, 23), reference_text="2022",
        )  # fmt: skip
    for path in (PAGE, "/partners/zwolle/"):
        assert "Bekend: wij krijgen € 53 miljoen en € 71,7 miljoen. " in visible(client.get(path))
    assert "Brengt Wat krijgen en merken wij? 2 bedragen " in visible(client.get(PAGE))


def told_in(column, rows):
    """The facts of a column of which these rows of the sheet tell at least the first words."""
    words = " ".join(row.text for row in rows)
    return [fact for fact in column.facts if fact.text.rstrip(".")[:20] in words]


def test_the_sheet_leaves_out_as_many_facts_as_it_says(client, db):
    """Of every partner, with all that the content of the portal says of them."""
    call_command("seed", verbosity=0)
    miscounted = []
    for partner in Partner.objects.exclude(kind=PartnerKind.OFFICE):
        brought = Brought(partner, answers(KnownOfPartner(partner)))
        for column, made in zip(brought.columns, selected(brought, None).columns, strict=True):
            found = (len(told_in(column, made.rows)), made.left_out, len(column.rows) + len(column.further))
            miscounted += [(partner.slug, column.slug, *found)] if found[0] + found[1] != found[2] else []
    assert miscounted == []


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (3, ["In de hele regio, dus gedeeld: Feit 1, gedeeld door ons allen; Feit 2, gedeeld door ons allen; Feit 3, "
             "gedeeld door ons allen. ¹"]),
        (7, ["In de hele regio, dus gedeeld: Feit 1, gedeeld door ons allen; Feit 2, gedeeld door ons allen; Feit 3, "
             "gedeeld door ons allen. ¹", "En nog 4: zie de site."]),
    ],
)  # fmt: skip
def test_what_all_share_stands_in_one_row_of_whole_facts(zwolle, deck, count, told):
    facts = [
        Fact(f"Feit {number + 1}, gedeeld door ons allen.", attribution=Attribution.SHARED, source=deck, short="1")
        for number in range(count)
    ]
    found = [CouncilAnswer(slug, "Niets.", facts if slug == "resultaten" else []) for slug in SLUGS]
    assert [plain(row) for row in selected(Brought(zwolle, found), None).columns[1].told] == told


@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF"), ("docx", b"PK"), ("odt", b"PK")])
def test_the_sheet_is_a_file_of_each_form(client, zwolle, form, starts):
    file = client.get(f"/partners/zwolle/wat-brengt-het.{form}")
    assert file.content.startswith(starts)
    assert f"wat-brengt-het-zwolle.{form}" in file["Content-Disposition"]


def test_the_page_of_every_partner_leads_to_it_once(client, zwolle):
    Partner.objects.create(slug="school", name="School", kind=PartnerKind.EDUCATION)
    for slug in ("zwolle", "school"):
        assertContains(client.get(f"/partners/{slug}/"), f'href="/partners/{slug}/wat-brengt-het/"', count=1)


@pytest.mark.parametrize("path", ["zwolle/wat-brengt-het.exe", "zwolle/wat-brengt-het.%00", "niemand/wat-brengt-het/",
                                  "regiobureau/wat-brengt-het/"])  # fmt: skip
def test_what_does_not_exist_is_not_found(client, zwolle, path):
    Partner.objects.create(slug="regiobureau", name="Regiobureau", kind=PartnerKind.OFFICE)
    assert client.get(f"/partners/{path}").status_code == 404


def test_the_page_only_shows(client, zwolle):
    page = client.get(PAGE)
    assert not page.cookies
    assert client.post(PAGE).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_however_much_is_known(
    client, zwolle, line, deck, climate, helped, closed, version, count, django_assert_num_queries
):
    Participation.objects.create(partner=zwolle, element=line, source=deck)
    for number in range(count):
        Tariff.objects.create(element=line, year=2024 + number, amount=1, inhabitants_on=date(2024, 1, 1), source=deck)
        Population.objects.create(partner=zwolle, reference_on=date(2024 - number, 1, 1), count=9, source=deck)
        project = Project.objects.create(
            slug=f"p{number}", name="P", programme=climate.programme, status="bevestigd", source=deck
        )
        ProjectPartner.objects.create(project=project, partner=zwolle, role=ProjectRole.LEAD)
        project.results.create(nature="beoogd", text="X", source=deck)
        body = Body.objects.create(partner=zwolle, kind=BodyKind.BOARD, name=f"bestuur {number}")
        sent(closed, body, SenderKind.PARTNER, f"RZ-{number}")
        dossier = Dossier.objects.create(slug=f"d{number}", title="D", summary="x", version=version)
        track = Track.objects.create(dossier=dossier, body=body)
        Decision.objects.create(track=track, decided_on=date(2023, 1, 1), outcome=Outcome.AGREED, source=deck)
    with django_assert_num_queries(12):
        client.get(PAGE)
