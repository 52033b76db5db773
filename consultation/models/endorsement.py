"""Who joined a point that another body shared."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from consultation.models.sender_kind import CONFIRMED_BY, SHARED, SenderKind, in_sentence, names_its_party_group
from partners.ground.constraints import known
from partners.models import Body


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
        ]

    def __str__(self):
        return f"{self.body} sluit aan bij {self.point}"

    @property
    def is_shared(self):
        """Whether a group joins as one."""
        return SenderKind(self.sender_kind).is_shared

    @property
    def in_name_of(self):
        """Who joins: 'gemeenteraad van Zwolle', 'fractie Stadsbelang, gemeenteraad van Zwolle', never a person."""
        named = {
            SenderKind.PERSONAL: f"een lid van {in_sentence(self.body)}",
            SenderKind.PARTY_GROUP: f"fractie {self.party_group}, {self.body}",
        }
        return named.get(self.sender_kind, str(self.body))
