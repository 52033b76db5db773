"""How the tests of rights write and answer, and tell who may."""

from datetime import timedelta

from django.utils import timezone

from consultation.models import Answer, Letter, Verdict

# Who of the cast writes for the council, and who for its party group Stadsbelang.
COUNCIL = {"lid", "fractiegenoot", "andere fractie", "griffier", "ambtenaar"}
GROUP = {"lid", "fractiegenoot"}


def days(number):
    """The day that many days after today."""
    return timezone.localdate() + timedelta(days=number)


def those(cast, may):
    """Who of the `cast` may, as `may` says of a user."""
    return {who for who, user in cast.items() if may(user)}


def drafted(consultation, body, author, sender_kind, **fields):
    """A letter that was not sent."""
    return Letter.objects.create(
        consultation=consultation, body=body, author=author, sender_kind=sender_kind, capacity="raadslid", **fields
    )


def answered(points, at=None, *, verdict=Verdict.NOTED, reviewed=True):
    """An Answer to `points` that is on the site from the moment `at`, or not planned yet."""
    answer = Answer.objects.create(
        verdict=verdict, reason="Daarom.", reviewed_at=timezone.now() if reviewed else None, published_at=at
    )
    answer.points.set(points)
    return answer
