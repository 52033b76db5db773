"""What is known of one partner, fact by fact, each in a sentence with where it comes from."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.deciding.models import Outcome
from consultation.models import Consultation, Letter, Phase, SenderKind
from partners.ground.templatetags.dutch import cited, counted, day, euro, number, unbroken
from partners.models import BodyKind, Source
from results.models import Attribution, Project, ProjectPartner, ProjectResult, ProjectRole

# Whose reactions stand one by one; of the others only how many there are.
BODY_SENDER_KINDS = (SenderKind.COUNCIL, SenderKind.EXECUTIVE, SenderKind.PARTNER)


@dataclass(frozen=True)
class Fact:
    """One thing that is known: what, whose it is and why the editors say so, where to read on, where it comes from.

    `dispute` is what other sources say of the same day. `short` says it in a few words, for the top of a column; `who`
    names the body that decided. Of what is presumed no source confirms that it is so, and what is not known says that.
    """

    text: str
    url: str = ""
    attribution: Attribution | None = None
    detail: str = ""
    source: Source | None = None
    is_example: bool = False
    because: str = ""
    warning: str = ""
    dispute: str = ""
    short: str = ""
    who: str = ""
    is_known: bool = True
    is_presumed: bool = False

    @cached_property
    def linked_text(self):
        """The text as HTML, with the way to read on if there is one."""
        text = unbroken(self.text)
        return format_html('<a href="{}">{}</a>', self.url, text) if self.url else text

    @cached_property
    def notes(self):
        """What stands small below the text, as HTML: the footnote, what other sources say, and what to look out for."""
        warning = format_html("<strong>Let op:</strong> {}", unbroken(self.warning)) if self.warning else ""
        return [note for note in (self.footnote, unbroken(self.dispute), warning) if note]

    @cached_property
    def remarks(self):
        """The same without the source, where sources stand together at the end, and without the reason."""
        whose = format_html("<strong>{}.</strong>", capfirst(self.attribution.label)) if self.attribution else ""
        detail = f"{unbroken(capfirst(self.detail))}." if self.detail else ""
        about = format_html_join(" ", "{}", [(words,) for words in (whose, detail) if words])
        doubt = format_html('<span class="cell unconfirmed">{}</span>', "Niet bevestigd") if self.is_presumed else ""
        return [note for note in (doubt, about, *self.notes[bool(self.footnote) :]) if note]

    @property
    def footnote(self):
        """Whose it is and why, the detail and the source, as HTML on one line; "" when none of these is known."""
        sentences = [
            format_html("<strong>{}.</strong>", capfirst(self.attribution.label)) if self.attribution else "",
            unbroken(self.because),
            f"{unbroken(capfirst(self.detail))}." if self.detail else "",
            format_html("Bron: {}.", cited(self.source)) if self.source else "",
        ]
        return format_html_join(" ", "{}", [(sentence,) for sentence in sentences if sentence])


def takes_part(part):
    """A Participation: in what, whether, since when and as what."""
    return Fact(part.element.name, part.element.get_absolute_url(), detail=part.standing, source=part.source)


def paid_for(parts, found):
    """What it contributes in the words of the editors, and what is computed for each year of its newest agenda.

    `found` are its Contributions to that agenda, or None.
    """
    lines = [
        Fact(part.contribution, detail=f"voor {part.element.name}", source=part.source)
        for part in parts
        if part.contribution
    ]
    if found is None:
        return lines
    agenda, partner = parts[0].element.agenda, parts[0].partner
    page, now = reverse("results:contributions_to", args=[agenda.slug]), found.year_of(timezone.localdate())
    return lines + [
        Fact(
            f"{year}: {words}",
            f"{page}?jaar={year}&partner={partner.slug}",
            detail=total.known_of_all,
            is_example=agenda.is_example,
            short=f"{words} in {year}" if year == now and total.is_known else "",
        )
        for year, total, words in found.told_per_year(partner)
    ]


def figure_fact(value, attribution=Attribution.LOCAL):
    """A measurement as a sentence with its date and source."""
    indicator = value.indicator
    return Fact(
        capfirst(f"{value.text} {indicator.sentence}"),
        indicator.get_absolute_url(),
        Attribution(attribution),
        value.nature_and_day,
        value.source,
        # The reason is for the region's figure; what was measured for one partner is local whatever that says.
        because=indicator.attribution_reason if attribution == indicator.attribution else "",
        warning=indicator.warning,
        dispute=value.dispute,
        short=value.text,
    )


def inhabitants(counts):
    """The newest number of inhabitants, if there is one."""
    return [
        Fact(
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
    others = ProjectPartner.objects.public(along=["partner"])
    others = others.filter(project=OuterRef("project"), role=ProjectRole.LOCATION)
    rows = (
        partner.project_partners.public(along=["project"])
        .select_related("project__programme", "project__source")
        .annotate(
            yields=ArraySubquery(results.values(json=JSONObject(text="text", nature="nature"))),
            places=ArraySubquery(others.values("partner")),
            has_parts=Exists(Project.objects.public().filter(parent=OuterRef("project"))),
        )
        .order_by("project__programme__position", "project__position", "project__name")
    )
    found = {}
    for row in sorted(rows, key=lambda row: ProjectRole.values.index(row.role)):
        found.setdefault(row.project_id, []).append(row)
    in_order = dict.fromkeys(row.project_id for row in rows)
    return [project_fact(partner, found[pk]) for pk in in_order]


def project_fact(partner, roles):
    """A project with the roles of the partner in it. What lies whole in one municipality is local to it."""
    project = roles[0].project
    is_local = roles[0].places == [partner.pk] and not roles[0].has_parts
    details = [role.get_role_display() for role in roles]
    if project.is_presumed:
        details.append("niet bevestigd")
    details += [f"{result['nature']}: {result['text']}" for result in roles[0].yields]
    return Fact(
        project.name,
        project.get_absolute_url(),
        Attribution.LOCAL if is_local else Attribution.SHARED,
        "; ".join(details),
        project.source,
        is_presumed=project.is_presumed,
    )


def consultations_for(partner):
    """All consultations with `reacted`, the public reactions of the partner's bodies; an example sees only examples."""
    public = Letter.objects.public().filter(consultation=OuterRef("pk"), body__partner=partner)
    public = public.annotate(point_count=Count("points", filter=Q(points__parts=None))).order_by("sent_at")
    fields = {"sender_kind": "sender_kind", "body": "body__name", "number": "number", "points": "point_count"}
    return (
        Consultation.objects.public()
        .filter(is_example=partner.is_example)
        .newest_first()
        .annotate(reacted=ArraySubquery(public.values(json=JSONObject(**fields))))
    )


