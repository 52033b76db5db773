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
# Patterns of the templates that are still to be laid out like this; it shrinks and goes.
NOT_YET = ["**/*"]


def names():
    """The templates that hold to these rules, by their path below `templates/`."""
    waiting = {path for pattern in NOT_YET for path in TEMPLATES.glob(pattern)}
    return [str(path.relative_to(TEMPLATES)) for path in sorted(TEMPLATES.rglob("*.html")) if path not in waiting]


def lines(name):
    return enumerate((TEMPLATES / name).read_text().splitlines(), 1)


@pytest.mark.parametrize("name", names())
def test_no_line_is_wider_than_the_screen(name):
    assert [(number, len(line)) for number, line in lines(name) if len(line) > WIDEST] == []


@pytest.mark.parametrize("name", names())
def test_a_line_opens_one_thing(name):
    assert [(number, line.strip()) for number, line in lines(name) if len(OPENS.findall(line)) > 1] == []


@pytest.mark.skipif(not names(), reason="no template is laid out like this yet")
def test_djade_has_no_remarks():
    """The same command without `--check` mends what it remarks on."""
    djade = Path(sysconfig.get_path("scripts")) / "djade"
    command = [djade, "--target-version", "5.2", "--check", *names()]
    done = subprocess.run(command, cwd=TEMPLATES, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
