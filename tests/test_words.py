"""Cutting text into words to find it by: numbers, codes, hyphens, apostrophes, accents, forms and compounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiozwolle.searching.words import clean, cut, split, stem


def words(text):
    return [token.word for token in cut(clean(text))]


@pytest.mark.parametrize(
    ("written", "cut"),
    [
        ("4.500 woningen", ["4500", "woningen"]),
        ("4500 woningen", ["4500", "woningen"]),
        ("agenda 2024-2028", ["agenda", "2024", "2028"]),
        ("2024–2028", ["2024", "2028"]),
        ("1.200/1.900", ["1200", "1900"]),
        ("10-4", ["10", "4"]),
        ("71,7", ["71.7"]),
        ("€\N{NO-BREAK SPACE}90 miljoen", ["euro", "90", "miljoen"]),
        ("90 mln euro", ["90", "miljoen", "euro"]),
        ("+4,4%", ["4.4", "procent"]),
        ("€ 241.464,60", ["euro", "241464.60"]),
        ("opgave 2.1.", ["opgave", "2.1"]),
        ("wonen/werken", ["wonen", "werken"]),
        ("RZ24-L2.1", ["rz24-l2.1", "rz24", "l2.1"]),
        ("rz24-l1.a", ["rz24-l1.a", "rz24", "l1.a"]),
        ("L2.1", ["l2.1"]),
        ("RZ-2026-0010.", ["rz-2026-0010", "rz", "2026", "0010"]),
        ("mbo-niveau 3", ["mbo", "niveau", "3"]),
        ("e-mail", ["email"]),
        ("foto’s en foto's", ["fotos", "en", "fotos"]),
        ("’t Harde", ["t", "harde"]),
        ("coördinatie", ["coordinatie"]),
        ("coo\N{COMBINING DIAERESIS}rdinatie", ["coordinatie"]),
        ("wo\N{SOFT HYPHEN}ning\N{ZERO WIDTH SPACE}bouw", ["woningbouw"]),
        ("12 m²", ["12", "m2"]),
        ("regiozwolle@zwolle.nl", ["regiozwolle", "zwolle", "nl"]),
        ("&|!():*<->'", ["en"]),
    ],
)
def test_text_is_cut_into_the_words_one_finds_it_by(written, cut):
    assert words(written) == cut


@given(st.text(max_size=80))
def test_no_word_holds_a_sign_that_a_question_could_be_read_by(text):
    for token in cut(clean(text)):
        assert token.word
        assert not set(token.word) & set(" '\\&|!()<>:*\0")
        assert clean(text)[token.start : token.end].strip()


@given(st.integers(0, 10_000_000))
def test_a_number_is_the_same_word_with_and_without_its_points(number):
    assert words(f"{number:,}".replace(",", ".")) == words(str(number)) == [str(number)]


@pytest.mark.parametrize(
    "forms",
    [
        "woning woningen",
        "gemeente gemeenten gemeentes",
        "regio regios",
        "baan banen",
        "huis huizen",
        "lokaal lokale",
        "duurzaam duurzame",
        "plan plannen",
        "stad steden",
        "mogelijkheid mogelijkheden",
        "partner partners",
        "vacature vacatures",
        "raad raden",
        "brief brieven",
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("two", ["huis hui", "kans kan", "wonen woning", "bus bui", "regio regie"])
def test_other_words_do_not(two):
    one, other = two.split()
    assert stem(one) != stem(other)


KNOWN = {"woning", "bouw", "locaties", "regio", "deal", "vestiging", "klimaat", "griffie", "veld"}


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("woningbouwlocaties", ("woning", "bouw", "locaties")),
        ("regiodeal", ("regio", "deal")),
        ("vestigingsklimaat", ("vestiging", "klimaat")),
        ("griffiers", ()),
        ("westerveld", ()),
        ("woning", ()),
    ],
)
def test_a_compound_has_the_parts_that_occur_by_themselves(word, parts):
    assert split(word, KNOWN) == parts
