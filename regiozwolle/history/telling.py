"""The record in plain Dutch: who did what when and why, and per field what was and what is."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.db.models import prefetch_related_objects
from django.utils.dateparse import parse_datetime
from django.utils.html import strip_tags
from django.utils.text import capfirst

from agenda.models.wider_aim import WiderAimsField, aims_of
from partners.ground.comparing import marked
from partners.ground.models import Act, Change
from partners.ground.templatetags.dutch import day, moment, number
from partners.models import User

ERASED = "een gewiste gebruiker"
NOBODY = "iemand zonder account, of een opdracht op de server"
KEPT_ELSEWHERE = "gewijzigd; de woorden zelf staan niet in dit logboek"
CHANGED, MADE, GONE = "gewijzigd", "aangemaakt", "verwijderd"
MARKUP_ONLY = "alleen de opmaak is gewijzigd"
# A table of another's, which has no Dutch: what its rows and its columns are called.
TABLES_OF_OTHERS = {"mfa_authenticator": "tweede stap"}
COLUMNS_OF_OTHERS = {
    "mfa_authenticator.user_id": "van",
    "mfa_authenticator.type": "soort",
    "mfa_authenticator.data": "sleutel",
    "mfa_authenticator.created_at": "gemaakt op",
    "mfa_authenticator.last_used_at": "laatst gebruikt op",
}


@dataclass(frozen=True)
class Difference:
    """One field: for a text what changed in it as safe HTML, else `before` and `after` in words, or only a `note`.

    What a row says that is new or went is a note too: nothing was changed in it.
    """

    label: str
    before: str = ""
    after: str = ""
    marked: str = ""
    note: str = ""


@dataclass(frozen=True)
class RowEvent:
    """What happened to one row: its name, a word for it, and the Differences of its fields."""

    name: str
    what: str
    differences: list

    @property
    def heading(self):
        """'Meting 4.500: aangemaakt'; of the thing itself only that it was made or went."""
        if self.name:
            return capfirst(f"{self.name}: {self.what}")
        return "" if self.what == CHANGED else capfirst(self.what)


@dataclass
class ActTold:
    """One act, or what changed outside any act in one transaction. `first` is the key of its first Change."""

    words: str
    made_at: datetime
    who: str
    reason: str
    rows: list
    first: int = 0
    makes_it: bool = False


def models_by_table():
    """Every model by the name of its table; proxies left out."""
    return {
        model._meta.db_table: model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy
    }


def events(changes, acts=(), *, own_table):
    """The ActTolds of `changes` and of `acts` that changed nothing, the newest first.

    Changes that nobody made, such as another end of a line, are left out, and so is an event without any other.
    """
    changes = list(changes)
    by_event = defaultdict(list)
    for change in sorted(changes, key=lambda each: each.pk):
        by_event[change.act_id, change.made_at].append(change)
    teller = Teller(changes, acts)
    told = [teller.event(group, own_table=own_table) for group in by_event.values()]
    in_changes = {act_id for act_id, _ in by_event}
    told += [teller.bare(act) for act in acts if act.pk not in in_changes]
    return sorted(filter(None, told), key=lambda event: (event.made_at, event.first), reverse=True)


class Teller:
    """Puts changes in words; what they name is looked up once for all of them."""

    def __init__(self, changes, acts=()):
        self.models = models_by_table()
        self.names = self.look_up(changes)
        self.were = as_they_were([each for each in changes if not self.is_there(each)])
        keys = {change.act.made_by_id for change in changes if change.act} | {act.made_by_id for act in acts}
        self.users = {user.pk: str(user) for user in User.objects.filter(pk__in=keys - {None})}

    def look_up(self, changes):
        """The names of the rows that the changes point at, by model and key."""
        wanted = defaultdict(set)
        for change in changes:
            model = self.models[change.table_name]
            for one in model._meta.concrete_fields:
                if one.is_relation:
                    values = {(state or {}).get(one.column) for state in (change.before, change.after)}
                    wanted[one.remote_field.model] |= values - {None}
            wanted[model].add(change.row_id)
        return {
            model: {one.pk: str(one) for one in with_names(model).filter(pk__in=keys)}
            for model, keys in wanted.items()
            if keys and not model._meta.auto_created
        }

    def is_there(self, change):
        return change.row_id in self.names.get(self.models[change.table_name], {})

    def who(self, act, role=""):
        if act is None:
            return f"buiten het beheer om, als {role}"
        return self.users.get(act.made_by_id, ERASED) if act.made_by_id else NOBODY

    def event(self, changes, *, own_table):
        rows = [row for change in changes if (row := self.row(change, own_table=own_table))]
        act = changes[0].act
        if not rows:
            return None
        return ActTold(
            words=capfirst(act.words if act else "gewijzigd"),
            made_at=changes[0].made_at,
            who=self.who(act, changes[0].role),
            reason=act.reason if act else "",
            rows=rows,
            first=changes[0].pk,
            makes_it=any(change.table_name == own_table and change.before is None for change in changes),
        )

    def bare(self, act):
        return ActTold(capfirst(act.words), act.made_at, self.who(act), act.reason, rows=[])

    def row(self, change, *, own_table):
        """What happened to one row, or None when nobody changed anything."""
        model = self.models[change.table_name]
        name = "" if change.table_name == own_table else self.name_of(change)
        if change.before is None:
            return RowEvent(name, MADE, plainly(self.differences(model, {}, change.after)))
        if change.after is None:
            return RowEvent(name, GONE, plainly(self.differences(model, change.before, {})))
        found = self.differences(model, change.before, change.after)
        return RowEvent(name, CHANGED, found) if found else None

    def name_of(self, change):
        """'meting 4.500 (1 januari 2024)': the kind of row, and how it is called as far as that is known."""
        model = self.models[change.table_name]
        if model._meta.auto_created:
            return self.joined(model, change)
        known = self.names.get(model, {}).get(change.row_id) or called(self.were.get(change.pk))
        kind = TABLES_OF_OTHERS.get(change.table_name, model._meta.verbose_name)
        return f"{kind} {known}".strip()

    def joined(self, model, change):
        """What a row of a many-to-many field joins: the name at its other end."""
        ends = [one for one in model._meta.concrete_fields if one.is_relation]
        state = change.after or change.before
        return " en ".join(
            self.names.get(one.remote_field.model, {}).get(state.get(one.column), "") for one in ends[1:]
        )

    def differences(self, model, before, after):
        """A Difference for each field of which the words differ; a field without words says nothing."""
        found = []
        for one in model._meta.concrete_fields:
            if one.primary_key or one.column not in {**before, **after} or one.name == "parent_ptr":
                continue
            column = f"{model._meta.db_table}.{one.column}"
            label = str(capfirst(COLUMNS_OF_OTHERS.get(column, one.verbose_name)))
            was, became = before.get(one.column), after.get(one.column)
            if "…" in (was, became):
                found.append(Difference(label, note=KEPT_ELSEWHERE))
            elif difference := self.difference(one, label, was, became):
                found.append(difference)
        return found

    def difference(self, one, label, was, became):
        old, new = self.words(one, was), self.words(one, became)
        if old == new:
            return Difference(label, note=MARKUP_ONLY) if lines(was or "") != lines(became or "") else None
        if isinstance(one, models.TextField) and old and new:
            return Difference(label, marked=marked(old, new))
        return Difference(label, old, new)

    def words(self, one, value):
        """`value` of the field `one`, as the record has it, in Dutch; "" for nothing."""
        if value in (None, "", []):
            return ""
        if one.is_relation:
            other = one.remote_field.model
            return self.names.get(other, {}).get(value, f"een {other._meta.verbose_name} die er niet meer is")
        if one.choices:
            return str(dict(one.flatchoices).get(value, value))
        return in_words(one, value)


def plainly(differences):
    """What a row says that is new or went, without marks: all of it came or went with the row."""
    return [replace(one, before="", after="", note=one.note or one.after or one.before) for one in differences]


def in_words(one, value):
    """A value that names no other row and is no choice, in Dutch."""
    if isinstance(one, WiderAimsField):
        return "; ".join(aim.label for aim in aims_of(value))
    if isinstance(one, models.BooleanField):
        return "ja" if value else "nee"
    if isinstance(one, models.DateTimeField):
        return moment(parse_datetime(value))
    if isinstance(one, models.DateField):
        return day(one.to_python(value))
    if isinstance(one, models.DecimalField | models.PositiveIntegerField):
        return number(value)
    return strip_tags(lines(value))


def lines(value):
    """A text with its line ends alike, and without spaces around it: how it came in is nobody's change."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def row_of(model, state):
    """An instance of `model`, not saved, as the columns in `state` say. Raises ValidationError."""
    fields = {one.column: one for one in model._meta.concrete_fields}
    return model(
        **{fields[name].attname: fields[name].to_python(value) for name, value in state.items() if name in fields}
    )


