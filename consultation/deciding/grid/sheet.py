"""The whole grid of a dossier: its rows as they were typed, what they change together, and the form that carries it."""

from functools import cached_property
from hashlib import sha256
from itertools import groupby

from django.core import signing
from django.core.exceptions import BadRequest
from django.db.models import Prefetch

from consultation.deciding.grid.pasted import pasted_rows
from consultation.deciding.grid.rows import DECIDED, SOURCE, GridRow, columns_of, standing, tidy
from consultation.deciding.models import Component, Track
from partners.ground.templatetags.dutch import counted

SALT = "deciding.grid"
CHOSEN, STOOD, PASTED, FILL_SOURCE, FILL_DAY = "kies", "_opened", "geplakt", "vul_bron", "vul_dag"
ALL = "alle"
NO_REASON = "Schrijf waarom een besluit verandert dat er al stond. Iedereen kan dat lezen."


def read_tracks(dossier, *, locked=False):
    """The tracks of `dossier` with all that a row says, in the order of the table; `locked` for who writes."""
    found = Track.objects.filter(dossier=dossier).as_listed()
    if locked:
        keys = Track.objects.filter(dossier=dossier).order_by("pk").select_for_update()
        list(keys.values_list("pk", flat=True))
    tracks = list(found)
    for track in tracks:
        track.dossier = dossier
    return tracks


class GridSheet:
    """The grid of `dossier`; `sent` is what was posted, None when it is opened."""

    def __init__(self, dossier, sent=None, *, locked=False):
        self.dossier, self.sent = dossier, sent or {}
        self.tracks = read_tracks(dossier, locked=locked)
        self.columns = columns_of(list(dossier.components.all()))
        self.paste_problems, self.left = [], ""
        now = {track.pk: standing(track, self.columns) for track in self.tracks}
        stood = self.stood_before() | {pk: texts for pk, texts in now.items() if str(pk) not in self.stood_before()}
        self.stood = {pk: {**now[pk], **stood.get(str(pk), stood.get(pk, {}))} for pk in now}
        self.rows = [self.row(track, now[track.pk]) for track in self.tracks]

    def stood_before(self):
        """What stood when the page was made, by the key of each track as text. Raises BadRequest for a forgery."""
        if STOOD not in self.sent:
            return {}
        try:
            return signing.loads(self.sent[STOOD], salt=SALT)
        except signing.BadSignature as error:
            raise BadRequest("Dit formulier klopt niet.") from error

    @cached_property
    def chosen(self):
        """The keys of the rows that are ticked, or of all."""
        ticked = getattr(self.sent, "getlist", lambda name: [])(CHOSEN)
        every = {track.pk for track in self.tracks}
        return every if ALL in ticked else {pk for pk in every if str(pk) in ticked}

    @cached_property
    def added(self):
        """What was pasted or is filled in, at the rows that are ticked or else where one typed, by key of the track."""
        found = {}
        if "plak" in self.sent:
            found, self.paste_problems, self.left = pasted_rows(self.sent.get(PASTED, ""), self.tracks, self.columns)
        if "vul" in self.sent:
            filled = {SOURCE: tidy(self.sent.get(FILL_SOURCE, "")), DECIDED: tidy(self.sent.get(FILL_DAY, ""))}
            filled = {key: text for key, text in filled.items() if text}
            found = {pk: filled for pk in self.chosen or self.typed_in}
        return found

    @property
    def typed_in(self):
        """The keys of the tracks in whose rows something was typed."""
        return {
            pk
            for pk, texts in self.stood.items()
            if any(tidy(self.sent.get(f"{key}-{pk}", text)) != tidy(text) for key, text in texts.items())
        }

    def row(self, track, now):
        stood = self.stood[track.pk]
        typed = {key: self.sent.get(f"{key}-{track.pk}", stood[key]) for key in now}
        typed |= self.added.get(track.pk, {})
        return GridRow(track, self.columns, now, stood, typed, is_chosen=track.pk in self.chosen)

    @property
    def changing(self):
        """The rows that change something and are right."""
        return [row for row in self.rows if row.is_right and not row.plan.is_empty]

    @property
    def wrong(self):
        """The rows in which something is wrong."""
        return [row for row in self.rows if row.problems]

    @property
    def left_to_send(self):
        """What was sent without the rows that change something and are right, as a QueryDict: they are saved by now."""
        left = self.sent.copy()
        for row in self.changing:
            for key in row.now:
                left.pop(f"{key}-{row.track.pk}", None)
        return left

    @property
    def asks_reason(self):
        """Whether a decision that everyone could read says something else by this."""
        return any(row.plan.changes_a_decision for row in self.changing)

    @property
    def reason(self):
        return self.sent.get("reden", "").strip()

    @property
    def lacks_reason(self):
        return self.asks_reason and not self.reason

    @property
    def groups(self):
        """(Heading, rows, what is known of them, whether it is open) of each group of the table."""
        found = [(heading, list(rows)) for heading, rows in groupby(self.rows, key=lambda row: row.track.heading)]
        first = found[0][0] if found else ""
        return [
            (heading, rows, known_of(rows), heading == first or any(row.is_touched for row in rows))
            for heading, rows in found
        ]

    @property
    def heading(self):
        """How many tracks change and how many rows are wrong, or how many have no outcome: the h1."""
        total, changing, wrong = len(self.rows), len(self.changing), len(self.wrong)
        if not self.sent:
            without = sum(row.track.position.is_open for row in self.rows)
            return f"{counted(total, 'spoor,sporen')}, {without} zonder uitkomst"
        told = f"{changing} van de {counted(total, 'spoor,sporen')} {'verandert' if changing == 1 else 'veranderen'}."
        return f"{told} {counted(wrong, 'rij klopt,rijen kloppen')} niet." if wrong else told

    @property
    def carried(self):
        """What stands in each row now, signed, so that a change by somebody else is seen."""
        return signing.dumps({row.track.pk: row.now for row in self.rows}, salt=SALT, compress=True)

    @property
    def digest(self):
        """By which what was read can be told from what would be written."""
        told = [(row.track.pk, str(row.told), row.consequences) for row in self.changing]
        return sha256(repr(told).encode()).hexdigest()[:32]


def known_of(rows):
    """Of how many rows the outcome or the day is known, in words."""
    decided = sum(row.track.position.is_decided for row in rows)
    return f"{counted(len(rows), 'spoor,sporen')}, {decided} met een uitkomst"


def dossier_for_grid(dossiers, pk):
    """The dossier with that key and its components, or None."""
    components = Component.objects.select_related("element").order_by("position", "pk")
    found = dossiers.select_related("version__agenda").prefetch_related(Prefetch("components", components))
    return found.filter(pk=pk).first()
