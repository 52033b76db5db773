"""The page of one partner: who it is, and its part in what all apps know."""

from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from agenda.models import Wording
from consultation.deciding.models import Decision, Dossier, Position, TrackStep
from consultation.deciding.models.position import declines
from consultation.deciding.money import given_in_words
from partners.geography import neighbours, region_map
from partners.ground.publishing import is_public, let_in
from partners.ground.templatetags.dutch import counted_in_words, unbroken
from partners.models import BodyKind, Partner, PartnerKind, Term
from regiozwolle.pages.partner.facts import contact_fact, external_link, facts_of
from results.models import IndicatorNature, Measurement, MoneyRole, Scope
from results.models.values.series import tell_disputes
from results.money.contributions import contributions_of


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
PROJECTS = PageSection("projecten", "Projecten", "partners/_projects.html")
CONTACTS = PageSection("contact", "Contact", "partners/_contacts.html")
SOURCES = PageSection(
    "bronnen",
    "Waar komen de cijfers vandaan?",
    "partners/_sources.html",
    "Zeggen bronnen iets verschillends? Dan staan ze hier naast elkaar.",
)


@require_safe
def partner(request, slug):
    """Who a partner is, who decides there, and its part in the agenda, the figures and the projects."""
    partner, everyone = among_all(request, slug)
    # Of these it is told what is not yet known; of the others, and of an invented one, only what is.
    is_government = partner.kind in (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE) and not partner.is_example
    has_part = partner.kind != PartnerKind.OFFICE and not partner.is_example
    terms = terms_of(partner)
    tracks = tracks_of(partner, terms)
    populations = list(partner.populations.latest_first().select_related("source"))
    figures = shown_figures(partner)
    participations, paid_per_year = shown_participations(partner, populations)
    actions = partner.actions.filter(element__in=Wording.objects.published().values("element"))
    actions = list(actions.select_related("element"))
    projects = projects_of(partner)
    around = surroundings(partner, everyone)
    facts = facts_of(partner, populations, tracks, is_government=is_government, has_part=has_part)
    has_results = any([is_government, figures["paid"], figures["received"], figures["noticed"]])
    has_participations = any([is_government, participations, actions, has_part and not projects])
    ours = f"onze {partner.get_kind_display()}" if is_government else "ons"
    sections = {
        WHO: facts and not around["map"],
        replace(RESULTS, title=f"Wat brengt het {ours}?"): has_results,
        BODIES: tracks,
        PARTICIPATIONS: has_participations,
        PROJECTS: is_government or projects,
        CONTACTS: partner.contacts,
        SOURCES: populations or terms,
    }
    return render(
        request,
        "partners/partner.html",
        {
            "partner": partner,
            **around,
            "facts": facts,
            "sections": [section for section, is_shown in sections.items() if is_shown],
            **figures,
            "contributions": list(filter(attrgetter("contribution"), participations)),
            "paid_per_year": paid_per_year,
            "tracks": tracks,
            "moments": moments_of(tracks),
            "participations": participations,
            "actions": actions,
            "leads_to_results": partner.kind != PartnerKind.OFFICE and not has_results,
            "projects": projects,
            "contacts": list(map(contact_fact, partner.contacts)),
            "populations": populations,
            "terms": terms,
        },
    )


def among_all(request, slug):
    """(the partner at this address, a list of it and all municipalities that take part). Raises Http404; one query."""
    everyone = Partner.objects.filter(Q(slug=slug) | Q(pk__in=Partner.objects.municipalities()))
    everyone = list(everyone.select_related("province", "source").with_contacts())
    partner = next((one for one in everyone if one.slug == slug), None)
    if partner is None:
        raise Http404("Geen partner met dit adres")
    if not partner.is_public_now or partner.awaited:
        let_in(request, partner)
    return partner, everyone


