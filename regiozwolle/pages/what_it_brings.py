"""What the collaboration brings one partner: what it pays, gets, shares in, said and decided, and what comes next.

The same answers stand on a page and on one sheet of A4 for the council. Nothing of it is added up over partners,
and no partner is compared with another: whose a result is, is said of each in a word.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.views.decorators.http import require_safe

from consultation.deciding.models import Outcome
from consultation.models import Consultation, Letter, Phase, SenderKind
from partners.ground.documents import Column, Document, Paragraph, Table, response
from partners.ground.templatetags.dutch import counted, day, euro, number
from partners.models import Partner, PartnerKind, Source
from regiozwolle.pages.partner import figures_of, participations_of, tracks_of
from results.contributions import Sum, contributions
from results.models import Attribution, Project, ProjectPartner, ProjectResult, ProjectRole, Tariff

# Whose reactions are told one by one; of the others it is told how many there are.
BODY_SENDER_KINDS = (SenderKind.COUNCIL, SenderKind.EXECUTIVE, SenderKind.PARTNER)
# What one sheet of A4 holds: lines of each answer at most, characters of a line at most and on one row of text, and
# rows of text in all, where what stands between two lines counts for half a row.
SHEET_LINES, LINE_LENGTH, ROW_LENGTH, SHEET_ROWS = 5, 165, 63, 46


@dataclass(frozen=True)
class Line:
    """One thing that is known: what, whose it is and why the editors say so, where to read on, where it comes from."""

    text: str
    url: str = ""
    attribution: Attribution | None = None
    detail: str = ""
    source: Source | None = None
    is_example: bool = False
    because: str = ""
    warning: str = ""


@dataclass
class Answer:
    """A question that a council asks, and the lines that answer it; without any, why nothing is known.

    `is_none` says that without lines there is nothing, instead of nothing known.
    """

    slug: str
    question: str
    short: str
    unknown: str
    lines: list = field(default_factory=list)
    hint: str = ""
    is_none: bool = False


@require_safe
def what_it_brings(request, slug):
    """The page of one partner for its council, on screen and on paper."""
    partner = asked(slug)
    return render(
        request,
        "partners/what_it_brings.html",
        {
            "partner": partner,
            "ours": ours(partner),
            "answers": answers(partner),
            "attributions": Attribution,
            "address": settings.SITE_URL + request.path,
        },
    )


@require_safe
def sheet(request, slug, form):
    """The same on one sheet of A4, as a file of the `form` pdf, docx or odt."""
    if form not in ("pdf", "docx", "odt"):
        raise Http404("Dit soort bestand is er niet.")
    partner = asked(slug)
    return response(document(partner, answers(partner)), form, f"wat-brengt-het-{partner.slug}")


def asked(slug):
    """The partner at this address. Raises Http404 when there is none, and for the office, which works for all."""
    return get_object_or_404(Partner.objects.exclude(kind=PartnerKind.OFFICE).select_related("province"), slug=slug)


def ours(partner):
    """What a partner calls itself in the question: 'onze gemeente', 'onze provincie', 'ons'."""
    kinds = (PartnerKind.MUNICIPALITY, PartnerKind.PROVINCE)
    return f"onze {partner.get_kind_display()}" if partner.kind in kinds else "ons"


def answers(partner):
    """All Answers for `partner`, in the order in which a council asks; seven queries."""
    counts = list(partner.populations.latest_first().select_related("source"))
    parts = list(participations_of(partner))
    figures = figures_of(partner)
    tracks = tracks_of(partner, [])
    consultations = list(consultations_for(partner))
    return [
        Answer(
            "meedoen",
            "Waaraan doen we mee?",
            "Doet mee aan",
            f"De deelname van {partner} per onderdeel is niet gevonden in openbare bronnen.",
            [takes_part(part) for part in parts],
        ),
        Answer(
            "betalen",
            "Wat betalen we?",
            "Betaalt",
            f"Een bijdrage van {partner} is niet gevonden in openbare bronnen.",
            [*paid_for(parts, counts), *(figure(value) for value in figures["paid"])],
            "Bijdrage = tarief per inwoner × aantal inwoners.",
        ),
        Answer(
            "krijgen",
            "Wat krijgen we?",
            "Krijgt",
            f"Bedragen voor {partner} alleen zijn niet gevonden in openbare bronnen.",
            [figure(value) for value in figures["received"]],
            "Wat aan ons alleen is toegezegd.",
        ),
        Answer(
            "projecten",
            "Welke projecten raken ons?",
            "Project",
            f"Een rol van {partner} in een project is niet gevonden in openbare bronnen.",
            projects_of(partner),
            "Projecten in ons gebied, of waarin wij een rol hebben.",
        ),
        Answer(
            "cijfers",
            "Welke cijfers gaan over ons gebied?",
            "Cijfer",
            f"Cijfers over {partner} alleen zijn nog niet bekend.",
            [*inhabitants(counts[:1]), *(figure(value) for value in figures["noticed"])],
        ),
        Answer(
            "resultaten",
            "In welke resultaten delen we?",
            "Resultaat",
            "Er zijn nog geen resultaten van de hele regio bekend.",
            # An invented partner has no share in what really happened.
            [figure(value, value.indicator.attribution) for value in figures["shared"] if not partner.is_example],
            f"Van de hele regio. Het deel van {partner} is nog niet bekend.",
        ),
        Answer(
            "gezegd",
            "Wat zeiden onze organen?",
            "Zei",
            "Er is geen openbare reactie van onze organen op deze site.",
            list(chain.from_iterable(said(consultation) for consultation in consultations)),
            is_none=True,
        ),
        Answer(
            "besloten",
            "Wat besloten onze organen?",
            "Besloot",
            f"Besluiten van {partner} zijn nog niet bekend.",
            [decided(track) for track in tracks if track.dossier],
        ),
        Answer(
            "gevraagd",
            "Wat wordt nu van ons gevraagd?",
            "Gevraagd",
            "Er is nu geen consultatie open, en er staat geen besluit gepland.",
            [
                *(asks(consultation) for consultation in consultations if consultation.phase() != Phase.CLOSED),
                *(planned(track, when) for track in tracks for when in track.planned),
            ],
            is_none=True,
        ),
    ]


def takes_part(part):
    role = part.get_role_display() if part.is_role_known else ""
    return Line(part.element.name, part.element.get_absolute_url(), detail=role, source=part.source)


def paid_for(parts, counts):
    """What it contributes to the newest agenda it takes part in, per year, and what it contributes in other words."""
    lines = [
        Line(part.contribution, detail=f"voor {part.element.name}", source=part.source)
        for part in parts
        if part.contribution
    ]
    if not parts:
        return lines
    agenda, slug = parts[0].element.agenda, parts[0].partner.slug
    parts = [part for part in parts if part.element.agenda == agenda]
    tariffs = list(Tariff.objects.filter(element__agenda=agenda).select_related("element"))
    found = contributions(agenda, [], tariffs=tariffs, parts=parts, counts=counts)
    page = reverse("results:contributions_to", args=[agenda.slug])
    sums = [(year, Sum.of(found.narrowed(year=year))) for year in found.years]
    return lines + [
        Line(
            f"{year}: {total.text}",
            f"{page}?jaar={year}&partner={slug}",
            detail=f"{total.known} van de {total.count} bijdragen bekend" if total.lacks else "",
            is_example=agenda.is_example,
        )
        for year, total in sums
        if total.known
    ]


def figure(value, attribution=Attribution.LOCAL):
    """A measurement as a sentence with its date and source."""
    indicator = value.indicator
    return Line(
        capfirst(f"{value.text} {indicator.sentence}"),
        indicator.get_absolute_url(),
        Attribution(attribution),
        value.reference_text,
        value.source,
        # The reason is for the region's figure; what was measured for one partner is local whatever that says.
        because=indicator.attribution_reason if attribution == indicator.attribution else "",
        warning=indicator.warning,
    )


def inhabitants(counts):
    """The newest number of inhabitants, if there is one."""
    return [
        Line(
            f"{number(count.count)} inwoners",
            attribution=Attribution.LOCAL,
            detail=f"{day(count.reference_on)}, {count.get_certainty_display()}",
            source=count.source,
        )
        for count in counts
    ]


def projects_of(partner):
    """The projects on its territory or in which it has a role, each with what it aims for or yielded; one query."""
    results = ProjectResult.objects.filter(project=OuterRef("project")).order_by("position", "pk")
    others = ProjectPartner.objects.filter(project=OuterRef("project"), role=ProjectRole.LOCATION)
    rows = (
        partner.project_partners.select_related("project__programme", "project__source")
        .annotate(
            yields=ArraySubquery(results.values(json=JSONObject(text="text", nature="nature"))),
            places=ArraySubquery(others.values("partner")),
            has_parts=Exists(Project.objects.filter(parent=OuterRef("project"))),
        )
        .order_by("project__programme__position", "project__position", "project__name")
    )
    found = {}
    for row in sorted(rows, key=lambda row: ProjectRole.values.index(row.role)):
        found.setdefault(row.project_id, []).append(row)
    in_order = dict.fromkeys(row.project_id for row in rows)
    return [project_line(partner, found[pk]) for pk in in_order]


def project_line(partner, roles):
    """A project with the roles of the partner in it. What lies whole in one municipality is local to it."""
    project = roles[0].project
    is_local = roles[0].places == [partner.pk] and not roles[0].has_parts
    told = [role.get_role_display() for role in roles]
    if project.is_presumed:
        told.append("niet bevestigd")
    told += [f"{one['nature']}: {one['text']}" for one in roles[0].yields]
    return Line(
        project.name,
        project.get_absolute_url(),
        Attribution.LOCAL if is_local else Attribution.SHARED,
        "; ".join(told),
        project.source,
    )


def consultations_for(partner):
    """All consultations with `said`, the public reactions of the partner's bodies; an example sees only examples."""
    public = Letter.objects.public().filter(consultation=OuterRef("pk"), body__partner=partner)
    public = public.annotate(point_count=Count("points", filter=Q(points__parts=None))).order_by("sent_at")
    fields = {"sender_kind": "sender_kind", "body": "body__name", "number": "number", "points": "point_count"}
    return (
        Consultation.objects.filter(is_example=partner.is_example)
        .newest_first()
        .annotate(said=ArraySubquery(public.values(json=JSONObject(**fields))))
    )


