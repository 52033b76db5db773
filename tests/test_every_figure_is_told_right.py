"""No sentence on the page of a figure contradicts the figure: every combination is made, and its page is read."""

import re
from datetime import date, timedelta
from itertools import cycle, product

import pytest
from django.utils import timezone

from partners.ground import history
from partners.models import Source
from results.models import Direction, Indicator, IndicatorNature, Override, StatusRule
from tests.reading import section_under, words

LAST_YEAR, LONG_AGO = timezone.localdate() - timedelta(days=300), timezone.localdate() - timedelta(days=3000)
AHEAD, PAST = timezone.localdate() + timedelta(days=900), timezone.localdate() - timedelta(days=300)

# What was measured, as (day, value) oldest first. `two sources` differ on one day.
MEASURED = {
    "nothing": [],
    "once": [(LAST_YEAR, 240)],
    "twice": [(LAST_YEAR - timedelta(days=400), 200), (LAST_YEAR, 240)],
    "long ago": [(LONG_AGO, 240)],
    "two sources": [(LAST_YEAR, 120), (LAST_YEAR, 480)],
}
# Where it should go, as (day or None, value).
AIMED = {
    "nowhere": [],
    "further": [(AHEAD, 500)],
    "where it is": [(AHEAD, 240)],
    "reached": [(PAST, 240)],
    "missed both ways": [(PAST, 400), (PAST, 100)],
    "missed and further": [(PAST, 400), (PAST, 100), (AHEAD, 500)],
    "some day": [(None, 500)],
    "moved": [(AHEAD, 450)],
}
RULES = [
    *((StatusRule.NONE, direction) for direction in Direction),
    *product([StatusRule.PACE, StatusRule.PREVIOUS], [Direction.MORE, Direction.LESS]),
]
# Words that only the newest values can give: not of what was never measured, is too old, or is disputed.
OF_THE_DAY = {"Op koers", "Vraagt aandacht", "Niet op koers", "Vooruitgegaan", "Gelijk gebleven", "Achteruitgegaan"}


@pytest.fixture
def figure(deck):
    Source.objects.create(slug="krant", title="De krant")
    return Indicator.objects.create(
        slug="woningen",
        name="Woningen",
        nature=IndicatorNature.ACHIEVED,
        sentence="woningen.",
        unit="woningen",
        message="Zo gaat het",
    )


def make(figure, measured, aimed, rule, direction):
    """Gives the figure these values, and nothing else."""
    Indicator.objects.update(rule=rule, direction=direction)
    with history.recorded("cijfer opnieuw gemaakt", reason="Voor de test."):
        figure.measurements.all().delete()
        figure.targets.all().delete()
        Override.objects.all().delete()
    sources = list(Source.objects.order_by("pk"))
    for number, (on, value) in enumerate(MEASURED[measured]):
        source = sources[number % 2] if measured == "two sources" else sources[0]
        figure.measurements.create(reference_on=on, reference_text=f"dag {on}", value=value, source=source)
    for on, value in AIMED[aimed]:
        source = sources[len(figure.targets.filter(due_on=on)) % 2]
        target = figure.targets.create(
            value=value, due_on=on, baseline_value=220 if on else None, baseline_on=LONG_AGO if on else None,
            source=source,
        )  # fmt: skip
    if aimed == "moved":
        with history.recorded("streefwaarde verschoven", about=target, reason="De bouw begint later."):
            target.value = 500
            target.save()


def computed(page):
    """(The word, the reason) under 'Berekend'; the word is empty without a judgement."""
    part = re.search(r"<dt>Berekend</dt>\s*<dd>(.*?)</dd>", page, re.S)[1]
    word = re.search(r'<span class="cell [^"]+">([^<]+)</span>', part)
    return (word[1] if word else ""), words(part).removeprefix(word[1] if word else "").strip()


def rows_of_targets(page):
    """(Value, word) for each row of the table of targets."""
    part = section_under(page, r"Welke doelen zijn er\?")
    return re.findall(r'data-label="Beloofd">([^<]+)</td>.*?<span class="cell [^"]+">([^<]+)<', part, re.S)


