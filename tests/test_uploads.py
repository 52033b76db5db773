"""What a file may not hold, and what a scanner for malware has to say of it."""

import sys
import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from partners.ground.files.uploads import DOCX, MB, ODT, LimitedFileField, PaperField
from partners.ground.files.uploads import PDF as KIND_OF_PDF

PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n"


def zipped(*names):
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return held.getvalue()


def taken(content):
    """What the field makes of a file, or why it is refused."""
    try:
        upload = PaperField(limit=MB).clean(SimpleUploadedFile("stuk.pdf", content))
    except ValidationError as refusal:
        return refusal.code if hasattr(refusal, "code") else refusal.error_list[0].code
    return upload.read()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PDF, PDF),
        (PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript >>"), "program"),
        (PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /Launch >>"), "program"),
        (zipped("word/document.xml", "word/vbaProject.bin"), "program"),
        (zipped("word/document.xml"), zipped("word/document.xml")),
    ],
)
def test_a_file_in_which_something_runs_is_refused(content, said):
    assert taken(content) == said


def in_odt(kind):
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", "x")
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "name"),
    [
        (PDF, KIND_OF_PDF, "stuk.pdf"),
        (zipped("word/document.xml"), DOCX, "stuk.docx"),
        (in_odt(ODT), ODT, "stuk.odt"),
    ],
)
def test_the_kind_of_a_paper_is_what_is_in_it_whatever_it_is_called(content, kind, name):
    upload = PaperField(limit=MB).clean(SimpleUploadedFile("stuk.exe", content, content_type="text/html"))
    assert (upload.content_type, upload.name) == (kind, name)


@pytest.mark.parametrize("content", [b"<script>x</script>", PDF[:-6], zipped("x"), in_odt("text/html"), b"PK\3\4"])
def test_a_paper_that_is_called_a_pdf_and_is_none_is_refused(content):
    assert taken(content) == "no_paper"


def test_a_scanner_that_finds_something_refuses_the_file(settings):
    reads = "import sys; sys.exit(1 if b'EICAR' in sys.stdin.buffer.read() else 0)"
    settings.UPLOAD_SCANNER = f'{sys.executable} -c "{reads}"'
    assert taken(PDF) == PDF
    assert taken(PDF.replace(b"/Catalog", b"/EICAR")) == "malware"
    assert pytest.raises(ValidationError, LimitedFileField(limit=MB).clean, SimpleUploadedFile("x", b"EICAR"))
    for broken in ("/bestaat/niet", f'{sys.executable} -c "import sys; sys.exit(2)"'):
        settings.UPLOAD_SCANNER = broken
        assert taken(PDF) == "no_scanner"
