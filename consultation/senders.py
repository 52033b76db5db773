"""In whose name a person may react: what follows from the mandates they hold today."""

from dataclasses import dataclass

from django.utils.text import capfirst

from consultation.models.response import Level
from partners.models import Capacity, Mandate

LEVELS = {
    Capacity.COUNCILLOR: (Level.PERSONAL, Level.PARTY_GROUP),
    Capacity.STATES_MEMBER: (Level.PERSONAL, Level.PARTY_GROUP),
    Capacity.CLERK: (Level.COUNCIL,),
    Capacity.EXECUTIVE: (Level.EXECUTIVE,),
    Capacity.OFFICER: (Level.PARTNER,),
}


@dataclass(frozen=True)
class Sender:
    """One way in which a person may react."""

    mandate: Mandate
    level: Level

    @property
    def key(self):
        """What a form sends back for this choice."""
        return f"{self.mandate.pk}-{self.level.value}"

    @property
    def label(self):
        """The choice in the words of the person who makes it: 'Namens de gemeenteraad van Zwolle'."""
        body = self.mandate.body
        if self.level == Level.PERSONAL:
            return f"Voor mijzelf, als {self.mandate.get_capacity_display()} ({body})"
        if self.level == Level.PARTY_GROUP:
            return f"Namens mijn fractie, {self.mandate.party_group} ({body})"
        return capfirst(self.in_name_of)

    @property
    def in_name_of(self):
        """In whose name, inside a sentence: 'namens de gemeenteraad van Zwolle'."""
        return self.level.in_name_of(
            body=self.mandate.body,
            capacity=self.mandate.get_capacity_display(),
            party_group=self.mandate.party_group,
        )

    def told(self, letters):
        """The choice, with what its person should know before making it. `letters` are those they have."""
        told = [self.label]
        if letter := next((letter for letter in letters if self.fits(letter)), None):
            told.append(f"U hebt al reactie {letter.number}" if letter.number else "U hebt al een concept")
        if self.level.follows_a_decision:
            told.append("Versturen kan pas als het besluit is genomen")
        return ". ".join(told)

    def fits(self, response):
        """Whether `response` is written in this name."""
        return (response.body_id, response.level) == (self.mandate.body_id, self.level)


def senders(user, on=None):
    """All Senders of `user` on the day `on`, today without; empty for who holds no mandate."""
    mandates = user.mandates.held(on).select_related("body__partner").order_by("body__name", "capacity")
    return [
        Sender(mandate, level)
        for mandate in mandates
        for level in LEVELS[mandate.capacity]
        if level != Level.PARTY_GROUP or mandate.party_group
    ]
