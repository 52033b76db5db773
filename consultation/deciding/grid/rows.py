"""The rows of the grid: what stands, what was typed, what of it is wrong, and what it will change."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from consultation.deciding.entering.entry import DayEntry, OutcomeEntry, SourceEntry, whole_of
from consultation.deciding.entering.page import EntryTerm, consequences, outcome_lines
from consultation.deciding.entering.plan import Plan, StepChange, plan_of_outcome, treating_kind
from consultation.deciding.grid.cells import read_day, read_outcome, write_day, write_outcome
from consultation.deciding.models import Outcome, Track, TrackStepKind
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import day, listed, number
from partners.ground.texts import PAGE, unturned

SENT, TREATS, DECIDED, CONDITION, SOURCE = "verzonden", "behandelt", "besloten", "voorwaarde", "bron"
WHOLE = "geheel"
EMPTIED = "Leegmaken kan hier niet. Doe dat bij het spoor zelf."
NO_DECISION_DAY = "Vul in op welke dag is besloten."
NO_OUTCOME = "Vul bij minstens één onderdeel de uitkomst in."
AHEAD = "{} is nog niet geweest. Vul een dag die nog komt in bij ‘Behandelt op’."
NO_SOURCE = "Vul de bron in."
NO_CONDITION = "Schrijf de voorwaarde op."
LOOSE_CONDITION = "Zet een v bij het onderdeel waar deze voorwaarde bij hoort."
ONLY_SOURCE = "Alleen de bron is anders. Wijzig de bron van een besluit bij het spoor zelf."
TOO_LONG = "Dit is te lang: hooguit {} tekens."
MEANWHILE = "Intussen gewijzigd door een ander. Wat er nu staat: {}. Wat u typte, staat nog in de rij."
LONGEST = {CONDITION: PAGE, SOURCE: 200}


@dataclass(frozen=True)
class GridColumn:
    """A column; `component` is that of an outcome, None on the whole or of another column."""

    key: str
    head: str
    title: str
    component: object = None
    is_outcome: bool = False

    @property
    def css(self):
        """How wide it is, as the class in the stylesheet."""
        return "outcome" if self.is_outcome else "day" if self.key in (SENT, TREATS, DECIDED) else "words"


class GridCell(NamedTuple):
    """One text input; `attributes` say that it changed or is wrong, as safe HTML."""

    name: str
    title: str
    label: str
    text: str
    attributes: str


def columns_of(components):
    """The GridColumns, of which those of the outcomes are as many as there are components, or one on the whole."""
    parts = [GridColumn(f"o{one.pk}", short(one.heading), one.heading, one, True) for one in components]
    return [
        GridColumn(SENT, "Stukken op", "Stukken verzonden op"),
        GridColumn(TREATS, "Behandelt op", "Behandelt op"),
        GridColumn(DECIDED, "Besloten op", "Besloten op"),
        *(parts or [GridColumn(WHOLE, "Uitkomst", "Uitkomst", None, True)]),
        GridColumn(CONDITION, "Voorwaarde", "Voorwaarde"),
        GridColumn(SOURCE, "Bron", "Bron"),
    ]


def short(heading):
    """The beginning of a heading, for a narrow column."""
    first = heading.split()[0]
    return first if len(first) <= 8 else f"{first[:7]}."


def standing(track, columns):
    """What stands of a track, as it is typed: by the key of each column."""
    decided = track.decided()
    steps = {step.kind: step for step in track.steps.all()}  # of each kind the last one
    newest = max(decided.values(), key=lambda one: (one.decided_on, one.pk), default=None)
    conditions = [one.condition for one in decided.values() if one.outcome == Outcome.CONDITION]
    found = {
        SENT: write_day_of(steps.get(TrackStepKind.SENT)),
        TREATS: write_day_of(steps.get(treating_kind(track.body))),
        DECIDED: write_day(newest and newest.decided_on),
        CONDITION: " ".join(dict.fromkeys(conditions)),
        SOURCE: source_text(newest or next(reversed(track.steps.all()), None)),
    }
    return found | {one.key: outcome_text(decided, one.component) for one in columns if one.is_outcome}


def write_day_of(step):
    """The day of a step as it is typed; "" without."""
    return write_day(step and step.on)


def source_text(said):
    """The source of a decision or step as it is typed; "" without."""
    return f"{said.source.title} {said.source.url}".strip() if said else ""


def outcome_text(decided, component):
    """What holds on a component, or on the whole, as it is typed; "" when nothing is known."""
    own = decided.get(component.pk) if component else decided.get(None)
    found = own or decided.get(None)
    return write_outcome(Outcome(found.outcome), own and own.amount) if found else ""


@dataclass
class GridRow:
    """One body: what `stood` when the page was made, what stands `now`, and what was `typed`, by column.

    Whatever somebody else changed since comes back to whoever typed in that row too. `shown` is what the page shows
    by the name of the input, where that is what was kept of an earlier time.
    """

    track: Track
    columns: list
    now: dict
    stood: dict
    typed: dict
    is_chosen: bool = False
    shown: dict = field(default_factory=dict)
    problems: dict = field(default_factory=dict)

    def __post_init__(self):
        self.changed = {key for key in self.now if tidy(self.typed[key]) != tidy(self.stood[key])}
        if not self.changed:
            self.typed = dict(self.now)
        elif self.stood != self.now:
            self.problems[""] = MEANWHILE.format(self.now_in_words)
        self.entry, self.plan = self.reckoned()

    @property
    def cells(self):
        """A GridCell for each column."""
        return [
            GridCell(
                self.name_of(one.key),
                one.title,
                f"{one.title}, {self.track.body}",
                self.shown.get(self.name_of(one.key), self.typed[one.key]),
                self.attributes_of(one.key),
            )
            for one in self.columns
        ]

    def name_of(self, key):
        """What the input of a column is called."""
        return f"{key}-{self.track.pk}"

    @property
    def is_touched(self):
        """Whether something was typed in it, or put back, or it is ticked."""
        is_put_back = any(self.shown.get(self.name_of(key), text) != text for key, text in self.typed.items())
        return bool(self.changed) or self.is_chosen or is_put_back

    def attributes_of(self, key):
        if key in self.problems:
            return mark_safe(' class="is-wrong" aria-invalid="true"')
        return mark_safe(' class="is-changed"') if key in self.changed else ""

    @property
    def now_in_words(self):
        """What stands in the columns in which somebody else changed something."""
        other = [one for one in self.columns if self.stood[one.key] != self.now[one.key]]
        return "; ".join(f"{one.title.lower()} {self.now[one.key] or 'leeg'}" for one in other)

    @property
    def is_right(self):
        """Whether it changes something and nothing in it is wrong."""
        return bool(self.changed) and not self.problems

    def reckoned(self):
        """(What is entered, its Plan); the Plan is None when nothing is, or something is wrong."""
        if not self.changed:
            return None, None
        for key in self.changed - {CONDITION, SOURCE}:
            if not tidy(self.typed[key]):
                self.problems.setdefault(key, EMPTIED)
        for key, most in LONGEST.items():
            if len(self.typed[key]) > most:
                self.problems[key] = TOO_LONG.format(number(most))
        if not tidy(self.typed[SOURCE]):
            self.problems.setdefault(SOURCE, NO_SOURCE)
        entry = self.read()
        return (entry, None) if self.problems else (entry, self.plan_of(entry))

    def read(self):
        """The entry in the row, an OutcomeEntry or, when only days changed, a DayEntry; problems are noted."""
        self.days = {key: self.read_cell(key, read_day) for key in (SENT, TREATS, DECIDED)}
        source = source_entry(self.typed[SOURCE])
        if not self.changed & {DECIDED, CONDITION, *(one.key for one in self.columns if one.is_outcome)}:
            if self.changed == {SOURCE}:
                self.problems.setdefault(SOURCE, ONLY_SOURCE)
            return DayEntry(self.days[TREATS], source)
        return self.read_outcomes(source)

    def read_cell(self, key, reader):
        """What a cell says, None when it is empty or wrong."""
        text = tidy(self.typed[key])
        try:
            return reader(text) if text else None
        except ValidationError as error:
            self.problems[key] = error.messages[0]
            return None

    def read_outcomes(self, source):
        """The OutcomeEntry in the row."""
        on, outcomes, amounts = self.days[DECIDED], {}, {}
        parts = [one for one in self.columns if one.is_outcome]
        for column in parts:
            if said := self.read_cell(column.key, read_outcome):
                key = column.component and column.component.pk
                outcomes[key] = said[0]
                amounts |= {key: said[1]} if said[1] is not None else {}
        self.check(on, outcomes)
        return OutcomeEntry(on, whole_of(outcomes, len(parts)), source, tidy(self.typed[CONDITION]), amounts)

    def check(self, on, outcomes):
        """Notes what is lacking in the row, or does not fit together."""
        if on is None:
            self.problems.setdefault(DECIDED, NO_DECISION_DAY)
        elif on > timezone.localdate():
            self.problems.setdefault(DECIDED, AHEAD.format(day(on)))
        first = next(one.key for one in self.columns if one.is_outcome)
        if not outcomes:
            self.problems.setdefault(first, NO_OUTCOME)
        has_words, is_asked = bool(tidy(self.typed[CONDITION])), Outcome.CONDITION in outcomes.values()
        if is_asked and not has_words:
            self.problems.setdefault(CONDITION, NO_CONDITION)
        if has_words and not is_asked:
            self.problems.setdefault(CONDITION, LOOSE_CONDITION)

    def plan_of(self, entry):
        """The Plan of all that changed in the row; what is refused becomes a problem."""
        steps = [*self.step_change(SENT, TrackStepKind.SENT), *self.step_change(TREATS, treating_kind(self.track.body))]
        if isinstance(entry, DayEntry):
            declined_on = None if TREATS in self.changed else self.track.declined_on
            return Plan(self.track, steps=tuple(steps), declined_on=declined_on)
        components = [one.component for one in self.columns if one.component]
        try:
            found = plan_of_outcome(self.track, components, entry, by_clerk=False)
        except Refused as refused:
            self.problems[DECIDED] = str(refused)
            return None
        return Plan(self.track, found.decisions, tuple(steps) or found.steps)

    def step_change(self, key, kind):
        """A StepChange for the day in a column that changed: planned when it is still to come."""
        on = self.days[key]
        if key not in self.changed or on is None:
            return
        open_steps = [step for step in self.track.steps.all() if step.kind == kind and step.happened_on is None]
        row = open_steps[-1] if open_steps else None
        is_ahead = on > timezone.localdate()
        planned_on = on if is_ahead else row and row.planned_on
        yield StepChange(kind, row, planned_on=planned_on, happened_on=None if is_ahead else on)

    @cached_property
    def told(self):
        """What will change, as HTML: 'Besloten op 17 juni 2027; Basis, Deal: loopt ingestemd'."""
        lines = [(line.head, line.before, line.after) for line in self.lines if line.before != line.after]
        heads = {}
        for head, before, after in lines:
            heads.setdefault((before, after), []).append(head)
        mark = "{}: {}<ins>{}</ins>"
        told = [(listed(names), struck(before), after) for (before, after), names in heads.items()]
        return format_html_join("; ", mark, told)

    @property
    def lines(self):
        """What is said of each thing before and after."""
        found = [step_line(change, self.now) for change in self.plan.steps]
        return found + (outcome_lines(self.plan, self.entry) if isinstance(self.entry, OutcomeEntry) else [])

    @property
    def consequences(self):
        """What follows from it, as sentences."""
        return consequences(self.plan, self.entry) if isinstance(self.entry, OutcomeEntry) else []


def tidy(text):
    """Text without spaces at its ends or more than one between words, and without what turns its direction."""
    return " ".join(unturned(text).split())


def source_entry(text):
    """The SourceEntry in a cell: the address in it, if any, apart from the title."""
    words = tidy(text).split(" ")
    urls = [word for word in words if word.startswith(("https://", "http://"))]
    title = " ".join(word for word in words if word not in urls[:1])
    return SourceEntry(title or (urls[0] if urls else ""), urls[0] if urls else "")


def struck(text):
    return format_html("<del>{}</del> ", text) if text else ""


def step_line(change, now):
    """The EntryTerm of the day of a step."""
    key = SENT if change.kind == TrackStepKind.SENT else TREATS
    head = "Stukken op" if key == SENT else "Behandelt op"
    return EntryTerm(head, now[key], write_day(change.happened_on or change.planned_on))
