"""Templates one can review: written as djade wants, one thing per line, and no line wider than the screen."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
WIDEST = 120
# Of what opens and ends on one line, such as `<option{% if chosen %} selected{% endif %}>`, this is the beginning.
OPENS = re.compile(r"{% (?:if|ifchanged|for|with|block|filter|spaceless|autoescape|blocktranslate|comment) ")
# By their path below `templates/`.
NAMES = [str(path.relative_to(TEMPLATES)) for path in sorted(TEMPLATES.rglob("*.html"))]
INCLUDES = re.compile(r'{% include "([^"]+)"')
# These may open two things on a line, for the reason beside them.
EXEMPT = {"base.html": "the title of a page is a block within a block, and a line between them would be in the title"}


def lines(name):
    return enumerate((TEMPLATES / name).read_text().splitlines(), 1)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_is_wider_than_the_screen(name):
    assert [(number, len(line)) for number, line in lines(name) if len(line) > WIDEST] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in EXEMPT])
def test_a_line_opens_one_thing(name):
    assert [(number, line.strip()) for number, line in lines(name) if len(OPENS.findall(line)) > 1] == []


def test_djade_has_no_remarks():
    """The same command without `--check` mends what it remarks on."""
    djade = Path(sysconfig.get_path("scripts")) / "djade"
    command = [djade, "--target-version", "5.2", "--check", *NAMES]
    done = subprocess.run(command, cwd=TEMPLATES, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


# What asks for pieces and is drawn by the view of a page, to be kept apart.
DRAWN = {"results/contributions.html": "results/_contributions_rows.html"}


def with_all_it_includes(name):
    """The names of a template and of every piece that it includes by name, and that those include."""
    found, waiting = set(), [name, *filter(None, [DRAWN.get(name)])]
    while waiting:
        found.add(one := waiting.pop())
        waiting += {piece for piece in INCLUDES.findall((TEMPLATES / one).read_text()) if piece in NAMES} - found
    return found


def test_a_page_brings_htmx_when_it_asks_for_pieces_and_no_other_page_pays_for_it():
    pages = [name for name in NAMES if (TEMPLATES / name).read_text().startswith('{% extends "base.html" %}')]
    pieces = {page: with_all_it_includes(page) for page in pages}
    asks = {name for name in NAMES if "hx-" in (TEMPLATES / name).read_text()}
    asking = [page for page in pages if pieces[page] & asks]
    assert [page for page in pages if "parts/htmx.html" in pieces[page]] == asking
    assert "home.html" not in asking
    assert "search.html" in asking
