"""In whose name a person may react: what follows from the mandates they hold today."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst

from consultation.models.level import CONFIRMED_BY, GOVERNMENTS, Level
from partners.models import Mandate


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
            whose = "Uw groep heeft" if self.level.is_shared else "U hebt"
            number = letter.number and format_html('reactie <span class="nowrap">{}</span>', letter.number)
            told.append(format_html("{} al {}", whose, number or "een concept"))
        elif self.level.is_shared:
            told.append("U schrijft die samen")
        if self.level.follows_a_decision:
            told.append("Versturen kan pas als het besluit is genomen")
        # In one element, for beside a radio button each piece of text would stand apart.
        return format_html("<span>{}</span>", format_html_join(". ", "{}", [(sentence,) for sentence in told]))

    @property
    def party_group(self):
        """The party group that is named in the letter; "" for every other name."""
        return self.mandate.party_group if self.level == Level.PARTY_GROUP else ""

    @property
    def may_endorse(self):
        """Whether this person may join a point in this name by themselves: for a body only who may confirm for it."""
        return self.may_confirm or not self.level.follows_a_decision

    @property
    def may_confirm(self):
        """Whether this person is the one who says that the body decided this."""
        return CONFIRMED_BY.get(self.level) == self.mandate.capacity

    def fits(self, response):
        """Whether `response` is written in this name."""
        named = (response.body_id, response.level, response.party_group)
        return named == (self.mandate.body_id, self.level, self.party_group)


def reads_others(user):
    """Whether what councils and executives share with each other is shared with `user` too."""
    return user.is_staff or user.mandates.held().filter(body__kind__in=GOVERNMENTS).exists()


def senders(user, on=None):
    """All Senders of `user` on the day `on`, today without; empty for who holds no mandate.

    Who could write in one name with two mandates does so with the one that may confirm it.
    """
    mandates = user.mandates.held(on).select_related("body__partner").order_by("body__name", "capacity")
    found = {}
    for mandate in mandates:
        for sender in (Sender(mandate, level) for level in Level if level.is_open_to(mandate)):
            name = (mandate.body_id, sender.level, sender.party_group)
            if name not in found or sender.may_confirm:
                found[name] = sender
    return list(found.values())


def sender_of(user, letter, on=None):
    """The Sender with which `user` may work in `letter` on the day `on`, today without; None without one."""
    return next((sender for sender in senders(user, on) if sender.fits(letter)), None)


def may_take_back(user, letter):
    """Whether `user` may take back what was sent: if it counts for a council or executive, only who may confirm it."""
    return not (letter.confirmed_at and letter.asks_for_decision) or letter.confirmers.filter(user=user).exists()
