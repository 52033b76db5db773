"""What is done with a dossier and the ways of the bodies through it."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.mails import COMMITMENTS
from consultation.deciding.models import Commitment, Dossier, Track
from partners.ground import history, mail
from partners.ground.templatetags.dutch import counted
from partners.models import ASSEMBLIES, Body

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
