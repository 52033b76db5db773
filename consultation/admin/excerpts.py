"""What the pages before an act show of points, and where the list of points is."""

from django.urls import reverse
from django.utils.text import Truncator


def excerpts(points):
    """(Whose and about what, text) of each of `points`, as `confirm` shows them, and whether it would delete that."""
    return [
        (
            f"{point.letter.number}, {point.letter.sender}: {point.subject}",
            f"{point.text} ({point.proposal_heading})" if point.proposes_deletion else point.text,
        )
        for point in points
    ]


def points_list(consultation, **filters):
    """The list of points of one consultation, with more filters by their names in the address."""
    query = "&".join(f"{name}={value}" for name, value in filters.items())
    address = reverse("admin:consultation_point_changelist")
    return f"{address}?letter__consultation__id__exact={consultation.pk}{f'&{query}' if query else ''}"


def in_few_words(point):
    """The first words of a point of a list, and whether others say the same: those get one answer together."""
    words = Truncator(point.text).words(14)
    if point.same_as_id:
        return f"{words} (gelijk aan punt {point.same_as_id})"
    return f"{words} (punt {point.pk}, met gelijke punten)" if point.leads else words
