"""Who pays in which year: who takes part on its first of January. And of who does not pay, why."""

from datetime import date

from django.utils import timezone

from partners.ground.templatetags.dutch import day
from results.models import Payer


def pays(part):
    """Whether a Participation is one to pay for."""
    return part.partner.kind in Payer.values and part.takes_part and not part.only_follows


def takes_part_in(part, year):
    """Whether the participation holds on 1 January of `year`; an end that is not known lies open."""
    return part.holds_on(date(year, 1, 1))


def standing_in(parts, year, today=None):
    """What is known of a partner in a year in which it does not pay, from all its Participations; "" for nothing.

    'doet niet mee', 'doet later mee' and '' are different things: the last is not known. It is told on the day `today`,
    without on this day.
    """
    first = date(year, 1, 1)
    ahead = sorted((part for part in parts if begins_after(part, first)), key=lambda part: part.starts_on)
    return (
        following(parts, first)
        or joining(ahead, year, today or timezone.localdate())
        or refusing(parts, year)
        or coming(ahead)
        or later_or_before(parts, first)
    )


def following(parts, first):
    return "volgt, betaalt niet mee" if any(part.only_follows and part.holds_on(first) for part in parts) else ""


def joining(ahead, year, today):
    """What is said of who joins during `year`: 'doet mee sinds 1 juli 2026; betaalt vanaf 2027'.

    `ahead` are the participations that begin after its first day, the earliest first.
    """
    if not ahead or ahead[0].starts_on.year != year:
        return ""
    part = ahead[0]
    since = "sinds" if part.starts_on <= today else "vanaf"
    stays = not part.only_follows and takes_part_in(part, year + 1)
    pays_from = f"; betaalt vanaf {year + 1}" if stays else ""
    return f"doet mee {since} {day(part.starts_on)}{pays_from}"


def refusing(parts, year):
    return "doet niet mee" if any(part.is_refused and holds_in(part, year) for part in parts) else ""


def coming(ahead):
    return f"doet mee vanaf {day(ahead[0].starts_on)}" if ahead else ""


def holds_in(part, year):
    """Whether it says something of the begin or the end of `year`."""
    return part.holds_on(date(year, 1, 1)) or part.holds_on(date(year, 12, 31))


def begins_after(part, first):
    """Whether it says that the partner takes part from a day after `first`."""
    return part.takes_part and part.starts_on is not None and part.starts_on > first


def later_or_before(parts, first):
    """Of who takes part neither on the day `first` nor from a day that is known: that it will, or until when it did."""
    if any(part.is_for_later for part in parts):
        return "doet later mee"
    ended = [part.last_day for part in parts if part.takes_part and part.last_day and part.last_day < first]
    return f"deed mee tot en met {day(max(ended))}" if ended else ""
