"""What counts for the partners about one goal, side by side."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import ElementKind, Priority, Wording
from partners.ground.state.prepared_rows import PreparedRows


@require_safe
def priorities(request, code):
    """What each partner says now, with what it said before below it. Two queries."""
    wording = WORDING.first(code)
    if wording is None:
        raise Http404("Deze opgave staat niet in de agenda.")
    page = {"element": wording.element, "wording": wording, "rows": rows_of(wording.element)}
    return render(request, "agenda/priorities.html", page)


def wording_of(code):
    """The words of the goal with this code, the newest at the front; one alone."""
    found = Wording.objects.published().filter(element__code=code, element__kind=ElementKind.GOAL).newest_first()
    return found.select_related("element__agenda", "version__agenda")[:1]


WORDING = PreparedRows(wording_of)
SAID = PreparedRows(lambda element: Priority.objects.public().filter(element=element).by_partner())


def rows_of(element):
    """(A partner, what it says now or None, what it said before) of each that ever said anything. One query."""
    for partner, of_partner in groupby(SAID.ask(element.pk), lambda one: one.partner):
        spoken = list(of_partner)
        now = next((one for one in spoken if one.replaced_at is None), None)
        yield partner, now, [one for one in spoken if one is not now]
