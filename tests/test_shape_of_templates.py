"""The tests that keep the templates: what pieces are called, how long a line is, and how little logic they hold."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
APPS = ["partners", "agenda", "results", "consultation", "regiozwolle"]
MOST_CHARACTERS = 120  # of a line
MOST_LONG_LINES = 0
MOST_LOGIC_PER_TEMPLATE = 2.75
MOST_LOGIC_PER_KB = 1.8


def pieces():
    """The templates that are only a part of a page. Those of the desk and of forms have their names from Django."""
    ours = [path for path in TEMPLATES.rglob("*.html") if path.relative_to(TEMPLATES).parts[0] != "admin"]
    named_by_django = {TEMPLATES / "forms/field.html", TEMPLATES / "forms/form.html", *TEMPLATES.glob("django/**/*")}
    return [
        path
        for path in ours
        if path not in named_by_django and not re.search(r"{% extends |<!doctype html>", path.read_text())
    ]


def test_a_piece_is_known_by_its_name_or_its_folder():
    astray = [path for path in pieces() if path.name.startswith("_") == (path.parent.name == "parts")]
    assert astray == []


def test_every_piece_carries_its_own_name_as_id():
    named = [path for path in pieces() if path.name.startswith("_")]
    # A piece that may stand more than once on a page ends its id with a variable.
    unnamed = [
        path
        for path in named
        if not re.search(rf'id="{path.stem[1:].replace("_", "-")}({{{{[^"]*}}}})?"', path.read_text())
    ]
    assert unnamed == []


def test_a_part_that_may_stand_twice_on_a_page_has_no_fixed_id():
    parts = [path for path in pieces() if path.parent.name == "parts"]
    assert parts
    assert [path for path in parts if re.search(r'\sid="[^"{]*"', path.read_text())] == []


def test_every_template_is_used():
    """By a view, another template, or a library that looks for it by name."""
    code = "\n".join(path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py"))
    markup = {path: path.read_text() for path in TEMPLATES.rglob("*") if path.is_file()}
    found_by_name = ("403.html", "404.html", "admin/", "account/", "forms/", "django/", "429")
    unused = []
    for path in markup:
        name = path.relative_to(TEMPLATES).as_posix()
        elsewhere = "\n".join(text for other, text in markup.items() if other != path)
        if not name.startswith(found_by_name) and f'"{name}"' not in code and f'"{name}"' not in elsewhere:
            unused.append(name)
    assert unused == []


def test_no_template_styles_or_scripts_inline():
    """A mail alone holds its style, in its base: no mail program fetches a stylesheet."""
    inline = re.compile(r"""\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:""")
    pages = set(TEMPLATES.rglob("*.html")) - {TEMPLATES / "mail" / "base.html"}
    guilty = [path for path in pages if inline.search(path.read_text())]
    assert guilty == []


def test_pages_extend_the_base_and_nothing_deeper():
    """A page of the desk may also extend one of Django's own, even the one whose name it has."""
    own = {path.relative_to(TEMPLATES).as_posix(): path.read_text() for path in TEMPLATES.rglob("*.html")}
    extended = {
        match for name, text in own.items() for match in re.findall(r'{% extends "([^"]+)"', text) if match != name
    }
    assert extended & own.keys() <= {"base.html", "alone.html", "admin/base_site.html", "mail/base.html"}


def test_a_line_of_a_template_fits_beside_its_change():
    """In a line with ten things a change of one of them cannot be seen."""
    lines = [line for path in TEMPLATES.rglob("*.html") for line in path.read_text().splitlines()]
    assert sum(len(line) > MOST_CHARACTERS for line in lines) <= MOST_LONG_LINES


def test_templates_hold_little_logic():
    """What is chosen belongs in a queryset, a property or a view, where it has a name and a test."""
    texts = [path.read_text() for path in TEMPLATES.rglob("*.html")]
    tags = sum(len(re.findall(r"{% *(?:if|elif|for|with)\b", text)) for text in texts)
    assert tags / len(texts) <= MOST_LOGIC_PER_TEMPLATE
    assert tags / sum(len(text.encode()) / 1000 for text in texts) <= MOST_LOGIC_PER_KB
