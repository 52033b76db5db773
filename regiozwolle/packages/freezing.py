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


def waiting():
    """The packages to make, the first that was asked for first; what waits for the words of a paper comes later.

    A package says what is different in a paper, and the worker may still be looking for that.
    """
    being_compared = PaperVersion.objects.to_compare().values("paper__dossier")
    return Package.objects.to_make().exclude(track__dossier__in=being_compared).order_by("asked_at", "pk")


def freeze_all(most=None):
    """Makes each package that waits, at most `most`; returns of how many there is a new version."""
    return sum(freeze(package) for package in waiting()[:most])


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
