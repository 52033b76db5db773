"""The PDF of a document: tagged and accessible (PDF/UA-1), to be archived (PDF/A-2a), set by typst."""

import logging
import re
import subprocess
import sys
import unicodedata
from functools import lru_cache
from itertools import groupby
from json import dumps
from pathlib import Path

from django.utils import timezone

from partners.ground.documents.blocks import (
    plain,
    runs,
    told,
    write_block,
)
from partners.ground.documents.drawings import MARK
from partners.ground.documents.fitting import APART, after_number
from partners.ground.documents.fitting import fit as fit_of
from partners.ground.documents.tagging import with_row_heads
from partners.ground.documents.text import fit

logger = logging.getLogger(__name__)

PROCESS = Path(__file__).resolve().with_name("typst_process.py")
# Seconds. A visitor waits less than the proxy does (60), so that it is we who say that it takes too long; the worker,
# which tells how far it is, has more: half a nota of 5,000 points takes it some ten on one core.
TIME_LIMIT, TIME_LIMIT_BEFOREHAND = 40, 600
SMALL = 500_000  # characters of json; a report has some fifty thousand
LONG = 400  # characters of a cell or paragraph
LONG_CHANGE = 2_400  # of a text before and after, together: more does not stay on one page
MOST_SAID = 2_000  # characters of what typst complains of that are worth a line in the log
# A word longer than this may break anywhere, so that it never runs off the page.
LONGEST_WORD = 32
# What the fonts do not show, and PDF/UA therefore refuses: all but Latin, Greek, Cyrillic, Arabic and common signs.
NOT_SHOWN = re.compile(
    "[^\n\t -~\u00a0-\u04ff\u0621-\u063a\u0640-\u0655\u0660-\u066d\u1d00-\u2040\u2044-\u2052\u2054-\u211e\u2126-\u2151"
    "\u2153-\u2184\u2190-\u23ff\u2460-\u2606\u2609-\u262f\u2713\u2714\u2717\u2718\u27f5-\u27ff\ufb00-\ufb06\ufffd]+"
)
# For a text of which some marks still do not fit their letters.
NOT_LATIN = re.compile("[^\n\t -~\u00a0-\u017f\u2010-\u2026\u2060\u20ac\u200b]+")


# Letters that the fonts lack, by the first word of the name of the character.
SCRIPTS = {
    "HEBREW": "Hebreeuws",
    "CJK": "Chinees",
    "HIRAGANA": "Japans",
    "KATAKANA": "Japans",
    "HANGUL": "Koreaans",
    "DEVANAGARI": "Hindi",
    "THAI": "Thais",
    "ARMENIAN": "Armeens",
    "GEORGIAN": "Georgisch",
    "ETHIOPIC": "Ethiopisch",
    "ARABIC": "Arabisch",
}


class CannotTypeset(Exception):
    """typst refused the document."""


class Interrupted(CannotTypeset):
    """typst took too long, or was killed, as by a machine without memory."""


def pdf(document, *, seconds=None):
    """The bytes of `document` as PDF/UA-1: tagged, titled, in its language, with bookmarks and page numbers.

    Raises CannotTypeset when typst refuses it or takes longer than `seconds`; the log then says why.
    """
    data = unicodedata.normalize("NFC", dumps(as_data(document), ensure_ascii=False))
    seconds = seconds or (TIME_LIMIT_BEFOREHAND if told.get() else TIME_LIMIT)
    try:
        return set_once(NOT_SHOWN.sub(name_of, data), seconds)
    except Interrupted as error:
        logger.error("No PDF of %r: %s", document.title, error)
        raise
    except CannotTypeset as error:
        logger.warning("%r is set again, in Latin letters only: %s", document.title, error)
    try:
        return set_once(NOT_LATIN.sub(name_of, data), seconds)
    except CannotTypeset as error:
        logger.error("No PDF of %r: %s", document.title, error)
        raise


def set_once(data, seconds):
    """The PDF of `data`, which is json: a small one that was asked for lately is not set again."""
    return set_small(data) if len(data) < SMALL else typeset(data, seconds)


@lru_cache(maxsize=16)
def set_small(data):
    return typeset(data, TIME_LIMIT)


