"""All of a consultation or a dossier as one zip: nothing is missing, each sum is right, and it can be kept for ever."""

import csv
import re
import zipfile
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2
from django.utils import timezone
from lxml import etree
from pypdfium2 import raw
from pytest_django.asserts import assertContains

from consultation.deciding.models import Decision, Dossier, Outcome, Paper
from consultation.models import Consultation, Letter
from partners.ground.models import KeptDocument
from partners.ground.publishing.woo import LIST, WooCategory
from partners.models import Partner
from tests.packages import dossier as dossier
from tests.packages import other_track as other_track
from tests.packages import paper as paper
from tests.packages import track as track
from tests.test_nota import answered as answered
from tests.test_nota import closed as closed
from tests.test_nota import points as points
from tests.test_nota import reviewer as reviewer
from tests.working import do_all

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "MDTO-XML1.0.1.xsd"))
MDTO = {"m": "https://www.nationaalarchief.nl/mdto"}
MARKS = (b"/OutputIntents", b"/GTS_PDFA1", b"/Marked true", b"/Lang", b"/StructTreeRoot")
FORMS = ("csv", "json", "pdf")
ALWAYS = {"dossier.mdto.xml", "inhoud.csv", "LEESMIJ.txt", "manifest-sha256.txt"}


def archive_at(client, address):
    """What is in the zip at that address, by path, after the worker made it."""
    page = client.get(address)
    assert (page.status_code, page.headers["Retry-After"]) == (503, "3")
    kept = KeptDocument.objects.get(address=address)
    do_all()
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(BytesIO(answer.content)) as found:
        assert found.testzip() is None
        contents = {name: found.read(name) for name in found.namelist()}
    documents = [name for name in contents if name not in ALWAYS and not name.endswith(".mdto.xml")]
    assert kept.steps == len(documents)
    return contents


def missing(contents, documents):
    """What an archive with those `documents` should hold and does not, by name; and what it holds besides."""
    beside = {f"{path}.bestand.mdto.xml" for path in documents}
    records = {f"{path.rpartition('.')[0]}.mdto.xml" for path in documents}
    expected = {*documents, *beside, *records, *ALWAYS}
    return sorted(expected - set(contents)), sorted(set(contents) - expected)


def holds(contents):
    """Checks every sum, every XML and every PDF of our own; the rows of the list, by path."""
    sums = dict(reversed(line.split("  ", 1)) for line in contents["manifest-sha256.txt"].decode().splitlines())
    assert {path: sha256(content).hexdigest() for path, content in contents.items() if path in sums} == sums
    assert set(contents) - set(sums) == {"manifest-sha256.txt"}
    text = contents["inhoud.csv"].decode("utf-8-sig").splitlines()
    rows = {row["Bestand"]: row for row in csv.DictReader(text, delimiter=";")}
    assert {path: row["SHA-256"] for path, row in rows.items()} == {path: sums[path] for path in rows}
    for path, content in contents.items():
        if path.endswith(".xml"):
            tree = etree.fromstring(content)
            assert SCHEMA.validate(tree), (path, SCHEMA.error_log)
        if path.endswith(".bestand.mdto.xml"):
            about = path.removesuffix(".bestand.mdto.xml")
            assert said(tree, "checksumWaarde") == [sums[about]]
            assert said(tree, "omvang") == [str(len(contents[about]))]
        if path.endswith(".pdf") and not path.startswith("stukken/"):
            is_to_be_kept(content)
    return rows


def is_to_be_kept(pdf):
    """Holds a PDF to what PDF/A-2a asks and a checker would look at first."""
    metadata = re.search(rb"<\?xpacket begin.*?<\?xpacket end", pdf, re.DOTALL)[0].decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert all(
        mark in pdf for mark in (b"/OutputIntents", b"/GTS_PDFA1", b"/Marked true", b"/Lang", b"/StructTreeRoot")
    )
    assert not any(mark in pdf for mark in (b"/Encrypt", b"/JavaScript", b"/Launch", b"/EmbeddedFile"))
    document = pypdfium2.PdfDocument(pdf)
    fonts = [
        raw.FPDFTextObj_GetFont(thing)
        for page in document
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    ]
    assert fonts
    assert all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)
    document.close()


def said(tree, name):
    return [element.text for element in tree.iterfind(f".//m:{name}", MDTO)]


