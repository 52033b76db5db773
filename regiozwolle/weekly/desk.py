"""The desk for the weekly mail: who got it, what the next one says to whom, and who cannot be mailed."""

from dataclasses import dataclass

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from partners.ground.mail.previews import WITH_A_FRAME, framed
from partners.models import Body
from regiozwolle.models import WeeklyMail, WeeklyReader
from regiozwolle.weekly.edition import edition_of
from regiozwolle.weekly.questions import lying_before
from regiozwolle.weekly.readers import Recipient, bodies_to_tell, recipients_of, unreachable
from regiozwolle.weekly.writing import key_of, preview, told_last

# So many weeks back one can look by a link.
WEEKS = 12


@dataclass(frozen=True)
class ReachedBody:
    """A body, who gets the weekly mail about it, and which of those stopped it."""

    body: Body
    reached: list[str]
    stopped: list[str]

    @property
    def told(self):
        """Who gets it and who stopped it, in words."""
        stopped = [f"{who} (wil geen weekbericht)" for who in self.stopped]
        return ", ".join([*self.reached, *stopped]) or "niemand"


@permission_required("regiozwolle.view_weeklymail", raise_exception=True)
@require_safe
def weekly_mails(request):
    """Who got the mail of a week and who had nothing to hear, and for each body who gets the next."""
    bodies = list(bodies_to_tell())
    recipients = recipients_of(bodies)
    weeks = list(WeeklyMail.objects.order_by("-week_on").values_list("week_on", flat=True).distinct()[:WEEKS])
    week = week_asked(request.GET.get("week", ""), weeks)
    mails = WeeklyMail.objects.filter(week_on=week).select_related("reader__user", "reader__contact_point")
    page = {
        **admin.site.each_context(request),
        "title": "Het weekbericht",
        "weeks": weeks,
        "week": week,
        "mails": mails,
        "reached": reached_bodies(bodies, recipients),
        "unreachable": unreachable(bodies, recipients),
    }
    return TemplateResponse(request, "admin/weekly.html", page)


def week_asked(asked, weeks):
    """The week that is asked for if there is one, else the newest; None when there is none at all."""
    return next((week for week in weeks if f"{week:%Y-%m-%d}" == asked), weeks[0] if weeks else None)


def reached_bodies(bodies, recipients):
    """A ReachedBody for each of `bodies` for which anybody can be mailed; one query."""
    stopped = {key_of(reader) for reader in WeeklyReader.objects.exclude(stopped_at=None)}
    found = {body.pk: ReachedBody(body, [], []) for body in bodies}
    for recipient in recipients:
        for body in recipient.bodies:
            reached = found[body.pk]
            names = reached.stopped if recipient.key in stopped else reached.reached
            names.append(f"{recipient.who}, {recipient.capacity}")
    return [one for one in found.values() if one.reached or one.stopped]


@permission_required("regiozwolle.view_weeklymail", raise_exception=True)
@require_safe
def weekly_preview(request, pk):
    """What the next weekly mail says about one body, of what is so now."""
    edition = next_edition(pk)
    page = {
        **admin.site.each_context(request),
        "title": "Zo zou het weekbericht er nu uitzien",
        "body_pk": pk,
        "edition": edition,
        "mail": preview(edition),
    }
    answer = TemplateResponse(request, "admin/weekly_preview.html", page)
    answer.headers["Content-Security-Policy"] = WITH_A_FRAME
    return answer


@permission_required("regiozwolle.view_weeklymail", raise_exception=True)
@require_safe
@xframe_options_sameorigin
def weekly_in_frame(request, pk):
    """The HTML of the same mail, for the frame on that page."""
    return framed(preview(next_edition(pk)))


def next_edition(pk):
    """The Edition of the first who gets the mail about the body `pk`, or of nobody when none does. Raises Http404."""
    bodies = list(bodies_to_tell())
    body = next((one for one in bodies if one.pk == pk), None)
    if body is None:
        raise Http404
    nobody = Recipient(bodies=(body,), capacity="griffier")
    recipient = next((one for one in recipients_of(bodies) if body in one.bodies), nobody)
    told = told_last().get(recipient.key) if recipient.who else None
    return edition_of(recipient, lying_before(list(recipient.bodies)), told)
