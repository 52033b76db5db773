"""Who was asked to act for a body, and did not say yes yet."""

from django.db import models
from django.db.models import Func, Q
from django.utils import timezone

from partners.ground.addresses import canonical
from partners.ground.constraints import believable, known, refuse_unbelievable
from partners.ground.links import age_of
from partners.models.body import Body
from partners.models.mandate import ELECTED, FIRST_YEAR, Capacity, refuse_unfitting
from partners.models.user import User


class AccountInvitationQuerySet(models.QuerySet):
    def expired(self):
        """Those to which one can no longer say yes."""
        return self.filter(sent_at__lte=timezone.now() - age_of("account"))


class AccountInvitation(models.Model):
    """That somebody is asked to act for a body. There is no account before they say yes, and then this goes."""

    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="account_invitations")
    email = models.EmailField("e-mailadres")
    name = models.CharField("naam", max_length=120)
    capacity = models.CharField("hoedanigheid", max_length=12, choices=Capacity)
    party_group = models.CharField("fractie", max_length=80, blank=True)
    ends_on = models.DateField("tot en met", null=True, blank=True)
    sent_at = models.DateTimeField("verstuurd", default=timezone.now)
    sent_by = models.ForeignKey(
        User, verbose_name="uitgenodigd door", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    objects = AccountInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "uitnodiging voor een account"
        verbose_name_plural = "uitnodigingen voor een account"
        ordering = ["body", "name", "email"]
        constraints = [
            known("capacity", Capacity, model="account_invitation"),
            believable("ends_on", model="account_invitation", first=FIRST_YEAR),
            models.CheckConstraint(
                condition=Q(email=Func("email", function="lower")),
                name="account_invitation_email_is_lower_case",
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
            models.CheckConstraint(
                condition=Q(party_group="") | Q(capacity__in=ELECTED),
                name="only_elected_members_are_invited_with_a_party_group",
                violation_error_message="Alleen een raadslid of Statenlid heeft een fractie.",
            ),
            models.UniqueConstraint(
                fields=["email", "body", "capacity"],
                name="one_account_invitation_for_a_capacity",
                violation_error_message="Er staat al een uitnodiging open voor deze hoedanigheid.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.get_capacity_display()} ({self.body})"

    @property
    def lasts_until(self):
        """Until when one can say yes."""
        return self.sent_at + age_of("account")

    @property
    def has_expired(self):
        return self.lasts_until <= timezone.now()

    def clean(self):
        super().clean()
        self.email = canonical(self.email)
        refuse_unbelievable(self, "ends_on", first=FIRST_YEAR)
        refuse_unfitting(self)
