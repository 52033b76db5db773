"""Which rows are of one person. The list of tables says by which columns, so that a new table cannot be forgotten."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import BigIntegerField, BinaryField, BooleanField, DateField, DateTimeField, Q
from django.utils.html import strip_tags
from django.utils.text import capfirst

from partners.ground.templatetags.dutch import day, moment
from regiozwolle.history.tables import TABLES
from regiozwolle.history.telling import models_by_table, with_names

# What opens something, or says nothing to anybody.
SECRET = {"id", "password", "token", "key", "data", "message_id", "read_as", "content_type"}
# What a table holds where the name of its rows says too little.
NAMES = {
    "partners_user": "uw account",
    "partners_user_groups": "groepen met rechten",
    "partners_user_user_permissions": "rechten",
    "account_emailaddress": "e-mailadressen om mee in te loggen",
    "consultation_invitation_mailed_to": "uitnodigingen die u kreeg",
    "ground_act": "wat u deed, en wanneer",
    "ground_securityevent": "wat u deed en wat u is geweigerd, in het beveiligingslogboek",
    "ground_openform": "formulieren van het beheer die u open hebt",
}


@dataclass(frozen=True)
class Held:
    """The rows of one table that are somebody's own, or with `is_done` those that they did something to."""

    table: str
    rows: object
    is_done: bool = False

    @property
    def name(self):
        return capfirst(NAMES.get(self.table, str(self.rows.model._meta.verbose_name_plural)))

    def terms(self, row):
        """(label, what it says) of all that a row of one's own says, in words."""
        found = [(capfirst(str(field.verbose_name)), in_words(field, row)) for field in shown(self.rows.model)]
        return [(label, words) for label, words in found if words]

    def as_data(self, row):
        """The same for a program."""
        return {field.name: for_program(field, row) for field in shown(self.rows.model)}


def held(user):
    """The Held of `user` in each table that has rows of people, without rows too."""
    models = models_by_table()
    for table, kept in TABLES.items():
        if kept.of:
            yield Held(table, found(models[table], kept.of, user))
        if kept.by:
            own = matching(models[table], kept.of, user)
            yield Held(table, found(models[table], kept.by, user).exclude(own), is_done=True)


def found(model, columns, user):
    return with_names(model).filter(matching(model, columns, user)).order_by("pk")


def matching(model, columns, user):
    """The condition that one of `columns` has the key or the address of `user`."""
    return reduce(or_, (of_person(model, column, user) for column in columns), Q(pk__in=[]))


def of_person(model, column, user, path=""):
    """The condition for one column, or for one of the row that it names: "follower_id.email"."""
    name, _, further = column.partition(".")
    field = next(field for field in model._meta.concrete_fields if field.column == name)
    if further:
        return of_person(field.remote_field.model, further, user, f"{path}{field.name}__")
    is_key = field.is_relation or field.primary_key or isinstance(field, BigIntegerField)
    return Q(**{f"{path}{field.attname}": user.pk}) if is_key else Q(**{f"{path}{field.name}__iexact": user.email})


def shown(model):
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in SECRET and not field.primary_key and not isinstance(field, BinaryField)
    ]


def in_words(field, row):
    """What `row` says in `field`, in Dutch; "" for nothing."""
    if field.is_relation:
        return str(getattr(row, field.name) or "")
    value = getattr(row, field.attname)
    if value in (None, ""):
        return ""
    if isinstance(field, BooleanField):
        return "ja" if value else "nee"
    if isinstance(field, DateTimeField):
        return moment(value)
    if isinstance(field, DateField):
        return day(value)
    return strip_tags(str(dict(field.flatchoices).get(value, value) if field.choices else value))


def for_program(field, row):
    return str(getattr(row, field.name) or "") if field.is_relation else getattr(row, field.attname)
