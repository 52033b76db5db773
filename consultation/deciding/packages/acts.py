"""Asking for packages, keeping what was made, and what becomes of it: sent, handed over, taken, received.

What is in a package draws on the reactions as well, so it is made under the roof; here it is a row that waits for that.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.core import signing
from django.db.models import Exists, Max, OuterRef
from django.urls import reverse
from django.utils import timezone

from consultation.deciding.mails import LINK_DAYS, PACKAGE
from consultation.deciding.models import Delivery, DeliveryWay, Dossier, Package, PaperVersion, Track
from consultation.deciding.packages.differences import differences
from partners.ground import files, history, mail
from partners.ground.refusal import Refused
from partners.models import Body, Mandate

ZIP = "application/zip"
# What the link in the mail is signed with: it leads to one version for one person, and is good for nothing else.
PACKAGE_SALT = "consultation.deciding.package"
CONCEPT = "Dit dossier is nog niet openbaar. Maak het eerst openbaar. Dan kan iedereen de stukken lezen."


@dataclass(frozen=True)
class MadePackage:
    """What was made for one body: the bytes of the file, what it says as (heading, text), its papers, and the hash."""

    archive: bytes
    content: list
    papers: list[PaperVersion]
    digest: str


@history.act("pakketten gevraagd")
def ask(*, dossier):
    """Asks for a new package for each body of `dossier`; the worker makes those in which something changed.

    Returns how many were asked for. Raises Refused for a dossier that is not on the site.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if not dossier.is_public_now:
        raise Refused(CONCEPT)
    return asked(dossier.tracks.all())


