"""How many points of each kind of sender got each verdict: in all, and per theme.

The totals count all that counts, also what its senders did not share with everyone.
"""

from collections import Counter
from dataclasses import dataclass

from django.db import connection
from django.db.models import F, FilteredRelation, Q
from django.utils import timezone
from django.utils.text import capfirst

from consultation.models import Point, SenderKind, Sharing, Verdict
from consultation.models.answering.answer import AHEAD
from consultation.nota.bars import bars_of
from consultation.nota.points import NOT_YET
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import listed
from partners.models import Body

# What points are parted by in all counts: in whose name, and who may read them.
SENT_AS = {"sender_kind": "letter__sender_kind", "sharing": "letter__sharing"}
OF_BODIES = {**SENT_AS, "body": "letter__body_id"}
PER_THEME = {**SENT_AS, "theme": "themes__pk"}


@dataclass(frozen=True)
class Totals:
    """How many points of each kind of sender got each verdict, never added up. One query makes it."""

    counts: Counter
    # (primary key, name) of each body with a point, for the cut per body.
    bodies: tuple | list = ()

    @classmethod
    def of(cls, consultation, *, body=None, at=None):
        """Counts every point that counts, or those of `body`, whoever may read their text."""
        counts, names = Counter(), {}
        for sender_kind, sharing, pk, verdict, count, name in counts_of_bodies(consultation, body, at):
            counts[sender_kind, verdict, sharing] += count
            names[pk] = name
        names.pop(None, None)  # a table is of no body
        return cls(counts, sorted(names.items(), key=lambda body: body[1].casefold()))

    @property
    def verdicts(self):
        """The verdicts that occur, in their own order."""
        found = {verdict for _, verdict, _ in self.counts}
        return [verdict for verdict in Verdict if verdict in found]

    @property
    def has_open(self):
        """Whether a point has no answer yet."""
        return any(verdict is None for _, verdict, _ in self.counts)

    @property
    def open_sentence(self):
        """That not every point has an answer yet; "" when each has."""
        return "Nog niet elk punt heeft een antwoord." if self.has_open else ""

    @property
    def columns(self):
        """The heads of the columns: each verdict that occurs, and whether anything waits for an answer."""
        return [verdict.label for verdict in self.verdicts] + ([NOT_YET] if self.has_open else [])

    @property
    def rows(self):
        """(SenderKind, how many per column, how many in all) for each kind of sender that occurs."""
        asked = [*self.verdicts, *([None] if self.has_open else [])]
        found = Counter()
        for (sender_kind, verdict, _), count in self.counts.items():
            found[sender_kind, verdict] += count
        return [
            (sender_kind, cells, sum(cells))
            for sender_kind in SenderKind
            if any(cells := [found[sender_kind.value, verdict] for verdict in asked])
        ]

    @property
    def bars(self):
        """A VerdictBar for each kind of sender."""
        return bars_of(self)

    @property
    def told_rows(self):
        """(SenderKind, how many in all, what was done with how many of them) for each kind of sender.

        The last is for where words stand below each other: (verdict as a heading, how many), without zeros.
        """
        heads = [capfirst(name) for name in self.columns]
        return [
            (sender_kind, count, [(name, cell) for name, cell in zip(heads, cells, strict=True) if cell])
            for sender_kind, cells, count in self.rows
        ]

    @property
    def unread(self):
        """(SenderKind, how many) of the points of which not everyone may read the text."""
        found = Counter()
        for (sender_kind, _, sharing), count in self.counts.items():
            if sharing != Sharing.PUBLIC:
                found[sender_kind] += count
        return [(sender_kind, found[sender_kind.value]) for sender_kind in SenderKind if found[sender_kind.value]]

    @property
    def unread_sentence(self):
        """What those who do not read their text should know of them, or ""."""
        if not self.unread:
            return ""
        count = "Het punt telt" if sum(count for _, count in self.unread) == 1 else "De punten tellen"
        return f"Niet iedereen mag alles lezen. De tekst van {self.unread_told} staat hier niet. {count} wel mee."

    @property
    def private_sentence(self):
        """What those who do read their text should know of them, or ""."""
        if not self.unread:
            return ""
        here = f"De tekst van {self.unread_told} staat alleen hier, voor leden van dit orgaan."
        return f"Niet iedereen mag alles lezen. {here}"

    @property
    def unread_told(self):
        """How many they are: '1 persoonlijk punt en 2 punten namens de fractie'."""
        return listed([sender_kind.points(count) for sender_kind, count in self.unread])


