"""What happens on which day at the bodies of a board, as lists of lines under headings."""

from datetime import timedelta
from itertools import groupby

from django.utils import timezone

from consultation.deciding.models import Position, Rule
from partners.ground.templatetags.dutch import counted, day

DECLINES = "behandelt dit niet"


def term_of(dossier):
    """From when until when the bodies can decide, as a sentence; "" when nothing is known of it."""
    first, last, today = dossier.decide_from, dossier.decide_by, timezone.localdate()
    if last is None:
        verb = "kan" if first and first > today else "kon"
        return f"Besluiten {verb} vanaf {day(first)}. Tot wanneer is nog niet bekend." if first else ""
    begins = f"van {day(first)} " if first else ""
    if last < today:
        return f"Besluiten kon {begins}tot en met {day(last)}. Die tijd is voorbij."
    left = (last - today).days
    ends = "Vandaag is de laatste dag." if left == 0 else f"Nog {counted(left, 'dag,dagen')}."
    return f"Besluiten kan {begins}tot en met {day(last)}. {ends}"


def carried_since(dossier):
    """With whose decision the rule was met, and when, as a sentence; "" without a rule, or as long as it is not met.

    Only what holds today is counted: a body that decided again agrees since its newest decision.
    """
    if not dossier.carried.is_carried:
        return ""
    agreed = [track for track in dossier.counted_tracks if dossier.position_of(track) == Position.AGREED]
    if dossier.rule == Rule.KIND:
        agreed = [track for track in agreed if track.body.kind == dossier.rule_kind]
    newest = [(max(track.decided().values(), key=lambda one: one.decided_on), track) for track in agreed]
    newest.sort(key=lambda one: one[0].decided_on)
    last, track = newest[dossier.carried.needed - 1]
    whose = f"het besluit van {track.body.in_sentence} ({last.when})"
    return f"Het aantal is gehaald met {whose}. Dat telt deze site uit de besluiten."


def by_week(rows):
    """('Week van 3 mei 2027', lines) of the steps that are planned in each week, and who has no day, at the end."""
    ahead = [(step, row) for row in rows for step in row.track.steps_ahead()]
    ahead.sort(key=lambda one: (one[0].planned_on, one[1].track.name))
    weeks = groupby(ahead, key=lambda one: one[0].planned_on - timedelta(days=one[0].planned_on.weekday()))
    found = [
        (f"Week van {day(monday)}", [row.line(step.when, step.what) for step, row in steps]) for monday, steps in weeks
    ]
    without = [row.line("Nog geen dag", row.known.position.label.lower()) for row in rows if is_without_day(row)]
    return [*found, ("Moet nog besluiten", without)] if without else found


def is_without_day(row):
    """Whether a body has still to decide and no day is known for it."""
    return row.known.position.is_open and not row.track.next_step()


def by_year(rows):
    """(Year, lines) of all that happened and of what is planned, the first day at the front."""
    told = [(step.on, row, step.when, step.what, step.state) for row in rows for step in row.track.known_steps]
    told += [
        (decision.decided_on, row, decision.when, decision.told, "")
        for row in rows
        for decision in row.track.decisions.all()
        if decision.decided_on <= timezone.localdate()
    ]
    told += [
        (row.track.declined_on, row, day(row.track.declined_on), DECLINES, "") for row in rows if row.track.declines()
    ]
    told.sort(key=lambda one: (one[0], one[1].track.name))
    years = groupby(told, key=lambda one: one[0].year)
    return [(str(year), [row.line(*words) for _, row, *words in lines]) for year, lines in years]
