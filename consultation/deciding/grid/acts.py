"""Writing what was entered in the grid."""

from consultation.deciding.entering.acts import CHANGED, write
from consultation.deciding.grid.sheet import NO_REASON, GridSheet
from partners.ground import history
from partners.ground.refusal import Refused


@history.act("rooster ingevoerd", reason="reason")
def save_grid(*, dossier, sent, read, reason):
    """Writes every row of what was `sent` that is right, and returns the GridSheet of it; the others stay unsaved.

    `read` is the digest of what whoever sent it read. Raises Refused when it would change something else by now.
    """
    sheet = GridSheet(dossier, sent, locked=True)
    if sheet.digest != read:
        raise Refused(CHANGED)
    if sheet.asks_reason and not reason:
        raise Refused(NO_REASON)
    for row in sheet.changing:
        write(row.plan, row.entry, as_clerk=False)
    return sheet
