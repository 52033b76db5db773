"""Run as a process of its own: reads a file on its standard input, and answers in JSON with its text and what it lacks.

What it lacks is for who reads with a screen reader, and known of a PDF alone. The argument is pdf, docx or odt. A line
of the text is a paragraph, a heading, an item of a list or a cell of a table. What is larger than these bounds, broken
or closed by a password ends the process with a line that says so.
"""

import io
import json
import re
import resource
import sys
import zipfile
from collections import Counter
from itertools import chain, islice, pairwise
from statistics import quantiles
from typing import NamedTuple

import docx as word
import pypdfium2
import pypdfium2.raw
from odf import opendocument, teletype
from odf.namespaces import TEXTNS

MEMORY = 2 * 1024**3  # bytes
SECONDS = 50  # of the processor
UNPACKED = 200 * 1024**2  # bytes: a zip of some kilobytes can hold terabytes
LONGEST = 2_000_000  # characters; a nota of 300 pages has some 800,000
MOST_PAGES = 3_000
LOOKED_AT = 20  # pages, for one that is structured
# Where the engine found a hyphen at the end of a line that divides a word.
# With fewer lines than this the widest of them need not be full.
FEW = 20
DIVIDED = ("\ufffe", "\u0002", "\u00ad")
# A line that begins a paragraph whatever came before it: an item of a list, or something numbered.
BEGINS = re.compile(r"[•◦▪–*-]\s|\(?\d{1,3}[.)]\s|[a-z][.)]\s|\d+(\.\d+)+\s")
PARAGRAPHS = ((TEXTNS, "h"), (TEXTNS, "p"))


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    kind, content = sys.argv[1], sys.stdin.buffer.read()
    lines = (" ".join(line.split()) for line in READERS[kind](content))
    text = "\n".join(filter(None, lines))
    lacks = lacking(content) if kind == "pdf" else []
    if len(text) > LONGEST:
        sys.exit(f"More than {LONGEST} characters.")
    json.dump({"text": text, "lacks": [*lacks, *([] if text else ["text"])]}, sys.stdout)


class PdfLine(NamedTuple):
    """A line on a page: its words, where it is, in points from the left and from below, and how wide its first word is.

    What `is_divided` ends within a word.
    """

    words: str
    left: float
    right: float
    top: float
    bottom: float
    first_word: float
    is_divided: bool

    @property
    def height(self):
        return self.top - self.bottom


def pdf(content):
    document = pypdfium2.PdfDocument(content)
    if len(document) > MOST_PAGES:
        sys.exit(f"More than {MOST_PAGES} pages.")
    pages = [list(lines_of(page.get_textpage())) for page in document]
    width = max((page.get_width() for page in document), default=0)
    return paragraphs(without_running_heads(pages), width)


def lines_of(page):
    """The PdfLines of a page in the order in which they are to be read."""
    position = 0
    for raw in page.get_text_range().split("\r\n"):
        start, position = position + len(raw) - len(raw.lstrip()), position + len(raw) + 2
        words = raw.strip()
        if not words:
            continue
        left, bottom, _, top = page.get_charbox(start, loose=True)
        right = page.get_charbox(start + len(words) - 1, loose=True)[2]
        end_of_word = page.get_charbox(start + len(words.split()[0]) - 1, loose=True)[2]
        is_divided = words.endswith(DIVIDED)
        yield PdfLine(words.rstrip("".join(DIVIDED)), left, right, top, bottom, end_of_word - left, is_divided)


def without_running_heads(pages):
    """`pages`, lists of PdfLines, less the first and the last where most pages have the same but for its number.

    A head or a foot may have two lines.
    """
    for edge in (0, -1, 0, -1):
        shapes = Counter(re.sub(r"\d+", "1", lines[edge].words) for lines in pages if lines)
        running = {shape for shape, count in shapes.items() if count > max(2, len(pages) / 2)}
        for lines in pages:
            if lines and re.sub(r"\d+", "1", lines[edge].words) in running:
                del lines[edge]
    return pages


def paragraphs(pages, width):
    """The text of `pages`, a paragraph each, which may go on over a page; `width` is that of a page, in points."""
    lines = list(chain.from_iterable(pages))
    if len(lines) < FEW:
        # Where lines end: as far from the right as they begin from the left, if none goes on further.
        margin = max([line.right for line in lines] + [width - min((line.left for line in lines), default=0)])
    else:
        margin = quantiles([line.right for line in lines], n=10)[-1]
    gaps = [last.bottom - line.top for last, line in pairwise(lines) if last.top > line.top]
    space = quantiles(gaps, n=10)[0] if len(gaps) > 1 else 0
    text, last = "", None
    for line in lines:
        if last and begins_a_paragraph(last, line, margin, space):
            yield text
            text = ""
        text += line.words if line.is_divided else f"{line.words} "
        last = line
    yield text


def begins_a_paragraph(last, line, margin, space):
    """Whether `line` stands on its own: it is marked, or set otherwise or further down, or would have fitted on `last`.

    A line is full when the first word of the next does not fit on it any more; `space` is that between two lines of
    one paragraph.
    """
    if last.is_divided:
        return False
    is_set_otherwise = abs(last.height - line.height) > last.height / 10
    is_lower = last.bottom - line.top > min(space + line.height / 4, line.height * 0.75)
    would_fit = last.right + line.first_word + line.height / 2 < margin
    return bool(BEGINS.match(line.words)) or is_set_otherwise or is_lower or would_fit


def lacking(content):
    """What of 'tags', 'language' and 'title' the PDF does not say, and whether it has that title shown."""
    document = pypdfium2.PdfDocument(content)
    raw = pypdfium2.raw
    has = {
        "tags": raw.FPDFCatalog_IsTagged(document) and any(map(is_structured, islice(document, LOOKED_AT))),
        # Two bytes are the end of an empty text.
        "language": raw.FPDFCatalog_GetLanguage(document, None, 0) > 2,
        "title": document.get_metadata_value("Title").strip(),
        "shown_title": shows_title(document),
    }
    return [name for name, found in has.items() if not found]


def shows_title(document):
    """Whether who opens the PDF sees its title and not the name of the file.

    The engine gives no such choice that is true or false. In a copy that it writes the catalogue is plain text.
    """
    copy = io.BytesIO()
    document.save(copy)
    return b"/DisplayDocTitle true" in copy.getvalue()


def is_structured(page):
    """Whether a page says which of its words are headings, paragraphs and tables."""
    raw = pypdfium2.raw
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return False
    count = raw.FPDF_StructTree_CountChildren(tree)
    raw.FPDF_StructTree_Close(tree)
    return count > 0


def docx(content):
    checked(content)
    document = word.Document(io.BytesIO(content))
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield from dict.fromkeys(cell.text for cell in row.cells)
        else:
            yield block.text


def odt(content):
    checked(content)
    document = opendocument.load(io.BytesIO(content))
    pending = [document.text]
    while pending:
        element = pending.pop()
        if element.nodeType != element.ELEMENT_NODE:
            continue
        if element.qname in PARAGRAPHS:
            yield teletype.extractText(element)
        else:
            pending += reversed(element.childNodes)


def checked(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
            sys.exit(f"More than {UNPACKED} bytes when it is unpacked.")


READERS = {"pdf": pdf, "docx": docx, "odt": odt}


if __name__ == "__main__":
    main()
