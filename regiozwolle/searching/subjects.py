"""Which pages are read, what kind of thing each is about, and whether that is public.

A page that is in no table here is not found: a test names it.
"""

from dataclasses import dataclass

from django.db.models import TextField
from django.db.models.functions import Cast
from django.urls import reverse

from agenda.models import KeyPoint, Milestone, Version, Wording
from consultation.deciding.models import Dossier
from consultation.models import Consultation, Point
from partners.models import ContactPoint, Partner
from regiozwolle.meetings.models import Meeting
from results.models import Indicator, Programme, Project, Report

# The kinds of things that are found, and what they are called above and beside them.
KINDS = {
    "tekst": "In de agenda",
    "partner": "Partners",
    "cijfer": "Cijfers",
    "programma": "Programma’s",
    "project": "Projecten",
    "geld": "Wat het kost en brengt",
    "rapportage": "Rapportages",
    "consultatie": "Consultaties",
    "reactie": "Reacties en antwoorden",
    "besluit": "Besluiten",
    "bijeenkomst": "Bijeenkomsten",
    "mijlpaal": "Geschiedenis",
    "kernpunt": "Over de regio",
    "contact": "Contact",
    "pagina": "Over deze site",
}


@dataclass(frozen=True)
class PageKind:
    """The pages of one address.

    `kind` is one of KINDS. Of what matches equally well the lowest `place` comes first. They can be read while what
    `public_as` names, by the first part of the address that varies, is public; "" is always. `about` is the name of
    the page about the same thing, "" when that is the page itself.
    """

    kind: str
    place: int
    public_as: str = ""
    about: str = ""

    def subject(self, path, arguments):
        return reverse(self.about, args=arguments[:1]) if self.about else path


PAGES = {
    "agenda:element": PageKind("tekst", 1, "tekst"),
    "agenda:agenda": PageKind("tekst", 2),
    "agenda:versions": PageKind("tekst", 3, "agenda"),
    "agenda:version": PageKind("tekst", 5, "agenda", about="agenda:versions"),
    "agenda:wording": PageKind("tekst", 5, "tekst", about="agenda:element"),
    "agenda:why": PageKind("tekst", 4, "tekst", about="agenda:element"),
    "agenda:priorities": PageKind("tekst", 4, "tekst", about="agenda:element"),
    "agenda:print": PageKind("tekst", 5, about="agenda:agenda"),
    "partner": PageKind("partner", 1, "partner"),
    "partners:list": PageKind("partner", 2),
    "moments": PageKind("partner", 4, "partner", about="partner"),
    "neighbours": PageKind("partner", 5, "partner", about="partner"),
    "what_it_brings": PageKind("geld", 3, "partner"),
    "results:dashboard": PageKind("cijfer", 3),
    "results:figures": PageKind("cijfer", 4),
    "results:indicator": PageKind("cijfer", 1, "cijfer"),
    "results:inhabitants": PageKind("cijfer", 2),
    "results:corrections": PageKind("cijfer", 2),
    "rectified": PageKind("cijfer", 2),
    "results:gaps": PageKind("cijfer", 2),
    "results:programme": PageKind("programma", 1, "programma"),
    "results:project": PageKind("project", 1, "project"),
    "results:projects": PageKind("project", 3),
    "results:contributions": PageKind("geld", 2),
    "results:contributions_to": PageKind("geld", 3, "agenda"),
    "reports": PageKind("rapportage", 2),
    "report": PageKind("rapportage", 4, "rapportage"),
    "consultation:list": PageKind("consultatie", 2),
    "promises_kept": PageKind("consultatie", 4),
    "consultation": PageKind("consultatie", 1, "consultatie"),
    "consultation:inviting": PageKind("consultatie", 2, "consultatie"),
    "consultation:done": PageKind("consultatie", 3, "consultatie"),
    "consultation:nota": PageKind("consultatie", 2, "consultatie"),
    "consultation:history": PageKind("mijlpaal", 2),
    "deciding:decisions": PageKind("besluit", 2),
    "dossier": PageKind("besluit", 1, "besluit"),
    "track": PageKind("besluit", 3, "besluit", about="dossier"),
    "deciding:alike": PageKind("besluit", 4, "besluit", about="dossier"),
    "deciding:paper": PageKind("besluit", 3, "besluit", about="dossier"),
    "meetings:meetings": PageKind("bijeenkomst", 2),
    "meetings:meeting": PageKind("bijeenkomst", 1, "bijeenkomst"),
    "meetings:document": PageKind("bijeenkomst", 3, "bijeenkomst", about="meetings:meeting"),
    "calendars": PageKind("pagina", 2),
    "about": PageKind("kernpunt", 2),
    "words": PageKind("pagina", 2),
    "english": PageKind("pagina", 3),
    "contact": PageKind("contact", 1),
    "home": PageKind("pagina", 3),
    "accessibility": PageKind("pagina", 1),
    "privacy": PageKind("pagina", 1),
    "open_data": PageKind("pagina", 1),
    "open_data_examples": PageKind("pagina", 2),
    "account_login": PageKind("pagina", 3),
    "account_signup": PageKind("pagina", 2),
}
# Things on a page that are found by themselves: their kind, and whether their words count for the page as well. Those
# of a point do not: it may be withdrawn, and then it is found nowhere.
PLACES = {
    "punt": ("reactie", False),
    "mijlpaal": ("mijlpaal", True),
    "kernpunt": ("kernpunt", True),
    "contact": ("contact", True),
}


def public_keys(at=None):
    """By the names that PageKind.public_as and PLACES have: the keys of what everyone may read at the moment `at`."""
    real = Version.objects.published(at).filter(agenda__is_example=False)
    pk = Cast("pk", TextField())
    return {
        "agenda": real.values("agenda__slug"),
        "tekst": Wording.objects.filter(version__in=real).values("element__code"),
        "partner": Partner.objects.public(at=at).real().values("slug"),
        "cijfer": Indicator.objects.public(at=at).real().values("slug"),
        "programma": Programme.objects.public(at=at).real().values("slug"),
        "project": Project.objects.public(at=at).values("slug"),
        "rapportage": Report.objects.published(at).real().values("slug"),
        "consultatie": Consultation.objects.public(at=at).values("slug"),
        "besluit": Dossier.objects.public(at=at).values("slug"),
        "bijeenkomst": Meeting.objects.public(at=at).values("slug"),
        "mijlpaal": Milestone.objects.public(at=at).values_list(pk),
        "kernpunt": KeyPoint.objects.public(at=at).values_list(pk),
        "contact": ContactPoint.objects.public(at=at).values_list(pk),
    }


def public_points(at=None):
    return Point.objects.public(at).values("pk")
