"""How a figure stands, with the sum behind it in words.

A rule and its parameters stand with the indicator. Here they become a sentence, and a word with the reason for it.
What the editors set instead (`Override`) never hides what is computed: a page shows both.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

from partners.ground.templatetags.dutch import counted, day, listed, measured, number
from results.models import Direction, Override, StatusRule, StatusWord, TargetWord
from results.targets import Verdicts, missed_in_words, verdict_on, verdicts_on

# From this distance on a place on the road is told in whole numbers.
LONG_ROAD = 100
NO_RULE = "Voor dit cijfer geldt geen regel. Wij geven er geen oordeel over."
NO_RULE_BUT_TARGETS = "Voor dit cijfer geldt geen regel. Alleen de doelen zijn beoordeeld, elk op de eigen datum."
APART = "Dit cijfer is er per partner. Over partners samen geven wij geen oordeel."
NO_MEASUREMENT = "Er is nog geen meting."
NO_ROAD = "Er is geen doel met een datum en een beginwaarde."
ONLY_BASELINE = "Sinds de beginwaarde is nog niet gemeten."
NO_PREVIOUS = "Er is geen eerdere meting om mee te vergelijken."
NOT_COMPARABLE = "De laatste meting is misschien anders geteld dan de vorige. Wij vergelijken ze niet."
# What a target that is due says of the figure.
AT_ITS_DATE = {
    TargetWord.REACHED: StatusWord.REACHED,
    TargetWord.MISSED: StatusWord.MISSED,
    TargetWord.UNDECIDED: StatusWord.UNDECIDED,
}


@dataclass(frozen=True)
class Status:
    """A word for how a figure stands, and why. Without a `word` there is no judgement, only the reason for that."""

    word: StatusWord | None
    because: str


@dataclass(frozen=True)
class Assessment:
    """What is computed, the Override that the editors set beside it or None, and what became of the targets."""

    computed: Status
    override: Override | None
    verdicts: Verdicts = Verdicts([])

    @property
    def word(self):
        """What to read first: what the editors set, else what is computed; None without a judgement."""
        return StatusWord(self.override.status) if self.override else self.computed.word

    @property
    def missed(self):
        """Which targets were missed, in a sentence, to read beside every status; empty without."""
        return missed_in_words(self.verdicts.missed)


def with_assessment(indicators):
    """The list of `indicators` (read `with_status`), each with its Assessment as `assessment`."""
    indicators = list(indicators)
    for indicator in indicators:
        indicator.assessment = assessment_of(indicator)
    return indicators


def assessment_of(indicator, *, today=None):
    """The Assessment of `indicator`, read `with_status`, on the day `today`; nothing is set over several partners."""
    override = None if indicator.is_per_partner else indicator.override
    return Assessment(computed_status(indicator, today=today), override, verdicts_on(indicator, today=today))


def rule_in_words(indicator):
    """The rule of `indicator` in one sentence, made from its parameters."""
    better = "hoger" if indicator.direction == Direction.MORE else "lager"
    return {
        StatusRule.NONE: NO_RULE,
        StatusRule.PACE: (
            "Wij trekken een rechte lijn van de beginwaarde naar het doel. "
            f"Een meting die hoogstens {indicator.margin}% van de hele afstand achterloopt, is op koers. "
            f"Tot en met {indicator.wide_margin}% vraagt het cijfer aandacht; daarboven is het niet op koers."
        ),
        StatusRule.PREVIOUS: (
            f"Wij vergelijken de laatste meting met de vorige, en {better} is beter. "
            f"Een verschil van minder dan {indicator.margin}% telt als gelijk."
        ),
    }[indicator.rule]


def parameters_in_words(indicator):
    """What the rule of `indicator`, which has one, is set to, and how long a measurement counts, in sentences."""
    wide = f" Ruime marge: {indicator.wide_margin}%." if indicator.rule == StatusRule.PACE else ""
    keeps = counted(indicator.shelf_life, "maand,maanden")
    return f"Marge: {indicator.margin}%.{wide} Een meting geldt {keeps} als recent."


def computed_status(indicator, *, today=None):
    """The Status that the rule of `indicator` (read `with_values`) gives on the day `today`."""
    today = today or timezone.localdate()
    if indicator.is_per_partner:
        return Status(None, APART)
    if indicator.only is None:
        return Status(StatusWord.UNMEASURED, NO_MEASUREMENT)
    return status_of(indicator, indicator.only, today)


def status_of(indicator, series, today):
    """The Status of one `series` of `indicator` on the day `today`."""
    due = due_target(indicator, today)
    if due:
        verdict = verdict_on(indicator, due, today)
        told = f"Het doel was {due.text}, {due.when_short}."
        return Status(AT_ITS_DATE[verdict.word], f"{told} {verdict.because}")
    return unjudged(indicator, series, today) or JUDGES[indicator.rule](indicator, series)


def unjudged(indicator, series, today):
    """The Status of a `series` that no rule can judge on that day: sources differ, or it is too old; else None."""
    latest = series.latest
    if series.is_disputed:
        return Status(StatusWord.DISPUTED, series.dispute)
    if indicator.is_stale_on(latest, today):
        age = counted(indicator.shelf_life, "maand,maanden")
        because = f"De laatste meting is van {latest.reference_text}. Na {age} noemen wij een meting te oud."
        return Status(StatusWord.STALE, because)
    return None


def statuses_apart(indicator, *, today=None):
    """(Series, Status) of each partner of a figure per partner, by name: each is judged by its own values alone.

    A pace is not: where the partners together should be is no target of one of them.
    """
    today = today or timezone.localdate()
    judge = against_previous if indicator.rule == StatusRule.PREVIOUS else no_judgement
    return [
        (series, unjudged(indicator, series, today) or judge(indicator, series))
        for series in indicator.series
        if indicator.is_per_partner
    ]


def due_target(indicator, today):
    """Of a figure that is judged by its pace the target of which the date is over and none comes after, or None."""
    if indicator.rule != StatusRule.PACE:
        return None
    aim = indicator.road or indicator.aim
    return aim if aim and aim.due_on and aim.due_on < today else None


def no_judgement(indicator, series):
    """What a figure without a rule gets."""
    return Status(None, NO_RULE_BUT_TARGETS if indicator.aim else NO_RULE)


def pace(indicator, series):
    """Whether the latest of `series` keeps up with a straight road from the baseline to the target."""
    road, latest = indicator.road, series.latest
    if road is None:
        return Status(StatusWord.UNDECIDED, NO_ROAD)
    unit, distance = indicator.unit, road.value - road.baseline_value
    if latest.reference_on < road.baseline_on:
        return Status(StatusWord.UNDECIDED, "De laatste meting is van voor de beginwaarde.")
    if distance == 0 or (distance > 0) != (indicator.direction == Direction.MORE):
        return Status(StatusWord.UNDECIDED, "Het doel ligt niet in de richting die beter is.")
    is_reached = (latest.value - road.value) / distance >= 0
    if latest.last_day == road.baseline_on and not is_reached:
        return Status(StatusWord.UNDECIDED, ONLY_BASELINE)
    passed = Decimal(min((latest.reference_on - road.baseline_on) / (road.due_on - road.baseline_on), 1))
    needed = (road.baseline_value + distance * passed).quantize(Decimal("0.01"))
    return Status(
        StatusWord.REACHED if is_reached else word_behind(indicator, (needed - latest.value) / distance * 100),
        f"De weg gaat van {measured(road.baseline_value, unit)} op {day(road.baseline_on)} "
        f"naar {measured(road.value, unit)} op {day(road.due_on)}. "
        f"Op {day(latest.reference_on)} was daarvoor {needed_in_words(needed, distance, unit)} nodig. "
        f"Gemeten is {latest.text}.",
    )


def needed_in_words(needed, distance, unit):
    """The place on the road in words; on a long road without decimals, for nobody counts parts of a dwelling."""
    whole = needed.to_integral_value(ROUND_HALF_UP)
    if needed == whole or abs(distance) < LONG_ROAD:
        return measured(needed, unit)
    return f"ongeveer {measured(whole, unit)}"


def word_behind(indicator, behind):
    """The word for a value that is `behind` the road: a share of the whole road in percent, below 0 it is ahead."""
    if behind <= indicator.margin:
        return StatusWord.ON_COURSE
    return StatusWord.ATTENTION if behind <= indicator.wide_margin else StatusWord.OFF_COURSE


def against_previous(indicator, series):
    """Whether the latest of `series` is better than the measurement before it."""
    latest, previous = series.latest, series.previous
    if previous is None:
        return Status(StatusWord.UNDECIDED, NO_PREVIOUS)
    if not latest.comparable:
        return Status(StatusWord.UNDECIDED, NOT_COMPARABLE)
    if rivals := series.rivals(previous):
        told = f"Over de vorige meting verschillen bronnen: {listed([one.text for one in rivals])}."
        return Status(StatusWord.DISPUTED, told)
    change_in_words = f"De vorige meting was {previous.text} ({previous.reference_text}), de laatste is {latest.text}"
    difference = latest.value - previous.value
    reason = f"{change_in_words}. Dat is {compared(difference, previous.value)}."
    if is_within_margin(difference, previous.value, indicator.margin):
        return Status(StatusWord.SAME, reason)
    better = (difference > 0) == (indicator.direction == Direction.MORE)
    return Status(StatusWord.BETTER if better else StatusWord.WORSE, reason)


def is_within_margin(difference, before, margin):
    """Whether a `difference` is less than `margin` percent of the value `before`; from 0 every difference is more."""
    return difference == 0 or before != 0 and abs(difference / before) * 100 < margin


def compared(difference, before):
    """'5,2% meer' for a `difference` with the value `before`, and 'evenveel' for none.

    What would be 0,0% is told as less than 0,1%. From 0 there is no percentage.
    """
    if difference == 0:
        return "evenveel"
    percents = abs(difference / before * 100).quantize(Decimal("0.1")) if before else None
    size = "" if percents is None else f"{number(percents)}% " if percents else "minder dan 0,1% "
    return f"{size}{'meer' if difference > 0 else 'minder'}"


# How each rule judges an indicator by its latest measurement.
JUDGES = {
    StatusRule.NONE: no_judgement,
    StatusRule.PACE: pace,
    StatusRule.PREVIOUS: against_previous,
}
