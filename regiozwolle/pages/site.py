"""The pages about the region and the portal itself, and the files that programs ask for at fixed addresses."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from agenda.models import KeyPoint, KeyPointKind
from partners.ground.templatetags.dutch import cited
from partners.models import ContactPoint


@require_safe
def about(request):
    """What the region says of itself, who decides in it, and where that is written."""
    by_kind = {}
    for point in KeyPoint.objects.public().select_related("source"):
        by_kind.setdefault(point.kind, []).append(point)
    return render(
        request,
        "about.html",
        {"sections": [KeyPoints(kind, by_kind[kind]) for kind in KeyPointKind if kind in by_kind]},
    )


# Where what the region says of itself is told in figures: the page, what follows its address, and the words.
TOLD_IN_FIGURES = {
    KeyPointKind.NETWORK: ("partners:list", "", "Bekijk alle partners"),
    KeyPointKind.SPECIAL: ("results:figures", "?aard=context", "Bekijk de cijfers over de regio, met hun bron"),
    KeyPointKind.CHARACTER: ("results:contributions", "", "Bekijk wie wat betaalt"),
    KeyPointKind.RESULT: ("results:dashboard", "", "Bekijk alle resultaten"),
}


@dataclass(frozen=True)
class KeyPoints:
    """The key points of one kind. A source that all of them share is named once, above them."""

    kind: KeyPointKind
    points: list[KeyPoint]

    @property
    def shared_source(self):
        sources = {point.source for point in self.points}
        return sources.pop() if len(sources) == 1 else None

    @property
    def more(self):
        """A link to where it is told in figures, as safe HTML; "" when nowhere."""
        if self.kind not in TOLD_IN_FIGURES:
            return ""
        page, query, words = TOLD_IN_FIGURES[self.kind]
        return format_html('<a href="{}">{}</a>', reverse(page) + query, words)

    @property
    def provenance(self):
        """Whose words these are, as HTML, with the source that all share."""
        whose = "In de woorden van de bron"
        return format_html("{}: {}", whose, cited(self.shared_source)) if self.shared_source else whose

    @property
    def own_sources(self):
        """Each point with the source to name below it, if it is not named above them."""
        shared = self.shared_source
        return [(point, None if shared else point.source) for point in self.points]


@require_safe
def contact(request):
    return render(
        request, "contact.html", {"points": ContactPoint.objects.public().select_related("partner", "source")}
    )


@require_safe
def accessibility(request):
    return render(request, "accessibility.html", {"owner": settings.OWNER, "site": settings.SITE_URL})


@require_safe
def privacy(request):
    cookies = {"session_cookie": settings.SESSION_COOKIE_NAME, "csrf_cookie": settings.CSRF_COOKIE_NAME}
    return render(request, "privacy.html", {"owner": settings.OWNER, **cookies})


@require_safe
def security_txt(request):
    """Where to report a weakness (RFC 9116). The date is made anew at each request, so it never passes."""
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{request.path}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def robots_txt(request):
    lines = ["User-agent: *", "Disallow: /beheer/", "Disallow: /inloggen/", "Disallow: /mijn-reacties/"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """For programs that ask for this address without reading the page, which names the real one."""
    return redirect(static("img/favicon.svg"))


@require_safe
def style_guide(request):
    return render(request, "stijlgids.html")
