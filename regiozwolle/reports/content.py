"""The shape of what a frozen report holds as JSON: its sections, their columns and rows.

It is kept for ever, so a key that is here never changes its meaning; new ones may be added.
"""

from typing import Literal, NotRequired, TypedDict


class ReportColumn(TypedDict):
    """A column of a section. One that is not `is_read` stands only in the files for programs."""

    key: str
    title: str
    kind: Literal["text", "number", "euro"]
    is_read: bool


class FrozenRow(TypedDict):
    """A row of a section; `key` tells it from the others of its section, also in the report before.

    `cells` has one per column, the name first: text, a whole number, a decimal number as text, a day as text in
    ISO 8601, or None when nobody knew it. A cell of the kind "euro" is in euros, one of the kind "number" in the unit
    that another column names. `address` is the path of its page. `measurement` is the id of the Measurement that a
    figure showed, if it showed one, so that a later correction of it is found.
    """

    key: str
    name: str
    address: str
    cells: list[str | int | None]
    measurement: NotRequired[int | None]


class FrozenSection(TypedDict):
    """A part of the report; `key` is its anchor on the page."""

    key: str
    title: str
    columns: list[ReportColumn]
    rows: list[FrozenRow]


class ReportContent(TypedDict):
    """The `content` of a Report. Corrections with an id above `last_correction` came after freezing."""

    sections: list[FrozenSection]
    last_correction: int


def column(key, title, kind="text", *, is_read=True) -> ReportColumn:
    return {"key": key, "title": title, "kind": kind, "is_read": is_read}


def section(key, title, columns, rows) -> FrozenSection:
    return {"key": key, "title": title, "columns": columns, "rows": rows}


def row(key, name, address, cells, **more) -> FrozenRow:
    """A row; its first cell is its name. Decimals and dates become text, for json knows neither."""
    return {"key": str(key), "name": name, "address": address, "cells": [name, *map(as_json, cells)], **more}


def as_json(value):
    return value if value is None or isinstance(value, str | int) else str(value)
