"""The answer that the page of a figure begins with: its outcome in a sentence, and three facts beside its number."""

from collections import Counter

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.text import capfirst

from results.models import TargetWord

# What became of a target as the outcome tells it, in this order; what goes on is no outcome yet.
TOLD = (TargetWord.REACHED, TargetWord.MISSED, TargetWord.MOVED)


def outcome_of(indicator, moved):
    """'In de kernen komen er meer woningen bij. Eén doel is gemist, één verschoven': what a reader is to remember.

    `moved` are its targets that moved. A figure without a message of the editors is called by its name.
    """
    words = [one.word for one in [*indicator.assessment.verdicts.rows, *moved]]
    said = (indicator.message or indicator.name).rstrip(".")
    return ". ".join(filter(None, [said, targets_in_words(Counter(words))]))


def targets_in_words(counts):
    """'Eén doel is gemist, één verschoven'; empty when no target came to an end or moved."""
    told = [(counts[word], word.label) for word in TOLD if counts[word]]
    if not told:
        return ""
    (count, label), *others = told
    first = f"{'doel is' if count == 1 else 'doelen zijn'} {label}"
    rest = "".join(f", {in_words(number)} {word}" for number, word in others)
    # An accent that is there for the stress is left out on a capital.
    return f"{'Eén' if count == 1 else capfirst(in_words(count))} {first}{rest}"


def in_words(count):
    """A small number as a word that is stressed: 'één', 'twee', '12'."""
    return "één" if count == 1 else str(apnumber(count))


def facts_of(indicator):
    """(term, text, StatusWord or None) of what stands beside the number: what was before, the goal and how it stands.

    `indicator` is read with assessment; what is not known has no fact, and the number itself is none.
    """
    series, aim, word = indicator.only, indicator.aim, indicator.assessment.word
    facts = []
    if series and series.previous:
        facts.append((f"Eerder, {series.previous.reference_text}", series.previous.text, None))
    if aim and not indicator.shows_aim:
        facts.append((", ".join(filter(None, ["Doel", aim.when_short])), aim.text, None))
    if word:
        facts.append(("Stand", "", word))
    return facts
