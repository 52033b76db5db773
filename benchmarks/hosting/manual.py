"""The blocks of docs/hosting.md, in their order, and what the reader does between them."""

import re
from typing import NamedTuple

from benchmarks.faults.production import MANUAL

# What is not done here, by a word in it, and why.
LEFT = {
    "take_over_files": "alleen voor een portal van voor de bestanden in de database",
    "cbs_population": "vraagt iets aan CBS",
    "curl -s": "vraagt deze proef zelf",
}


class Block(NamedTuple):
    """Commands under a heading."""

    heading: str
    commands: str

    @property
    def first(self):
        return self.commands.strip().splitlines()[0]

    @property
    def left(self):
        """Why it is not done, or ""."""
        return next((why for word, why in LEFT.items() if word in self.commands), "")


def blocks():
    found, heading = [], ""
    for title, commands in re.findall(r"^(?:## ([^\n]*)|```sh\n(.*?)^```)$", MANUAL, re.MULTILINE | re.DOTALL):
        heading = title or heading
        if commands:
            found.append(Block(heading, commands))
    return found
