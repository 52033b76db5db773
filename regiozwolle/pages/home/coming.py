"""The days to come: the meetings, and what the consultations and the dossiers on the site have planned."""

from dataclasses import dataclass
from datetime import date

from consultation.deciding.models import Dossier, TrackStep
from consultation.models import Step
from partners.ground.publishing import is_public
from partners.ground.state.prepared_rows import PreparedRows
from partners.ground.templatetags.dutch import counted, unbroken
from regiozwolle.meetings.models import Meeting

MOST = 3


@dataclass(frozen=True)
class ComingDay:
    """A day to come: what happens then, in more words, and where one reads on."""

    on: date
    title: str
    text: str
    url: str
    is_example: bool


def coming():
    """The first ComingDays from today on; what the demo invents only when nothing real is known. Three queries."""
    found = sorted([*meetings_ahead(), *steps_ahead(), *decisions_ahead()], key=lambda moment: moment.on)
    real = [moment for moment in found if not moment.is_example]
    return (real or found)[:MOST]


def steps_of_dossiers():
    """The steps of bodies that lie ahead, of dossiers on the site."""
    steps = TrackStep.objects.filter(is_public(Dossier, "track__dossier__")).ahead()
    return steps.select_related("track__dossier").order_by("planned_on")


MEETINGS = PreparedRows(lambda: Meeting.objects.public().ahead().filter(is_cancelled=False))
STEPS = PreparedRows(lambda: Step.objects.public().ahead())
DECISIONS = PreparedRows(steps_of_dossiers)


def meetings_ahead():
    """The meetings that go on."""
    for meeting in MEETINGS.ask():
        yield ComingDay(meeting.held_on, meeting.title, meeting.place, meeting.get_absolute_url(), meeting.is_example)


def steps_ahead():
    """The steps of consultations that begin today or later, in which one no longer is."""
    for step in STEPS.ask():
        consultation = step.consultation
        yield ComingDay(
            step.starts_on, step.title, step.description, consultation.get_absolute_url(), consultation.is_example
        )


def decisions_ahead():
    """The days on which bodies are to decide on a dossier, the bodies of one day together."""
    by_day = {}
    for step in DECISIONS.ask():
        by_day.setdefault((step.planned_on, step.track.dossier), set()).add(step.track_id)
    for (on, dossier), tracks in by_day.items():
        title = counted(len(tracks), "orgaan besluit,organen besluiten")
        yield ComingDay(on, title, unbroken(dossier.title), dossier.get_absolute_url(), dossier.is_example)
