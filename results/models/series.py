"""How long what was measured counts as recent."""

from calendar import monthrange
from datetime import date


def months_after(start, months):
    """The day `months` later, or the last of its month when that has no such day."""
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))
