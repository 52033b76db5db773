"""In whose name a person may react: what follows from the mandates they hold today."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst

from consultation.models.sender_kind import CONFIRMED_BY, GOVERNMENTS, SenderKind
from partners.ground.publishing import is_public
from partners.ground.state.prepared import Prepared
from partners.models import Mandate, Partner


@dataclass(frozen=True)
class Sender:
    """One way in which a person may react."""

    mandate: Mandate
    sender_kind: SenderKind

    @property
    def key(self):
        """What a form sends back for this choice."""
        return f"{self.mandate.pk}-{self.sender_kind.value}"

    @property
    def label(self):
        """The choice in the words of the person who makes it: 'Namens de gemeenteraad van Zwolle'."""
        names_body = self.sender_kind not in (SenderKind.PERSONAL, SenderKind.PARTY_GROUP)
        return self.short_label if names_body else f"{self.short_label} ({self.mandate.body})"

    @property
    def short_label(self):
        """The same to those who act for one body alone: 'Voor mijzelf, als raadslid'."""
        if self.sender_kind == SenderKind.PERSONAL:
            return f"Voor mijzelf, als {self.mandate.get_capacity_display()}"
        if self.sender_kind == SenderKind.PARTY_GROUP:
            return f"Namens mijn fractie, {self.mandate.party_group}"
        return capfirst(self.in_name_of)

    @property
    def in_name_of(self):
        """In whose name, inside a sentence: 'namens de gemeenteraad van Zwolle'."""
        return self.sender_kind.in_name_of(
            body=self.mandate.body,
            capacity=self.mandate.get_capacity_display(),
            party_group=self.mandate.party_group,
        )

    @property
    def party_group(self):
        """The party group that is named in the letter; "" for every other name."""
        return self.mandate.party_group if self.sender_kind == SenderKind.PARTY_GROUP else ""

    @property
    def may_endorse(self):
        """Whether this person may join a point in this name alone: for a body only those who confirm for it may."""
        return self.may_confirm or not self.sender_kind.follows_a_decision

    @property
    def may_confirm(self):
        """Whether this person is the one who says that the body decided this."""
        return CONFIRMED_BY.get(self.sender_kind) == self.mandate.capacity

    def fits(self, letter):
        """Whether `letter` is written in this name."""
        named = (letter.body_id, letter.sender_kind, letter.party_group)
        return named == (self.mandate.body_id, self.sender_kind, self.party_group)


def governing(user):
    """The mandates in a council or executive that a user, by their key, holds today."""
    return Mandate.objects.held().filter(remains(), user=user, body__kind__in=GOVERNMENTS).values_list("pk")


def remains(on=None):
    """The condition on mandates that their partner was not merged or left on the day `on`, today without.

    Who acted for it still reads what it leaves, and says nothing in its name any more.
    """
    on = on or timezone.localdate()
    return Q(body__partner__left_on=None) | Q(body__partner__left_on__gt=on)


GOVERNING = Prepared(governing)


def reads_others(user):
    """Whether what councils and executives share with each other is shared with `user` too."""
    return user.is_staff or bool(GOVERNING.ask(user.pk))


def senders(user, on=None):
    """All Senders of `user` on the day `on`, today without; empty without a mandate.

    Those who could write in one name with two mandates do so with the one that may confirm it.
    """
    held = user.mandates.held(on).filter(is_public(Partner, "body__partner__"), remains(on))
    mandates = held.select_related("body__partner").order_by("body__name", "capacity")
    found = {}
    for mandate in mandates:
        for sender in (Sender(mandate, sender_kind) for sender_kind in SenderKind if sender_kind.is_open_to(mandate)):
            name = (mandate.body_id, sender.sender_kind, sender.party_group)
            if name not in found or sender.may_confirm:
                found[name] = sender
    return list(found.values())


def choices_of(senders, letters):
    """(Key, label) of each of `senders`, to choose from. `letters` are those they have: the label says how far that is.

    Each label is one element, for beside a radio button each piece of text would stand apart.
    """
    has_one_body = len({sender.mandate.body_id for sender in senders}) == 1
    found = []
    for sender in senders:
        letter = next((letter for letter in letters if sender.fits(letter)), None)
        label = sender.short_label if has_one_body else sender.label
        begun = letter and format_html(' (<span class="nowrap">{}</span>)', letter.number or "concept")
        found.append((sender.key, format_html("<span>{}{}</span>", label, begun or "")))
    return found


def about_choosing(senders):
    """What one should know before choosing one of `senders`, in one or two sentences; "" for one's own name alone."""
    shared = "Namens een fractie, raad of college schrijft u samen."
    after = "Versturen namens een raad of college kan na het besluit."
    return " ".join(
        [
            *([shared] if any(sender.sender_kind.is_shared for sender in senders) else []),
            *([after] if any(sender.sender_kind.follows_a_decision for sender in senders) else []),
        ]
    )


def sender_of(user, letter, on=None):
    """The Sender with which `user` may work in `letter` on the day `on`, today without; None without one."""
    return next((sender for sender in senders(user, on) if sender.fits(letter)), None)


def confirms(user, letter):
    """Whether `user` is one of those who say that the body decided `letter`."""
    return letter.confirmers.filter(user=user).exists()


def wrote_alone(user, letter):
    """Whether nobody but `user` wrote in what of `letter` is not sent, or in the letter itself when all of it is."""
    begun = letter.draft or letter
    hands = set(letter.group_acts.filter(at__gte=begun.created_at).values_list("by", flat=True))
    return hands == {user.pk} or (not hands and begun.author_id == user.pk)


def may_withdraw(user, letter):
    """Whether `user`, who writes in `letter`, may take back what was sent.

    In a party group all are equal. Of a body those may who confirm for it; others only what they wrote alone, until
    it counts.
    """
    if not letter.asks_for_decision or confirms(user, letter):
        return True
    return not letter.confirmed_at and (not letter.confirmers.exists() or wrote_alone(user, letter))


def may_discard(user, letter):
    """Whether `user`, who writes in `letter`, may throw away what was not sent; as `may_withdraw`."""
    if not letter.asks_for_decision or confirms(user, letter):
        return True
    return not letter.confirmers.exists() or wrote_alone(user, letter)
