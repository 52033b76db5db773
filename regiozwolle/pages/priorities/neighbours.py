"""What goes on at the neighbours of a municipality: what counts for them, what they said, join and decided."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from agenda.models import Participation, Priority
from consultation.deciding.models import Track
from consultation.models import Point
from partners.geography import neighbours
from partners.ground.state.pieces import piece
from partners.ground.templatetags.dutch import counted, day, unbroken
from partners.ground.templatetags.parts import drawn
from partners.models import Partner, PartnerKind
from regiozwolle.pages.partner.views import among_all
from regiozwolle.weekly.news import stand_in_words

# Of each neighbour so many reactions are told; the others are counted.
MOST = 3


@dataclass
class Neighbour:
    """A municipality, and of each kind of thing what is known of it as safe HTML, as far as anything is."""

    partner: Partner
    where: str = ""
    told: list = field(default_factory=list)


@require_safe
def neighbours_of(request, slug):
    """Each neighbour with what it says, joined and decided. The same number of queries however many there are."""
    partner, municipalities = among_all(request, slug)
    if partner.kind != PartnerKind.MUNICIPALITY:
        raise Http404("Alleen van gemeenten is bekend wie de buren zijn.")
    found = beside(partner, municipalities)
    tell(found)
    page = {
        "partner": partner,
        "neighbours": [one for one in found if one.told],
        "silent": [one.partner for one in found if not one.told],
    }
    return render(request, "partners/neighbours.html", page)


def beside(partner, municipalities):
    """A Neighbour for each that borders on `partner`, those over water last; of the invented all others."""
    if partner.is_example:
        invented = Partner.objects.public().filter(is_example=True, kind=PartnerKind.MUNICIPALITY)
        return [Neighbour(one) for one in invented.exclude(pk=partner.pk).order_by("name")]
    over_land = [Neighbour(one) for one in neighbours(partner, municipalities)]
    over_water = [Neighbour(one, where="Over het water.") for one in neighbours(partner, municipalities, over="water")]
    return over_land + over_water


def tell(found):
    """Fills in what is known of each Neighbour of `found`."""
    keys = [one.partner.pk for one in found]
    kinds = [priorities_of(*keys), points_of(*keys), participations_of(*keys), decisions_of(*keys)]
    for one, parts in zip(found, zip(*kinds, strict=True), strict=True):
        one.told = list(filter(None, parts))


@piece
def priorities_of(*partners):
    """What counts for each of the partners with these keys, as safe HTML."""
    lines = defaultdict(list)
    for one in Priority.objects.current().filter(partner__in=partners).by_partner():
        lines[one.partner_id].append(told_priority(one))
    return parts_of("Wat telt", partners, lines)


@piece
def points_of(*partners):
    """What each of them reacted to: the last ones, and how many there are."""
    lines = defaultdict(list)
    points = Point.objects.public().filter(letter__body__partner__in=partners)
    for point in points.select_related("letter__body", "letter__consultation", "wording__element").order_by("-pk"):
        lines[point.letter.body.partner_id].append(point)
    told = {key: [*map(told_point, found[:MOST]), *more(len(found[MOST:]))] for key, found in lines.items()}
    return parts_of("Waarop is gereageerd", partners, told)


@piece
def participations_of(*partners):
    """What each of them takes part in, or not."""
    lines = defaultdict(list)
    agreed = Participation.objects.filter(partner__in=partners).on(timezone.localdate())
    for one in agreed.select_related("element__agenda").order_by("element__position"):
        lines[one.partner_id].append(told_participation(one))
    return parts_of("Waaraan de gemeente meedoet, of niet", partners, lines)


@piece
def decisions_of(*partners):
    """What the bodies of each of them decided."""
    lines = defaultdict(list)
    tracks = Track.objects.public().filter(body__partner__in=partners).select_related("dossier", "body").as_listed()
    for track in tracks:
        if track.position.is_decided:
            lines[track.body.partner_id].append(told_decision(track))
    return parts_of("Wat is besloten", partners, lines)


def parts_of(heading, partners, lines):
    """Of each of the `partners` what is told below the `heading`, by its key in `lines`; "" without any."""
    return tuple(
        drawn("partners/parts/of_neighbour.html", heading=heading, lines=lines[key]) if lines.get(key) else ""
        for key in partners
    )


def told_priority(priority):
    about = reverse("agenda:priorities", args=[priority.element.code])
    words = '{} <span class="source">Over <a href="{}">{}</a>, {}</span>'
    return format_html(words, unbroken(priority.text), about, unbroken(priority.element.name), day(priority.said_at))


def told_point(point):
    words = '<a href="{}">{}</a> <span class="source">{}, op {}</span>'
    consultation = unbroken(point.letter.consultation.title)
    return format_html(words, point.place_path, Truncator(point.text).words(25), point.letter.body, consultation)


def more(count):
    """A line on the points that are not told."""
    return [f"Nog {counted(count, 'punt staat,punten staan')} bij de teksten zelf."] if count else []


def told_participation(participation):
    element = participation.element
    words = '<a href="{}">{}</a>: {}'
    return format_html(words, element.get_absolute_url(), unbroken(element.name), participation.standing)


def told_decision(track):
    address = reverse("track", args=[track.dossier.slug, track.body_id])
    said = unbroken(stand_in_words(track))
    return format_html('<a href="{}">{}</a>: {} {}', address, unbroken(track.dossier.title), track.body, said)
