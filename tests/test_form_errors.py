"""What a form says when it cannot be used, and that no nonsense breaks it."""

import re

import pytest

from agenda.models import Version
from consultation.models import Letter, Point
from consultation.models.point_words import POINT_LENGTH
from tests.published import unsealed
from tests.reacting import FORM, MINE, QUESTIONS, WISH, fill


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"text": ""}, "id_text", "schrijf wat u wilt meegeven"),
        ({"kind": ""}, "id_kind_0", "kies wat voor reactie het is"),
        ({"kind": "roddel"}, "id_kind_0", "kies wat voor reactie het is"),
        ({"text": "a\x00b"}, "id_text", "haal het onzichtbare nul-teken uit uw tekst"),
        ({"proposal": "a\x00b"}, "id_proposal", "haal het onzichtbare nul-teken uit uw tekst"),
        ({"text": "x" * (POINT_LENGTH + 1)}, "id_text", "kort de tekst in tot 20.000 tekens"),
    ],
)
def test_an_error_is_explained_twice_and_loses_nothing(member, typed, field, says):
    page = fill(member, FORM, WISH | typed)
    assert page.status_code == 200
    assert "<title>Fout: Reageer op opgave 1.2" in page.text
    assert f'<a href="#{field}">{says.capitalize()}' in page.text
    assert f"Fout: {says}" in page.text
    assert f'id="{field}"' in page.text
    assert "Pas eerst dit aan:" in page.text
    assert page.text.index('id="error-summary"') < page.text.index("<form")
    for name in {"text", "proposal"} - set(typed):
        assert f"{WISH[name]}</textarea>" in page.text
    for name in {"text", "proposal"} & set(typed):
        assert typed[name].replace("\0", "") + "</textarea>" in page.text
    described = re.findall(r'aria-describedby="([^"]+)"', page.text)
    assert [name for names in described for name in names.split() if f'id="{name}"' not in page.text] == []
    assert Point.objects.count() == 0


def test_the_longest_text_fits_however_the_browser_ends_its_lines(member):
    text = "\r\n".join(["x" * 99] * 200)
    fill(member, FORM, WISH | {"text": text})
    assert Point.objects.get().text == text.replace("\r\n", "\n")


def test_nothing_cuts_what_is_pasted_too_long(member):
    assert "maxlength" not in member.get(FORM).text


def test_a_text_of_megabytes_is_answered_with_what_to_do(member):
    page = member.post(FORM, {"text": "x" * 3_000_000})
    assert "x" * 3_000_000 in page.text
    assert "Nu zijn het er 3.000.000." in page.text
    assert member.post(FORM, {"text": "x" * 13_000_000}).status_code == 413


def test_an_empty_draft_is_not_kept(member):
    page = fill(member, FORM, {"draft": ""})
    assert "Fout: schrijf iets voordat u het opslaat" in page.text
    assert Letter.objects.count() == 0


@pytest.mark.parametrize(
    "nonsense",
    ["a\x00b", "9" * 50, "\N{GRINNING FACE}" * 100, "{{7*7}}", "-1", "\ud7ff\ue000"],
    ids=["zero", "huge", "emoji", "braces", "negative", "private"],
)
def test_nonsense_is_answered_with_a_page(member, draft, open_consultation, nonsense):
    question = open_consultation.questions.get()
    letter, point = f"{MINE}{draft.pk}/", draft.points.get()
    names = ["sender", "kind", "text", "proposal", "seal", "decided_on", "decision_url", f"question-{question.pk}", "x"]
    addresses = [FORM, QUESTIONS, letter, f"{letter}controleren/", f"{letter}punten/{point.pk}/", f"{letter}intrekken/"]
    for address in addresses:
        assert member.post(address, dict.fromkeys(names, nonsense)).status_code < 500, address
        assert member.post(address, {name: [nonsense, nonsense] for name in names}).status_code < 500, address
        broken = member.post(address, b"\xff\x00", content_type="multipart/form-data; boundary=x")
        assert broken.status_code < 500, address
        assert member.get(address, {"namens": nonsense}).status_code < 500, address


def test_what_is_typed_is_shown_and_never_run(member):
    page = fill(member, FORM, WISH | {"text": "<script>alert(1)</script>"}, follow=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text
    assert "<script>alert" not in page.text


def test_a_passage_that_is_not_in_the_version_does_not_exist(member, version):
    assert member.get("/consultaties/conceptagenda/reageren/RZ24-L9/").status_code == 404
    assert member.get("/consultaties/bestaat-niet/reageren/RZ24-L1.2/").status_code == 404
    with unsealed():
        Version.objects.update(published_at=None)
    assert member.get(FORM).status_code == 404
