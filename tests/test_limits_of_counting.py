"""Where counting turns: what is never added up, what stands first, and what is said of none, of one and of more."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from agenda.models import Element, ElementKind
from agenda.outline import Chapter, chapters
from consultation.models import Answer, Consultation, Letter, Point, SenderKind, Sharing, Verdict
from consultation.nota.cut import Cut
from consultation.nota.points import current_verdict, filtered, points_of
from consultation.nota.totals import Totals, themes_with_totals
from partners.models import Body
from tests.letters import close, letter

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
            "De tekst van 1 punt namens de raad of Staten staat hier niet. Het punt telt wel mee.",
        ),
        (
            {(COUNCIL, None, OWN): 1, (COUNCIL, ADOPTED, Sharing.COUNCILS.value): 1},
            [(SenderKind.COUNCIL, 2)],
            "De tekst van 2 punten namens de raad of Staten staat hier niet. De punten tellen wel mee.",
        ),
        (
            {(COUNCIL, None, OWN): 1, (PERSONAL, None, OWN): 1},
            [(SenderKind.PERSONAL, 1), (SenderKind.COUNCIL, 1)],
            "De tekst van 1 persoonlijk punt en 1 punt namens de raad of Staten staat hier niet. "
            "De punten tellen wel mee.",
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
        return points_of(closed, at=at).annotate(verdict=current_verdict(at)).get(pk=said[0].pk).verdict

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
    nota = Cut(closed)
    assert [nota.place_of(point.pk) for point in order] == [0, 1, 2, 3, 4]
    assert nota.place_of(0) is None
    Consultation.objects.update(closes_at=timezone.now() + timedelta(days=1))
    assert nota.place_of(whole.pk) is None


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
