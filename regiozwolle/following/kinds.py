"""The things that one can follow: how each is found by the key in its address, and by what an event names it."""

from dataclasses import dataclass

from django.db.models import Model

from agenda.models import Element, Wording
from consultation.deciding.models import Dossier
from consultation.models import Consultation
from partners.ground.documents.text import UNFIT
from partners.models import Partner
from regiozwolle.following.models import FollowKind
from regiozwolle.history.telling import models_by_table
from results.models import Indicator, Project


@dataclass(frozen=True)
class Followed:
    """One kind of thing: its `model`, and the `name` of the column that stands in its address."""

    model: type[Model]
    name: str


THINGS = {
    FollowKind.ELEMENT: Followed(Element, "code"),
    FollowKind.CONSULTATION: Followed(Consultation, "slug"),
    FollowKind.DOSSIER: Followed(Dossier, "slug"),
    FollowKind.PARTNER: Followed(Partner, "slug"),
    FollowKind.FIGURE: Followed(Indicator, "slug"),
    FollowKind.PROJECT: Followed(Project, "slug"),
}
KIND_OF = {followed.model: kind for kind, followed in THINGS.items()}


def public_of(kind):
    """The things of that kind that everyone may read."""
    model = THINGS[kind].model
    if model is Element:
        return model.objects.filter(pk__in=Wording.objects.published().values("element"))
    return model.objects.public()


def thing_at(kind, name):
    """The public thing of `kind` that has or once had that name in its address, or None."""
    if kind not in THINGS or UNFIT.search(name):
        return None
    things = public_of(kind)
    former = models_by_table()["regiozwolle_formeraddress"].objects.filter(
        table_name=THINGS[kind].model._meta.db_table, slug=name
    )
    return things.filter(**{THINGS[kind].name: name}).first() or things.filter(pk__in=former.values("row_id")).first()


def key_of(thing):
    """By what events and followers know a thing; it stays the same when its address changes."""
    return f"{KIND_OF[type(thing)]}-{thing.pk}"


def things_by_key(keys):
    """{key: public thing} of those `keys` that are of things that everyone may read; a query per kind."""
    found = {}
    for kind in THINGS:
        wanted = [key.partition("-")[2] for key in keys if key.partition("-")[0] == kind]
        if wanted:
            found |= {key_of(thing): thing for thing in public_of(kind).filter(pk__in=wanted)}
    return found
