"""The print edition of the agenda, on screen and as a file with the same words, codes and budget."""

import re
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document as read_docx
from odf import text
from odf.opendocument import load as read_odf

from agenda.models import Action, ElementKind, Participation, ParticipationRole
from partners.models import Population
from results.models import Tariff
from tests.published import add
from tests.reading import visible


@pytest.fixture
def paid(line, zwolle, deck):
    """Line 1 is paid for by Zwolle: € 1,80 for each of 130.000 inhabitants, in 2024 only."""
    Participation.objects.create(element=line, partner=zwolle, role=ParticipationRole.PARTNER, source=deck)
    population = Population.objects.create(partner=zwolle, reference_on="2024-01-01", count=130_000, source=deck)
    return Tariff.objects.create(
        element=line, year=2024, amount=Decimal("1.80"), inhabitants_on=population.reference_on, source=deck
    )


def test_the_print_edition_holds_everything_with_codes_links_and_sources(client, link, goal, deck):
    page = client.get("/agenda/afdrukken/")
    words = visible(page)
    assert "Versie 1: concept, 8 december 2022" in words
    assert words.count("Werken aan een toekomstbestendige arbeidsmarkt") == 1
    assert re.findall(r'<p class="source">(RZ24-[^<]+)</p>', page.text) == ["RZ24-R3@1", "RZ24-L1@1", "RZ24-L1.2@1"]
    assert (
        "Draagt bij aan regionale ambitie 3 (verband gelegd door de redactie): Beide noemen de arbeidsmarkt." in words
    )
    assert "Tekst: Presentatie Samenwerken in Regio Zwolle." in words
    assert "http://127.0.0.1:8000/agenda/" in words


def test_the_contents_in_print_lead_to_places_on_the_page(client, goal, ambition):
    page = client.get("/agenda/afdrukken/")
    targets = set(re.findall('href="#([^"]+)"', page.text)) - {"inhoud"}
    assert targets == {"vanaf-RZ24-R3", "RZ24-L1", "RZ24-L1.2"}
    assert all(page.text.count(f'id="{target}"') == 1 for target in targets)


def test_without_a_published_version_there_is_no_print_edition(client, db):
    assert client.get("/agenda/afdrukken/").status_code == 404


@pytest.mark.parametrize("goal_count", [1, 3])
def test_the_print_edition_needs_no_more_queries_for_more_goals(
    client, agenda, version, line, zwolle, goal_count, django_assert_num_queries
):
    for position in range(goal_count):
        each = add(agenda, version, f"RZ24-L1.9{position}", ElementKind.GOAL, 12 + position, parent=line)
        Action.objects.create(element=each, title="Scholen", lead=zwolle, source=version.source)
    with django_assert_num_queries(7):
        client.get("/agenda/afdrukken/")


def test_the_print_edition_offers_its_files(client, goal):
    content = client.get("/agenda/afdrukken/").content.decode()
    for form, label in [("pdf", "PDF (toegankelijk)"), ("docx", "Word (docx)"), ("odt", "OpenDocument (odt)")]:
        assert f'<a href="/agenda/afdrukken/agenda.{form}">{label}</a>' in content


def test_the_word_file_has_the_words_codes_and_version(client, goal):
    answer = client.get("/agenda/afdrukken/agenda.docx")
    assert answer["Content-Disposition"] == 'attachment; filename="agenda-2024-2028-versie-1.docx"'
    said = [(paragraph.style.name, paragraph.text) for paragraph in read_docx(BytesIO(answer.content)).paragraphs]
    assert ("Title", "Strategische agenda 2024-2028") in said
    assert ("Small", "Versie: versie 1, concept") in said
    assert ("Small", "Datum: 8\xa0december\xa02022") in said
    assert ("Heading 1", "1 Economie & Arbeidsmarkt") in said
    assert ("Normal", "Werken aan een toekomstbestendige arbeidsmarkt") in said
    assert ("Small", "RZ24-L1.2@1") in said
    assert ("Normal", "De bijdrage per inwoner is nog niet bekend. Daarom is er nog geen begroting te maken.") in said


def test_the_budget_is_part_of_the_page_and_the_files(client, goal, paid):
    assert "€\xa0234.000" in client.get("/agenda/afdrukken/").content.decode()
    file = read_docx(BytesIO(client.get("/agenda/afdrukken/agenda.docx").content))
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    total = "€\xa0234.000 (1 van 5 bekend)"
    assert rows[0] == ["Onderdeel", "2024", "2025", "2026", "2027", "2028", "Samen"]
    assert rows[1] == ["Economie & Arbeidsmarkt", "€\xa0234.000", *["nog niet bekend"] * 4, total]
    assert rows[2] == ["Samen", "€\xa0234.000", "", "", "", "", total]


def test_the_open_document_and_the_pdf_are_made_too(client, goal):
    file = read_odf(BytesIO(client.get("/agenda/afdrukken/agenda.odt").content))
    headings = [str(heading) for heading in file.getElementsByType(text.H)]
    assert headings == [
        "1 Economie & Arbeidsmarkt",
        "1.2 Toekomstbestendige arbeidsmarkt",
        "Begroting",
        "Stand van zaken en bronnen",
    ]
    pdf = client.get("/agenda/afdrukken/agenda.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("form", ["xlsx", "csv", "exe"])
def test_another_form_is_not_found(client, goal, form):
    assert client.get(f"/agenda/afdrukken/agenda.{form}").status_code == 404


def test_without_an_agenda_there_is_no_file(client, db):
    assert client.get("/agenda/afdrukken/agenda.pdf").status_code == 404


def test_a_file_costs_as_many_queries_for_one_goal_as_for_all(client, goal, paid, django_assert_max_num_queries):
    with django_assert_max_num_queries(26):  # of which eighteen keep it
        client.get("/agenda/afdrukken/agenda.docx")
