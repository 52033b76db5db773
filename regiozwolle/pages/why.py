"""Why something stands in the agenda: the chain from the first words to the figure, at one address per element.

It stands under the roof, for it links what all apps know: words, points, answers, decisions and figures.
"""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from consultation.nota.chorus import choruses
from partners.ground.templatetags.dutch import counted
from regiozwolle.pages.chain import crumbs_to, successions_of
from regiozwolle.pages.life.gathering import told_about, whole_chain
from regiozwolle.pages.life.strip import LifeStrip
from regiozwolle.pages.life.told import MOST_POINTS, readable_wordings


@require_safe
def why(request, code):
    """All words that an element ever had, what was said and answered about each, and what came of it."""
    told = told_about(readable_wordings(code))
    newest, points, life = told.newest, told.points, told.life()
    return render(
        request,
        "agenda/why.html",
        {
            "element": newest.element,
            "agenda": newest.version.agenda,
            "crumbs": crumbs(newest.element, newest.version),
            "strip": LifeStrip(life, here=0),
            "whole": "" if life.is_whole else whole_chain(),
            "first": told.wordings[0],
            "newest": newest,
            "consultations": told.consultations,
            "sent": [words for one in told.consultations for words in one.sent_in_words],
            "count": min(len(points), MOST_POINTS),
            "voices": choruses(points[:MOST_POINTS]),
            "has_more_points": len(points) > MOST_POINTS,
            "answers": told.answers,
            "more_answers": further_answers(told.others.total()),
            "notas": notas_of(newest.element, told.consultations),
            "due": [one for one in told.consultations if one.answer_due],
            "rows": told.rows,
            "version_count": len(told.wordings),
            "unchanged": unchanged(told.wordings),
            "has_ended": newest.ended_number is not None,
            "successions": successions_of(newest),
            "dossiers": told.dossiers,
            "figures": told.figures,
        },
    )


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
