"""What is not known: by what one sees whether a goal succeeds, figures without a value, and nameless projects."""

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind, Version
from results.goals import agreed_in_words, measures_of
from results.models import Indicator, Measurement, Programme

PER_PAGE = 50


@require_safe
def gaps(request):
    """Per goal whether a measure of what comes out was agreed; then what too little is known of."""
    goals = Element.objects.in_version(Version.objects.current()).filter(kind=ElementKind.GOAL)
    measures = measures_of(goals.select_related("agenda"))
    own = Measurement.objects.filter(indicator=OuterRef("pk"), scope=OuterRef("scope"))
    unmeasured = Indicator.objects.public().real().filter(~Exists(own)).order_by("headline_position", "name", "pk")
    page = Paginator(unmeasured.with_values(), PER_PAGE).get_page(request.GET.get("pagina"))
    programmes = Programme.objects.public().real().whole().with_project_counts()
    return render(
        request,
        "results/gaps.html",
        {
            "summary": agreed_in_words(measures),
            "measures": measures,
            "page": page,
            "unnamed": [programme for programme in programmes if programme.unnamed],
        },
    )