def surroundings(partner, everyone):
    """The locator, the places it points out, and the sentence above it.

    Those are the neighbours of a municipality, and the municipalities of a province; `nearby` has them as pairs of a
    label and safe HTML.
    """
    places = [one for one in everyone if one.kind == PartnerKind.MUNICIPALITY]
    land, water = neighbours(partner, places), neighbours(partner, places, over="water")
    inside = [place for place in places if place.province_id == partner.pk]
    beside = land + water + inside
    nearby = {f"Gemeenten in {partner.name} die meedoen": inside, "Buurgemeenten": land, "Over het water": water}
    return {
        "lead": lead(partner, inside, len(land) + len(water)),
        "nearby": [(label, linked(found)) for label, found in nearby.items() if found],
        "map": region_map(places, here=partner, beside=beside) if beside else None,
    }


def lead(partner, municipalities, neighbour_count):
    """The sentence below the name: its summary, else how many lie in it or beside it; "" when there are none."""
    if partner.summary:
        return unbroken(partner.summary)
    if municipalities:
        verb = "doet" if len(municipalities) == 1 else "doen"
        return f"{counted_in_words(len(municipalities), 'gemeente,gemeenten')} in {partner.name} {verb} mee."
    if neighbour_count:
        return f"{counted_in_words(neighbour_count, 'buurgemeente ligt,buurgemeenten liggen')} ook in de regio."
    return ""


def linked(places):
    """The names of `places` with a link to each, as safe HTML."""
    return format_html_join(", ", '<a href="{}">{}</a>', [(place.get_absolute_url(), place.name) for place in places])


def terms_of(partner):
    """The seats of its bodies in each term, the newest first."""
    terms = Term.objects.filter(body__partner=partner).select_related("body", "source")
    return list(terms.order_by("-first_year", "body__kind"))


def tracks_of(partner, terms):
    """Its bodies with the dossiers before them: a row for each dossier, one row for a body without.

    Each has `dossier_title`, `dossier_slug`, `is_example` and `position`, `decided` and `planned`, lists of
    dictionaries with what was decided and when it is on the agenda, and the newest of `terms` as `term`."""
    on_site = is_public(Dossier, "track__dossier__")
    decisions = Decision.objects.filter(on_site, track=OuterRef("tracks")).in_force()
    steps = TrackStep.objects.filter(on_site, track=OuterRef("tracks"))
    rows = partner.bodies.annotate(
        shown=FilteredRelation("tracks__dossier", condition=is_public(Dossier, "tracks__dossier__")),
        dossier=F("shown__pk"),
        dossier_title=F("shown__title"),
        dossier_slug=F("shown__slug"),
        is_example=F("shown__is_example"),
        decided=ArraySubquery(
            decisions.values(
                json=JSONObject(
                    component="component",
                    position="component__position",
                    name=Coalesce(NullIf("component__name", Value("")), "component__element__name"),
                    outcome="outcome",
                    amount="amount",
                    condition="condition",
                    on="decided_on",
                    words="date_text",
                )  # fmt: skip
            )
        ),
        planned=ArraySubquery(
            steps.ahead().order_by("planned_on").values(json=JSONObject(on="planned_on", words="date_text"))
        ),
        has_step=Exists(steps),
        declined_on=F("tracks__declined_on"),
    )
    newest = {term.body_id: term for term in reversed(terms)}
    rows = without_concepts(rows)
    for row in rows:
        stand(row)
        row.term = newest.get(row.pk)
        row.linked_name = external_link(row.website, row.short_name) if row.website else row.short_name
        row.term_certainty = certainty_of(row.term) if row.term else ""
    return sorted(rows, key=lambda row: (BodyKind.values.index(row.kind), row.name, -(row.dossier or 0)))


def stand(row):
    """Says of a row of `tracks_of` where the body stands in its dossier, and what it decided to pay."""
    row.decided.sort(key=lambda decision: (decision["component"] is not None, decision["position"] or 0))
    outcomes = {decision["component"]: decision["outcome"] for decision in row.decided}
    days = [date.fromisoformat(decision["on"]) for decision in row.decided]
    declined = declines(row.declined_on, days, timezone.localdate())
    row.position = Position.of(outcomes, has_step=row.has_step, declines=declined)
    row.known_position = row.position if row.dossier and row.position != Position.UNKNOWN else None
    row.given = given_in_words((one["outcome"], one["amount"]) for one in row.decided)


