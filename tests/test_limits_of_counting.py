"""Where counting turns: what is never added up, what stands first, and what is said of none, of one and of more."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from agenda.models import Element, ElementKind
from agenda.outline import Chapter, chapters
from consultation.deciding.models import (
    Decision,
    Dossier,
    Matrix,
    Outcome,
    Position,
    Track,
    TrackStep,
    TrackStepKind,
)
from consultation.models import Answer, Letter, Point, SenderKind, Sharing, Verdict
from consultation.nota.points import filtered, place_of, points_of
from consultation.nota.totals import Totals, themes_with_totals
from partners.models import Body, BodyKind
from tests.letters import close, letter

DAY = date(2023, 6, 26)


# The totals of the nota


def totals(**counts):
    """The Totals of some counts by sender, verdict and sharing, each written as 'raad niet eigen-raad'."""
    return Totals(
        Counter({(sender, verdict, sharing): count for (sender, verdict, sharing), count in counts["of"].items()})
    )


PUBLIC, OWN = Sharing.PUBLIC.value, Sharing.OWN.value
COUNCIL, PERSONAL, PARTNER = SenderKind.COUNCIL.value, SenderKind.PERSONAL.value, SenderKind.PARTNER.value
ADOPTED, REJECTED = Verdict.ADOPTED.value, Verdict.REJECTED.value


def test_each_kind_of_sender_is_counted_apart_and_by_verdict():
    found = totals(
        of={
            (COUNCIL, REJECTED, PUBLIC): 1,
            (COUNCIL, REJECTED, OWN): 20,
            (COUNCIL, None, PUBLIC): 300,
            (PERSONAL, ADOPTED, PUBLIC): 4_000,
        }
    )
    assert found.verdicts == [Verdict.ADOPTED, Verdict.REJECTED]
    assert found.columns == ["overgenomen", "niet overgenomen", "nog geen antwoord"]
    assert found.rows == [
        (SenderKind.PERSONAL, [4_000, 0, 0], 4_000),
        (SenderKind.COUNCIL, [0, 21, 300], 321),
    ]
    assert found.told_rows == [
        (SenderKind.PERSONAL, 4_000, [("Overgenomen", 4_000)]),
        (SenderKind.COUNCIL, 321, [("Niet overgenomen", 21), ("Nog geen antwoord", 300)]),
    ]


def test_once_all_is_answered_there_is_no_column_for_what_waits():
    found = totals(of={(COUNCIL, REJECTED, PUBLIC): 2})
    assert not found.has_open
    assert found.open_sentence == ""
    assert found.columns == ["niet overgenomen"]
    assert found.rows == [(SenderKind.COUNCIL, [2], 2)]
    waiting = totals(of={(COUNCIL, None, PUBLIC): 2})
    assert waiting.has_open
    assert waiting.open_sentence == "Nog niet elk punt heeft een antwoord."
    assert (waiting.verdicts, waiting.columns) == ([], ["nog geen antwoord"])
    nothing = totals(of={})
    assert (nothing.has_open, nothing.columns, nothing.rows, nothing.unread) == (False, [], [], [])


@pytest.mark.parametrize(
    ("counts", "unread", "sentence"),
    [
        ({(COUNCIL, None, PUBLIC): 3}, [], ""),
        (
            {(COUNCIL, None, OWN): 1, (COUNCIL, None, PUBLIC): 3},
            [(SenderKind.COUNCIL, 1)],
            "Van 1 punt namens de raad of Staten staat de tekst niet in deze nota; dat telt wel mee.",
        ),
        (
            {(COUNCIL, None, OWN): 1, (COUNCIL, ADOPTED, Sharing.COUNCILS.value): 1},
            [(SenderKind.COUNCIL, 2)],
            "Van 2 punten namens de raad of Staten staat de tekst niet in deze nota; die tellen wel mee.",
        ),
        (
            {(COUNCIL, None, OWN): 1, (PERSONAL, None, OWN): 1},
            [(SenderKind.PERSONAL, 1), (SenderKind.COUNCIL, 1)],
            "Van 1 punt persoonlijk en 1 punt namens de raad of Staten staat de tekst niet in deze nota; "
            "die tellen wel mee.",
        ),
    ],
)
def test_what_not_everyone_may_read_is_counted_and_told(counts, unread, sentence):
    found = totals(of=counts)
    assert found.unread == unread
    assert found.unread_sentence.replace("\N{NO-BREAK SPACE}", " ").removeprefix("Niet iedereen mag alles lezen. ") == (
        sentence
    )


@pytest.fixture
def closed(open_consultation):
    return close(open_consultation)


@pytest.fixture
def said(closed, council, other_council, councillor, outsider, wording):
    """A point of each of three letters: shared with all, kept to the own council, and of a council."""
    return [
        letter(closed, council, councillor, (wording, "Van Zwolle.")).points.get(),
        letter(closed, other_council, outsider, (wording, "Van ons."), sharing=Sharing.OWN).points.get(),
        letter(closed, council, councillor, (None, "Van de raad."), sender_kind=SenderKind.COUNCIL).points.get(),
    ]


def answer(points, verdict, at):
    given = Answer.objects.create(verdict=verdict, reason="Daarom.", reviewed_at=at, published_at=at)
    given.points.set(points)
    return given


def test_the_totals_count_all_that_counts_whoever_may_read_it(closed, said, council, other_council):
    Body.objects.filter(pk=council.pk).update(name="aa")
    found = Totals.of(closed)
    assert found.counts == {
        (PERSONAL, None, PUBLIC): 1,
        (PERSONAL, None, OWN): 1,
        (COUNCIL, None, PUBLIC): 1,
    }
    assert found.bodies == [(council.pk, "aa"), (other_council.pk, "gemeenteraad van Dalfsen")]
    own = Totals.of(closed, body=council)
    assert own.counts == {(PERSONAL, None, PUBLIC): 1, (COUNCIL, None, PUBLIC): 1}
    Letter.objects.filter(body=other_council).update(confirmed_at=None)
    assert Totals.of(closed).counts == own.counts
    for text in ("Deel.", "Nog een deel."):
        said[0].letter.points.create(part_of=said[0], text=text)
    assert Totals.of(closed).counts == {(PERSONAL, None, PUBLIC): 2, (COUNCIL, None, PUBLIC): 1}


def test_a_point_of_another_consultation_is_counted_there_only(closed, said):
    copy = type(closed).objects.get(pk=closed.pk)
    copy.pk, copy.slug = None, "andere"
    copy.save()
    assert Totals.of(copy).counts == {}
    assert list(points_of(copy)) == []
    assert len(points_of(closed)) == 2


def test_of_the_answers_on_the_site_the_newest_is_counted(closed, said):
    first, second = closed.closes_at + timedelta(hours=1), closed.closes_at + timedelta(hours=2)
    answer(said[:1], Verdict.REJECTED, second)
    answer(said[:1], Verdict.ADOPTED, first)

    def verdict(at=None):
        return points_of(closed, at=at).get(pk=said[0].pk).verdict

    assert [verdict(at) for at in (first - timedelta(seconds=1), first, second - timedelta(seconds=1), second)] == [
        None,
        Verdict.ADOPTED,
        Verdict.ADOPTED,
        Verdict.REJECTED,
    ]
    assert verdict() == Verdict.REJECTED
    assert Totals.of(closed, at=first).counts[PERSONAL, ADOPTED, PUBLIC] == 1
    assert Totals.of(closed).counts[PERSONAL, REJECTED, PUBLIC] == 1
    answer(said[:1], Verdict.NOTED, second)  # of two at one moment the last one written
    assert verdict() == Verdict.NOTED


def test_the_points_of_a_body_are_shown_whole_to_its_members_only(closed, said, council, other_council):
    assert list(points_of(closed)) == [said[0], said[2]]
    assert list(points_of(closed, is_member=True)) == [said[0], said[2]]
    assert list(points_of(closed, body=council)) == [said[0], said[2]]
    assert list(points_of(closed, body=other_council)) == []
    assert list(points_of(closed, body=other_council, is_member=True)) == [said[1]]
    assert list(points_of(closed, at=closed.closes_at - timedelta(seconds=1))) == []
    assert list(points_of(closed, at=closed.closes_at)) == [said[0], said[2]]


def test_the_points_follow_the_text_then_the_questions_and_then_the_whole(
    closed, council, councillor, wording, agenda, version, line
):
    earlier = version.wordings.get(element=line)
    sent = letter(closed, council, councillor, (None, "Geheel."), (wording, "Opgave."), (earlier, "Lijn."))
    whole, of_goal, of_line = sent.points.order_by("pk")
    of_question = sent.points.create(question=closed.questions.create(position=1, text="Waarom?"), text="Daarom.")
    again = sent.points.create(wording=earlier, quoted_text=earlier.text, text="Nog een.", kind="wens")
    order = [of_line, again, of_goal, of_question, whole]
    assert list(points_of(closed)) == order
    assert [place_of(point.pk, closed) for point in order] == [0, 1, 2, 3, 4]
    assert place_of(0, closed) is None
    assert place_of(whole.pk, closed, at=closed.closes_at - timedelta(seconds=1)) is None


def test_every_filter_of_the_nota_holds_at_once(closed, said, council, wording):
    theme = closed.themes.create(name="Bussen")
    said[0].themes.add(theme)
    answer(said[2:], Verdict.ADOPTED, closed.closes_at)

    def chosen(**filters):
        return [said.index(point) for point in filtered(points_of(closed), **filters)]

    assert chosen() == [0, 2]
    assert chosen(code=wording.element.code) == [0]
    assert chosen(body=council.pk) == [0, 2]
    assert chosen(sender_kind=COUNCIL) == [2]
    assert chosen(theme=theme.pk) == [0]
    assert chosen(verdict="open") == [0]
    assert chosen(verdict=ADOPTED) == [2]
    assert chosen(verdict=REJECTED) == []
    assert chosen(verdict=ADOPTED, sender_kind=PERSONAL) == []
    assert chosen(verdict="open", theme=theme.pk, body=council.pk, code=wording.element.code) == [0]


def test_a_theme_counts_its_own_points_and_a_point_in_each_of_its_themes(closed, said):
    buses, towns, nothing = (closed.themes.create(name=name, position=place) for place, name in enumerate("abc"))
    said[0].themes.add(buses, towns)
    said[1].themes.add(buses)
    found = themes_with_totals(closed)
    assert found == [buses, towns, nothing]
    assert [theme.totals.counts for theme in found] == [
        {(PERSONAL, None, PUBLIC): 1, (PERSONAL, None, OWN): 1},
        {(PERSONAL, None, PUBLIC): 1},
        {},
    ]


def test_letters_are_counted_per_kind_of_sender_in_one_order(closed, said):
    assert Letter.objects.order_by("-sent_at").per_sender_kind() == [
        (SenderKind.PERSONAL, 2),
        (SenderKind.COUNCIL, 1),
    ]
    assert Letter.objects.none().per_sender_kind() == []
    assert Point.objects.count() == 3


# What bodies decided


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("has_step", [True, False])
def test_a_decision_is_a_position_of_the_same_name(outcome, has_step):
    assert Position.of({None: outcome.value}, has_step=has_step) == Position[outcome.name]
    assert Position.of({7: outcome.value}, has_step=has_step) == Position[outcome.name]


def test_without_a_decision_a_step_makes_it_partly_known():
    assert Position.of({}, has_step=True) == Position.PARTLY_KNOWN
    assert Position.of({}, has_step=False) == Position.UNKNOWN


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Outcome.ABSTAINS, Outcome.AGREED),
        (Outcome.AGREED, Outcome.CONDITION),
        (Outcome.CONDITION, Outcome.AGAINST),
        (Outcome.ABSTAINS, Outcome.AGAINST),
    ],
)
def test_of_two_parts_the_least_favourable_counts_in_either_order(better, worse):
    assert Position.of({1: better.value, 2: worse.value}, has_step=True) == Position[worse.name]
    assert Position.of({1: worse.value, 2: better.value}, has_step=True) == Position[worse.name]
    assert Position.of({None: better.value, 2: worse.value}, has_step=True) == Position[better.name]


def test_the_key_of_a_matrix_holds_what_occurs_once_and_in_order():
    rows = [(None, [Position.UNKNOWN, Position.AGREED]), (None, [Position.AGREED, Position.CONDITION])]
    assert Matrix([], rows, is_first=True).key == [Position.AGREED, Position.CONDITION, Position.UNKNOWN]
    assert Matrix([], [], is_first=True).key == []


@pytest.fixture
def dossier(db):
    return Dossier.objects.create(slug="agenda", title="Agenda", summary="Besluit.")


@pytest.fixture
def tracks(dossier, region):
    """Of eight councils."""
    towns = [partner for partner in region.values() if partner.province][:8]
    bodies = [Body.objects.create(partner=one, kind=BodyKind.COUNCIL, name=f"raad van {one}") for one in towns]
    return [Track.objects.create(dossier=dossier, body=body) for body in bodies]


def decide(track, outcome, source, element=None):
    return Decision.objects.create(
        track=track, outcome=outcome, decided_on=DAY, source=source, element=element, condition="Mits."
    )


def step(track, source, *, on=DAY, kind=TrackStepKind.SENT):
    return TrackStep.objects.create(track=track, kind=kind, happened_on=on, source=source)


@pytest.mark.parametrize(
    ("positions", "outcome", "further"),
    [
        ("", "Van alle 8 organen is nog niet bekend wat zij besloten", ""),
        ("ss", "Van alle 8 organen is nog niet bekend wat zij besloten", ""),
        ("a", "1 van de 8 organen heeft ingestemd", "Van 7 is het besluit nog niet bekend."),
        ("aas", "2 van de 8 organen hebben ingestemd", "Van 6 is het besluit nog niet bekend."),
        ("aaaaaaaa", "8 van de 8 organen hebben ingestemd", ""),
        ("css", "Van 7 van de 8 organen is nog niet bekend wat zij besloten", "1 stemde in met een voorwaarde."),
        ("cctt", "Van 4 van de 8 organen is nog niet bekend wat zij besloten",
         "2 stemden in met een voorwaarde. 2 stemden niet in."),
        ("ttttcccn", "Geen van de 8 organen heeft ingestemd zonder voorwaarde",
         "3 stemden in met een voorwaarde. 4 stemden niet in. 1 doet niet mee."),
        ("aaacctnn", "3 van de 8 organen hebben ingestemd",
         "2 stemden in met een voorwaarde. 1 stemde niet in. 2 doen niet mee."),
        ("acs", "1 van de 8 organen heeft ingestemd",
         "1 stemde in met een voorwaarde. Van 6 is het besluit nog niet bekend."),
    ],
)  # fmt: skip
def test_the_outcome_of_a_dossier_is_counted(dossier, tracks, deck, positions, outcome, further):
    letters = {"a": Outcome.AGREED, "c": Outcome.CONDITION, "t": Outcome.AGAINST, "n": Outcome.ABSTAINS}
    for track, mark in zip(tracks, positions, strict=False):
        step(track, deck) if mark == "s" else decide(track, letters[mark], deck)
    assert dossier.outcome == outcome
    assert dossier.further == further
    found = {
        Position.AGREED: positions.count("a"),
        Position.CONDITION: positions.count("c"),
        Position.AGAINST: positions.count("t"),
        Position.ABSTAINS: positions.count("n"),
        Position.PARTLY_KNOWN: positions.count("s"),
        Position.UNKNOWN: 8 - len(positions),
    }
    assert dossier.tally == [(position, count) for position, count in found.items() if count]


@pytest.mark.parametrize(("parts", "shares"), [(0, []), (1, [1]), (5, [5]), (6, [5, 1]), (10, [5, 5]), (11, [5, 5, 1])])
def test_no_matrix_is_wider_than_five_parts(dossier, tracks, deck, agenda, parts, shares):
    decide(tracks[0], Outcome.AGREED, deck)
    elements = [
        Element.objects.create(agenda=agenda, code=f"RZ24-R{place}", kind=ElementKind.REGIONAL, position=50 - place)
        for place in range(parts)
    ]
    for place, element in enumerate(elements):
        decide(tracks[place % 2], Outcome.AGAINST, deck, element)
    found = dossier.matrices
    assert [len(matrix.parts) for matrix in found] == shares
    assert [part for matrix in found for part in matrix.parts] == elements[::-1]
    for matrix in found:
        assert [track for track, _ in matrix.rows] == list(dossier.tracks.all())
        positions = dict(matrix.rows)
        for place, part in enumerate(matrix.parts):
            decided = Position.AGAINST if elements.index(part) % 2 == 0 else Position.AGREED
            assert positions[tracks[0]][place] == decided


def test_councils_and_staten_are_counted_before_the_others(dossier, tracks, region):
    college = Track.objects.create(
        dossier=dossier, body=Body.objects.create(partner=region["Zwolle"], kind=BodyKind.EXECUTIVE, name="college")
    )
    assert set(dossier.counted_tracks) == set(tracks)
    dossier.tracks.exclude(pk=college.pk).delete()
    assert dossier.counted_tracks == [college]
    college.delete()
    assert dossier.counted_tracks == []
    assert dossier.outcome == "Nog niet bekend is wie hierover besluit"
    assert (dossier.tally, dossier.further, dossier.matrices) == ([], "", [])


def test_of_two_steps_on_one_day_the_one_written_last_is_the_last(tracks, deck):
    step(tracks[0], deck, on=DAY - timedelta(days=1))
    step(tracks[0], deck, kind=TrackStepKind.COMMITTEE)
    last = step(tracks[0], deck, kind=TrackStepKind.DECIDED)
    step(tracks[0], deck, on=DAY - timedelta(days=2))
    assert tracks[0].last_step == last
    assert tracks[1].last_step is None


def test_a_board_goes_by_its_own_name_and_every_other_body_by_that_of_its_partner(dossier, zwolle, overijssel):
    def told(kind, partner, name):
        track = Track(dossier=dossier, body=Body(partner=partner, kind=kind, name=name))
        return track.heading, track.name

    assert told(BodyKind.COUNCIL, zwolle, "raad") == ("Gemeenteraden in Overijssel", "Zwolle")
    assert told(BodyKind.STATES, overijssel, "Staten") == ("Provinciale Staten", "Overijssel")
    assert told(BodyKind.BOARD, zwolle, "bestuur") == ("Andere organen", "bestuur")


def test_the_tracks_stand_by_kind_of_body_then_by_province_and_name(dossier, region):
    names = ["Zwolle", "Noordoostpolder", "Dalfsen"]
    made = [(BodyKind.BOARD, "Dalfsen"), (BodyKind.EXECUTIVE, "Zwolle"), (BodyKind.STATES, "Overijssel")]
    for kind, name in [*made, *((BodyKind.COUNCIL, name) for name in names)]:
        body = Body.objects.create(partner=region[name], kind=kind, name=f"{kind} van {name}")
        Track.objects.create(dossier=dossier, body=body)
    assert [(track.body.kind, track.body.partner.name) for track in Track.objects.as_listed()] == [
        (BodyKind.COUNCIL, "Noordoostpolder"),  # in Flevoland
        (BodyKind.COUNCIL, "Dalfsen"),
        (BodyKind.COUNCIL, "Zwolle"),
        (BodyKind.STATES, "Overijssel"),
        (BodyKind.EXECUTIVE, "Zwolle"),
        (BodyKind.BOARD, "Dalfsen"),
    ]


def test_only_a_condition_must_be_written_down(tracks, deck):
    def made(outcome, condition=""):
        return Decision(track=tracks[0], outcome=outcome, decided_on=DAY, source=deck, condition=condition)

    for outcome in Outcome:
        made(outcome, "Mits.").full_clean()
        if outcome == Outcome.CONDITION:
            with pytest.raises(ValidationError) as refused:
                made(outcome).full_clean()
            assert list(refused.value.message_dict) == ["condition"]
        else:
            made(outcome).full_clean()


def test_a_matrix_says_whether_it_goes_on(agenda):
    parts = [Element(number="1.2", name="Arbeidsmarkt"), Element(number="", name="Sluitstuk")]
    first, second = (Matrix(parts, [], is_first=is_first) for is_first in (True, False))
    assert (first.continued, second.continued) == ("", ", vervolg")
    assert first.heads == ["1.2 Arbeidsmarkt", "Sluitstuk"]
    assert first.width == 3


def test_only_the_first_matrix_is_the_first(dossier, tracks, deck, agenda):
    for place in range(6):
        element = Element.objects.create(
            agenda=agenda, code=f"RZ24-R{place}", kind=ElementKind.REGIONAL, position=place
        )
        decide(tracks[0], Outcome.AGREED, deck, element)
    assert [matrix.is_first for matrix in dossier.matrices] == [True, False]


def test_that_others_do_not_count_is_said_only_where_it_is_so(dossier, tracks, region):
    assert dossier.what_counts == ""
    college = Body.objects.create(partner=region["Zwolle"], kind=BodyKind.EXECUTIVE, name="college")
    Track.objects.create(dossier=dossier, body=college)
    assert dossier.what_counts == "Bovenaan tellen alleen de raden en Staten."
    dossier.tracks.exclude(body=college).delete()
    assert dossier.what_counts == ""


def test_a_decision_says_its_condition_and_its_amount_as_far_as_they_are_known(goal):
    def terms(**fields):
        return Decision(decided_on=DAY, **fields).terms.replace("\N{NO-BREAK SPACE}", " ")

    assert terms() == ""
    assert terms(condition="Mits.") == "Voorwaarde: Mits."
    assert terms(amount=0) == "Bedrag: € 0."
    assert terms(condition="Mits.", amount=5) == "Voorwaarde: Mits. Bedrag: € 5."
    assert Decision(decided_on=DAY).when.replace("\N{NO-BREAK SPACE}", " ") == "26 juni 2023"
    assert Decision(decided_on=DAY, date_text="2023").when == "2023"
    assert Decision(decided_on=DAY).part == ""
    assert Decision(decided_on=DAY, element=goal).part == ' (<a href="/agenda/tekst/RZ24-L1.2/">opgave 1.2</a>)'


@pytest.mark.parametrize("position", Position)
def test_what_is_no_plain_answer_has_a_pattern(position):
    patterned = {Position.CONDITION, Position.AGAINST, Position.PARTLY_KNOWN}
    assert position.has_pattern is (position in patterned)


# The chapters of the agenda


def part(pk, kind, *, parent=None):
    return Element(pk=pk, code=f"E{pk}", kind=kind, name=f"Naam {pk}", number=str(pk), parent_id=parent)


def outline(*elements):
    return [(one.title, one.anchor, [passage.element.pk for passage in one.passages]) for one in chapters(elements)]


def test_what_stands_under_no_heading_is_put_together_by_kind():
    assert outline() == []
    assert outline(
        part(1, ElementKind.PRINCIPLE),
        part(2, ElementKind.PRINCIPLE),
        part(3, ElementKind.REGIONAL),
        part(4, ElementKind.PRINCIPLE),
    ) == [
        ("Leidende principes", "vanaf-E1", [1, 2]),
        ("Regionale ambities", "vanaf-E3", [3]),
        ("Leidende principes", "vanaf-E4", [4]),
    ]


def test_a_line_holds_what_is_its_own_and_the_rest_begins_anew():
    assert outline(
        part(1, ElementKind.LINE),
        part(2, ElementKind.GOAL, parent=1),
        part(3, ElementKind.GOAL, parent=9),
        part(4, ElementKind.GOAL, parent=9),
        part(5, ElementKind.CLOSING),
        part(6, ElementKind.PARAGRAPH, parent=5),
        part(7, ElementKind.GOAL),
    ) == [
        ("Naam 1", "E1", [1, 2]),
        ("Opgaven", "vanaf-E3", [3, 4]),
        ("Naam 5", "E5", [5, 6]),
        ("Opgaven", "vanaf-E7", [7]),
    ]


def test_the_contents_list_what_is_below_a_chapter_and_not_an_only_passage():
    goal, other = part(2, ElementKind.GOAL), part(3, ElementKind.GOAL)
    paragraph, line = part(4, ElementKind.PARAGRAPH), part(1, ElementKind.LINE)
    assert Chapter("Opgaven", "", elements=[goal]).contents == []
    assert Chapter("Opgaven", "", elements=[goal, other]).contents == [goal, other]
    assert Chapter("Opgaven", "", elements=[goal, paragraph]).contents == [goal]
    assert Chapter("Lijn", "", head=line, elements=[goal]).contents == [goal]
    assert Chapter("Lijn", "", head=line, elements=[paragraph, goal]).contents == [goal]
    assert Chapter("Lijn", "", head=line).contents == []
    assert (Chapter("Lijn", "", head=line).number, Chapter("Opgaven", "", elements=[goal]).number) == ("1", "")


def test_a_chapter_says_the_number_and_the_words_of_its_line_once():
    line, goal = part(1, ElementKind.LINE), part(2, ElementKind.GOAL)
    for element, text in [(line, "Naam 1"), (goal, "Woorden.")]:
        element.wording_text, element.wording_markup, element.wording_explanation = text, "", "Uitleg."
    chapter = Chapter("Naam 1", "", head=line, elements=[goal])
    assert chapter.heading == "1. Naam 1"
    assert Chapter("Opgaven", "", elements=[goal]).heading == "Opgaven"
    assert [(one.number, one.words, one.explanation, one.is_head, one.is_goal) for one in chapter.passages] == [
        ("", "", "Uitleg.", True, False),
        ("2", "<p>Woorden.</p>", "Uitleg.", False, True),
    ]
    assert chapter.passages[0].actions == []
