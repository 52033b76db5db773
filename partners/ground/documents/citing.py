"""Short codes by which minutes and papers cite what stands here, and the short address that each leads to for ever.

A code is a letter for the kind of thing and the key of its row, which is never given out again: C12. What has a code
of its own, such as RZ24-L1.2 or RZ24-L1.2@2, keeps that.
"""

import segno
from django.conf import settings

from partners.ground.documents.blocks import Drawing, Paragraph, Run

# A code to scan takes this share of the line.
SHARE = 6


def code_of(thing):
    """'C12' for what says in `cited_as` with which letter it is cited, and else the code that it has itself."""
    return f"{thing.cited_as}{thing.pk}" if hasattr(thing, "cited_as") else thing.code


def short_path(thing):
    """The short address on the site: the page may get another address, and this one leads to it still."""
    return f"/c/{code_of(thing)}"


def short_address(thing):
    """The same in full, as one types it over."""
    return f"{settings.SITE_URL}{short_path(thing)}"


def to_scan(address, share=SHARE):
    """The QR code of `address` as a whole SVG, of which the code takes the left part, so that it stays small."""
    drawn = segno.make(address, error="m", micro=False)
    width, height = drawn.symbol_size()
    inner = drawn.svg_inline(dark="#000", light="#fff", svgclass=None, lineclass=None, omitsize=True)
    inner = inner.replace("<svg", f'<svg x="0" y="0" width="{width}" height="{height}"', 1)
    namespace = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{namespace}" viewBox="0 0 {width * share} {height}">{inner}</svg>'


def cited_blocks(thing, words):
    """What a paper ends with: `words` that say what one finds there, the short address, and that address to scan."""
    address = short_address(thing)
    yield Paragraph([words, " ", Run(address, link=address)], small=True)
    yield Drawing(to_scan(address), alt=f"QR-code naar {address}")
