"""Who has which role in a project."""

from django.db import models
from django.db.models import Case, When

from partners.ground.constraints import known
from partners.ground.publishing import PublicQuerySet
from partners.ground.sorting import SortKey
from partners.models import Partner


class ProjectRole(models.TextChoices):
    """What a partner does in a project."""

    LEAD = "trekker", "trekker"
    PRESUMED_LEAD = "vermoedelijk-trekker", "vermoedelijk trekker"
    PARTNER = "partner", "partner"
    CONTRACT = "contractpartner", "contractpartner voor de subsidie"
    LOCATION = "gebied", "ligt in deze gemeente"


class ProjectPartnerQuerySet(PublicQuerySet):
    def in_order(self):
        """Those who lead first, then by role as in ProjectRole, and within a role by name."""
        rank = Case(*(When(role=role, then=place) for place, role in enumerate(ProjectRole.values)))
        return self.order_by(rank, SortKey("partner__name"))


class ProjectPartner(models.Model):
    """That a partner has a role in a project."""

    follows = ("project", "partner")

    project = models.ForeignKey(
        "results.Project", verbose_name="project", on_delete=models.CASCADE, related_name="project_partners"
    )
    partner = models.ForeignKey(
        Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="project_partners"
    )
    role = models.CharField("rol", max_length=24, choices=ProjectRole)

    objects = ProjectPartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "partner in een project"
        verbose_name_plural = "partners in een project"
        ordering = ["project", "role", "partner"]
        constraints = [
            known("role", ProjectRole, model="project_partner"),
            models.UniqueConstraint(
                fields=["project", "partner", "role"],
                name="a_partner_has_a_role_in_a_project_once",
                violation_error_message="Deze partner heeft die rol al.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}: {self.get_role_display()}"

    @property
    def is_presumed(self):
        return self.role == ProjectRole.PRESUMED_LEAD

    @property
    def name(self):
        """The name of the partner, with the word for a role that no source confirms: 'Dalfsen (vermoedelijk)'."""
        return f"{self.partner} (vermoedelijk)" if self.is_presumed else str(self.partner)
