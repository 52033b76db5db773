"""Asks whether a weakness is known of any library that the portal uses, by requirements.txt; says so when it could not.

    .venv/bin/python deploy/weaknesses.py

pip-audit does the asking; where this machine lacks it, it is fetched into a folder that is thrown away. Exits with 0
when nothing is known, with 1 when something is, and with 2 when of one library or more nothing could be asked.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--requirement"]
NOTHING, KNOWN, NOT_ASKED = 0, 1, 2


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--program", default=shutil.which("pip-audit"), help="pip-audit, als het niet op het pad staat")
    parser.add_argument("--requirement", type=Path, default=ROOT / "requirements.txt")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = options.program or fetched(Path(folder))
        if program is None:
            sys.exit(not_asked("pip-audit is er niet en was niet te halen"))
        done = subprocess.run([program, *OPTIONS, options.requirement], capture_output=True, text=True)
    try:
        asked = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        sys.exit(not_asked((done.stderr.strip().splitlines() or ["zonder bericht"])[-1]))
    sys.exit(told(asked))


def fetched(folder):
    """The path of pip-audit in a new environment in `folder`, or None when it cannot be had."""
    venv.create(folder, with_pip=True)
    done = subprocess.run([folder / "bin" / "pip", "install", "-q", "pip-audit"], capture_output=True)
    return None if done.returncode else folder / "bin" / "pip-audit"


def not_asked(why):
    print(
        f"NIET GEVRAAGD: {why}. Er is dus niets bekend, ook niet dat er niets is. Vraag het opnieuw voor u uitbrengt."
    )
    return NOT_ASKED


def told(asked):
    """Prints what is known, and gives the number to exit with."""
    known = [(one, weak) for one in asked for weak in one.get("vulns", [])]
    for one, weak in known:
        names = ", ".join([weak["id"], *weak.get("aliases", [])])
        mended = ", ".join(weak["fix_versions"]) or "nog geen versie"
        print(f"{one['name']} {one['version']}: {names}; verholpen in {mended}")
    skipped = [f"{one['name']} ({one['skip_reason']})" for one in asked if "skip_reason" in one]
    if skipped or not asked:
        return not_asked(f"over {', '.join(skipped) or 'geen enkele bibliotheek'} is niets te vragen")
    if known:
        return KNOWN
    print(f"Van {len(asked)} bibliotheken is geen zwakke plek bekend.")
    return NOTHING


if __name__ == "__main__":
    main()
