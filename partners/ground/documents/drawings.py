"""Drawings as pictures, for the forms that show no SVG."""

import typst

PAGE = b"#set page(width: 17cm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
PIXELS_PER_INCH = 180
WIDTH_CM = 17


def png(svg):
    """`svg` as PNG, and its width and height in pixels."""
    picture = typst.compile(PAGE, format="png", ppi=PIXELS_PER_INCH, sys_inputs={"svg": svg})
    return picture, int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
