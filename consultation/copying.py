"""An earlier consultation as the template of a new one."""

from django.utils import timezone

from consultation.models import Consultation
from partners.ground import history
from partners.ground.desk.copying import copied, moved, save_new

# What a source says is of the consultation that it is about.
OF_ITS_OWN = {"source": None, "note": ""}


@history.act("consultatie overgenomen als concept")
def copy_consultation(*, thing, title, slug, starts_on):
    """A concept with the questions and steps of `thing`, of which the first day is `starts_on`. Raises Refused."""
    by = starts_on - timezone.localdate(thing.opens_at)
    days = {name: moved(getattr(thing, name), by) for name in ("opens_at", "closes_at", "answered_by")}
    made = copied(thing, title=title, slug=slug, takes_letters=True, **days, **OF_ITS_OWN)
    save_new(made)
    for question in thing.questions.all():
        copied(question, consultation=made).save()
    for step in thing.steps.all():
        days = {name: moved(getattr(step, name), by) for name in ("starts_on", "ends_on", "over_after")}
        copied(step, consultation=made, **days, **OF_ITS_OWN).save()
    return Consultation.objects.get(pk=made.pk)
