"""Papers put before the bodies: every version stays, and what is different is read from the files themselves."""

import zipfile
from io import BytesIO
from random import Random

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from consultation.deciding.models import Dossier, Paper, PaperVersion
from consultation.deciding.papers.acts import put_version, short_name
from partners.ground import reading
from partners.ground.documents import Bullets, Document, Heading, Paragraph, docx, odt, pdf
from partners.ground.files.uploads import ENDINGS, kind_of
from partners.ground.models import FileWords, StoredFile
from partners.ground.refusal import Refused
from regiozwolle.searching.asking import ask
from regiozwolle.searching.finding import find
from regiozwolle.searching.freshness import read_everything
from tests.filling import form_on
from tests.working import do_all

WRITERS = {"pdf": pdf, "docx": docx, "odt": odt}
KINDS = {ending: kind for kind, ending in ENDINGS.items()}
LINES = ("Wij bouwen 4.500 woningen bij de stations.", "Het Rijk betaalt € 22 miljoen.")


def document(*lines):
    return Document(title="Nota", blocks=[Heading(1, "Wat wij doen"), *(Paragraph(line) for line in lines)])


def upload(*lines, form="docx", name="nota"):
    found = SimpleUploadedFile(f"{name}.{form}", WRITERS[form](document(*(lines or LINES))))
    found.content_type = KINDS[form]
    return found


@pytest.fixture
def dossier(version, deck):
    return Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluiten.", version=version, source=deck)


@pytest.fixture
def paper(dossier):
    return Paper.objects.create(dossier=dossier, title="Nota")


@pytest.fixture
def concept(deck):
    """A paper of a dossier that is not on the site yet."""
    dossier = Dossier.objects.create(slug="later", title="Later", summary="Later.", source=deck, public_from=None)
    return Paper.objects.create(dossier=dossier, title="Nota")


# What a file says


@pytest.mark.parametrize("form", WRITERS)
def test_the_words_of_each_kind_of_file_are_read_a_paragraph_a_line(form):
    text = reading.words_in(WRITERS[form](document(*LINES)), form)
    lines = [line for line in text.split("\n") if line in ("Wat wij doen", *LINES)]
    assert lines == ["Wat wij doen", *LINES]


def test_a_paragraph_of_a_pdf_goes_on_over_lines_and_pages_without_what_stands_on_every_page():
    drawn = Random(1)
    words = ["woningbouw", "in", "de", "regio", "met", "bereikbaarheid", "van", "alle", "kernen"]
    long = "Begin " + " ".join(drawn.choice(words) for _ in range(3000))
    read = reading.words_in(pdf(document(long, "Het einde.")), "pdf")
    assert [line for line in read.split("\n") if line.startswith("Begin ")] == [long]
    assert "Nota 2 van" not in read


def test_a_list_and_a_table_cell_are_lines_of_their_own():
    items = Document(title="Nota", blocks=[Bullets(("Eerste punt", "Tweede punt"))])
    for form, mark in [("pdf", "• "), ("docx", ""), ("odt", "")]:
        assert f"{mark}Eerste punt\n{mark}Tweede punt" in reading.words_in(WRITERS[form](items), form)


@pytest.mark.parametrize("form", WRITERS)
def test_a_broken_file_says_so_and_ends_nothing_else(form):
    with pytest.raises(reading.CannotRead, match="beschadigd, beveiligd of te groot"):
        reading.words_in(WRITERS[form](document(*LINES))[:900], form)


def test_a_file_that_unpacks_to_gigabytes_is_not_unpacked():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", b"0" * (201 * 1024 * 1024))
    with pytest.raises(reading.CannotRead):
        reading.words_in(packed.getvalue(), "docx")


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_is_known_by_what_is_in_it(form):
    assert kind_of(BytesIO(WRITERS[form](document()))) == KINDS[form]


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 half", b"PK\x03\x04 no zip", b"<html></html>", b"\xd0\xcf\x11\xe0"]
)
def test_what_is_no_paper_is_none(content):
    assert kind_of(BytesIO(content)) is None


# Versions


def test_a_new_file_is_a_new_version_and_the_old_one_stays(paper, client):
    first = put_version(paper=paper, upload=upload())
    second = put_version(paper=paper, upload=upload(LINES[0]), reason="Het Rijk betaalt niet mee.")
    assert [(first.number, first.reason), (second.number, second.reason)] == [
        (1, ""),
        (2, "Het Rijk betaalt niet mee."),
    ]
    for version in (first, second):
        answer = client.get(version.file_path)
        assert b"".join(answer) == b"".join(version.file.pieces())
        assert answer["Content-Disposition"] == 'attachment; filename="nota.docx"'


def test_the_same_file_is_no_new_version(paper):
    content = upload()
    put_version(paper=paper, upload=content)
    with pytest.raises(Refused, match="hetzelfde bestand als versie 1"):
        put_version(paper=paper, upload=content, reason="Nieuw.")
    assert paper.versions.count() == 1


