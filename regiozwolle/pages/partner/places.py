"""Where a partner lies: on the map, beside whom, and where its projects are."""

from django.utils.html import format_html_join

from partners.geography import neighbours, region_map
from partners.ground.templatetags.dutch import counted_in_words, unbroken
from partners.models import PartnerKind
from results.models import ProjectPartner, ProjectRole


def surroundings(partner, municipalities):
    """As `locator`, with the sentence above it; one query for a partner that is no municipality or province."""
    land, water, inside = around(partner, municipalities)
    return {"lead": lead(partner, inside, len(land) + len(water)), **locator(partner, municipalities)}


def around(partner, municipalities):
    """Those of `municipalities` that border on it over land, those over water, and those that lie in it."""
    land, water = neighbours(partner, municipalities), neighbours(partner, municipalities, over="water")
    return land, water, [place for place in municipalities if place.province_id == partner.pk]


def locator(partner, municipalities):
    """The `map` that points it out, and as `nearby` the places on it: pairs of a label and links as safe HTML.

    Those are the neighbours of a municipality, the municipalities of a province, and else those in which its projects
    lie. Without any of these `map` is None.
    """
    land, water, inside = around(partner, municipalities)
    is_government = partner.kind in (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE)
    working = [] if is_government else with_its_projects(partner, municipalities)
    nearby = {
        f"Gemeenten in {partner.name} die meedoen": inside,
        "Buurgemeenten": land,
        "Over het water": water,
        f"Hier liggen projecten van {partner.name}": working,
    }
    beside, filled = land + water, inside + working
    is_drawn = beside or filled
    return {
        "nearby": [(label, linked(found)) for label, found in nearby.items() if found],
        "map": region_map(municipalities, here=partner, beside=beside, filled=filled) if is_drawn else None,
    }


def with_its_projects(partner, municipalities):
    """Those of `municipalities` in which a project lies that the partner has a part in; one query."""
    projects = ProjectPartner.objects.public(along=["project"]).filter(partner=partner).values("project")
    places = ProjectPartner.objects.public(along=["project"]).filter(project__in=projects, role=ProjectRole.LOCATION)
    found = set(places.values_list("partner", flat=True))
    return [place for place in municipalities if place.pk in found]


def lead(partner, inside, neighbour_count):
    """The sentence below the name: its summary, else how many lie in it or beside it; "" when there are none."""
    if partner.summary:
        return unbroken(partner.summary)
    if inside:
        verb = "doet" if len(inside) == 1 else "doen"
        return f"{counted_in_words(len(inside), 'gemeente,gemeenten')} in {partner.name} {verb} mee."
    if neighbour_count:
        return f"{counted_in_words(neighbour_count, 'buurgemeente ligt,buurgemeenten liggen')} ook in de regio."
    return ""


def linked(places):
    """The names of `places` with a link to each, as safe HTML."""
    return format_html_join(", ", '<a href="{}">{}</a>', [(place.get_absolute_url(), place.name) for place in places])
