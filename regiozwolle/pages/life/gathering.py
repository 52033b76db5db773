"""The life of one sentence, gathered from what the pages of its stations tell."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda.models import Element, Wording
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import listed
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.chain import consultations_on, figures_for
from regiozwolle.pages.decisions.decided import dossiers_on
from regiozwolle.pages.life.came_of_it import bodies_station, figure_station
from regiozwolle.pages.life.said import (
    added_station,
    answer_station,
    said_about,
    text_station,
    voices_station,
)
from regiozwolle.pages.life.stations import Station
from regiozwolle.pages.life.told import answers_about, edited_rows, points_on, wordings_of


@dataclass(frozen=True)
class GatheredSaid:
    """All that was written about one element: its words, what was asked and answered, and what changed.

    `wordings` are the oldest first; `others` is how many more answers there are, by whether they are an example.
    """

    wordings: list[Wording]
    points: list
    answers: list
    others: Counter
    rows: list
    consultations: list

    @property
    def newest(self):
        return self.wordings[-1]

    def stations(self, about=None):
        """The four Stations that it fills; `about` is the point whose page tells them, if one does."""
        why = reverse("agenda:why", args=[self.newest.element.code])
        row = self.rows[-1] if self.rows else None
        consultations = self.of_its_kind(self.consultations)
        points = [one for one in self.points if self.is_of_its_kind(one.letter.consultation)]
        answers = [one for one in self.answers if self.is_of_its_kind(one.readable_points[0].letter.consultation)]
        total = len(answers) + self.others[self.newest.version.agenda.is_example]
        said = said_about(points, answers, self.rows, about)
        return [
            text_station(self.newest, row),
            voices_station(said, consultations, f"{why}#reacties"),
            answer_station(said, total, consultations),
            added_station(row, self.wordings, f"{why}#nieuwe-woorden"),
        ]

    def of_its_kind(self, things):
        """Of an invented text what is invented, of a real one what is real: without its badge nobody could tell."""
        return [one for one in things if self.is_of_its_kind(one)]

    def is_of_its_kind(self, thing):
        return thing.is_example == self.newest.version.agenda.is_example


@dataclass(frozen=True)
class GatheredWhy(GatheredSaid):
    """The same, with what was decided and measured: all that a why tells of one element."""

    dossiers: list
    natures: list  # (nature, ElementFigures)

    @property
    def figures(self):
        """The ElementFigures in their order; none of an element that ended."""
        return [] if self.newest.ended_number else figures_in(self.natures)

    def life(self, about=None):
        """The Life that follows from it; `about` is the figure, dossier or point whose page tells it, if one does."""
        code = self.newest.element.code
        bodies = bodies_station(self.of_its_kind(self.dossiers), code, about)
        return Life(self.newest, [*self.stations(about), bodies, figure_station(self.figures, code, about)])


def figures_in(natures):
    """The ElementFigures of `figures_for` in their order."""
    return [one for _, figures in natures for one in figures]


@dataclass(frozen=True)
class Life:
    """The six stations of one sentence."""

    newest: Wording
    stations: list[Station]

    @property
    def element(self):
        return self.newest.element

    @property
    def is_example(self):
        return self.newest.version.agenda.is_example

    @property
    def has_begun(self):
        """Whether there is more than the text."""
        return any(not one.hollow for one in self.after)

    @property
    def is_whole(self):
        """Whether there is something at every station."""
        return not any(one.hollow for one in self.stations)

    @property
    def after(self):
        """The stations after the text."""
        return self.stations[1:]

    @property
    def in_short(self):
        """What became of it at each station, in short sentences, and then at which there is nothing yet."""
        return in_short(self.after)


def in_short(stations):
    """What became of a sentence at each of the `stations`, as Life says it."""
    told = [f"{one.name}: {one.in_short}." for one in stations if not one.hollow]
    for word in dict.fromkeys(one.hollow for one in stations if one.hollow):
        names = [one.name.lower() for one in stations if one.hollow == word]
        told.append(f"{capfirst(word)}: {listed(names)}.")
    return " ".join(told)


def told_about(wordings):
    """The GatheredWhy of an element by its `wordings`, the oldest first. The number of queries is fixed."""
    element = wordings[-1].element
    return GatheredWhy(**vars(said_of(wordings)), dossiers=dossiers_on(element), natures=figures_for(element))


def said_of(wordings):
    """The GatheredSaid of an element by its `wordings`, the oldest first."""
    newest = wordings[-1]
    element = newest.element
    element.place = newest.place
    points = points_on(element, newest=newest)
    answers, others = answers_about(element, points)
    return GatheredSaid(
        wordings=wordings,
        points=points,
        answers=answers,
        others=others,
        rows=edited_rows(wordings, answers),
        consultations=consultations_on(element),
    )


def life_of(code, about=None):
    """The Life of the element `code`; None when nobody may read a word of it."""
    wordings = wordings_of(code)
    return told_about(wordings).life(about) if wordings else None


def full_example():
    """The first element of an example agenda that was changed by an answer, decided on and measured; None without.

    It shows what a whole chain looks like.
    """
    return FULL_EXAMPLES.first()


def full_examples():
    """The first of those elements, if there is one."""
    answered = Q(wordings__answers__published_at__lte=timezone.now())
    found = Element.objects.filter(
        answered, agenda__is_example=True, components__isnull=False, indicators__isnull=False
    )
    return found.order_by("position", "pk")[:1]


FULL_EXAMPLES = PreparedRows(full_examples)


def whole_chain():
    """The address of the why that shows what a whole chain looks like; "" without an example."""
    example = full_example()
    return reverse("agenda:why", args=[example.code]) if example else ""


@piece
def band_of(code):
    """What the front page follows, as safe HTML: the example that is whole, else the real element with this code.

    Without an example and with "" it follows nothing.
    """
    example = full_example()
    followed = example.code if example else code
    return drawn("life/parts/band.html", life=life_of(followed) if followed else None)