def moments_of(rows):
    """Links to the page of what each body can still do, as HTML; a board has none."""
    bodies = {row.pk: row for row in rows if row.kind != BodyKind.BOARD}
    links = ((body.get_moments_url(), f"{body.short_name}: wat kan nog, en tot wanneer?") for body in bodies.values())
    return format_html_join(" ", '<a href="{}">{}</a>', links)


def without_concepts(rows):
    """Of the rows of a body for dossiers that are concepts none, or one without a dossier if it has no other."""
    shown = {row.pk for row in rows if row.dossier}
    return list({(row.pk, row.dossier): row for row in rows if row.dossier or row.pk not in shown}.values())


def certainty_of(term):
    """How sure the seats of a term are, and that nobody knows those of the next once it has ended."""
    certainty = capfirst(term.get_certainty_display())
    return f"{certainty}. Voor {term.years_after}: nog niet bekend" if term.years_after else certainty


def figures_of(partner):
    """The newest value of each figure that is about this partner, and of the region's main results it shares in.

    Only what a source says that the partner pays or gets is `paid` or `received`; all else is about it, `noticed`.
    Each says as `dispute` what other sources say of its day. Two queries.
    """
    newest = (
        Measurement.objects.public(along=["indicator"])
        .counting()
        .filter(
            Q(partner=partner)
            | Q(
                scope=Scope.REGION,
                indicator__nature=IndicatorNature.ACHIEVED,
                indicator__headline_position__isnull=False,
            )
        )
        .select_related("indicator", "source")
        .order_by("indicator__headline_position", "indicator_id", "partner_id", "-reference_on", "pk")
        .distinct("indicator__headline_position", "indicator_id", "partner_id")
    )
    tell_disputes(newest)
    own = [value for value in newest if value.partner_id]
    natures = list(IndicatorNature)
    noticed = sorted(
        (value for value in own if not value.money_role), key=lambda value: natures.index(value.indicator.nature)
    )
    return {
        "paid": [value for value in own if value.money_role == MoneyRole.PAYS],
        "received": [value for value in own if value.money_role == MoneyRole.GETS],
        "noticed": noticed,
        "shared": [value for value in newest if not value.partner_id],
    }


def shown_figures(partner):
    """As `figures_of`; each with what must be said beside it as `about`."""
    figures = figures_of(partner)
    for value in figures["paid"] + figures["received"] + figures["noticed"]:
        value.about = capfirst(unbroken(value.nature_and_day))
    for value in figures["shared"]:
        value.about = f"Hele regio, {unbroken(value.reference_text)}"
    return {**figures, "noticed_and_shared": figures["noticed"] + figures["shared"]}


def participations_of(partner):
    """What it takes part in, in the order of the agenda; nothing of a text that is a draft."""
    parts = partner.participations.filter(element__in=Wording.objects.published().values("element"))
    return parts.select_related("element__agenda", "source").order_by(
        "-element__agenda__first_year", "element__position", "starts_on"
    )


def shown_participations(partner, populations):
    """As `participations_of`, each with what is `paid` for it, and what is told of each year of the newest agenda."""
    found = list(participations_of(partner))
    newest = [one for one in found if one.element.agenda == found[0].element.agenda]
    paid = contributions_of(newest, populations)
    for one in found:
        one.paid = paid.told_of(one, timezone.localdate()) if one in newest else one.contribution
    return found, paid.told_per_year(partner) if paid else []


def projects_of(partner):
    """The projects it has a part in, each with its own roles in it as `roles`, and its `programme_and_period`."""
    found = {}
    parts = partner.project_partners.public(along=["project"])
    for part in parts.select_related("project__programme", "project__source").order_by(
        "project__programme__position", "project__position", "project__name", "role"
    ):
        project = found.setdefault(part.project_id, part.project)
        project.roles = [*getattr(project, "roles", []), part.get_role_display()]
        known = filter(None, [project.programme.name, project.period_text])
        project.programme_and_period = unbroken(", ".join(known))
    return list(found.values())
