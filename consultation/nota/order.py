"""In which order the nota prints its points, with which numbers, and where each body is to be found in it."""

from itertools import groupby

from django.utils.text import capfirst

from consultation.nota.points import points_of


def subject_of(point):
    """The passage or the question that a point is about, as a key."""
    return point.wording_id, point.question_id


def in_order(points):
    """`points` in the order of the text, those that share one answer after the first of them."""
    groups = {}
    for point in points:
        answer = point.answer
        key = (subject_of(point), answer.pk) if answer else point.pk
        groups.setdefault(key, []).append(point)
    return [point for group in groups.values() for point in group]


def answered_together(points):
    """The points of one subject, in order, as lists of those that share one answer."""
    for answer, group in groupby(points, key=lambda point: point.answer and point.answer.pk):
        group = list(group)
        yield from [group] if answer else ([point] for point in group)


def numbers_of(cut, found):
    """The place of each point, by its primary key, in the nota that everyone reads; `found` are those of the `cut`.

    What only members of a body may read has none.
    """
    everyone = in_order(points_of(cut.consultation)) if cut.body else found
    return {point.pk: number for number, point in enumerate(everyone, 1)}


def who_said_what(points, numbers):
    """Each body with its points, as (number, anchor), for the register at the end; in the order of the alphabet."""
    found = {}
    for point in points:
        name = capfirst(str(point.letter.body or point.letter.sender))
        found.setdefault(name, []).append((str(numbers.get(point.pk, "niet openbaar")), anchor_of(point)))
    return sorted(found.items())


def anchor_of(point):
    """Where a point stands in a file."""
    return f"punt-{point.pk}"
