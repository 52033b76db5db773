"""Something of every desk: what a new portal has, what the demo invents, and the drafts that neither holds."""

from datetime import date

import pytest
from django.utils import timezone
from django.utils.text import slugify

from agenda.actions import draft_next
from agenda.models import Action, Element, ElementKind, Version
from consultation import actions
from consultation.deciding.models import CouncilSource, Dossier, Track
from consultation.models import (
    Answer,
    AnswerTemplate,
    Channel,
    Consultation,
    EnteredLetter,
    Point,
    SenderKind,
    Sharing,
    Verdict,
)
from partners.models import Body, Source, User
from regiozwolle import content
from regiozwolle.example import loading
from regiozwolle.models import Newsletter
from results.models import GoalWeight, Report


@pytest.fixture
def everything(db):
    """The seed and the example, with a draft of what there is published alone."""
    content.load()
    loading.load()
    someone = User.objects.create_superuser("klaas@example.org", name="Klaas")
    # All others are frozen, and then nothing is left to change.
    Report.objects.create(title="Rapport", slug="rapport", starts_on=date(2026, 1, 1), ends_on=date(2026, 6, 30))
    draft_next(version=Version.objects.filter(agenda__is_example=True).latest("number"))
    running = Consultation.objects.filter(closes_at__gt=timezone.now(), is_example=True).first()
    goal = Element.objects.filter(agenda__is_example=True, kind=ElementKind.GOAL).first()
    for title in ("Bouwen", "Praten"):
        Action.objects.create(element=goal, title=title, source=Source.objects.first())
    GoalWeight.objects.create(element=goal, weight=3, reason="Hier gaat de meeste inzet naartoe.")
    promised = Track.objects.filter(dossier__is_example=True).first()
    for text in ("Wij sturen een overzicht.", "Wij komen langs."):
        promised.commitments.create(text=text, made_on=date(2026, 6, 1), source=Source.objects.first())
    # So that for what a council published one can choose among tracks.
    council = CouncilSource.objects.get().body
    for title in ("Eerder besluit", "Later besluit"):
        dossier = Dossier.objects.create(slug=slugify(title), title=title, summary="Een besluit.", is_example=True)
        Track.objects.create(dossier=dossier, body=council)
    running.labels.create(name="Kleine kernen")
    AnswerTemplate.objects.create(name="Gebeurt al", verdict=Verdict.NOTED, reason="Dit gebeurt al.")
    for title in ("Regiodag", "Zomer"):
        Newsletter.objects.create(title=title, text="Tot dan.")
    letter = EnteredLetter.objects.create(
        consultation=running,
        channel=Channel.MAIL,
        received_on=timezone.localdate(),
        body=Body.objects.assemblies(is_example=True).first(),
        sender_kind=SenderKind.COUNCIL,
        sharing=Sharing.PUBLIC,
        letter_text="De hele tekst.",
        entered_by=someone,
    )
    letter.points.create(text="Over het geheel.")
    point = Point.objects.counted().filter(letter__consultation=running).first()
    actions.write_answer(
        answer=Answer(verdict=Verdict.NOTED, reason="Dat doen wij."), points=[point], wordings=[], by=someone
    )
