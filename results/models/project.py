"""Programmes such as the Regio Deal, their projects, who does them, when, where and with what result."""

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from agenda.models import Element
from partners.ground.constraints import believable, ends_after_it_starts, known, refuse_reversed, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.search import SearchQuerySet, SortKey, search_vector
from partners.models import Partner, Source
from results.models.indicator import Attribution, Indicator


class ProgrammeQuerySet(SearchQuerySet, RealQuerySet):
    """Questions about programmes and their lines of action."""

    def whole(self):
        """The programmes themselves, without their lines of action."""
        return self.filter(parent__isnull=True)

    def with_project_counts(self):
        """Adds `confirmed` and `presumed`: how many projects are known by name, those of its lines included.

        A part of a project counts with the project, as it does in the sources' own totals.
        """

        def known_by_name(status):
            """A count of its own: joining projects and those of its lines would multiply them."""
            own_or_of_a_line = Q(programme=OuterRef("pk")) | Q(programme__parent=OuterRef("pk"))
            found = Project.objects.filter(own_or_of_a_line, status=status, parent=None).order_by()
            count = found.annotate(one=Value(1)).values("one").annotate(count=Count("pk")).values("count")
            return Coalesce(Subquery(count), 0)

        return self.annotate(
            confirmed=known_by_name(ProjectStatus.CONFIRMED), presumed=known_by_name(ProjectStatus.PRESUMED)
        )


class Programme(Example):
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
        verbose_name_plural = "programma’s"
        ordering = ["position", "name"]
        indexes = [GinIndex(fields=["search_vector"], name="programme_search")]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="programme"),
            believable("starts_on", model="programme"),
            believable("ends_on", model="programme"),
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
        refuse_unbelievable(self, "starts_on", "ends_on")
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


class ProjectStatus(models.TextChoices):
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

    def as_listed(self):
        """With `project_partners` in the order of their roles, and their programmes; two queries."""
        return self.select_related("programme__parent").prefetch_related(
            Prefetch("project_partners", ProjectPartner.objects.select_related("partner").in_order())
        )

    def with_stage(self, on=None):
        """Adds `stage`, the ProjectStage of each on the day `on`, today without.

        It is that of the last phase that the day lies in; an end that is not known lies open. A phase without any
        date says nothing about a day.
        """
        on = on or timezone.localdate()
        dated = ProjectPhase.objects.filter(project=OuterRef("pk")).exclude(starts_on=None, ends_on=None)
        now = dated.filter(Q(starts_on=None) | Q(starts_on__lte=on), Q(ends_on=None) | Q(ends_on__gte=on))
        latest = now.order_by(F("starts_on").desc(nulls_last=True), "-pk").values("kind")[:1]
        return self.annotate(
            stage=Coalesce(
                Subquery(latest),
                Case(
                    When(~Exists(dated), then=Value(ProjectStage.UNKNOWN.value)),
                    When(Exists(dated.filter(starts_on__gt=on)), then=Value(ProjectStage.COMING.value)),
                    default=Value(ProjectStage.OVER.value),
                ),
            )
        )

    def serving(self, line):
        """Those that belong to a line of the agenda or to what stands under it."""
        served = Element.objects.filter(Q(pk=line.pk) | Q(parent=line))
        return self.filter(pk__in=Project.elements.through.objects.filter(element__in=served).values("project"))

    def with_partner(self, partner):
        """Those in which the partner has any role, also as the place where it lies."""
        return self.filter(Exists(ProjectPartner.objects.filter(project=OuterRef("pk"), partner=partner)))


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
    status = models.CharField("hoort bij het programma", max_length=12, choices=ProjectStatus)
    summary = models.TextField("in het kort", blank=True)
    period_text = models.CharField(
        "periode in woorden", max_length=80, blank=True, help_text="Zoals op de site. De fasen hieronder hebben data."
    )
    part_count = models.PositiveSmallIntegerField(
        "aantal deelprojecten volgens de bron",
        null=True,
        blank=True,
        help_text="Ook als niet alle deelprojecten met naam bekend zijn.",
    )
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
            known("status", ProjectStatus, model="project"),
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
        return self.status == ProjectStatus.PRESUMED

    @property
    def stage_label(self):
        """What people call its stage; needs `with_stage`."""
        return ProjectStage(self.stage).label

    @property
    def places(self):
        """The municipalities that it lies in; none when that is not known. Needs `project_partners`."""
        return [part.partner for part in self.project_partners.all() if part.role == ProjectRole.LOCATION]

    @property
    def leads(self):
        """The partners that lead it, also those that only probably do."""
        leading = (ProjectRole.LEAD, ProjectRole.PRESUMED_LEAD)
        return [taking_part for taking_part in self.project_partners.all() if taking_part.role in leading]


