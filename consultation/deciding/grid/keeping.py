"""The cells of the grid as one form, so that the desk keeps what is typed in them until it is saved."""

from django import forms

from consultation.deciding.grid.sheet import PASTED
from partners.ground.forms import Text
from partners.ground.texts import PAGE


class GridForm(forms.Form):
    """What the cells of a GridSheet say, and what was pasted; the page prints its `initial`, that which is put back."""

    def __init__(self, sheet):
        super().__init__(initial={PASTED: sheet.left})
        self.fields[PASTED] = Text(label="Geplakte rijen", required=False, max_length=PAGE)
        for row in sheet.rows:
            for cell in row.cells:
                self.fields[cell.name] = Text(label=cell.label, required=False, max_length=PAGE)
                self.initial[cell.name] = cell.text
            row.shown = self.initial
