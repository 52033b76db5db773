"""The questions that are asked of letters: whose they are, who may read them, which count."""

from django.db import models
from django.db.models import OuterRef, Q
from django.utils import timezone

from consultation.models.letter_choices import BROUGHT_BACK_FOR, STANDING, Channel, LetterState, Sharing
from consultation.models.sender_kind import CONFIRMED_BY, GOVERNMENTS, SHARED, WRITTEN_BY, SenderKind
from partners.ground.refusal import Refused
from partners.models import Mandate

GONE = "Deze reactie is er niet meer. Iemand heeft die zojuist gewist."


def in_a_group_of(user):
    """The condition that a letter is one that `user` writes together with others today."""
    held = Mandate.objects.held().filter(user=user, body=OuterRef("body"))
    found = Q(pk__in=[])
    for sender_kind in SHARED:
        capacities, kinds = WRITTEN_BY[sender_kind]
        mine = held.filter(capacity__in=capacities, body__kind__in=kinds)
        if sender_kind == SenderKind.PARTY_GROUP:
            mine = mine.filter(party_group=OuterRef("party_group")).exclude(party_group="")
        found |= Q(sender_kind=sender_kind) & models.Exists(mine)
    return found & Q(channel=Channel.SITE)


def counts(letter=""):
    """The condition that a letter was sent, and confirmed by whoever must; `letter` leads to it, as "letter__" does."""
    return Q(**{f"{letter}state": LetterState.SENT, f"{letter}confirmed_at__isnull": False})


def is_public(letter="", at=None):
    """The condition that everyone may read it at the moment `at`, now without: its term is over as well."""
    closed = {f"{letter}consultation__closes_at__lte": at or timezone.now()}
    return counts(letter) & Q(**{f"{letter}sharing": Sharing.PUBLIC}, **closed)


class LetterQuerySet(models.QuerySet):
    def still_there(self, letter):
        """The row of `letter` as it is now. Raises Refused when it is gone, as when its writer was just erased."""
        found = self.filter(pk=letter.pk).first()
        if found is None:
            raise Refused(GONE)
        return found

    def of(self, user):
        """The letters that `user` may work in today: their own, and those of the groups they belong to.

        Nobody else's are ever returned. Changes under way come with their letter.
        """
        found = self.worked_in_by(user).filter(revises=None).exclude(state=LetterState.SET_ASIDE)
        return found.select_related("consultation__version__agenda", "body__partner", "table__session", "revision")

    def worked_in_by(self, user):
        """Every letter of `user` and of the groups they belong to today, whatever became of it."""
        return self.filter(Q(author=user) & ~Q(sender_kind__in=SHARED) | in_a_group_of(user))

    def to_bring_back(self, user, at=None):
        """What was withdrawn or thrown away and `user` can bring back at the moment `at`, now without."""
        since = (at or timezone.now()) - BROUGHT_BACK_FOR
        gone = Q(state=LetterState.WITHDRAWN, withdrawn_at__gt=since, consultation__finished_at=None)
        gone |= Q(state=LetterState.SET_ASIDE, set_aside_at__gt=since)
        found = self.worked_in_by(user).filter(gone)
        return found.select_related("consultation__version__agenda", "body__partner", "set_aside_from")

    def lapsed(self, at=None):
        """What was thrown away and nobody brought back in time."""
        return self.filter(state=LetterState.SET_ASIDE, set_aside_at__lte=(at or timezone.now()) - BROUGHT_BACK_FOR)

    def readable_by(self, user, at=None):
        """The letters that `user`, who may be anonymous, may read at the moment `at`, now without.

        What is not sent only those who work in it may read; of what counts, the choice of its sender says who.
        """
        public = Q(pk__in=self.model.objects.public(at).values("pk"))
        if not user.is_authenticated:
            return self.filter(public, revises=None)
        if user.is_staff:
            read = Q(state=LetterState.SENT)
        else:
            held = Mandate.objects.held().filter(user=user)
            governments = held.filter(body__kind__in=GOVERNMENTS)
            shared = Q(sharing__in=[Sharing.COUNCILS, Sharing.PUBLIC]) & models.Exists(governments)
            read = counts() & (shared | models.Exists(held.filter(body=OuterRef("body"))))
        return self.filter(public | read | Q(pk__in=self.model.objects.of(user).values("pk")), revises=None)

    def waiting_for(self, user):
        """What was sent in the name of a council or executive and waits for `user`, who may confirm it."""
        held = Mandate.objects.held().filter(user=user, body=OuterRef("body"))
        asked = Q(pk__in=[])
        for sender_kind, capacity in CONFIRMED_BY.items():
            asked |= Q(sender_kind=sender_kind) & models.Exists(held.filter(capacity=capacity))
        return self.sent().filter(asked, confirmed_at=None, returned_at=None)

    def sent(self):
        return self.filter(state=LetterState.SENT)

    def counted(self):
        """Sent and confirmed by whoever must: only these are counted, answered and shown to others."""
        return self.filter(counts())

    def left_out(self):
        """What does not count as nobody registered it, or confirmed that the body decided it, yet."""
        unregistered = Q(state=LetterState.DRAFT) & ~Q(channel=Channel.SITE)
        return self.filter(unregistered | Q(state=LetterState.SENT, confirmed_at=None, returned_at=None))

    def public(self, at=None):
        """What everyone may read at the moment `at`, now without: counted, shared with all, and its term over."""
        return self.filter(is_public(at=at))

    def per_sender_kind(self):
        """(SenderKind, how many) for each that occurs, never added up: one council is not one person."""
        found = dict(self.order_by().values_list("sender_kind").annotate(models.Count("pk")))
        return [(sender_kind, found[sender_kind]) for sender_kind in SenderKind if sender_kind in found]

    def standing(self):
        """Those that were not withdrawn or thrown away."""
        return self.filter(state__in=STANDING)

    def with_point_count(self):
        """Adds `point_count`, how many points each holds as it was written, however they were split since."""
        return self.annotate(point_count=models.Count("points", filter=Q(points__part_of=None), distinct=True))

    def with_answered(self, at=None):
        """Adds `is_answered`: whether the answer to a point of each is on the site at the moment `at`, now without."""
        answered = self.model.objects.filter(pk=OuterRef("pk"), points__answers__published_at__lte=at or timezone.now())
        return self.annotate(is_answered=models.Exists(answered))
