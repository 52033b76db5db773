"""What each address of the site says of itself: that its page may be kept, or that it is made anew each time.

A page that is kept says the same to everyone without a session, follows from the data and the clock alone, and names
all that it asks of an address: nothing else is passed on to it, so that nobody makes more pages of it than there are.
"""

from collections.abc import Callable
from typing import NamedTuple

from agenda.forms import AgendaFilter, ComparisonForm
from consultation.deciding.board import CHOICES
from consultation.forms.nota import NotaFilter
from consultation.views.questions import AskedFilter
from partners.forms import PartnerFilter
from regiozwolle.keeping.readers import all_but_clerks, all_but_of_that_body, all_members
from results.forms.figures import FigureFilter, FigureListFilter
from results.forms.money import ContributionFilter
from results.forms.projects import ProjectFilter


class PageWord(NamedTuple):
    """The `parameters` that a page asks of its address, and the `pieces` of it that htmx may ask for.

    `of_members` says which of the members get the same, but for its holes (`regiozwolle/keeping/holes.py`); who asks
    for one of `own`, which only members can, gets a page of their own. What `refuses` says so of each other
    parameter, instead of passing it over. What `is_file` is downloaded, and no page.
    """

    parameters: frozenset
    pieces: frozenset
    of_members: Callable
    own: frozenset
    refuses: bool
    is_file: bool = False

    def is_shared_with(self, user, path, given):
        """Whether `user`, who asks this page at `path` with the parameters `given`, gets what many get."""
        return not user.is_authenticated or (self.own.isdisjoint(given) and self.of_members(user, path))


def kept(*parameters, piece="", of_members=all_members, own=(), refuses=False):
    return PageWord(
        frozenset(parameters) - {*own}, frozenset(filter(None, [piece])), of_members, frozenset(own), refuses
    )


def kept_file(*parameters):
    return kept(*parameters)._replace(is_file=True)


# Of which sentence the page tells the life, where it is about several.
SENTENCE = "zin"

# What is drawn and may be taken along, as `to_take` in the addresses names it.
TAKEN_ALONG = (
    "results:indicator",
    "results:programme_money",
    "results:programme_projects",
    "results:contributions",
    "results:projects",
    "results:project_place",
    "results:growth",
    "consultation:verdicts",
    "consultation:verdicts_of_theme",
    "deciding:board",
    "partner_growth",
    "partner_place",
)

KEPT = {
    "home": kept("kaart"),
    "about": kept(),
    "words": kept(),
    "english": kept(),
    "contact": kept(),
    "accessibility": kept(),
    "privacy": kept(),
    "open_data": kept(),
    "open_data_examples": kept(),
    "open_data_catalogue": kept(),
    "api:openapi": kept(refuses=True),
    "api:collection": kept("na", refuses=True),
    "api:item": kept(refuses=True),
    "partners:list": kept(*PartnerFilter.base_fields, piece="partners"),
    "partner": kept(),
    "what_it_brings": kept(),
    "neighbours": kept(),
    "moments": kept(of_members=all_but_clerks),
    "moments_calendar": kept(),
    "handover": kept("pagina"),
    "agenda:agenda": kept(*AgendaFilter.base_fields, piece="passages"),
    "agenda:version": kept(*AgendaFilter.base_fields, piece="passages"),
    "agenda:print": kept(),
    "agenda:element": kept(),
    "agenda:wording": kept(),
    "agenda:why": kept(),
    "agenda:priorities": kept(),
    "agenda:versions": kept(),
    "agenda:compare": kept(*ComparisonForm.base_fields, piece="comparison", own=["mijn"]),
    "reports": kept(),
    "report": kept(),
    "rectified": kept("pagina"),
    "results:dashboard": kept(*FigureFilter.base_fields, piece="figures"),
    "results:figures": kept(*FigureListFilter.base_fields, "pagina", piece="figure-list"),
    "results:indicator": kept(SENTENCE),
    **{f"{drawn}_{way}": kept() for drawn in TAKEN_ALONG for way in ("drawing", "embedded")},
    "results:corrections": kept("pagina"),
    "results:gaps": kept("pagina"),
    "results:programme": kept(),
    "results:contributions": kept(*ContributionFilter.base_fields, piece="contributions"),
    "results:contributions_to": kept(*ContributionFilter.base_fields, piece="contributions"),
    "results:projects": kept(*ProjectFilter.base_fields, "pagina", piece="projects"),
    "results:project": kept(),
    "results:inhabitants": kept(),
    "consultation:list": kept(),
    "promises_kept": kept("pagina"),
    "consultation": kept(),
    "consultation:calendar": kept(),
    "consultation:history": kept(),
    "consultation:asked": kept(*AskedFilter.base_fields, "pagina", piece="asked"),
    "consultation:inviting": kept(),
    "consultation:done": kept(),
    "consultation:nota": kept(*NotaFilter.base_fields, "pagina", piece="nota-points"),
    "consultation:nota_point": kept(SENTENCE),
    "consultation:nota_of_body": kept(
        *NotaFilter.base_fields, "pagina", piece="nota-points", of_members=all_but_of_that_body
    ),
    "feed": kept(),
    "share_picture_of": kept(),
    "deciding:decisions": kept(),
    "deciding:alike": kept(),
    "deciding:paper": kept(),
    "deciding:paper_version": kept(),
    "dossier": kept(*CHOICES, SENTENCE),
    "track": kept(SENTENCE),
    "meetings:meetings": kept("pagina"),
    "meetings:meeting": kept(),
    "meetings:document": kept(),
    "meetings:calendar": kept(),
    "calendars": kept(),
    "everything_calendar": kept(),
}

# The documents for everyone. Once made they are kept in the database (regiozwolle/downloads/), and as pages are, so
# that who downloads them all costs no more than who reads.
KEPT_FILES = {
    "agenda:print_file": kept_file(),
    "consultation:nota_file": kept_file("deel"),
    "consultation_archive": kept_file(),
    "dossier_archive": kept_file(),
    "consultation:nota_of_body_file": kept_file(),
    "dossier_file": kept_file(*CHOICES),
    "handover_file": kept_file(),
    "open_data_download": kept_file(),
    "api:snapshot": kept_file("tot"),
    "report_file": kept_file(),
    "results:contributions_download": kept_file(),
    "results:indicator_download": kept_file(),
    "results:programme_money": kept_file(),
    "results:projects_download": kept_file(*ProjectFilter.base_fields),
    "what_it_brings_sheet": kept_file(),
}

# A code only leads to a page; anything can be asked in a search; whether all works is asked now; a file that somebody
# put is sent from where files are; these three are small, and of the moment or fixed; a map of the site says what the
# search knows, which comes after a change; no page leads to the map of the Woo, and each process draws each picture
# once.
ANEW = {
    "cited",
    "search",
    "search_feed",
    "works",
    "deciding:paper_file",
    "partners:logo",
    "meetings:document_file",
    "favicon",
    "robots_txt",
    "security_txt",
    "api:changes",
    "sitemap_index",
    "sitemap",
    "sitemap_woo",
    "share_picture",
    "style_guide",
    "demo_mail",
}
