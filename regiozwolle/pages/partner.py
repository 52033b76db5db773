"""The page of one partner: who it is, and its part in what all apps know."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultation.deciding.models import Decision, Position, TrackStep, TrackStepKind
from partners.geography import neighbours, region_map
from partners.models import BodyKind, Partner, PartnerKind, Term
from results.models import IndicatorNature, Measurement, Scope


@require_safe
def partner(request, slug):
    """Who a partner is, who decides there, and its part in the agenda, the figures and the projects."""
    everyone = Partner.objects.filter(Q(slug=slug) | Q(pk__in=Partner.objects.municipalities()))
    everyone = list(everyone.select_related("province", "source").with_contacts())
    partner = next((one for one in everyone if one.slug == slug), None)
    if partner is None:
        raise Http404("Geen partner met dit adres")
    terms = terms_of(partner)
    is_real = not partner.is_example
    populations = list(partner.populations.latest_first().select_related("source"))
    participations = list(participations_of(partner))
    return render(
        request,
        "partners/partner.html",
        {
            "partner": partner,
            # Of these it is told what is not yet known; of the others, and of an invented one, only what is.
            "is_government": partner.kind in (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE) and is_real,
            "has_part": partner.kind != PartnerKind.OFFICE and is_real,
            **surroundings(partner, everyone),
            "population": next(iter(populations), None),
            "populations": populations,
            "terms": terms,
            "tracks": tracks_of(partner, terms),
            **figures_of(partner),
            "participations": participations,
            "contributions": [one for one in participations if one.contribution],
            "actions": list(partner.actions.select_related("element")),
            "projects": projects_of(partner),
        },
    )


def surroundings(partner, everyone):
    """The locator, and what it points out: the neighbours of a municipality, the municipalities of a province."""
    places = [one for one in everyone if one.kind == PartnerKind.MUNICIPALITY]
    land, water = neighbours(partner, places), neighbours(partner, places, over="water")
    inside = [place for place in places if place.province_id == partner.pk]
    beside = land + water + inside
    return {
        "neighbours": land,
        "neighbours_over_water": water,
        "neighbour_count": len(land) + len(water),
        "municipalities": inside,
        "map": region_map(places, here=partner, beside=beside) if beside else None,
    }


def terms_of(partner):
    """The seats of its bodies in each term, the newest first."""
    terms = Term.objects.filter(body__partner=partner).select_related("body", "source")
    return list(terms.order_by("-first_year", "body__kind"))


def tracks_of(partner, terms):
    """Its bodies with the dossiers before them: a row for each dossier, one row for a body without.

    Each has `dossier_title`, `dossier_slug`, `is_example` and `standing`, `decided` and `planned`, lists of
    dictionaries with what was decided and when it is on the agenda, and the newest of `terms` as `term`.
    When the year has come in which that one ends, `next_term` gives the years of the one nobody knows the seats of.
    """
    decisions = Decision.objects.filter(track=OuterRef("tracks"))
    rows = partner.bodies.annotate(
        dossier=F("tracks__dossier"),
        dossier_title=F("tracks__dossier__title"),
        dossier_slug=F("tracks__dossier__slug"),
        is_example=F("tracks__dossier__is_example"),
        decided=ArraySubquery(
            decisions.order_by("element__position").values(
                json=JSONObject(
                    element="element",
                    name="element__name",
                    outcome="outcome",
                    amount="amount",
                    condition="condition",
                    on="decided_on",
                    words="date_text",
                )  # fmt: skip
            )
        ),
        planned=ArraySubquery(
            TrackStep.objects.filter(
                track=OuterRef("tracks"), kind=TrackStepKind.PLANNED, happened_on__gte=timezone.localdate()
            ).values(json=JSONObject(on="happened_on", words="date_text"))
        ),
        has_step=Exists(TrackStep.objects.filter(track=OuterRef("tracks"))),
    )
    newest = {term.body_id: term for term in reversed(terms)}
    for row in rows:
        outcomes = {decision["element"]: decision["outcome"] for decision in row.decided}
        row.standing = Position.of(outcomes, has_step=row.has_step)
        row.term = newest.get(row.pk)
        row.next_term = years_after(row.term) if row.term else None
    return sorted(rows, key=lambda row: (BodyKind.values.index(row.kind), row.name, -(row.dossier or 0)))


def years_after(term):
    """The first and last year of the term after `term` once it has ended or ends this year, else None."""
    if term.last_year > timezone.localdate().year:
        return None
    return term.last_year, 2 * term.last_year - term.first_year


def figures_of(partner):
    """The newest value of each figure that is about this partner, and of the region's main results it shares in.

    What is invested goes in, so of the partner's own figures that is `paid`; what is promised to it is `received`.
    """
    newest = (
        Measurement.objects.filter(
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
    own = [value for value in newest if value.partner_id]
    by_nature = {nature: [value for value in own if value.indicator.nature == nature] for nature in IndicatorNature}
    return {
        "paid": by_nature[IndicatorNature.INVESTED],
        "received": by_nature[IndicatorNature.PROMISED],
        "noticed": by_nature[IndicatorNature.ACHIEVED] + by_nature[IndicatorNature.CONTEXT],
        "shared": [value for value in newest if not value.partner_id],
    }


def participations_of(partner):
    """What it takes part in, in the order of the agenda."""
    return partner.participations.select_related("element__agenda", "source").order_by(
        "-element__agenda__first_year", "element__position", "starts_on"
    )


def projects_of(partner):
    """The projects it has a part in, each with its own roles in it as `roles`."""
    found = {}
    for part in partner.project_partners.select_related("project__programme", "project__source").order_by(
        "project__programme__position", "project__position", "project__name", "role"
    ):
        project = found.setdefault(part.project_id, part.project)
        project.roles = [*getattr(project, "roles", []), part.get_role_display()]
    return list(found.values())
