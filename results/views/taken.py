"""The drawing of a figure to take along: as a file, and on a page that others may show within their own."""

from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from partners.ground.publishing import shown_to
from partners.ground.templatetags.dutch import day
from results.charts.chart import chart_of
from results.charts.taken import TakenAlong, png
from results.models import Indicator
from results.status import with_assessment
from results.targets import moved_targets

KINDS = {"svg": "image/svg+xml", "png": "image/png"}
HOUR = 3600
# As everywhere, but any site may show the page within its own, and there is nothing in it that sends or runs.
EMBEDDED = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)


@require_safe
def file(request, slug, kind):
    """The drawing of a figure as an svg or png of one size; one that is as it was is not sent again."""
    chart = drawn(request, slug)
    if kind not in KINDS:
        raise Http404
    svg = TakenAlong(chart, sentences_below(chart)).svg
    tag = f'"{sha256(f"{kind}{svg}".encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(svg if kind == "svg" else png(svg), content_type=KINDS[kind])
        answer["Content-Disposition"] = f'attachment; filename="cijfer-{slug}.{kind}"'
    answer["ETag"], answer["Cache-Control"] = tag, f"public, max-age={HOUR}"
    return answer


@require_safe
@xframe_options_exempt
def embedded(request, slug):
    """The drawing of a figure with its table and source, and nothing else: for within a page of another site."""
    answer = render(request, "results/embedded.html", {"chart": drawn(request, slug), "site": settings.SITE_URL})
    answer["Content-Security-Policy"] = EMBEDDED
    return answer


def drawn(request, slug):
    """The Chart of a figure; one without a drawing has no such address."""
    [indicator] = with_assessment([shown_to(request, Indicator.objects.with_status(), slug=slug)])
    chart = chart_of(indicator, moved_targets(indicator))
    if chart is None:
        raise Http404
    return chart


def sentences_below(chart):
    """What stands below the drawing in a file: what is counted, the marks, the sources, the day and the address."""
    indicator = chart.indicator
    titles = "; ".join(", ".join(filter(None, [one.title, one.publisher])) for one in chart.sources)
    example = "Voorbeeld: dit cijfer is verzonnen." if indicator.is_example else ""
    told = [f"{indicator.name}, {indicator.counted_in}. {chart.legend}".strip(), example, f"Bron: {titles}."]
    told.append(f"Regio Zwolle, {day(timezone.localdate())}, {settings.SITE_URL}{indicator.get_absolute_url()}")
    return list(filter(None, told))
