"""What a page says of its thing in the words of schema.org, and where the same thing is as data.

It says no more than the page does. Of what the demo invents nothing is said.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from partners.models import PartnerKind
from regiozwolle.following.events import is_invented

REGION = {"@type": "Organization", "name": "Regio Zwolle", "url": f"{settings.SITE_URL}/"}
GOVERNMENTS = (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE)


def partner(one):
    elsewhere = [address for address in (one.website, one.tooi_uri) if address]
    kind = "GovernmentOrganization" if one.kind in GOVERNMENTS else "Organization"
    return {"@type": kind, "name": one.name, "description": one.summary, "sameAs": elsewhere, "memberOf": REGION}


def indicator(one):
    return {
        "@type": "Dataset",
        "name": one.name,
        "description": one.definition or one.message or one.sentence,
        "variableMeasured": {"@type": "PropertyValue", "name": one.name, "unitText": one.unit},
        "creator": REGION,
    }


def project(one):
    return {"@type": "Project", "name": one.name, "description": one.summary, "parentOrganization": REGION}


def consultation(one):
    return {
        "@type": "Event",
        "name": one.title,
        "description": one.summary,
        "startDate": one.opens_at.isoformat(),
        "endDate": one.closes_at.isoformat(),
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "url": settings.SITE_URL + one.get_absolute_url()},
        "organizer": REGION,
    }


def meeting(one):
    """As schema.org wants the day of an Event, one of which that is not known is told without."""
    return {
        "@type": "Event",
        "name": one.title,
        "description": one.summary,
        "startDate": one.held_on and one.held_on.isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if one.is_cancelled else 'Scheduled'}",
        "location": one.place and {"@type": "Place", "name": one.place},
        "organizer": REGION,
    }


def dossier(one):
    return {"@type": "Legislation", "name": one.title, "abstract": one.summary, "legislationResponsible": REGION}


def element(one):
    return {"@type": "CreativeWork", "name": str(one), "identifier": one.code, "publisher": REGION}


@dataclass(frozen=True)
class Thing:
    """What a page is about: its name in the page, how it is told, of what it has a picture, and its data set."""

    name: str
    told: Callable
    pictured: str = ""
    dataset: str = ""


# By the name of the address of the page.
THINGS = {
    "partner": Thing("partner", partner, "partner", "partners"),
    "results:indicator": Thing("indicator", indicator, "cijfer", "indicatoren"),
    "results:project": Thing("project", project, "project", "projecten"),
    "results:programme": Thing("programme", project, dataset="programmas"),
    "consultation": Thing("consultation", consultation, "consultatie", "consultaties"),
    "meetings:meeting": Thing("meeting", meeting, "bijeenkomst", "bijeenkomsten"),
    "dossier": Thing("dossier", dossier, "besluit", "dossiers"),
    "agenda:element": Thing("element", element, "tekst"),
}


def pictured_of(view_name, context):
    """(Kind, key) of the picture of the thing of a page, or None."""
    thing = THINGS.get(view_name)
    one = thing and thing.pictured and context.get(thing.name)
    return (thing.pictured, one.pk) if one and getattr(one, "is_public_now", True) else None


def thing_of(view_name, context):
    """(What schema.org says, (type, address) of the same as data) of the thing of a page; (None, []) without one."""
    thing = THINGS.get(view_name)
    one = thing and context.get(thing.name)
    if not one or is_invented(one) or not getattr(one, "is_public_now", True):
        return None, []
    address = settings.SITE_URL + one.get_absolute_url()
    said = {key: value for key, value in thing.told(one).items() if value}
    data = thing.dataset and [
        ("application/json", reverse("api:item", args=[thing.dataset, one.pk])),
        ("text/csv", reverse("open_data_download", args=[thing.dataset, "csv"])),
    ]
    return {"@context": "https://schema.org", "@id": address, "url": address, "inLanguage": "nl-NL", **said}, data or []
