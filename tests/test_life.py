"""The life of one sentence: six stations that say no more and no less than the pages of what they stand for."""

import re
from collections import Counter
from datetime import date

import pytest

from consultation.deciding.models import Dossier, Position, Track
from partners.models import ASSEMBLIES, Body, Partner
from regiozwolle.example import loading
from regiozwolle.pages.decisions.decided import BodyOnElement
from regiozwolle.pages.life.drawings import hexagons_of
from regiozwolle.pages.life.gathering import life_of, whole_chain
from regiozwolle.pages.life.stations import whole_sentences
from regiozwolle.reports.lives import lives
from results.models import Indicator, Measurement, Target
from tests.reading import link_of_chain, squeezed

NBSP = "\N{NO-BREAK SPACE}"
SENTENCE = "VB24-L1.1"
WHY = f"/agenda/tekst/{SENTENCE}/waarom/"
STRIP = re.compile(r'<nav class="life-strip".*?</nav>', re.DOTALL)


@pytest.fixture
def loaded(version):
    """The example that the demo invents, in which one chain is whole."""
    loading.load()


def plain(html):
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r'<span class="visually-hidden">[^<]*</span>', "", html)).split())


def test_the_band_tells_a_whole_chain_from_text_to_figure(loaded):
    life = life_of(SENTENCE)
    text, voices, answer, added, bodies, figure = life.stations
    assert life.is_whole
    assert plain(text.drawn) == (
        "Wij bouwen woningen bij de stations, en in de steden en in de kleine kernen. De helft Twee derde "
        "daarvan is betaalbaar: sociale huur; koop voor starters."
    )
    assert voices.drawn.words == ["gemeenteraad", "fractie", "raadslid"]
    assert (voices.outcome, voices.drawn.more) == ("‘Noem ook de kleine kernen.’", "")
    assert voices.source == "Voorbeeldstad: 3 keer dezelfde vraag. Een deel van de raad maakte bezwaar."
    assert answer.drawn == {"css": "agreed", "word": "Overgenomen"}
    assert answer.outcome == "‘De kleine kernen horen erbij. Een paar woningen kan in een dorp al veel betekenen.’"
    assert plain(added.drawn) == "en in de kleine kernen … Twee derde … sociale huur; koop voor starters"
    assert added.outcome == "Deze woorden staan nu in de agenda."
    assert bodies.outcome.replace(NBSP, " ") == "Raden en Staten: 3 ingestemd, 1 voorwaarde en 1 aangehouden."
    assert figure.outcome == "nieuwe woningen in de kernen van Voorbeeldland. Doel: 400, eind 2030."
    assert [css for css, *_ in figure.drawn.line.circles] == ["earlier", "earlier", "latest", "goal"]


def test_its_counts_are_those_of_the_why_and_of_the_dossier(client, loaded):
    why = client.get(WHY)
    page = squeezed(why.text).replace(NBSP, " ")
    _, voices, answer, added, bodies, figure = life_of(SENTENCE).stations
    assert len(re.findall(r' id="punt-', page)) == 3 + 1  # three that ask the same, and one against
    assert len(re.findall(r'<li id="antwoord-', page)) == 1 + int(re.search(r"nog (\d)", answer.source)[1])
    decided = link_of_chain(why, "De besluiten").replace(NBSP, " ")
    counts = bodies.outcome.replace(NBSP, " ").removeprefix("Raden en Staten: ")
    assert counts in re.sub(r" \([^)]*\)", "", decided)  # there each count has its names
    assert bodies.source.replace(NBSP, " ").split(". ")[0] in decided
    dossier = Dossier.objects.with_board().get(slug=bodies.url.split("/")[2])
    component = next(one for one in dossier.components.all() if one.element and one.element.code == SENTENCE)
    on_board = Counter(
        track.positions_on([component])[0].value for track in dossier.tracks.all() if track.body.kind in ASSEMBLIES
    )
    assert Counter(one.css for one in bodies.drawn.bodies) == on_board
    assert figure.drawn.figure.amount in page


def test_a_reason_is_told_in_whole_sentences_that_fit():
    long = "Dit is een zin die veel langer is dan negentig tekens, want er staat steeds nog een woord bij, en nog een."
    assert whole_sentences("Goed. Wij doen dit. En nu?") == "Goed. Wij doen dit. En nu?"
    assert whole_sentences(f"Goed! {long}") == "Goed!"
    assert whole_sentences(long) == ""


def test_without_an_example_no_line_leads_to_one(client, version, goal, wording):
    assert whole_chain() == ""
    assert "volledige keten" not in client.get(f"/agenda/tekst/{goal.code}/waarom/").text


