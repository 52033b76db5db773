"""What this region is and wants, in English: the one page that is not in Dutch."""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import Element, ElementKind
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.models import Source
from regiozwolle.pages.about.story import MUNICIPALITIES
from regiozwolle.pages.agenda import CURRENT
from results.inhabitants import growths, sources_of
from results.templatetags.results import all_cited

# Our translation of what the agenda says, word for word. What it says otherwise is shown in Dutch.
IN_ENGLISH = {
    "Optimale brede welvaart voor alle inwoners en ondernemers in de hele regio.": (
        "The best possible broad prosperity for all inhabitants and entrepreneurs in the whole region."
    ),
    "Regio Zwolle verder op de kaart zetten bij omliggende regio’s, het Rijk en in Europa.": (
        "Making Regio Zwolle better known to neighbouring regions, the Dutch state and Europe."
    ),
    "We dragen bij aan de realisatie van de belangrijke transities: omschakeling naar een circulaire economie, "
    "de energietransitie, klimaatadaptatie en behouden en vergroten van biodiversiteit.": (
        "We help to bring about the major transitions: the change to a circular economy, the energy transition, "
        "adaptation to the climate, and keeping and increasing biodiversity."
    ),
    "We werken aan een arbeidsmarkt die in staat is transities te realiseren.": (
        "We work on a labour market that is able to bring transitions about."
    ),
    "We groeien in balans tussen stad en omgeving, door met oog voor kwaliteiten en eigenheid van gebieden te zorgen "
    "voor nabijheid van werk en voorzieningen, goede mix van woonsegmenten in regio en beschikbaarheid van "
    "mobiliteit.": (
        "We grow in balance between town and surroundings: with an eye for the qualities and character of each area "
        "we provide for work and services nearby, a good mix of housing in the region, and mobility for everyone."
    ),
}


# Who wrote that the region is no legal entity.
NO_LEGAL_ENTITY = "overheidvannu-2020"


@dataclass(frozen=True)
class Wanted:
    """A thing that the agenda wants: its text, the `language` of that text, and where it stands in Dutch."""

    text: str
    language: str
    name: str
    address: str


NO_ENTITY = PreparedRows(lambda: Source.objects.filter(slug=NO_LEGAL_ENTITY)[:1])
WANTED = PreparedRows(
    lambda version: Element.objects.in_version(version).filter(kind__in=[ElementKind.AMBITION, ElementKind.REGIONAL])
)


@require_safe
def english(request):
    """Who works together here, what for, and who decides, from the same data as the Dutch pages."""
    version = CURRENT.first()
    municipalities = MUNICIPALITIES.ask()
    inhabitants, counted_on, counted_by = counted_together()
    return render(
        request,
        "about/english.html",
        {
            "municipalities": len(municipalities),
            "provinces": len({one.province_id for one in municipalities}),
            "inhabitants": inhabitants,
            "counted_on": counted_on,
            "counted_by": counted_by,
            "version": version,
            "dated": in_english(version.dated_on) if version else "",
            "wanted": wanted(version),
            "no_legal_entity": NO_ENTITY.first(),
        },
    )


@piece
def counted_together():
    """How many inhabitants the region has, on which day, and who counted them; empty when nobody did."""
    found, _, last = growths(MUNICIPALITIES.ask())
    total = f"{sum(one.last.count for one in found):,}" if found else ""
    return total, in_english(last), all_cited(sources_of(found, last))


def in_english(day):
    """'1 January 2026'; "" without a day."""
    return f"{day.day} {day:%B %Y}" if day else ""


def wanted(version):
    """What `version` wants, the ambition above all first: in English where it still says what we translated."""
    found = []
    for element in WANTED.ask(version.pk) if version else []:
        text = " ".join(element.wording_text.split())
        language = "en" if text in IN_ENGLISH else "nl"
        found.append(Wanted(IN_ENGLISH.get(text, text), language, element.name, element.get_absolute_url()))
    return found
