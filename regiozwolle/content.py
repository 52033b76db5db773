"""Loads the seed, the texts and facts in seed/*.toml, and never undoes what an editor did since.

Every table is an entry and becomes one row; its fields are those of the model. A reference is the key of
another entry: a slug, a code, or the parts of a longer key with slashes ("zwolle/raad"). Two forms keep the
files short. A list of tables holds the rows that point back to the entry, such as the wordings of an element.
A table in the place of a reference stands for one entry per key in it, such as a count for each partner.
"""

import re
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.db import IntegrityError, connection
from django.utils import timezone
from django.utils.dates import MONTHS

from agenda.models import Agenda, Element, ElementLink, KeyPoint, Milestone, Participation, Version, Wording
from consultation.deciding.models import Ask, Component, Decision, Dossier, Track, TrackStep
from consultation.models import Consultation, Question, Step
from partners.ground import history
from partners.ground.publishing import Publishable
from partners.models import Body, ContactPoint, Partner, Population, Source, Term
from regiozwolle.meetings.models import AgendaItem, Meeting, OutcomeLine
from regiozwolle.models import SeededEntry
from results.models import (
    Funding,
    Indicator,
    Measurement,
    Owner,
    Programme,
    Project,
    ProjectPartner,
    ProjectPhase,
    ProjectResult,
    Target,
    Tariff,
)

SEED = Path(__file__).resolve().parent / "seed"
FILES = [
    "sources.toml",
    "partners.toml",
    "agenda.toml",
    "results.toml",
    "projects.toml",
    "consultation.toml",
    "meetings.toml",
]

# The fields that together tell an entry from all others of its model.
KEYS = {
    Source: ["slug"],
    Partner: ["slug"],
    Body: ["partner", "kind"],
    Population: ["partner", "reference_on", "source"],
    Term: ["body", "first_year"],
    ContactPoint: ["partner", "name"],
    Agenda: ["slug"],
    Version: ["agenda", "number"],
    Element: ["code"],
    Wording: ["element", "version"],
    ElementLink: ["element", "serves"],
    Participation: ["partner", "element", "starts_on"],
    KeyPoint: ["kind", "position"],
    Milestone: ["starts_on", "title"],
    Owner: ["partner", "role"],
    Indicator: ["slug"],
    Measurement: ["indicator", "partner", "scope", "reference_on", "source"],
    Target: ["indicator", "due_on", "source"],
    Programme: ["slug"],
    Project: ["slug"],
    ProjectPartner: ["project", "partner", "role"],
    ProjectPhase: ["project", "kind", "starts_on"],
    ProjectResult: ["project", "text"],
    Funding: ["programme", "project", "funder", "year", "reference_on", "source"],
    Tariff: ["element", "purpose", "year", "payer"],
    Consultation: ["slug"],
    Question: ["consultation", "text"],
    Step: ["consultation", "title"],
    Dossier: ["slug"],
    Component: ["dossier", "element", "name"],
    Ask: ["dossier", "body_kind"],
    Track: ["dossier", "body"],
    TrackStep: ["track", "kind", "happened_on"],
    Decision: ["track", "component"],
    Meeting: ["slug"],
    AgendaItem: ["meeting", "title"],
    OutcomeLine: ["meeting", "kind", "position"],
}
MODELS = {model._meta.model_name: model for model in KEYS}

NO_BREAK = "\N{NO-BREAK SPACE}"
DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(map(str, MONTHS.values()))}) (\d{{4}})\b")


class ContentError(Exception):
    """A wrong entry. The message names the file and the entry, for whoever edits them."""


def read(folder=SEED):
    """Yields (file name, model, entry) for every entry as it was written, in the order of loading."""
    for name in FILES:
        try:
            tables = tomllib.loads((folder / name).read_text(encoding="utf-8"), parse_float=Decimal)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ContentError(f"{name}: {error}") from error
        for table, entries in tables.items():
            if table not in MODELS or not isinstance(entries, list):
                raise ContentError(f'{name}: "{table}" is geen bekende soort tussen dubbele haken, zoals [[partner]]')
            for entry in entries:
                yield name, MODELS[table], entry


def load(folder=SEED):
    """Adds every entry that was never loaded before; returns a Counter of added rows per model.

    Raises ContentError at the first wrong entry, and then nothing at all is added.
    """
    try:
        return load_all(folder, careful=False)
    except IntegrityError:
        # To ask every row beforehand takes five times as long, and is needed only to name the entry in Dutch.
        return load_all(folder, careful=True)


@history.act("eerste inhoud geladen", only_changes=True)
def load_all(folder, *, careful):
    """As `load`. Raises IntegrityError when the database refuses a row, unless it is `careful`."""
    with connection.cursor() as cursor:
        # Two portals that start at the same moment must not both load.
        cursor.execute(f"LOCK TABLE {SeededEntry._meta.db_table} IN EXCLUSIVE MODE")
    loader = Loader(careful=careful)
    for name, model, entry in read(folder):
        try:
            loader.add(model, entry)
        except ContentError as error:
            raise ContentError(f"{name}, {error}") from error
    loader.publish()
    SeededEntry.objects.bulk_create(loader.new)
    connection.check_constraints()
    return loader.added


