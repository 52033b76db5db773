"""A concept of every kind, tied to what is on the site in every way, so that a page that forgets to ask shows it.

Each name has the word SECRET in it and each text the word WORD; neither stands anywhere else.
"""

from datetime import date, timedelta

from django.apps import apps
from django.utils import timezone

from agenda.models import Action, Agenda, Element, ElementKind, KeyPoint, Milestone, Participation, Priority, Version
from consultation.deciding.models import Decision, Dossier, Outcome, Track, TrackStep, TrackStepKind
from consultation.models import Consultation
from partners.ground.publishing import Publishable
from partners.models import Body, BodyKind, Partner, PartnerKind, Population, Source
from regiozwolle.meetings.models import Meeting, MeetingKind, OutcomeKind
from results.models import (
    Funder,
    Indicator,
    IndicatorNature,
    Owner,
    Programme,
    Project,
    ProjectRole,
    ProjectStatus,
    Scope,
)

SECRET, WORD = "Zwijg", "rozenvizier"
TEXT = f"Hier staat het {WORD} beschreven."
DAY = date(2024, 1, 1)
# A proxy, such as the nota of a consultation, is public as what it stands for.
KINDS = [model for model in apps.get_models() if issubclass(model, Publishable) and not model._meta.proxy]


def make_ordinary():
    """What is on the site, and will name a concept: an action and a result of a project. Gives both."""
    source = Source.objects.first()
    goal = Element.objects.in_version(Version.objects.current()).filter(kind=ElementKind.GOAL).first()
    action = Action.objects.create(element=goal, title="Een gewone actie", source=source)
    project = Project.objects.order_by("pk").first()
    return action, project.results.create(text="Een gewoon resultaat", nature="bereikt", source=source)


def make_concepts(action, result):
    """One of each kind, as concepts, and parts of what is on the site that name them, such as these two."""
    source = Source.objects.first()
    version = Version.objects.current()
    goal = Element.objects.in_version(version).filter(kind=ElementKind.GOAL).first()
    partner = concept_partner(source, goal)
    concept_consultation(source, version)
    concept_dossier(source, version)
    concept_meeting(source, goal)
    figure = concept_figure(source, goal, partner)
    concept_projects(source, goal)
    action.lead, result.indicator = partner, figure
    action.save()
    result.save()
    KeyPoint.objects.create(kind="resultaat", position=900, text=f"{SECRET}punt. {TEXT}", source=source, **concept())
    KeyPoint.objects.create(kind="waarom", position=901, text=f"{SECRET}reden. {TEXT}", source=source, **concept())
    Milestone.objects.create(
        starts_on=DAY, date_text="2024", title=f"{SECRET}mijlpaal", text=TEXT, is_main=True, source=source, **concept()
    )
    Agenda.objects.create(slug="zwijgagenda", title=f"{SECRET}agenda", first_year=2029, last_year=2033, source=source)


def concept():
    return {"public_from": None}


def concept_partner(source, goal):
    """A municipality that takes part in everything."""
    partner = Partner.objects.create(
        slug="zwijgdorp",
        name=f"{SECRET}dorp",
        kind=PartnerKind.MUNICIPALITY,
        province=Partner.objects.provinces().first(),
        summary=TEXT,
        cbs_code="GM9999",
        source=source,
        **concept(),
    )
    council = Body.objects.create(partner=partner, kind=BodyKind.COUNCIL, name=f"gemeenteraad van {SECRET}dorp")
    for on in set(Population.objects.values_list("reference_on", flat=True)):
        partner.populations.create(reference_on=on, count=9_999, source=source)
    partner.contact_points.create(name=f"{SECRET}loket", role="loket", note=TEXT, source=source)
    Participation.objects.create(partner=partner, element=goal, role="trekker", contribution=TEXT, source=source)
    Priority.objects.create(partner=partner, element=goal, text=TEXT)
    for dossier in Dossier.objects.all():
        decided(dossier, council, source)
    for project in Project.objects.all()[:20]:
        for role in (ProjectRole.LEAD, ProjectRole.LOCATION):
            project.project_partners.create(partner=partner, role=role)
    for indicator in Indicator.objects.all()[:20]:
        indicator.measurements.create(
            partner=partner, scope=Scope.PARTNER, value=77, reference_on=DAY, reference_text=TEXT, source=source
        )
    return partner


def decided(dossier, council, source):
    track = Track.objects.create(dossier=dossier, body=council, note=TEXT)
    TrackStep.objects.create(track=track, kind=TrackStepKind.COMMITTEE, happened_on=DAY, text=TEXT, source=source)
    Decision.objects.create(
        track=track, decided_on=DAY, outcome=Outcome.CONDITION, amount=1_234, condition=TEXT, source=source
    )


