"""Points that say the same in the same words are read once, under all who say it."""

from dataclasses import dataclass

from django.utils.text import capfirst

from consultation.models import Point
from partners.ground.templatetags.dutch import counted_in_words


@dataclass(frozen=True)
class Chorus:
    """One point, or more that say the same about the same and have the same answer."""

    points: list[Point]

    @property
    def first(self):
        return self.points[0]

    @property
    def heading(self):
        """Who says it, or how many do: 'Drie afzenders zeggen hetzelfde'."""
        if len(self.points) == 1:
            return capfirst(self.first.letter.sender)
        return f"{counted_in_words(len(self.points), 'afzender,afzenders')} zeggen hetzelfde"


@dataclass(frozen=True)
class Subject:
    """What points are about, with the Choruses that speak of it."""

    about: str
    wording: object
    voices: list[Chorus]


def subjects_of(points):
    """The Subjects of `points`, which are in the order of the text; what is said first stands first."""
    found = {}
    for point in points:
        said = (*point.words.values(), point.minority, point.answer and point.answer.pk)
        found.setdefault(point.about, {}).setdefault(said, []).append(point)
    return [
        Subject(about, next(iter(groups.values()))[0].wording, [Chorus(group) for group in groups.values()])
        for about, groups in found.items()
    ]
