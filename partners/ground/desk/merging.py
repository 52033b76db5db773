"""What two people changed in one form, merged by field and by row.

Three states meet: the `base` that the form was opened with, what was sent now (mine), and what the database holds by
now (theirs). What only one of both changed goes in by itself. What both changed is a Clash, to be chosen from.
"""

from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from django.utils.text import capfirst

from partners.ground.desk import texts
from partners.ground.desk.values import (
    alike,
    holds_many,
    is_long,
    is_text,
    own_fields,
    part_of,
    readable,
    sent_values,
    shown_values,
    suffixes,
)

PK = "id"  # of every model that has a desk
INITIAL = "initial-"  # before the name of an input that holds what the input began with
GONE = "verwijderd"
NEW_ROW = "Een rij die intussen is verwijderd"


@dataclass(frozen=True)
class Snapshot:
    """What a form showed when it was opened: the values of its `fields`, and of its `rows` by prefix and key.

    `labels` has what each field is called, by prefix and name: the field may be gone when that must be said.
    """

    fields: dict
    rows: dict
    labels: dict

    @classmethod
    def of(cls, form, formsets):
        """Of a form and its formsets that were not sent yet, or were merged with what is there now."""
        return cls(
            shown_values(form) if form else {},
            {
                formset.prefix: {key_of(row): row_values(formset, row) for row in rows_of(formset)}
                for formset in formsets
            },
            {"": labels_of(form)} | {formset.prefix: labels_of(formset.empty_form) for formset in formsets},
        )

    def as_dict(self):
        return asdict(self)


def rows_of(formset):
    return [row for row in formset.initial_forms if row.instance.pk]


def values_by_key(formset):
    return {key_of(row): row_values(formset, row) for row in rows_of(formset)}


def key_of(row):
    return str(row.instance.pk)


def technical(formset):
    """The names in a row that say which it is: its own key, and that of what it belongs to."""
    belongs_to = getattr(formset, "fk", None)
    return [formset.model._meta.pk.name, *([belongs_to.name] if belongs_to else [])]


def row_values(formset, row):
    return shown_values(row, besides=technical(formset))


def labels_of(form):
    return {name: capfirst(str(each.label or name)) for name, each in form.fields.items()} if form else {}


@dataclass(frozen=True)
class Clash:
    """What both changed, in words, with what each choice sends: names of inputs with their texts.

    Without `choices` there is nothing to choose: it can no longer be saved, and is given back. `subjects` says whose
    change it is, as (model, key): first the row and then what it belongs to.
    """

    label: str
    base: str
    mine: str
    theirs: str
    choices: dict = field(default_factory=dict)
    together: str = ""
    name: str = ""  # of the input to which what is written together goes; empty when there is none
    row: tuple = ()  # the model's label and the key of the row, empty for the form itself
    is_text: bool = True  # of what is chosen or counted no words are marked

    @property
    def mine_marked(self):
        return texts.marked(self.base, self.mine) if self.is_text else self.mine

    @property
    def theirs_marked(self):
        return texts.marked(self.base, self.theirs) if self.is_text else self.theirs


class Told(NamedTuple):
    """A field that only the other changed, or that was merged by words: what it was and what it becomes."""

    label: str
    before: str
    after: str

    @property
    def marked(self):
        return texts.marked(self.before, self.after)


class SentRows(NamedTuple):
    """Where the rows stand in what was sent: those that were there by their key, and those that are new."""

    places: dict
    new: range

    @classmethod
    def of(cls, formset, posted, *, is_there):
        """Those of a formset, none if the form had no such rows; or None when it does not say how many there are."""
        prefix, pk = formset.prefix, formset.model._meta.pk.name
        missing = "" if is_there else "0"
        count, known = (posted.get(f"{prefix}-{total}", missing) for total in ("TOTAL_FORMS", "INITIAL_FORMS"))
        if not (count.isdecimal() and known.isdecimal() and int(known) <= int(count) <= formset.absolute_max):
            return None
        places = {posted.get(f"{prefix}-{place}-{pk}", ""): place for place in range(int(known))}
        return cls(places, range(int(known), int(count)))