def test_every_page_of_a_station_has_its_strip_and_leads_to_all_others(client, loaded):
    """Of an element, its why, an answer, a dossier, one body in it, and a figure; both ways, and by the same links."""
    life = life_of(SENTENCE)
    addresses = [one.url for one in life.stations]
    text, _, answer, _, decided, figure = addresses
    track = re.search(r'href="(/besluiten/[^"]+/orgaan/\d+/)"', client.get(decided).text)[1]
    pages = {text: "Tekst", answer: "Antwoord", decided: "Besluiten", track: "Besluiten", figure: "Cijfer"}
    found = {address: STRIP.findall(client.get(address).text) for address in [*pages, WHY]}
    assert {address for address, strips in found.items() if len(strips) != 1} == set(), "pages without a strip"
    for address, [strip] in found.items():
        assert re.findall(r'href="([^"]+)"', strip)[-6:] == addresses
        current = re.findall(r'aria-current="step">\s*<span class="disc">\d</span>\s*<span class="name">(\w+)', strip)
        assert current == [pages[address]] if address in pages else current == []
        assert "<strong>de hele keten</strong>" in strip or f"<strong>{pages[address]}</strong>" in strip


def test_a_page_about_several_sentences_names_the_one_of_its_strip(client, loaded):
    decided = life_of(SENTENCE).stations[4].url.split("?")[0]
    [first] = STRIP.findall(client.get(decided).text)
    [other] = STRIP.findall(client.get(f"{decided}?zin=VB24-L2.1").text)
    assert 'Het leven van <a href="/agenda/tekst/VB24-L1.1/">Opgave 1.1: Woningen bouwen</a>' in first
    assert 'Het leven van <a href="/agenda/tekst/VB24-L2.1/">Opgave 2.1: Openbaar vervoer</a>' in other
    for nothing in ("bestaat-niet", "%00", "", "VB24-L1.1%20"):
        assert STRIP.findall(client.get(f"{decided}?zin={nothing}").text) == [first]


def test_a_chain_that_has_only_begun_is_hollow_and_leads_to_a_whole_one(client, loaded, goal, wording):
    page = client.get(f"/agenda/tekst/{goal.code}/waarom/").text
    [strip] = STRIP.findall(page)
    assert len(re.findall(r'<li class="hollow">\s*<a>', strip)) == 5
    assert squeezed(strip).count(": nog niet") == 5
    assert [one.source for one in life_of(goal.code).stations][1:3] == ["", ""]  # the open consultation is invented
    assert f'<a href="{WHY}">Zo ziet een volledige keten eruit (voorbeeld)</a>' in squeezed(page)
    assert "volledige keten" not in client.get(WHY).text


def test_a_report_tells_of_each_goal_of_which_there_is_something(version, goal, wording, deck):
    figure = Indicator.objects.create(
        slug="banen", name="Banen", nature="bereikt", unit="banen", sentence="extra banen. Dat zijn er veel."
    )
    Target.objects.create(indicator=figure, value=20_000, due_text="vóór 2040", source=deck)
    Measurement.objects.create(
        indicator=figure, value=506, reference_on=date(2023, 1, 1), reference_text="begin 2023", source=deck
    )
    assert lives()["rows"] == []
    figure.elements.add(goal)
    [row] = lives()["rows"]
    assert row["name"] == "Opgave 1.2: Toekomstbestendige arbeidsmarkt"
    assert row["cells"][1:] == ["nog niet", "nog niet", "nog niet", "nog niet", "506 extra banen"]


@pytest.mark.parametrize(("count", "rows", "size"), [(5, 1, "scale(1)"), (9, 1, "scale(1)"), (26, 3, "scale(0.733)")])
def test_up_to_nine_bodies_lie_in_one_row_and_more_in_rows_of_nine(count, rows, size):
    """Sorted by what they decided, so that the row reads as a bar."""
    standing = [
        BodyOnElement(
            Track(body=Body(name=f"Raad {place}", partner=Partner(name=f"Plaats {place}"))),
            Position.UNKNOWN if place % 2 else Position.AGREED,
            is_earlier=False,
        )
        for place in range(count)
    ]
    drawn = hexagons_of(standing, "5 ingestemd.")
    assert len({one.transform.split()[1] for one in drawn.bodies}) == rows
    assert {one.transform.split(") ")[1] for one in drawn.bodies} == {size}
    assert [one.css for one in drawn.bodies] == sorted(one.css for one in drawn.bodies)  # agreed, then unconfirmed
