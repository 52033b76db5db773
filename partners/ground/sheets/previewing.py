"""What travels from a preview of a sheet to its confirmation, as signed text in the page: so nothing is kept."""

import json
from typing import TypedDict

from django.core import signing
from django.core.exceptions import BadRequest

from partners.ground.sheets.reading import Remark

SALT = "partners.ground.sheets.admin"
HOUR = 3600  # seconds that a preview may be confirmed
SHOWN = 200
CHANGED_SINCE = "Intussen is er iets veranderd in de portal. Kijk opnieuw wat er gebeurt en bevestig dan."
TOO_OLD = "Deze controle is ouder dan een uur. Kies het bestand opnieuw."


class SignedPreview(TypedDict):
    """Rows and notes as in a `Sheet`, and a digest of what it does."""

    rows: list[tuple[int, dict[str, str]]]
    notes: list[tuple[int, str, str]]
    digest: str


def keep_nothing(result):
    """For a preview: whatever the ImportResult is, it is undone."""
    return False


def signed(rows, notes, result, *, salt=SALT):
    """The text that confirms `result`, an ImportResult of `rows` with `notes`; "" when it changes nothing."""
    if not result or not result.changes:
        return ""
    told = [(note.row, note.column, note.message) for note in notes]
    return signing.dumps(SignedPreview(rows=rows, notes=told, digest=digest_of(result)), salt=salt, compress=True)


def opened(text, *, salt=SALT):
    """The SignedPreview that was sent; None when it is too old. Raises BadRequest for a forgery."""
    try:
        read: SignedPreview = signing.loads(text, salt=salt, max_age=HOUR)
    except signing.SignatureExpired:
        return None
    except signing.BadSignature as error:
        raise BadRequest("Dit formulier klopt niet.") from error
    return read


def notes_of(preview):
    """The Remarks that came with a SignedPreview."""
    return [Remark(*note) for note in preview["notes"]]


def digest_of(result):
    """All that an ImportResult would change, in one short text to compare by."""
    changes = [[change.row, change.name, change.is_new, change.differences] for change in result.changes]
    left = [[remark.row, remark.message] for remark in result.left]
    return signing.Signer(salt=SALT).signature(json.dumps([changes, result.unchanged, left]))