class Loader:
    """Adds entries, knowing which rows they and the earlier ones became.

    `present` has the rows there are now: per model, the values that tell a row from all others, by id.
    """

    def __init__(self, *, careful):
        self.careful = careful
        self.seen = set()
        self.rows = dict(SeededEntry.objects.values_list("key", "object_id"))
        self.present = {
            model: {pk: tuple(identity) for pk, *identity in model.objects.values_list("pk", *key)}
            for model, key in KEYS.items()
        }
        self.by_hand = {model: {identity: pk for pk, identity in rows.items()} for model, rows in self.present.items()}
        self.published = set(Version.objects.published().values_list("pk", flat=True))
        self.moments = {}
        self.new = []
        self.added = Counter()

    def add(self, model, entry):
        """Loads one entry, or one for each key of a table in it, and the rows below it."""
        for name, value in entry.items():
            if isinstance(value, dict):
                for key, rest in value.items():
                    self.add(model, {**entry, name: key, **rest})
                return
        fields = {name: field_of(model, name, entry) for name in entry}
        below = {name: field for name, field in fields.items() if field.one_to_many}
        own = {name: value for name, value in entry.items() if name not in below}
        key = "/".join(str(own.get(name, "")) for name in KEYS[model])
        self.add_row(model, key, own)
        if self.rows.get(reference(model, key)) in self.present[model]:
            for name, field in below.items():
                self.add_below(field, key, entry[name])

    def add_below(self, field, key, children):
        """Loads the entries that hang on the entry `key` by the relation `field`."""
        for child in children:
            self.add(field.related_model, {field.field.name: key, **child})

    def add_row(self, model, key, own):
        """Makes the row of an entry that was never loaded before. Raises ContentError for one that is wrong."""
        title = f'{model._meta.verbose_name} "{key}"'
        if reference(model, key) in self.seen:
            raise ContentError(f"{title}: staat er twee keer")
        self.seen.add(reference(model, key))
        if reference(model, key) in self.rows:
            return
        try:
            self.create(model, key, own)
        except ValidationError as error:
            raise ContentError(f"{title}: {in_one_line(error)}") from error

    def create(self, model, key, own):
        """Makes the row of one entry and remembers it. Raises ValidationError.

        A row that an editor made by hand counts as this entry's. An entry that hangs on a row an editor deleted
        is not wanted either, and nothing is made; nor are words for a version that was published before, for its
        text stays as it is.
        """
        values, many = self.values_of(model, own)
        if values is None or (model is Wording and values.get("version_id") in self.published):
            self.rows[reference(model, key)] = None
            return
        row = model(**values)
        identity = tuple(getattr(row, model._meta.get_field(name).attname) for name in KEYS[model])
        pk = self.by_hand[model].get(identity) or self.insert(row, many)
        self.rows[reference(model, key)] = pk
        self.present[model][pk] = identity
        self.new.append(SeededEntry(key=reference(model, key), object_id=pk))

    def values_of(self, model, own):
        """(values by attribute, ids by the name of a relation to many); (None, {}) when it hangs on a deleted row."""
        values, many = {}, {}
        for name, value in own.items():
            field = model._meta.get_field(name)
            if field.many_to_many:
                ids = [self.id_of(field, each) for each in value]
                many[name] = [pk for pk in ids if pk in self.present[field.related_model]]
            elif field.is_relation:
                values[field.attname] = self.id_of(field, value)
                if values[field.attname] not in self.present[field.related_model]:
                    return None, {}
            else:
                values[name] = typeset(value) if isinstance(value, str) else value
        return values, many

    def insert(self, row, many):
        """Saves a new row, and its relations to `many`; returns its id. Raises ValidationError.

        What is loaded is public. A version waits for `publish`: once it is on the site it takes no words any more.
        """
        if isinstance(row, Publishable):
            row.public_from = timezone.now()
        row.full_clean(validate_unique=self.careful, validate_constraints=self.careful)
        if isinstance(row, Version):
            moment, row.published_at = row.published_at, None
        row.save()
        if isinstance(row, Version):
            self.moments[row.pk] = moment
        for name, ids in many.items():
            getattr(row, name).set(ids)
        self.added[type(row)] += 1
        return row.pk

    def publish(self):
        """Puts the new versions on the site, now that they have all their words."""
        for pk, moment in self.moments.items():
            Version.objects.filter(pk=pk).update(published_at=moment)

    def id_of(self, field, key):
        """The id of the row that the entry `key` became, there still or not."""
        try:
            return self.rows[reference(field.related_model, key)]
        except KeyError as error:
            raise ValidationError({field.name: f'"{key}" staat niet eerder in de bestanden'}) from error


def reference(model, key):
    """How an entry is told from all others, such as body:zwolle/raad."""
    return f"{model._meta.model_name}:{key}"


def field_of(model, name, entry):
    """The model's field for `name`. Raises ContentError when there is none."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist as error:
        title = next(iter(entry.values()))
        raise ContentError(f'{model._meta.verbose_name} "{title}": het veld "{name}" bestaat niet') from error


def typeset(text):
    """Text as it stands on the site: lines joined within a paragraph, money and dates kept on one line."""
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", text.strip())
    text = text.replace("€ ", f"€{NO_BREAK}")
    return DATE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}\3", text)


def in_one_line(error):
    """What is wrong with an entry, field by field."""
    return "; ".join(
        f"{name}: {' '.join(messages)}" if name != NON_FIELD_ERRORS else " ".join(messages)
        for name, messages in error.message_dict.items()
    ).rstrip(".")
