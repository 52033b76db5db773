"""The page of one dossier, what every body decided with the consultations before it, and the same as files."""

from functools import partial

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from consultation.deciding.board import CHOICES, Board, address_of
from consultation.deciding.calendar import entries_of
from consultation.deciding.days import carried_since, term_of
from consultation.deciding.models import Dossier, Package, Paper, Position
from consultation.models import Consultation
from partners.ground.calendars.writing import calendar_answer, titled
from partners.ground.documents import Column, Document, Table, response
from partners.ground.publishing import AtAddress, shown_to
from partners.ground.state.pieces import piece
from partners.ground.state.prepared import Prepared
from partners.ground.templatetags.parts import drawn, paragraph
from partners.models import ASSEMBLIES
from partners.tiles import MOST_TILES, tile_map
from regiozwolle.keeping.holes import of_reader
from regiozwolle.meetings.spoken import spoken_of
from regiozwolle.pages.decisions.money import MONEY_COLUMNS, money_of

FORMS = {"xlsx": "Excel (xlsx)", "ods": "ods", "csv": "csv", "json": "json", "ics": "In uw kalender (ics)"}
# Programs of others read these names: one that is here stays, in its place; a new one comes at the end.
COLUMNS = {
    "orgaan": "text",
    "soort": "text",
    "partner": "text",
    "provincie": "text",
    "onderdeel_code": "text",
    "onderdeel": "text",
    "stand": "text",
    "besloten_op": "date",
    "datum_in_woorden": "text",
    "versie": "number",
    "bedrag_in_euro": "euro",
    "voorwaarde": "text",
    "eerdere_stand": "text",
    "vorige_raad": "text",
    "ingevoerd": "text",
    "bevestigd_op": "date",
    "bron": "text",
    "bron_adres": "text",
    "volgende_stap": "text",
    "gepland_op": "date",
}


@require_safe
def dossier(request, slug):
    """What every body decided on one dossier, as far as it is known, as the address asks to see it."""
    shown = DOSSIERS.shown_to(request, slug)
    own = of_reader(request, ["packages"], partial(own_packages, shown.pk))
    if request.GET.keys().isdisjoint(CHOICES):
        told = bodies_of(shown.pk, own["packages"])
    else:
        told = bodies_drawn(shown.pk, request.GET, own["packages"])
    outcome, bodies = map(mark_safe, told.split("\n", 1))
    context = {
        "dossier": shown,
        "outcome": outcome,
        "bodies": bodies,
        "about": about_drawn(shown.pk),
        "papers": papers_drawn(shown.pk),
        "files": links_to_files(shown, address_of(request.GET, beeld="", pagina="")),
    }
    return render(request, "deciding/dossier.html", context)


DOSSIERS = AtAddress(lambda: Dossier.objects.all())


@piece
def bodies_of(dossier, packages):
    """What `bodies_drawn` gives as long as nothing is asked for."""
    return bodies_drawn(dossier, {}, packages)


def bodies_drawn(dossier, asked, packages):
    """What the bodies of the dossier with this key decided as safe HTML, as it is asked for.

    Its first line is the outcome in one sentence. `packages` is the reader’s own.
    """
    # What is written about it stands elsewhere on the page, and changes nothing here.
    shown = Dossier.objects.in_short().select_related("rule_source").defer("summary", "note").get(pk=dossier)
    board = Board(shown, asked)
    bodies = drawn(
        "deciding/_bodies.html",
        dossier=shown,
        board=board,
        closing=carried_since(shown),
        term=term_of(shown),
        tiles=tiles_of(board) if board.view == "tegels" else None,
        spoken=spoken_of(dossier=shown),
        packages=packages,
    )
    return format_html("{}\n{}", shown.outcome, bodies)


@piece
def about_drawn(pk):
    """What the dossier with this key is about, and which consultations came before it."""
    shown = Dossier.objects.select_related("version__agenda", "source").with_asks().get(pk=pk)
    return drawn("deciding/_dossier_about.html", dossier=shown, consultations=consultations_before(shown))


@piece
def papers_drawn(pk):
    """The papers of the dossier with this key that have a file; "" without any."""
    found = Paper.objects.filter(dossier=pk).select_related("dossier").with_versions()
    papers = [paper for paper in found if paper.newest]
    return drawn("deciding/parts/papers.html", papers=papers) if papers else ""


def received(user, dossier):
    """The newest packages of the bodies whose meetings a user prepares, all by their keys."""
    return Package.objects.newest().received_by_key(user).filter(track__dossier=dossier).values_list("pk")


