"""What a release says of the libraries in it: all of them, with their sums; and what is known of their weaknesses."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(script, *arguments):
    return subprocess.run([sys.executable, ROOT / "deploy" / script, *arguments], capture_output=True, text=True)


def test_the_bill_of_materials_names_every_locked_library_with_all_its_sums():
    first, second = run("sbom.py"), run("sbom.py")
    assert first.stdout == second.stdout
    bill = json.loads(first.stdout)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    parts = {part["purl"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"])
    locked = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    named = {(part["name"], part["version"]) for part in parts.values() if part["purl"].startswith("pkg:pypi/")}
    assert named == set(locked)
    sums = [one["content"] for part in parts.values() for one in part.get("hashes", [])]
    assert set(re.findall(r"sha256:(\w+)", (ROOT / "requirements.txt").read_text())) <= set(sums)
    assert "pkg:npm/squire-rte@2.4.8" in parts
    assert parts[next(purl for purl in parts if purl.startswith("pkg:pypi/django@"))]["licenses"] == [
        {"license": {"name": "BSD-3-Clause"}}
    ]
    assert bill["dependencies"][0]["dependsOn"] == sorted(parts)


WEAK = {"id": "PYSEC-2026-1", "aliases": ["CVE-2026-1"], "fix_versions": ["1.2"], "description": "x"}


@pytest.mark.parametrize(
    ("answered", "status", "words"),
    [
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": []}]},
            0,
            "Van 1 bibliotheken is geen zwakke plek bekend.",
        ),
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": [WEAK]}]},
            1,
            "a 1: PYSEC-2026-1, CVE-2026-1; verholpen in 1.2",
        ),
        ({"dependencies": [{"name": "a", "skip_reason": "x"}]}, 2, "NIET GEVRAAGD: over a (x) is niets te vragen."),
        ({"dependencies": []}, 2, "NIET GEVRAAGD: over geen enkele bibliotheek"),
        (None, 2, "NIET GEVRAAGD: geen verbinding."),
    ],
)
def test_what_was_not_asked_is_not_called_safe(tmp_path, answered, status, words):
    """A program stands in for pip-audit and answers as that does."""
    program = tmp_path / "pip-audit"
    answer = "echo 'geen verbinding' >&2; exit 1" if answered is None else f"echo '{json.dumps(answered)}'"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)
    done = run("weaknesses.py", "--program", str(program))
    assert done.returncode == status
    assert done.stdout.startswith(words)
