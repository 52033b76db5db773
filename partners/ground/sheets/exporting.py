"""Rows of a model as a sheet that an import reads back."""

from partners.ground.documents import Column
from partners.ground.sheets.fields import DateCell, NumberCell, ReferenceCell, YearCell
from partners.ground.sheets.importing import value_of


def columns_of(layout, *, typed):
    """The Columns of a sheet of the layout's model, as an export writes them and an import reads them."""
    kinds = {NumberCell: "number", YearCell: "number", DateCell: "date"} if typed else {}
    return [Column(field.label, kinds.get(type(field), "text")) for field in layout.form.base_fields.values()]


def rows_of(layout, queryset, *, typed):
    """The rows of an export: numbers and days as such, or with `typed` False as the text that an import reads."""
    fields = layout.form.base_fields
    related = [name for name, field in fields.items() if isinstance(field, ReferenceCell)]
    # Without a name Django would follow every one of them, and none that may be empty.
    found = queryset.select_related(*related) if related else queryset
    for one in found.iterator(chunk_size=2_000):
        yield [
            value_of(field, one, name)
            if typed and isinstance(field, NumberCell | YearCell | DateCell)
            else field.as_cell(value_of(field, one, name))
            for name, field in fields.items()
        ]
