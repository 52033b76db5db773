"""What the demo invents so that one can try reacting: a region of its own, people, and a consultation that is open.

All of it is marked as an example, and none of it says anything about a real body.
"""

from django.db import transaction
from django.utils import timezone

from agenda.models import Version
from consultation.models import Consultation
from regiozwolle.example import agenda, figure, finished_consultation, money, open_consultation, people, reports


class NoContent(Exception):
    """There is no agenda yet to consult on."""


@transaction.atomic
def load(*, today=None):
    """Makes the example once. When its consultation has closed since, moves it so that it is open again.

    Raises NoContent when the agenda is not loaded. What somebody changed in the example stays changed.
    """
    today = today or timezone.localdate()
    version = Version.objects.current()
    if version is None:
        raise NoContent
    people.people()
    first, second, *_ = agenda.load(today=today)
    money.load(first.agenda)
    figure.load(first.agenda, today=today)
    finished_consultation.load(first, second, today=today, domain=people.DOMAIN)
    reports.load()
    consultation = Consultation.objects.filter(slug=open_consultation.SLUG, is_example=True).first()
    if consultation is None:
        open_consultation.reactions(open_consultation.open_consultation(version, today=today))
    elif consultation.closes_at <= timezone.now():
        left = today + open_consultation.DAYS_LEFT - consultation.last_day
        open_consultation.move(consultation, by=open_consultation.whole_weeks(left))
