"""The consultations before a body: on each it can react in its own name, until it closes."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from consultation.actions.inviting import invitation_path
from consultation.calendars import closing_entry
from consultation.models import Consultation, Invitation, InvitationState
from partners.ground.templatetags.dutch import day, moment
from partners.models import BodyKind
from partners.planning import Fit, Period, Planning
from regiozwolle.pages.moments.matters import Matter, ask_for_time, remark

REACTING = {
    BodyKind.COUNCIL: "Een reactie namens de raad vaststellen",
    BodyKind.STATES: "Een reactie namens de Staten vaststellen",
    BodyKind.EXECUTIVE: "Een reactie namens het college vaststellen",
    BodyKind.DEPUTIES: "Een reactie namens Gedeputeerde Staten vaststellen",
    BodyKind.BOARD: "Een reactie namens het bestuur vaststellen",
}
ELSEWHERE = "Reageren. Dat gaat niet via deze site"
LATE = "Let op: dat is na het sluiten. Dan telt de reactie niet mee."


def consultation_matters(body, *, is_clerk):
    """A Matter for each consultation on the site that runs or is to come; two queries."""
    return consultation_matters_of([body], is_clerk=is_clerk)[body.pk]


def consultation_matters_of(bodies, *, is_clerk):
    """The same of several bodies that have their calendar, by the key of each; two queries as well."""
    now = timezone.now()
    running = Consultation.objects.public(at=now).filter(closes_at__gt=now).order_by("closes_at")
    found = list(running.annotate(asks_some=Exists(Invitation.objects.filter(consultation=OuterRef("pk")))))
    invitations = Invitation.objects.filter(body__in=bodies, consultation__in=found).with_state(now)
    asked = {(invitation.body_id, invitation.consultation_id): invitation for invitation in invitations}
    return {
        body.pk: [
            consultation_matter(body, one, asked.get((body.pk, one.pk)), is_clerk=is_clerk)
            for one in found
            if one.is_example == body.partner.is_example
        ]
        for body in bodies
    }


def consultation_matter(body, consultation, invitation, *, is_clerk):
    opens = timezone.localdate(consultation.opens_at)
    planning = Planning(body, Period(max(opens, timezone.localdate()), consultation.closes_at))
    state = invitation and InvitationState(invitation.state)
    return Matter(
        key=f"consultatie-{consultation.pk}",
        title=consultation.title,
        address=consultation.get_absolute_url(),
        what=REACTING[body.kind] if consultation.takes_letters else ELSEWHERE,
        aim=f"een reactie op ‘{consultation.title}’",
        planning=planning,
        whole=Planning(body, Period(opens, consultation.closes_at)),
        closes=moment(consultation.last_minute),
        said=said(invitation, planning) if invitation else "",
        act=act(consultation, invitation, planning, is_clerk=is_clerk),
        closing=closing_entry(consultation),
        changed_at=consultation.updated_at,
        is_done=state in (InvitationState.REACTED, InvitationState.DECLINED),
        # Where nobody was invited, it asks everybody.
        is_asked=invitation is not None or not consultation.asks_some,
        planned_on=invitation and invitation.handles_on,
    )


def said(invitation, planning):
    """What the body let know, as sentences; "" when nothing."""
    if invitation.state == InvitationState.REACTED:
        return "Er is een reactie verstuurd."
    if invitation.declined_on:
        return "Ziet af van een reactie."
    if invitation.handles_on is None:
        return ""
    return f"Behandelt dit op {day(invitation.handles_on)}.{remark(planning, invitation.handles_on, LATE)}"


def act(consultation, invitation, planning, *, is_clerk):
    """(Address, words) of what one does now: the griffier of the body says when it handles this, all others read."""
    if planning.fit is Fit.MISSES:
        return ask_for_time()
    if invitation and is_clerk:
        words = f"Geef door: behandeling op {day(planning.first.held_on)}" if planning.first else "Geef door wat u doet"
        return invitation_path(invitation), words
    return consultation.get_absolute_url(), "Bekijk de consultatie"