def expected_of_target(on, value, measured, direction):
    """The word for a target, reckoned apart from the portal; None where several would do."""
    values = [found for day, found in MEASURED[measured] if day == LAST_YEAR]
    better = direction if direction != Direction.NEITHER else (Direction.MORE if value > 220 else Direction.LESS)
    if on is None:
        is_there = direction == Direction.LESS and len(values) > 0 and max(values) <= value
        return "Gehaald" if is_there else "Niet te zeggen"
    if direction not in (Direction.NEITHER, Direction.MORE if value > 220 else Direction.LESS):
        return "Niet te zeggen"
    hits = {found >= value if better == Direction.MORE else found <= value for found in values}
    if len(hits) != 1:
        return "Loopt" if on > timezone.localdate() else "Niet te zeggen"
    if hits == {True}:
        return "Gehaald"
    return "Loopt" if on > timezone.localdate() else "Gemist"


def faults(page, measured, aimed, rule, direction, is_overridden):
    """What the page of such a figure says that is not so."""
    told, found = words(page), []
    word, because = computed(page)
    values = MEASURED[measured]
    is_old, disputed = measured == "long ago", measured == "two sources"

    def holds(claim, fact):
        if not fact:
            found.append(claim)

    holds("there is a measurement", ("Er is nog geen meting." in told) <= (not values))
    holds("it was measured", (word == "Nog niet gemeten") == (not values))
    holds(
        "the newest value is printed large", not values or f"<strong>{values[-1][1] if not disputed else 120}" in page
    )
    holds("sources differ is said", ("Bronnen verschillen over" in told) == disputed)
    holds("the age is said", ("Er is geen recente waarde." in told) == is_old)
    holds("an old or disputed value is not judged", not (word in OF_THE_DAY and (is_old or disputed or not values)))
    holds("a reason stands beside every word", bool(because))
    holds("no judgement and a judgement", not ("geen oordeel" in because and word))
    holds("no fixed sentence", "Dit is nog niet gehaald." not in told and "nog niet gedaan" not in told)
    holds("set by hand is told apart", ("Ingesteld door regiobureau" in told) == is_overridden)
    if AIMED[aimed]:
        aims = [(on, 500 if aimed == "moved" else value) for on, value in AIMED[aimed]]
        wanted = {(str(value), expected_of_target(on, value, measured, direction)) for on, value in aims}
        rows = set(rows_of_targets(page))
        holds(f"targets {rows} are {wanted}", wanted == rows - {("450", "Verschoven")})
        holds("what moved is said", (("450", "Verschoven") in rows) == (aimed == "moved"))
        missed = {value for value, verdict in wanted if verdict == "Gemist"}
        apart = re.search(r"Gemist: ([^.]+)\.", told)
        holds("what was missed stands beside the status", bool(apart) == bool(missed))
        holds("each miss is named", all(value in apart[1] for value in missed))
        holds("'geen oordeel' beside judged targets", "Wij geven er geen oordeel over." not in told)
        dated = [value for on, value in aims if on]
        if dated and values:
            drawing = page.split("<desc")[1].split("</desc>")[0]
            holds("every target is in the chart", all(f": {value}." in drawing for value in dated))
    else:
        holds("there is no target", "Welke doelen zijn er?" not in told)
    if word == "Gehaald":
        holds("reached is reached", any(row[1] == "Gehaald" for row in rows_of_targets(page)))
    if word == "Gemist":
        holds("missed is missed", any(row[1] == "Gemist" for row in rows_of_targets(page)))
    if change := re.search(r"Dat is (?:[\d,]+% |minder dan 0,1% )?(meer|minder)\.", because):
        better = (change[1] == "meer") == (direction == Direction.MORE)
        holds("better is better", word in ("Gelijk gebleven", "Vooruitgegaan" if better else "Achteruitgegaan"))
    return found


@pytest.mark.parametrize("measured", MEASURED)
def test_no_sentence_contradicts_the_figure(client, figure, measured):
    """What is set by hand hangs on no rule: it is set on each pair of values and targets, with each rule in turn."""
    wrong, by_hand = {}, set(zip(AIMED, cycle(RULES), strict=False))
    for aimed, (rule, direction) in product(AIMED, RULES):
        make(figure, measured, aimed, rule, direction)
        for is_overridden in (False, True) if (aimed, (rule, direction)) in by_hand else (False,):
            if is_overridden:
                figure.overrides.create(
                    status="aandacht", reason="Zo is het.", set_by="regiobureau", ends_on=timezone.localdate()
                )
            page = client.get("/resultaten/cijfers/woningen/").text
            if said := faults(page, measured, aimed, rule, direction, is_overridden):
                wrong[aimed, rule.value, direction.value, is_overridden] = said
    assert wrong == {}


def test_the_days_of_this_test_are_what_it_says():
    assert date.min < LONG_AGO < LAST_YEAR == PAST < timezone.localdate() < AHEAD
