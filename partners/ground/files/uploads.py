"""Files as they come in: held in memory, never on a disk, and refused when they are too large for their kind."""

from io import BytesIO

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MB = 1024 * 1024  # bytes


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
    """A file of at most `limit` bytes, whole megabytes."""

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
        return upload
