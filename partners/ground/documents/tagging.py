"""The head of each row in a PDF as such. typst tags the heads of columns and leaves the first cell of a row plain."""

import re

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n")
ROW = re.compile(rb"/S/TR\b[^>]*?/K\[(\d+) 0 R")
CELL = re.compile(rb"<</Type/StructElem/S/TD.*?endobj", re.DOTALL)
HEADS = re.compile(rb"/Headers\[[^\]]*\]")
SCOPE = b"/Scope/Row"


def with_row_heads(pdf):
    """`pdf` in which the first cell of every row of data is its head. No byte moves, so all its addresses hold."""
    starts = {int(found[1]): found.end() for found in OBJECT.finditer(pdf)}
    written = bytearray(pdf)
    for row in ROW.finditer(pdf):
        start = starts[int(row[1])]
        cell = CELL.match(pdf, start)
        heads = HEADS.search(cell[0]) if cell else None
        if heads and len(heads[0]) >= len(SCOPE):
            head = cell[0].replace(b"/S/TD", b"/S/TH", 1).replace(heads[0], SCOPE.ljust(len(heads[0])), 1)
            written[start : start + len(head)] = head
    return bytes(written)
