"""The pages about the region and the portal itself, and the files that programs ask for at fixed addresses."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.ground.state.prepared_rows import PreparedRows
from partners.models import ContactPoint
from regiozwolle.pages.about.defects import DEFECTS
from regiozwolle.safety import terms

CONTACT_POINTS = PreparedRows(lambda: ContactPoint.objects.public().select_related("partner", "source"))


@require_safe
def contact(request):
    return render(request, "contact.html", {"points": CONTACT_POINTS.ask()})


@require_safe
def accessibility(request):
    return render(request, "accessibility.html", {"owner": settings.OWNER, "defects": DEFECTS})


@require_safe
def privacy(request):
    cookies = {
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
        "messages_cookie": settings.MESSAGES_COOKIE_NAME,
    }
    kept = {
        "terms": [(words, settings.KEEP_DAYS[name]) for name, words in terms.IN_WORDS.items()],
        "shortened_after": settings.KEEP_DAYS["security_address"],
        "officer": settings.PRIVACY_OFFICER,
        "hosted_by": settings.HOSTED_BY,
        "via_municipality": bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]),
    }
    return render(request, "privacy.html", {"owner": settings.OWNER, **cookies, **kept})


@require_safe
def security_txt(request):
    """Where to report a weakness (RFC 9116). The date is made anew at each request, so it never passes."""
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{request.path}",
        f"Policy: {settings.SITE_URL}{reverse('contact')}#zwakke-plek",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def robots_txt(request):
    lines = ["User-agent: *", "Disallow: /beheer/", "Disallow: /inloggen/", "Disallow: /mijn-reacties/"]
    lines += ["", f"Sitemap: {settings.SITE_URL}{reverse('sitemap_index')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request):
    """For programs that ask for this address without reading the page, which names the real one."""
    return redirect(static("img/favicon.svg"))


@require_safe
def style_guide(request):
    return render(request, "stijlgids.html")
