"""What stood in a calendar and was deleted since, so that those who have it hear that it lapsed."""

from datetime import timedelta

from django.utils import timezone

from partners.ground.history.records import Change
from partners.ground.state.prepared_rows import PreparedRows

A_YEAR = timedelta(days=365)


def lapsed_rows(table, part_of, *, since, but_not):
    """The Changes that deleted a row of `table` that belonged to the row `part_of`, one for each, of a year at most.

    `part_of` may be a queryset of such keys.
    Only those made since the moment `since`, from which everyone could read them: None is never. `but_not` are the
    keys of the rows that there are, such as one that was brought back.

    The question holds a day and no moment of a row, so that it can be asked again: see docs/decisions/0066.
    """
    if since is None:
        return []
    last = LAPSED.ask(table, part_of) if isinstance(part_of, int) else deleted(table).filter(part_of_id__in=part_of)
    return [change for change in last if change.made_at >= since and change.row_id not in but_not]


def deleted(table):
    """The last Change of each row of `table` that was deleted within a year."""
    found = Change.objects.filter(table_name=table, after__isnull=True)
    found = found.filter(made_at__date__gte=timezone.localdate() - A_YEAR)
    return found.order_by("row_id", "-pk").distinct("row_id")


LAPSED = PreparedRows(lambda table, part_of: deleted(table).filter(part_of_id=part_of))