def said(consultation):
    """What the bodies said in it, one by one, and how many others reacted, per kind of sender, never added up."""
    for one in consultation.said:
        if one["sender_kind"] in BODY_SENDER_KINDS:
            yield Line(
                f"{capfirst(one['body'])}: {counted(one['points'], 'punt,punten')}",
                consultation.get_absolute_url(),
                detail=f"{consultation}, reactie {one['number']}",
                is_example=consultation.is_example,
            )
    for sender_kind in SenderKind:
        count = sum(one["sender_kind"] == sender_kind for one in consultation.said)
        if count and sender_kind not in BODY_SENDER_KINDS:
            yield Line(
                f"{counted(count, 'reactie,reacties')} {sender_kind.label}",
                consultation.get_absolute_url(),
                detail=str(consultation),
                is_example=consultation.is_example,
            )


def decided(track):
    """Where a body stands in a dossier, with the outcome on each part as far as that is known."""
    outcomes = [
        (f"{one['name']}: " if one["name"] else "")
        + Outcome(one["outcome"]).label
        + (f" ({one['condition']})" if one["condition"] else "")
        + (f", {euro(one['amount'])}" if one["amount"] is not None else "")
        + f", {one['words'] or day(date.fromisoformat(one['on']))}"
        for one in track.decided
    ]
    return Line(
        f"{track.short_name}: {'; '.join(outcomes) or 'nog niet bekend'}",
        reverse("dossier", args=[track.dossier_slug]),
        detail=track.dossier_title,
        is_example=track.is_example,
    )


