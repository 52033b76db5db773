"""Run by typeset.py as a process of its own: sets the document on its standard input and answers with the PDF.

typst keeps what it worked out for the next document, up to gigabytes after some large ones; here all of it is given
back. A document that takes too long can be stopped, and the web worker's other threads go on meanwhile.
"""

import os
import sys
from pathlib import Path

import typst

# Pages go first where the processor is scarce.
NICE = 10
HERE = Path(__file__).resolve().parent


def main():
    os.nice(NICE)
    try:
        pdf = typst.compile(
            str(HERE / "document.typ"),
            root=str(HERE),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(HERE / "fonts")]),
            sys_inputs={"document": sys.stdin.buffer.read().decode()},
            pdf_standards=["ua-1", "a-2a"],
        )
    except typst.TypstError as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
