"""How a figure stands, with the sum behind it in words.

A rule and its parameters stand with the indicator. Here they become a sentence, and a word with the reason for it.
What the editors set instead (`Override`) never hides what is computed: a page shows both.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

from partners.ground.templatetags.dutch import counted, day, measured, number
from results.models import Direction, Override, StatusRule, StatusWord

# From this distance on a place on the road is told in whole numbers.
LONG_ROAD = 100
NO_RULE = "Voor dit cijfer geldt geen regel. Wij geven er geen oordeel over."
NO_MEASUREMENT = "Er is nog geen meting."
NO_ROAD = "Er is geen streefwaarde met een datum en een beginwaarde."
NO_PREVIOUS = "Er is geen eerdere meting om mee te vergelijken."
NOT_COMPARABLE = "De laatste meting is misschien anders geteld dan de vorige. Wij vergelijken ze niet."


@dataclass(frozen=True)
class Status:
    """A word for how a figure stands, and why. Without a `word` there is no judgement, only the reason for that."""

    word: StatusWord | None
    because: str


@dataclass(frozen=True)
class Assessment:
    """What is computed, and the Override that the editors set beside it, or None."""

    computed: Status
    override: Override | None

    @property
    def word(self):
        """What to read first: what the editors set, else what is computed; None without a judgement."""
        return StatusWord(self.override.status) if self.override else self.computed.word


def with_assessment(indicators):
    """The list of `indicators` (read `with_status`), each with its Assessment as `assessment`."""
    indicators = list(indicators)
    for indicator in indicators:
        indicator.assessment = Assessment(computed_status(indicator), indicator.override)
    return indicators


def rule_in_words(indicator):
    """The rule of `indicator` in one sentence, made from its parameters."""
    better = "hoger" if indicator.direction == Direction.MORE else "lager"
    return {
        StatusRule.NONE: NO_RULE,
        StatusRule.PACE: (
            "Wij trekken een rechte lijn van de beginwaarde naar de streefwaarde. "
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
    latest = indicator.latest
    if latest is None:
        return Status(StatusWord.UNMEASURABLE, NO_MEASUREMENT)
    best_before = indicator.best_before
    if best_before is not None and best_before < today:
        return Status(
            StatusWord.STALE,
            f"De laatste meting is van {latest.reference_text} en was houdbaar tot en met {day(best_before)}.",
        )
    return JUDGES[indicator.rule](indicator, latest)


def no_judgement(indicator, latest):
    """What a figure without a rule gets."""
    return Status(None, NO_RULE)


def pace(indicator, latest):
    """Whether `latest` keeps up with a straight road from the baseline to the target."""
    road = indicator.road
    if road is None:
        return Status(StatusWord.UNMEASURABLE, NO_ROAD)
    if latest.reference_on < road.baseline_on:
        return Status(StatusWord.UNMEASURABLE, "De laatste meting is van voor de beginwaarde.")
    unit, distance = indicator.unit, road.value - road.baseline_value
    if distance == 0 or (distance > 0) != (indicator.direction == Direction.MORE):
        return Status(StatusWord.UNMEASURABLE, "De streefwaarde ligt niet in de richting die beter is.")
    passed = Decimal(min((latest.reference_on - road.baseline_on) / (road.due_on - road.baseline_on), 1))
    needed = (road.baseline_value + distance * passed).quantize(Decimal("0.01"))
    # A share of the whole road: above 0 it is behind.
    behind = (needed - latest.value) / distance * 100
    if (latest.value - road.value) / distance >= 0:
        word = StatusWord.REACHED
    elif behind <= indicator.margin:
        word = StatusWord.ON_COURSE
    elif behind <= indicator.wide_margin:
        word = StatusWord.ATTENTION
    else:
        word = StatusWord.OFF_COURSE
    return Status(
        word,
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


def against_previous(indicator, latest):
    """Whether `latest` is better than the measurement before it."""
    previous = indicator.previous
    if previous is None:
        return Status(StatusWord.UNMEASURABLE, NO_PREVIOUS)
    if not latest.comparable:
        return Status(StatusWord.UNMEASURABLE, NOT_COMPARABLE)
    change_in_words = f"De vorige meting was {previous.text} ({previous.reference_text}), de laatste is {latest.text}"
    if previous.value == 0:
        return Status(StatusWord.UNMEASURABLE, f"{change_in_words}. Vanaf 0 is geen percentage te berekenen.")
    change = (latest.value - previous.value) / abs(previous.value) * 100
    reason = f"{change_in_words}. Dat is {compared(change)}."
    if abs(change) < indicator.margin or change == 0:
        return Status(StatusWord.SAME, reason)
    better = (change > 0) == (indicator.direction == Direction.MORE)
    return Status(StatusWord.BETTER if better else StatusWord.WORSE, reason)


def compared(change):
    """'5,2% meer' for a change in percent, and 'evenveel' for none; what would be 0,0% is told as less than 0,1%."""
    if change == 0:
        return "evenveel"
    percents = abs(change).quantize(Decimal("0.1"))
    size = f"{number(percents)}%" if percents else "minder dan 0,1%"
    return f"{size} {'meer' if change > 0 else 'minder'}"


# How each rule judges an indicator by its latest measurement.
JUDGES = {
    StatusRule.NONE: no_judgement,
    StatusRule.PACE: pace,
    StatusRule.PREVIOUS: against_previous,
}
