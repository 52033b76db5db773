"""Who is to decide on which day: a line true to scale in days, and the same as a list where it is narrow."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.dates import MONTHS_3
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator, capfirst

from partners.ground.templatetags.dutch import counted, day, weekday

WIDTH, LEFT, RIGHT, RAIL, HEIGHT = 880, 12, 868, 92, 184
LEAST_DAYS, AFTER = 28, 7  # how many days are drawn at least, and beyond the last
MOST_LABELS, APART = 6, 80  # more labels, or two that stand closer, become one per week
SAME_SIDE = 176  # units between two labels above, or below
TITLE = 19  # characters of a label


@dataclass(frozen=True)
class Turn:
    """What happens on a day, or in the week that begins with it: who decides, in short and in full."""

    on: date
    when: str
    short: str
    told: str
    address: str


@dataclass(frozen=True)
class Pause:
    """A stretch of days in which bodies that have to decide are in recess; `whose` says of how many it is."""

    starts_on: date
    ends_on: date
    name: str
    whose: str

    @property
    def told(self):
        return f"{capfirst(self.name)}{self.whose}, {short(self.starts_on)} tot en met {short(self.ends_on)}"


@dataclass(frozen=True)
class Course:
    """The days to come of a dossier. `ends_on` is the last day for a decision, None when it is not known or over."""

    today: date
    turns: list
    pauses: list
    ends_on: date | None

    @property
    def last(self):
        """The last day that is drawn."""
        ends = [turn.on for turn in self.turns] + [self.ends_on] * bool(self.ends_on)
        return max(ends) + timedelta(days=AFTER) if ends else self.today

    def x(self, on):
        """The place of a day on the line; what lies after it is put at its end."""
        days = max((self.last - self.today).days, LEAST_DAYS)
        share = min(max((on - self.today).days / days, 0), 1)
        return round(LEFT + share * (RIGHT - LEFT))

    @property
    def drawn(self):
        """The line with all that stands on it, as SVG."""
        return format_html("{}{}{}{}", self.rail, self.recesses, self.end, self.dots)

    @property
    def rail(self):
        line = '<path class="rail" d="M{} {}H{}"/><path class="today" d="M{} {}v24"/>'
        words = '<text class="now" x="{}" y="{}">Nu, {}</text>'
        places = (LEFT, RAIL, RIGHT, LEFT, RAIL - 12, LEFT, RAIL + 34)
        return format_html(line + words, *places, short(self.today))

    @property
    def recesses(self):
        shown = [pause for pause in self.pauses if pause.starts_on <= self.last]
        spans = ((self.x(pause.starts_on), self.x(pause.ends_on)) for pause in shown)
        bars = ((x, RAIL - 7, max(x2 - x, 2)) for x, x2 in spans)
        return format_html_join("", '<rect class="recess" x="{}" y="{}" width="{}" height="14"/>', bars)

    @property
    def end(self):
        if self.ends_on is None:
            return ""
        x = self.x(self.ends_on)
        return format_html('<path class="end" d="M{} {}v36"/>', x, RAIL - 18)

    @property
    def dots(self):
        """A dot for each turn, the first one filled, with its words above and below in turn as far as they fit."""
        drawn, taken = [], {True: -SAME_SIDE, False: LEFT}
        for place, turn in enumerate(self.turns):
            x, is_above = self.x(turn.on), place % 2 == 0
            words = self.label(turn, x, is_above) if x - taken[is_above] >= SAME_SIDE or place == 0 else ""
            if words:
                taken[is_above] = x
            circle = '<circle class="{}" cx="{}" cy="{}" r="{}"/>'
            dot = format_html(circle, "next" if place == 0 else "turn", x, RAIL, 8 if place == 0 else 7)
            drawn.append((turn.address, f"{turn.when}: {turn.told}", dot, words))
        return format_html_join("\n", '<a href="{}" aria-label="{}">{}{}</a>', drawn)

    def label(self, turn, x, is_above):
        """Two lines of words at a place: who, and when."""
        first = RAIL - 50 if is_above else RAIL + 58
        anchor = "end" if x > RIGHT - SAME_SIDE else "start"
        line = '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>'
        who = Truncator(turn.short).chars(TITLE)
        return format_html_join(
            "", line, [("name", x, first, anchor, who), ("", x, first + 22, anchor, short(turn.on))]
        )

    @property
    def described(self):
        """The recesses, which are drawn without words of their own, in sentences."""
        return [f"{pause.told}." for pause in self.pauses if pause.starts_on <= self.last]

    @property
    def lines(self):
        """The turns as lines of a list, as safe HTML."""
        line = '<strong>{}</strong> <a href="{}">{}</a>'
        return [format_html(line, turn.when, turn.address, capfirst(turn.told)) for turn in self.turns]


def course_of(board):
    """The Course of the dossier of a Board; None when nothing is planned and no last day is ahead."""
    dossier, today = board.dossier, timezone.localdate()
    ends_on = dossier.decide_by if dossier.decide_by and dossier.decide_by >= today else None
    ahead = [(track.next_step(), track) for track in dossier.next_tracks]
    if not ahead and ends_on is None:
        return None
    waiting = [track for track in dossier.counted_tracks if dossier.position_of(track).is_open]
    turns = [turn_of(step, track, board) for step, track in ahead]
    course = Course(today, turns, pauses_of(waiting, today), ends_on)
    return Course(today, per_week(ahead, board), course.pauses, ends_on) if is_crowded(course) else course


def is_crowded(course):
    """Whether a label for each body would not fit."""
    places = [course.x(turn.on) for turn in course.turns]
    return len(places) > MOST_LABELS or any(second - first < APART for first, second in pairwise(places))


def turn_of(step, track, board):
    when = step.date_text or capfirst(weekday(step.planned_on))
    what = f"{track.body} {step.what}"
    return Turn(step.planned_on, when, track.body.partner.name, what, board.place_of(track))


def per_week(ahead, board):
    """A Turn for each week in which anybody decides; of one body alone in its week all is told."""
    found = []
    for monday, several in groupby(ahead, key=lambda one: monday_of(one[0].planned_on)):
        week = list(several)
        if len(week) == 1:
            found.append(turn_of(*week[0], board))
        else:
            count = counted(len(week), "orgaan,organen")
            first = week[0][0].planned_on
            names = ", ".join(track.body.partner.name for _, track in week)
            found.append(Turn(first, f"Week van {day(monday)}", count, f"{count}: {names}", board.weeks_address))
    return found


def pauses_of(tracks, today):
    """The recesses still to come of the bodies in `tracks`; those that overlap are one."""
    prefetch_related_objects(tracks, "body__recesses")
    known = sorted(
        ((one.starts_on, one.ends_on, one.name, track.pk) for track in tracks for one in track.body.recesses.all()),
    )
    joined = []
    for starts_on, ends_on, name, key in known:
        if ends_on < today:
            continue
        if joined and starts_on <= joined[-1][1]:
            first, last, names, keys = joined[-1]
            joined[-1] = (first, max(last, ends_on), names | {name}, keys | {key})
        else:
            joined.append((starts_on, ends_on, {name}, {key}))
    return [pause_of(*one, len(tracks)) for one in joined]


def pause_of(starts_on, ends_on, names, keys, total):
    """A Pause; of recesses that are not called the same it is a recess, and it says when not all are in it."""
    whose = "" if len(keys) == total else f" van {len(keys)} van de {total} die nog besluiten"
    return Pause(starts_on, ends_on, next(iter(names)) if len(names) == 1 else "reces", whose)


def monday_of(on):
    return on - timedelta(days=on.weekday())


def short(on):
    """A day without its year: '24 jun'."""
    return f"{on.day} {MONTHS_3[on.month]}"
