"""Two texts compared: whole words and numbers, paragraphs that split, merge or move, look-alikes, bounded time."""

import random
import re
from itertools import chain
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partners.ground.comparing import MOST_PAIRS, Piece, aligned, alike, html, is_too_long, marked, paragraphs, sides
from partners.ground.comparing.words import keys_of, lines_of, words_of
from partners.ground.desk.texts import as_mine, clashes, merge_texts
from partners.ground.documents import ChangedText, Run


def told(before, after):
    """The change as one line: [-gone], [+come], ¶ for a paragraph that begins or ends, and ~ before what moved."""
    signs = {"": "{}", "-": "[-{}]", "+": "[+{}]"}
    return "|".join(
        "".join(signs[p.sign].format(("~" if p.is_moved else "") + p.text.replace("\n", "¶")) for p in line)
        for line in paragraphs(before, after)
    )


def replaced(before, after):
    """What came in the place of what, of texts in which just that changed."""
    pieces = [piece for line in paragraphs(f"de {before} in", f"de {after} in") for piece in line if piece.sign]
    return [(piece.sign, piece.text.strip()) for piece in pieces]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("4.500", "4.800"),
        ("1.250,50", "1.250,75"),
        ("€ 22,5 miljoen", "€ 23,5 miljoen"),
        ("€\u00a022", "€\u00a023"),
        ("10,8%", "10,9%"),
        ("10 %", "11 %"),
        ("1 januari 2024", "2 januari 2024"),
        ("1-1-2024", "2-1-2024"),
        ("2024-01-31", "2024-01-30"),
        ("2024-2028", "2024-2030"),
        ("2024–2028", "2024–2030"),
        ("1.200/1.900", "1.200/1.950"),
        ("9.00", "9.30"),
        ("-5", "5"),
        ("regio’s", "buurregio’s"),
        ("foto's", "foto"),
        ("cafe\u0301", "cafe"),
    ],
)
def test_a_number_an_amount_a_date_a_range_and_a_word_change_as_a_whole(before, after):
    assert replaced(before, after) == [("-", before), ("+", after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("café", "cafe\u0301"),
        ("€ 22", "€\u00a022"),
        ("€22", "€ 22"),
        ("10%", "10\u00a0%"),
        ("samen\u00adwerking", "samenwerking"),
        ("woning\u200bbouw", "woningbouw"),
        ("“ja”", '"ja"'),
        ("regio’s", "regio's"),
        ("2024–2028", "2024\u2060-\u20602028"),
        ("wacht…", "wacht..."),
        ("een  twee\tdrie", "een twee drie"),
        ("een\r\n\r\ntwee", "een\ntwee"),
    ],
)
def test_what_looks_the_same_is_no_change(before, after):
    assert alike(before, after)
    assert [piece for line in paragraphs(before, after) for piece in line if piece.sign] == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Een. Twee.", "Een.\n\nTwee.", "Een.[+¶]|Twee."),
        ("Een.\nTwee.", "Een. Twee.", "Een. [-¶]Twee."),
        ("Een kat. Twee.", "Een hond.\nTwee.", "Een [-kat][+hond].[+¶]|Twee."),
        ("a b\nc d\ne f", "e f\na b\nc d", "[+~e f]|a b|c d|[-~e f]"),
        (
            "a b c d e f\np q r s t u\nv w x y z",
            "p q r s t u\nv w x y z\na b c d e g",
            "[-~a b c d e ][-f]|p q r s t u|v w x y z|[+~a b c d e ][+g]",
        ),
        ("a\nb", "a\nc", "a|[-b][+c]"),
        ("a", "a\nb", "a|[+b]"),
        ("a\nb", "b", "[-a]|b"),
        ("a\nb\nc", "a\nx\ny\nc", "a|[-b][+x]|[+y]|c"),
        ("a\nb\nc", "a\nx", "a|[-b][+x]|[-c]"),
        ("  a  \n\n\n b", "a\nb", "a|b"),
        ("een  twee drie", "een twee  vier", "een twee  [-drie][+vier]"),
        ("een.", "een!", "een[-.][+!]"),
        ("werk, woningen", "werk, veel woningen", "werk, [+veel ]woningen"),
        ("één € 5", "een € 6", "[-één € 5][+een € 6]"),
        ("<b>a</b> & c", "a & c", "[-<b>]a [-</b> ]& c"),
        ("", "", ""),
        ("een", "", "[-een]"),
        ("", "een", "[+een]"),
    ],
)
def test_a_paragraph_that_is_split_merged_or_moved_reads_as_that(before, after, expected):
    assert told(before, after) == expected