class Merge:
    """What a form will save: `data` as if a browser had sent it, with the `clashes` that are still to be chosen."""

    def __init__(self, posted, *, is_again=False):
        self.data = posted.copy()
        self.is_again = is_again  # the form was sent before: rows that were added then are not added twice
        self.clashes = []
        self.told = []

    def put(self, prefix, values):
        for name, sent in values.items():
            self.data.setlist(prefix + name, sent)
            if not sent:  # of a box that is not ticked a browser sends nothing
                del self.data[prefix + name]

    def put_initial(self, form, theirs, *, prefix="", besides=()):
        """What Django compares with to see what changed: a form carries it for what begins as today or as now."""
        for name, each in own_fields(form, besides=besides):
            if each.show_hidden_initial:
                self.put(f"{INITIAL}{prefix}", part_of(theirs, name, each))

    def merge_fields(self, form, base, mine, theirs, *, prefix="", where="", row=(), besides=()):
        """Merges the values of one form, the main one or that of a row. `where` says which row it is."""
        for name, each in own_fields(form, besides=besides):
            label = f"{where}{capfirst(str(each.label or name))}"
            known = base if all(name + suffix in base for suffix in suffixes(each)) else theirs
            self.merge_field(each, name, known, mine, theirs, prefix=prefix, label=label, row=row)

    def merge_field(self, each, name, base, mine, theirs, *, prefix, label, row):
        if alike(each, name, mine, base) or alike(each, name, mine, theirs):
            if not alike(each, name, base, theirs):
                self.told.append(Told(label, readable(each, name, base), readable(each, name, theirs)))
            self.put(prefix, part_of(theirs, name, each))
        elif alike(each, name, theirs, base):
            self.put(prefix, part_of(mine, name, each))
        elif holds_many(each):
            merged = merge_sets(base[name], mine[name], theirs[name])
            self.told.append(Told(label, readable(each, name, base), readable(each, name, {name: merged})))
            self.put(prefix, {name: merged})
        elif is_long(each):
            self.merge_long(name, base[name][0], mine[name][0], theirs[name][0], prefix=prefix, label=label, row=row)
        else:
            self.put(prefix, part_of(mine, name, each))
            said = [readable(each, name, values) for values in (base, mine, theirs)]
            choices = {"mine": mine, "theirs": theirs}
            chosen = {who: named(prefix, part_of(values, name, each)) for who, values in choices.items()}
            self.clashes.append(Clash(label, *said, choices=chosen, row=row, is_text=is_text(each)))

    def merge_long(self, name, base, mine, theirs, *, prefix, label, row):
        """Merges two texts by their words; where they touch both are shown, each with all that does not touch."""
        pieces = texts.merge_texts(base, mine, theirs)
        own = texts.as_mine(pieces)
        self.put(prefix, {name: [own]})
        if not texts.clashes(pieces):
            self.told.append(Told(label, base, own))
            return
        other = texts.as_theirs(pieces)
        self.clashes.append(
            Clash(
                label,
                base,
                own,
                other,
                choices={"mine": {prefix + name: [own]}, "theirs": {prefix + name: [other]}},
                together=texts.together(pieces),
                name=prefix + name,
                row=row,
            )
        )

    def merge_rows(self, formset, base, posted):
        """Merges the rows of a formset by their keys. What both added stays, of both.

        `base` has their values by key; None when the form that was sent had no such rows at all.
        """
        sent = SentRows.of(formset, posted, is_there=base is not None)
        if sent is None:
            return  # Django says what is wrong with such a form
        prefix, known = formset.prefix, base or {}
        for name in [name for name in self.data if place_in(name, prefix).isdigit()]:
            del self.data[name]
        place, places, there = 0, dict(sent.places), rows_of(formset)
        for form in there:
            place += self.merge_row(formset, form, base, posted, places.pop(key_of(form), None), place)
        self.data[f"{prefix}-INITIAL_FORMS"] = str(place)
        for key, old in places.items():
            place += self.bring_back(formset, known.get(key), posted, old, place)
        added = [row_values(formset, form) for form in there if key_of(form) not in known]
        for old in sent.new:
            place += self.add_row(formset, posted, old, place, added)
        self.data[f"{prefix}-TOTAL_FORMS"] = str(place)

    def merge_row(self, formset, form, base, posted, old, place):
        """Merges the row that stands at `old` in what was sent, None if it was added meanwhile. Returns 1: one row."""
        prefix = f"{formset.prefix}-{place}-"
        theirs = row_values(formset, form)
        self.put(prefix, keys_of(formset, form) | theirs)
        self.put_initial(form, theirs, prefix=prefix, besides=technical(formset))
        if old is None:
            self.told += [Told(str(form.instance), "", "toegevoegd")] if base is not None else []
            return 1
        before = f"{formset.prefix}-{old}-"
        before_values = (base or {}).get(key_of(form), theirs)
        mine = sent_values(posted, before, theirs)
        row = (formset.model._meta.label, key_of(form))
        if not posted.get(f"{before}DELETE"):
            where = f"{form.instance}: "
            besides = technical(formset)
            self.merge_fields(form, before_values, mine, theirs, prefix=prefix, where=where, row=row, besides=besides)
            return 1
        self.put(prefix, {"DELETE": ["on"]})
        if changed := differing(formset, form, before_values, theirs):
            self.clashes.append(
                Clash(
                    str(form.instance),
                    in_words(formset, form, before_values, changed),
                    GONE,
                    in_words(formset, form, theirs, changed),
                    choices={"mine": {}, "theirs": {f"{prefix}DELETE": []}},
                    row=row,
                )
            )
        return 1

    def bring_back(self, formset, before_values, posted, old, place):
        """Asks about a row that somebody deleted while it was changed here. Returns how many rows that gives."""
        before, prefix = f"{formset.prefix}-{old}-", f"{formset.prefix}-{place}-"
        form = formset.empty_form
        if before_values is None or posted.get(f"{before}DELETE"):
            return 0
        mine = sent_values(posted, before, before_values)
        changed = differing(formset, form, before_values, mine)
        if not changed:
            return 0
        said = [in_words(formset, form, values, changed) for values in (before_values, mine)]
        label = f"{capfirst(formset.model._meta.verbose_name)}: {NEW_ROW.lower()}"
        if not formset.can_delete:
            self.clashes.append(Clash(label, *said, GONE))
            return 0
        self.put(prefix, keys_of(formset, None) | mine)
        choices = {"mine": {}, "theirs": {f"{prefix}DELETE": ["on"]}}
        self.clashes.append(Clash(label, *said, GONE, choices=choices))
        return 1

    def add_row(self, formset, posted, old, place, added):
        """Takes over a row that was added here; not once more when the form was sent before. Returns 1 or 0."""
        before, prefix = f"{formset.prefix}-{old}-", f"{formset.prefix}-{place}-"
        form = formset.empty_form
        names = [
            name + suffix for name, each in own_fields(form, besides=technical(formset)) for suffix in suffixes(each)
        ]
        mine = sent_values(posted, before, names)
        stored = {each.name for each in formset.model._meta.get_fields()}  # a form may ask more, such as a reason
        if self.is_again and any(stored.isdisjoint(dict(differing(formset, form, one, mine))) for one in added):
            return 0
        for start, moved in [(before, prefix), (INITIAL + before, INITIAL + prefix)]:
            for name in [name for name in posted if name.startswith(start)]:
                self.data.setlist(moved + name.removeprefix(start), posted.getlist(name))
        return 1

    def give_back(self, snapshot, prefix, base, sent_prefix, *, shown):
        """Gives back what was changed in fields that the form no longer has, for they are fixed by now."""
        labels = snapshot.labels.get(prefix, {})
        for name, before in base.items():
            mine = sent_values(self.data, sent_prefix, [name])[name]
            if name in shown or mine == before:
                continue
            label = labels.get(name) or labels.get(name.rpartition("_")[0], name)
            self.clashes.append(Clash(label, " ".join(before), " ".join(mine), ""))

    def give_back_rows(self, snapshot, prefix):
        """The same for rows that the form no longer has at all."""
        rows = snapshot.rows[prefix]
        for place in range(len(rows)):
            key = self.data.get(f"{prefix}-{place}-{PK}", "")
            self.give_back(snapshot, prefix, rows.get(key, {}), f"{prefix}-{place}-", shown=())


def place_in(name, prefix):
    """The first character of what follows the prefix of a formset in the name of an input: a digit in each row."""
    return name.removeprefix(INITIAL).removeprefix(f"{prefix}-")[:1]


def named(prefix, values):
    return {prefix + name: sent for name, sent in values.items()}


def merge_sets(base, mine, theirs):
    """What both hold after the changes of both: what one added is added, and what one took away is gone."""
    taken = (set(base) - set(mine)) | (set(base) - set(theirs))
    return [key for key in dict.fromkeys([*theirs, *mine]) if key not in taken]


def keys_of(formset, form):
    """The values that say which row it is; of a new row only what it belongs to."""
    keys = {formset.model._meta.pk.name: [key_of(form) if form else ""]}
    if belongs_to := getattr(formset, "fk", None):
        keys[belongs_to.name] = [str(formset.instance.pk or "")]
    return keys


def differing(formset, form, one, other):
    """(Name, field) of each that differs between two rows."""
    fields = own_fields(form, besides=technical(formset))
    return [(name, each) for name, each in fields if not alike(each, name, one, other)]


def in_words(formset, form, values, fields):
    return "\n".join(f"{capfirst(str(each.label or name))}: {readable(each, name, values)}" for name, each in fields)
