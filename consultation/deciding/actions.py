"""What is done with a dossier and the ways of the bodies through it."""

from consultation.deciding.models import Dossier, Track
from partners.ground import history
from partners.models import ASSEMBLIES, Body


@history.act("besluitsporen geopend")
def open_tracks(*, dossier, kinds=ASSEMBLIES):
    """Gives every body of the `kinds` without a track in `dossier` one. Returns how many were new.

    An example gets the bodies of the demo's own partners, so that nothing invented is laid on a real body.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    bodies = Body.objects.of_kinds(kinds, is_example=dossier.is_example)
    new = [Track(dossier=dossier, body=body) for body in bodies.exclude(tracks__dossier=dossier)]
    return len(Track.objects.bulk_create(new))
