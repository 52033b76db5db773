"""What a file may not hold: something that runs by itself, or what a scanner for malware knows.

The scanner is the host's own choice: UPLOAD_SCANNER is a command that reads the file from its input, and ends with 0
when it is clean and with 1 when it is not, as `clamdscan -` does. When it cannot say, the file is not taken.
"""

import shlex
import subprocess
import zipfile

from django import forms
from django.conf import settings

CLEAN, FOUND = 0, 1
TIME = 30  # seconds
# What begins by itself when somebody opens a PDF, as its objects call it; and what holds the macros of a docx.
RUNS_IN_PDF = (b"/JavaScript", b"/Launch", b"/RichMedia")
RUNS_IN_ZIP = ("vbaproject.bin", "basic/script-lc.xml", "scripts/")
HAS_PROGRAM = "kies een bestand zonder programma erin. Dit bestand kan zelf iets uitvoeren als iemand het opent."
REFUSED = "kies een ander bestand. De virusscanner heeft dit bestand geweigerd."
NO_ANSWER = "probeer het over een paar minuten opnieuw. De virusscanner geeft nu geen antwoord."


def check(upload):
    """Raises ValidationError when the file may not be taken; it is left at its beginning."""
    try:
        if runs_by_itself(upload):
            raise forms.ValidationError(HAS_PROGRAM, code="program")
        upload.seek(0)
        if settings.UPLOAD_SCANNER:
            scan(upload.read())
    finally:
        upload.seek(0)


def runs_by_itself(upload):
    """Whether a PDF or an office file holds something that runs."""
    upload.seek(0)
    content = upload.read()
    if content.startswith(b"%PDF-"):
        return any(name in content for name in RUNS_IN_PDF)
    upload.seek(0)
    if not zipfile.is_zipfile(upload):
        return False
    with zipfile.ZipFile(upload) as archive:
        return any(part in name.casefold() for name in archive.namelist() for part in RUNS_IN_ZIP)


def scan(content):
    """Raises ValidationError when the scanner refuses `content`, or does not say."""
    try:
        done = subprocess.run(shlex.split(settings.UPLOAD_SCANNER), input=content, capture_output=True, timeout=TIME)
        ended = done.returncode
    except (OSError, subprocess.TimeoutExpired):
        ended = None
    if ended == FOUND:
        raise forms.ValidationError(REFUSED, code="malware")
    if ended != CLEAN:
        raise forms.ValidationError(NO_ANSWER, code="no_scanner")