def test_a_dossier_is_one_zip_with_its_texts_decisions_and_papers_and_the_sum_of_each(
    client, dossier, track, other_track, paper, wording, council, deck, secretary
):
    Partner.objects.filter(pk=council.partner_id).update(
        tooi_uri="https://identifier.overheid.nl/tooi/id/gemeente/gm0193"
    )
    Paper.objects.update(woo_category=WooCategory.COUNCILS)
    Decision.objects.create(
        track=track, outcome=Outcome.CONDITION, condition="Als Ommen meedoet.", decided_on="2023-03-01", source=deck
    )
    contents = archive_at(client, "/besluiten/agenda/archief.zip")
    documents = [
        "besluiten.csv",
        "besluiten.json",
        "besluiten.ods",
        "dossier-en-besluiten.pdf",
        "stukken/01-nota-versie-1.docx",
        "teksten/versie-1.csv",
        "teksten/versie-1.json",
        "teksten/versie-1.pdf",
    ]
    assert missing(contents, documents) == ([], [])
    rows = holds(contents)
    assert contents["stukken/01-nota-versie-1.docx"] == b"".join(paper.versions.get().file.pieces())
    assert b"Als Ommen meedoet." in contents["besluiten.csv"]
    assert wording.text.encode() in contents["teksten/versie-1.csv"]
    paper_row = rows["stukken/01-nota-versie-1.docx"]
    assert (paper_row["Woo-categorie"], paper_row["Woo-categorie in TOOI"]) == (
        "Vergaderstukken decentrale overheden",
        f"{LIST}c_db4862c3",
    )
    assert rows["besluiten.csv"]["Woo-categorie"] == "nog niet gekozen"
    record = etree.fromstring(contents["stukken/01-nota-versie-1.mdto.xml"])
    assert said(record, "begripCode") == [f"{LIST}c_db4862c3"]
    whole = etree.fromstring(contents["dossier.mdto.xml"])
    actor = "string(m:betrokkeneActor//m:identificatieKenmerk)"
    actors = [one.xpath(actor, namespaces=MDTO) for one in whole.iterfind(".//m:betrokkene", MDTO)]
    assert sorted(actors) == ["", "https://identifier.overheid.nl/tooi/id/gemeente/gm0193"]
    assert "Nog niet bekend" in said(whole, "begripLabel")
    page = client.get("/besluiten/agenda/")
    assertContains(page, '<a href="/besluiten/agenda/archief.zip">Alles in één bestand voor het archief (zip)</a>')
    Dossier.objects.create(slug="later", title="Later", summary="X.", public_from=timezone.now() + timedelta(days=1))
    client.force_login(secretary)  # who sees a concept on its page, but no archive of what is not public
    assert client.get("/besluiten/later/archief.zip").status_code == 404
    page = client.get(paper.get_absolute_url())
    assertContains(page, f'<meta name="dcterms.subject" content="{LIST}c_db4862c3">')
    assertContains(page, "Woo-categorie: Vergaderstukken decentrale overheden.")


def test_a_consultation_is_one_zip_with_what_everyone_may_read_and_nothing_else(client, answered):
    address = "/consultaties/conceptagenda/archief.zip"
    Letter.objects.filter(pk=answered[0].letter_id).update(signed_name="Robin Raadslid")
    Consultation.objects.update(woo_category=WooCategory.ADVICE)
    contents = archive_at(client, address)
    documents = [
        *(f"consultatie.{form}" for form in ("json", "pdf")),
        *(
            f"{place}.{form}"
            for place in ("nota/nota", "reacties", "teksten/versie-1")
            for form in ("csv", "json", "pdf")
        ),
    ]
    assert missing(contents, documents) == ([], [])
    rows = holds(contents)
    everything = b"\n".join(content for path, content in contents.items() if not path.endswith(".pdf")).decode()
    assert "Reden overgenomen." in everything
    assert "Robin Raadslid" in contents["reacties.csv"].decode()  # who signed with it
    for secret in ("Alleen voor ons.", "Voor alle raden.", "raadslid@example.org"):
        assert secret not in everything
    assert rows["nota/nota.pdf"]["Titel"] == "Nota van beantwoording"
    for place in ("consultatie", "reacties", "nota/nota"):
        assert WooCategory.ADVICE.uri in contents[f"{place}.mdto.xml"].decode()
        told = pypdfium2.PdfDocument(contents[f"{place}.pdf"]).get_metadata_value("Keywords")
        assert told == f"Woo: Adviezen, {WooCategory.ADVICE.uri}"
    for page in ("", "nota/"):
        assertContains(client.get(f"/consultaties/conceptagenda/{page}"), f'content="{WooCategory.ADVICE.uri}"')
    assertContains(client.get("/consultaties/conceptagenda/"), f'<a href="{address}">Alles in één bestand')
    assert client.get(address, headers={"If-None-Match": client.get(address).headers["ETag"]}).status_code == 304


def test_a_consultation_without_answers_says_what_is_not_in_its_archive(client, open_consultation):
    contents = archive_at(client, f"/consultaties/{open_consultation.slug}/archief.zip")
    assert not [path for path in contents if path.startswith(("nota", "reacties"))]
    read_me = contents["LEESMIJ.txt"].decode()
    assert "De nota van beantwoording en de reacties: er staat nog geen antwoord op de site." in read_me
    assert "De waardering en de bewaartermijn: daarvoor is nog geen selectielijst gekozen." in read_me


def test_each_category_has_its_address_in_the_official_list():
    assert len(WooCategory) == 19  # the seventeen, what one does beyond them, and none chosen yet
    chosen = [one for one in WooCategory if one]
    assert all(re.fullmatch(r"c_[0-9a-f]{8}", one.value) and one.uri == LIST + one.value for one in chosen)
    assert WooCategory.NONE.uri == ""
