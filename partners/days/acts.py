"""What is done with the days of one body: each act locks that body, so that two people do it after each other."""

from django.db import transaction

from partners.ground import history
from partners.ground.refusal import Refused
from partners.ground.sheets.importing import carry_out
from partners.ground.sheets.previewing import digest_of
from partners.models import Body, Recess

CHANGED = "Intussen vulde iemand anders {} in. Kijk of uw getal nog klopt en sla het dan opnieuw op."
GONE = "Dit reces is er niet meer."


@history.act("dagen van een orgaan ingevuld", only_changes=True)
def save_days(*, body, layout, rows, digest):
    """(ImportResult, whether it was kept) of `rows` of a sheet; kept only if they still do what `digest` says."""
    locked(body)
    result, is_kept = carry_out(layout, rows, keep=lambda result: digest_of(result) == digest)
    if not is_kept:
        transaction.set_rollback(True)
    return result, is_kept


@history.act("aanlevertermijn ingevuld", only_changes=True)
def set_term(*, body, days, was):
    """Says how many days before a sitting papers must be there; raises Refused when it is not what it `was`."""
    found = locked(body)
    if found.delivery_days not in (was, days):
        there = "niets" if found.delivery_days is None else found.delivery_days
        raise Refused(CHANGED.format(there))
    found.delivery_days = days
    if days != was:
        found.delivery_source = None
    found.full_clean(validate_constraints=False)
    found.save(update_fields=["delivery_days", "delivery_source"])


@history.act("reces weggehaald")
def remove_recess(*, body, pk):
    """Takes a recess of the body away. Raises Refused when somebody did so already."""
    locked(body)
    count, _ = Recess.objects.filter(body=body, pk=pk).delete()
    if not count:
        raise Refused(GONE)


def locked(body):
    return Body.objects.select_for_update(of=["self"]).get(pk=body.pk)
