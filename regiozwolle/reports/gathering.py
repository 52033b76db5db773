"""What a progress report holds: all that the portal knows on a day, as the content that is kept of it.

It draws on figures, money and decisions alike, so it is gathered under the roof.
"""

from collections import Counter

from django.db.models import F, Max, Prefetch

from agenda.models import Action, ActionStatus, Element, ElementKind, Participation, ParticipationRole, Version
from consultation.deciding.models import Decision
from partners.ground.documents import plain, reference
from partners.ground.templatetags.dutch import day, euro, listed
from partners.models import Certainty
from regiozwolle.reports.content import ReportContent, column, row, section
from regiozwolle.reports.lives import lives
from results.models import Correction, Funding, Indicator, IndicatorNature, Measurement, Project, Target
from results.money.contributions import contributions_of, participations_in, total_of
from results.status import assessment_of
from results.targets import verdicts_on

NO_JUDGEMENT = "geen oordeel"


def gather(on) -> ReportContent:
    """What the portal knows on the day `on`, as the `content` of a Report. The invented examples are never in it."""
    return {
        "sections": [goals(on), lives(), *figures(on), projects(on), money(on), contributed(on), decisions(on)],
        # Corrections that come after this one are shown above the frozen report.
        "last_correction": Correction.objects.aggregate(last=Max("pk"))["last"] or 0,
    }


def goals(on):
    """Every goal of the agenda with its actions and who takes part."""
    version = Version.objects.current()
    found = Element.objects.in_version(version).filter(kind=ElementKind.GOAL) if version else Element.objects.none()
    parts = list(Participation.objects.public().real().on(on).exclude(role=ParticipationRole.FOLLOWER))
    found = found.prefetch_related(Prefetch("actions", Action.objects.all()))
    columns = [
        column("opgave", "Opgave"),
        column("acties", "Acties", "number"),
        column("voortgang", "Voortgang van de acties"),
        column("partners", "Partners die meedoen", "number"),
    ]
    rows = []
    for goal in found:
        actions = list(goal.actions.all())
        cells = [len(actions) or None, progress(actions), len(taking_part(goal, parts)) or None]
        rows.append(row(goal.code, f"{goal.label}: {goal.name}", goal.get_absolute_url(), cells))
    return section("opgaven", "Opgaven", columns, rows)


def taking_part(goal, parts):
    """The keys of the partners that take part in `goal` or in its line, of the Participations `parts` of a day."""
    in_it = (goal.pk, goal.wording_parent)
    agreed = {part.partner_id for part in parts if part.takes_part and part.element_id in in_it}
    refused = {part.partner_id for part in parts if part.is_refused and part.element_id == goal.pk}
    return agreed - refused


def contributed(on):
    """What is known of each partner that can pay for the agenda: whether it took part on that day, and what it paid."""
    columns = [
        column("partner", "Partner"),
        column("onderdeel", "Onderdeel"),
        column("deelname", "Deelname"),
        column("bijdrage", "Bijdrage"),
        column("bijdrage_in_euro", "Bijdrage in euro", "euro", is_read=False),
    ]
    version = Version.objects.current()
    found = contributions_of(list(participations_in(version.agenda))) if version else None
    rows = []
    for part in found.parts_in_order if found else []:
        year, code, slug = found.year_of(on), part.element.code, part.partner.slug
        amount = total_of(found.narrowed(year=year, element=code, partner=slug))
        cells = [part.element.label, part.standing_on(on), found.told_of(part, on) or None, amount.rounded]
        key = f"{part.partner.slug} {part.element.code} {part.starts_on or ''}".strip()
        rows.append(row(key, part.partner.name, part.partner.get_absolute_url(), cells))
    return section("bijdragen", "Deelname en bijdragen", columns, rows)


def progress(actions):
    """'2 loopt, 1 klaar': how many actions are how far; None without actions."""
    found = Counter(action.status for action in actions)
    return ", ".join(f"{found[status]} {status.label}" for status in ActionStatus if found[status]) or None


def figures(on):
    """Every figure with its newest value on that day, a promise with its target; a section for each nature.

    The natures are never mixed, for what was promised or invested is no result.
    """
    columns = [
        column("cijfer", "Cijfer"),
        column("stand", "Stand"),
        column("peildatum", "Peildatum"),
        column("status", "Status"),
        column("bron", "Bron en opmerking"),
        column("zekerheid", "Zekerheid", is_read=False),
        column("waarde", "Waarde", "number", is_read=False),
        column("eenheid", "Eenheid", is_read=False),
    ]
    found = Indicator.objects.public().real().order_by("headline_position", "name").with_recent_values(on)
    rows = {nature: [] for nature in IndicatorNature}
    for indicator in found:
        shown = indicator.shown
        pk = shown.pk if isinstance(shown, Measurement) else None
        cells = figure_cells(indicator, shown, status_on(indicator, on))
        rows[indicator.nature].append(
            row(indicator.slug, indicator.name, indicator.get_absolute_url(), cells, measurement=pk)
        )
    by_nature = [section(nature.value, f"Cijfers: {nature.label}", columns, rows[nature]) for nature in IndicatorNature]
    return [*by_nature, targets(found, on)]


