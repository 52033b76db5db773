"""Money for programmes and projects by source."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.constraints import believable, known, refuse, refuse_unbelievable
from partners.ground.example import RealQuerySet
from partners.ground.publishing import PublicQuerySet, is_public
from partners.ground.templatetags.dutch import euro, hedged
from partners.models import Source
from results.models.programme import Programme
from results.models.projects.project import Project


class Funder(models.TextChoices):
    """Whose money it is."""

    STATE = "rijk", "Rijk"
    PROVINCE = "provincie", "provincie"
    MUNICIPALITY = "gemeenten", "gemeenten"
    # Provinces, municipalities and others together, where a source does not tell them apart.
    REGION = "regio", "regionale cofinanciering"
    TOTAL = "samen", "samen, niet verdeeld"
    OTHER = "overig", "overig"


# The sources of money that every overview names, known or not.
SOURCES = (Funder.STATE, Funder.PROVINCE, Funder.MUNICIPALITY, Funder.OTHER)


BESIDE = "Ander bedrag voor hetzelfde geld; niet meegeteld"
KNOWN_OR_EMPTY = "In euro’s. Leeg: niet bekend. 0: het is bekend dat dit niets is."
NOT_NEGATIVE = "Een bedrag is niet minder dan 0. Is het niet bekend, laat het dan leeg."


class FundingQuerySet(PublicQuerySet, RealQuerySet):
    def of(self, *programmes):
        """The money of programmes, of their lines of action, and of the projects of both."""
        lines = Programme.objects.filter(Q(pk__in=[one.pk for one in programmes]) | Q(parent__in=programmes))
        return self.filter(Q(programme__in=lines) | Q(project__programme__in=lines))

    def of_project(self, project):
        """The money of a project and of its parts."""
        return self.filter(Q(project=project) | Q(project__parent=project))

    def shown_at(self, owner):
        """What the page of a programme or project tells of its money: its own, and of its parts what is on the site."""
        if isinstance(owner, Project):
            return self.of_project(owner).filter(Q(project=owner) | is_public(Funding)).with_owners()
        return self.of(owner).filter(Q(programme=owner) | is_public(Funding)).with_owners()

    def of_all(self, programmes):
        """What the pages of all `programmes` tell of their money: of each its own, and of its parts what is public."""
        return self.of(*programmes).filter(Q(programme__in=programmes) | is_public(Funding)).with_owners()

    def with_owners(self):
        """With what they are for, and what that is a part of; not what is written about those."""
        owners = ("programme", "programme__parent", "project", "project__parent", "project__programme")
        texts = [f"{owner}__{text}" for owner in owners for text in ("summary", "note")]
        return self.select_related("programme__parent", "project__parent", "project__programme__parent").defer(*texts)

    path_to_example = "programme__is_example"

    def counting(self):
        """Without what a source says beside another amount for the same money."""
        return self.filter(counts=True)


class Funding(models.Model):
    """Money for a programme or a project by source, in euros. An amount that is not known is empty; 0 is nothing."""

    follows = ("programme", "project")

    programme = models.ForeignKey(
        Programme,
        verbose_name="programma",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="fundings",
    )
    project = models.ForeignKey(
        Project,
        verbose_name="project",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="fundings",
    )
    funder = models.CharField("van wie", max_length=12, choices=Funder)
    year = models.PositiveSmallIntegerField("jaar", null=True, blank=True, help_text="Leeg: voor de hele looptijd.")
    counts = models.BooleanField(
        "telt mee",
        default=True,
        help_text="Per bron en jaar telt één bedrag mee. Zet het uit bij een ander bedrag voor hetzelfde geld: "
        "dat staat er dan naast en telt niet mee.",
    )
    description = models.CharField("waarvoor", max_length=200, blank=True)
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True, help_text="ten minste, ruim, zo’n.")
    committed = models.DecimalField(
        "toegezegd",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=KNOWN_OR_EMPTY,
    )
    spent = models.DecimalField(
        "besteed",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=KNOWN_OR_EMPTY,
    )
    reference_on = models.DateField("datum")
    reference_text = models.CharField("datum in woorden", max_length=60)
    source = models.ForeignKey(
        Source,
        verbose_name="bron",
        on_delete=models.PROTECT,
        related_name="fundings",
        help_text="Het document waarin het bedrag staat, met zijn adres.",
    )
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = FundingQuerySet.as_manager()

    class Meta:
        verbose_name = "financiering"
        verbose_name_plural = "financiering"
        ordering = ["-reference_on", "funder", "pk"]
        constraints = [
            known("funder", Funder, model="funding"),
            believable("year", model="funding", is_year=True),
            believable("reference_on", model="funding"),
            models.CheckConstraint(
                condition=Q(programme__isnull=False, project__isnull=True)
                | Q(programme__isnull=True, project__isnull=False),
                name="funding_is_for_a_programme_or_a_project",
                violation_error_message="Kies een programma of een project, niet allebei.",
            ),
            models.CheckConstraint(
                condition=(Q(committed__gte=0) | Q(committed__isnull=True)) & (Q(spent__gte=0) | Q(spent__isnull=True)),
                name="funding_is_not_negative",
                violation_error_message=NOT_NEGATIVE,
            ),
            models.UniqueConstraint(
                fields=["programme", "project", "funder", "year"],
                condition=Q(counts=True),
                name="one_funding_counts_per_funder_and_year",
                nulls_distinct=False,
                violation_error_message="Van deze bron telt er in dit jaar al een bedrag mee.",
            ),
        ]

    def __str__(self):
        return f"{self.get_funder_display()}, {self.reference_text}"

    def clean(self):
        """Says at the field itself what the constraints refuse, and that no source is dated after today."""
        super().clean()
        refuse_unbelievable(self, "year", "reference_on")
        refuse(
            self.reference_on and self.reference_on > timezone.localdate(),
            "reference_on",
            "Deze datum ligt in de toekomst.",
        )
        refuse(self.committed is not None and self.committed < 0, "committed", NOT_NEGATIVE)
        refuse(self.spent is not None and self.spent < 0, "spent", NOT_NEGATIVE)

    @property
    def title(self):
        """Whose money it is and, if it is for one, in which year: 'Rijk, 2024'."""
        return capfirst(", ".join(filter(None, [self.get_funder_display(), str(self.year or "")])))

    @property
    def remarks(self):
        """What to say below its title: what it is for, and that it does not count."""
        return list(filter(None, [capfirst(self.description), "" if self.counts else BESIDE]))

    @property
    def committed_text(self):
        """The amount as its source hedges it, 'ruim € 87 miljoen'; empty when it is not known."""
        return hedged(self.qualifier, euro(self.committed))

    @property
    def is_overspent(self):
        """Whether more was spent than committed: possible, and worth a question."""
        return self.committed is not None and self.spent is not None and self.spent > self.committed
