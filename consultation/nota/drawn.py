"""The parts of the page of a nota that are kept apart from it: what changes in one leaves the others as they are."""

from agenda.models import Wording
from consultation.forms.nota import NotaFilter
from consultation.models import Point, Theme
from consultation.models.answering.answer import AHEAD
from consultation.nota.chorus import subjects_of
from consultation.nota.points import in_full
from partners.ground.state.pieces import piece
from partners.ground.templatetags.parts import drawn


@piece
def points_drawn(keys, is_ahead):
    """The points with these primary keys as safe HTML, under what each is about."""
    points = in_full(Point.objects.filter(pk__in=keys), AHEAD if is_ahead else None)
    return drawn("consultation/parts/nota_points.html", subjects=subjects_of(points))


@piece
def point_told(key):
    """(The verdict on the point with this primary key, as a sentence or ""; the answer; what was asked)."""
    point = in_full(Point.objects.filter(pk=key)).get()
    answer = point.answer
    return (
        answer.sentence if answer else "",
        drawn("consultation/parts/answer.html", answer=answer, earlier=point.earlier_answers),
        drawn("parts/point.html", point=point, provenance=point.public_provenance),
    )


@piece
def filter_drawn(here, consultation, version, bodies):
    """The NotaFilter at the address `here` before anything was chosen, as safe HTML; `filter_of` says what is given."""
    form = filter_of({}, consultation, version, bodies)
    return drawn("consultation/parts/nota_filter.html", form=form, filtered_at=here)


def filter_of(given, consultation, version, bodies):
    """The NotaFilter of a consultation and the version that it is about, by their primary keys.

    `bodies` are (key, name); the points of one body are few, and are not parted by body or theme: then it is None.
    """
    wordings = Wording.objects.filter(version=version).order_by("position")
    named = wordings.values_list("element__code", "number", "element__name")
    themes = [] if bodies is None else Theme.objects.filter(consultation=consultation).values_list("pk", "name")
    codes = [(code, f"{number} {name}".strip()) for code, number, name in named]
    return NotaFilter(given, codes=codes, bodies=bodies or (), themes=themes)
