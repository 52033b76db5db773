"""Who gets the weekly mail of which bodies."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.timezone import localdate

from partners.ground.templatetags.dutch import listed
from partners.models import Body, BodyKind, ContactPoint, Mandate, User


@dataclass(frozen=True)
class Recipient:
    """Who gets one mail about all the `bodies` that they prepare; a user, or for want of one a contact point."""

    bodies: tuple[Body, ...]
    capacity: str
    user: User | None = None
    contact_point: ContactPoint | None = None

    @property
    def who(self):
        """The user or the contact point; None when nobody can be mailed, as a preview may show."""
        return self.user or self.contact_point

    @property
    def address(self):
        return self.who.email if self.who else ""

    @property
    def key(self):
        """By which a WeeklyReader is found: a field and its value."""
        return ("user_id", self.user.pk) if self.user else ("contact_point_id", self.contact_point.pk)

    @property
    def names(self):
        """The bodies in words."""
        return listed(self.bodies)

    @property
    def partners(self):
        """Whose bodies they are, in words, each partner once."""
        return listed(dict.fromkeys(str(body.partner) for body in self.bodies))

    @property
    def yours(self):
        """What the bodies are called to who reads it."""
        return BodyKind(self.bodies[0].kind).yours if len(self.bodies) == 1 else "uw organen"


def bodies_to_tell():
    """Every body on the site of a partner that did not leave, real or of the demo, with its calendar."""
    found = Body.objects.of_kinds(BodyKind, is_example=False) | Body.objects.of_kinds(BodyKind, is_example=True)
    return found.with_calendar().prefetch_related("partner__contact_points", "terms")


def recipients_of(bodies):
    """The Recipients of `bodies`, a list, in one query; a contact point only of what no user prepares.

    An address is of one recipient: where a contact point has that of a user, the user hears of its bodies as well.
    """
    by_key = {body.pk: body for body in bodies}
    theirs, found = defaultdict(dict), {}
    for mandate in Mandate.objects.receiving(by_key).select_related("user").order_by("user", "body", "pk"):
        address = mandate.user.email.lower()
        found.setdefault(address, {"user": mandate.user, "capacity": mandate.get_capacity_display()})
        theirs[address][mandate.body_id] = by_key[mandate.body_id]
    prepared = {key for bodies_of_one in theirs.values() for key in bodies_of_one}
    for body in bodies:
        contact = None if body.pk in prepared else contact_of(body)
        if contact:
            found.setdefault(contact.email.lower(), {"contact_point": contact, "capacity": "contactpunt"})
            theirs[contact.email.lower()][body.pk] = body
    return [Recipient(bodies=tuple(theirs[address].values()), **who) for address, who in found.items()]


def contact_of(body):
    """The first contact point of its partner with an address, or None."""
    lasting = (one for one in body.partner.contact_points.all() if one.until is None or one.until >= localdate())
    return next((one for one in lasting if one.email), None)


def unreachable(bodies, recipients):
    """Those of `bodies` of which nobody can be mailed."""
    reached = {body.pk for recipient in recipients for body in recipient.bodies}
    return [body for body in bodies if body.pk not in reached]