def relations(model, depth=2):
    """The paths to the rows that a row of `model` names, and to those that these always name in their turn."""
    for one in model._meta.concrete_fields:
        if one.is_relation and (depth == 2 or not one.null):
            yield one.name
            if depth:
                yield from (f"{one.name}__{path}" for path in relations(one.remote_field.model, depth - 1))


def with_names(model):
    """The rows of `model` with all that they are called by; one query."""
    return model._base_manager.select_related(*relations(model))


def as_they_were(changes):
    """The rows of `changes` as they were, by the key of the change and not saved; some queries per table.

    A row whose columns cannot be read any more is left out.
    """
    found, by_model = {}, defaultdict(list)
    for change in changes:
        model = models_by_table()[change.table_name]
        with suppress(ValidationError, TypeError, ValueError):
            found[change.pk] = row_of(model, change.before or change.after)
            by_model[model].append(found[change.pk])
    for model, rows in by_model.items():
        named = [one for one in model._meta.concrete_fields if one.is_relation]
        prefetch_related_objects(
            rows, *(models.Prefetch(one.name, with_names(one.remote_field.model)) for one in named)
        )
    return found


def called(row):
    """How a row that is no more was called, or "" when that hangs on other rows that are no more."""
    try:
        return str(row) if row else ""
    except (ObjectDoesNotExist, ValidationError, TypeError, ValueError, AttributeError):
        return ""


def acts_about(model, pk):
    return Act.objects.filter(about_table=model._meta.db_table, about_id=pk)


def changes_of(model, pk, tables, also=None):
    """The changes of a row and of the rows that are part of it, by the list `tables`; the newest first.

    `also` is a condition on others that belong to them.
    """
    parts = [
        table
        for table, part in models_by_table().items()
        if table in tables
        and tables[table].part_of
        and points_at(part, tables[table].part_of) is model._meta.concrete_model
    ]
    own = models.Q(table_name=model._meta.db_table, row_id=pk)
    asked = own | models.Q(table_name__in=parts, part_of_id=pk) | (also or models.Q(pk=None))
    found = Change.objects.filter(asked)
    return found.select_related("act").order_by("-pk")


def points_at(model, column):
    """The model that a column of `model` names a row of."""
    return next(one.remote_field.model for one in model._meta.concrete_fields if one.column == column)


def latest(count):
    """The newest acts that somebody with an account did, as ActTolds without their changes."""
    acts = Act.objects.filter(made_by_id__isnull=False)[:count]
    return events([], list(acts), own_table="")
