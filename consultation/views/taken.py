"""What was done with all that came in, as a drawing to take along: of all of it, and of one theme."""

from django.http import Http404
from django.urls import reverse

from consultation.nota.bars import bars_alone
from consultation.nota.totals import Totals, themes_with_totals
from consultation.views.nota import consultation_of
from partners.ground.drawings.offered import Offered
from partners.ground.drawings.shapes import Drawn
from partners.ground.templatetags.dutch import moment


def verdicts(request, slug):
    """The verdicts on all points of a consultation."""
    consultation = answered(slug)
    return offered(consultation, Totals.of(consultation))


def verdicts_of_theme(request, slug, pk):
    """The verdicts on the points of one theme."""
    consultation = answered(slug)
    theme = next((one for one in themes_with_totals(consultation) if one.pk == pk), None)
    if theme is None:
        raise Http404("Dit thema is er niet.")
    return offered(consultation, theme.totals, theme)


def answered(slug):
    """The consultation of that name, when an answer of it is on the site."""
    consultation = consultation_of(slug)
    if consultation.dated is None:
        raise Http404("Er zijn nog geen antwoorden.")
    return consultation


def offered(consultation, totals, theme=None):
    """The bars of `totals` to take along, those of a theme with its name."""
    bars = totals.bars
    if not bars:
        raise Http404("Er zijn geen punten.")
    page = reverse("consultation:done", args=[consultation.slug])
    asked = f"Wat is er gedaan met de inbreng{f' over {theme.name}' if theme else ''}?"
    return Offered(
        Drawn(asked, " ".join(bar.described for bar in bars), bars_alone(bars)),
        page=f"{page}#thema-{theme.pk}" if theme else page,
        name=f"antwoorden-{consultation.slug}{f'-{theme.pk}' if theme else ''}",
        sources=[],
        about=f"{consultation.title}, nota van beantwoording, bijgewerkt op {moment(consultation.dated)}. "
        f"{totals.open_sentence}".strip(),
        is_example=consultation.is_example,
        part="consultation/parts/verdicts_alone.html",
        shown={"bars": bars},
    )
