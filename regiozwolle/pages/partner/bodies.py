"""Who decides at a partner: its bodies, the dossiers before them, and where each body stands in those."""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, FilteredRelation, OuterRef, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.deciding.models import Decision, Dossier, Position, TrackStep
from consultation.deciding.models.position import declines
from consultation.deciding.money import given_in_words
from partners.ground.publishing import is_public
from partners.models import BodyKind, Term
from regiozwolle.pages.partner.facts import external_link


def terms_of(partner):
    """The seats of its bodies in each term, the newest first."""
    terms = Term.objects.filter(body__partner=partner).select_related("body", "source")
    return list(terms.order_by("-first_year", "body__kind"))


def tracks_of(bodies):
    """`bodies` (a queryset) with the dossiers before them: a row for each dossier, one row for a body without.

    Each has `dossier_title`, `dossier_slug`, `is_example` and `position`, `decided` and `planned`, lists of
    dictionaries with what was decided and when it is on the agenda."""
    on_site = is_public(Dossier, "track__dossier__")
    decisions = Decision.objects.filter(on_site, track=OuterRef("tracks")).in_force()
    steps = TrackStep.objects.filter(on_site, track=OuterRef("tracks"))
    rows = bodies.annotate(
        shown=FilteredRelation("tracks__dossier", condition=is_public(Dossier, "tracks__dossier__")),
        dossier=F("shown__pk"),
        dossier_title=F("shown__title"),
        dossier_slug=F("shown__slug"),
        is_example=F("shown__is_example"),
        newest_version=F("shown__version__number"),
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
                    version="version__number",
                    confirmed="confirmed_on",
                )  # fmt: skip
            )
        ),
        planned=ArraySubquery(
            steps.ahead().order_by("planned_on").values(json=JSONObject(on="planned_on", words="date_text"))
        ),
        has_step=Exists(steps),
        declined_on=F("tracks__declined_on"),
    )
    rows = without_concepts(rows)
    for row in rows:
        stand(row)
        row.linked_name = external_link(row.website, row.short_name) if row.website else row.short_name
    return sorted(rows, key=lambda row: (BodyKind.values.index(row.kind), row.name, -(row.dossier or 0)))


def with_terms(rows, terms):
    """The `rows`, each with the newest of `terms` of its body as `term`, and how sure that is."""
    newest = {term.body_id: term for term in reversed(terms)}
    for row in rows:
        row.term = newest.get(row.pk)
        row.term_certainty = certainty_of(row.term) if row.term else ""
    return rows


def stand(row):
    """Says of a row of `tracks_of` where the body stands in its dossier, and what it decided to pay."""
    row.decided.sort(key=lambda decision: (decision["component"] is not None, decision["position"] or 0))
    outcomes = {decision["component"]: decision["outcome"] for decision in row.decided}
    days = [date.fromisoformat(decision["on"]) for decision in row.decided]
    declined = declines(row.declined_on, days, timezone.localdate())
    row.position = Position.of(outcomes, has_step=row.has_step, declines=declined)
    row.known_position = row.position if row.dossier and row.position != Position.UNKNOWN else None
    row.given = given_in_words((one["outcome"], one["amount"]) for one in row.decided)
    row.remarks = capfirst(", ".join(remarks_on(row)))


def remarks_on(row):
    """What must be said beside where a body stands: of the decision on the whole, or without one of those on parts."""
    whole = [one for one in row.decided if one["component"] is None]
    for one in whole:
        if one["version"] and row.newest_version and one["version"] < row.newest_version:
            yield f"op versie {one['version']}"
    unsure = [one["confirmed"] is None for one in whole or row.decided]
    if any(unsure):
        yield "niet bevestigd" if all(unsure) else "deels niet bevestigd"


def known_of(rows):
    """The rows of which something is known: of the seats, or of a dossier."""
    return [row for row in rows if row.term or row.dossier]


def unknown_of(rows):
    """That nothing is known of the bodies of the other rows, in one sentence as HTML; "" when there are none."""
    names = [(row.linked_name,) for row in rows if not row.term and not row.dossier]
    told = format_html('Leden en besluiten zijn <span class="unknown">{}</span> van: ', "nog niet bekend")
    return format_html("{}{}.", told, format_html_join(", ", "{}", names)) if names else ""


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
