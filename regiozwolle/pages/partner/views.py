"""The page of one partner: who it is, and its part in what all apps know."""

from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from django.conf import settings
from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.models import Priority, Wording
from partners.ground.publishing import AtAddress, let_in
from partners.ground.state.pieces import piece
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.parts import drawn
from partners.models import Partner, PartnerKind
from regiozwolle.keeping.holes import of_reader
from regiozwolle.pages.partner.bodies import known_of, moments_of, terms_of, unknown_of, with_terms
from regiozwolle.pages.partner.facts import contact_fact, facts_of
from regiozwolle.pages.partner.figures import shown_figures, shown_participations
from regiozwolle.pages.partner.growth import growth_of
from regiozwolle.pages.partner.known import KnownOfPartner
from regiozwolle.pages.partner.places import surroundings
from regiozwolle.pages.partner.projects import projects_of
from regiozwolle.pages.priorities.saying import way_to_say
from regiozwolle.pages.what_it_brings.answers import answers
from regiozwolle.pages.what_it_brings.words import Brought, Gap, ours


@dataclass(frozen=True)
class PageSection:
    """A part of a page below a heading of its own: `template` draws it, `anchor` leads to it from elsewhere."""

    anchor: str
    title: str
    template: str
    hint: str = ""


WHO = PageSection("wie", "Wie is dit?", "partners/_who.html")
RESULTS = PageSection(
    "brengt",
    "Wat brengt het ons?",
    "partners/_results.html",
    "Alleen wat in een bron staat. Cijfers van de hele regio zijn niet opgeteld of verdeeld.",
)
BODIES = PageSection("besluit", "Wie besluit er?", "partners/_bodies.html")
PARTICIPATIONS = PageSection(
    "meedoen",
    "Waaraan doen we mee?",
    "partners/_participations.html",
    "Deelname is een keuze per onderdeel. Wie niet meedoet, betaalt niet mee.",
)
GROWTH = PageSection("groei", "Hoe groeit het hier?", "partners/_growth.html")
PRIORITIES = PageSection("wat-telt", "Wat telt voor ons?", "partners/_priorities.html", "In eigen woorden, per opgave.")
PROJECTS = PageSection("projecten", "Projecten", "partners/_projects.html")
CONTACTS = PageSection("contact", "Contact", "partners/_contacts.html")
SOURCES = PageSection(
    "bronnen",
    "Waar komen de cijfers vandaan?",
    "partners/_sources.html",
    "Zeggen bronnen iets verschillends? Dan staan ze hier naast elkaar.",
)

ANCHOR = attrgetter("anchor")


@require_safe
def partner(request, slug):
    """Who a partner is, who decides there, and its part in the agenda, the figures and the projects."""
    partner = WITH_PROVINCE.shown_to(request, slug)
    own = of_reader(request, ["say"], partial(way_to_say, partner.pk, partner.slug, partner.name))
    return render(request, "partners/partner.html", {"partner": partner, "told": told_of(slug, own["say"])})


@piece
def told_of(slug, say):
    """All that the page of the partner at this address tells, with the way for the reader to `say` what counts."""
    partner, municipalities = among(slug)
    known = KnownOfPartner(partner)
    terms, populations = terms_of(partner), known.populations
    tracks = with_terms(known.tracks, terms)
    participations, paid_per_year = shown_participations(partner, known.participations, populations)
    actions = partner.actions.filter(element__in=Wording.objects.published().values("element"))
    facts = facts_of(partner, populations, tracks, is_government=governs(partner), has_part=has_part(partner))
    # Of these it is told what is not yet known; of the others, and of an invented one, only what is.
    brought = Brought(partner, answers(known)) if governs(partner) else None
    told = {
        **surroundings(partner, municipalities),
        "facts": [fact for fact in facts if fact.paragraphs],
        "brought": brought,
        **shown_figures(known.figures),
        "growth": growth_of(partner, municipalities),
        "contributions": list(filter(attrgetter("contribution"), participations)),
        "paid_per_year": paid_per_year,
        "tracks": tracks,
        "known": known_of(tracks),
        "unknown": unknown_of(tracks),
        "moments": moments_of(tracks),
        "participations": participations,
        "actions": list(actions.select_related("element")),
        "priorities": list(Priority.objects.current().filter(partner=partner).by_partner()),
        "projects": projects_of(partner),
        "contacts": list(map(contact_fact, partner.contacts)),
        "populations": populations,
        "terms": terms,
    }
    sections = sections_of(partner, told)
    return drawn(
        "partners/parts/told.html",
        partner=partner,
        **told,
        gaps=gaps_in(facts, partner, brought),
        sections=sections,
        say=say,
        contact_email=settings.CONTACT_EMAIL,
        has_neighbours=partner.kind == PartnerKind.MUNICIPALITY,
        leads_to_results=partner.kind != PartnerKind.OFFICE and RESULTS.anchor not in map(ANCHOR, sections),
    )


def governs(partner):
    """Whether it is a real municipality or province."""
    return partner.kind in (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE) and not partner.is_example


def has_part(partner):
    """Whether it takes part for itself and really: the office works for all."""
    return partner.kind != PartnerKind.OFFICE and not partner.is_example


def sections_of(partner, told):
    """The PageSections of which there is something in what is `told` of the partner."""
    is_shown = {
        WHO: told["facts"] and not told["map"],
        replace(RESULTS, title=f"Wat brengt het {ours(partner)}?"): governs(partner)
        or any(told[name] for name in ("paid", "received", "noticed")),
        GROWTH: told["growth"],
        BODIES: told["tracks"],
        PARTICIPATIONS: tells_participations(partner, told),
        PRIORITIES: has_part(partner) or told["priorities"],
        PROJECTS: told["projects"],
        CONTACTS: told["contacts"],
        SOURCES: told["populations"] or told["terms"],
    }
    return [section for section, shows in is_shown.items() if shows]


def tells_participations(partner, told):
    """Whether it is told in what the partner takes part: a project alone says that already."""
    known = told["participations"] or told["actions"]
    return known or (has_part(partner) and not governs(partner) and not told["projects"])


def gaps_in(facts, partner, brought):
    """A Gap for each of `facts` that nothing is known of, and those in what it brings."""
    why = f"Geen bron op deze site noemt het voor {partner}."
    unknown = [Gap(fact.term, fact.source or why) for fact in facts if not fact.paragraphs]
    return unknown + (brought.gaps if brought else [])


def itself_and_all(slug):
    return Partner.objects.filter(Q(slug=slug) | Q(pk__in=Partner.objects.municipalities()))


ON_A_MAP = PreparedRows(lambda slug: itself_and_all(slug).select_related("province"))
ITSELF_AND_ALL = PreparedRows(lambda slug: itself_and_all(slug).select_related("province", "source").with_contacts())
WITH_PROVINCE = AtAddress(lambda: Partner.objects.select_related("province"))


def among(slug, everyone=ITSELF_AND_ALL):
    """(The partner at this address, all municipalities that take part and itself if it is one); one query.

    Raises Http404.
    """
    found = everyone.ask(slug)
    partner = next((one for one in found if one.slug == slug), None)
    if partner is None:
        raise Http404("Geen partner met dit adres")
    return partner, [one for one in found if one.kind == PartnerKind.MUNICIPALITY]


def among_all(request, slug):
    """The same with what a drawing tells of them, as far as the visitor may see it."""
    partner, municipalities = among(slug, ON_A_MAP)
    if not partner.is_public_now or partner.awaited:
        let_in(request, partner)
    return partner, municipalities