def test_a_change_is_told_in_words_too():
    def heard(before, after):
        return re.sub(r"<[^>]+>", "", html(before, after))

    assert heard("er komen 4.500 woningen", "er komen 4.800 woningen") == (
        "er komen vervangen: 4.500  door: 4.800, einde  woningen"
    )
    assert heard("a b", "a c b") == "a toegevoegd: c, einde  b"
    assert heard("a c b", "a b") == "a verwijderd: c, einde  b"
    assert "hier begint een alinea" in heard("Een. Twee.", "Een.\nTwee.")
    assert "hier eindigde een alinea" in heard("Een.\nTwee.", "Een. Twee.")
    assert heard("a b\nc d\ne f", "e f\na b\nc d") == ("Verplaatst naar hier: e f a bc dVerplaatst, stond hier: e f ")


def test_the_line_under_a_word_ends_with_the_word_and_no_text_is_markup():
    shown = html("a b", "a  c  d b").replace('<span class="visually-hidden">', "[").replace("</span>", "]")
    assert shown == "<p>a  <ins>[toegevoegd: ]c  d[, einde ]</ins> b</p>"
    assert html("<i>", "<i>") == "<p>&lt;i&gt;</p>"
    assert marked("a\n<b>", "a\n<b>") == "a<br>&lt;b&gt;"


def test_a_document_shows_both_sides_with_what_moved():
    (was, before), (becomes, after) = ChangedText("a b\nc 4.500\ne", "e\na b\nc 4.800").sides
    assert (was, becomes) == ("Was", "Wordt")
    assert "".join(run.text for run in before) == "a b\nc 4.500\n(verplaatst) e"
    assert "".join(run.text for run in after) == "(verplaatst) e\na b\nc 4.800"
    assert [run.text for run in before if run.removed] == ["4.500"]
    assert [run.text for run in after if run.added] == ["4.800"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("wonen en werken", "wonen, werken"),
        ("Dorpen, steden", "Dorpen en steden"),
        ("een school (klein)", "een school"),
        ("Bij de stations en in de steden.", "Bij de stations, in de steden en dorpen."),
        ("Een. Twee.", "Een.\n\nTwee."),
        ("regio’s…\n\n  2024–2028", "regio's... 2024-2028"),
    ],
)
def test_a_document_shows_each_side_letter_for_letter(before, after):
    shown = [
        ["".join(run.text for run in runs) for _, runs in ChangedText(*texts).sides]
        for texts in ((before, after), (after, before))
    ]
    assert shown == [[before, after], [after, before]]


def test_an_old_text_of_spaces_alone_is_no_text():
    assert [runs for _, runs in ChangedText(" \n", "").sides] == [[Run("(geen tekst)")]] * 2


def test_two_changes_of_one_number_never_make_a_third():
    merged = merge_texts("er komen 4.500 woningen", "er komen 4.800 woningen", "er komen 5.500 woningen")
    assert clashes(merged)
    assert as_mine(merged) == "er komen 4.800 woningen"


TEXT = st.text("ab1é'’‘ .,-€%\n\N{COMBINING ACUTE ACCENT}\N{SOFT HYPHEN}", max_size=40)


def old_of(lines):
    """The keys of the words of the old text, a list for each paragraph, as the shown change has them."""
    return of_side(lines, "-")


def of_side(lines, sign):
    found = [[]]
    for line in lines:
        goes_on = False
        for piece in line:
            if piece.is_break and piece.sign == sign:
                found.append([])
            elif piece.is_break:
                goes_on = True
            elif piece.sign in ("", sign):
                found[-1] += keys_of(words_of(piece.text))
        if not goes_on or sign == "+":
            found.append([])
    return [each for each in found if each]


def new_of(lines):
    words = [
        [key for piece in line if piece.sign in ("", "+") for key in keys_of(words_of(piece.text))] for line in lines
    ]
    return [each for each in words if each]


def keys(text):
    return [keys_of(words) for words in lines_of(text)]


@given(TEXT, TEXT)
@example("omliggende regio's", "buurregio's")
def test_no_change_ends_inside_a_word_and_nothing_is_lost(before, after):
    shown = paragraphs(before, after)
    assert old_of(shown) == keys(before)
    assert new_of(shown) == keys(after)


BETWEEN = [*"().,;:…-€%‘’", "\n", "\n\n", "\r\n", *(" " * 12)]
PROSE = st.lists(st.sampled_from(["wonen", "werken", "de", "school", "4.500", *BETWEEN]), max_size=40).map("".join)


@given(st.one_of(PROSE, TEXT), st.one_of(PROSE, TEXT))
@example("", " \n")
def test_each_side_is_its_text_letter_for_letter_and_marked_where_both_together_are(before, after):
    shown = paragraphs(before, after)
    for text, side, sign in zip((before, after), sides(before, after), "-+", strict=True):
        assert "".join(piece.text for piece in side) == text
        assert marked_keys(side, sign) == marked_keys(chain(*shown), sign)


def marked_keys(pieces, sign):
    """The keys of the words that came or went, each with whether it was moved."""
    return [(key, one.is_moved) for one in pieces if one.sign == sign for key in keys_of(words_of(one.text))]


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_what_is_aligned_is_all_of_both_lists_and_the_same_where_it_says_so(old, new):
    found = list(aligned(old, new))
    assert [one for _, i, j, _, _ in found for one in old[i:j]] == old
    assert [one for _, _, _, k, m in found for one in new[k:m]] == new
    assert all((old[i:j] == new[k:m]) != changed for changed, i, j, k, m in found)
    assert all(one[0] != other[0] for one, other in zip(found, found[1:], strict=False))


