"""What somebody may change in a form of the desk: a value of any field, a row that goes, and a row that comes.

Everything is found from the form itself, so a new desk, field or row needs nothing here.
"""

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import strategies as st

from partners.ground.desk.merging import key_of, rows_of, technical
from partners.ground.desk.values import flat, holds_many, is_long, own_fields, suffixes, widget_of

# So much further is a day or a number that somebody changed.
STEPS = [-3, -2, -1, 1, 2, 3]
# Of a long list of choices only the first are tried.
MOST_CHOICES = 20


class Cell(NamedTuple):
    """One value of the record or of one of its rows: the prefix of its formset, the key of the row, and its name."""

    prefix: str
    key: str
    name: str


@dataclass(frozen=True)
class Edit:
    """What one person changed: the texts of inputs by name, the cell in which that ends, and how it is read back."""

    texts: dict
    cell: Cell
    said: str
    is_long: bool = False
    holds_many: bool = False


@dataclass(frozen=True)
class Offer:
    """A field that can be changed, with its name in the form."""

    name: str
    field: forms.Field
    cell: Cell

    def edit(self, draw, sent, word):
        """Another value, as somebody who writes `word` would give it; None when there is none."""
        given = another(draw, self.name, self.field, sent, word)
        if given is None:
            return None
        texts, said = given
        return Edit(texts, self.cell, said, is_long(self.field), holds_many(self.field))


@dataclass(frozen=True)
class Row:
    """A row that can be deleted."""

    name: str
    cell: Cell

    def edit(self, draw, sent, word):
        return Edit({f"{self.name}-DELETE": ["on"]}, self.cell, "")


@dataclass(frozen=True)
class NewRow:
    """The empty row of a formset, which is filled in as the row `like` it with everything different."""

    form: forms.ModelForm
    like: str
    prefix: str
    besides: tuple

    def edit(self, draw, sent, word):
        texts = {}
        for name, field in own_fields(self.form, besides=self.besides):
            shown = {suffix: sent.getlist(f"{self.like}-{name}{suffix}") for suffix in suffixes(field)}
            texts |= {f"{self.form.prefix}-{name}{suffix}": values for suffix, values in shown.items()}
            if given := another(draw, f"{self.form.prefix}-{name}", field, Shown(texts), word):
                texts |= given[0]
        return Edit(texts, Cell(self.prefix, "", ""), word, is_long=True)


class Shown(dict):
    """Texts by the name of an input, to be read as a form that was sent."""

    def getlist(self, name):
        return self.get(name, [])


def offers(form, formsets, sent):
    """All that a person can change in what a page with these forms would send; `form` is None in a list."""
    found = [Offer(name, field, Cell("", "", name)) for name, field in (asked(form) if form else [])]
    for formset in formsets:
        besides, places = technical(formset), places_in(formset, sent)
        for row in rows_of(formset):
            cell, start = Cell(formset.prefix, key_of(row), ""), f"{formset.prefix}-{places[key_of(row)]}"
            found += [
                Offer(f"{start}-{name}", field, cell._replace(name=name)) for name, field in asked(row, besides=besides)
            ]
            found += [Row(start, cell)] if formset.can_delete else []
        for row in formset.extra_forms[:1]:
            found.append(NewRow(row, f"{formset.prefix}-0", formset.prefix, tuple(besides)))
    return [offer for offer in found if not isinstance(offer, Offer) or is_shown(offer, sent)]


def places_in(formset, sent):
    """Where each row stands in what a page would send, by its key."""
    prefix, key = formset.prefix, formset.model._meta.pk.name
    return {sent[f"{prefix}-{place}-{key}"]: place for place in range(int(sent[f"{prefix}-INITIAL_FORMS"]))}


def asked(form, *, besides=()):
    """(Name, field) of what a form asks of a person."""
    for name, field in own_fields(form, besides=besides):
        if not field.disabled and not widget_of(field).is_hidden:
            yield name, field


def is_shown(offer, sent):
    """Whether the page has an input for it. One that is ticked or chosen from may well send nothing."""
    sends_nothing = isinstance(widget_of(offer.field), forms.CheckboxInput) or holds_many(offer.field)
    return sends_nothing or all(offer.name + suffix in sent for suffix in suffixes(offer.field))


def another(draw, name, field, sent, word):
    """(Texts by input, how they are read) of another value for a field, or None when there is none to give."""
    widget, now = widget_of(field), sent.getlist(name)
    if isinstance(widget, forms.CheckboxInput):
        return {name: [] if now else ["on"]}, "nee" if now else "ja"
    if isinstance(field, forms.ModelChoiceField | forms.ChoiceField):
        return another_choice(draw, name, field, now)
    if isinstance(widget, forms.MultiWidget):
        names = [name + suffix for suffix in suffixes(field)]
        return another_moment(draw, names, field, sent)
    if isinstance(field, forms.DateField | forms.DecimalField | forms.IntegerField):
        text = further(draw, field, widget, now[0] if now else "")
        return text and ({name: [text]}, text)
    if isinstance(field, forms.EmailField):
        return {name: [f"{word}@example.org"]}, word
    if isinstance(field, forms.URLField):
        return {name: [f"https://example.org/{word}"]}, word
    if isinstance(field, forms.SlugField):
        return {name: [f"{now[0] if now else 'een'}-{word}"]}, word
    return typed(draw, name, now[0] if now else "", word) if isinstance(field, forms.CharField) else None


def another_choice(draw, name, field, now):
    """Another choice than that of now; of a field that holds many, one more or one less."""
    others = {key: str(label) for key, label in islice(flat(field.choices), MOST_CHOICES) if key and key not in now}
    if not others:
        return None
    other = draw(st.sampled_from(sorted(others)))
    return {name: [*now, other] if holds_many(field) else [other]}, others[other]


def another_moment(draw, names, field, sent):
    """The same hour of another day."""
    shown = [(sent.getlist(name) or [""])[0] for name in names]
    day = further(draw, field.fields[0], widget_of(field).widgets[0], shown[0])
    hour = {name: [text or "12:00"] for name, text in zip(names[1:], shown[1:], strict=True)}
    return day and ({names[0]: [day]} | hour, day)


def further(draw, field, widget, text):
    """A day or a number near the one of now, as the form writes it."""
    try:
        now = field.to_python(text)
    except ValidationError:
        return None
    is_day = isinstance(field, forms.DateField)
    now = now if now is not None else timezone.localdate() - timedelta(days=30) if is_day else 5
    step = draw(st.sampled_from(STEPS))
    return widget.format_value(field.prepare_value(now + timedelta(days=step) if is_day else now + step))


def typed(draw, name, text, word):
    """A word that is typed somewhere between two others."""
    spaces = [place for place, letter in enumerate(text) if letter == " " and not is_in_tag(text, place)]
    ends = [] if "<" in text else [len(text)]
    if not spaces + ends:
        return None
    place = draw(st.sampled_from(spaces + ends))
    return {name: [f"{text[:place]} {word}{text[place:]}".lstrip()]}, word


def is_in_tag(text, place):
    return text[:place].count("<") > text[:place].count(">")