@history.act("pakketten gevraagd voor wie er al een had", only_changes=True)
def ask_for_earlier(*, dossier):
    """Asks for a new package for each body that had one, to be mailed with what is different. How many it was.

    Of a dossier that is not on the site any more nothing goes out.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier.pk)
    if not dossier.is_public_now:
        return 0
    had = Package.objects.delivered().filter(track=OuterRef("pk")).order_by()
    return asked(dossier.tracks.filter(Exists(had)), goes_to_earlier=True)


def asked(tracks, *, goes_to_earlier=False):
    """Makes each of `tracks`, of a dossier that is locked, wait for a package; returns how many do so now."""
    waiting = Package.objects.filter(track__in=tracks.values("pk"), file=None)
    waiting.update(trouble="")
    if goes_to_earlier:
        waiting.update(goes_to_earlier=True)
    there = set(waiting.values_list("track", flat=True))
    numbers = tracks.exclude(pk__in=there).annotate(last=Max("packages__number")).values_list("pk", "last")
    new = [Package(track_id=track, number=(last or 0) + 1, goes_to_earlier=goes_to_earlier) for track, last in numbers]
    return len(there) + len(Package.objects.bulk_create(new))


@history.act("pakket vastgelegd")
def keep(*, package, made):
    """Freezes `package` with what was made for it, a MadePackage, and mails it if it goes to who had one before.

    Returns it, or None when nobody asks for it any more, or somebody made it meanwhile.
    """
    package = Package.objects.select_for_update().filter(pk=package.pk, file=None).first()
    if package is None:
        return None
    package.file = files.store(made.archive, name=f"pakketten/{package.track_id}", content_type=ZIP)
    package.digest, package.content, package.made_at = made.digest, made.content, timezone.now()
    package.trouble = ""
    package.save()
    package.papers.set(made.papers)
    if package.goes_to_earlier:
        send(packages=[package.pk])
    return package


def before(package, *, digest):
    """Whether the last package that was made for the same body has this `digest`: then nothing changed."""
    last = Package.objects.made().filter(track=package.track_id).order_by("-number").first()
    return last is not None and last.digest == digest


@history.act("pakket was nog gelijk", only_changes=True)
def drop(*, package):
    """Takes away the wish for a `package` in which nothing would be different; its number is free again."""
    Package.objects.filter(pk=package.pk, file=None).delete()


@history.act("pakket niet gemaakt")
def give_up(*, package, trouble):
    """Says why `package` cannot be made; it is tried again when it is asked for again."""
    Package.objects.filter(pk=package.pk, file=None).update(trouble=trouble[:200])


@history.act("pakketten verstuurd")
def send(*, packages):
    """Mails a link to each of `packages`, keys of what was made, to who prepares the meetings of its body.

    Who got that version is passed over, unless that mail was lost. Who had an earlier version reads what is different.
    Returns how many mails it were.
    """
    found = Package.objects.select_for_update(of=["self"]).filter(pk__in=packages).made().order_by("pk")
    found = list(found.select_related("track__dossier", "track__body__partner", "file"))
    there = delivered_to(found)
    earlier = last_delivered(found)
    count = 0
    for package, mandate in receivers_of(found):
        delivery = there.get((package.pk, mandate.user_id))
        if delivery is None or delivery.is_lost:
            deliver(package, mandate, delivery, earlier.get(package.pk))
            count += 1
    return count


def mandates_for(bodies):
    """The mandates of today of those who get the mail for `bodies`, keys, with their users."""
    mandates = Mandate.objects.receiving(Body.objects.filter(pk__in=bodies))
    return mandates.select_related("user").order_by("user", "pk")


def receivers_of(packages):
    """(Package, Mandate) of each person who gets one of `packages` today, in one query."""
    of_body = defaultdict(dict)
    for mandate in mandates_for([package.track.body_id for package in packages]):
        of_body[mandate.body_id].setdefault(mandate.user_id, mandate)
    return [(package, mandate) for package in packages for mandate in of_body[package.track.body_id].values()]


def delivered_to(packages):
    """The Delivery of each of `packages` to each person, by the keys of both."""
    found = Delivery.objects.filter(package__in=packages, user__isnull=False).select_related("mail")
    return {(one.package_id, one.user_id): one for one in found}


def last_delivered(packages):
    """By the key of each of `packages`: the version before it that its body got last, if it got any."""
    found = Package.objects.delivered().filter(track__in=[package.track_id for package in packages])
    of_track = defaultdict(list)
    for one in found:
        of_track[one.track_id].append(one)
    return {
        package.pk: older
        for package in packages
        if (older := next((one for one in of_track[package.track_id] if one.number < package.number), None))
    }


def deliver(package, mandate, delivery, earlier):
    """Mails one person the link to `package`; `delivery` is that of a mail that was lost, or None."""
    delivery = delivery or Delivery(package=package, user=mandate.user, way=DeliveryWay.MAIL)
    delivery.way, delivery.delivered_at = DeliveryWay.MAIL, timezone.now()
    delivery.save()
    context = mail_context(package, mandate, link_path(delivery), earlier)
    delivery.mail = mail.queue(PACKAGE, to=mandate.user.email, context=context)
    delivery.save(update_fields=["mail"])


def mail_context(package, mandate, path, earlier):
    """What the mail says; `earlier` is the version that the body got last, or None."""
    return {
        "dossier": package.track.dossier,
        "body": package.track.body.in_sentence,
        "capacity": mandate.get_capacity_display(),
        "number": package.number,
        "earlier": earlier.number if earlier else 0,
        "differences": differences(earlier, package) if earlier else [],
        "days": LINK_DAYS,
        "path": path,
    }


def link_path(delivery):
    """Where one takes the package without an account."""
    return reverse("deciding:package", args=[signing.dumps(delivery.pk, salt=PACKAGE_SALT)])


@history.act("pakket afgegeven")
def hand_over(*, track, note, at):
    """Writes down that the secretariat gave the newest package of `track` to somebody, as `note` says, at `at`.

    Raises Refused when none was made, or when it was made after that moment.
    """
    track = Track.objects.select_for_update(of=["self"]).get(pk=track.pk)
    package = Package.objects.newest().filter(track=track).first()
    if package is None:
        raise Refused("Voor dit orgaan is nog geen pakket gemaakt.")
    if timezone.localdate(at) < timezone.localdate(package.made_at):
        raise Refused("Op die dag was dit pakket er nog niet. Kies een latere dag.")
    return Delivery.objects.create(package=package, way=DeliveryWay.DESK, note=note, delivered_at=at)


@history.act("pakket met een account opgehaald")
def receive(*, package, user):
    """The Delivery of `package` to `user`, who has it before them on the site; made when it was not mailed."""
    package = Package.objects.select_for_update().get(pk=package.pk)
    delivery, _ = Delivery.objects.get_or_create(package=package, user=user, defaults={"way": DeliveryWay.ACCOUNT})
    return delivery


@history.act("pakket opgehaald", only_changes=True)
def take(*, delivery):
    """Writes down that the file was taken, the first time."""
    Delivery.objects.filter(pk=delivery.pk, opened_at=None).update(opened_at=timezone.now())


@history.act("ontvangst van een pakket bevestigd", only_changes=True)
def confirm(*, delivery):
    """Writes down that the body says it has the package, the first time."""
    Delivery.objects.filter(pk=delivery.pk, confirmed_at=None).update(confirmed_at=timezone.now())
