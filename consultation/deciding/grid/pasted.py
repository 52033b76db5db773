"""Rows that were pasted from a spreadsheet, laid on the rows of the grid by the name of the body."""

import csv
import re
from difflib import get_close_matches
from io import StringIO

from consultation.deciding.grid.rows import CONDITION, DECIDED, SOURCE, tidy
from partners.models import ASSEMBLIES

NAME = "orgaan"
UNKNOWN = "‘{}’ kennen wij niet."
NEAREST = "‘{}’ kennen wij niet. Bedoelt u ‘{}’? Verbeter de naam en zet de rij opnieuw in het rooster."
AMBIGUOUS = "‘{}’ kan meer dan één orgaan zijn. Schrijf de hele naam."
TWICE = "‘{}’ staat er twee keer. Laat één rij staan."
TOO_WIDE = "In de rij van ‘{}’ staan meer cellen dan er kolommen zijn."
NEARLY = 0.6
MOST_ROWS = 500
TOO_MANY = f"Dit zijn meer dan {MOST_ROWS} rijen. Plak er minder tegelijk."


def name_key(text):
    """A name as it is compared: without capitals, spaces or what only says that it is a municipality."""
    words = re.sub(r"[^\w/]+", " ", text.casefold()).strip()
    return re.sub(r"^(?:de )?(?:gemeenteraad|raad|gemeente|provincie)(?: van)? ", "", words)


def lines_of(text):
    """The cells of each line with anything in it; between them stand tabs, or else semicolons."""
    delimiter = "\t" if "\t" in text else ";"
    rows = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, strict=False)
    return [[tidy(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]


def columns_in(cells, columns):
    """Which column each cell of a first line names, None for one that names none; [] when it is no head."""
    if not cells or name_key(cells[0]) != NAME:
        return []
    named = {name_key(word): one.key for one in columns for word in (one.head, one.title, one.key)}
    return [NAME, *(named.get(name_key(cell)) for cell in cells[1:])]


def usual(columns):
    """The order without a head: the name, the day, the outcomes, the condition and the source."""
    return [NAME, DECIDED, *(one.key for one in columns if one.is_outcome), CONDITION, SOURCE]


def known_names(tracks):
    """The tracks by each name that a row may have: that of the body itself and, for its assembly, of its partner."""
    found = {}
    for track in tracks:
        names = {name_key(track.body.name), track.body.slug}
        if track.body.kind in ASSEMBLIES:
            names.add(name_key(track.body.partner.name))
        for name in names:
            found.setdefault(name, []).append(track)
    return found


def pasted_rows(text, tracks, columns):
    """(Texts by column for the key of each track, problems, the lines that stay to be mended) of a paste."""
    try:
        lines = lines_of(text)
    except csv.Error:
        return {}, ["Deze tekst kunnen wij niet lezen. Plak de rijen opnieuw."], text
    if len(lines) > MOST_ROWS:
        return {}, [TOO_MANY], text
    head = columns_in(lines[0], columns) if lines else []
    found, problems, left = laid_on(lines[1:] if head else lines, head or usual(columns), known_names(tracks))
    stays = [*lines[:1], *left] if head and left else left
    return found, problems, "\n".join("\t".join(cells) for cells in stays)


def laid_on(rows, order, known):
    """(Texts by column for the key of each track, problems, the rows that have one) of the rows with those columns."""
    found, problems, left = {}, [], []
    for cells in rows:
        track, problem = looked_up(cells[0], known, found)
        if not problem and any(cells[len(order) :]):
            problem = TOO_WIDE.format(cells[0])
        if problem:
            problems.append(problem)
            left.append(cells)
        else:
            texts = zip(order[1:], cells[1:], strict=False)
            found[track.pk] = {key: cell for key, cell in texts if key and cell}
    return found, problems, left


def looked_up(name, known, found):
    """(The track of that name, "") or (None, what is wrong)."""
    tracks = known.get(name_key(name), [])
    if not tracks:
        nearest = get_close_matches(name_key(name), known, n=1, cutoff=NEARLY)
        return None, NEAREST.format(name, known[nearest[0]][0].body) if nearest else UNKNOWN.format(name)
    if len(tracks) > 1:
        return None, AMBIGUOUS.format(name)
    return (None, TWICE.format(name)) if tracks[0].pk in found else (tracks[0], "")
