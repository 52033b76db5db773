"""What each address of the site says of itself: that its page may be kept, or that it is made anew each time.

A page that is kept says the same to everyone without a session, follows from the data and the clock alone, and names
all that it asks of an address: nothing else is passed on to it, so that nobody makes more pages of it than there are.
"""

from typing import NamedTuple

from agenda.forms import AgendaFilter, ComparisonForm
from consultation.deciding.board import CHOICES
from consultation.forms.nota import NotaFilter
from partners.forms import PartnerFilter
from results.forms.figures import FigureFilter, FigureListFilter
from results.forms.money import ContributionFilter
from results.forms.projects import ProjectFilter


class PageWord(NamedTuple):
    """The `parameters` that a page asks of its address, and the `pieces` of it that htmx may ask for."""

    parameters: frozenset
    pieces: frozenset


def kept(*parameters, piece=""):
    return PageWord(frozenset(parameters), frozenset(filter(None, [piece])))


# Of which sentence the page tells the life, where it is about several.
SENTENCE = "zin"

# What is drawn and may be taken along, as results/urls.py names it.
TAKEN_ALONG = ("indicator", "programme_money", "programme_projects", "contributions", "projects")

KEPT = {
    "home": kept("kaart"),
    "about": kept(),
    "words": kept(),
    "english": kept(),
    "contact": kept(),
    "accessibility": kept(),
    "privacy": kept(),
    "open_data": kept(),
    "partners:list": kept(*PartnerFilter.base_fields, piece="partners"),
    "partner": kept(),
    "what_it_brings": kept(),
    "moments": kept(),
    "moments_calendar": kept(),
    "handover": kept("pagina"),
    "agenda:agenda": kept(*AgendaFilter.base_fields, piece="passages"),
    "agenda:version": kept(*AgendaFilter.base_fields, piece="passages"),
    "agenda:print": kept(),
    "agenda:element": kept(),
    "agenda:wording": kept(),
    "agenda:why": kept(),
    "agenda:versions": kept(),
    "agenda:compare": kept(*ComparisonForm.base_fields, piece="comparison"),
    "reports": kept(),
    "report": kept(),
    "rectified": kept("pagina"),
    "results:dashboard": kept(*FigureFilter.base_fields, piece="figures"),
    "results:figures": kept(*FigureListFilter.base_fields, "pagina", piece="figure-list"),
    "results:indicator": kept(SENTENCE),
    **{f"results:{drawn}_{way}": kept() for drawn in TAKEN_ALONG for way in ("drawing", "embedded")},
    "results:corrections": kept("pagina"),
    "results:gaps": kept("pagina"),
    "results:programme": kept(),
    "results:contributions": kept(*ContributionFilter.base_fields, piece="contributions"),
    "results:contributions_to": kept(*ContributionFilter.base_fields, piece="contributions"),
    "results:projects": kept(*ProjectFilter.base_fields, "pagina", piece="projects"),
    "results:project": kept(),
    "results:inhabitants": kept(),
    "consultation:list": kept(),
    "consultation": kept(),
    "consultation:calendar": kept(),
    "consultation:history": kept(),
    "consultation:inviting": kept(),
    "consultation:done": kept(),
    "consultation:nota": kept(*NotaFilter.base_fields, "pagina", piece="nota-points"),
    "consultation:nota_point": kept(SENTENCE),
    "consultation:nota_of_body": kept(*NotaFilter.base_fields, "pagina", piece="nota-points"),
    "deciding:decisions": kept(),
    "deciding:alike": kept(),
    "deciding:paper": kept(),
    "deciding:paper_version": kept(),
    "dossier": kept(*CHOICES, SENTENCE),
    "track": kept(SENTENCE),
}

# Anything can be asked in a search; a file is kept where files are; these three are small, and of the moment or fixed.
ANEW = {
    "search",
    "agenda:print_file",
    "consultation:nota_file",
    "consultation:nota_of_body_file",
    "deciding:paper_file",
    "dossier_file",
    "handover_file",
    "open_data_download",
    "report_file",
    "results:contributions_download",
    "results:indicator_download",
    "results:programme_money",
    "results:projects_download",
    "what_it_brings_sheet",
    "favicon",
    "robots_txt",
    "security_txt",
    "style_guide",
    "demo_mail",
}
