"""What is not known: by what one sees whether a goal succeeds, figures without a value, and nameless projects."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind, Version
from partners.ground.templatetags.dutch import cited, day, unbroken
from results.goals import agreed_in_words, measures_of
from results.models import Indicator, Programme
from results.templatetags.results import linked

PER_PAGE = 50


@require_safe
def gaps(request):
    """Per goal whether a measure of what comes out was agreed; then what too little is known of.

    Each gap says whom to ask and since when it is there, where that is known.
    """
    version = Version.objects.current()
    goals = Element.objects.in_version(version).filter(kind=ElementKind.GOAL)
    measures = measures_of(goals.select_related("agenda"))
    unmeasured = Indicator.objects.public().real().without_value().select_related("owner__partner")
    unmeasured = unmeasured.order_by("headline_position", "name", "pk").with_values()
    page = Paginator(unmeasured, PER_PAGE).get_page(request.GET.get("pagina"))
    programmes = Programme.objects.public().real().whole().with_project_counts().select_related("source")
    return render(
        request,
        "results/gaps.html",
        {
            "summary": agreed_in_words(measures),
            "measures": measures,
            "is_agreed": any(one.agreed for one in measures),
            "since": f"Deze opgaven staan in de agenda van {day(version.dated_on)}." if version else "",
            "page": page,
            "gaps": [(indicator, lines_below(indicator)) for indicator in page],
            "unnamed": [programme for programme in programmes if programme.unnamed],
        },
    )


def lines_below(indicator):
    """What is known of a figure that nobody measured, as safe HTML: where its goal stands, whom to ask, and by when."""
    aim, owner, due = indicator.aim, indicator.owner, indicator.next_expected_on
    lines = [format_html("Het doel staat in: {}.", cited(aim.source)) if aim else unbroken(indicator.warning)]
    lines += [format_html("Te vragen aan: {}{}.", owner.opening, linked(owner.partner))] if owner else []
    lines += [f"De waarde is verwacht op {day(due)}."] if due else []
    return list(filter(None, lines))
