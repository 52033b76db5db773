"""What goes on at the neighbours of a municipality: what counts for them, what they said, join and decided."""

from dataclasses import dataclass, field
from functools import cached_property

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
from partners.ground.templatetags.dutch import counted, day, unbroken
from partners.models import Partner, PartnerKind
from regiozwolle.pages.partner.views import among_all
from regiozwolle.weekly.news import stand_in_words

# Of each neighbour so many reactions are told; the others are counted.
MOST = 3


@dataclass
class Neighbour:
    """A municipality and what is known of it; of its reactions the last ones, and how many there are."""

    partner: Partner
    where: str = ""
    priorities: list = field(default_factory=list)
    points: list = field(default_factory=list)
    participations: list = field(default_factory=list)
    decided: list = field(default_factory=list)

    @cached_property
    def told(self):
        """(Heading, lines as safe HTML) of each kind of thing of which anything is known."""
        kinds = {
            "Wat telt": map(told_priority, self.priorities),
            "Waarop is gereageerd": [*map(told_point, self.points[:MOST]), *more(len(self.points[MOST:]))],
            "Waaraan de gemeente meedoet, of niet": map(told_participation, self.participations),
            "Wat is besloten": map(told_decision, self.decided),
        }
        return [(heading, found) for heading, lines in kinds.items() if (found := list(lines))]


@require_safe
def neighbours_of(request, slug):
    """Each neighbour with what it says, joined and decided. The same number of queries however many there are."""
    partner, municipalities = among_all(request, slug)
    if partner.kind != PartnerKind.MUNICIPALITY:
        raise Http404("Alleen van gemeenten is bekend wie de buren zijn.")
    found = beside(partner, municipalities)
    tell({one.partner.pk: one for one in found})
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
    """Fills in what is known of each Neighbour of `found`, by the key of its partner."""
    today = timezone.localdate()
    for one in Priority.objects.current().filter(partner__in=found).by_partner():
        found[one.partner_id].priorities.append(one)
    points = Point.objects.public().filter(letter__body__partner__in=found)
    for point in points.select_related("letter__body", "letter__consultation", "wording__element").order_by("-pk"):
        found[point.letter.body.partner_id].points.append(point)
    agreed = Participation.objects.filter(partner__in=found).on(today)
    for one in agreed.select_related("element__agenda").order_by("element__position"):
        found[one.partner_id].participations.append(one)
    tracks = Track.objects.public().filter(body__partner__in=found).select_related("dossier", "body").as_listed()
    for track in tracks:
        if track.position.is_decided:
            found[track.body.partner_id].decided.append(track)


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
