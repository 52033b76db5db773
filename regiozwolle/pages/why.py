"""Why something stands in the agenda: the chain from the first words to the figure, at one address per element.

It stands under the roof, for it links what all apps know: words, points, answers, decisions and figures.
"""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.nota.chorus import choruses
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
