"""What is done with a dossier and the ways of the bodies through it."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.mails import COMMITMENTS
from consultation.deciding.models import Commitment, Dossier, EnteredAs, Track
from partners.ground import history, mail
from partners.ground.desk.copying import copied, moved, save_new
from partners.ground.templatetags.dutch import counted
from partners.models import ASSEMBLIES, Body, BodyKind

# So many commitments a mail names; the rest it counts.
NAMED = 50


@history.act("besluitsporen geopend")
def open_tracks(*, dossier, kinds=ASSEMBLIES):
    """Gives every body of the `kinds` without a track in `dossier` one. Returns how many were new.

    An example gets the bodies of the demo's own partners, so that nothing invented is laid on a real body.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    bodies = Body.objects.of_kinds(kinds, is_example=dossier.is_example)
    new = [Track(dossier=dossier, body=body) for body in bodies.exclude(tracks__dossier=dossier)]
    return len(Track.objects.bulk_create(new))


@history.act("dossier overgenomen als concept")
def copy_dossier(*, thing, title, slug, starts_on, source=None):
    """A concept with the components, asks and bodies of `thing`, whose period begins on `starts_on`. Raises Refused.

    Amounts and what bodies did are of `thing` alone. A planned day of a body comes along, moved, when there is a
    `source` that says so.
    """
    by = starts_on - (thing.decide_from or starts_on)
    period = {"decide_from": starts_on, "decide_by": moved(thing.decide_by, by), "period_text": ""}
    made = copied(thing, title=title, slug=slug, source=source, note="", **period)
    save_new(made)
    for component in thing.components.all():
        copied(component, dossier=made, tariff=None, inhabitants_on=None, source=None).save()
    for row in (*thing.asks.all(), *thing.phrases.all()):
        copied(row, dossier=made).save()
    remain = Body.objects.of_kinds(BodyKind.values, is_example=thing.is_example)
    for track in thing.tracks.filter(body__in=remain).prefetch_related("steps"):
        place = Track.objects.create(dossier=made, body_id=track.body_id)
        planned = [step for step in track.steps.all() if source and step.planned_on]
        for step in planned:
            words = {
                "text": "",
                "date_text": "",
                "debate_url": "",
                "debate_from": "",
                "happened_on": None,
                "confirmed_on": None,
            }
            entered = {"entered_as": EnteredAs.OFFICE, "source": source}
            copied(step, track=place, planned_on=moved(step.planned_on, by), **words, **entered).save()
    return made


def remind_of_commitments(*, today=None):
    """Mails the secretariat once about each commitment whose term is near or over on the day `today`, now without.

    Who promised it reads of it in the weekly mail. Returns of how many it reminded.
    """
    today = today or timezone.localdate()
    found = list(Commitment.objects.unreminded(today).values_list("pk", flat=True))
    return remind(commitments=found, today=today) if found else 0


@history.act("aan toezeggingen herinnerd")
def remind(*, commitments, today):
    """Mails the secretariat about those of `commitments` (keys) that are near or over and of which nobody reminded.

    The mark that says so and the mail are one transaction, so two runs at once are one mail. Returns how many it were.
    """
    held = Commitment.objects.filter(pk__in=commitments).order_by("pk").select_for_update(of=["self"])
    keys = [commitment.pk for commitment in held]
    near = Commitment.objects.filter(pk__in=keys).unreminded(today)
    near = list(near.select_related("track__body", "track__dossier", "promised_by"))
    if not near:
        return 0
    Commitment.objects.filter(pk__in=[one.pk for one in near]).update(reminded_at=timezone.now())
    left_out = len(near[NAMED:])
    context = {
        "commitments": near[:NAMED],
        "more": f"En nog {counted(left_out, 'toezegging,toezeggingen')}." if left_out else "",
        "count": counted(len(near), "toezegging wacht,toezeggingen wachten"),
        "path": f"{reverse('admin:deciding_commitment_changelist')}?termijn=nadert",
    }
    mail.queue(COMMITMENTS, to=settings.CONTACT_EMAIL, context=context)
    return len(near)
