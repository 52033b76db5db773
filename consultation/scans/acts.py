"""Putting a scan with a letter that was typed in, and taking it away."""

from consultation.models import Channel, Letter, Scan
from partners.ground import files, history
from partners.ground.refusal import Refused

NO_FILE = "Alleen bij wat niet op de site binnenkwam, hoort een scan."
IS_GONE = "Er staat geen scan meer bij deze reactie."


@history.act("scan bij een reactie gezet")
def put_scan(*, letter, upload, description):
    """Puts a file, as PaperField gives it, with `letter`; an earlier one goes. Raises Refused."""
    letter = Letter.objects.select_for_update().still_there(letter)
    if letter.channel == Channel.SITE or letter.revises_id:
        raise Refused(NO_FILE)
    name = f"ingekomen/{letter.pk}.{upload.name.rpartition('.')[2]}"
    stored = files.store(upload, name=name, content_type=upload.content_type)
    scan, _ = Scan.objects.update_or_create(letter=letter, defaults={"file": stored, "description": description})
    return scan


@history.act("scan van een reactie weggehaald")
def take_scan_away(*, letter):
    """Takes the scan of `letter` away; the clock clears the file. Raises Refused when it is gone."""
    letter = Letter.objects.select_for_update().still_there(letter)
    deleted, _ = Scan.objects.filter(letter=letter).delete()
    if not deleted:
        raise Refused(IS_GONE)