class PhaseKind(models.TextChoices):
    """What is done in a phase; the order is that of a project."""

    PREPARATION = "voorbereiding", "voorbereiding"
    EXECUTION = "uitvoering", "uitvoering"
    USE = "gebruik", "gebruik en beheer"
    EVALUATION = "evaluatie", "evaluatie"


class ProjectStage(models.TextChoices):
    """Where a project stands on a day, as far as its dated phases say."""

    COMING = "nog-niet-begonnen", "nog niet begonnen"
    PREPARATION = "voorbereiding", "in voorbereiding"
    EXECUTION = "uitvoering", "in uitvoering"
    USE = "gebruik", "in gebruik"
    EVALUATION = "evaluatie", "in evaluatie"
    OVER = "voorbij", "periode voorbij"
    UNKNOWN = "onbekend", "nog niet bekend"


class ProjectPhase(models.Model):
    """A phase of a project, with its dates as far as they are known. Phases may overlap."""

    project = models.ForeignKey(Project, verbose_name="project", on_delete=models.CASCADE, related_name="phases")
    kind = models.CharField("fase", max_length=16, choices=PhaseKind)
    starts_on = models.DateField("van", null=True, blank=True, help_text="Leeg: nog niet bekend.")
    ends_on = models.DateField("tot en met", null=True, blank=True, help_text="Leeg: nog niet bekend.")
    text = models.CharField(
        "periode in woorden", max_length=120, blank=True, help_text="Zoals in de bron, bijvoorbeeld: sinds juni 2020."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="project_phases")

    class Meta:
        verbose_name = "fase van een project"
        verbose_name_plural = "fasen van een project"
        ordering = ["project", F("starts_on").asc(nulls_first=True), "ends_on", "pk"]
        constraints = [
            known("kind", PhaseKind, model="project_phase"),
            ends_after_it_starts("starts_on", "ends_on", model="project_phase"),
            believable("starts_on", model="project_phase"),
            believable("ends_on", model="project_phase"),
            models.UniqueConstraint(
                fields=["project", "kind", "starts_on"],
                name="one_phase_of_a_kind_per_start",
                nulls_distinct=False,
                violation_error_message="Deze fase staat er al.",
            ),
        ]

    def __str__(self):
        return f"{self.project}: {self.get_kind_display()}"

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "starts_on", "ends_on")
        refuse_reversed(self, "starts_on", "ends_on")


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


class ResultNature(models.TextChoices):
    """Whether a result is meant to come or has come."""

    AIMED = "beoogd", "beoogd"
    REACHED = "bereikt", "bereikt"


class ProjectResult(models.Model):
    """What a project aims for or has yielded, in words, tied to the figure that counts it if there is one."""

    project = models.ForeignKey(Project, verbose_name="project", on_delete=models.CASCADE, related_name="results")
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    nature = models.CharField("aard", max_length=12, choices=ResultNature)
    text = models.CharField("resultaat", max_length=240, help_text="Bijvoorbeeld: meer dan 140 bedrijven doen mee.")
    date_text = models.CharField("datum in woorden", max_length=60, blank=True)
    attribution = models.CharField("van wie", max_length=20, choices=Attribution, default=Attribution.SHARED)
    indicator = models.ForeignKey(
        Indicator,
        verbose_name="geteld in het cijfer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="project_results",
        help_text="Het cijfer waarin dit resultaat meetelt, als dat er is.",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="project_results")

    class Meta:
        verbose_name = "resultaat van een project"
        verbose_name_plural = "resultaten van een project"
        ordering = ["project", "position", "pk"]
        constraints = [
            known("nature", ResultNature, model="project_result"),
            known("attribution", Attribution, model="project_result"),
            models.UniqueConstraint(
                fields=["project", "text"],
                name="a_result_is_told_once_per_project",
                violation_error_message="Dit resultaat staat er al.",
            ),
        ]

    def __str__(self):
        return self.text