def test_a_file_in_the_place_of_another_wants_a_reason(paper):
    put_version(paper=paper, upload=upload())
    with pytest.raises(Refused, match="Schrijf op wat er anders is dan in versie 1"):
        put_version(paper=paper, upload=upload(LINES[0]))


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 3},
        {"reason": "Anders."},
        {"file_name": "ander.pdf"},
        {"put_at": "2020-01-01T00:00Z"},
        {"inaccessible_because": "Nu wel."},
    ],
)
def test_a_version_never_changes_whatever_program_asks(paper, changed):
    version = put_version(paper=paper, upload=upload())
    with pytest.raises(IntegrityError, match="verandert niet"), transaction.atomic():
        PaperVersion.objects.filter(pk=version.pk).update(**changed)


def test_a_file_with_a_long_name_keeps_its_ending_and_no_folder():
    assert short_name("C:\\stukken\\" + "a" * 200 + ".PDF") == "a" * 96 + ".pdf"


# What is different


def test_the_page_shows_what_the_new_file_says_otherwise(paper, client):
    put_version(paper=paper, upload=upload())
    more = upload(LINES[0].replace("4.500", "4.800"), LINES[1], form="pdf")
    second = put_version(paper=paper, upload=more, reason="Meer.")
    assertContains(client.get(second.get_absolute_url()), "Wij zoeken nog op wat er anders is.")
    do_all()
    page = client.get(paper.get_absolute_url())
    assertContains(page, "vervangen: </span>4.500<")
    assertContains(page, "> door: </span>4.800<")
    assertContains(page, "€ 22 miljoen", count=1)  # in what it says; of what is different it is left out


def test_the_words_in_a_paper_are_found_and_can_be_read_without_the_file(paper, client):
    put_version(paper=paper, upload=upload("Over de dijkgraaf."))
    assertContains(client.get(paper.get_absolute_url()), "Wij lezen dit bestand nog.")
    do_all()
    read_everything()
    assertContains(client.get(paper.get_absolute_url()), "Over de dijkgraaf.")
    assert [entry.address for entry in find(ask("dijkgraaf")).entries] == [paper.get_absolute_url()]


def test_only_layout_is_no_difference(paper, client):
    put_version(paper=paper, upload=upload(form="docx"))
    second = put_version(paper=paper, upload=upload(form="odt"), reason="Nu als odt.")
    do_all()
    assertContains(client.get(second.get_absolute_url()), "De woorden zijn dezelfde als die van de vorige versie.")


def test_a_file_that_cannot_be_read_says_why_nothing_is_compared(paper, client):
    put_version(paper=paper, upload=upload())
    broken = SimpleUploadedFile("nota.pdf", b"%PDF-1.7\n nothing \n%%EOF")
    broken.content_type = KINDS["pdf"]
    second = put_version(paper=paper, upload=broken, reason="Nieuw.")
    do_all()
    assertContains(client.get(second.get_absolute_url()), "Het is beschadigd, beveiligd of te groot.")


def test_words_are_read_once_and_go_with_their_file(paper, dossier):
    put_version(paper=paper, upload=upload())
    put_version(paper=paper, upload=upload(LINES[0]), reason="Korter.")
    do_all()
    do_all()
    assert FileWords.objects.count() == 2
    PaperVersion.objects.all().delete()
    assert StoredFile.objects.unused().count() == 2


# Who reads it


def test_the_dossier_lists_its_papers_and_leaves_out_one_without_a_file(paper, dossier, client):
    Paper.objects.create(dossier=dossier, title="Nog leeg")
    put_version(paper=paper, upload=upload())
    page = client.get(dossier.get_absolute_url())
    assertContains(page, f'<a href="{paper.get_absolute_url()}">Nota</a>', html=True)
    assertNotContains(page, "Nog leeg")


def test_a_paper_costs_the_same_queries_however_many_versions(paper, dossier, client, django_assert_num_queries):
    put_version(paper=paper, upload=upload())
    costs = []
    for number in range(2):
        with django_assert_num_queries(4 if number == 0 else costs[0]) as queries:
            client.get(paper.get_absolute_url())
        costs.append(len(queries))
        put_version(paper=paper, upload=upload(f"Regel {number}."), reason="Nieuw.")


def test_a_paper_of_a_concept_is_read_by_nobody_outside(concept, client, secretary):
    version = put_version(paper=concept, upload=upload())
    pages = [concept.get_absolute_url(), version.get_absolute_url(), version.file_path]
    assert [client.get(page).status_code for page in pages] == [404, 404, 404]
    client.force_login(secretary)
    assert [client.get(page).status_code for page in pages] == [200, 200, 200]


def test_a_paper_under_another_dossier_or_number_is_not_there(paper, dossier, client, deck):
    put_version(paper=paper, upload=upload())
    other = Dossier.objects.create(slug="ander", title="Ander", summary="Ander.", source=deck)
    for address in ("paper_version", "paper_file"):
        assert client.get(reverse(f"deciding:{address}", args=[dossier.slug, paper.pk, 2])).status_code == 404
        assert client.get(reverse(f"deciding:{address}", args=[other.slug, paper.pk, 1])).status_code == 404
    assert client.get(reverse("deciding:paper", args=[other.slug, paper.pk])).status_code == 404


