"""What it brings on one sheet of A4 for the council: the words of the page, as much of them as one page holds."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from partners.ground.documents import (
    Bullets,
    Document,
    Drawing,
    Heading,
    Lines,
    Paragraph,
    Run,
    SideBySide,
    plain,
    reference,
)
from partners.ground.templatetags.dutch import day
from partners.models import PartnerKind
from regiozwolle.pages.what_it_brings.room import numbered, selected
from regiozwolle.pages.what_it_brings.words import ours

# For whom the paper lies on the table.
READERS = {
    PartnerKind.MUNICIPALITY: "Voor de gemeenteraad van {}",
    PartnerKind.PROVINCE: "Voor Provinciale Staten van {}",
}
# How an area of the locator is drawn on paper: its fill, and its line.
AREAS = {"here": ("#1f3bc4", "#ffffff"), "filled": ("#1f3bc4", "#ffffff"), "neighbour": ("#e9ecfa", "#1f3bc4")}
OTHER = ("#f4f5f7", "#6b7180")
WIDTHS = [2.35, 1]
MAP_OF = "Kaart: CBS en Kadaster, 2024."
NOT_ADDED = "Verschillende soorten cijfers tellen wij niet op."


def document(brought, region_map, growth):
    """The sheet of a Brought, with the RegionMap of its locator and its DrawnGrowth, each None where there is none."""
    partner, found = brought.partner, selected(brought, growth)
    return Document(
        title=f"Wat brengt het {ours(partner)}? {partner}",
        recipient=READERS.get(partner.kind, "Voor het bestuur van {}").format(partner),
        dated=timezone.localdate(),
        address=settings.SITE_URL + reverse("what_it_brings", args=[partner.slug]),
        example=partner.is_example,
        is_sheet=True,
        blocks=[
            opening(brought, region_map, growth),
            SideBySide([list(column_blocks(column)) for column in found.columns], [1, 1, 1], ruled=True),
            unknowns(brought),
            Paragraph(sources(found, region_map), small=True),
        ],
    )


def opening(brought, region_map, growth):
    """The question and its answer, with beside it where this is and how many live there."""
    halves = [("Bekend: ", brought.known), ("Nog niet bekend: ", brought.unknown)]
    said = [part for name, words in halves if words for part in (Run(name, bold=True), f"{words} ")]
    words = [
        Heading(1, f"Wat brengt het {ours(brought.partner)}?"),
        Paragraph(said, look="lead"),
    ]
    beside = [Drawing(drawn(region_map), f"{brought.partner} op de kaart van Regio Zwolle")] if region_map else []
    beside += [Paragraph(inhabitants(growth), small=True)] if growth else []
    return SideBySide([words, beside], WIDTHS) if beside else SideBySide([words], [1])


def inhabitants(growth):
    """How many live there, of which day, and how much more that is than on the first day."""
    count, first = growth.growth.last, growth.growth.first
    return (
        f"{count.count:,} inwoners op {day(count.reference_on)} ({count.get_certainty_display()}), "
        f"{growth.growth.text} sinds {day(first.reference_on)}."
    ).replace(",", ".", f"{count.count:,}".count(","))


def drawn(region_map):
    """The locator as an SVG that needs no stylesheet."""
    areas = [(*AREAS.get(place.state, OTHER), place.path) for place in region_map.places]
    paths = format_html_join(
        "", '<path fill="{}" stroke="{}" stroke-width="2.5" stroke-linejoin="round" d="{}"/>', areas
    )
    return str(format_html('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 872.4 791.2">{}</svg>', paths))


def column_blocks(column):
    """A question with its answer in a few words and the rows below it."""
    yield Heading(2, column.title)
    yield Paragraph(column.question, look="hint")
    yield Paragraph(column.answer or "nog niet bekend", look="answer" if column.answer else "unknown")
    yield Lines(column.told)


def unknowns(brought):
    """All that is not known, in two columns beside the question; never cut."""
    whats = [gap.what for gap in brought.gaps]
    half = -(-len(whats) // 2)
    asked = Paragraph([Run("Weet u het? ", bold=True), f"Mail het met de bron naar {settings.CONTACT_EMAIL}."])
    nothing = Paragraph("Van alles hierboven is bekend wat een bron kan zeggen.")
    first = [Bullets(whats[:half]), asked] if whats else [nothing]
    return SideBySide(
        [[Heading(2, "Wat weten wij nog niet?")], first, [Bullets(whats[half:])] if whats[half:] else []],
        [1, 1, 1],
        ruled=True,
    )


def sources(found, region_map):
    """Where each number in the columns leads, and what else was used."""
    cited = [f"{numbered(place)} {plain(reference(source))}." for place, source in enumerate(found.sources, 1)]
    further = [f"Inwoners: {'; '.join(map(str, found.counted_by))}."] if found.counted_by else []
    return " ".join(["Bronnen.", *cited, *further, *([MAP_OF] if region_map else []), NOT_ADDED])
