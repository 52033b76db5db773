"""Drawings as pictures, for the forms that show no SVG."""

import re
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings

PAGE = b"#set page(width: 17cm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
PIXELS_PER_INCH = 180
WIDTH_CM = 17
# The outline of the region, as the site has it in its header; on paper in the blue of print.
ICON = Path(settings.BASE_DIR) / "static" / "img" / "favicon.svg"
MARK = re.sub(r'fill="#\w+"', 'fill="#1f3bc4"', ICON.read_text(encoding="utf-8"))


@lru_cache(maxsize=32)
def png(svg):
    """`svg` as PNG, and its width and height in pixels."""
    picture = typst.compile(PAGE, format="png", ppi=PIXELS_PER_INCH, sys_inputs={"svg": svg})
    return picture, int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
