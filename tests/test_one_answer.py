"""Who takes part, since when and what that costs reads the same wherever it stands: each page and file is read."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import timezone
from docx import Document as read_docx
from openpyxl import load_workbook

from agenda.models import Participation, ParticipationRole, ParticipationStatus
from consultation.deciding.models import Decision, Dossier, Track
from partners.models import Partner, Population
from regiozwolle.reports.gathering import gather
from results.models import Tariff
from tests.deciding import component_of
from tests.reading import visible, words

DAY = date(2024, 1, 1)
CONTRIBUTIONS = "/resultaten/bijdragen/"


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


@pytest.fixture
def in_november(monkeypatch):
    """It is 28 November 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 28, 12, tzinfo=UTC))


@pytest.fixture
def paid(line, zwolle, deck):
    """Zwolle takes part in line 1 since July 2023, and pays € 241.464,60 in 2026; other years have no tariff."""
    Tariff.objects.create(element=line, year=2026, amount=Decimal("1.80"), inhabitants_on=DAY, source=deck)
    Population.objects.create(partner=zwolle, reference_on=DAY, count=134_147, source=deck)
    return Participation.objects.create(partner=zwolle, element=line, starts_on=date(2023, 7, 1), source=deck)


def document_of(response):
    document = read_docx(BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return plain(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def report_of(day):
    """The row of Zwolle in the section on contributions of a report."""
    (section,) = [one for one in gather(day)["sections"] if one["key"] == "bijdragen"]
    return [[cell if cell is None else plain(str(cell)) for cell in row["cells"]] for row in section["rows"]]


def test_what_a_partner_pays_reads_the_same_on_every_page_and_in_every_file(client, version, goal, paid, in_november):
    amount = "€ 241.464,60"
    partner = plain(visible(client.get("/partners/zwolle/")))
    assert f"Wij dragen bij 2026: {amount} Alles bij elkaar" in partner
    assert f"Doet mee sinds 1 juli 2023 {amount} in 2026" in partner
    assert "Geen bron op deze site noemt een bijdrage" not in partner
    brings = plain(visible(client.get("/partners/zwolle/wat-brengt-het/")))
    assert f"Bekend: wij betalen {amount} in 2026" in brings
    assert f"Kost Wat betalen wij? {amount} in 2026 2026: {amount}" in brings
    assert "Economie & Arbeidsmarkt Doet mee sinds 1 juli 2023." in brings
    sheet = document_of(client.get("/partners/zwolle/wat-brengt-het.docx"))
    assert f"{amount} in 2026" in sheet
    assert f"2026: {amount}" in sheet
    assert "Economie & Arbeidsmarkt" in sheet
    for code in ("RZ24-L1", "RZ24-L1.2"):
        assert f"Doet mee sinds 1 juli 2023 {amount} in 2026" in plain(visible(client.get(f"/agenda/tekst/{code}/")))
    found = plain(visible(client.get(f"{CONTRIBUTIONS}?jaar=2026")))
    assert f"Samen {amount} in 2024-2028: 1 van de 5 bijdragen bekend." in found
    unknown = " ".join(["nog niet bekend"] * 2)
    assert f"Zwolle {unknown} {amount} {unknown} {amount} 1 van 5 bekend" in found
    assert f"Zwolle Economie & Arbeidsmarkt 2026 € 1,80 × 134.147 inwoners {amount}" in found
    printed = plain(visible(client.get("/agenda/afdrukken/")))
    assert f"Economie & Arbeidsmarkt {unknown} {amount} {unknown} {amount} 1 van 5 bekend" in printed
    assert f"{amount} (1 van 5 bekend)" in document_of(client.get("/agenda/afdrukken/agenda.docx"))
    assert report_of(date(2026, 12, 31)) == [
        ["Zwolle", "Uitvoeringslijn 1", "doet mee sinds 1 juli 2023", f"{amount} in 2026", "241464.60"]
    ]
    assert report_of(date(2025, 12, 31)) == [["Zwolle", "Uitvoeringslijn 1", "doet mee sinds 1 juli 2023", None, None]]


def test_every_file_with_contributions_says_how_much_of_each_sum_is_known(client, version, paid):
    address = f"{CONTRIBUTIONS}2024-2028/download/"
    assert client.get(f"{address}json/").json()["tabellen"][1]["rijen"][2] == {
        "partner": "Zwolle",
        "jaar": "2026",
        "bijdrage": 241464.6,
        "bekende_bijdragen": 1,
        "alle_bijdragen": 1,
        "deelname": "doet mee",
    }
    book = load_workbook(BytesIO(client.get(f"{address}xlsx/").content))
    rows = list(book.worksheets[-1].iter_rows(values_only=True))
    assert ("Zwolle", "2025", None, 0, 1, "doet mee") in [row[:6] for row in rows]
    assert ("Zwolle", "2026", 241464.6, 1, 1, "doet mee") in [row[:6] for row in rows]


@pytest.mark.parametrize(
    ("values", "standing", "paying"),
    [
        ({"status": ParticipationStatus.NO}, "doet niet mee", "betaalt niet mee"),
        ({"status": ParticipationStatus.LATER}, "doet later mee", "doet later mee"),
        ({"role": ParticipationRole.FOLLOWER}, "volgt", "betaalt niet mee"),
        (
            {"starts_on": date(2026, 7, 1)},
            "doet mee sinds 1 juli 2026",
            "doet mee sinds 1 juli 2026; betaalt vanaf 2027",
        ),
        ({"starts_on": date(2027, 7, 1)}, "doet mee vanaf 1 juli 2027", "doet mee vanaf 1 juli 2027"),
        ({"ends_on": date(2025, 7, 1)}, "deed mee tot en met 1 juli 2025", "deed mee tot en met 1 juli 2025"),
    ],
)
def test_who_does_not_pay_this_year_reads_why_on_every_page(
    client, version, goal, paid, deck, dalfsen, in_november, values, standing, paying
):
    Participation.objects.filter(pk=paid.pk).update(**{"starts_on": None} | values)
    begin = standing[0].upper() + standing[1:]
    assert f"{begin} {paying[0].upper()}{paying[1:]}" in plain(visible(client.get("/partners/zwolle/")))
    for code in ("RZ24-L1", "RZ24-L1.2"):
        assert f"{begin} {paying[0].upper()}{paying[1:]}" in plain(visible(client.get(f"/agenda/tekst/{code}/")))
    assert f"Economie & Arbeidsmarkt {begin}." in plain(visible(client.get("/partners/zwolle/wat-brengt-het/")))
    assert report_of(date(2026, 11, 28))[0][1:4] == ["Uitvoeringslijn 1", standing, paying]
    # The table of contributions stands there once something is known to be paid.
    Population.objects.create(partner=dalfsen, reference_on=DAY, count=10, source=deck)
    Participation.objects.create(partner=dalfsen, element=goal.parent, source=deck)
    in_table = {"betaalt niet mee": "volgt, betaalt niet mee"}.get(paying, paying)
    in_table = "doet niet mee" if standing == "doet niet mee" else in_table
    rows = words(client.get(CONTRIBUTIONS).text.split('id="per-partner"')[1].split("</section>")[0])
    assert in_table in plain(rows.split("Zwolle")[1])


def test_where_only_a_tariff_is_unknown_nobody_is_said_to_stay_out(client, version, goal, paid, deck, overijssel):
    """Raalte takes part in a goal of which a tariff is known for one year only."""
    raalte = Partner.objects.create(slug="raalte", name="Raalte", kind="gemeente", province=overijssel)
    Population.objects.create(partner=raalte, reference_on=DAY, count=39_045, source=deck)
    Participation.objects.create(partner=raalte, element=goal, source=deck)
    Tariff.objects.create(element=goal, year=2026, amount=Decimal("0.10"), inhabitants_on=DAY, source=deck)
    rows = words(client.get(CONTRIBUTIONS).text.split('id="per-partner"')[1].split("</section>")[0])
    unknown = " ".join(["nog niet bekend"] * 2)
    assert f"Raalte {unknown} € 3.904,50 {unknown} € 3.904,50 1 van 5 bekend" in plain(rows)
    assert "doet niet mee" not in rows
    assert "Wij dragen bij 2026: € 3.904,50 Alles bij elkaar" in plain(visible(client.get("/partners/raalte/")))


def test_a_report_counts_who_takes_part_in_the_line_of_a_goal_once_and_not_who_leaves_it_out(
    goal, zwolle, dalfsen, deck, overijssel
):
    taking_part = [(zwolle, goal), (zwolle, goal.parent), (dalfsen, goal.parent), (overijssel, goal.parent)]
    for partner, element in taking_part:
        Participation.objects.create(partner=partner, element=element, source=deck)
    Participation.objects.create(partner=overijssel, element=goal, status=ParticipationStatus.NO, source=deck)
    school = Partner.objects.create(slug="school", name="School", kind="onderwijs")
    Participation.objects.create(partner=school, element=goal, role=ParticipationRole.FOLLOWER, source=deck)
    (goals,) = [one for one in gather(date(2024, 6, 1))["sections"] if one["key"] == "opgaven"]
    assert [row["cells"][-1] for row in goals["rows"]] == [2]


def test_a_tariff_of_zero_is_a_contribution_of_zero(client, version, paid, line, deck):
    Tariff.objects.create(element=line, year=2025, amount=0, inhabitants_on=DAY, source=deck)
    said = plain(visible(client.get("/partners/zwolle/")))
    assert "Wij dragen bij 2025: € 0 2026: € 241.464,60" in said
    assert "2 van 5 bekend" in plain(visible(client.get(CONTRIBUTIONS)))


@pytest.mark.parametrize("is_said", [False, True])
def test_a_decision_to_stay_out_is_told_at_the_desk_until_the_participation_says_so_too(
    client, secretary, goal, council, paid, deck, is_said
):
    if is_said:
        Participation.objects.create(
            partner=paid.partner, element=goal, status=ParticipationStatus.NO, starts_on=date(2023, 6, 12), source=deck
        )
    dossier = Dossier.objects.create(slug="agenda", title="Agenda", summary="x")
    track = Track.objects.create(dossier=dossier, body=council)
    client.force_login(secretary)
    values = {
        "decisions-TOTAL_FORMS": 1, "decisions-INITIAL_FORMS": 0, "steps-TOTAL_FORMS": 0, "steps-INITIAL_FORMS": 0,
        "motions-TOTAL_FORMS": 0, "motions-INITIAL_FORMS": 0, "commitments-TOTAL_FORMS": 0,
        "commitments-INITIAL_FORMS": 0, "asked_amounts-TOTAL_FORMS": 0, "asked_amounts-INITIAL_FORMS": 0,
        "dossier": dossier.pk, "body": council.pk, "website": "", "note": "", "decisions-0-outcome": "niet-mee",
        "decisions-0-component": component_of(dossier, goal).pk, "decisions-0-entered_as": "bureau",
        "decisions-0-decided_on": "12-6-2023", "decisions-0-source": deck.pk,
    }  # fmt: skip
    page = client.post(f"/beheer/deciding/track/{track.pk}/change/", values, follow=True)
    assert Decision.objects.get().outcome == "niet-mee"
    told = "Besluit: doet niet mee, over Opgave 1.2: Toekomstbestendige arbeidsmarkt. De deelname van deze partner zegt"
    assert (told in plain(words(page.text))) is not is_said
