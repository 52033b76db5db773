"""Who joined a point that another body shared."""

from collections import Counter

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from agenda import differences
from consultation.models.point_words import PointKind
from consultation.models.sender_kind import (
    CONFIRMED_BY,
    SHARED,
    SenderKind,
    confirmers,
    names_its_party_group,
    writers,
)
from partners.ground.constraints import known
from partners.models import Body


def per_kind(sender_kinds):
    """(SenderKind, how often it occurs) for each of `sender_kinds`, never added up."""
    found = Counter(sender_kinds)
    return [(sender_kind, found[sender_kind.value]) for sender_kind in SenderKind if found[sender_kind.value]]


def in_words(counts):
    """What `per_kind` counted, inside a sentence: '1 persoonlijk; 2 namens de fractie'."""
    return "; ".join(f"{count} {sender_kind.label}" for sender_kind, count in counts)


class EndorsementQuerySet(models.QuerySet):
    def of(self, sender):
        """Those in the name of `sender`, a Sender; a group joins as one, and of other names each person does."""
        mandate = sender.mandate
        found = self.filter(body=mandate.body_id, sender_kind=sender.sender_kind, party_group=sender.party_group)
        return found if sender.sender_kind.is_shared else found.filter(author=mandate.user_id)


class Endorsement(models.Model):
    """That another body joins a point that was shared with it ("sluit aan")."""

    point = models.ForeignKey("Point", verbose_name="punt", on_delete=models.CASCADE, related_name="endorsements")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="endorsements")
    sender_kind = models.CharField("namens", max_length=12, choices=SenderKind)
    party_group = models.CharField("fractie", max_length=80, blank=True)
    decided_on = models.DateField("besloten op", null=True, blank=True)
    decision_url = models.URLField("besluit op internet", blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="getypt door",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="endorsements",
    )
    made_at = models.DateTimeField("aangesloten op", default=timezone.now)
    # It stays with the words it was given to. While the point still says those, the three below are empty.
    words = models.JSONField(
        "aangesloten bij de woorden", null=True, blank=True, editable=False, help_text="Van voor de wijziging."
    )
    overtaken_at = models.DateTimeField("het punt zegt iets anders sinds", null=True, blank=True, editable=False)
    asked_at = models.DateTimeField("opnieuw gevraagd op", null=True, blank=True, editable=False)

    objects = EndorsementQuerySet.as_manager()

    class Meta:
        verbose_name = "aansluiting"
        verbose_name_plural = "aansluitingen"
        ordering = ["made_at"]
        constraints = [
            known("sender_kind", SenderKind, model="endorsement"),
            names_its_party_group(model="endorsement"),
            # Two people of whom the names were erased are still two.
            models.UniqueConstraint(
                fields=["point", "body", "sender_kind", "author"],
                condition=~Q(sender_kind__in=SHARED),
                name="one_endorsement_per_person_and_point",
                violation_error_message="U hebt zich hier al bij aangesloten.",
            ),
            models.UniqueConstraint(
                fields=["point", "body", "sender_kind", "party_group"],
                condition=Q(sender_kind__in=SHARED),
                name="one_endorsement_per_group_and_point",
                violation_error_message="Uw groep heeft zich hier al bij aangesloten.",
            ),
            models.CheckConstraint(
                condition=~Q(sender_kind__in=[*CONFIRMED_BY]) | Q(decided_on__isnull=False),
                name="an_endorsing_council_says_when_it_decided",
                violation_error_message="Vul in op welke dag het orgaan dit besloot.",
            ),
            models.CheckConstraint(
                condition=Q(words__isnull=True, overtaken_at__isnull=True, asked_at__isnull=True)
                | Q(words__isnull=False, overtaken_at__isnull=False),
                name="an_overtaken_endorsement_keeps_its_words",
                violation_error_message="Een aansluiting bij eerdere woorden bewaart die woorden.",
            ),
        ]

    def __str__(self):
        return f"{self.body} sluit aan bij {self.point}"

    @property
    def is_current(self):
        """Whether the point still says what it was given to."""
        return self.overtaken_at is None

    def is_same_as(self, other):
        """Whether `other` was given in the same name, and if that is no group's by the same person."""
        named = (self.body_id, self.sender_kind, self.party_group, None if self.is_shared else self.author_id)
        return named == (
            other.body_id, other.sender_kind, other.party_group, None if other.is_shared else other.author_id
        )  # fmt: skip

    @property
    def addresses(self):
        """The e-mail addresses of those who may join in this name today; of one's own name only theirs."""
        if not self.is_shared:
            return [self.author.email] if self.author and self.author.is_active else []
        named = {"body": self.body_id, "sender_kind": self.sender_kind}
        follows = self.sender_kind in CONFIRMED_BY
        found = confirmers(**named) if follows else writers(**named, party_group=self.party_group)
        return sorted({mandate.user.email for mandate in found})

    @property
    def kind_before(self):
        """What kind of point it was when this was given to it: 'Wens', or what it is that has no kind."""
        return capfirst(dict(PointKind.choices).get(self.words["kind"], self.point.kind_label))

    @property
    def change(self):
        """Safe HTML with what was changed in the text since it was given; "" for what it was given to."""
        return "" if self.is_current else differences.html(self.words["text"], self.point.text)

    @property
    def is_shared(self):
        """Whether a group joins as one."""
        return SenderKind(self.sender_kind).is_shared

    @property
    def in_name_of(self):
        """Who joins: 'gemeenteraad van Zwolle', 'fractie Stadsbelang, gemeenteraad van Zwolle', never a person."""
        named = {
            SenderKind.PERSONAL: f"een lid van {self.body.in_sentence}",
            SenderKind.PARTY_GROUP: f"fractie {self.party_group}, {self.body}",
        }
        return named.get(self.sender_kind, str(self.body))
