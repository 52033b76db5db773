"""What is kept of the markup that the secretariat types: cleaned once, on saving, and shown as it is kept."""

import re

import nh3
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from agenda import rich_text
from agenda.actions import draft_next
from agenda.forms import WordingForm
from agenda.models import Wording
from partners.ground.desk.texts import merge_texts

ITSELF = object()
KEPT = [
    ("<p>Gewoon</p>", ITSELF),
    ("los", "<p>los</p>"),
    ("<p>a</p>los<p>b</p>", "<p>a</p><p>los</p><p>b</p>"),
    ("<b>vet</b> en <i>schuin</i>", "<p><strong>vet</strong> en <em>schuin</em></p>"),
    ("<em><strong>a</strong> b</em>", "<p><strong><em>a</em></strong><em> b</em></p>"),
    ("<strong>a<p>b</p></strong>c", "<p><strong>a</strong></p><p><strong>b</strong></p><p>c</p>"),
    ("a<b> </b>c<i></i>", "<p>a c</p>"),
    ("<h2>Kop</h2><div>tekst</div>", "<p>Kop</p><p>tekst</p>"),
    ("<p>a<br>b<br></p>", "<p>a<br>b</p>"),
    ("a<br><br>b", "<p>a</p><p>b</p>"),
    ("<ul><li>een<li>twee</ul>", "<ul><li>een</li><li>twee</li></ul>"),
    ("<ul><li><p>een</p><p>twee</p></li></ul>", "<ul><li>een<br>twee</li></ul>"),
    ("<ul><li>a</li></ul><ol><li>b</li></ol>", ITSELF),
    ("<ul><li>a</li></ul><ul><li>b</li></ul>", ITSELF),
    ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", ITSELF),
    ("<ol><li>a</li><ul><li>b</li></ul><li>c</li></ol>", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    ("<ul><ul><li>a</li></ul></ul>", "<ul><li>a</li></ul>"),
    ("<a href='https://zwolle.nl' onclick='x()'>k</a>", '<p><a href="https://zwolle.nl">k</a></p>'),
    ("<a href='https://zwolle.nl/?a=1&amp;b'>k</a>", '<p><a href="https://zwolle.nl/?a=1&amp;b">k</a></p>'),
    (
        "<a href='/agenda/?a=1&amp;b=2:3'>k</a> <a href='MAILTO:a@b.nl'>m</a>",
        '<p><a href="/agenda/?a=1&amp;b=2:3">k</a> <a href="MAILTO:a@b.nl">m</a></p>',
    ),
    ("<a href='javascript:alert(1)'>k</a>", "<p>k</p>"),
    ("<a href='java&#10;script:alert(1)'>k</a><a href='//ander.nl'>l</a>", "<p>kl</p>"),
    ("<a href='https://[a'>k</a> <a href='http://a.nl:99999'>l</a>", "<p>k l</p>"),
    ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
    ("<img src=x onerror=alert(1)>", ""),
    ("<p>&nbsp;</p><p><br></p>", ""),
    ("&lt;b&gt; 3 < 4 &amp; \"5\" '6'", "<p>&lt;b&gt; 3 &lt; 4 &amp; \"5\" '6'</p>"),
    ("€&nbsp;5 en &nbsp; 6", "<p>€&nbsp;5 en 6</p>"),
    (
        "<p class=Mso style='mso-x:y'>Uit\nWord<o:p>&nbsp;</o:p></p><!--[if mso]><xml>x</xml><![endif]-->",
        "<p>Uit Word</p>",
    ),
    ("<![if !supportLists]>a<![endif]><?xml:namespace x?>", "<p>a</p>"),
    ("<table><tr><td>cel</td></tr></table>", "<p>cel</p>"),
    (
        "<table><tr><th><p>Gemeente</p></th> <th>Woningen</th></tr>"
        "<tr><td><p>Stad</p><p>en dorp</p></td><td>5</td></tr></table>na",
        "<p>Gemeente; Woningen</p><p>Stad en dorp; 5</p><p>na</p>",
    ),
]
HOSTILE = {
    "nested": "<div>" * 100_000 + "tekst" + "</div>" * 100_000,
    "unclosed": "<b>" * 20_000 + "tekst",
    "unlike each other": "".join(f"<b id={n}>" for n in range(4_000)) + "<p>tekst" * 2_000,
    "attribute": f'<p title="{"x" * 2_000_000}">tekst</p>',
    "comments": "<!--" * 20_000,
    "entities": "&nbsp;" * 20_000 + "tekst",
    "grows when written": "<" * 49_000,
    "lists": "<ul><li>a" * 400,
}


@pytest.fixture
def words(version, goal):
    """The words of an element in a version that is not published."""
    return draft_next(version=version).wordings.get(element=goal)


def typed_in(words, markup):
    return WordingForm({"markup": markup, "element": words.element_id, "version": words.version_id}, instance=words)


@pytest.mark.parametrize(("typed", "kept"), KEPT)
def test_only_a_little_markup_is_kept(typed, kept):
    kept = typed if kept is ITSELF else kept
    assert rich_text.clean(typed) == kept
    assert rich_text.clean(kept) == kept


TAGS = ["p", "b", "em", "ul", "ol", "li", "tr", "td", "div", "br", "a"]
LINKS = ["<a href='https://a.nl'>", "<a href='javascript:x'>"]
MARKUP = [*(f"<{end}{tag}>" for tag in TAGS for end in ["", "/"]), *LINKS, " ", "\n", "&nbsp;", "&lt;", "aap", "noot"]
NONSENSE = ["<script>", "</script>", "<!--", "-->", "<![if x]>", "<", ">", '"']


@given(st.lists(st.sampled_from(MARKUP + NONSENSE), max_size=40).map("".join))
def test_whatever_comes_is_clean_once_it_is_cleaned(typed):
    kept = rich_text.clean(typed)
    assert rich_text.clean(kept) == kept
    assert nh3.clean(kept, tags=rich_text.TAGS, attributes={"a": {"href"}}, link_rel=None) == kept
    assert not re.search(rich_text.UNCLEAN, kept)
    assert rich_text.clean(rich_text.paragraphs(rich_text.plain(kept))) == rich_text.paragraphs(rich_text.plain(kept))


@given(st.lists(st.sampled_from(MARKUP)).map("".join))
def test_no_word_is_lost_in_cleaning(typed):
    assert re.findall("aap|noot", rich_text.clean(typed)) == re.findall("aap|noot", typed)


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_would_take_long_is_refused_unread_and_stays_in_the_form(words, kind):
    form = typed_in(words, HOSTILE[kind])
    assert not form.is_valid()
    [reason] = form.errors["markup"]
    assert re.search("50.000 tekens|Hooguit 2.000|Hooguit 6", reason), reason
    assert form["markup"].value() == HOSTILE[kind]
    with pytest.raises(ValidationError):
        rich_text.clean(HOSTILE[kind])


def test_tags_that_are_never_closed_do_not_make_it_grow():
    """A parser of HTML opens each of them again in every paragraph: 900 times 900 tags here."""
    typed = "".join(f"<b id={n}>" for n in range(900)) + "<p>a" * 900
    assert rich_text.clean(typed) == "<p><strong>a</strong></p>" * 900


def test_too_much_is_said_in_words():
    with pytest.raises(ValidationError) as refused:
        rich_text.clean("<b>" * 2_001)
    assert refused.value.messages == ["Hier staat te veel opmaak in: 2.001 tags. Hooguit 2.000 kan."]
    with pytest.raises(ValidationError) as refused:
        rich_text.clean("a" * 50_001)
    assert refused.value.messages == ["Kort de tekst in tot 50.000 tekens, met de opmaak. Nu zijn het er 50.001."]
    assert rich_text.clean("<ul><li>a" * 6) != ""
    with pytest.raises(ValidationError) as refused:
        rich_text.clean("<ul><li>a" * 7)
    assert refused.value.messages == ["Een lijst staat hier te diep in andere lijsten. Hooguit 6 in elkaar kan."]


def test_it_is_shown_as_it_is_kept():
    """Nothing cleans it again: the database keeps none that is not clean."""
    assert rich_text.html("", "<p>a<u>b</u></p>") == "<p>a<u>b</u></p>"
    assert rich_text.html("<b>geen opmaak</b>", "") == "<p>&lt;b&gt;geen opmaak&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a<script>alert(1)</script></p>",
        "<p onclick=x>a</p>",
        "<P STYLE=x>a</P>",
        "<img src=x>",
        "<p>a</p><!-- -->",
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><a href="javascript&#58;alert(1)">a</a></p>',
        '<p><a href="https://a.nl" onclick="x">a</a></p>',
        "<p><a href='x'>a</a></p>",
        "<br/onload=x>",
    ],
)
def test_no_way_leads_markup_that_is_not_clean_into_the_database(words, markup):
    with transaction.atomic(), pytest.raises(IntegrityError, match="wording_markup_is_clean"):
        Wording.objects.filter(pk=words.pk).update(markup=markup)