# Nearly all who ask have none.
RECEIVED = Prepared(received)


def own_packages(dossier, user):
    """As `packages` links to the newest of the bodies whose meetings `user` prepares; "" for all others."""
    if not user.is_authenticated:
        return {}
    keys = [key for (key,) in RECEIVED.ask(user.pk, dossier)]
    if not keys:
        return {}
    found = Package.objects.filter(pk__in=keys).order_by("track_id")
    links = (
        (one.get_absolute_url(), one.track.body, one.number)
        for one in found.defer("content").select_related("track__dossier", "track__body")
    )
    words = '<a href="{}">Haal het pakket van uw orgaan op ({}, versie {})</a>'
    return {"packages": paragraph(format_html_join("\n", words, links), "actions")}


def links_to_files(shown, query):
    """A link to the rows that `query` asks for in each of FORMS, as safe HTML."""
    links = ((reverse("dossier_file", args=[shown.slug, form]), query, words) for form, words in FORMS.items())
    return format_html_join("\n", '<a href="{}{}">{}</a>', links)


def consultations_before(shown):
    """The consultations on the agenda of a dossier, the first at the front."""
    before = Consultation.objects.public().filter(is_example=shown.is_example).order_by("opens_at")
    return before.filter(version__agenda=shown.version.agenda_id) if shown.version else before.none()


def tiles_of(board):
    """The councils and Staten of a Board as a TileMap; of very many those of its page.

    Each leads to its row, or to its own page where that row is on another page of the board.
    """
    shown = board.rows if len(board.rows) <= MOST_TILES else board.page
    return tile_map(
        (
            (row.track.body, board.position_of(row).label, board.position_of(row).value, board.place_of(row.track))
            for row in shown
            if row.track.body.kind in ASSEMBLIES
        ),
        patterned={position.value for position in Position if position.has_pattern},
    )


@require_safe
def dossier_file(request, slug, form):
    """The rows of the board with the filters of the address, in one of FORMS; anything else is a 404.

    Beside them the money of every component, as its bars on the page say it; a csv has one table.
    """
    if form not in FORMS:
        raise Http404
    shown = shown_to(request, Dossier.objects.with_board(), slug=slug)
    board = Board(shown, request.GET)
    name = f"besluiten-{shown.slug}"
    if form == "ics":
        return calendar_answer(titled(shown, shown.title), entries_of(shown, board.rows), name)
    return response(document_of_rows(shown, board), form, name)


def document_of_rows(shown, board):
    """The rows of a board and the money of a dossier, as a Document for programs."""
    return Document(
        title=shown.title,
        subtitle=shown.outcome,
        dated=timezone.now(),
        address=settings.SITE_URL + shown.get_absolute_url(),
        example=shown.is_example,
        keywords=shown.category.keywords,
        remarks=[shown.rule_in_words],
        data=[
            Table("Besluiten", [Column(column, kind) for column, kind in COLUMNS.items()], list(lines_of(board))),
            Table("Geld", [Column(one.name, one.sort) for one in MONEY_COLUMNS], money_of([shown])),
        ],
    )


def lines_of(board):
    """A line of COLUMNS for each body that is asked for, on the whole and on each component."""
    for row in board.rows:
        if not board.component:
            yield line_of(row, row.whole, None)
        for component in board.shown:
            yield line_of(row, row.cells[component.pk], component)


def line_of(row, cell, component):
    """One line: a body, a part, what it decided on it and what comes next."""
    body, step = row.track.body, row.track.next_step()
    return (
        body.name,
        body.get_kind_display(),
        body.partner.name,
        body.partner.province.name if body.partner.province else "",
        component.code if component else "",
        component.heading if component else "het geheel",
        cell.position.label,
        *(decided(cell.decision, {css for css, _ in cell.remarks}) if cell.decision else NOTHING_DECIDED),
        step.what if step else "",
        step and step.planned_on,
    )


NOTHING_DECIDED = (None, "", None, None, "", "", "", "", None, "", "")


def decided(decision, remarks):
    """What a line says of a decision; `remarks` are the classes of what must be said of it."""
    return (
        decision.decided_on,
        decision.date_text,
        decision.version.number if decision.version else None,
        decision.amount,
        decision.condition,
        "ja" if "is-earlier" in remarks else "",
        "ja" if "is-former" in remarks else "",
        decision.get_entered_as_display(),
        decision.confirmed_on,
        decision.source.title,
        decision.source.url,
    )
