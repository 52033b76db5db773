"""Once a year somebody looks whether those who may do something still should: the desk and the mandates."""

from datetime import timedelta

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from partners.ground import history
from partners.ground.desk.acts import confirm_and_do
from partners.ground.refusal import Refused
from partners.ground.templatetags.dutch import counted, day, moment
from partners.models import Body, Mandate, Role, User
from regiozwolle.identity.models import RightsReview

YEAR = timedelta(days=365)
NEVER = "Nog niemand liep de rechten na in de portal."
AGAIN = "De rechten zijn op {} voor het laatst nagelopen."
WAITS = "De rechten zijn nog niet of langer dan een jaar geleden nagelopen"
TODAY = "De rechten zijn vandaag al nagelopen."


@history.act("rechten nagelopen")
def review_rights(*, by):
    """Keeps that `by` looked through all that people may do. Raises Refused when somebody just did."""
    list(User.objects.filter(pk__in=staff()).order_by("pk").select_for_update())
    if RightsReview.objects.filter(made_at__date=timezone.localdate()).exists():
        raise Refused(TODAY)
    return RightsReview.objects.create(
        made_by=by, staff_count=staff().count(), mandate_count=Mandate.objects.held().count()
    )


def staff():
    """Everyone who gets in at the desk."""
    return User.objects.filter(~Q(role=Role.NONE) | Q(is_superuser=True), is_active=True)


def bodies():
    """The bodies for which people act, with how many mandates that are, and how many of them nobody uses."""
    today = timezone.localdate()
    held = Q(mandates__starts_on__lte=today) & (Q(mandates__ends_on=None) | Q(mandates__ends_on__gte=today))
    never = held & Q(mandates__user__last_login=None)
    long_ago = held & Q(mandates__user__last_login__lt=timezone.now() - YEAR)
    counts = {"held": held, "never": never, "long_ago": long_ago}
    found = Body.objects.annotate(
        **{name: Count("mandates", filter=fits) for name, fits in counts.items()},
        last=Max("mandates__user__last_login", filter=held),
    )
    return found.filter(held__gt=0).select_related("partner").order_by("kind", "name")


def review_waiting(user):
    """What the page on which the day begins says when a year has passed: (words, the page). One query."""
    if not user.has_perm("partners.change_user"):
        return []
    is_done = RightsReview.objects.filter(made_at__gt=timezone.now() - YEAR).exists()
    return [] if is_done else [(WAITS, reverse("review_rights"))]


def last_seen(at):
    return moment(at) if at else "nooit"


def row_of(user):
    """(Address, name, role, when they last signed in) of somebody of the desk."""
    role = ", ".join(filter(None, [user.get_role_display(), "alle rechten" if user.is_superuser else ""]))
    return reverse("admin:partners_user_change", args=[user.pk]), str(user), role, last_seen(user.last_login)


def row_of_body(body):
    """(Address, name, the counts of `bodies`, when anybody last signed in) of a body."""
    address = reverse("admin:partners_body_change", args=[body.pk])
    return address, str(body), body.held, body.never, body.long_ago, last_seen(body.last)


@permission_required("partners.view_user", raise_exception=True)
def review_page(request):
    """All who may do something, with when they last signed in, and a button that says that it is right."""
    may = request.user.has_perm("partners.change_user")
    if request.method == "POST" and not may:
        raise PermissionDenied

    def page():
        last = RightsReview.objects.first()
        people, groups = list(staff().order_by("name", "email")), list(bodies())
        return {
            "title": "Rechten nalopen",
            "back": reverse("admin:index"),
            "back_name": "Begin",
            "lines": [
                AGAIN.format(moment(last.made_at)) if last else NEVER,
                "Kijk of ieder dit nog nodig heeft. Iets wijzigen of beëindigen doet u achter de link. Klopt alles, "
                "zeg dat dan onderaan. Over een jaar vraagt het beheer er weer om.",
            ],
            "piece": "admin/rights.html",
            "people": [row_of(one) for one in people],
            "bodies": [row_of_body(one) for one in groups],
            # Not when each signed in: that changes while one reads.
            "reads": [(one.email, one.get_role_display()) for one in people]
            + [(str(one), counted(one.held, "hoedanigheid,hoedanigheden")) for one in groups],
            "button": "Alles is nagelopen en klopt" if may else "",
        }

    def do():
        review_rights(by=request.user)
        messages.success(request, f"Vastgelegd dat de rechten op {day(timezone.localdate())} zijn nagelopen.")
        return redirect("admin:index")

    return confirm_and_do(request, page=page, do=do, locks=[staff()])


review = admin.site.admin_view(review_page)