def concept_consultation(source, version):
    """One that would be open now."""
    now = timezone.now()
    consultation = Consultation.objects.create(
        slug="zwijgconsultatie",
        title=f"{SECRET}consultatie",
        version=version,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=3),
        summary=TEXT,
        asked_of=TEXT,
        effect=TEXT,
        source=source,
        **concept(),
    )
    consultation.questions.create(position=1, text=f"Wat vindt u van het {WORD}?")
    consultation.steps.create(title=f"{SECRET}stap", starts_on=timezone.localdate(), description=TEXT, source=source)


def concept_dossier(source, version):
    dossier = Dossier.objects.create(
        slug="zwijgdossier", title=f"{SECRET}dossier", summary=TEXT, version=version, source=source, **concept()
    )
    for council in Body.objects.assemblies()[:3]:
        decided(dossier, council, source)


def concept_meeting(source, goal):
    """One to come, and lines of what is on the site about a dossier that is not."""
    meeting = Meeting.objects.create(
        slug="zwijgbijeenkomst",
        title=f"{SECRET}bijeenkomst",
        kind=MeetingKind.OTHER,
        held_on=timezone.localdate() + timedelta(days=2),
        place=TEXT,
        for_whom=TEXT,
        summary=TEXT,
        source=source,
        **concept(),
    )
    secret = Dossier.objects.get(slug="zwijgdossier")
    for each, about in [
        (meeting, {"element": goal}),
        *((one, {"dossier": secret}) for one in Meeting.objects.public()),
    ]:
        each.agenda_items.create(position=9, title=f"{SECRET}onderwerp", text=TEXT, **about)
        each.outcome_lines.create(position=9, kind=OutcomeKind.DECIDED, text=TEXT, **about)


def concept_figure(source, goal, partner):
    """A headline that was measured, also for a partner on the site, and corrected."""
    indicator = Indicator.objects.create(
        slug="zwijgcijfer",
        name=f"{SECRET}cijfer",
        nature=IndicatorNature.ACHIEVED,
        sentence=f"stuks van het {WORD}.",
        unit="stuks",
        message=TEXT,
        definition=TEXT,
        headline_position=0,
        owner=Owner.objects.create(partner=partner, role=f"{SECRET}adviseur"),
        **concept(),
    )
    indicator.elements.add(goal)
    for where in ({"scope": Scope.REGION}, {"scope": Scope.PARTNER, "partner": Partner.objects.municipalities()[0]}):
        measured = indicator.measurements.create(
            value=55, reference_on=DAY, reference_text="begin 2024", source=source, **where
        )
        measured.corrections.create(
            indicator=indicator,
            figure=indicator.name,
            unit="stuks",
            measured_on=DAY,
            measured_when="begin 2024",
            old_value=44,
            new_value=55,
            reason=TEXT,
            source=source,
        )
    indicator.targets.create(value=100, due_on=date(2030, 1, 1), due_text="2030", source=source)
    return indicator


def concept_projects(source, goal):
    """A programme with a project that is on the site itself, and a project in a programme that is on the site."""
    public = Programme.objects.real().whole().first()
    programme = Programme.objects.create(
        slug="zwijgprogramma", name=f"{SECRET}programma", summary=TEXT, source=source, **concept()
    )
    line = Programme.objects.create(
        slug="zwijglijn", name=f"{SECRET}lijn", parent=public, summary=TEXT, source=source, **concept()
    )
    programme.elements.add(goal)
    follower = Project.objects.create(
        slug="zwijgvolger", name=f"{SECRET}volger", programme=programme, status=ProjectStatus.CONFIRMED, source=source
    )
    of_line = Project.objects.create(
        slug="zwijglijnproject", name=f"{SECRET}lijnproject", programme=line, status="bevestigd", source=source
    )
    project = Project.objects.create(
        slug="zwijgproject",
        name=f"{SECRET}project",
        programme=public,
        status=ProjectStatus.CONFIRMED,
        summary=TEXT,
        source=source,
        **concept(),
    )
    part = Project.objects.create(
        slug="zwijgdeel",
        name=f"{SECRET}deel",
        programme=public,
        parent=Project.objects.filter(programme=public, parent=None).exclude(pk=project.pk).first(),
        status=ProjectStatus.CONFIRMED,
        source=source,
        **concept(),
    )
    for each in (follower, of_line, project, part):
        each.elements.add(goal)
        each.project_partners.create(partner=Partner.objects.municipalities()[0], role=ProjectRole.LEAD)
        each.phases.create(kind="uitvoering", starts_on=DAY, text=TEXT, source=source)
        each.fundings.create(**money(source))
    programme.fundings.create(**money(source))
    line.fundings.create(**money(source))


def money(source):
    return {
        "funder": Funder.STATE,
        "committed": 1_234_567,
        "reference_on": DAY,
        "reference_text": "begin 2024",
        "source": source,
        "note": TEXT,
    }
