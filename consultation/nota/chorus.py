"""Points that say the same in the same words are read once, under all who say it."""

from dataclasses import dataclass

from django.utils.html import format_html
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

    @property
    def lines(self):
        """Each point with its place on the page as an attribute, and who says it; "" for what its row says already."""
        if len(self.points) == 1:
            return [("", "", self.first)]
        places = ["", *(format_html(' id="punt-{}"', point.pk) for point in self.points[1:])]
        return [
            (place, f"{capfirst(point.letter.sender)}:", point)
            for place, point in zip(places, self.points, strict=True)
        ]


@dataclass(frozen=True)
class Subject:
    """What points are about, with the Choruses that speak of it."""

    about: str
    voices: list[Chorus]

    @property
    def wording(self):
        return self.voices[0].first.wording

    @property
    def consultation(self):
        return self.voices[0].first.letter.consultation


def said_by(point):
    """What is the same of points that say the same: the words, those they were written on, and who joined."""
    return (point.wording_id, *point.words.values(), point.minority, point.joined_by)


def choruses(points, *, said=said_by):
    """The Chorus that `points` are together, in the order in which each was said first."""
    groups = {}
    for point in points:
        groups.setdefault(said(point), []).append(point)
    return [Chorus(group) for group in groups.values()]


def said_and_answered(point):
    return (*said_by(point), point.answer and point.answer.pk)


def subjects_of(points):
    """The Subjects of `points`, which are in the order of the text; what is said first stands first."""
    found = {}
    for point in points:
        found.setdefault(point.about, []).append(point)
    return [Subject(about, choruses(group, said=said_and_answered)) for about, group in found.items()]
