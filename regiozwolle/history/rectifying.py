"""What everyone could read and was put right: each such change has a line on the site, with the reason.

The lines come from the record, so that none can be forgotten, and they stay when their row is gone.
"""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.models import Change
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import Difference, Teller, called, models_by_table, row_of

NEEDS_REASON = (
    "U wijzigt iets wat op de site staat. Schrijf onderaan bij ‘Reden’ waarom: op de site komt te staan wat er eerst "
    "stond, met deze reden."
)
WITHOUT_REASON = "Geen reden opgeschreven."


@dataclass(frozen=True)
class Rectification:
    """One line: what it is about and where that is, a Difference per field, the day and the reason."""

    pk: int
    about: str
    address: str
    differences: list[Difference]
    on: date
    reason: str
    is_gone: bool


def public_changes(changes=Change.objects):
    """The changes with a line on the site: in a column that everyone could read, or the end of such a row."""
    asked = Q(pk=None)
    for table, kept in TABLES.items():
        if kept.corrected:
            asked |= Q(table_name=table) & (Q(after__has_any_keys=list(kept.corrected)) | Q(after__isnull=True))
    return changes.filter(asked, before__isnull=False)


def rectifications(changes):
    """The Rectifications of some of `public_changes`; what an example says is left out."""
    changes = list(changes)
    teller = Teller(changes)
    return [line for change in changes if (line := rectification(change, teller))]


def rectification(change, teller):
    """The line of one change, or None when only the way of writing changed, or when it is of an example."""
    model = models_by_table()[change.table_name]
    corrected = TABLES[change.table_name].corrected
    before = {name: value for name, value in change.before.items() if name in corrected}
    after = {name: value for name, value in (change.after or {}).items() if name in corrected}
    differences = teller.differences(model, before, after)
    if not differences:
        return None
    row = model._base_manager.filter(pk=change.row_id).first()
    if is_example(row or row_of(model, change.before)):
        return None
    return Rectification(
        pk=change.pk,
        about=f"{capfirst(model._meta.verbose_name)} {row or called(model, change.before)}".strip(),
        address=address_of(row),
        differences=differences,
        on=timezone.localdate(change.made_at),
        reason=(change.act.reason if change.act else "") or WITHOUT_REASON,
        is_gone=change.after is None,
    )


# From a row to what says whether it is an example.
EXAMPLES = ("is_example", "indicator.is_example", "track.dossier.is_example", "element.agenda.is_example")


def is_example(row):
    """Whether what `row` belongs to was invented for the demo."""
    for path in (*EXAMPLES, "programme.is_example", "project.programme.is_example"):
        try:
            if attrgetter(path)(row):
                return True
        except (AttributeError, ObjectDoesNotExist):
            continue
    return False


def address_of(row):
    """Where `row` is shown on the site, or "" when it has no page of its own."""
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else ""


def corrects_in_the_open():
    """Whether the act that goes on at this moment changed what everyone could read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('portal.act', true), '')")
        (act,) = cursor.fetchone()
    return act.isdecimal() and public_changes().filter(act_id=int(act)).exists()
