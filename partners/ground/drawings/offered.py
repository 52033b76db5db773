"""A drawing that anybody may take along: as a file, and on a page that others may show within their own."""

from dataclasses import dataclass, field
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from partners.ground.drawings.alone import WIDTH, TakenAlong, png
from partners.ground.state.pieces import are_kept, piece
from partners.ground.templatetags.dutch import day

KINDS = {"svg": "image/svg+xml", "png": "image/png"}
HOUR = 3600
# As everywhere, but any site may show the page within its own, and there is nothing in it that sends or runs. Who first
# tries it in a file on an own machine sees it too, which a star alone does not say.
EMBEDDED = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors * file:"
)


@dataclass(frozen=True)
class Offered:
    """A drawing that anybody may take along: what it is `about`, its sources, and the address of its `page` here.

    `width` is that of the drawing in a file, in px. On the page for other sites the template `part` draws it, with what
    is in `shown` besides `chart` and `offered`.
    """

    chart: object  # anything with message, description, legend and drawings
    page: str
    name: str
    sources: list
    about: str = ""
    is_example: bool = False
    width: int = WIDTH
    part: str = "parts/embedded_drawing.html"
    shown: dict = field(default_factory=dict)

    @property
    def below(self):
        """What stands below the drawing in a file: what it is, the marks, the sources, the day and the address."""
        titles = "; ".join(", ".join(filter(None, [one.title, one.publisher])) for one in self.sources)
        return [
            sentence
            for sentence in (
                f"{self.about} {self.chart.legend}".strip(),
                "Voorbeeld: deze gegevens zijn verzonnen." if self.is_example else "",
                f"Bron: {titles}." if titles else "",
                f"Regio Zwolle, {day(timezone.localdate())}, {settings.SITE_URL}{self.page}",
            )
            if sentence
        ]


@require_safe
def file(request, drawing, kind, **which):
    """A drawing as an svg or png of one size; one that is as it was is not sent again."""
    if kind not in KINDS:
        raise Http404
    svg, name = drawn(request, drawing, as_svg, which)
    tag = f'"{sha256(f"{kind}{svg}".encode()).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == tag:
        answer = HttpResponseNotModified()
    else:
        answer = HttpResponse(svg if kind == "svg" else png(svg), content_type=KINDS[kind])
        answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer["ETag"], answer["Cache-Control"] = tag, f"public, max-age={HOUR}"
    return answer


@require_safe
@xframe_options_exempt
def embedded(request, drawing, **which):
    """A drawing with its values and source, and nothing else: for within a page of another site."""
    answer = HttpResponse(drawn(request, drawing, as_page, which))
    answer["Content-Security-Policy"] = EMBEDDED
    return answer


def drawn(request, drawing, form, which):
    """What `form` makes of the Offered that `drawing` gives; that of everyone is kept until something in it changes."""
    if not are_kept():
        return form(drawing(request, **which))
    make = wraps(drawing)(lambda _, *given: form(drawing(of_anybody(), **dict(given))))
    return piece(make)(form.__name__, *which.items())


def of_anybody():
    """A request of who may see what everyone may."""
    request = HttpRequest()
    request.user = AnonymousUser()
    return request


def as_svg(offered):
    """(The text of the file, its name without what follows the point)."""
    return TakenAlong(offered.chart, offered.below, offered.width).svg, offered.name


def as_page(offered):
    """The page for within one of another site."""
    shown = {"offered": offered, "chart": offered.chart, "site": settings.SITE_URL, **offered.shown}
    return render_to_string("embedded.html", shown)


def to_take(address, drawing, name):
    """The two addresses at which a drawing may be taken along; `drawing` gives the Offered of a request."""
    return [
        path(f"{address}grafiek/<slug:kind>/", file, {"drawing": drawing}, name=f"{name}_drawing"),
        path(f"{address}insluiten/", embedded, {"drawing": drawing}, name=f"{name}_embedded"),
    ]
