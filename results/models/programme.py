"""Programmes such as the Regio Deal, and the lines of action within them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from agenda.models import Element
from partners.ground.constraints import believable, ends_after_it_starts, refuse_reversed, refuse_unbelievable
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.templatetags.dutch import counted
from partners.ground.texts import PAGE
from partners.models import Source
from results.models.projects.project import Project, ProjectStatus


def known_projects(programme):
    """What everyone may read of the projects of `programme`, an outer key, and of its lines; no parts of projects."""
    # As keys of programmes, so that of thousands of projects only those are read: a join would read all.
    own_and_lines = Programme.objects.filter(Q(pk=OuterRef(programme)) | Q(parent=OuterRef(programme)))
    return Project.objects.public().filter(programme__in=own_and_lines.order_by().values("pk"), parent=None).order_by()


class ProgrammeQuerySet(PublicQuerySet, RealQuerySet):
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
            found = known_projects(OuterRef("pk")).filter(status=status)
            count = found.annotate(one=Value(1)).values("one").annotate(count=Count("pk")).values("count")
            return Coalesce(Subquery(count), 0)

        return self.annotate(
            confirmed=known_by_name(ProjectStatus.CONFIRMED), presumed=known_by_name(ProjectStatus.PRESUMED)
        )

    def with_known_projects(self):
        """Those of which a project is known by name, of a line of it too; the first that is found is enough."""
        return self.filter(Exists(known_projects(OuterRef("pk"))))


class Programme(Publishable, Example):
    """A joint programme, or a line of action within one."""

    follows = ("parent",)

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
    summary = models.TextField("in het kort", max_length=PAGE, blank=True)
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
    note = models.TextField(
        "opmerking", max_length=PAGE, blank=True, help_text="Bijvoorbeeld waar bronnen elkaar tegenspreken."
    )
    elements = models.ManyToManyField(
        Element, verbose_name="hoort bij in de agenda", related_name="programmes", blank=True
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma’s"
        ordering = ["position", "name"]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="programme"),
            ends_after_it_is_public(model="programme"),
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

    def lacks(self):
        return lacking(
            (not self.summary, "er staat niets bij ‘In het kort’."),
            (not self.period_text, "de periode is niet ingevuld."),
            (not self.elements.exists(), "het hoort bij geen onderdeel van de agenda."),
        )

    @property
    def years(self):
        """The years of its period as a range, empty when it has no two days."""
        if not self.starts_on or not self.ends_on:
            return range(0)
        return range(self.starts_on.year, self.ends_on.year + 1)

    @property
    def named(self):
        """How many projects are known by name; needs `with_project_counts`."""
        return self.confirmed + self.presumed

    @property
    def unnamed(self):
        """How many projects the source counts beyond those known by name, 0 when it gives no count."""
        return max((self.project_count or 0) - self.named, 0)

    @property
    def whole(self):
        """The programme that it is a line of action of, or itself."""
        return self.parent or self

    @property
    def kicker(self):
        """What it is, above its name: 'Programma' or 'Onderdeel van Regio Deal'."""
        return f"Onderdeel van {self.parent.name}" if self.parent else "Programma"

    @property
    def period_opening(self):
        """Its period as a sentence without a verb: '2020-2024.'; empty when it is not known."""
        return f"{self.period_text}." if self.period_text else ""

    @property
    def period_sentence(self):
        return f"Periode: {self.period_text}." if self.period_text else ""

    @property
    def is_heard_of(self):
        """Whether anything is known of its projects; needs `with_project_counts`."""
        return bool(self.project_count or self.named)

    @property
    def unnamed_of_total(self):
        """'12 van de 20 projecten'; needs `with_project_counts` and a count in the source."""
        return f"{self.unnamed} van de {counted(self.project_count, 'project,projecten')}"

    @property
    def all_projects(self):
        """'18 projecten in Regio Deal 1'; needs `with_project_counts`."""
        return f"{counted(self.named + self.unnamed, 'project,projecten')} in {self.name}"

    @property
    def known_projects(self):
        """How many projects are known by name, in sentences; needs `with_project_counts`."""
        total = counted(self.project_count, "project,projecten") if self.project_count else ""
        if not self.named:
            return f"Van geen van de {total} is de naam bekend." if total else ""
        presumed = f": {self.confirmed} bevestigd en {self.presumed} niet bevestigd" if self.presumed else ""
        if not self.unnamed:
            return f"{counted(self.named, 'project,projecten')} met naam bekend{presumed}."
        verb = "is" if self.named == 1 else "zijn"
        rest = f"De overige {self.unnamed} nog niet."
        return f"{self.named} van de {total} {verb} met naam bekend{presumed}. {rest}"

    @property
    def told_projects(self):
        """As `known_projects`, and what is not known of them, as words alone."""
        unknown = f"{self.unknown_of_projects} nog niet bekend." if self.unknown_of_projects else ""
        return f"{self.known_projects} {unknown}".strip()

    @property
    def counted_projects(self):
        """As `known_projects`, but empty when no source counts them."""
        return self.known_projects if self.project_count else ""

    @property
    def unknown_of_projects(self):
        """What is not known of its projects, as the begin of a sentence that 'nog niet bekend' ends; or empty."""
        if self.project_count:
            return ""
        return "Hoeveel het er in totaal zijn, is" if self.named else "Welke projecten er zijn, is"
