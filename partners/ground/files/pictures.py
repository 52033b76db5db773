"""A picture that somebody uploads: what is kept is drawn anew from it, small and without anything but its pixels."""

import logging
import subprocess
import sys
from pathlib import Path

from django import forms
from django.core.files.base import ContentFile

from partners.ground.files.uploads import LimitedFileField

logger = logging.getLogger(__name__)

PROCESS = Path(__file__).resolve().with_name("redrawing.py")
SECONDS = 20
PNG = "image/png"
NO_PICTURE = "kies een png, jpeg, webp of svg. Dit bestand is dat niet, is beschadigd, te groot, of wijst naar buiten."


class PictureField(LimitedFileField):
    """A png, jpeg, webp or svg, known by what is in it; its value is a small png that was drawn from it."""

    def to_python(self, data):
        upload = super().to_python(data)
        return ContentFile(redrawn(upload.read()), "picture.png") if upload else None


def redrawn(content):
    """The picture in `content` as the bytes of a png. Raises ValidationError for what is no picture of ours."""
    command = [sys.executable, "-I", str(PROCESS)]
    try:
        process = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise forms.ValidationError(NO_PICTURE, code="no_picture") from error
    if process.returncode or not process.stdout:
        logger.warning("A picture cannot be drawn: %s", process.stderr[-300:].decode(errors="replace"))
        raise forms.ValidationError(NO_PICTURE, code="no_picture")
    return process.stdout
