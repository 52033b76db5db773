"""The pages that draw on all apps, and those about the portal itself."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda import differences
from agenda.models import Element, ElementKind, KeyPoint, KeyPointKind, Milestone, Version
from consultation.models import Consultation
from partners.geography import region_map
from partners.models import ContactPoint, Partner
from results.models import Indicator, IndicatorNature


@require_safe
def home(request):
    """In one screen what Regio Zwolle is and what can be done now; then what it wants and has yielded."""
    version = Version.objects.current()
    provinces = Partner.objects.municipalities().by_province()
    elements = Element.objects.in_version(version).with_earlier_text(version).exclude(kind=ElementKind.PARAGRAPH)
    by_kind = {}
    for element in elements:
        by_kind.setdefault(element.kind, []).append(element)
    sentence = next(reversed(by_kind.get(ElementKind.REGIONAL, [])), None)
    return render(
        request,
        "home.html",
        {
            "map": region_map([place for province in provinces for place in province.places]),
            "provinces": provinces,
            "municipality_count": sum(len(province.places) for province in provinces),
            "version": version,
            "ambition": next(iter(by_kind.get(ElementKind.AMBITION, [])), None),
            "principles": by_kind.get(ElementKind.PRINCIPLE, []),
            "regional_ambitions": by_kind.get(ElementKind.REGIONAL, []),
            "lines": lines_with_goals(by_kind),
            "sentence": sentence,
            "sentence_change": change_of(sentence) if sentence else "",
            "open_now": Consultation.objects.open().first(),
            "figures": list(Indicator.objects.headlines().filter(nature=IndicatorNature.ACHIEVED).with_values()[:4]),
            "milestones": Milestone.objects.filter(is_main=True).select_related("source"),
        },
    )


def change_of(element):
    """What changed last in the words of `element`, as safe HTML; "" when they are as they were in a first version."""
    return differences.html(element.earlier_text, element.wording_text) if element.earlier_text else ""


def lines_with_goals(by_kind):
    """The implementation lines and the closing piece, each with its goals as `goals`."""
    lines = by_kind.get(ElementKind.LINE, []) + by_kind.get(ElementKind.CLOSING, [])
    for line in lines:
        line.goals = [goal for goal in by_kind.get(ElementKind.GOAL, []) if goal.parent_id == line.pk]
    return lines


@require_safe
def about(request):
    """What the region says of itself, who decides in it, and where that is written."""
    by_kind = {}
    for statement in KeyPoint.objects.select_related("source"):
        by_kind.setdefault(statement.kind, []).append(statement)
    sections = [(kind, by_kind[kind], only_source(by_kind[kind])) for kind in KeyPointKind if kind in by_kind]
    return render(request, "about.html", {"sections": sections})


def only_source(statements):
    """The source that all of them share, which then need be named only once; or None."""
    sources = {statement.source for statement in statements}
    return sources.pop() if len(sources) == 1 else None


@require_safe
def contact(request):
    return render(request, "contact.html", {"points": ContactPoint.objects.select_related("partner", "source")})


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


def bad_request(request, exception):
    return render(request, "400.html", status=400)