WORDS = ["de", "het", "een", "van", "en", "in", "op", "voor", "met", "aan", ".", ",", ";", "woningen", "partners"]
WORDS += ["4.500", "2024-2028", "10,8%", "regio’s", "1.250,50"]
WORDS += [f"woord{number}" for number in range(120)]


def edited(rng):
    """(Text, the same with random edits, how many words these removed and added): one kind of move, and words."""
    lines = [rng.choices(WORDS, k=rng.randint(12, 60)) for _ in range(rng.randint(1, 12))]
    before, touched, words = "\n\n".join(map(" ".join, lines)), set(), 0
    kind = rng.choice(["split", "merge", "move"])
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(lines))
        place, size = rng.randint(1, len(lines[at]) - 4), rng.randint(0, 4)
        came = rng.choices(WORDS, k=rng.randint(0 if size else 1, 5))
        words += size + len(came)
        lines[at][place : place + size] = came
    free = [line for line in lines if len(line) > 12]
    for line in rng.sample(free, min(len(free), rng.randint(0, 2))):
        at = next((place for place, one in enumerate(lines) if one is line), None)
        if at is None:  # it was merged with the one before it
            continue
        if kind == "split":
            lines[at : at + 1] = [line[: len(line) // 2], line[len(line) // 2 :]]
        elif kind == "merge" and at + 1 < len(lines) and at not in touched:
            lines[at : at + 2] = [line + lines[at + 1]]
            touched |= {at - 1, at}
        elif kind == "move":
            lines.insert(rng.randrange(len(lines)), lines.pop(at))
    return before, "\n".join(map(" ".join, lines)), words


@pytest.mark.parametrize("seed", range(200))
def test_the_shown_change_makes_the_new_of_the_old_and_marks_little_more_than_was_edited(seed):
    before, after, words = edited(random.Random(seed))
    shown = paragraphs(before, after)
    assert old_of(shown) == keys(before)
    assert new_of(shown) == keys(after)
    pieces = [piece for line in shown for piece in line if piece.sign and piece.is_in_line]
    assert sum(len(words_of(piece.text)) for piece in pieces) <= 1.5 * words


def test_lists_are_too_long_past_a_number_of_equal_pairs_and_not_at_it():
    assert MOST_PAIRS == 60_000
    assert not is_too_long(["w"] * 200, ["w"] * 300)
    assert is_too_long(["w"] * 200 + ["x"], ["w"] * 300 + ["x"])
    assert not is_too_long([str(one) for one in range(60_001)], ["w"] * 60_001)


def test_a_word_that_occurs_often_is_compared_like_any_other():
    words = " ".join(["de"] * 2_000)
    assert paragraphs(f"een {words}", f"twee {words}") == [[Piece("-", "een "), Piece("+", "twee "), Piece("", words)]]


def test_a_text_of_20_000_characters_is_compared_word_by_word():
    rng = random.Random(1)
    words = rng.choices(WORDS[:20] + WORDS[20:] * 2, k=3_400)
    others = [word if rng.random() > 0.05 else "anders" for word in words]
    before, after = " ".join(words), " ".join(others)
    assert len(before) > 20_000
    begun = perf_counter()
    [line] = paragraphs(before, after)
    assert perf_counter() - begun < 2
    assert sum(len(words_of(piece.text)) for piece in line if piece.sign) <= 3 * others.count("anders")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("woord " * 20_000 + "a", "ander woord " * 20_000 + "b"),
        ("x\n" * 20_000, "y\nx\n" * 20_000),
        (" ".join(f"w{n % 7}" for n in range(5_000)), " ".join(f"w{n % 5}" for n in range(5_000))),
    ],
)
def test_what_would_take_too_long_is_shown_whole(before, after):
    begun = perf_counter()
    shown = paragraphs(before, after)
    assert perf_counter() - begun < 10
    assert old_of(shown) == keys(before)
    assert new_of(shown) == keys(after)


def test_a_comma_in_the_place_of_a_word_stands_against_the_word_before_it():
    [line] = paragraphs("Bij de stations en in de steden.", "Bij de stations, in de steden.")
    assert [(piece.sign, piece.text) for piece in line] == [
        ("", "Bij de stations"),
        ("+", ", "),
        ("-", "en "),
        ("", "in de steden."),
    ]
    assert [piece.sign for piece in paragraphs("Klaar.", "Klaar!")[0]] == ["", "-", "+"]


def test_a_space_that_came_with_new_words_is_none_of_the_old_text():
    [line] = paragraphs("Bij de stations in de steden.", "Bij de stations in de steden en dorpen.")
    assert [(piece.sign, piece.text) for piece in line] == [
        ("", "Bij de stations in de steden"),
        ("+", " en dorpen"),
        ("", "."),
    ]