def typeset(data, seconds):
    """The PDF of `data`, which is json. Raises CannotTypeset with what typst says, or Interrupted."""
    command = [sys.executable, "-I", str(PROCESS)]
    try:
        process = subprocess.run(command, input=data.encode(), capture_output=True, check=True, timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Interrupted(f"typst took more than {seconds} seconds") from error
    except subprocess.CalledProcessError as error:
        if error.returncode < 0:
            raise Interrupted(f"typst was ended by signal {-error.returncode}") from error
        raise CannotTypeset(error.stderr.decode(errors="replace")[:MOST_SAID]) from error
    return with_row_heads(process.stdout)


def as_data(document):
    """`document` as the lists, dictionaries and texts that document.typ reads."""
    writer = TypstWriter(document)
    return {
        "title": shown(document.name),
        "subtitle": shown(document.subtitle),
        "author": document.author,
        "keywords": list(document.keywords),
        "mark": MARK,
        "made": f"{timezone.localdate(document.made_at):%Y-%m-%d}",
        "recipient": shown(document.recipient),
        "dated": document.dated_in_words,
        "contact": shown(document.contact),
        "sheet": document.is_sheet,
        "address": shown(document.short_address),
        "language": document.language,
        "example": document.example,
        "restricted": shown(document.restricted),
        "footer": shown(document.foot),
        "colophon": [[term, colophon_run(text)] for term, text in document.colophon],
        "contents": max((level for level, *entry in document.contents), default=0),
        "blocks": [write_block(writer, block) | {"keep": keep} for block, keep in document.flow],
    }


def colophon_run(text):
    return [shown(text), False, False, text if text.startswith(("http://", "https://")) else "", False, False]


class TypstWriter:
    """Turns blocks into what document.typ reads: each `write_…` gives the dictionary of one kind of block."""

    def __init__(self, document):
        self.anchors = document.anchors
        self.outline = iter(document.outline)

    def write_heading(self, block):
        level, heading, anchor = next(self.outline)
        return {"kind": "heading", "level": level, "text": shown(heading.full), "anchor": anchor}

    def write_paragraph(self, block):
        look = "small" if block.small else block.look
        return {"kind": "paragraph", "text": self.text(block.text), "look": look, "long": len(plain(block.text)) > LONG}

    def write_bullets(self, block):
        return {"kind": "bullets", "items": [self.text(item) for item in block.items], "numbered": block.numbered}

    def write_lines(self, block):
        return {"kind": "lines", "items": [self.text(item) for item in block.items]}

    def write_side_by_side(self, block):
        cells = [[write_block(self, inner) for inner in cell] for cell in block.cells]
        return {"kind": "side_by_side", "cells": cells, "widths": block.widths, "ruled": block.ruled}

    def write_register(self, block):
        entries = [
            [shown(name), [anchor for _, anchor in places if anchor in self.anchors]] for name, places in block.entries
        ]
        return {"kind": "register", "entries": entries}

    def write_terms(self, block):
        return {"kind": "terms", "items": [[shown(term), self.text(text)] for term, text in block.items]}

    def write_notice(self, block):
        return {"kind": "notice", "text": self.text(block.text)}

    def write_quote(self, block):
        return {"kind": "quote", "text": self.text(block.text)}

    def write_changed_text(self, block):
        sides = [[label, self.text(words)] for label, words in block.sides]
        return {"kind": "change", "sides": sides, "long": len(block.before) + len(block.after) > LONG_CHANGE}

    def write_page_break(self, block):
        return {"kind": "page_break"}

    def write_drawing(self, block):
        return {
            "kind": "figure",
            "svg": block.svg,
            "alt": fit(block.alt),
            "caption": shown(block.caption),
            "width": block.width * 100,
        }

    def write_table(self, block):
        fit = fit_of(block)
        return {
            "kind": "table",
            "caption": shown(block.caption),
            "size": fit.size,
            "columns": [
                {"title": shown(column.title), "width": width, "numeric": column.is_numeric, "apart": APART * after}
                for column, width, after in zip(block.columns, fit.widths, after_number(block), strict=True)
            ],
            "rows": [self.cells(row) for row in block.written_rows()],
            "total": block.total and self.cells(block.written_total()),
            "records": block.records,
        }

    def cells(self, row):
        """A row; only a cell with more than LONG characters may run on to the next page."""
        is_long = any(len(plain(cell)) > LONG for cell in row)
        # Dictionaries, for the template flattens the rows and must not flatten the cells too.
        return [{"runs": self.text(cell), "long": is_long} for cell in row]

    def text(self, text):
        """`text` as a list of [text, bold, italic, link, removed, added], without the links that lead nowhere."""
        return [[shown(run.text), run.bold, run.italic, self.link(run), run.removed, run.added] for run in runs(text)]

    def link(self, run):
        is_known = run.link.startswith(("http://", "https://", "mailto:")) or run.link.removeprefix("#") in self.anchors
        return run.link if is_known else ""


def shown(text):
    """`text` of which no word is wider than the page."""
    return re.sub(rf"\S{{{LONGEST_WORD}}}(?=\S)", "\\g<0>\N{ZERO WIDTH SPACE}", fit(text))


def name_of(found):
    """What stands for characters that the fonts lack: [emoji], [4 Hebreeuwse tekens]; nothing for what only joins."""
    kinds = [kind_of(character) for character in found[0]]
    counts = [(kind, len(list(same))) for kind, same in groupby(kind for kind in kinds if kind)]
    return " ".join(f"[{kind}]" if number == 1 else f"[{number} × {kind}]" for kind, number in counts)


def kind_of(character):
    """What a character is, in Dutch; "" for one that only joins others."""
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Sk", "Co"):
        return ""
    script = unicodedata.name(character, "").split(" ")[0]
    if script in SCRIPTS:
        return f"{SCRIPTS[script]} teken"
    return "emoji of symbool" if category.startswith("S") else "onbekend teken"
