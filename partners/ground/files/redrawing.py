"""Run as a process of its own: draws the picture on its standard input anew, and answers with that as a png.

A png, jpeg, webp or svg comes in; what comes out holds only its pixels, so nothing that was hidden in the file. What
is broken, too large or points outside itself ends the process with a line that says so.
"""

import base64
import re
import resource
import struct
import sys
from xml.etree import ElementTree

import resvg_py

MEMORY = 1024**3  # bytes
SECONDS = 10  # of the processor
WIDTH, HEIGHT = 480, 240  # pixels: twice the largest that a page shows
MOST = 6_000  # pixels on a side of what comes in
SVG = "{http://www.w3.org/2000/svg}svg"
# Frames of a jpeg that hold its size.
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<image width="{width}" height="{height}" href="data:image/{kind};base64,{content}"/></svg>'
)


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    content = sys.stdin.buffer.read()
    kind, (width, height) = measured(content)
    if not (0 < width <= MOST and 0 < height <= MOST):
        sys.exit(f"{width} by {height} pixels.")
    smaller = min(WIDTH / width, HEIGHT / height, *(() if kind == "svg+xml" else (1,)))
    size = {"width": max(1, round(width * smaller)), "height": max(1, round(height * smaller))}
    drawn = DRAWN.format(kind=kind, content=base64.b64encode(content).decode(), **size)
    sys.stdout.buffer.write(bytes(resvg_py.svg_to_bytes(svg_string=drawn, skip_system_fonts=True)))


def measured(content):
    """(The kind of picture, its width and height)."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", struct.unpack(">II", content[16:24])
    if content.startswith(b"\xff\xd8"):
        return "jpeg", size_of_jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp", size_of_webp(content)
    return "svg+xml", size_of_svg(content)


def size_of_jpeg(content):
    place = 2
    while place + 9 < len(content):
        if content[place] != 0xFF:
            break
        if content[place + 1] in FRAMES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return width, height
        place += 2 + struct.unpack(">H", content[place + 2 : place + 4])[0]
    sys.exit("A jpeg without a size.")


def size_of_webp(content):
    kind = content[12:16]
    if kind == b"VP8X":
        return tuple(1 + int.from_bytes(content[at : at + 3], "little") for at in (24, 27))
    if kind == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return tuple(side & 0x3FFF for side in struct.unpack("<HH", content[26:30]))


def size_of_svg(content):
    """By its viewBox, else by its width and height. It may name only what is in itself."""
    if "<!ENTITY" in content.decode().upper():
        sys.exit("It has a list of entities.")
    root = ElementTree.fromstring(content)
    if root.tag != SVG:
        sys.exit("No svg.")
    for one in root.iter():
        for name, value in one.attrib.items():
            if name.rpartition("}")[2] == "href" and not value.strip().startswith("#"):
                sys.exit("It points outside itself.")
    sides = [float(side) for side in re.findall(r"[-+.\deE]+", root.get("viewBox", ""))[2:4]]
    sides = sides or [float(re.match(r"[.\d]+", root.get(name, "0"))[0]) for name in ("width", "height")]
    larger = WIDTH / max(*sides, 1)
    return tuple(side * larger for side in sides)


if __name__ == "__main__":
    main()
