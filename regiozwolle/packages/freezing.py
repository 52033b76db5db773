"""Making the packages that were asked for, one at a time."""

import logging

from consultation.deciding.models import Package, PaperVersion
from consultation.deciding.packages.acts import before, drop, give_up, keep
from partners.ground.documents import CannotTypeset
from partners.ground.refusal import Refused
from regiozwolle.packages.archive import content_of, digest_of, made
from regiozwolle.packages.contents import gather

logger = logging.getLogger(__name__)

NOT_SET = "Wij kunnen de samenvatting niet maken. Mail de beheerder van de site."


def freeze_all():
    """Makes each package that waits; returns how many. What waits for the words of a paper is left for the next time.

    A package says what is different in a paper, and the worker may still be looking for that.
    """
    being_compared = PaperVersion.objects.to_compare().values("paper__dossier")
    waiting = Package.objects.to_make().exclude(track__dossier__in=being_compared).order_by("asked_at", "pk")
    return sum(freeze(package) for package in waiting)


def freeze(package):
    """Makes one package, unless all is as it was; returns whether there is a new version."""
    contents = gather(package.track_id)
    content = content_of(contents)
    digest = digest_of(contents, content)
    if before(package, digest=digest):
        drop(package=package)
        return False
    try:
        found = made(contents, package.number, content=content, digest=digest)
    except Refused as refusal:
        give_up(package=package, trouble=str(refusal))
        return False
    except CannotTypeset as error:
        logger.error("The package %s has no summary: %s", package.pk, error)
        give_up(package=package, trouble=NOT_SET)
        return False
    return keep(package=package, made=found) is not None
