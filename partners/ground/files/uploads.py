"""Files as they come in: held in memory, never on a disk, and refused when they are too large for their kind."""

import zipfile
import zlib
from io import SEEK_END, BytesIO
from pathlib import PurePath

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from partners.ground.files import scanning

MB = 1024 * 1024  # bytes
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ENDINGS = {PDF: "pdf", DOCX: "docx", ODT: "odt"}


class DiscardedUpload(UploadedFile):
    """An upload of which only name and size are known: the request was larger than any form takes."""


class DiscardingUploadHandler(FileUploadHandler):
    """Reads what is too large to hold in memory without keeping it, so that the field can say so in its own words.

    Comes behind Django's MemoryFileUploadHandler, which takes all that FILE_UPLOAD_MAX_MEMORY_SIZE allows.
    """

    def receive_data_chunk(self, raw_data, start):
        return None

    def file_complete(self, file_size):
        return DiscardedUpload(BytesIO(), self.file_name, self.content_type, file_size, self.charset)


class LimitedFileField(forms.FileField):
    """A file of at most `limit` bytes, whole megabytes, in which nothing runs by itself."""

    default_error_messages = {
        "empty": "kies een ander bestand. Dit bestand is leeg.",
        "contradiction": "kies een bestand, of haal het weg",
        "max_length": "geef het bestand een kortere naam",
    }

    def __init__(self, *, limit, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def to_python(self, data):
        upload = super().to_python(data)
        if upload and (upload.size > self.limit or isinstance(upload, DiscardedUpload)):
            raise forms.ValidationError(f"kies een bestand van hooguit {self.limit // MB} MB", code="too_large")
        if upload:
            scanning.check(upload)
        return upload


class PaperField(LimitedFileField):
    """A PDF, docx or odt, known by what is in it and not by what it is called; the upload then has its content_type."""

    def to_python(self, data):
        upload = super().to_python(data)
        if upload is None:
            return None
        kind = kind_of(upload)
        if kind is None:
            raise forms.ValidationError(
                "kies een PDF, docx of odt. Dit bestand is dat niet, of het is beschadigd.", code="no_paper"
            )
        upload.content_type = kind
        upload.name = f"{PurePath(upload.name).stem or 'stuk'}.{ENDINGS[kind]}"
        return upload


def ask_again(form, name):
    """Says at the file field `name` that it is to be chosen once more, when `form` comes back for something else."""
    if form.errors and form.cleaned_data.get(name):
        form.add_error(name, "kies het bestand opnieuw. Uw browser bewaart het niet.")


def kind_of(upload):
    """PDF, DOCX or ODT by what is in the file, or None; it is left at its beginning."""
    try:
        return pdf_or_zip(upload)
    finally:
        upload.seek(0)


def pdf_or_zip(upload):
    begin = upload.read(1024)
    if begin.startswith(b"%PDF-"):
        size = upload.seek(0, SEEK_END)
        upload.seek(max(size - 1024, 0))
        return PDF if b"%%EOF" in upload.read() else None
    try:
        with zipfile.ZipFile(upload) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return DOCX
            is_text = "content.xml" in names and "mimetype" in names and archive.read("mimetype").decode() == ODT
            return ODT if is_text else None
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return None
