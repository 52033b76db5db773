"""Writes what the portal is made of, as CycloneDX 1.6: every library of requirements.txt, and the files of others here.

    .venv/bin/python deploy/sbom.py > regiozwolle.cdx.json

The same files give the same words, but for the licences, which the libraries say themselves where they are installed.
"""

import json
import re
import sys
import uuid
from importlib import metadata
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?:.*\\\n)(?:\s+--hash=\S+(?: \\\n)?)+)", re.MULTILINE)
VENDORED = re.compile(
    r"^\| (\S+\.js) \| npm `([^`]+)`[^|]*\| (\S+) \| ([^|,]+)[^|]*\| ([0-9a-f]{64}) \|$", re.MULTILINE
)


def main():
    json.dump(bill(), sys.stdout, indent=2, ensure_ascii=False)
    print()


def bill():
    parts = sorted([*libraries(), *files()], key=lambda part: part["purl"])
    # The number follows from what is in it, so that the same bill has the same number.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(parts, sort_keys=True))
    portal = {"type": "application", "bom-ref": "portal", "name": "regiozwolle", "version": version()}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {"component": portal | {"licenses": [{"license": {"id": "EUPL-1.2"}}]}},
        "components": parts,
        "dependencies": [{"ref": "portal", "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def version():
    return re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)[1]


def libraries():
    for name, number, rest in LOCKED.findall((ROOT / "requirements.txt").read_text()):
        purl = f"pkg:pypi/{quote(re.sub(r'[-_.]+', '-', name).lower())}@{quote(number)}"
        yield component(name, number, purl, re.findall(r"sha256:([0-9a-f]{64})", rest), licence_of(name))


def files():
    for _, name, number, licence, sha in VENDORED.findall((ROOT / "static" / "vendor" / "README.md").read_text()):
        yield component(name, number, f"pkg:npm/{quote(name)}@{number}", [sha], licence.strip())
    # Its version is not published with the file.
    yield component("public-sans", "", "pkg:generic/public-sans", [], "OFL-1.1")


def component(name, number, purl, shas, licence):
    """`shas` are those of all files in which this version is published: which one is taken depends on the machine."""
    told = {"type": "library", "bom-ref": purl, "name": name, "version": number, "purl": purl}
    if shas:
        told["hashes"] = [{"alg": "SHA-256", "content": sha} for sha in shas]
    if licence:
        told["licenses"] = [{"license": {"name": licence}}]
    return told


def licence_of(name):
    """As the library says it, in short; "" where it is not installed or does not."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License ::")
    ]
    return told.get("License-Expression") or ", ".join(classified) or (told.get("License") or "").partition("\n")[0]


if __name__ == "__main__":
    main()
