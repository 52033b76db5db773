"""The front page: what Regio Zwolle wants, what can be done now, and what the map tells of its municipalities."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind, Version
from consultation.deciding.models import Dossier
from consultation.models import Consultation
from partners.geography import tinted_map
from partners.ground.templatetags.dutch import counted, moment
from partners.models import Partner
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
    version = Version.objects.current()
    provinces = Partner.objects.municipalities().by_province()
    places = [place for province in provinces for place in province.places]
    by_kind = elements_by_kind(version)
    real = by_kind.get(ElementKind.REGIONAL)
    moments = coming()
    return render(
        request,
        "home.html",
        {
            **map_of(Layer.of(request.GET.get("kaart")), places, provinces),
            "members": members(places, provinces),
            "version": version,
            "ambition": next(iter(by_kind.get(ElementKind.AMBITION, [])), None),
            "open_now": open_now(),
            "numbers": numbers(),
            "moments": moments,
            "next_moment": next(iter(moments), None),
            "life": band_of(real[-1].code if real else ""),
        },
    )


def map_of(layer, places, provinces):
    """The map with what the `layer` shows of it, and the same in a list of the provinces."""
    dossiers = Dossier.objects.public().real()
    dossier = (dossiers.with_tracks() if layer == Layer.DECISIONS else dossiers).first()
    known = known_of(places, dossier)
    drawn = shown(layer, known, dossier)
    tints = drawn.tints(known)
    by_province = {province: [one for one in known if one.partner.province_id == province.pk] for province in provinces}
    return {
        "layers": Layer,
        "layer": layer,
        "shown": drawn,
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


def open_now():
    """The consultation that is open, or that there is none."""
    consultation = Consultation.objects.open().first()
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
