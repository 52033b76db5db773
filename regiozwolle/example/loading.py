"""What the demo invents so that one can try reacting: a region of its own, people, and a consultation that is open.

All of it is marked as an example, and none of it says anything about a real body.
"""

from django.utils import timezone

from agenda.models import Version
from partners.ground import history
from regiozwolle.example import (
    agenda,
    calendars,
    decisions,
    figure,
    finished_consultation,
    money,
    open_consultation,
    papers,
    people,
    reports,
)
from regiozwolle.meetings import example as meetings
from regiozwolle.pages.priorities import example as priorities


class NoContent(Exception):
    """There is no agenda yet to consult on."""


@history.act("voorbeelden geladen", only_changes=True)
def load(*, today=None):
    """Makes the example once. When its consultation has closed since, moves it so that it is open again.

    Raises NoContent when the agenda is not loaded, and ContentError when one of the files beside this is wrong.
    What somebody changed in the example stays changed.
    """
    today = today or timezone.localdate()
    version = Version.objects.current()
    if version is None:
        raise NoContent
    people.load()
    first, second, *_ = agenda.load(today=today)
    money.load(first.agenda)
    figure.load(first.agenda, today=today)
    finished_consultation.load(first, second, today=today)
    papers.load()
    reports.load()
    open_consultation.load(version, today=today)
    calendars.load(today=today)
    decisions.link(today=today)
    meetings.load(today=today)
    priorities.load()
