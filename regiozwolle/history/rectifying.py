"""What everyone could read and was put right: each such change has a line on the site, with the reason.

The lines come from the record, so that none can be forgotten, and they stay when their row is gone.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.models import Change
from regiozwolle.history.restoring import bring_back, put_back
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import Difference, Teller, called, models_by_table, with_names

NEEDS_REASON = (
    "U wijzigt iets wat op de site staat. Schrijf onderaan bij ‘Reden’ waarom: op de site komt te staan wat er eerst "
    "stond, met deze reden."
)
GOES_WITHOUT_REASON = (
    "U verwijdert iets wat op de site staat. Schrijf bij ‘Reden’ waarom: op de site komt te staan wat er stond, met "
    "deze reden."
)
# A new row is not put right; one that somebody put back is.
CAME_BACK = Q(before__isnull=True, act__words__in=[put_back.act, bring_back.act])
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
    is_back: bool


def public_changes(changes=Change.objects):
    """The changes with a line on the site: in a column that everyone could read, or such a row that goes or is back."""
    asked = Q(pk=None)
    for table, kept in TABLES.items():
        if kept.corrected:
            changed = Q(after__has_any_keys=list(kept.corrected), before__isnull=False)
            asked |= Q(table_name=table) & (changed | Q(after__isnull=True) | CAME_BACK)
    return changes.filter(asked)


def rectifications(changes):
    """The Rectifications of some of `public_changes`; what an example says is left out."""
    changes = list(changes)
    teller, there = Teller(changes), rows_there(changes)
    return [line for change in changes if (line := rectification(change, teller, there))]


def rows_there(changes):
    """The rows of `changes` that are there, by table and key; a query per table."""
    by_table = defaultdict(set)
    for change in changes:
        by_table[change.table_name].add(change.row_id)
    return {
        (table, row.pk): row
        for table, keys in by_table.items()
        for row in with_names(models_by_table()[table]).filter(pk__in=keys)
    }


def rectification(change, teller, there):
    """The line of one change, or None when only the way of writing changed, or when it is of an example."""
    model = models_by_table()[change.table_name]
    differences = teller.differences(model, *what_is_told(change))
    if not differences:
        return None
    row = there.get((change.table_name, change.row_id))
    was = row or teller.were.get(change.pk)
    if is_example(was):
        return None
    return Rectification(
        pk=change.pk,
        about=f"{capfirst(model._meta.verbose_name)} {called(was)}".strip(),
        address=address_of(row),
        differences=differences,
        on=timezone.localdate(change.made_at),
        reason=(change.act.reason if change.act else "") or WITHOUT_REASON,
        is_gone=change.after is None,
        is_back=change.before is None,
    )


def what_is_told(change):
    """The columns before and after that have a line; values that change have one on the list of corrections."""
    kept = TABLES[change.table_name]
    is_whole = change.after is None or change.before is None
    told = {*kept.corrected, *(kept.values if is_whole else ())}
    return [
        {name: value for name, value in (state or {}).items() if name in told}
        for state in (change.before, change.after)
    ]


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
