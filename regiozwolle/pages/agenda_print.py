"""The agenda on paper: its text with codes, links between the parts, sources and the budget, as page and as files."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html_join
from django.views.decorators.http import require_safe

from agenda.models import ElementKind, ElementLink, Version
from agenda.outline import chapters
from partners.ground.documents import (
    FORMS,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    from_html,
    paragraphs,
    reference,
    response,
)
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import number
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.agenda import CURRENT, give_addresses, with_progress
from results.models import Tariff
from results.money.contributions import FORMULA, contributions
from results.money.tables import sums_by_element

PRINT_FORMS = ("pdf", "docx", "odt")


@require_safe
def printed(request):
    """The whole current version for paper, with links to the same as files."""
    version = current()
    shown = {"version": version, "printed": printed_drawn(version.pk)}
    address = settings.SITE_URL + reverse("agenda:agenda")
    return render(request, "agenda/print.html", {**shown, "address": address, "files": links_to_files()})


@piece
def printed_drawn(key):
    """The text of the version with this key, with its contents and what it costs, as safe HTML."""
    version = Version.objects.select_related("agenda").get(pk=key)
    outline = outline_of(version)
    money = budget(version, outline)
    return drawn(
        "agenda/_printed.html",
        chapters=outline,
        texts=[text_of(*heading_of(one), read_in(one), version.number) for one in outline],
        budget=money.total,
        sums=sums_by_element(money),
        formula=FORMULA,
    )


def heading_of(chapter):
    """(Its anchor, its heading, what it is)."""
    return chapter.anchor, chapter.heading, chapter.head.label if chapter.head else ""


def read_in(chapter):
    """The passages of a chapter, each as (ReadPassage, (what it serves, why) of each such thing)."""
    return tuple(
        (one.read(), tuple((link.serves.mention, link.reason) for link in one.element.reasons))
        for one in chapter.passages
    )


@piece
def text_of(anchor, heading, label, passages, number):
    """A chapter on paper as safe HTML, of what `read_in` gives, in the version with this number."""
    return drawn(
        "agenda/parts/printed_chapter.html",
        anchor=anchor,
        heading=heading,
        label=label,
        passages=passages,
        number=number,
    )


def links_to_files():
    """Safe HTML with a link to each form of the print edition."""
    links = [(reverse("agenda:print_file", args=[key]), FORMS[key].label) for key in PRINT_FORMS]
    return format_html_join(", ", '<a href="{}">{}</a>', links)


@require_safe
def printed_file(request, form):
    """The same as an accessible PDF, docx or odt."""
    if form not in PRINT_FORMS:
        raise Http404("De printversie is er niet in deze vorm.")
    version, outline = edition()
    return response(document(version, outline), form, f"agenda-{version.agenda.slug}-versie-{version.number}")


def edition():
    """(The current version, its chapters). Raises Http404."""
    version = current()
    return version, outline_of(version)


def current():
    """The version of today. Raises Http404."""
    version = CURRENT.first()
    if version is None:
        raise Http404("Er staat nog geen agenda op de site.")
    return version


def outline_of(version):
    """The chapters of a version, each element with `reasons`: how it serves others."""
    elements = with_progress(version.pk)
    links = LINKS.ask(version.pk)
    give_addresses(elements)
    for element in elements:
        element.reasons = [link for link in links if link.element_id == element.pk]
    return chapters(elements)


LINKS = PreparedRows(
    lambda version: ElementLink.objects.filter(
        element__wordings__version=version, serves__wordings__version=version
    ).select_related("serves")
)


def budget(version, outline):
    """What all partners contribute to each line, per year, as far as it is known."""
    lines = [chapter.head for chapter in outline if chapter.head]
    tariffs = [tariff for tariff in Tariff.objects.for_contributions(version.agenda) if tariff.element]
    return contributions(version.agenda, lines, tariffs=tariffs)


def document(version, outline):
    """The print edition as a Document, from the chapters that `edition` gives."""
    agenda = version.agenda
    blocks = paragraphs(version.note)
    for chapter in outline:
        blocks.append(Heading(1, chapter.title, number=chapter.number, anchor=chapter.anchor))
        for passage in chapter.passages:
            blocks += passage_blocks(passage, version, is_only=len(chapter.elements) == 1)
    blocks += [Heading(1, "Begroting"), *budget_blocks(version, outline)]
    blocks += [Heading(1, "Stand van zaken en bronnen"), *paragraphs(agenda.status_note), sources(version)]
    return Document(
        title=agenda.title,
        subtitle="Printversie",
        version=f"versie {version.number}, {version.get_status_display()}",
        dated=version.dated_on,
        address=settings.SITE_URL + version.get_absolute_url(),
        example=agenda.is_example,
        keywords=version.category.keywords,
        blocks=blocks,
    )


def passage_blocks(passage, version, *, is_only):
    """One place in the agenda: its words, then in small print what belongs to it.

    An `is_only` one is the only one below the heading of its chapter.
    """
    element = passage.element
    yield from words_blocks(passage, is_only=is_only)
    if passage.explanation:
        yield Paragraph([Run("Toelichting van de redactie", bold=True)], small=True)
        yield from paragraphs(passage.explanation, small=True)
    for link in element.reasons:
        text = f"Draagt bij aan {link.serves.mention} (verband gelegd door de redactie): {link.reason}"
        yield Paragraph(text, small=True)
    if passage.is_goal:
        yield from action_blocks(passage.actions)
    if element.results:
        address = f"{settings.SITE_URL}{element.get_absolute_url()}#opbrengst"
        yield Paragraph(["Resultaten: ", Run(element.results, link=address)], small=True)
    yield Paragraph(f"{element.code}@{version.number}", small=True)


def words_blocks(passage, *, is_only):
    """Its words below its own heading, or below that of the chapter; what a heading says is not said again."""
    element = passage.element
    has_heading = not passage.is_head and element.kind != ElementKind.PARAGRAPH and (element.number or not is_only)
    if has_heading:
        yield Heading(2, element.name, number=element.number, anchor=element.code)
    if element.wording_text != (element.name if has_heading else passage.heading):
        yield from from_html(element.wording_html)


def action_blocks(actions):
    """What is done for a goal, or that this is not known yet."""
    lines = [action_line(action) for action in actions]
    yield Paragraph([Run("Acties", bold=True), "" if lines else ": nog niet bekend"], small=True)
    if lines:
        yield Bullets(lines)


def action_line(action):
    lead = action.named_lead or "nog niet bekend"
    return f"{action.title}. Voortgang: {action.get_status_display()}. Trekker: {lead}."


def budget_blocks(version, outline):
    """The budget in words and as a table, or what is missing to make one."""
    money = budget(version, outline)
    address = settings.SITE_URL + reverse("results:contributions")
    if not money.total.is_known:
        yield Paragraph("De bijdrage per inwoner is nog niet bekend. Daarom is er nog geen begroting te maken.")
    else:
        if not money.total.is_complete:
            total = money.total
            yield Paragraph(f"Van {number(total.known)} van de {number(total.count)} bijdragen is het bedrag bekend.")
        *rows, together = [
            (row.name, *(cell.noted or None for cell in row.cells)) for row in sums_by_element(money).rows
        ]
        yield Table(
            "Bijdragen van alle partners samen, per onderdeel en jaar, voor zover bekend",
            [Column("Onderdeel"), *(Column(str(year), "euro") for year in money.years), Column("Samen", "euro")],
            rows,
            total=together,
        )
    yield Paragraph([f"{FORMULA} ", Run("Alle bijdragen en de rekenregels", link=address)], small=True)


def sources(version):
    source = version.source or version.agenda.source
    return Bullets(
        [
            ["Tekst: ", *(reference(source) if source else ["nog niet bekend"]), "."],
            "Toelichting en verbanden: redactie van deze site. Ze horen niet bij de agenda.",
        ]
    )
