"""In whose name one reacts, who may write in it, and who confirms it."""

from django.db import models

from partners.ground.templatetags.dutch import counted, number
from partners.models import ASSEMBLIES, BodyKind, Capacity, Mandate


class SenderKind(models.TextChoices):
    """In whose name a reaction is sent. Counts are shown per kind of sender and never added up."""

    PERSONAL = "persoonlijk", "persoonlijk"
    PARTY_GROUP = "fractie", "namens de fractie"
    COUNCIL = "raad", "namens de raad of Staten"
    EXECUTIVE = "college", "namens het college of Gedeputeerde Staten"
    PARTNER = "organisatie", "namens de organisatie"
    TABLE = "tafel", "van een tafelavond"

    @property
    def is_shared(self):
        """Whether those who may react in this name write one letter together."""
        return self in SHARED

    @property
    def follows_a_decision(self):
        """Whether the body must have decided before its reaction can be sent, and somebody confirms that it did."""
        return self in CONFIRMED_BY

    def points(self, count):
        """That many points of this kind, in a sentence: '1 persoonlijk punt', '2 punten namens de fractie'."""
        if self == SenderKind.PERSONAL:
            return f"{number(count)} {'persoonlijk punt' if count == 1 else 'persoonlijke punten'}"
        return f"{counted(count, 'punt,punten')} {self.label}"

    def is_open_to(self, mandate):
        """Whether one may write in this name with `mandate`; whether it is in force today is not asked."""
        capacities, kinds = WRITTEN_BY.get(self, ((), ()))
        in_group = self != SenderKind.PARTY_GROUP or mandate.party_group
        return bool(mandate.capacity in capacities and mandate.body.kind in kinds and in_group)

    def in_name_of(self, *, body, capacity, party_group):
        """In whose name, inside a sentence: 'als raadslid van de gemeenteraad van Zwolle'."""
        whole = body.in_sentence
        if self == SenderKind.PERSONAL:
            return f"als {capacity} van {whole}"
        if self == SenderKind.PARTY_GROUP:
            return f"namens de fractie {party_group} in {whole}"
        if self == SenderKind.PARTNER:
            return f"namens de organisatie {body.partner}"
        return f"namens {whole}"


MEMBERS = (Capacity.COUNCILLOR, Capacity.STATES_MEMBER)
EXECUTIVES = (BodyKind.EXECUTIVE, BodyKind.DEPUTIES)
# The bodies that read what is shared with all councils; the board of a partner organisation is not among them.
GOVERNMENTS = (*ASSEMBLIES, *EXECUTIVES)
# In which capacity, and in which kind of body, one writes in which name.
WRITTEN_BY = {
    SenderKind.PERSONAL: (MEMBERS, ASSEMBLIES),
    SenderKind.PARTY_GROUP: (MEMBERS, ASSEMBLIES),
    SenderKind.COUNCIL: ((*MEMBERS, Capacity.CLERK, Capacity.OFFICER), ASSEMBLIES),
    SenderKind.EXECUTIVE: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), EXECUTIVES),
    SenderKind.PARTNER: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), (BodyKind.BOARD,)),
}
# The capacity in which one says that the body decided this, before a letter in its name counts.
CONFIRMED_BY = {SenderKind.COUNCIL: Capacity.CLERK, SenderKind.EXECUTIVE: Capacity.SECRETARY}
SHARED = (SenderKind.PARTY_GROUP, SenderKind.COUNCIL, SenderKind.EXECUTIVE)


def writers(*, body, sender_kind, party_group):
    """The mandates with which people may write in this name for `body`, a primary key, today; none for one person's."""
    held = Mandate.objects.held().filter(body=body, user__is_active=True).select_related("user", "body")
    if not SenderKind(sender_kind).is_shared:
        return held.none()
    capacities, kinds = WRITTEN_BY[sender_kind]
    held = held.filter(capacity__in=capacities, body__kind__in=kinds)
    return held.filter(party_group=party_group) if sender_kind == SenderKind.PARTY_GROUP else held


def confirmers(*, body, sender_kind):
    """The mandates of those who may say today that `body`, a primary key, decided what is said in its name."""
    held = Mandate.objects.held().filter(body=body, user__is_active=True).select_related("user")
    return held.filter(capacity=CONFIRMED_BY[sender_kind]) if sender_kind in CONFIRMED_BY else held.none()


def names_its_party_group(*, model):
    """Holds what is said in the name of a party group to say which, and everything else to name none."""
    return models.CheckConstraint(
        condition=(models.Q(sender_kind=SenderKind.PARTY_GROUP) & ~models.Q(party_group=""))
        | (~models.Q(sender_kind=SenderKind.PARTY_GROUP) & models.Q(party_group="")),
        name=f"{model}_names_its_party_group",
        violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
    )
