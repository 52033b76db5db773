"""The front page: what Regio Zwolle wants, what can be done now, and what the map tells of its municipalities."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind
from consultation.deciding.models import Dossier
from consultation.models import Consultation
from partners.geography import tinted_map
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, moment
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from regiozwolle.pages.agenda import CURRENT
from regiozwolle.pages.home.coming import coming
from regiozwolle.pages.home.known import known_of
from regiozwolle.pages.home.layers import Layer, shown
from regiozwolle.pages.home.numbers import numbers
from regiozwolle.pages.life.gathering import band_of


@dataclass(frozen=True)
class OpenNow:
    """What one can react to now: a heading, how long still, what it is, a button to the agenda and a link onwards."""

    heading: str
    count: str
    text: str
    button: str
    link: str
    url: str
    is_example: bool = False


@require_safe
def home(request):
    """In one screen what Regio Zwolle wants and what can be done now; then what it yields and what comes."""
    members, region, municipalities = region_with(Layer.of(request.GET.get("kaart")).value)
    opening, code = opening_with()
    following, days = days_to_come()
    return render(
        request,
        "home.html",
        {
            "members": members,
            "opening": opening,
            "next": following,
            "region": region,
            "life": band_of(code),
            "numbers": numbers(),
            "coming": days,
            "municipalities": municipalities,
        },
    )


@piece
def opening_with():
    """(What the agenda wants and what can be done now, the code of the sentence of which the life is told, or "")."""
    version = CURRENT.first()
    by_kind = elements_by_kind(version)
    ambition, real = by_kind.get(ElementKind.AMBITION), by_kind.get(ElementKind.REGIONAL)
    opening = drawn(
        "regiozwolle/_opening.html",
        version=version,
        ambition=ambition[0] if ambition else None,
        open_now=open_now(),
    )
    return opening, real[-1].code if real else ""


@piece
def days_to_come():
    """(The first of the days to come, all that are told)."""
    moments = coming()
    shown = {"moments": moments, "next_moment": next(iter(moments), None)}
    return drawn("regiozwolle/_next.html", **shown), drawn("regiozwolle/_coming.html", **shown)


@piece
def region_with(layer):
    """(How many take part in words, the map with the Layer of this value, the municipalities in a list)."""
    provinces = Partner.objects.municipalities().by_province()
    places = [place for province in provinces for place in province.places]
    shown = {"members": members(places, provinces), **map_of(Layer(layer), places, provinces)}
    return (
        shown["members"],
        drawn("regiozwolle/_region.html", **shown),
        drawn("regiozwolle/_municipalities.html", **shown),
    )


def map_of(layer, places, provinces):
    """The map with what the `layer` shows of it, and the same in a list of the provinces."""
    dossiers = Dossier.objects.public().real()
    dossier = (dossiers.with_tracks() if layer == Layer.DECISIONS else dossiers).first()
    known = known_of(places, dossier)
    told = shown(layer, known, dossier)
    tints = told.tints(known)
    by_province = {province: [one for one in known if one.partner.province_id == province.pk] for province in provinces}
    return {
        "layers": Layer,
        "layer": layer,
        "shown": told,
        "map": tinted_map(places, tints),
        "provinces": [
            (province, [(one, tints[one.partner.pk]) for one in inside]) for province, inside in by_province.items()
        ],
    }


def members(municipalities, provinces):
    """'22 gemeenten, 4 provincies'."""
    return f"{counted(len(municipalities), 'gemeente,gemeenten')}, {counted(len(provinces), 'provincie,provincies')}"


def elements_by_kind(version):
    """The elements of `version` with their words now and before, by their kind, in the order of the agenda."""
    elements = Element.objects.in_version(version).with_earlier_text(version).exclude(kind=ElementKind.PARAGRAPH)
    by_kind = {}
    for element in elements:
        by_kind.setdefault(element.kind, []).append(element)
    return by_kind


OPEN = PreparedRows(lambda: Consultation.objects.open()[:1])


def open_now():
    """The consultation that is open, or that there is none."""
    consultation = OPEN.first()
    if consultation is None:
        return OpenNow(
            heading="Nu niets open",
            count="",
            text="Er loopt nu geen consultatie. U kunt de agenda wel lezen, en zien wat er eerder is gevraagd.",
            button="Lees de agenda",
            link="Bekijk eerdere consultaties",
            url=reverse("consultation:list"),
        )
    return OpenNow(
        heading="Nu open",
        count=consultation.countdown,
        text=f"{consultation.title}. Reageren kan tot en met {moment(consultation.last_minute)}.",
        button="Lees en reageer",
        link="Bekijk alle stappen",
        url=consultation.get_absolute_url(),
        is_example=consultation.is_example,
    )
