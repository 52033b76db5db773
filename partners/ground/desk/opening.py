"""The opening of a form: what it showed, when, and a key of its own, signed and sent along with the form.

A form carries this itself, so it merges just as well after a night, after a restart, and in a second tab. Who has
what open is a row that is written when the page is asked for and goes when it is saved; it holds nothing that was
typed.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID, uuid4

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import signing
from django.core.exceptions import BadRequest
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.desk.merging import Snapshot
from partners.ground.history.records import Change
from partners.ground.models import OpenForm, SentForm
from partners.ground.posting import OPENED
from partners.ground.templatetags.dutch import clock, moment

SALT = "partners.ground.desk"
NAME = OPENED
# What a form sends that says nothing of what was typed.
TECHNICAL = {"csrfmiddlewaretoken", NAME}
# A form that has been open for longer has been left: the session of those who may enter the desk is shorter.
LEFT = timedelta(hours=12)
# A form is not sent again after this long.
KEPT = timedelta(days=30)
# No key of a row is a longer number.
MOST_DIGITS = 18
SOMEBODY = "iemand anders"
YOURSELF = "u, in een ander venster"
EMPTY = Snapshot({}, {}, {})


@dataclass(frozen=True)
class Opened:
    """One opening of a form `about` something: the name of a model with the key of a row, if there is one."""

    about: str
    snapshot: Snapshot
    key: UUID
    at: datetime

    @classmethod
    def now(cls, about, snapshot=EMPTY, *, key=None):
        return cls(about, snapshot, key or uuid4(), timezone.now())

    @classmethod
    def read(cls, request, about):
        """The opening of the form that was sent, or None when it carries none. Raises BadRequest for a forgery."""
        signed = request.POST.get(NAME)
        if not signed:
            return None
        try:
            held = signing.loads(signed, salt=SALT)
        except signing.BadSignature as error:
            raise BadRequest("Dit formulier klopt niet.") from error
        if held["about"] != about:
            raise BadRequest("Dit formulier hoort bij iets anders.")
        at = datetime.fromtimestamp(held["at"], tz=UTC)
        return cls(about, Snapshot(held["fields"], held["rows"], held["labels"]), UUID(held["key"]), at)

    @property
    def signed(self):
        held = {"about": self.about, "key": self.key.hex, "at": self.at.timestamp(), **self.snapshot.as_dict()}
        return signing.dumps(held, salt=SALT, compress=True)


def digest(request):
    """What tells what was sent in one form from what was sent in any other."""
    sent = sorted((name, texts) for name, texts in request.POST.lists() if name not in TECHNICAL)
    files = sorted((name, file.name, file.size) for name, file in request.FILES.items())
    return sha256(json.dumps([sent, files]).encode()).hexdigest()


def others_at(user, about):
    """Notes that `user` has `about` open now. Returns a sentence for each other person who has. Two queries."""
    subject, _, object_id = about.partition(":")
    OpenForm.objects.bulk_create(
        [OpenForm(user=user, subject=subject, object_id=object_id)],
        update_conflicts=True,
        unique_fields=["user", "subject", "object_id"],
        update_fields=["opened_at"],
    )
    now = timezone.now()
    others = OpenForm.objects.filter(subject=subject, object_id=object_id, opened_at__gt=now - LEFT)
    return [
        f"{other.user} heeft dit open sinds {since(other.opened_at)}."
        for other in others.exclude(user=user).select_related("user").order_by("opened_at")
    ]


def close(user, about):
    """Forgets that `user` had `about` open, for it was saved."""
    subject, _, object_id = about.partition(":")
    OpenForm.objects.filter(user=user, subject=subject, object_id=object_id).delete()


def forget():
    """Deletes what has no use any more: openings that were left, and keys that nobody sends again."""
    OpenForm.objects.filter(opened_at__lt=timezone.now() - LEFT).delete()
    SentForm.objects.filter(sent_at__lt=timezone.now() - KEPT).delete()


def since(at):
    """A moment as people say it: only the hour when it is today."""
    return clock(at) if timezone.localdate(at) == timezone.localdate() else moment(at)


def deletion_of(model, key, *, user):
    """(Who, when) of the deletion of the row of `model` with the text `key`; None when the record knows of none."""
    if not key.isdecimal() or len(key) > MOST_DIGITS:
        return None
    deleted = Change.objects.filter(table_name=model._meta.db_table, row_id=key, after__isnull=True)
    return last_change([(model._meta.label, key)], user=user) if deleted.exists() else None


def deleted_by(who):
    """That `who` (as `last_change` gives it) deleted this, as the beginning of a sentence."""
    return "U hebt dit in een ander venster verwijderd" if who == YOURSELF else f"{capfirst(who)} heeft dit verwijderd"


def last_change(rows, *, user):
    """(Who, when) of the last change of any of `rows`, each (label of its model, key), in words."""
    about = Q()
    for label, key in rows:
        model = apps.get_model(label)
        parts = [relation.related_model._meta.db_table for relation in model._meta.related_objects]
        about |= Q(table_name=model._meta.db_table, row_id=key) | Q(table_name__in=parts, part_of_id=key)
    change = Change.objects.filter(about, act__isnull=False).select_related("act").first()
    if change is None:
        return SOMEBODY, ""
    if change.act.made_by_id == user.pk:
        return YOURSELF, since(change.made_at)
    who = get_user_model()._default_manager.filter(pk=change.act.made_by_id).first()
    return str(who or SOMEBODY), since(change.made_at)
