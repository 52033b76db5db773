"""Projects: what is done within a programme, how sure that is, and where it stands on a day."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from agenda.models import Element
from partners.ground.constraints import known
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.templatetags.dutch import listed
from partners.ground.texts import PAGE
from partners.models import Partner, Source
from results.models.projects.partner import ProjectPartner, ProjectRole
from results.models.projects.phase import GOES_ON_FOR, PhaseKind, ProjectPhase, ProjectStage


class ProjectStatus(models.TextChoices):
    """Whether sources confirm that a project belongs to its programme."""

    CONFIRMED = "bevestigd", "bevestigd"
    PRESUMED = "vermoed", "niet bevestigd"


class ProjectQuerySet(PublicQuerySet):
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
            Prefetch(
                "project_partners",
                ProjectPartner.objects.public(along=["partner"]).select_related("partner").in_order(),
            )
        )

    def with_stage(self, on=None):
        """Adds `stage`, the ProjectStage of each on the day `on`, today without.

        It is that of the last phase that the day lies in. An end that is not known lies open, but of what began long
        ago nobody knows that it still goes on. A phase without any date says nothing about a day.
        """
        on = on or timezone.localdate()
        dated = ProjectPhase.objects.filter(project=OuterRef("pk")).exclude(starts_on=None, ends_on=None)
        now = dated.filter(Q(starts_on=None) | Q(starts_on__lte=on), Q(ends_on=None) | Q(ends_on__gte=on))
        stage = Case(
            When(~Q(kind=PhaseKind.USE), ends_on=None, starts_on__lt=on - GOES_ON_FOR, then=Value(ProjectStage.BEGUN)),
            default=F("kind"),
        )
        latest = now.order_by(F("starts_on").desc(nulls_last=True), "-pk").values(stage=stage)[:1]
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


class Project(Publishable):
    """Something that is done within a programme."""

    cited_as = "J"
    follows = ("programme", "parent")

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    name = models.CharField("naam", max_length=160)
    programme = models.ForeignKey(
        "results.Programme", verbose_name="programma of actielijn", on_delete=models.PROTECT, related_name="projects"
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
    summary = models.TextField("in het kort", max_length=PAGE, blank=True)
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
    note = models.TextField("opmerking", max_length=PAGE, blank=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "project"
        verbose_name_plural = "projecten"
        ordering = ["programme__position", "position", "name"]
        constraints = [
            known("status", ProjectStatus, model="project"),
            ends_after_it_is_public(model="project"),
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

    def lacks(self):
        return lacking(
            (not self.summary, "er staat niets bij ‘In het kort’."),
            (not self.project_partners.exists(), "er is geen partner ingevuld."),
            (not self.phases.exists(), "er is geen fase ingevuld."),
            (not self.elements.exists(), "het project hoort bij geen onderdeel van de agenda."),
        )

    @property
    def kicker(self):
        """What it is, above its name: 'Project', 'Project van Regio Deal', or 'Misschien een project van' it."""
        if not self.programme.parent:
            return "Project"
        return f"{'Misschien een project' if self.is_presumed else 'Project'} van {self.programme.parent.name}"

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

    @property
    def lead_names(self):
        """'Zwolle, Dalfsen (vermoedelijk)'; empty when nobody is known to lead."""
        return ", ".join(taking_part.name for taking_part in self.leads)

    @property
    def place_names(self):
        """'Meppel, Urk en Zwolle'; empty when no place is known."""
        return listed(self.places)

    @property
    def place_sentence(self):
        return f"In {self.place_names}." if self.places else ""

    @property
    def known_stage(self):
        """The stage in words; empty when it is not known. Needs `with_stage`."""
        return "" if self.stage == ProjectStage.UNKNOWN else self.stage_label

    @property
    def period_in_brackets(self):
        """' (2020-2024)', to set behind the stage; empty when it is not known."""
        return f" ({self.period_text})" if self.period_text else ""
