"""What a partner finds important about a goal, in its own words."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models.element import Element, ElementKind
from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet
from partners.ground.sorting import SortKey
from partners.models import Body, Capacity, Mandate, Partner

# Who may say it for a partner: who prepares its meetings, governs it or works for it.
SPEAKERS = (Capacity.CLERK, Capacity.EXECUTIVE, Capacity.SECRETARY, Capacity.OFFICER)
MOST = 280  # characters
TAKEN_DOWN = "opgeschreven door het secretariaat"


class PriorityQuerySet(PublicQuerySet, RealQuerySet):
    path_to_example = "partner__is_example"

    def current(self):
        """Those that hold now."""
        return self.filter(replaced_at=None)

    def by_partner(self):
        """By the name of the partner, and of each the newest at the front; with what a page says of them."""
        return self.select_related("partner", "body", "element__agenda").order_by(SortKey("partner__name"), "-said_at")


class Priority(models.Model):
    """What one partner says that counts for it about one goal. What it said before stays, with until when it held."""

    follows = ("partner",)

    partner = models.ForeignKey(Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="priorities")
    element = models.ForeignKey(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="priorities",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    text = models.CharField("wat telt", max_length=MOST)
    # As what it was said: that stays when the person is erased. Without a body the secretariat took it down.
    body = models.ForeignKey(
        Body, verbose_name="orgaan", on_delete=models.PROTECT, null=True, blank=True, related_name="priorities"
    )
    capacity = models.CharField("hoedanigheid", max_length=12, choices=Capacity, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie het schreef",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="priorities",
    )
    said_at = models.DateTimeField("gezegd op", default=timezone.now)
    replaced_at = models.DateTimeField("vervangen op", null=True, blank=True)

    objects = PriorityQuerySet.as_manager()

    class Meta:
        verbose_name = "wat telt"
        verbose_name_plural = "wat telt voor partners"
        ordering = ["partner", "element", "-said_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "element"],
                condition=Q(replaced_at=None),
                name="one_priority_per_partner_and_goal",
                violation_error_message="Deze partner zei hier al wat telt.",
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=["", *Capacity.values]) & (Q(capacity="") ^ Q(body__isnull=False)),
                name="a_priority_is_said_for_a_body_or_taken_down",
                violation_error_message="Een hoedanigheid hoort bij een orgaan.",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=models.F("said_at")),
                name="a_priority_is_replaced_after_it_was_said",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}: {self.text}"

    @property
    def said_by(self):
        """As what it was said, never by name: 'griffier, gemeenteraad van Zwolle'."""
        return f"{self.get_capacity_display()}, {self.body}" if self.body else TAKEN_DOWN

    @property
    def is_example(self):
        return self.partner.is_example


def speaks_for(user, partner):
    """The Mandate with which `user` may say what counts for `partner` today, or None."""
    if not user.is_authenticated:
        return None
    held = Mandate.objects.held().filter(user=user, body__partner=partner, capacity__in=SPEAKERS)
    return held.select_related("body").order_by("pk").first()