def targets(indicators, on):
    """Every target of `indicators` with what became of it by that day; one that moves is a row that changes."""
    columns = [
        column("cijfer", "Cijfer"),
        column("streefwaarde", "Streefwaarde"),
        column("uiterlijk", "Uiterlijk"),
        column("oordeel", "Oordeel"),
        column("bron", "Bron"),
        column("waarde", "Waarde", "number", is_read=False),
        column("eenheid", "Eenheid", is_read=False),
    ]
    rows = [
        row(
            f"{indicator.slug} {one.target.pk}",
            indicator.name,
            indicator.get_absolute_url(),
            [
                f"{one.target.text} {indicator.unit_beside}".strip(),
                one.target.due_text or day(one.target.due_on) or None,
                one.word.label,
                plain(reference(one.target.source)),
                one.target.value,
                indicator.unit,
            ],
        )
        for indicator in indicators
        for one in verdicts_on(indicator, today=on).rows
    ]
    return section("streefwaarden", "Streefwaarden", columns, rows)


def status_on(indicator, on):
    """How a figure stood on that day: what the editors set, else what its rule gives, and which targets it missed."""
    assessment = assessment_of(indicator, today=on)
    word = assessment.word.label if assessment.word else NO_JUDGEMENT
    return f"{word}. {assessment.missed}" if assessment.missed else word


def figure_cells(indicator, shown, status):
    """Value in words, day, status and source with what to look out for, then certainty, bare value and unit.

    None for what is unknown.
    """
    if shown is None:
        return [indicator.apart or None, None, status, indicator.warning or None, None, None, indicator.unit]
    words = [shown.text, indicator.unit_beside]
    is_target = isinstance(shown, Target)
    certainty = "" if is_target else shown.get_certainty_display()
    # That no source says how certain it is, is so of most; it stands in the column for programs.
    is_told = certainty and shown.certainty != Certainty.UNKNOWN
    source = f"{plain(reference(shown.source))} ({certainty})" if is_told else plain(reference(shown.source))
    said = "" if is_target else indicator.dispute
    return [
        " ".join(filter(None, words)),
        (f"doel: {shown.due_text}" if shown.due_text else "doel") if is_target else shown.when_and_whose,
        status,
        ". Let op: ".join(filter(None, [source, " ".join(filter(None, [said, indicator.warning]))])),
        certainty,
        shown.value,
        indicator.unit,
    ]


def projects(on):
    """Every project known by name, with where it stood on that day."""
    columns = [
        column("project", "Project"),
        column("programma", "Programma"),
        column("fase", "Fase"),
        column("periode", "Periode"),
        column("trekker", "Trekker"),
    ]
    found = (
        Project.objects.public().filter(parent=None).as_listed().with_stage(on).order_by("programme__position", "name")
    )
    rows = [
        row(
            project.slug,
            project.name,
            project.get_absolute_url(),
            [
                str(project.programme),
                project.stage_label,
                project.period_text or None,
                listed([taking_part.partner.name for taking_part in project.leads]) or None,
            ],
        )
        for project in found
    ]
    return section("projecten", "Projecten", columns, rows)


def money(on):
    """Every amount that counts and was known on that day."""
    columns = [
        column("waarvoor", "Waarvoor"),
        column("van", "Van wie"),
        column("jaar", "Jaar"),
        column("toegezegd", "Toegezegd"),
        column("besteed", "Besteed"),
        column("bron", "Bron"),
        column("toegezegd_in_euro", "Toegezegd in euro", "euro", is_read=False),
        column("besteed_in_euro", "Besteed in euro", "euro", is_read=False),
    ]
    found = (
        Funding.objects.public()
        .real()
        .counting()
        .filter(reference_on__lte=on)
        .select_related("programme", "project", "source")
        .order_by(
            F("programme__position").asc(nulls_last=True), "project__name", "funder", F("year").asc(nulls_first=True)
        )
    )
    rows = []
    for funding in found:
        what = funding.programme or funding.project
        cells = [
            funding.get_funder_display(),
            str(funding.year) if funding.year else "hele looptijd",
            funding.committed_text or None,
            euro(funding.spent) or None,
            plain(reference(funding.source)),
            funding.committed,
            funding.spent,
        ]
        key = f"{what.slug} {funding.funder} {funding.year or ''}".strip()
        rows.append(row(key, what.name, what.get_absolute_url(), cells))
    return section("geld", "Geld", columns, rows)


def decisions(on):
    """What the bodies had decided on that day."""
    columns = [
        column("orgaan", "Orgaan"),
        column("dossier", "Dossier"),
        column("onderdeel", "Onderdeel"),
        column("uitkomst", "Uitkomst"),
        column("datum", "Datum"),
        column("bedrag", "Bedrag", "euro"),
        column("voorwaarde", "Voorwaarde"),
    ]
    found = (
        Decision.objects.public()
        .filter(track__dossier__is_example=False, pk__in=Decision.objects.in_force(on).values("pk"))
        .select_related("track__dossier", "track__body__partner", "component__element")
        .order_by("track__dossier", "track__body__name", "component__position")
    )
    rows = []
    for decision in found:
        dossier = decision.track.dossier
        cells = [
            dossier.title,
            decision.component.label if decision.component else "het geheel",
            decision.get_outcome_display(),
            decision.date_text or day(decision.decided_on),
            decision.amount,
            decision.condition,
        ]
        code = decision.component.code if decision.component else ""
        key = f"{dossier.slug} {decision.track.body_id} {code}".strip()
        rows.append(row(key, str(decision.track.body), dossier.get_absolute_url(), cells))
    return section("besluiten", "Besluiten", columns, rows)
