"""Why something stands in the agenda: the chain from the first words to the figure, at one address per element.

It stands under the roof, for it links what all apps know: words, points, answers, decisions and figures.
"""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiozwolle.pages.chain import consultations_on, crumbs_to, dossiers_on, figures_for, successions_of
from regiozwolle.pages.decisions.decided import draw_decided
from regiozwolle.pages.life.told import MOST_POINTS, answers_about, edited_rows, points_on, readable_wordings


@require_safe
def why(request, code):
    """All words that an element ever had, what was said and answered about each, and what came of it."""
    wordings = readable_wordings(code)
    newest = wordings[-1]
    element = newest.element
    element.place = newest.place
    has_ended = newest.ended_number is not None
    points = points_on(element, newest=newest)
    answers = answers_about(element)
    consultations = consultations_on(element)
    dossiers = dossiers_on(element)
    draw_decided(element, dossiers)
    return render(
        request,
        "agenda/why.html",
        {
            "element": element,
            "agenda": newest.version.agenda,
            "crumbs": crumbs(element, newest.version),
            "first": wordings[0],
            "newest": newest,
            "consultations": consultations,
            "sent": [words for one in consultations for words in one.sent_in_words],
            "points": points[:MOST_POINTS],
            "has_more_points": len(points) > MOST_POINTS,
            "answers": answers,
            "due": [one for one in consultations if one.answer_due],
            "rows": edited_rows(wordings, answers),
            "version_count": len(wordings),
            "unchanged": unchanged(wordings),
            "has_ended": has_ended,
            "successions": successions_of(newest),
            "dossiers": dossiers,
            "figures": [] if has_ended else [one for nature, figures in figures_for(element) for one in figures],
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
