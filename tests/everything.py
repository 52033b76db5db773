"""Something of every desk: what a new portal has, what the demo invents, and the drafts that neither holds."""

import pytest
from django.utils import timezone

from agenda.actions import draft_next
from agenda.models import Version
from consultation import actions
from consultation.models import Answer, Channel, Consultation, EnteredLetter, Point, SenderKind, Verdict
from partners.models import Body, User
from regiozwolle import content
from regiozwolle.example import loading


@pytest.fixture
def everything(db):
    """The seed and the example, with a draft of what there is published alone."""
    content.load()
    loading.load()
    someone = User.objects.create_superuser("klaas@example.org", name="Klaas")
    draft_next(version=Version.objects.filter(agenda__is_example=True).latest("number"))
    running = Consultation.objects.filter(closes_at__gt=timezone.now(), is_example=True).first()
    EnteredLetter.objects.create(
        consultation=running,
        channel=Channel.MAIL,
        received_on=timezone.localdate(),
        body=Body.objects.assemblies(is_example=True).first(),
        sender_kind=SenderKind.COUNCIL,
        letter_text="De hele tekst.",
        entered_by=someone,
    )
    point = Point.objects.counted().filter(letter__consultation=running).first()
    actions.write_answer(
        answer=Answer(verdict=Verdict.NOTED, reason="Dat doen wij."), points=[point], wordings=[], by=someone
    )
