"""What docs/faults.md names as the proof that a fault is closed is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOLD = (ROOT / "docs" / "faults.md").read_text()


def test_every_fault_names_a_proof_that_exists():
    rows = re.findall(r"^\| (X[\d-]+X?\d*|) \| (.+?) \| (`.+`) \|$", TOLD, re.MULTILINE)
    proofs = [proof for _, _, cells in rows for proof in re.findall(r"`([^`]+)::(\w+)`", cells)]
    assert sorted(set(proofs)) == sorted({(path, name) for path, name in proofs if name in functions_of(path)})
    numbers = [number for number, _, _ in rows if number]
    assert numbers == [*(f"X{number}" for number in range(1, 25)), "X25-X32", "X33", "X34"]


def functions_of(path):
    tree = ast.parse((ROOT / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
