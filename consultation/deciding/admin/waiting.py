"""What the page on which the day begins says of tracks of which nothing is known yet."""

from django.db.models import Count
from django.urls import reverse

from consultation.deciding.models import Dossier
from partners.ground.templatetags.dutch import counted

SILENT = "orgaan liet nog niets weten over,organen lieten nog niets weten over"
# So many dossiers each have a line; the list of dossiers has them all.
MOST = 3


def tracks_waiting(user):
    """Of each dossier on the site how many bodies said nothing: (words, its grid, where all are entered). One query."""
    if not user.has_perm("deciding.change_dossier"):
        return []
    silent = Dossier.objects.public().filter(tracks__steps=None, tracks__decisions=None, tracks__isnull=False)
    found = silent.annotate(silent=Count("tracks", distinct=True)).order_by("-silent", "title")[:MOST]
    return [
        (f"{counted(one.silent, SILENT)} ‘{one}’", reverse("admin:deciding_dossier_grid", args=[one.pk]))
        for one in found
    ]
