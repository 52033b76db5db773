"""What an element says in one version, and where it stands there."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda import rich_text
from agenda.models.element import LINES, Element
from agenda.models.version import Version
from partners.ground.texts import CHAPTER, PAGES


class WordingQuerySet(models.QuerySet):
    def published(self, at=None):
        """Words of versions that everyone may read at the moment `at`."""
        return self.filter(version__published_at__lte=at or timezone.now())

    def newest_first(self):
        return self.order_by("-version__number")

    def changed_since(self, version):
        """Words of later versions of its agenda that `version` did not have; the secretariat's drafts as well."""
        before = Wording.objects.filter(version=version, element=OuterRef("element"), text=OuterRef("text"))
        later = self.filter(version__agenda=version.agenda_id, version__number__gt=version.number)
        return later.exclude(Exists(before))

    def by_version(self, versions):
        """The words of `versions` as lists in reading order, by the primary key of their version. One query."""
        found = {version.pk: [] for version in versions}
        for wording in self.filter(version__in=versions).select_related("element").order_by("position", "pk"):
            found[wording.version_id].append(wording)
        return found

    def with_newest(self, at=None):
        """Adds `newest_number`, that of the newest version, and `ended_number`, of the first without the element.

        Only versions that are published at the moment `at` count. While the element stands `ended_number` is None.
        """
        published = Version.objects.published(at).filter(agenda=OuterRef("version__agenda"))
        without = published.filter(number__gt=OuterRef("version__number")).exclude(
            Exists(Wording.objects.filter(version=OuterRef("pk"), element=OuterRef(OuterRef("element"))))
        )
        return self.annotate(
            newest_number=Subquery(published.order_by("-number").values("number")[:1]),
            ended_number=Subquery(without.order_by("number").values("number")[:1]),
        )


class ChangeKind(models.TextChoices):
    """What a change of the words does, as the secretariat marks it."""

    SUBSTANCE = "inhoudelijk", "inhoudelijk"
    EDITORIAL = "redactioneel", "redactioneel"


class Wording(models.Model):
    """What an element says in one version, in the agenda's own words, and where it stands there.

    `text` holds the words themselves: what is searched, quoted and compared. `markup` holds the same words as
    HTML, and is empty where they are paragraphs and nothing more. `save` derives the one from the other. Pages show
    the HTML as it is, so the database refuses what `rich_text.clean` did not write.
    """

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.PROTECT, related_name="wordings")
    version = models.ForeignKey(Version, verbose_name="versie", on_delete=models.PROTECT, related_name="wordings")
    text = models.TextField("tekst", max_length=CHAPTER, help_text="De letterlijke woorden van de agenda.")
    markup = models.TextField(
        "opgemaakte tekst",
        max_length=CHAPTER,
        blank=True,
        help_text="Dezelfde woorden als HTML: alinea’s, vet, cursief, lijsten en links. Leeg: alleen alinea’s.",
    )
    explanation = models.TextField(
        "toelichting",
        max_length=PAGES,
        blank=True,
        help_text="In gewone taal, van de redactie. Geen onderdeel van de agenda zelf.",
    )
    number = models.CharField(
        "nummer", max_length=8, blank=True, help_text="Zoals het in deze versie staat, bijvoorbeeld 1.2."
    )
    position = models.PositiveSmallIntegerField(
        "volgorde", blank=True, help_text="Plaats in deze versie, van boven naar onder. Leeg: waar het al stond."
    )
    parent = models.ForeignKey(
        Element,
        verbose_name="valt onder",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="wordings_under",
        limit_choices_to={"kind__in": LINES},
    )
    change = models.CharField(
        "soort wijziging",
        max_length=12,
        choices=ChangeKind,
        blank=True,
        help_text="Ten opzichte van de vorige versie. Redactioneel: alleen andere woorden voor hetzelfde.",
    )
    change_note = models.CharField(
        "waarom gewijzigd", max_length=300, blank=True, help_text="Staat op de site bij de vergelijking."
    )

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        ordering = ["version", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "version"],
                name="one_wording_per_element_and_version",
                violation_error_message="Dit onderdeel heeft al een tekst in deze versie.",
            ),
            models.CheckConstraint(
                condition=Q(change__in=[*ChangeKind.values, ""]),
                name="wording_change_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
            models.CheckConstraint(
                condition=~Q(markup__iregex=rich_text.UNCLEAN),
                name="wording_markup_is_clean",
                violation_error_message="Er staat opmaak in de tekst die niet kan.",
            ),
        ]

    def __str__(self):
        return f"{self.element} (versie {self.version.number})"

    def save(self, **kwargs):
        """Derives the words from the markup, and stands where the element does unless told otherwise."""
        if self.markup:
            self.text = rich_text.plain(self.markup)
            if self.markup == rich_text.paragraphs(self.text):
                self.markup = ""
        if self.position is None:
            self.place = self.element.place
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("agenda:wording", args=[self.element.code, self.version.number])

    def clean(self):
        """Refuses words of an element in a version of another agenda, and a place that is not in the tree."""
        super().clean()
        if not self.element_id or not self.version_id:
            return
        if self.element.agenda_id != self.version.agenda_id:
            raise ValidationError({"element": "Dit onderdeel hoort bij een andere agenda dan de versie."})
        if self.parent and self.parent.agenda_id != self.version.agenda_id:
            raise ValidationError({"parent": "Dit onderdeel hoort bij een andere agenda."})

    @property
    def place(self):
        """Its ElementPlace in its version."""
        return {"number": self.number, "position": self.position, "parent": self.parent_id}

    @place.setter
    def place(self, place):
        self.number, self.position, self.parent_id = place["number"], place["position"], place["parent"]

    @property
    def code(self):
        """By which these very words can be cited for ever: 'RZ24-L1.2@1'."""
        return f"{self.element.code}@{self.version.number}"

    @property
    def change_sentences(self):
        """What sort of change it is marked as, and why: 'Inhoudelijk. Op verzoek.'; "" when nothing is said."""
        marked_as = f"{capfirst(self.get_change_display())}." if self.change else ""
        return f"{marked_as} {self.change_note}".strip()

    @property
    def label(self):
        """What people call its place in its own version: 'Opgave 1.2'."""
        return self.element.numbered(self.number)

    @property
    def html(self):
        """The words as safe HTML."""
        return rich_text.html(self.text, self.markup)
