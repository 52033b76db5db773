"""Where a short code leads: to the page, and the place on it, where everyone reads what is cited."""

import re

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.models import Element, Wording
from consultation.deciding.models import Decision, Dossier
from consultation.models import Answer, Consultation, Point
from results.models import Indicator, Project, Report

CODE = re.compile(r"(?P<letter>[A-Z])(?P<pk>[1-9]\d{0,17})")
OWN_CODE = re.compile(r"(?P<code>[A-Z]{2}\d{2}-[A-Z0-9.]+)(@(?P<number>[1-9]\d{0,3}))?", re.IGNORECASE)


def answered(pk):
    """Where the first of the points stands that an answer is to, with that answer."""
    points = Point.objects.public().filter(answers__in=Answer.objects.published().filter(pk=pk))
    return points.select_related("letter__consultation").order_by("pk").first()


def decided(pk):
    decision = Decision.objects.public().filter(pk=pk).select_related("track__dossier").first()
    if decision is None:
        return ""
    return f"{reverse('track', args=[decision.track.dossier.slug, decision.track.body_id])}#besluit-{pk}"


def nota(pk):
    """The nota of a consultation, or the consultation itself when it did not run on this site and so has none."""
    consultation = Consultation.objects.public().filter(pk=pk).first()
    has_nota = consultation and consultation.takes_letters
    return reverse("consultation:nota", args=[consultation.slug]) if has_nota else consultation


def page(things):
    """How the page of one of the queryset that `things` gives is found."""
    return lambda pk: things().filter(pk=pk).first()


# By the letter that the model has as `cited_as`.
LEADS = {
    Indicator.cited_as: page(Indicator.objects.public),
    Project.cited_as: page(Project.objects.public),
    Dossier.cited_as: page(Dossier.objects.public),
    Report.cited_as: page(Report.objects.published),
    Point.cited_as: lambda pk: Point.objects.public().filter(pk=pk).select_related("letter__consultation").first(),
    Answer.cited_as: answered,
    Decision.cited_as: decided,
    Consultation.cited_as: nota,
}


@require_safe
def cited(request, code):
    """Leads to what is cited. It is no lasting redirect: a page may get another address, and the code stays."""
    found = place_of(code)
    if not found:
        raise Http404("Geen tekst, cijfer, besluit, punt of stuk met deze code")
    return redirect(found)


def place_of(code):
    """The address, or what has one, that a code leads to; nothing for what is not on the site."""
    if said := CODE.fullmatch(code.upper()):
        find = LEADS.get(said["letter"])
        return find(int(said["pk"])) if find else None
    said = OWN_CODE.fullmatch(code)
    return element_of(said["code"], said["number"]) if said else None


def element_of(code, number):
    """The page of an element of the agenda, or of its words in version `number`."""
    words = Wording.objects.published().filter(element__code__iexact=code)
    if number is None:
        return Element.objects.filter(pk__in=words.values("element")).first()
    return words.filter(version__number=number).select_related("element", "version").first()
