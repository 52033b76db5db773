"""What a table of the open data is: columns with a meaning and a unit, and what may be done with what they say."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, reduce

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, F, Func, QuerySet, Value, When
from django.db.models.functions import Concat, NullIf
from django.urls import reverse
from django.utils.text import capfirst

from partners.ground.documents import Column
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted
from partners.models import Licence, Source

OWN = "Dit schreef Regio Zwolle zelf. Wat ermee mag, is nog niet vastgelegd."
OWN_PUBLISHER = "Regio Zwolle"
NAME_THE_SOURCE = "Noem de bron die erbij staat."


def joined(name):
    """What a field with a list of codes holds as one text, with a space between them; nothing without any."""
    text = models.TextField()
    codes = Func(F(name), Value(" "), function="array_to_string", output_field=text)
    return NullIf(codes, Value("", output_field=text))


@dataclass(frozen=True)
class DataColumn:
    """A column of a Dataset: its `name` in the file, the `field` of the model it shows, and in Dutch what it means.

    Days and moments are ISO 8601. `unit` is that of a number; a cell without a value is not known. With a `page` it is
    the address of that page, in which {…} stands for a field: one without `field` has none. A time of the day is text,
    in the `pattern` of it. What the queryset adds is like the field that it `holds`.
    """

    name: str
    field: str
    meaning: str
    unit: str = ""
    page: str = ""
    pattern: str = ""
    holds: models.Field | None = None

    @property
    def expression(self):
        if self.pattern:
            return Func(F(self.field), Value(self.pattern), function="to_char", output_field=models.TextField())
        if self.page:
            # What stands between braces comes second each time.
            parts = re.split(r"{(\w+)}", f"{settings.SITE_URL}{self.page}")
            address = [F(part) if at % 2 else Value(part) for at, part in enumerate(parts)]
            there = When(**{f"{self.field}__isnull": False}, then=Concat(*address, output_field=models.TextField()))
            return Case(there, output_field=models.TextField())
        return F(self.field)

    def model_field(self, model):
        """The field of a model that the column shows, also through other models."""
        if self.holds:
            return self.holds
        *path, last = self.field.split("__")
        model = reduce(lambda each, name: each._meta.get_field(name).related_model, path, model)
        return model._meta.get_field(last)

    def kind(self, model):
        """The kind of a Column in a spreadsheet."""
        field = self.model_field(model)
        if self.name == "jaar":
            return "year"
        if isinstance(field, models.DateField) and not self.page:
            return "date"
        if isinstance(field, models.DecimalField | models.IntegerField):
            return "euro" if self.unit.startswith("euro") else "number"
        return "text"

    def choices(self, model):
        """(Code, what it means) of each value that can stand there; empty where that may be anything."""
        found = [] if self.page else self.model_field(model).flatchoices
        return [(code, label) for code, label in found if code]

    def codes(self, model):
        """Of those the ones that do not say themselves what they mean."""
        return [(code, label) for code, label in self.choices(model) if code != label]


@dataclass(frozen=True)
class ReckonedColumn:
    """A column of a ReckonedDataset: its `name`, what it means, and the `sort` of its cells in a spreadsheet."""

    name: str
    sort: str
    meaning: str
    unit: str = ""

    def kind(self, model):
        """As that of a DataColumn."""
        return self.sort

    def choices(self, model):
        """As those of a DataColumn: what is reckoned has none."""
        return []

    codes = choices


@dataclass(frozen=True)
class Dataset:
    """A table to download: the rows of a `queryset`, in the order of the file, with these `columns`.

    `source` is where the source of a row is; "" for what Regio Zwolle wrote itself, of which its own sources tell what
    may be done with it. `page` is the name of the address of the page that shows the same to people.
    """

    title: str
    description: str
    queryset: Callable[[], QuerySet]
    columns: tuple[DataColumn, ...]
    source: str = "source"
    page: str = "open_data"

    @property
    def page_path(self):
        return reverse(self.page)

    @property
    def names(self):
        """The names of the columns, in the order of the file."""
        return [column.name for column in self.columns]

    @cached_property
    def model(self):
        return self.queryset().model

    @cached_property
    def described(self):
        """(DataColumn, what its codes mean) of every column."""
        return [(column, column.codes(self.model)) for column in self.columns]

    @cached_property
    def meanings(self):
        """(Name, what it means with its unit and codes, in a sentence) of every column."""
        found = []
        for column, codes in self.described:
            unit = f" ({column.unit})" if column.unit else ""
            told = f" {'; '.join(f'{code}: {label}' for code, label in codes)}." if codes else ""
            found.append((column.name, f"{capfirst(column.meaning)}{unit}.{told}"))
        return found

    @property
    def spreadsheet_columns(self):
        return [Column(column.name, column.kind(self.model)) for column in self.columns]

    def rows(self):
        """A queryset of dictionaries, whose keys are the names of the columns. One query."""
        return self.named(self.queryset())

    def after(self, key, most):
        """A list of the first `most` rows by their keys that come after `key`. One query."""
        return self.following(most).ask(key)

    def row(self, key):
        """The row with that key, or None. One query."""
        return self.named(self.queryset().filter(pk=key)).first()

    def last(self):
        """The row with the highest key, or None. One query."""
        return self.newest.first()

    @cached_property
    def following(self):
        """The PreparedRows of the first `most` after a key, by how many that are."""
        return cache(lambda most: PreparedRows(lambda key: self.in_order(pk__gt=key)[:most]))

    @cached_property
    def newest(self):
        return PreparedRows(lambda: self.in_order().reverse()[:1])

    def in_order(self, **asked):
        """The rows with what is `asked` of them, by their keys."""
        return self.named(self.queryset().filter(**asked).order_by("pk"))

    def named(self, found):
        """The rows of `found` as dictionaries, whose keys are the names of the columns."""
        return found.values(**{column.name: column.expression for column in self.columns})

    @property
    def licences(self):
        """(Licence, of how many sources), the most first. One query."""
        return most_first(self.by_licence.ask())

    @cached_property
    def by_licence(self):
        """The PreparedRows (licence, of how many sources)."""
        return PreparedRows(lambda: counted_licences(self))

    @property
    def rights(self):
        """What may be done with it, as far as that is known, in sentences. One query."""
        return self.rights_under(self.licences)

    def rights_under(self, licences):
        """As `rights`, of its `licences` that are known already."""
        is_unsaid = all(licence == Licence.NOT_STATED for licence, _ in licences)
        if not self.source and is_unsaid:
            return OWN
        told = [
            f"Van {counted(count, 'bron,bronnen')} is niet bekend wat de maker toestaat."
            if licence == Licence.NOT_STATED
            else f"{counted(count, 'bron,bronnen')}: {licence.label}."
            for licence, count in licences
        ]
        return " ".join([*told, NAME_THE_SOURCE])


@dataclass(frozen=True)
class ReckonedDataset(Dataset):
    """A Dataset of what no table keeps: `reckon` gives the rows in the order of its ReckonedColumns.

    `queryset` is of what it is reckoned from, and leads to the sources.
    """

    reckon: Callable = field(kw_only=True)

    def rows(self):
        """A list of dictionaries, whose keys are the names of the columns."""
        return [dict(zip(self.names, row, strict=True)) for row in self.reckon(self.queryset())]

    def after(self, key, most):
        found = [row for row in self.rows() if row["sleutel"] > key]
        return sorted(found, key=lambda row: row["sleutel"])[:most]

    def row(self, key):
        return next((row for row in self.rows() if row["sleutel"] == key), None)

    def last(self):
        return max(self.rows(), key=lambda row: row["sleutel"], default=None)


def counted_licences(dataset, *said):
    """A queryset of (what is `said`, licence, of how many sources) of a Dataset.

    They are counted among its rows: to look up each source of the site among those takes long where PostgreSQL does
    not know yet how many there are.
    """
    if dataset.source:
        rows = dataset.queryset().order_by().prefetch_related(None)
        found = rows.filter(**{f"{dataset.source}__isnull": False})
        source, licence = dataset.source, f"{dataset.source}__licence"
    else:
        found = Source.objects.order_by().filter(publisher__iexact=OWN_PUBLISHER)
        source, licence = "pk", "licence"
    return found.values(licence).annotate(count=Count(source, distinct=True)).values_list(*said, licence, "count")


def most_first(found):
    """The `licences` of a Dataset, of pairs in any order."""
    return sorted(((Licence(licence), count) for licence, count in found), key=lambda one: (-one[1], one[0]))


SOURCE = DataColumn("bron", "source__title", "waar dit staat")
SOURCE_ADDRESS = DataColumn("bron_adres", "source__url", "het adres van de bron")
NOTE = DataColumn("opmerking", "note", "wat de redactie erbij zegt")
# The last column of every set, and the last part of the address of a row in the API.
KEY = DataColumn("sleutel", "id", "het getal dat deze rij altijd houdt, en waarmee u die in de API vindt")
RIGHTS = (
    DataColumn("bron_licentie", "source__licence", "wat de maker van de bron toestaat; leeg is niet bekend"),
    DataColumn("bron_gelezen_op", "source__consulted_on", "de dag waarop wij de bron lazen, als die bekend is"),
    DataColumn("bron_gelezen", "source__consulted", "wanneer wij de bron lazen, in woorden"),
)
