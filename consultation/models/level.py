"""In whose name one reacts, who may write in it, and who confirms it."""

from django.db import models

from partners.models import ASSEMBLIES, BodyKind, Capacity

ARTICLE = {BodyKind.COUNCIL: "de ", BodyKind.EXECUTIVE: "het ", BodyKind.BOARD: "het "}


def in_sentence(body):
    """'de gemeenteraad van Zwolle', 'Provinciale Staten van Overijssel'."""
    return f"{ARTICLE.get(body.kind, '')}{body}"


class Level(models.TextChoices):
    """In whose name a reaction is sent. Counts are shown per level and never added up."""

    PERSONAL = "persoonlijk", "persoonlijk"
    PARTY_GROUP = "fractie", "namens de fractie"
    COUNCIL = "raad", "namens de raad of Staten"
    EXECUTIVE = "college", "namens het college of Gedeputeerde Staten"
    PARTNER = "organisatie", "namens de organisatie"
    TABLE = "tafel", "aan een tafel"

    @property
    def is_shared(self):
        """Whether those who may react in this name write one letter together."""
        return self in SHARED

    @property
    def follows_a_decision(self):
        """Whether the body must have decided before its reaction can be sent, and somebody confirms that it did."""
        return self in CONFIRMED_BY

    def is_open_to(self, mandate):
        """Whether one may write in this name with `mandate`; whether it is in force today is not asked."""
        capacities, kinds = WRITTEN_BY.get(self, ((), ()))
        in_group = self != Level.PARTY_GROUP or mandate.party_group
        return bool(mandate.capacity in capacities and mandate.body.kind in kinds and in_group)

    def in_name_of(self, *, body, capacity, party_group):
        """In whose name, inside a sentence: 'als raadslid van de gemeenteraad van Zwolle'."""
        whole = in_sentence(body)
        if self == Level.PERSONAL:
            return f"als {capacity} van {whole}"
        if self == Level.PARTY_GROUP:
            return f"namens de fractie {party_group} in {whole}"
        if self == Level.PARTNER:
            return f"namens de organisatie {body.partner}"
        return f"namens {whole}"


MEMBERS = (Capacity.COUNCILLOR, Capacity.STATES_MEMBER)
EXECUTIVES = (BodyKind.EXECUTIVE, BodyKind.DEPUTIES)
# Who read what is shared with all councils; the board of a partner organisation is not among them.
GOVERNMENTS = (*ASSEMBLIES, *EXECUTIVES)
# In which capacity, and in which kind of body, one writes in which name.
WRITTEN_BY = {
    Level.PERSONAL: (MEMBERS, ASSEMBLIES),
    Level.PARTY_GROUP: (MEMBERS, ASSEMBLIES),
    Level.COUNCIL: ((*MEMBERS, Capacity.CLERK, Capacity.OFFICER), ASSEMBLIES),
    Level.EXECUTIVE: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), EXECUTIVES),
    Level.PARTNER: ((Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER), (BodyKind.BOARD,)),
}
# Who says that the body decided this, before a letter in its name counts.
CONFIRMED_BY = {Level.COUNCIL: Capacity.CLERK, Level.EXECUTIVE: Capacity.SECRETARY}
SHARED = (Level.PARTY_GROUP, Level.COUNCIL, Level.EXECUTIVE)


def names_its_party_group(*, model):
    """Holds what is said in the name of a party group to say which, and everything else to name none."""
    return models.CheckConstraint(
        condition=(models.Q(level=Level.PARTY_GROUP) & ~models.Q(party_group=""))
        | (~models.Q(level=Level.PARTY_GROUP) & models.Q(party_group="")),
        name=f"{model}_names_its_party_group",
        violation_error_message="Vul de fractie in als die de afzender is, en alleen dan.",
    )
