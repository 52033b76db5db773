"""docs/security: each requirement names a test that is there, and each control can still be switched off."""

import csv
import re
from pathlib import Path

import pytest

from benchmarks.controls import CONTROLS
from regiozwolle.safety import terms

ROOT = Path(__file__).resolve().parent.parent
TABLES = sorted((ROOT / "docs" / "security").glob("*.csv"))


def is_there(test):
    """Whether a test stands in its file; of `*` the whole file."""
    path, _, name = test.partition("::")
    file = ROOT / path
    return file.exists() and (name == "*" or re.search(rf"^def {name}\(", file.read_text(), re.MULTILINE) is not None)


def rows_of(table):
    with table.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])
def test_every_test_that_a_requirement_names_is_there(table):
    rows = rows_of(table)
    assert len(rows) >= 15
    assert [(row["eis"], row["test"]) for row in rows if not is_there(row["test"])] == []
    assert len({row["eis"] for row in rows}) == len(rows)


def test_every_control_can_still_be_switched_off():
    assert [one.name for one in CONTROLS if (ROOT / one.file).read_text().count(one.on) != 1] == []
    assert [one.test for one in CONTROLS if not is_there(one.test)] == []


@pytest.mark.parametrize("table", TABLES, ids=[path.stem for path in TABLES])
def test_the_test_of_every_requirement_was_seen_to_notice_a_control(table):
    """Of a requirement that stands here, say in benchmarks/switches how to switch off what its test must notice."""
    seen = {one.test for one in CONTROLS}
    assert [(row["eis"], row["test"]) for row in rows_of(table) if row["test"] not in seen] == []


def test_the_inventory_names_each_log_and_its_term():
    told = (ROOT / "docs" / "security" / "README.md").read_text()
    for setting in ("KEEP_SECURITY_LOG", "KEEP_NETWORK_ADDRESS"):
        assert setting in told
    for name in ("ground_securityevent", "ground_act", "ground_change", "journalctl"):
        assert name in told
    assert f"{terms.KEEP_DAYS['security'][1]} dagen" in told
