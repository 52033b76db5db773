"""What a form holds, in the texts that a browser sends.

The values of a form are a dict from the name of each input to its list of texts, as in a QueryDict. A field with more
than one input, such as a moment, has more than one name: `opens_at_0` and `opens_at_1`.
"""

from itertools import chain

from django.core.exceptions import ValidationError
from django.forms import (
    CharField,
    CheckboxInput,
    ChoiceField,
    FileField,
    ModelChoiceField,
    MultiWidget,
    Textarea,
)
from django.forms.widgets import ChoiceWidget
from django.utils.datastructures import MultiValueDict

# What a form of a row carries besides its own fields.
OF_ROWS = {"DELETE", "ORDER"}


def own_fields(form, *, besides=()):
    """(Name, field) of what a person fills in; a file is sent and never shown, so it is left to itself."""
    for name, field in form.fields.items():
        if name not in OF_ROWS and name not in besides and not isinstance(field, FileField):
            yield name, field


def widget_of(field):
    """The widget of a field, without the frame with the plus sign."""
    return getattr(field.widget, "widget", field.widget)


def suffixes(field):
    """What follows the name of the field in the names of its inputs."""
    widget = widget_of(field)
    return list(widget.widgets_names) if isinstance(widget, MultiWidget) else [""]


def shown_values(form, *, besides=()):
    """What a form that was not sent yet shows, as its values, with names as they are outside any row."""
    values = {}
    for name, field in own_fields(form, besides=besides):
        for suffix, texts in texts_of(widget_of(field), form[name].value()).items():
            values[name + suffix] = [as_sent(text) for text in texts]
    return values


def texts_of(widget, value):
    """The texts that a browser sends for `value`, by the suffix of each input."""
    if isinstance(widget, MultiWidget):
        parts = value if isinstance(value, list | tuple) else widget.decompress(value)
        pairs = zip(widget.widgets_names, widget.widgets, parts, strict=True)
        return {suffix: texts_of(part, one)[""] for suffix, part, one in pairs}
    if isinstance(widget, CheckboxInput):
        return {"": ["on"] if widget.check_test(value) else []}
    formatted = widget.format_value(value)
    if isinstance(widget, ChoiceWidget) and not isinstance(formatted, str):
        return {"": [str(one) for one in formatted]}
    return {"": ["" if formatted is None else str(formatted)]}


def as_sent(text):
    """A text with the line ends of the database: a browser sends others, and nobody changed those."""
    return text.replace("\r\n", "\n")


def part_of(values, name, field):
    """The values of one field."""
    return {name + suffix: values.get(name + suffix, []) for suffix in suffixes(field)}


def sent_values(posted, prefix, names):
    """The values with `names` in what was `posted`, where `prefix` stands before each."""
    return {name: [as_sent(text) for text in posted.getlist(prefix + name)] for name in names}


def holds_many(field):
    """Whether a value is a set: the order in which it comes says nothing."""
    return getattr(widget_of(field), "allow_multiple_selected", False)


def is_long(field):
    return isinstance(widget_of(field), Textarea)


def is_text(field):
    """Whether people write in it, and not only choose or count."""
    return isinstance(field, CharField)


def alike(field, name, one, other):
    """Whether two values of a field mean the same, however they are written."""
    one, other = part_of(one, name, field), part_of(other, name, field)
    if one == other:
        return True
    if holds_many(field):
        return set(one[name]) == set(other[name])
    if isinstance(widget_of(field), CheckboxInput):
        return bool(one[name]) == bool(other[name])
    if isinstance(field, ModelChoiceField):
        return False
    try:
        return cleaned(field, name, one) == cleaned(field, name, other)
    except ValidationError:
        return False


def cleaned(field, name, values):
    return field.clean(widget_of(field).value_from_datadict(MultiValueDict(values), {}, name))


def readable(field, name, values):
    """What a reader sees of a value: names instead of keys, and yes or no instead of a tick."""
    texts = list(filter(None, chain(*part_of(values, name, field).values())))
    if isinstance(widget_of(field), CheckboxInput):
        return "ja" if texts else "nee"
    return ", ".join(names_of(field, texts)) or "leeg"


def names_of(field, texts):
    """What the choices are called that `texts` stand for; what was typed in a box, as one text."""
    if isinstance(field, ModelChoiceField):
        keys = [text for text in texts if text.isdecimal() and len(text) < 19]
        return map(field.label_from_instance, field.queryset.filter(pk__in=keys))
    if isinstance(field, ChoiceField):
        names = dict(flat(field.choices))
        return (str(names.get(text, text)) for text in texts)
    return filter(None, [" ".join(texts)])


def flat(choices):
    """(Value, name) of every choice, those in groups too."""
    for value, name in choices:
        if isinstance(name, list | tuple):
            yield from ((str(key), label) for key, label in name)
        else:
            yield str(value), name