def reactions(consultation):
    """What the bodies said in it, one by one, and how many others reacted, per kind of sender, never added up."""
    for one in consultation.reacted:
        if one["sender_kind"] in BODY_SENDER_KINDS:
            yield Fact(
                f"{capfirst(one['body'])}: {counted(one['points'], 'punt,punten')}",
                consultation.get_absolute_url(),
                detail=f"{consultation}, reactie {one['number']}",
                is_example=consultation.is_example,
            )
    for sender_kind in SenderKind:
        count = sum(one["sender_kind"] == sender_kind for one in consultation.reacted)
        if count and sender_kind not in BODY_SENDER_KINDS:
            yield Fact(
                f"{counted(count, 'reactie,reacties')} {sender_kind.label}",
                consultation.get_absolute_url(),
                detail=str(consultation),
                is_example=consultation.is_example,
            )


def decision_fact(track):
    """Where a body stands in a dossier, with the outcome on each part as far as that is known."""
    outcomes = [outcome_in_words(decision) for decision in track.decided]
    return Fact(
        f"{track.short_name}: {'; '.join(outcomes) or 'nog niet bekend'}",
        reverse("dossier", args=[track.dossier_slug]),
        detail=track.dossier_title,
        is_example=track.is_example,
        who=track.name if track.kind == BodyKind.BOARD else track.get_kind_display(),
        is_known=bool(outcomes),
    )


def outcome_in_words(decision):
    """'1.2 Wonen: ingestemd met een voorwaarde (mits betaalbaar), € 1.250, 12 juni 2023', of one of `track.decided`."""
    part = f"{decision['name']}: " if decision["name"] else ""
    condition = f" ({decision['condition']})" if decision["condition"] else ""
    amount = f", {euro(decision['amount'])}" if decision["amount"] is not None else ""
    when = decision["words"] or day(date.fromisoformat(decision["on"]))
    return f"{part}{Outcome(decision['outcome']).label}{condition}{amount}, {when}"


def question_fact(consultation):
    """That a consultation is open, or opens."""
    is_running = consultation.phase() == Phase.RUNNING
    when = f"tot en met {day(consultation.last_day)}" if is_running else f"vanaf {day(consultation.opens_at)}"
    return Fact(
        f"Reageren kan {when}",
        consultation.get_absolute_url(),
        detail=str(consultation),
        is_example=consultation.is_example,
        short=f"Reactie {when}",
    )


def planned_fact(track, when):
    """That a body decides on a day to come."""
    on = when["words"] or day(date.fromisoformat(when["on"]))
    return Fact(
        f"{track.short_name} besluit op {on}",
        reverse("dossier", args=[track.dossier_slug]),
        detail=track.dossier_title,
        is_example=track.is_example,
        short=f"Besluit op {on}",
    )
