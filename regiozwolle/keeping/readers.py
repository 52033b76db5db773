"""Which members read the same as everyone, but for what has a hole of its own: `user` at the address `path`."""

from django.urls import resolve

from partners.ground.state.prepared import Prepared
from partners.models import Capacity, Mandate

ACTING = Prepared(lambda user, body: Mandate.objects.held().filter(user=user, body=body).values_list("pk"))
PREPARING = Prepared(
    lambda user: Mandate.objects.held().filter(user=user, capacity=Capacity.CLERK).order_by().values_list("pk")
)


def all_members(user, path):
    return True


def all_but_clerks(user, path):
    """A griffier is shown what there is to do for who prepares the meetings."""
    return not PREPARING.ask(user.pk)


def all_but_of_that_body(user, path):
    """Who acts for a body is led to what it did not share with everyone."""
    return not ACTING.ask(user.pk, resolve(path).kwargs["pk"])