@pytest.mark.parametrize(("typed", "kept"), KEPT)
def test_all_that_is_clean_can_be_kept(words, typed, kept):
    Wording.objects.filter(pk=words.pk).update(markup=rich_text.clean(typed))


def test_the_plain_words_have_no_tags():
    markup = "<p>Een &amp; <strong>twee</strong></p><ul><li>drie</li><li><p>vier</p></li></ul><p>vijf<br>zes</p>"
    assert rich_text.plain(markup) == "Een & twee\n- drie\n- vier\n\nvijf\nzes"


def test_words_are_kept_without_markup(words):
    words.markup = "<p>Werken aan <strong>krachtige</strong> scholen</p>"
    words.save()
    words.refresh_from_db()
    assert words.text == "Werken aan krachtige scholen"
    assert words.html == "<p>Werken aan <strong>krachtige</strong> scholen</p>"


@pytest.mark.parametrize("text", ["Eerste\n\nTweede", "Een 'woord' van \"haar\" & < € 5", "regel\nregel"])
def test_words_with_paragraphs_only_need_no_markup(words, text):
    words.markup = rich_text.clean(rich_text.paragraphs(text))
    words.save()
    assert (words.text, words.markup) == (text, "")


def test_what_is_typed_without_any_tag_is_plain_text(words):
    form = typed_in(words, "Eerste\r\n\r\nTweede")
    assert form.is_valid(), form.errors
    assert form.save().text == "Eerste\n\nTweede"


@pytest.mark.parametrize("nothing", ["<p> </p>", "<p>&nbsp;</p>", "<p>\u200b</p>", "<table><tr><td></td></tr></table>"])
def test_a_text_without_a_word_is_refused(words, nothing):
    assert typed_in(words, nothing).errors == {"markup": ["Schrijf de tekst van dit onderdeel."]}


def test_what_two_people_typed_in_one_text_merges_by_its_words():
    base = "<p>Wij bouwen huizen.</p><ul><li>in de stad</li><li>in het dorp</li></ul>"
    mine = base.replace("huizen", "<strong>woningen</strong>")
    theirs = base.replace("in het dorp", "in elk dorp")
    [merged] = {
        "".join(getattr(piece, side) for piece in merge_texts(base, mine, theirs)) for side in ("mine", "theirs")
    }
    assert merged == mine.replace("in het dorp", "in elk dorp")
    assert rich_text.clean(merged) == merged
