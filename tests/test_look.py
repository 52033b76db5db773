"""The look: colours that can be told apart, sizes that come from tokens, and CSS that stays small and used."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.template import Context, Engine
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parent.parent
CSS = ROOT / "static" / "css"
TEMPLATES = ROOT / "templates"

TEXT, SHAPE = 4.5, 3  # what WCAG 2.2 asks of text, and of lines, fields and marks
# Foreground, background, what is needed, and the ratios the art direction gives for light and dark.
PAIRS = [
    ("ink", "paper", TEXT, 17.9, 16.1),
    ("muted", "paper", TEXT, 8.1, 9.4),
    ("muted", "wash", TEXT, 7.4, 8.6),
    ("accent", "paper", TEXT, 8.5, 9.7),
    ("accent", "tint", TEXT, 7.2, 7.9),
    ("ink", "tint", TEXT, 15.2, 13.1),
    ("error", "paper", TEXT, 6.7, 9.2),
    ("on-fill", "fill", TEXT, 8.5, 4.9),
    ("on-fill", "fill-hover", TEXT, 15.3, 7.4),
    ("fill", "paper", SHAPE, 8.5, 3.8),
    ("fill", "tint", SHAPE, 7.2, 3.1),
    ("line", "paper", SHAPE, 4.9, 5.9),
]
# In use besides, without a ratio in the art direction.
MORE_PAIRS = [("deep", "paper", TEXT), ("muted", "tint", TEXT), ("line", "wash", SHAPE), ("ink", "wash", TEXT)]

WITHOUT_COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)


def stylesheet(name):
    return WITHOUT_COMMENTS.sub("", (CSS / name).read_text())


def colours():
    """Of each colour token its light and its dark value."""
    pattern = r"--([a-z-]+): (?:light-dark\()?(#[0-9a-f]{6})(?:, (#[0-9a-f]{6})\))?;"
    return {name: (light, dark or light) for name, light, dark in re.findall(pattern, stylesheet("tokens.css"))}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("front", "back", "needed", "in_light", "in_dark"), PAIRS)
def test_a_pair_has_the_contrast_the_art_direction_promises(front, back, needed, in_light, in_dark):
    ratios = [contrast(*pair) for pair in zip(colours()[front], colours()[back], strict=True)]
    assert min(ratios) >= needed
    assert [round(ratio, 1) for ratio in ratios] == pytest.approx([in_light, in_dark], abs=0.1)


@pytest.mark.parametrize(("front", "back", "needed"), MORE_PAIRS)
def test_every_other_pair_in_use_can_be_read(front, back, needed):
    assert min(contrast(*pair) for pair in zip(colours()[front], colours()[back], strict=True)) >= needed


def test_colours_and_pixels_stand_in_the_tokens_alone():
    """Elsewhere a length is a token, a rem or a share; a pixel only hides what is meant to be heard."""
    raw = re.compile(r"#[0-9a-f]{3,8}\b(?!\")|\brgb|\bhsl|\b(?!0px|1px)\d*\.?\d+px")
    found = [
        (path.name, match)
        for path in CSS.glob("*.css")
        if path.name != "tokens.css"
        for match in raw.findall(stylesheet(path.name))
    ]
    assert found == []


def test_every_token_that_is_used_exists_and_every_token_is_used():
    everything = "\n".join(stylesheet(path.name) for path in CSS.glob("*.css"))
    used = set(re.findall(r"var\((--[a-z0-9-]+)", everything))
    defined = set(re.findall(r"(--[a-z0-9-]+):", everything))
    from_django = set(re.findall(r"(--[a-z0-9-]+):", stylesheet("admin.css")))
    assert used - defined == set()
    assert defined - used - from_django == set()


def test_all_css_together_is_at_most_40_kb():
    assert sum(path.stat().st_size for path in CSS.glob("*.css")) <= 40_000


def test_layers_are_declared_in_the_order_they_are_imported():
    site = stylesheet("site.css")
    declared = re.search(r"@layer ([a-z, ]+);", site)[1].split(", ")
    assert declared == re.findall(r'@import url\("[a-z]+\.css"\) layer\(([a-z]+)\);', site)
    assert {f"{name}.css" for name in declared} | {"site.css", "admin.css"} == {path.name for path in CSS.glob("*.css")}


def classes_in_css():
    css = "\n".join(stylesheet(path.name) for path in CSS.glob("*.css") if path.name != "admin.css")
    css = re.sub(r'"[^"]*"', "", css)
    return set(
        re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^{}]*\}", lambda body: re.sub(r":[^;{}]*;", ";", body[0]), css))
    )


def classes_in_templates():
    """Every word in a class attribute; what stands in a tag or variable is the view's affair."""
    for path in TEMPLATES.rglob("*.html"):
        if path.relative_to(TEMPLATES).parts[0] != "admin":
            markup = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", " ", path.read_text())
            for value in re.findall(r'\bclass="([^"]*)"', markup):
                for name in value.split():
                    yield path.name, name


def test_every_class_in_a_template_has_its_rule():
    known = classes_in_css()
    assert sorted({(name, path) for path, name in classes_in_templates() if name not in known}) == []


def test_every_class_in_the_css_is_shown_on_the_style_page_or_used_by_the_base():
    shown = {name for path, name in classes_in_templates() if path in {"stijlgids.html", "base.html", "_patterns.html"}}
    unseen = {"messages", "document", "large", "visually-hidden", "nowrap", "htmx-request", "htmx-indicator"}
    assert classes_in_css() - shown - unseen == set()


def test_the_typeface_comes_with_its_licence():
    assert (ROOT / "static/fonts/public-sans-latin-wght-normal.woff2").read_bytes()[:4] == b"wOF2"
    assert "SIL Open Font License, Version 1.1" in (ROOT / "static/fonts/OFL.txt").read_text()


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_an_error_page_that_stands_alone_needs_nothing(name):
    """No tag and no variable: it renders where settings, database and static files all fail."""
    source = (TEMPLATES / name).read_text().split("#}", 1)[1]
    assert Engine(libraries={}, builtins=[]).from_string(source).render(Context()) == source
    assert re.findall(r"\{[{%]", source) == []


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_plain_paths_of_the_lone_error_pages_exist(name):
    paths = re.findall(r'(?:href|src)="/static/([^"]+)"', get_template(name).render())
    assert paths
    assert [path for path in paths if not (ROOT / "static" / path).is_file()] == []


@pytest.mark.parametrize("name", ["base.html", "stijlgids.html", "400.html", "403.html", "404.html", "500.html"])
def test_a_template_of_the_look_holds_nothing_inline(name):
    assert re.findall(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:", (TEMPLATES / name).read_text()) == []


def test_the_style_page_shows_every_component(client):
    page = client.get("/stijlgids/").text
    assert page.count("<h1") == 1
    sender_kinds = [int(sender_kind) for sender_kind in re.findall(r"<h([1-6])", page)]
    assert [(one, next_one) for one, next_one in pairwise(sender_kinds) if next_one > one + 1] == []
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    named = {name for names in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page) for name in names.split()}
    assert named - set(ids) == set()
    assert set(re.findall(r'href="#([^"]+)"', page)) - set(ids) == set()


def test_an_unknown_address_gets_our_page(client, db):
    response = client.get("/dit-bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.text
    assert 'lang="nl"' in response.text
