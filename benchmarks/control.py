"""How a control of security is switched off, and which test must notice."""

import sys
from dataclasses import dataclass


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
