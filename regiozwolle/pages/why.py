"""Why something stands in the agenda: the chain from the first words to the figure, at one address per element.

It stands under the roof, for it links what all apps know: words, points, answers, decisions and figures.
"""

from typing import NamedTuple
from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from agenda.models import Element
from consultation.nota.chorus import choruses
from partners.ground.state.pieces import piece
from partners.ground.templatetags.dutch import counted
from partners.ground.templatetags.parts import drawn
from regiozwolle.pages.chain import crumbs_to, figures_for, successions_of
from regiozwolle.pages.decisions.decided import dossiers_on
from regiozwolle.pages.life.came_of_it import bodies_station, figure_station
from regiozwolle.pages.life.gathering import figures_in, in_short, said_of, whole_chain
from regiozwolle.pages.life.strip import stops_drawn
from regiozwolle.pages.life.told import MOST_POINTS, readable_wordings


class ToldStation(NamedTuple):
    """A station as it stands in the strip, and what the lead says of it."""

    stop: str
    name: str
    hollow: str
    in_short: str


class WholeStrip(NamedTuple):
    """The strip of the whole life of a sentence, as a LifeStrip is read."""

    stops: str
    sentence: str = ""
    current: str = "de hele keten"


@require_safe
def why(request, code):
    """All words that an element ever had, what was said and answered about each, and what came of it."""
    wordings = readable_wordings(code)
    first, newest = wordings[0], wordings[-1]
    element, agenda = newest.element, newest.version.agenda
    element.place = newest.place
    is_example, has_ended = int(agenda.is_example), int(newest.ended_number is not None)
    said, written = said_drawn(code)
    decided, by_bodies = decided_drawn(element.pk, code, is_example)
    figures, by_figure = figures_drawn(element.pk, code, has_ended)
    stations = [*written, by_bodies, by_figure]
    return render(
        request,
        "agenda/why.html",
        {
            "element": element,
            "agenda": agenda,
            "crumbs": crumbs(element, newest.version),
            "strip": WholeStrip(mark_safe("\n".join(one.stop for one in stations))),
            "in_short": in_short(stations[1:]),
            "whole": whole_chain() if any(one.hollow for one in stations) else "",
            "first": first,
            "said": said,
            "decided": decided,
            "figures": figures,
        },
    )


def told_of(station):
    """The ToldStation of a Station."""
    return ToldStation(stops_drawn([station]), station.name, station.hollow, station.in_short)


@piece
def said_drawn(code):
    """(The reactions, the answers and the new words; the ToldStations of what was written)."""
    told = said_of(readable_wordings(code))
    newest, points = told.newest, told.points
    said = drawn(
        "agenda/_why_said.html",
        agenda=newest.version.agenda,
        newest=newest,
        consultations=told.consultations,
        sent=[words for one in told.consultations for words in one.sent_in_words],
        count=min(len(points), MOST_POINTS),
        voices=choruses(points[:MOST_POINTS]),
        has_more_points=len(points) > MOST_POINTS,
        answers=told.answers,
        more_answers=further_answers(told.others.total()),
        notas=notas_of(newest.element, told.consultations),
        due=[one for one in told.consultations if one.answer_due],
        rows=told.rows,
        version_count=len(told.wordings),
        unchanged=unchanged(told.wordings),
        has_ended=newest.ended_number is not None,
        successions=successions_of(newest),
    )
    return said, tuple(map(told_of, told.stations()))


@piece
def decided_drawn(key, code, is_example):
    """(What was decided about the element with this key and code; the ToldStation of it)."""
    dossiers = dossiers_on(Element(pk=key))
    of_its_kind = [one for one in dossiers if one.is_example == bool(is_example)]
    return drawn("agenda/parts/decided.html", dossiers=dossiers), told_of(bodies_station(of_its_kind, code))


@piece
def figures_drawn(key, code, has_ended):
    """(The figures of the element with this key and code, none when it ended; the ToldStation of it)."""
    figures = [] if has_ended else figures_in(figures_for(Element(pk=key)))
    return drawn("agenda/parts/measured.html", figures=figures), told_of(figure_station(figures, code))


def crumbs(element, version):
    """(Name, address) of what lies above the page, the page itself last, without an address."""
    way = crumbs_to(element, version)
    return [*way, (element.short_label, element.get_absolute_url()), ("Waarom staat dit hier?", "")]


def unchanged(wordings):
    """What is said when no version edited the words."""
    only = " Er is nog maar één versie van deze tekst." if len(wordings) == 1 else ""
    return f"De woorden zijn niet gewijzigd.{only}"


def further_answers(count):
    """How many answers there are to points that stand elsewhere, as a sentence; "" without any."""
    verb = "hoort" if count == 1 else "horen"
    return f"Bij andere punten {verb} nog {counted(count, 'antwoord,antwoorden')}." if count else ""


def notas_of(element, consultations):
    """A link to all points on `element` in the nota of each of the consultations that has one, as safe HTML."""
    link = '<a href="{}?{}">Bekijk alle punten en antwoorden in de nota van ‘{}’</a>'
    asked = urlencode({"onderdeel": element.code})
    told = [one for one in consultations if one.answered]
    return [format_html(link, reverse("consultation:nota", args=[one.slug]), asked, one.title) for one in told]
