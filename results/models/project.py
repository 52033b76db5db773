"""Programmes such as the Regio Deal, their projects, who does them and what they cost."""

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, F, Prefetch, Q, When
from django.urls import reverse

from agenda.models import Element
from partners.constraints import ends_after_it_starts, known, refuse_reversed
from partners.models import Partner, Source
from partners.search import SearchQuerySet, SortKey, search_vector
from partners.templatetags.dutch import euro


class ProgrammeQuerySet(SearchQuerySet):
    """Questions about programmes and their lines of action."""

    def whole(self):
        """The programmes themselves, without their lines of action."""
        return self.filter(parent__isnull=True)

    def with_project_counts(self):
        """Adds `confirmed` and `presumed`: how many projects are known by name, those of its lines included.

        A part of a project counts with the project, as it does in the sources' own totals.
        """

        def known_by_name(standing):
            return sum(
                Count(
                    path,
                    filter=Q(**{f"{path}__standing": standing, f"{path}__parent__isnull": True}),
                    distinct=True,
                )
                for path in ("projects", "lines__projects")
            )

        return self.annotate(
            confirmed=known_by_name(ProjectStanding.CONFIRMED), presumed=known_by_name(ProjectStanding.PRESUMED)
        )


class Programme(models.Model):
    """A joint programme, or a line of action within one."""

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    name = models.CharField("naam", max_length=160)
    parent = models.ForeignKey(
        "self",
        verbose_name="onderdeel van",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="lines",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    summary = models.TextField("in het kort", blank=True)
    period_text = models.CharField("periode in woorden", max_length=60, blank=True)
    starts_on = models.DateField("begint op", null=True, blank=True)
    ends_on = models.DateField("eindigt op", null=True, blank=True)
    project_count = models.PositiveSmallIntegerField(
        "aantal projecten volgens de bron",
        null=True,
        blank=True,
        help_text="Ook als niet alle projecten met naam bekend zijn.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="programmes")
    note = models.TextField("opmerking", blank=True, help_text="Bijvoorbeeld waar bronnen elkaar tegenspreken.")
    elements = models.ManyToManyField(
        Element, verbose_name="hoort bij in de agenda", related_name="programmes", blank=True
    )
    search_vector = search_vector(title=["name"], text=["summary", "note"])

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        ordering = ["position", "name"]
        indexes = [GinIndex(fields=["search_vector"], name="programme_search")]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="programme"),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="programme_is_not_its_own_parent",
                violation_error_message="Een programma is geen onderdeel van zichzelf.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("results:programme", args=[self.slug])

    def clean(self):
        """Keeps programmes to two levels, for a page shows and counts no deeper."""
        super().clean()
        refuse_reversed(self, "starts_on", "ends_on")
        if self.parent and (self.parent.parent_id or (self.pk and self.lines.exists())):
            raise ValidationError({"parent": "Een onderdeel van een programma heeft zelf geen onderdelen."})

    @property
    def named(self):
        """How many projects are known by name; needs `with_project_counts`."""
        return self.confirmed + self.presumed

    @property
    def unnamed(self):
        """How many projects the source counts beyond those known by name, 0 when it gives no count."""
        return max((self.project_count or 0) - self.named, 0)


class ProjectStanding(models.TextChoices):
    """Whether sources confirm that a project belongs to its programme."""

    CONFIRMED = "bevestigd", "bevestigd"
    PRESUMED = "vermoed", "niet bevestigd"


class ProjectQuerySet(SearchQuerySet):
    def of(self, programme):
        """The projects of a programme and of its lines of action."""
        return self.filter(Q(programme=programme) | Q(programme__parent=programme))

    def beside(self, programme):
        """The projects of other programmes that serve an element of the agenda that `programme` serves too."""
        serving = self.filter(parent=None, elements__in=programme.elements.all())
        return serving.exclude(Q(programme=programme) | Q(programme__parent=programme)).distinct()

    def with_partners(self):
        """With `project_partners` in the order of their roles, and their programmes; two queries."""
        return self.select_related("programme__parent").prefetch_related(
            Prefetch("project_partners", ProjectPartner.objects.select_related("partner").in_order())
        )


class Project(models.Model):
    """Something that is done within a programme."""

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    name = models.CharField("naam", max_length=160)
    programme = models.ForeignKey(
        Programme, verbose_name="programma of actielijn", on_delete=models.PROTECT, related_name="projects"
    )
    parent = models.ForeignKey(
        "self",
        verbose_name="deelproject van",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    standing = models.CharField("hoort bij het programma", max_length=12, choices=ProjectStanding)
    summary = models.TextField("in het kort", blank=True)
    period_text = models.CharField("periode in woorden", max_length=80, blank=True)
    partners = models.ManyToManyField(
        Partner, verbose_name="partners", through="ProjectPartner", related_name="projects", blank=True
    )
    elements = models.ManyToManyField(
        Element, verbose_name="hoort bij in de agenda", related_name="projects", blank=True
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="projects")
    note = models.TextField("opmerking", blank=True)
    search_vector = search_vector(title=["name"], text=["summary", "note"])

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "project"
        verbose_name_plural = "projecten"
        ordering = ["programme__position", "position", "name"]
        indexes = [GinIndex(fields=["search_vector"], name="project_search")]
        constraints = [
            known("standing", ProjectStanding, model="project"),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="project_is_not_its_own_part",
                violation_error_message="Een project is geen deelproject van zichzelf.",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("results:project", args=[self.slug])

    def clean(self):
        """Keeps a project and its parts to two levels, within one programme."""
        super().clean()
        if self.parent and (self.parent.parent_id or (self.pk and self.parts.exists())):
            raise ValidationError({"parent": "Een deelproject heeft zelf geen deelprojecten."})
        if self.parent and self.parent.programme_id != self.programme_id:
            raise ValidationError({"parent": "Een deelproject hoort bij hetzelfde programma als het hele project."})

    @property
    def is_presumed(self):
        return self.standing == ProjectStanding.PRESUMED

    @property
    def leads(self):
        """The partners that lead it, also those that only probably do."""
        leading = (ProjectRole.LEAD, ProjectRole.PRESUMED_LEAD)
        return [taking_part for taking_part in self.project_partners.all() if taking_part.role in leading]


class ProjectRole(models.TextChoices):
    """What a partner does in a project."""

    LEAD = "trekker", "trekker"
    PRESUMED_LEAD = "vermoedelijk-trekker", "vermoedelijk trekker"
    PARTNER = "partner", "partner"
    CONTRACT = "contractpartner", "contractpartner voor de subsidie"
    LOCATION = "gebied", "ligt in deze gemeente"


class ProjectPartnerQuerySet(models.QuerySet):
    def in_order(self):
        """Who leads first, then by role as in ProjectRole, and within a role by name."""
        rank = Case(*(When(role=role, then=place) for place, role in enumerate(ProjectRole.values)))
        return self.order_by(rank, SortKey("partner__name"))


class ProjectPartner(models.Model):
    """That a partner has a role in a project."""

    project = models.ForeignKey(
        Project, verbose_name="project", on_delete=models.CASCADE, related_name="project_partners"
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


class Funder(models.TextChoices):
    """Whose money it is."""

    STATE = "rijk", "Rijk"
    PROVINCE = "provincie", "provincie"
    MUNICIPALITY = "gemeenten", "gemeenten"
    REGION = "regio", "regionale cofinanciering"
    TOTAL = "samen", "samen, niet uitgesplitst"
    OTHER = "overig", "overig"


class Funding(models.Model):
    """Money for a programme or a project by source, in euros. An amount that is not known is empty, never 0."""

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
    description = models.CharField("waarvoor", max_length=200, blank=True)
    qualifier = models.CharField("woord ervoor", max_length=24, blank=True, help_text="ten minste, ruim, zo'n.")
    committed = models.DecimalField(
        "toegezegd",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro's. Leeg: niet bekend.",
    )
    spent = models.DecimalField(
        "besteed",
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="In euro's. Leeg: niet bekend.",
    )
    reference_on = models.DateField("datum")
    reference_text = models.CharField("datum in woorden", max_length=60)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="fundings")
    note = models.CharField("opmerking", max_length=300, blank=True)

    class Meta:
        verbose_name = "financiering"
        verbose_name_plural = "financiering"
        ordering = ["-reference_on", "funder", "pk"]
        constraints = [
            known("funder", Funder, model="funding"),
            models.CheckConstraint(
                condition=Q(programme__isnull=False, project__isnull=True)
                | Q(programme__isnull=True, project__isnull=False),
                name="funding_is_for_a_programme_or_a_project",
                violation_error_message="Kies een programma of een project, niet allebei.",
            ),
            models.CheckConstraint(
                condition=(Q(committed__gt=0) | Q(committed__isnull=True)) & (Q(spent__gte=0) | Q(spent__isnull=True)),
                name="funding_is_positive_or_unknown",
                violation_error_message="Laat een onbekend bedrag leeg; 0 of minder kan niet.",
            ),
        ]

    def __str__(self):
        return f"{self.get_funder_display()}, {self.reference_text}"

    @property
    def committed_text(self):
        """The amount as its source hedges it, 'ruim € 87 miljoen'; empty when it is not known."""
        return f"{self.qualifier} {euro(self.committed)}".strip() if self.committed is not None else ""
