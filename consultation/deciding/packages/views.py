"""The page on which who prepares the meetings of a body takes its package and confirms that it has it."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from consultation.deciding.closed import ALTERED, closed
from consultation.deciding.mails import LINK_DAYS
from consultation.deciding.models import Delivery, Package
from consultation.deciding.packages import acts
from consultation.deciding.packages.differences import differences
from partners.ground import files
from partners.ground.links import unlisted

DAY = 24 * 60 * 60  # seconds
TAKE, CONFIRM = "ophalen", "bevestigen"
page_with_buttons = require_http_methods(["GET", "HEAD", "POST"])


@unlisted
@page_with_buttons
def by_link(request, token):
    """For whoever has the link from the mail, without an account: the version that was mailed."""
    try:
        pk = signing.loads(token, salt=acts.PACKAGE_SALT, max_age=LINK_DAYS * DAY)
    except signing.SignatureExpired:
        return shut(request, f"Deze link werkte {LINK_DAYS} dagen, en die zijn voorbij.")
    except signing.BadSignature:
        return shut(request, ALTERED, status=HTTPStatus.NOT_FOUND)
    delivery = Delivery.objects.with_package().filter(package__in=Package.objects.public(), pk=pk).first()
    if delivery is None:
        return shut(request, "Dit pakket staat niet meer op de site.")
    if request.method == "POST":
        return pressed(request, button_of(request), delivery)
    return package_page(request, delivery.package, delivery, is_by_link=True)


def shut(request, sentence, *, status=HTTPStatus.GONE):
    """Why there is no package behind the link."""
    return closed(request, sentence, subject="Pakket", question="Hebt u het pakket toch nodig?", status=status)


@never_cache
@login_required
@page_with_buttons
def of_body(request, slug, body):
    """For who prepares the meetings of the body today, with an account: the newest version; for the secretariat too."""
    found = Package.objects.newest().readable_by(request.user).filter(track__dossier__slug=slug, track__body=body)
    package = get_object_or_404(found.select_related("file", "track__dossier", "track__body__partner"))
    if request.method != "POST":
        return package_page(request, package, package.deliveries.filter(user=request.user).first())
    button = button_of(request)
    if Package.objects.filter(pk=package.pk).received_by(request.user).exists():
        return pressed(request, button, acts.receive(package=package, user=request.user))
    return files.attached(request, package.file, package.file_name)


def button_of(request):
    """Which button was pressed. Raises Http404 for one that is not on the page."""
    button = request.POST.get("knop")
    if button not in (TAKE, CONFIRM):
        raise Http404("Deze knop is er niet.")
    return button


def pressed(request, button, delivery):
    """Does what the button says; only that counts as taken or received."""
    if button == CONFIRM:
        acts.confirm(delivery=delivery)
        return redirect(f"{request.path}?bevestigd=1")
    acts.take(delivery=delivery)
    return files.attached(request, delivery.package.file, delivery.package.file_name)


def package_page(request, package, delivery, *, is_by_link=False):
    """What is in the package, what is different from the one that the body had before, and both buttons."""
    delivered = Package.objects.delivered().filter(track=package.track_id)
    earlier = next((one for one in delivered if one.number < package.number), None)
    papers = package.papers.select_related("paper__dossier", "file").order_by("paper__position", "paper")
    context = {
        "package": package,
        "track": package.track,
        "dossier": package.track.dossier,
        "delivery": delivery,
        "papers": papers,
        "earlier": earlier,
        "differences": differences(earlier, package) if earlier else [],
        "is_newest": not Package.objects.made().filter(track=package.track_id, number__gt=package.number).exists(),
        "is_by_link": is_by_link,
        "is_confirmed_now": "bevestigd" in request.GET,
        "days": LINK_DAYS,
        "TAKE": TAKE,
        "CONFIRM": CONFIRM,
    }
    return render(request, "deciding/package.html", context)
