"""What looks at every state must itself see what is wrong, or it proves nothing."""

import pytest

from tests.states import Page

POLICY = "default-src 'none'; style-src 'self'"
SOUND = (
    '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head>'
    "<body><main><h1>Proef</h1></main></body></html>"
)


pytestmark = pytest.mark.usefixtures("only_with_a_browser")


def looked_at(looker, html, *, policy=POLICY, new_parts=(("h1", None, None, False),)):
    return looker.faults(Page("/proef/", policy, html, new_parts=list(new_parts)))


def test_a_sound_page_has_no_faults(looker):
    assert looked_at(looker, SOUND) == []


def test_each_fault_is_seen(looker):
    wide = SOUND.replace("<h1>", "<h1><pre>" + "breed" * 100 + "</pre>")
    assert any("schuift opzij" in fault[-1] for fault in looked_at(looker, wide) if isinstance(fault, list))
    unnamed = looked_at(looker, SOUND.replace("</h1>", '</h1><img src="/static/img/favicon.svg">'))
    assert any("image-alt" in str(fault) for fault in unnamed)
    assert any("alt" in fault for fault in unnamed if isinstance(fault, str))
    assert looked_at(looker, SOUND.replace("</h1>", "</h1><h3>Te diep</h3>"))[0] == "koppen [1, 3], taal nl"
    inline = looked_at(looker, SOUND.replace("<h1>", '<h1 style="color: blue">'))
    assert any(fault[0] == "console" for fault in inline)


def test_what_is_new_is_seen_in_all_its_colours(looker):
    """With what it holds: here it fades in the dark alone. What was seen before is seen as it is in the light."""
    faded = "@media (prefers-color-scheme: dark) { .new { color: #777; background: #666 } }"
    html = SOUND.replace("</title>", f"</title><style>{faded}</style>")
    html = html.replace("</h1>", '</h1><p class="new"><span>Grijs</span></p>')
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    found = looked_at(looker, html, policy=policy, new_parts=[("p", "new", None, False)])
    seen = [["color-contrast", [["span"]]]]
    assert found == [[1280, "dark", seen], [320, "dark", seen]]
    assert looked_at(looker, html, policy=policy) == []
