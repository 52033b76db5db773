"""Whether each control of security has a test that notices when it is switched off.

Run from the folder of the project:

    .venv/bin/python -m benchmarks.controls

docs/security names a test for each requirement, and benchmarks/switches says how its control is switched off: one text
in one file becomes another. The test passes in a copy of the project as it is, and must fail in it with the control
off. It exits with 1 when one does not, and when a text is not in its file any more.
"""

import argparse
import re
import sys
import tempfile
import tomllib
from dataclasses import dataclass

from benchmarks.workplace import ROOT, Workplace
from regiozwolle import localdb


@dataclass(frozen=True)
class Control:
    """What holds, the file and the text in it that holds it, what that text becomes, and the test that must notice."""

    name: str
    file: str
    on: str
    off: str
    test: str

    def switched_off(self, code):
        if code.count(self.on) != 1:
            sys.exit(f"{self.name}: the text is {code.count(self.on)} times in {self.file}, and must be there once.")
        return code.replace(self.on, self.off)

    @property
    def is_in_the_database(self):
        """Whether it is made with the tables, which are then made anew with it and without."""
        return self.file == "regiozwolle/tables.sql"


CONTROLS = [
    Control(**told)
    for path in sorted((ROOT / "benchmarks" / "switches").glob("*.toml"))
    for told in tomllib.loads(path.read_text())["control"]
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="a pattern in the name of a control")
    given = parser.parse_args()
    chosen = [one for one in CONTROLS if re.search(given.only, one.name)]
    with tempfile.TemporaryDirectory() as folder:
        workplace = Workplace(folder, localdb.start(ROOT / "var" / "postgres-test", fast_unsafe=True), 1)
        try:
            tests = dict.fromkeys(one.test for one in chosen)
            passing = {test for test in tests if workplace.run([test.removesuffix("::*")], None)[0] == 0}
            unseen = [one.name for one in chosen if not is_seen(workplace, one, is_passing=one.test in passing)]
        finally:
            workplace.drop_database()
    print(f"{len(chosen) - len(unseen)} of {len(chosen)} controls were seen by their test.")
    sys.exit(1 if unseen else 0)


def is_seen(workplace, control, *, is_passing):
    """Whether the test, which `is_passing` with the control on, fails with it off. Prints what it was."""
    path = workplace.root / control.file
    code = path.read_text()
    off = control.switched_off(code)
    try:
        workplace.put(path, off)
        if control.is_in_the_database:
            workplace.drop_database()
        without, said = workplace.run([control.test.removesuffix("::*")], None)
    finally:
        workplace.put(path, code)
        if control.is_in_the_database:
            workplace.drop_database()
    verdict = {(True, 0): "NOT SEEN", (True, 1): "seen"}.get((is_passing, without), f"BROKEN ({said})")
    print(f"{verdict:9} {control.name}  [{control.test}]", flush=True)
    return verdict == "seen"


if __name__ == "__main__":
    main()
