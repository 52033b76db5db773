"""What became of each target: judged on its own date, by what was measured around it, also when it is long past."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.utils import timezone

from partners.ground.models import Change
from partners.ground.templatetags.dutch import day, listed, measured
from results.models import Direction, Measurement, Target, TargetWord

PER_PARTNER = "Dit cijfer is er per partner. Of partners samen een doel halen, zeggen wij niet."
NO_DIRECTION = "Welke kant beter is, is niet bepaald."
WRONG_WAY = "Het doel ligt niet in de richting die beter is."
NO_DATE = "Hierbij is geen datum afgesproken."
NOTHING_MEASURED = "Er is nog geen meting."
# The fields of a target that say where it should be and when; the record keeps them by these names.
MOVING = ("qualifier", "value", "due_on", "due_text", "baseline_value", "baseline_on")
LAST_DAY = attrgetter("last_day")
NOT_MEASURED_THEN = "Op die datum is niet gemeten."


@dataclass(frozen=True)
class TargetVerdict:
    """A target with the word for what became of it, why, and the measurement that decides it, if one does."""

    target: Target
    word: TargetWord
    why: str
    decisive: Measurement | None = None

    @property
    def because(self):
        """As `why`, with what was measured: 'Gemeten: 399 (1 januari 2023). Dat is 1 te weinig.'"""
        return f"{measured_in_words(self.decisive)} {self.why}".strip() if self.decisive else self.why

    @property
    def counted(self):
        """What was measured; that it is too early for that, or empty when nobody knows."""
        if self.decisive:
            return self.decisive.text
        return "nog niet" if self.word == TargetWord.AHEAD else ""

    @property
    def remarks(self):
        """What its source adds."""
        return self.target.note


@dataclass(frozen=True)
class Verdicts:
    """The Verdicts on all targets of a figure, in the order of their dates."""

    rows: list[TargetVerdict]

    @property
    def missed(self):
        return [one.target for one in self.rows if one.word == TargetWord.MISSED]

    @property
    def summary(self):
        """'1 gehaald, 2 gemist.': how many of the targets became what."""
        counts = Counter(one.word for one in self.rows)
        return f"{', '.join(f'{counts[word]} {word.label}' for word in TargetWord if counts[word])}."


def measured_in_words(measurement):
    return f"Gemeten: {measurement.text} ({measurement.reference_text})."


def verdicts_on(indicator, *, today=None):
    """The Verdicts on the targets of `indicator`, read `with_values` or `with_recent_values`, on the day `today`."""
    today = today or timezone.localdate()
    return Verdicts([verdict_on(indicator, target, today) for target in indicator.targets.all()])


def verdict_on(indicator, target, today):
    """The TargetVerdict on one target."""
    direction, refusal = direction_of(indicator, target)
    if indicator.is_per_partner:
        refusal = PER_PARTNER
    if refusal:
        return TargetVerdict(target, TargetWord.UNDECIDED, refusal)
    judge = was_reached if target.due_on and target.due_on < today else is_reached
    return TargetVerdict(target, *judge(indicator, target, direction, today))


def direction_of(indicator, target):
    """(Which Direction is better for the target, why it cannot be judged): the road there tells where none is set."""
    distance = target.value - target.baseline_value if target.baseline_on else 0
    way = {True: Direction.MORE, False: Direction.LESS}[distance > 0] if distance else Direction.NEITHER
    if indicator.direction == Direction.NEITHER:
        return way, "" if distance else NO_DIRECTION
    if target.baseline_on and way != indicator.direction:
        return way, WRONG_WAY
    return indicator.direction, ""


def is_reached(indicator, target, direction, today):
    """(word, why, what decides it) for a target of which the date is still to come, or that has none."""
    latest = indicator.latest
    if latest and not indicator.is_stale_on(latest, today) and reaches(indicator.only, latest, target, direction):
        return TargetWord.REACHED, "", latest
    newest = f"Nieuwste meting: {latest.text} ({latest.reference_text})." if latest else NOTHING_MEASURED
    if target.due_on:
        return TargetWord.AHEAD, newest
    return TargetWord.UNDECIDED, f"{NO_DATE} {newest}"


def was_reached(indicator, target, direction, today):
    """(word, why, what decides it) for a target of which the date is over.

    It is reached by what was last measured until then, if that was still recent; missed by what was measured on the
    day itself, or later. What was not there then and was there later may have come in time or not.
    """
    series, due = indicator.only, target.due_on
    if series is None:
        return TargetWord.UNDECIDED, NOTHING_MEASURED
    before, after = around(series, due)
    in_time = before if before and not indicator.is_stale_on(before, due) else None
    if in_time and reaches(series, in_time, target, direction):
        return TargetWord.REACHED, "", in_time
    decisive = in_time if in_time and in_time.last_day == due else after
    return was_missed(indicator, target, direction, decisive, beside=dict.fromkeys([before, after]))


def was_missed(indicator, target, direction, decisive, *, beside):
    """(word, why, what decides it) for a target that was not seen to be reached in time.

    That is what the measurement `decisive` says, if any.

    `beside` are the measurements around its date; each may be None.
    """
    series = indicator.only
    hit = reaches(series, decisive, target, direction) if decisive else True
    if hit is None:
        return TargetWord.UNDECIDED, f"Bronnen verschillen: {listed([one.text for one in series.rivals(decisive)])}."
    if not hit:
        return TargetWord.MISSED, missed_by(indicator, decisive, target, direction), decisive
    told = [f"{one.text} ({one.reference_text})" for one in beside if one]
    return TargetWord.UNDECIDED, f"{NOT_MEASURED_THEN} Wel gemeten: {listed(told)}."


def around(series, due):
    """(The last measurement until the day `due`, the first one after it) of a Series; None where there is none."""
    before = max((one for one in series.measurements if one.last_day <= due), key=LAST_DAY, default=None)
    after = min((one for one in series.measurements if one.last_day > due), key=LAST_DAY, default=None)
    return before, after


def missed_by(indicator, measurement, target, direction):
    """How far what was measured is from the target, in a sentence."""
    gap = measured(abs(target.value - measurement.value), indicator.unit)
    side = "te weinig" if direction == Direction.MORE else "te veel"
    return f"Dat is {gap} {side}."


def reaches(series, measurement: Measurement, target, direction):
    """Whether a measurement is at the target or beyond; None where sources differ about that and nobody chose."""
    sign = 1 if direction == Direction.MORE else -1
    values = [one.value for one in series.rivals(measurement)] or [measurement.value]
    found = {(value - target.value) * sign >= 0 for value in values}
    return found.pop() if len(found) == 1 else None


def missed_in_words(targets):
    """'Gemist: 400 (uiterlijk 1 januari 2023).' of targets that were missed; empty without."""
    told = [f"{one.text} ({one.when_short})" for one in targets]
    return f"Gemist: {listed(told)}." if told else ""


@dataclass(frozen=True)
class Moved:
    """A target that moved: as it `was`, what it is `now`, on which day and why."""

    was: Target
    now: Target
    on: date
    reason: str

    word = TargetWord.MOVED
    counted = "–"

    @property
    def target(self):
        """The target that stood there, as a TargetVerdict has it."""
        return self.was

    @property
    def remarks(self):
        return self.reason

    @property
    def why(self):
        """'Op 29 september 2026 werd dit 400 (eind 2030).'"""
        when = f" ({self.now.when_short})" if self.now.when_short else ""
        return f"Op {day(self.on)} werd dit {self.now.text}{when}."


def moved_targets(indicator):
    """What the targets of `indicator` were before they moved, as the record has it, the last move first; one query.

    A move is another value or another date. What changed before the figure was on the site, nobody read.
    """
    targets = {target.pk: target for target in indicator.targets.all()}
    changes = (
        Change.objects.filter(table_name=Target._meta.db_table, row_id__in=targets, after__isnull=False)
        .filter(before__has_any_keys=["value", "due_on"], made_at__gte=indicator.public_from)
        .select_related("act")
        .order_by("-pk")
        if targets and indicator.public_from
        else []
    )
    moves, states = [], {key: target for key, target in targets.items()}
    for change in changes:
        now = states[change.row_id]
        was = as_it_was(now, change.before)
        if (was.value, was.due_on) != (now.value, now.due_on):
            reason = change.act.reason if change.act else ""
            moves.append(Moved(was, now, timezone.localdate(change.made_at), reason))
        states[change.row_id] = was
    return moves


def as_it_was(target, before):
    """`target`, unsaved, with the fields that the record says it had before."""
    fields = {field.attname: getattr(target, field.attname) for field in Target._meta.concrete_fields}
    known = {name: Target._meta.get_field(name).to_python(value) for name, value in before.items() if name in MOVING}
    was = Target(**fields | known)
    was.indicator = target.indicator
    return was
