"""The desk for the kinds of mail: which there are, and what each looks like before any of it was sent."""

import base64
import hashlib
import re

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from partners.ground.mail import composed
from partners.ground.mail.kinds import KINDS

# A page that shows a mail in a frame, and the frame: nothing comes in but the style that stands in the mail itself.
WITH_A_FRAME = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; frame-src 'self'"
IN_A_FRAME = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"


def preview_paths(model_admin):
    """The addresses of these pages, to stand before those of the admin itself."""
    view = model_admin.admin_site.admin_view
    return [
        path("soorten/", view(kinds), name="ground_mail_kinds"),
        path("soorten/<slug:slug>/", view(kind), name="ground_mail_kind"),
        path("soorten/<slug:slug>/opmaak/", view(kind_in_frame), name="ground_mail_kind_in_frame"),
    ]


@permission_required("ground.view_mail", raise_exception=True)
@require_safe
def kinds(request):
    """Every kind of mail: who gets it, and whether one can leave it."""
    listed = sorted(KINDS.values(), key=lambda kind: kind.name)
    page = {**admin.site.each_context(request), "title": "Welke mails verstuurt de portal?", "kinds": listed}
    return TemplateResponse(request, "admin/ground/kinds.html", page)


@permission_required("ground.view_mail", raise_exception=True)
@require_safe
def kind(request, slug):
    """One kind of mail, with an example as text and as most mail programs show it."""
    found = kind_named(slug)
    page = {
        **admin.site.each_context(request),
        "title": f"Zo ziet de mail ‘{found.name}’ eruit",
        "kind": found,
        "mail": example(found),
        "sender": settings.DEFAULT_FROM_EMAIL,
        "reply_to": settings.CONTACT_EMAIL,
    }
    answer = TemplateResponse(request, "admin/ground/kind.html", page)
    answer.headers["Content-Security-Policy"] = WITH_A_FRAME
    return answer


@permission_required("ground.view_mail", raise_exception=True)
@require_safe
@xframe_options_sameorigin
def kind_in_frame(request, slug):
    """The HTML of the example, for the frame on the page of its kind."""
    return framed(example(kind_named(slug)))


def framed(mail):
    """The HTML of `mail` as the answer for a frame: it may load nothing, and its own style is the only one."""
    answer = HttpResponse(mail.html)
    style = re.search(r"<style>(.*?)</style>", answer.text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    answer.headers["Content-Security-Policy"] = IN_A_FRAME.format(digest)
    return answer


def kind_named(slug):
    """Raises Http404 when there is no such kind."""
    found = [kind for kind in KINDS.values() if kind.slug == slug]
    if not found:
        raise Http404
    return found[0]


def example(kind):
    """A mail of this kind to nobody, about what nobody wrote."""
    return composed(kind, to="naam@voorbeeldstad.example", context=kind.example())
