"""What everyone could read and was put right: each such change has a line on the site, with the reason.

The lines come from the record, so that none can be forgotten, and they stay when their row is gone.
"""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.models import Change
from partners.ground.publishing import Publishable
from partners.models import Partner
from regiozwolle.history.restoring import bring_back, put_back
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import Difference, Teller, called, changes_of, models_by_table, with_names
from results.actions.corrections import correct
from results.models import Programme, Project

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
# How the refusals of the database begin that a reason takes away.
SAY_WHY = "Schrijf waarom"
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
    is_example: bool


corrected = attrgetter("corrected")


def retold(kept):
    """All columns of which the page of what it is about says how they changed."""
    return (*kept.corrected, *kept.retold)


def public_changes(changes=Change.objects, columns=corrected):
    """The changes with a line on the site: in a column that everyone could read, or such a row that goes or is back."""
    asked = Q(pk=None)
    for table, kept in TABLES.items():
        if told := list(columns(kept)):
            changed = Q(after__has_any_keys=told, before__isnull=False)
            asked |= Q(table_name=table) & (changed | Q(after__isnull=True) | CAME_BACK)
    return changes.filter(asked)


def rectifications(changes, columns=corrected, *, of_examples=False):
    """The Rectifications of some of `public_changes`, without what an example says unless `of_examples`."""
    changes = list(changes)
    teller, there = Teller(changes), rows_there(changes)
    lines = [rectification(change, columns, teller, there) for change in changes]
    return [line for line in lines if line and (of_examples or not line.is_example)]


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


def rectification(change, columns, teller, there):
    """The line of one change, or None when only the way of writing changed, or of a concept."""
    model = models_by_table()[change.table_name]
    told = columns(TABLES[change.table_name])
    before, after = (
        {name: value for name, value in (state or {}).items() if name in told}
        for state in (change.before, change.after)
    )
    differences = teller.differences(model, before, after)
    if not differences:
        return None
    row, was = there.get((change.table_name, change.row_id)), subject(change, teller, there)
    if was_concept(was, change.made_at):
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
        is_example=is_example(was),
    )


def subject(change, teller, there):
    """The row of a change as it is, or as it was when it is gone."""
    return there.get((change.table_name, change.row_id)) or teller.were.get(change.pk)


# From a row to what says whether it is an example.
EXAMPLES = (
    "is_example",
    "indicator.is_example",
    "partner.is_example",
    "track.dossier.is_example",
    "element.agenda.is_example",
    "programme.is_example",
    "project.programme.is_example",
)


def is_example(row):
    """Whether what `row` belongs to was invented for the demo."""
    for path in EXAMPLES:
        try:
            if attrgetter(path)(row):
                return True
        except (AttributeError, ObjectDoesNotExist):
            continue
    return False


# From a row without a page of its own to what shows it.
SHOWN_AT = ("indicator", "track.dossier", "programme", "project", "element", "partner")


def was_concept(row, at):
    """Whether what `row` is or belongs to was not on the site yet at the moment `at`, so that nobody read it."""
    things = [row]
    for path in SHOWN_AT:
        with suppress(AttributeError, ObjectDoesNotExist):
            things.append(attrgetter(path)(row))
    found = [thing for thing in things if isinstance(thing, Publishable)]
    return any(thing.public_from is None or thing.public_from > at for thing in found)


def address_of(row):
    """Where `row` is shown on the site, or "" when it is no more or nothing shows it."""
    for path in ("get_absolute_url", *(f"{path}.get_absolute_url" for path in SHOWN_AT)):
        try:
            return attrgetter(path)(row)()
        except (AttributeError, ObjectDoesNotExist):
            continue
    return ""


# What belongs in the history of something else too: of which kind of thing, and the column that names it.
NAMED_IN = {
    "agenda_participation": {Partner: "partner_id"},
    "results_funding": {Project: "project_id", Programme: "programme_id"},
}
# A page tells no more lines than these, the newest.
ON_A_PAGE = 50


def naming(thing):
    """The condition on changes of rows that name `thing`, or did when they went, and are no part of it."""
    found = Q(pk=None)
    for table, columns in NAMED_IN.items():
        if column := columns.get(type(thing)):
            rows = models_by_table()[table]._base_manager.filter(**{column: thing.pk}).values("pk")
            went = Q(after__isnull=True, **{f"before__{column}": thing.pk})
            found |= Q(table_name=table) & (Q(row_id__in=rows) | went)
    return found


def rectified_of(thing):
    """The Rectifications of `thing`, of its parts and of what names it, the newest first and no more than ON_A_PAGE.

    Without the values that stand on the list of corrections.
    """
    changes = changes_of(type(thing), thing.pk, TABLES, naming(thing))
    changes = public_changes(changes, retold).exclude(act__words=correct.act)
    changes = list(changes[:ON_A_PAGE])
    return rectifications(changes, retold, of_examples=True) if changes else []


def lacks_its_reason(error):
    """Whether the database refused a change because nobody said why."""
    return str(error.__cause__).startswith(SAY_WHY)


def corrects_in_the_open():
    """Whether the act that goes on at this moment changed what everyone could read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('portal.act', true), '')")
        (act,) = cursor.fetchone()
    changes = list(public_changes().select_related("act").filter(act_id=int(act))) if act.isdecimal() else []
    teller, there = Teller(changes), rows_there(changes)
    return any(not was_concept(subject(change, teller, there), change.made_at) for change in changes)
