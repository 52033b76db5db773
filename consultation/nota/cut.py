"""How much of the nota one reads: all of it, the points of one body, or also what only the members of that body may."""

from dataclasses import dataclass
from functools import cached_property

from django.db import connection
from django.urls import reverse
from django.utils.text import capfirst

from consultation.models import Consultation
from consultation.models.answering.answer import AHEAD
from consultation.nota.points import filtered, points_of, readable
from consultation.nota.totals import Totals
from partners.ground.state.prepared_rows import PreparedRows
from partners.models import Body

KEYS = PreparedRows(lambda consultation: readable(consultation).values_list("pk", flat=True))
KEYS_OF_BODY = PreparedRows(lambda consultation, body: readable(consultation, body=body).values_list("pk", flat=True))


@dataclass(frozen=True)
class Cut:
    """The nota of a `consultation` that has `dated`, or the part of it with the points of one `body`.

    What is `for_members` holds what the members of `body` did not share with everyone. It has an address, a title
    and a file name of its own, and says on every page whom it is for: it must never pass for the public cut.
    """

    consultation: Consultation
    body: Body | None = None
    for_members: bool = False
    # As it is read before the answers are on the site, by who has a link to it.
    is_ahead: bool = False

    @property
    def of_what(self):
        """The primary keys of the consultation and, if it is of one, of the body."""
        return (self.consultation.pk, self.body.pk) if self.body else (self.consultation.pk,)

    @property
    def answered_at(self):
        """Of which moment the answers are; None is now."""
        return AHEAD if self.is_ahead else None

    @cached_property
    def totals(self):
        """The Totals of its points, whoever may read their text."""
        return Totals.of(self.consultation, body=self.body, at=self.answered_at)

    @property
    def points(self):
        """The points of which the reader sees the text."""
        return points_of(self.consultation, body=self.body, is_member=self.for_members, answered_at=self.answered_at)

    def keys(self, **filters):
        """The primary keys of those of them that fit the `filters`, in order."""
        if not self.for_members and not any(filters.values()):
            return in_one_row(*(KEYS_OF_BODY if self.body else KEYS).sql(*self.of_what))
        found = readable(self.consultation, body=self.body, is_member=self.for_members)
        found = filtered(found, at=self.answered_at, **filters).values_list("pk", flat=True)
        return in_one_row(*found.query.sql_with_params())

    def place_of(self, pk):
        """How many of them stand before the one with that primary key; None when it is not among them."""
        keys = self.keys()
        return keys.index(pk) if pk in keys else None

    @property
    def address(self):
        """Where it is on the site."""
        if self.body is None:
            return reverse("consultation:nota", args=[self.consultation.slug])
        name = "consultation:nota_of_members" if self.for_members else "consultation:nota_of_body"
        return reverse(name, args=[self.consultation.slug, self.body.pk])

    def file_address(self, form):
        """Where it is to be had in the form with the key `form`."""
        return f"{self.address}bestand.{form}"

    @property
    def title(self):
        """What it is called on the first page of a file."""
        return "Nota van beantwoording, alleen voor leden" if self.for_members else "Nota van beantwoording"

    @property
    def window_title(self):
        """The same in a list of windows, with the body."""
        return f"{self.title}: {self.body}" if self.body else self.title

    @property
    def filename(self):
        """The name of a file, without its ending."""
        members = "alleen voor leden" if self.for_members else ""
        return " ".join(filter(None, ["nota van beantwoording", self.consultation.slug, str(self.body or ""), members]))

    @property
    def heading(self):
        return f"{capfirst(self.body.name)}: punten en antwoorden" if self.body else self.title

    @property
    def lead(self):
        if self.body is None:
            return "Elk punt dat is ingebracht, met het antwoord en de reden."
        return "Alleen de punten van dit orgaan, elk met het antwoord."

    @property
    def restricted(self):
        """Whom it is for, as a sentence, when not everyone may read it; else ""."""
        if not self.for_members:
            return ""
        return f"Alleen voor leden van {self.body.in_sentence}: bevat punten die niet openbaar zijn."

    @property
    def unread_sentence(self):
        """What the reader should know of the points that not everyone may read, or "" when there are none."""
        return self.totals.private_sentence if self.for_members else self.totals.unread_sentence


def in_one_row(sql, given):
    """The keys that `sql` asks, in its order: thousands of rows take longer to read than to find."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT array_agg(found.pk) FROM ({sql}) AS found", given)
        return cursor.fetchone()[0] or []