def asks(consultation):
    """That a consultation is open, or opens."""
    if consultation.phase() == Phase.RUNNING:
        text = f"Reageren kan tot en met {day(consultation.last_day)}"
    else:
        text = f"Reageren kan vanaf {day(consultation.opens_at)}"
    return Line(text, consultation.get_absolute_url(), detail=str(consultation), is_example=consultation.is_example)


def planned(track, when):
    """That a body decides on a day to come."""
    return Line(
        f"{track.short_name} besluit op {when['words'] or day(date.fromisoformat(when['on']))}",
        reverse("dossier", args=[track.dossier_slug]),
        detail=track.dossier_title,
        is_example=track.is_example,
    )


def document(partner, answers):
    """The sheet for the council: one table, cut to what one A4 holds; where it is cut it says so."""
    for most in range(SHEET_LINES, 0, -1):
        rows = list(sheet_rows(partner, answers, most))
        if sum(0.5 + -(-len(text) // ROW_LENGTH) for short, text, whose in rows) <= SHEET_ROWS:
            break
    return Document(
        title=f"Wat brengt het {ours(partner)}?",
        subtitle=str(partner) if partner.is_example else f"{partner}, in Regio Zwolle",
        dated=timezone.localdate(),
        address=settings.SITE_URL + reverse("what_it_brings", args=[partner.slug]),
        example=partner.is_example,
        blocks=[
            Table(
                "Wat bekend is",
                [Column("Wat", width=1.2), Column("Wat bekend is", width=6), Column("Van wie", width=1.4)],
                rows=rows,
            ),
            Paragraph(" ".join(f"{one.label.capitalize()}: {one.explanation}" for one in Attribution), small=True),
            Paragraph("De bronnen staan op de pagina op de site.", small=True),
        ],
    )


def sheet_rows(partner, answers, most):
    """The rows of the table, at most `most` of each answer: what it is about, what is known, and whose it is."""
    for answer in answers:
        for line in answer.lines[:most]:
            text = f"{line.text.rstrip('.')} ({line.detail})" if line.detail else line.text
            text = f"Voorbeeld: {text}" if line.is_example and not partner.is_example else text
            text = Truncator(text).chars(LINE_LENGTH, truncate="…")
            if line.warning:
                text = f"{text}. Let op: {Truncator(line.warning).chars(LINE_LENGTH, truncate='…')}"
            yield answer.short, text, line.attribution.label if line.attribution else ""
        if not answer.lines:
            yield answer.short, answer.unknown if answer.is_none else "nog niet bekend", ""
        elif len(answer.lines) > most:
            yield answer.short, f"en nog {len(answer.lines) - most}: zie de pagina op de site", ""
