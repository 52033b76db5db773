"""The small parts that recur: a badge only on an example, an unknown only where nothing is known."""

from types import SimpleNamespace

import pytest
from django.template import Context, Template

from partners.models import Source

REAL, INVENTED = SimpleNamespace(is_example=False), SimpleNamespace(is_example=True)
BADGE = '<span class="badge">Voorbeeld</span>'


def drawn(markup, **context):
    return Template("{% load parts %}" + markup).render(Context(context))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("{% example one %}", f"{BADGE} "),
        ("{% example_in_margin one %}", f"<p>{BADGE}</p>"),
        ("{% example_notice one words %}", f'<p class="notice">{BADGE} Dit is &lt;verzonnen&gt;.</p>'),
    ],
)
def test_only_an_example_is_marked(markup, expected):
    words = "Dit is <verzonnen>."
    assert drawn(markup, one=INVENTED, words=words) == expected
    assert drawn(markup, one=REAL, words=words) == drawn(markup, one=None, words=words) == ""


@pytest.mark.parametrize(("value", "expected"), [(None, True), ("", True), (0, False), ("12", False)])
def test_zero_is_known_and_nothing_is_not(value, expected):
    unknown = '<span class="unknown">nog niet bekend</span>'
    assert drawn("{{ value|or_unknown }}", value=value) == (unknown if expected else str(value))


def test_other_words_can_say_what_is_unknown():
    assert drawn("{{ value|or_unknown:'geen tarief' }}", value=None) == '<span class="unknown">geen tarief</span>'


def test_a_source_is_named_where_there_is_one():
    source = Source(title="Deck <1>", publisher="Regio Zwolle", url="https://example.org/deck")
    assert drawn("{% source_line one %}", one=source) == (
        '<p class="source">Bron: <a href="https://example.org/deck">Deck &lt;1&gt;</a>, Regio Zwolle.</p>'
    )
    assert drawn("{% source_line one %}", one=None) == ""


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("{{ text|paragraph }}", "<p>Eén &lt;zin&gt;.</p>"),
        ("{{ text|paragraph:'hint' }}", '<p class="hint">Eén &lt;zin&gt;.</p>'),
        ("{{ text|small }}", '<span class="source">Eén &lt;zin&gt;.</span>'),
    ],
)
def test_a_text_that_is_missing_leaves_no_element(markup, expected):
    assert drawn(markup, text="Eén <zin>.") == expected
    assert drawn(markup, text="") == drawn(markup, text=None) == ""
