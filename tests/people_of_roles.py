"""A person for each role that there is, and what some of them can open: a package, a registration for a meeting."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultation.deciding.models import Dossier, Package, Track
from consultation.deciding.packages.acts import MadePackage, hand_over, keep
from partners.models import Body, BodyKind, Capacity, Role, User
from regiozwolle.meetings.models import Meeting

# A reader has an account and nothing else; the executive is of the college of Zwolle.
ROLES = (
    "anonymous",
    "reader",
    "writer",
    "member",
    "other-member",
    "states-member",
    "griffier",
    "other-griffier",
    "executive",
    "editor",
    "administrator",
    "auditor",
)

# Roles by one word in a row: who acts for a body, who is at the desk, and who writes there.
GROUPS = {
    "acting": ("writer", "member", "other-member", "states-member", "griffier", "other-griffier", "executive"),
    "desk": ("editor", "administrator", "auditor"),
    "secretariat": ("editor", "administrator"),
}
# Links that are keys, by whether their pages take a form.
FORGED_AND_SENT = [
    "consultation:no_reminder",
    "results:no_confirmation",
    "partners:welcome",
    "results:confirmation",
    "deciding:package",
    "consultation:table",
    "consultation:check_letter",
    "consultation:invitation",
    "deciding:entry",
    "consultation:signed_reopen",
]
FORGED = ["consultation:scan_to_check", "preview", "consultation:signed_answers"]


@pytest.fixture
def people(join, overijssel, zwolle, other_council, clerk):
    """A person for each of ROLES."""
    college = Body.objects.create(partner=zwolle, kind=BodyKind.EXECUTIVE, name="college van Zwolle")
    states = Body.objects.create(partner=overijssel, kind=BodyKind.STATES, name="Provinciale Staten van Overijssel")
    return {
        "anonymous": None,
        "reader": User.objects.create_user("lezer@example.org"),
        "writer": join("schrijver", party_group="Stadsbelang"),
        "member": join("lid", party_group="Stadsbelang"),
        "other-member": join("ander-lid", party_group="Stadsbelang", body=other_council),
        "states-member": join("statenlid", capacity=Capacity.STATES_MEMBER, body=states),
        "griffier": clerk,
        "other-griffier": join("andere-griffier", capacity=Capacity.CLERK, body=other_council),
        "executive": join("wethouder", capacity=Capacity.EXECUTIVE, body=college),
        "editor": User.objects.create_user("redacteur@example.org", role=Role.EDITOR),
        "administrator": User.objects.create_user("beheerder@example.org", role=Role.ADMINISTRATOR),
        "auditor": User.objects.create_user("auditor@example.org", role=Role.AUDITOR),
    }


def package_for(body):
    """That a package of a dossier for `body` was handed over."""
    now = timezone.now()
    dossier = Dossier.objects.create(slug="agenda", title="De agenda", summary="Besluiten.", public_from=now)
    track = Track.objects.create(dossier=dossier, body=body)
    package = Package.objects.create(track=track, number=1)
    keep(package=package, made=MadePackage(b"zip", [], [], "0" * 64))
    return hand_over(track=track, note="de griffier", at=now + timedelta(seconds=5))


def registered(source):
    """That somebody without an account registered for a meeting to come, and has to confirm it."""
    day, now = timezone.localdate() + timedelta(days=9), timezone.now()
    meeting = Meeting.objects.create(
        slug="regiodag",
        title="Dag",
        kind="regiodag",
        held_on=day,
        register_until=now + timedelta(days=1),
        source=source,
    )
    return meeting.registrations.create(organisation="Bureau", email="a@example.org", state="gevraagd")
