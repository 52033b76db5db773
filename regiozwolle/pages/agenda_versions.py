"""The versions of an agenda: which there are, and what changed from the one to the other.

These pages stand under the roof, for a reader may ask what changed at the points that they wrote.
"""

from itertools import pairwise

from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agenda.differences import State, compare
from agenda.forms import ComparisonForm
from agenda.models import Agenda, Succession, Wording
from consultation.models import Letter, Point


@require_safe
def versions(request, slug):
    """Every version of one agenda that the visitor may read, the newest first, with what changed in it."""
    agenda = get_object_or_404(Agenda, slug=slug)
    found = list(agenda.versions.readable_by(request.user).order_by("-number"))
    words = Wording.objects.by_version(found)
    for version, previous in pairwise(found):
        version.previous = previous
        version.changes = compare(words[previous.pk], words[version.pk]).counts
    return render(request, "agenda/versions.html", {"agenda": agenda, "versions": found})


@require_safe
@vary_on_headers("HX-Target")
def comparison(request, slug):
    """Two versions side by side, or only what changed, or only where the visitor has something to say."""
    agenda = get_object_or_404(Agenda, slug=slug)
    found = list(agenda.versions.readable_by(request.user).order_by("-number"))
    if not found:
        raise Http404("Van deze agenda staat nog geen versie op de site.")
    form = ComparisonForm(request.GET, versions=found, is_member=request.user.is_authenticated)
    before, after = form.chosen["van"], form.chosen["naar"]
    words = Wording.objects.by_version([before, after])
    outcome = compare(words[before.pk], words[after.pk])
    rows = outcome.rows
    if "wijzigingen" in form.chosen:
        rows = [row for row in rows if row.state != State.SAME]
    if "mijn" in form.chosen:
        mine = elements_with_points_of(request.user, agenda)
        rows = [row for row in rows if row.element.pk in mine]
    ended = [row.element for row in rows if row.state == State.ENDED]
    prefetch_related_objects(ended, Prefetch("successions", Succession.objects.readable_in(found)))
    template = "agenda/_comparison.html" if request.htmx.target == "comparison" else "agenda/compare.html"
    return render(
        request,
        template,
        {"agenda": agenda, "form": form, "before": before, "after": after, "outcome": outcome, "rows": rows},
    )


def elements_with_points_of(user, agenda):
    """The primary keys of the elements on which `user`, or a group of theirs, wrote a point, sent or not."""
    points = Point.objects.filter(letter__in=Letter.objects.of(user), wording__element__agenda=agenda)
    return set(points.values_list("wording__element", flat=True))
