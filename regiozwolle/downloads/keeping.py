"""Which documents are kept, and until when each holds."""

import threading
import time
from contextlib import suppress
from datetime import timedelta

from django.db import Error, connection, transaction
from django.utils import timezone

from partners.ground import files, state
from partners.ground.models import LONGEST_ADDRESS, KeptDocument
from partners.ground.state.prepared_rows import PreparedRows
from regiozwolle.keeping.middleware import known_part
from regiozwolle.keeping.reading import next_moment
from regiozwolle.keeping.words import KEPT_FILES

# Of these an account changes nothing: who signed in gets the same file, and waits for it as long.
SAME_FOR_ALL = {
    "consultation:nota_file",
    "consultation:nota_of_body_file",
    "consultation_archive",
    "dossier_archive",
    "api:snapshot",
}
# What of a document its visitors hear while they wait.
TOLD = ("wanted_at", "name", "step", "steps")
WANTED = PreparedRows(lambda: KeptDocument.objects.exclude(wanted_at=None).order_by().values_list("address", *TOLD))
FOUND = PreparedRows(lambda address: KeptDocument.objects.select_related("file").filter(address=address)[:1])
# What nobody asked for in so long goes, and what is different by now goes sooner: there may be a name in it that is
# erased.
UNASKED, OUTDATED = timedelta(days=7), timedelta(hours=1)


def address_of(request):
    """Under which address the document that `request` asks for is kept; "" when it is not, or not for everyone."""
    match = request.resolver_match
    word = KEPT_FILES.get(match.view_name)
    if word is None or request.method not in ("GET", "HEAD"):
        return ""
    if match.view_name not in SAME_FOR_ALL and request.user.is_authenticated:
        return ""
    query = known_part(request.META.get("QUERY_STRING", ""), word.parameters)
    address = f"{request.path}?{query}" if query else request.path
    return address if len(address) <= LONGEST_ADDRESS and "\0" not in address else ""


def found(address):
    """The KeptDocument of `address`, noted as asked for; None when nobody asked for it before."""
    kept = FOUND.first(address)
    if kept and kept.asked_at < timezone.now() - OUTDATED:
        KeptDocument.objects.filter(pk=kept.pk).update(asked_at=timezone.now())
    return kept


def want(kept, **told):
    """Has the worker make what is `kept`, a KeptDocument that may be new, from now on; and tells this of it."""
    wanted = {"wanted_at": timezone.now(), "step": 0, "trouble": ""} | told
    for field, value in wanted.items():
        setattr(kept, field, value)
    KeptDocument.objects.bulk_create(
        [kept], update_conflicts=True, unique_fields=["address"], update_fields=list(wanted)
    )


class WantedNow:
    """What is told of all documents that are wanted, read at most once in so many seconds for all who wait."""

    def __init__(self, seconds):
        self.seconds, self.read_at, self.told = seconds, float("-inf"), {}
        self.lock = threading.Lock()

    def has(self, told):
        """Whether of the KeptDocument `told` still the same is told; not while nobody knows."""
        with self.lock, suppress(Error):
            if time.monotonic() - self.read_at > self.seconds:
                self.read_at, self.told = time.monotonic(), {}
                self.told = {address: words for address, *words in WANTED.ask()}
        return self.told.get(told.address) == [getattr(told, field) for field in TOLD]


wanted_now = WantedNow(seconds=1)


@transaction.atomic
def keep(address, content, *, name, content_type, digest, since):
    """Keeps a document, its bytes or a file, as it is made now, of the data as they were in the state `since`."""
    stored = files.store(content, name=f"document/{name}", content_type=content_type)
    hold(address, since, file=stored, name=name, digest=digest, trouble="")


def hold(address, since, **values):
    """Lets what is kept at `address`, or why it cannot be made, hold from the state `since` on."""
    with connection.cursor() as cursor:
        until = next_moment(cursor)
    told = {**values, "state": since, "holds_until": until, "wanted_at": None, "step": 0, "steps": 0}
    KeptDocument.objects.update_or_create(address=address, defaults=told)


def clear():
    """Lets go of documents that nobody asks for, and of those that no longer hold; returns how many files went."""
    now = timezone.now()
    KeptDocument.objects.filter(asked_at__lt=now - UNASKED).delete()
    outdated = KeptDocument.objects.filter(asked_at__lt=now - OUTDATED, wanted_at=None)
    outdated.exclude(state=state.read(), holds_until__gt=now).delete()
    return files.clear_unused()
