"""Reads the words that the demo invents, from the *.toml beside this file, and says which entry is wrong.

The acts and the dates are in Python; what people read is here as content, as that of the region is in seed/*.toml.
"""

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin, get_type_hints

from django.db.models import Choices

from regiozwolle.content import ContentError, typeset

FOLDER = Path(__file__).resolve().parent
IN_DUTCH = {str: "tekst", int: "een geheel getal", Decimal: "een getal", dict: "een tabel"}


def read(name, shape, *, folder=FOLDER):
    """The file `name`.toml as the dataclass `shape`, with dataclasses, lists and choices in it as its fields say.

    Raises ContentError, which names the file, the entry and the field, for what is missing, unknown or of another
    kind than its field.
    """
    place = f"{name}.toml"
    try:
        table = tomllib.loads((folder / place).read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{place}: {error}") from error
    return value_of(shape, table, place)


def value_of(shape, value, place):
    """`value` as `shape` says: a dataclass, a list, a choice or a plain kind; `place` names it in an error."""
    if isinstance(shape, UnionType):
        shape, _ = get_args(shape)
    if get_origin(shape) is list:
        [each] = get_args(shape)
        listed = of_kind(list, value, place)
        return [value_of(each, one, f"{place} {number}") for number, one in enumerate(listed, start=1)]
    if is_dataclass(shape):
        return entry_of(shape, of_kind(dict, value, place), place)
    if issubclass(shape, Choices):
        return choice_of(shape, value, place)
    return typeset(of_kind(str, value, place)) if shape is str else of_kind(shape, value, place)


def entry_of(shape, table, place):
    """The dataclass `shape` filled with `table`. Raises ContentError when a field is missing or does not exist."""
    if unknown := table.keys() - {field.name for field in fields(shape)}:
        raise ContentError(f'{place}: het veld "{min(unknown)}" bestaat niet')
    needed = [field.name for field in fields(shape) if field.default is field.default_factory is MISSING]
    if lacking := [name for name in needed if name not in table]:
        raise ContentError(f'{place}: het veld "{lacking[0]}" ontbreekt')
    kinds = get_type_hints(shape)
    return shape(**{name: value_of(kinds[name], value, f"{place}, {name}") for name, value in table.items()})


def choice_of(choices, value, place):
    """The member of `choices` with this value. Raises ContentError when there is none."""
    if value not in choices.values:
        raise ContentError(f'{place}: "{value}" bestaat niet; kies uit {", ".join(choices.values)}')
    return choices(value)


def of_kind(kind, value, place):
    """`value` itself. Raises ContentError when it is not of this `kind`; a whole number is a number too."""
    value = Decimal(value) if kind is Decimal and type(value) is int else value
    if type(value) is not kind:
        raise ContentError(f"{place}: hier hoort {IN_DUTCH.get(kind, 'een lijst')}")
    return value
