"""What Regio Zwolle is, for who knows nothing of it: our own words, with those of the region under them."""

from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from agenda.models import KeyPoint, KeyPointKind, Milestone
from partners.geography import RegionMap, region_map
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import cited, day
from partners.ground.templatetags.parts import drawn
from partners.models import Partner
from results.inhabitants import growths, sources_of
from results.templatetags.results import all_cited

# Our own words for each kind of key point: what is told in it, for who knows nothing of it.
TOLD = {
    KeyPointKind.NETWORK: (
        "Er doen gemeenten en provincies mee, en ook ondernemers, scholen en andere organisaties. "
        "Samen heten ze de partners. Per onderwerp kiest elke partner zelf of die meedoet."
    ),
    KeyPointKind.SPECIAL: (
        "De regio is Nederland in het klein. Er zijn veel kleine bedrijven, en sterke scholen voor mbo. "
        "Bedrijven zoeken mensen, en vinden die moeilijk."
    ),
    KeyPointKind.REASON: (
        "Eén gemeente kan dit niet alleen. Wat de ene doet, merkt de andere: een nieuwe weg of woonwijk houdt niet op "
        "bij de grens. Daarom zoeken de partners samen naar een antwoord."
    ),
    KeyPointKind.CONDITION: (
        "Samenwerken lukt alleen als mensen elkaar zien, weten wat er speelt, en blijven praten als het moeilijk is."
    ),
    KeyPointKind.CHARACTER: (
        "De vraag bepaalt wie er meedoet, en niet de grens op de kaart. Wie meedoet, betaalt mee. "
        "Er is geen apart bestuur met eigen macht."
    ),
    KeyPointKind.RESULT: (
        "De partners betalen samen voor projecten, en vragen het Rijk om mee te betalen. "
        "Wat dat opleverde, staat bij de resultaten, met de bron."
    ),
}
# Where one sees of what the region says of itself that it is so: the page, what follows its address, and the words.
SEEN_AT = {
    KeyPointKind.NETWORK: ("partners:list", "", "Bekijk alle partners"),
    KeyPointKind.SPECIAL: ("results:figures", "?aard=context", "Bekijk de cijfers over de regio, met hun bron"),
    KeyPointKind.CONDITION: ("meetings:meetings", "", "Bekijk wanneer de partners elkaar ontmoeten"),
    KeyPointKind.CHARACTER: ("results:contributions", "", "Bekijk wie wat betaalt"),
    KeyPointKind.RESULT: ("results:dashboard", "", "Bekijk alle resultaten"),
}


MUNICIPALITIES = PreparedRows(lambda: Partner.objects.municipalities().select_related("province"))
KEY_POINTS = PreparedRows(lambda: KeyPoint.objects.public().select_related("source"))
MILESTONES = PreparedRows(lambda: Milestone.objects.public().filter(is_main=True))


@piece
def region_of(*places):
    """The region of these MapPlaces as one picture."""
    return drawn("about/parts/region.html", map=RegionMap(places))


@require_safe
def about(request):
    """What the region is, where it lies, how it began, and what it says of itself."""
    municipalities = MUNICIPALITIES.ask()
    by_kind = {}
    for point in KEY_POINTS.ask():
        by_kind.setdefault(point.kind, []).append(point)
    return render(
        request,
        "about/about.html",
        {
            "map": region_of(*region_map(municipalities).places),
            "milestones": MILESTONES.ask(),
            "sections": [KeyPoints(kind, by_kind[kind]) for kind in KeyPointKind if kind in by_kind],
            **size_of_region(municipalities),
        },
    )


@dataclass(frozen=True)
class Number:
    """A number that tells how large the region is: what it counts, and where that stands in full."""

    count: int
    words: str
    address: str


def size_of_region(municipalities):
    """How many municipalities, provinces and inhabitants there are as `numbers`, and who counted the last.

    Inhabitants are left out where not all were counted on one day.
    """
    provinces = {one.province_id for one in municipalities}
    inhabitants, counted_by = counted_together()
    told = [
        Number(len(municipalities), "gemeenten", reverse("partners:list")),
        Number(len(provinces), "provincies", reverse("partners:list")),
    ]
    if inhabitants:
        told.append(Number(int(inhabitants), "inwoners", reverse("results:inhabitants")))
    return {"numbers": told, "counted_by": counted_by}


@piece
def counted_together():
    """How many inhabitants the region has, and who counted them when; empty when not all were counted on one day."""
    found, _, last = growths(MUNICIPALITIES.ask())
    if not found:
        return "", ""
    sources = all_cited(sources_of(found, last))
    return str(sum(one.last.count for one in found)), format_html("Inwoners op {}: {}.", day(last), sources)


@dataclass(frozen=True)
class KeyPoints:
    """The key points of one kind. A source that all of them share is named once, above them."""

    kind: KeyPointKind
    points: list[KeyPoint]

    @property
    def told(self):
        """What it comes down to, in our own words."""
        return TOLD[self.kind]

    @property
    def shared_source(self):
        sources = {point.source for point in self.points}
        return sources.pop() if len(sources) == 1 else None

    @property
    def more(self):
        """A link to where it is told in figures, as safe HTML; "" when nowhere."""
        if self.kind not in SEEN_AT:
            return ""
        page, query, words = SEEN_AT[self.kind]
        return format_html('<a href="{}">{}</a>', reverse(page) + query, words)

    @property
    def provenance(self):
        """Whose words these are, as HTML, with the source that all share."""
        whose = "In de woorden van de bron"
        return format_html("{}: {}", whose, cited(self.shared_source)) if self.shared_source else whose

    @property
    def own_sources(self):
        """Each point with the source to name below it, if it is not named above them."""
        shared = self.shared_source
        return [(point, None if shared else point.source) for point in self.points]
