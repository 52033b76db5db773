"""The page of what it brings one partner, and the same on one sheet of A4."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partners.ground.documents import response
from partners.ground.publishing import AtAddress
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from partners.models import Partner, PartnerKind
from regiozwolle.pages.partner.growth import growth_of
from regiozwolle.pages.partner.known import KnownOfPartner
from regiozwolle.pages.partner.places import locator
from regiozwolle.pages.what_it_brings.answers import answers
from regiozwolle.pages.what_it_brings.sheet import document
from regiozwolle.pages.what_it_brings.words import Brought, its_readers, ours


@require_safe
def what_it_brings(request, slug):
    """The page of one partner for those who decide there, on screen and on paper."""
    partner = asked(request, slug)
    return render(
        request,
        "partners/what_it_brings.html",
        {"partner": partner, "ours": ours(partner), "told": told_of(partner.pk, settings.SITE_URL + request.path)},
    )


@piece
def told_of(key, address):
    """All that the page tells of the partner with this key; `address` is where the newest stands."""
    partner = WITH_PROVINCE.first(key)
    municipalities = MUNICIPALITIES.ask()
    brought = Brought(partner, answers(KnownOfPartner(partner)))
    growth = growth_of(partner, municipalities)
    return drawn(
        "partners/_brought.html",
        partner=partner,
        ours=ours(partner),
        readers=its_readers(partner),
        brought=brought,
        growth=growth,
        sources=dict.fromkeys([*brought.sources, *(growth.sources if growth else [])]),
        **locator(partner, municipalities),
        address=address,
        contact_email=settings.CONTACT_EMAIL,
    )


WITH_PROVINCE = PreparedRows(lambda key: Partner.objects.filter(pk=key).select_related("province"))
BUT_THE_OFFICE = AtAddress(lambda: Partner.objects.exclude(kind=PartnerKind.OFFICE).select_related("province"))
MUNICIPALITIES = PreparedRows(lambda: Partner.objects.municipalities())


@require_safe
def sheet(request, slug, form):
    """The same on one sheet of A4, as a file of the `form` pdf, docx or odt."""
    if form not in ("pdf", "docx", "odt"):
        raise Http404("Dit soort bestand is er niet.")
    partner = asked(request, slug)
    municipalities = list(Partner.objects.municipalities())
    found = locator(partner, municipalities)["map"]
    made = document(Brought(partner, answers(KnownOfPartner(partner))), found, growth_of(partner, municipalities))
    return response(made, form, f"wat-brengt-het-{partner.slug}")


def asked(request, slug):
    """The partner at this address. Raises Http404 when there is none, and for the office, which works for all."""
    return BUT_THE_OFFICE.shown_to(request, slug)
