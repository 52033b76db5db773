"""All that lies before the bodies of a griffier, with what can be entered of it, for who signed in as one."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from consultation.access import signed_in
from consultation.deciding.entering import acts
from consultation.deciding.entering.page import stands_now
from consultation.deciding.entering.views import Entering, answer, shown_track, shut
from consultation.deciding.models import Ask, LinkPurpose, Package, Track
from partners.ground.links import unlisted
from partners.models import Body, Capacity, Mandate
from regiozwolle.pages.moments.consultations import consultation_matters
from regiozwolle.pages.moments.dossiers import asked

NOT_YOURS = "Alleen de griffier van dit orgaan kan dit doorgeven."


@require_safe
@signed_in
def my_body(request):
    """Each body of which one is griffier, with all its tracks and the consultations before it."""
    held = Mandate.objects.held().filter(user=request.user, capacity=Capacity.CLERK)
    bodies = list(Body.objects.with_calendar().filter(pk__in=held.values("body")))
    if not bodies:
        raise PermissionDenied("Deze pagina is voor griffiers.")
    tracks = tracks_of(bodies)
    rows = [(body, [row_of(track) for track in tracks if track.body_id == body.pk]) for body in bodies]
    found = [(body, lines, consultation_matters(body, is_clerk=True)) for body, lines in rows]
    return render(request, "partners/my_body.html", {"bodies": found})


def tracks_of(bodies):
    """The tracks of the bodies in dossiers on the site; those without an outcome at the front."""
    asks = Prefetch("dossier__asks", Ask.objects.all())
    found = Track.objects.public().filter(body__in=bodies).as_listed()
    packages = Prefetch("packages", Package.objects.newest().defer("content"), to_attr="made_packages")
    tracks = list(found.select_related("dossier__version__agenda").prefetch_related(asks, packages))
    return sorted(tracks, key=lambda track: (not track.position.is_open, -track.dossier_id))


def row_of(track):
    """A track with what is asked, what stands, and (address, words) of what can be entered."""
    acts_of = [] if track.position.is_decided else [(address_of(track, LinkPurpose.DAY), "Geef de dag door")]
    package = reverse("deciding:package_of_body", args=[track.dossier.slug, track.body_id])
    packages = [(package, "Haal het pakket op")] if track.made_packages else []
    return {
        "track": track,
        "asked": asked(track.body, track.dossier),
        "stands": stands_now(track),
        "acts": [*acts_of, (address_of(track, LinkPurpose.OUTCOME), "Geef de uitkomst door"), *packages],
    }


def address_of(track, purpose):
    """Where the griffier of its body enters one thing of `track`."""
    return reverse("enter", args=[track.pk, purpose.value])


@require_http_methods(["GET", "HEAD", "POST"])
@unlisted
@signed_in
def enter(request, pk, purpose):
    """The same pages as behind a link in a mail, for the griffier who signed in."""
    if purpose not in LinkPurpose.values:
        raise Http404("Deze pagina is er niet.")
    track = shown_track(pk=pk)
    if not Mandate.objects.is_clerk(request.user, track.body):
        raise PermissionDenied(NOT_YOURS)
    if trouble := acts.trouble_of_track(track):
        return shut(request, trouble, track=track)

    def act(entry):
        return acts.enter_as_clerk(track=track, entry=entry, by=request.user, reason=acts.BY_CLERK)

    hint = "U bent ingelogd als griffier. Wat u doorgeeft, telt als bevestigd."
    return answer(request, Entering(track, LinkPurpose(purpose), act=act, hint=hint, sender="u, als griffier"))