def counts_of_bodies(consultation, body, at):
    """(Each of OF_BODIES, the verdict, how many, the name of the body) of the points that count."""
    if at is None:
        return counts_now(consultation.pk, body and body.pk)
    found = points_of_body(consultation.pk, body.pk) if body else points_of_all(consultation.pk)
    return named(*with_verdicts(found, OF_BODIES, at).query.sql_with_params())


@piece
def counts_now(consultation, body):
    """The same of now, by the keys of the consultation and of the body, if of one: all pages of a nota share it."""
    return tuple(named(*(OF_ALL.sql(consultation) if body is None else OF_BODY.sql(consultation, body))))


def named(sql, given):
    """The counts of the points that `sql` asks, each with the name of its body.

    The names are read beside the counts, not beside each point: these would all be sorted with them.
    """
    bodies = f"LEFT JOIN {Body._meta.db_table} AS named ON named.id = counts.body"
    return rows(f"SELECT counts.*, named.name FROM ({counted(sql, OF_BODIES)}) AS counts {bodies}", given)


def points_of_all(consultation):
    return Point.objects.counted().filter(letter__consultation=consultation)


def points_of_body(consultation, body):
    return points_of_all(consultation).filter(letter__body=body)


def points_of_themes(consultation):
    return points_of_all(consultation).filter(themes__isnull=False)


def counted(sql, parted):
    """The SQL of (each of `parted`, the verdict, how many) of the points that `sql` asks, `with_verdicts`."""
    names = ", ".join([*parted, "verdict"])
    return f"SELECT {names}, count(*) FROM ({sql}) AS said GROUP BY {names}"


def rows(sql, given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def with_verdicts(points, parted, at=None):
    """Of each of `points` what they are `parted` by, and the verdict, as values; a point is there once per theme.

    The verdict is that of the newest answer at the moment `at`. It is found of all at once: asked of each in turn, as
    `current_verdict` does, it takes longer than all else on a page.
    """
    is_read = Q(answers__isnull=False) if at == AHEAD else Q(answers__published_at__lte=at or timezone.now())
    newest = F("said__published_at").desc(**{"nulls_first" if at == AHEAD else "nulls_last": True})
    one_each = ["pk", PER_THEME["theme"]] if parted == PER_THEME else ["pk"]
    found = points.annotate(said=FilteredRelation("answers", condition=is_read))
    found = found.order_by(*one_each, newest, "-said__pk").distinct(*one_each)
    values = {name: F(path) for name, path in parted.items()} | {"verdict": F("said__verdict")}
    return found.values("pk", **values)


OF_ALL = PreparedRows(lambda consultation: with_verdicts(points_of_all(consultation), OF_BODIES))
OF_BODY = PreparedRows(lambda consultation, body: with_verdicts(points_of_body(consultation, body), OF_BODIES))
OF_THEMES = PreparedRows(lambda consultation: with_verdicts(points_of_themes(consultation), PER_THEME))


def themes_with_totals(consultation):
    """The themes of `consultation` with `totals`, how many points of each sender got which verdict; three queries."""
    counts = {}
    sql, given = OF_THEMES.sql(consultation.pk)
    for sender_kind, sharing, theme, verdict, count in rows(counted(sql, PER_THEME), given):
        counts.setdefault(theme, Counter())[sender_kind, verdict, sharing] += count
    found = list(consultation.themes.all())
    for theme in found:
        theme.totals = Totals(counts.get(theme.pk, Counter()))
    return found
