"""A paper that is put before the bodies, and each of its versions: what lies before a body never changes unseen."""

from django.db import models
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from partners.ground.comparing import ChangedParagraph
from partners.ground.models import FileWords, StoredFile
from partners.ground.publishing import PublicQuerySet
from partners.ground.publishing.woo import Categorised, known_category, woo_field
from partners.ground.templatetags.dutch import counted
from partners.ground.texts import SENTENCES

NO_FILE = "bij het stuk ‘{}’ staat nog geen bestand."
ONLY_PICTURE = (
    "in het stuk ‘{}’ kan de portal geen tekst lezen. Wie een schermlezer gebruikt, kan dat waarschijnlijk ook niet."
)


class PaperQuerySet(PublicQuerySet):
    def with_versions(self):
        """In the order of the dossier, with every version and its file: two queries."""
        versions = PaperVersion.objects.select_related("file").order_by("-number")
        return self.prefetch_related(Prefetch("versions", versions)).order_by("position", "pk")

    def lacks(self):
        """What a reader would miss of these, in sentences: a file, or words that can be read aloud. Three queries."""
        papers = list(self.with_versions())
        newest = {paper: paper.newest for paper in papers if paper.newest}
        files = [version.file_id for version in newest.values()]
        silent = set(FileWords.objects.filter(file__in=files, text="").values_list("file", flat=True))
        return [NO_FILE.format(paper) for paper in papers if paper not in newest] + [
            ONLY_PICTURE.format(paper) for paper, version in newest.items() if version.file_id in silent
        ]


class Paper(Categorised, models.Model):
    """What belongs to a dossier as a file, such as the draft or a council proposal. It keeps all its versions."""

    follows = ("dossier",)

    dossier = models.ForeignKey("Dossier", verbose_name="dossier", on_delete=models.CASCADE, related_name="papers")
    title = models.CharField("titel", max_length=200, help_text="Zoals: Strategische agenda, concept voor de raden.")
    position = models.PositiveSmallIntegerField("volgorde", default=10, help_text="Laag staat bovenaan.")
    woo_category = woo_field()

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = "stuk"
        verbose_name_plural = "stukken"
        ordering = ["dossier", "position", "pk"]
        constraints = [
            known_category("paper"),
            models.UniqueConstraint(
                fields=["dossier", "title"],
                name="papers_of_a_dossier_are_told_apart",
                violation_error_message="Bij dit dossier staat al een stuk met deze titel.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("deciding:paper", args=[self.dossier.slug, self.pk])

    @property
    def newest(self):
        """Its latest PaperVersion, or None before a file was put on it."""
        return next(iter(self.versions.all()), None)


class PaperVersionQuerySet(PublicQuerySet):
    def to_read(self):
        """Those of which the worker did not look for words yet."""
        return self.filter(file__words=None)

    def to_compare(self):
        """Those that came in the place of another, and of which the worker has not said yet what is different."""
        return self.filter(number__gt=1, changes__isnull=True, not_compared_because="")


class PaperVersion(models.Model):
    """One file of a paper, as it was put before the bodies. Neither the file nor its number ever changes."""

    follows = ("paper",)

    paper = models.ForeignKey(Paper, verbose_name="stuk", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField("versie")
    file = models.ForeignKey(StoredFile, verbose_name="bestand", on_delete=models.PROTECT, related_name="papers")
    file_name = models.CharField("naam van het bestand", max_length=120)
    put_at = models.DateTimeField("neergezet op", default=timezone.now)
    reason = models.TextField(
        "wat er anders is", max_length=SENTENCES, blank=True, help_text="Staat op de site bij deze versie."
    )
    inaccessible_because = models.CharField(
        "waarom niet toegankelijk",
        max_length=200,
        blank=True,
        db_default="",
        help_text="Staat op de site bij deze versie.",
    )
    # The ChangedParagraphs in which its words differ from the version before; the worker finds them, or why it cannot.
    changes = models.JSONField("verschil met de vorige versie", null=True, blank=True, editable=False)
    not_compared_because = models.CharField("waarom niet vergeleken", max_length=200, blank=True, editable=False)

    objects = PaperVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versie van een stuk"
        verbose_name_plural = "versies van stukken"
        ordering = ["paper", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="versions_of_a_paper_are_counted"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="paper_version_counts_from_1"),
            models.CheckConstraint(
                condition=models.Q(number=1) | ~models.Q(reason=""),
                name="a_replaced_paper_says_why",
                violation_error_message="Schrijf op wat er anders is.",
            ),
        ]

    def __str__(self):
        return f"{self.paper}, versie {self.number}"

    def get_absolute_url(self):
        return reverse("deciding:paper_version", args=[self.paper.dossier.slug, self.paper_id, self.number])

    @property
    def changed_paragraphs(self):
        """The ChangedParagraphs in which its words differ from the version before; none before the worker looked."""
        return [ChangedParagraph(*one) for one in self.changes or []]

    @property
    def change_in_words(self):
        """What differs from the version before, as one sentence; "" for the first version."""
        if self.number == 1:
            return ""
        if self.not_compared_because:
            return f"Wat er anders is, kan de portal niet laten zien. {self.not_compared_because}"
        if self.changes is None:
            return "Wij zoeken nog op wat er anders is. Kijk over een minuut opnieuw."
        if not self.changes:
            return "De woorden zijn dezelfde als die van de vorige versie."
        return f"De woorden verschillen in {counted(len(self.changes), 'alinea,alinea’s')} van de vorige versie."

    @property
    def file_path(self):
        """Where the file itself is."""
        return reverse("deciding:paper_file", args=[self.paper.dossier.slug, self.paper_id, self.number])

    @property
    def form(self):
        """'PDF', 'docx' or 'odt'."""
        ending = self.file_name.rpartition(".")[2]
        return "PDF" if ending == "pdf" else ending