# At the desk


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


def test_the_secretariat_puts_a_file_and_then_another(paper, desk):
    address = reverse("admin:deciding_paper_put", args=[paper.pk])
    back = reverse("admin:deciding_paper_change", args=[paper.pk])
    for number, lines in enumerate((LINES, LINES[:1]), start=1):
        page = desk.get(address)
        data = form_on(page, "_read") | {"file": upload(*lines), "apply": "1"}
        data |= {"reason": "Het Rijk betaalt niet mee."} if number == 2 else {}
        assertRedirects(desk.post(address, data), back)
    assert [version.number for version in paper.versions.order_by("number")] == [1, 2]
    assertContains(desk.get(back), "Zet een nieuwe versie neer")


def test_what_is_no_paper_is_refused_at_its_field_and_the_reason_stays(paper, desk):
    put_version(paper=paper, upload=upload())
    address = reverse("admin:deciding_paper_put", args=[paper.pk])
    page = desk.get(address)
    data = form_on(page, "_read") | {"file": SimpleUploadedFile("x.pdf", b"tekst"), "reason": "Omdat.", "apply": "1"}
    answer = desk.post(address, data)
    assertContains(answer, "Kies een PDF, docx of odt. Dit bestand is dat niet, of het is beschadigd.")
    assertContains(answer, "Omdat.")
    assert paper.versions.count() == 1


def scanned():
    """A PDF of one empty page, as a scanner makes them."""
    made, written = pypdfium2.PdfDocument.new(), BytesIO()
    made.new_page(200, 200)
    made.save(written)
    return SimpleUploadedFile("scan.pdf", written.getvalue())


def test_what_a_file_lacks_for_who_cannot_see_it_is_known():
    assert [reading.said_by(WRITERS[form](document(*LINES)), form)["lacks"] for form in WRITERS] == [[], [], []]
    assert reading.said_by(scanned().read(), "pdf")["lacks"] == [
        "tags",
        "language",
        "title",
        "shown_title",
        "text",
    ]


def test_a_file_with_something_of_a_person_or_that_not_all_can_read_is_looked_at_first(paper, desk):
    address = reverse("admin:deciding_paper_put", args=[paper.pk])
    sent = form_on(desk.get(address), "_read") | {"file": upload("Bel Jan op 06 12345678."), "apply": "1"}
    page = desk.post(address, sent)
    assertContains(page, "een telefoonnummer, ‘06 12345678’.")
    assertContains(page, "Kijk na wat hierboven staat")
    assertContains(page, "Gekozen: nota.docx.")
    assertNotContains(page, "inaccessible_because")
    assert paper.versions.count() == 0
    assert form_on(page, "held")["held"]
    desk.post(address, form_on(page, "held") | {"is_looked_at": "on", "apply": "1"})
    assert [version.file_name for version in paper.versions.all()] == ["nota.docx"]
    sent = form_on(desk.get(address), "_read") | {"file": scanned(), "reason": "Getekend.", "apply": "1"}
    page = desk.post(address, sent)
    assertContains(page, "Niet iedereen kan dit bestand lezen: het zegt niet wat een kop")
    assertContains(page, "Getekend.")
    assert paper.versions.count() == 1
    why = {"inaccessible_because": "Het is met de hand getekend.", "apply": "1"}
    desk.post(address, form_on(page, "held") | why)
    assertContains(desk.get(paper.get_absolute_url()), "Het is met de hand getekend.")
    forged = form_on(desk.get(address), "_read") | {"held": "x", "reason": "Anders.", "apply": "1"}
    assertContains(desk.post(address, forged), "Kies een bestand")


def test_a_paper_that_everyone_could_read_is_not_deleted(paper, concept, desk):
    deleting = [reverse("admin:deciding_paper_delete", args=[one.pk]) for one in (paper, concept)]
    assert [desk.get(address).status_code for address in deleting] == [200, 200]
    for one in (paper, concept):
        put_version(paper=one, upload=upload())
    assert [desk.get(address).status_code for address in deleting] == [403, 200]


def test_before_a_dossier_is_public_the_desk_reads_which_paper_lacks_a_file_or_words(dossier, paper):
    Paper.objects.create(dossier=dossier, title="Begroting", position=90)
    put_version(paper=paper, upload=upload())
    assert dossier.papers.lacks() == ["bij het stuk ‘Begroting’ staat nog geen bestand."]
    FileWords.objects.update_or_create(file=StoredFile.objects.get(), defaults={"text": "", "trouble": "Beveiligd."})
    said = "in het stuk ‘Nota’ kan de portal geen tekst lezen."
    assert any(sentence.startswith(said) for sentence in dossier.lacks())
