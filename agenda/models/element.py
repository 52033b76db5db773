"""The places in an agenda, what each says in a version, and how they hang together."""

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda import rich_text
from agenda.models.version import Agenda, Version
from partners.ground.constraints import known
from partners.ground.search import SearchQuerySet, search_vector


class ElementKind(models.TextChoices):
    """Which place in the agenda; the order is that of the page."""

    AMBITION = "ambitie", "overkoepelende ambitie"
    PRINCIPLE = "principe", "leidend principe"
    REGIONAL = "regionale-ambitie", "regionale ambitie"
    LINE = "uitvoeringslijn", "uitvoeringslijn"
    # The deck calls it the closing piece and does not count it among the lines, yet it has a goal.
    CLOSING = "sluitstuk", "sluitstuk"
    GOAL = "opgave", "opgave"
    PARAGRAPH = "alinea", "alinea"

    @property
    def plural(self):
        """The heading above those of this kind, where they stand together."""
        return {
            ElementKind.AMBITION: "Overkoepelende ambitie",
            ElementKind.PRINCIPLE: "Leidende principes",
            ElementKind.REGIONAL: "Regionale ambities",
            ElementKind.LINE: "Uitvoeringslijnen",
            ElementKind.CLOSING: "Sluitstuk",
            ElementKind.GOAL: "Opgaven",
            ElementKind.PARAGRAPH: "Alinea’s",
        }[self]

    @property
    def definite(self):
        """With its article, for one that has no number to be called by."""
        return {
            ElementKind.PRINCIPLE: "het principe",
            ElementKind.CLOSING: "het sluitstuk",
        }.get(self, f"de {self.label}")

    @property
    def is_single(self):
        """Whether an agenda has only one of it."""
        return self in (ElementKind.AMBITION, ElementKind.CLOSING)


# What goals and paragraphs stand under, and what a reader can choose as a line.
LINES = [ElementKind.LINE, ElementKind.CLOSING]
# What partners take part in and act for. A paragraph is carried out with its line.
CARRIED_OUT = [*LINES, ElementKind.GOAL]


class ElementQuerySet(SearchQuerySet):
    """Questions about the places in the agenda."""

    def in_version(self, version):
        """Those with words in `version`, in its reading order and each at the `place` that it has there.

        Adds `wording_id`, `wording_text`, `wording_markup`, `wording_explanation` and `wording_parent`.
        Without a version (None) there are none.
        """
        return (
            self.annotate(words=FilteredRelation("wordings", condition=Q(wordings__version=version)))
            .filter(words__isnull=False)
            .annotate(
                wording_id=F("words__pk"),
                wording_text=F("words__text"),
                wording_markup=F("words__markup"),
                wording_explanation=F("words__explanation"),
                wording_parent=F("words__parent"),
                place=JSONObject(number="words__number", position="words__position", parent="words__parent"),
            )
            .order_by("words__position", "pk")
        )

    def with_earlier_text(self, version):
        """Adds to those in `version` as `earlier_text` what they last said otherwise before it, or None."""
        before = version.number if version else 0
        earlier = Wording.objects.published().filter(element=OuterRef("pk"), version__number__lt=before)
        others = earlier.exclude(text=OuterRef("wording_text")).newest_first()
        return self.annotate(earlier_text=Subquery(others.values("text")[:1]))

    def serving(self, ambition):
        """The ambition itself, and what contributes to it as the editors read it."""
        links = ElementLink.objects.filter(element=OuterRef("pk"), serves=ambition)
        return self.filter(Q(pk=ambition.pk) | Exists(links))

    def under(self, line):
        """Of those in one version the line itself, and what stands under it there."""
        return self.filter(Q(pk=line.pk) | Q(wording_parent=line.pk))

    def of_partner(self, partner):
        """Of those in one version what the partner takes part in or leads an action for.

        Who takes part in a line does so in all of it.
        """
        takes_part = partner.participations.values("element")
        leads = partner.actions.values("element")
        return self.filter(Q(pk__in=takes_part) | Q(wording_parent__in=takes_part) | Q(pk__in=leads))

    def with_links_to(self, element):
        """Adds the editors' reasons why it contributes to `element`, `serves_because`, and back, `served_because`."""
        links = ElementLink.objects.values("reason")
        return self.annotate(
            serves_because=Subquery(links.filter(element=OuterRef("pk"), serves=element)),
            served_because=Subquery(links.filter(element=element, serves=OuterRef("pk"))),
        )


class Element(models.Model):
    """A place in an agenda, with a code that never changes and is never used again.

    Its number, position and parent are those of the newest version; each wording keeps those of its own version.
    """

    agenda = models.ForeignKey(Agenda, verbose_name="agenda", on_delete=models.PROTECT, related_name="elements")
    code = models.CharField(
        "code",
        max_length=32,
        unique=True,
        validators=[RegexValidator(r"^[A-Z]{2}\d{2}-[A-Za-z0-9.]+$", "Schrijf de code als RZ24-L1.2.")],
        help_text="Blijft altijd gelijk, in alle versies. Bijvoorbeeld RZ24-L1.2.",
    )
    kind = models.CharField("soort", max_length=20, choices=ElementKind)
    parent = models.ForeignKey(
        "self",
        verbose_name="valt onder",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    position = models.PositiveSmallIntegerField("volgorde", help_text="Plaats in de hele agenda, van boven naar onder.")
    number = models.CharField(
        "nummer", max_length=8, blank=True, help_text="Zoals het in de tekst staat, bijvoorbeeld 1.2."
    )
    name = models.CharField(
        "korte naam", max_length=80, help_text="Voor de inhoudsopgave en het kruimelpad, van de redactie."
    )
    serves = models.ManyToManyField(
        "self",
        verbose_name="draagt bij aan",
        through="ElementLink",
        symmetrical=False,
        related_name="served_by",
        blank=True,
    )
    search_vector = search_vector(title=["code", "name"])

    objects = ElementQuerySet.as_manager()

    class Meta:
        verbose_name = "onderdeel"
        verbose_name_plural = "onderdelen"
        ordering = ["agenda", "position"]
        indexes = [GinIndex(fields=["search_vector"], name="element_search")]
        constraints = [
            known("kind", ElementKind, model="element"),
            models.UniqueConstraint(
                fields=["agenda", "position"],
                name="one_element_per_position",
                violation_error_message="Op deze plaats staat al een onderdeel.",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="element_is_not_its_own_parent",
                violation_error_message="Een onderdeel valt niet onder zichzelf.",
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.name}"

    def get_absolute_url(self):
        return reverse("agenda:element", args=[self.code])

    def clean(self):
        """Holds the tree to one agenda: goals and paragraphs stand under a line, nothing else under anything."""
        super().clean()
        if self.parent and self.parent.agenda_id != self.agenda_id:
            raise ValidationError({"parent": "Dit onderdeel hoort bij een andere agenda."})
        if self.parent and self.parent.kind not in LINES:
            raise ValidationError({"parent": "Kies een uitvoeringslijn of het sluitstuk."})
        if self.kind in [ElementKind.GOAL, ElementKind.PARAGRAPH] and not self.parent:
            raise ValidationError({"parent": "Kies onder welke uitvoeringslijn dit valt."})

    @property
    def label(self):
        """'Opgave 1.2', 'Regionale ambitie 4', 'Sluitstuk': what people call this place."""
        return self.numbered(self.number)

    def numbered(self, number):
        """As `label`, with the number that it has in some version."""
        return f"{capfirst(self.get_kind_display())} {number}".strip()

    @property
    def mention(self):
        """The same inside a sentence: 'opgave 1.2', 'het sluitstuk', 'het principe ‘Groeien in balans’'."""
        if self.number:
            return f"{self.get_kind_display()} {self.number}"
        kind = ElementKind(self.kind)
        return kind.definite if kind.is_single else f"{kind.definite} ‘{self.name}’"

    @property
    def place(self):
        """Its number, position and parent (a primary key, or None) as a dict."""
        return {"number": self.number, "position": self.position, "parent": self.parent_id}

    @place.setter
    def place(self, place):
        """Puts it, in memory, where it stands in the version that it is read in: see `in_version`."""
        self.number, self.position, self.parent_id = place["number"], place["position"], place["parent"]

    @property
    def wording_html(self):
        """What it says in the version it is read in (see `in_version`), as safe HTML."""
        return rich_text.html(self.wording_text, self.wording_markup)

    @property
    def is_public(self):
        """Whether everyone may read words of it, in any version. One query."""
        return self.wordings.published().exists()

    @property
    def is_line(self):
        """Whether goals and paragraphs stand under it."""
        return self.kind in LINES

    @property
    def is_carried_out(self):
        """Whether partners take part in it and act for it."""
        return self.kind in CARRIED_OUT


class WordingQuerySet(SearchQuerySet):
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


class Change(models.TextChoices):
    """What a change of the words does, as the secretariat marks it."""

    SUBSTANCE = "inhoudelijk", "inhoudelijk"
    EDITORIAL = "redactioneel", "redactioneel"


class Wording(models.Model):
    """What an element says in one version, in the agenda's own words, and where it stands there.

    `text` holds the words themselves: what is searched, quoted and compared. `markup` holds the same words as
    HTML, and is empty where they are paragraphs and nothing more. `save` derives the one from the other.
    """

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.PROTECT, related_name="wordings")
    version = models.ForeignKey(Version, verbose_name="versie", on_delete=models.PROTECT, related_name="wordings")
    text = models.TextField("tekst", help_text="De letterlijke woorden van de agenda.")
    markup = models.TextField(
        "opgemaakte tekst",
        blank=True,
        help_text="Dezelfde woorden als HTML: alinea’s, vet, cursief, lijsten en links. Leeg: alleen alinea’s.",
    )
    explanation = models.TextField(
        "toelichting",
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
        choices=Change,
        blank=True,
        help_text="Ten opzichte van de vorige versie. Redactioneel: alleen andere woorden voor hetzelfde.",
    )
    change_note = models.CharField(
        "waarom gewijzigd", max_length=300, blank=True, help_text="Staat op de site bij de vergelijking."
    )
    search_vector = search_vector(title=["text"], text=["explanation"])

    objects = WordingQuerySet.as_manager()

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        ordering = ["version", "position", "pk"]
        indexes = [GinIndex(fields=["search_vector"], name="wording_search")]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "version"],
                name="one_wording_per_element_and_version",
                violation_error_message="Dit onderdeel heeft al een tekst in deze versie.",
            ),
            models.CheckConstraint(
                condition=Q(change__in=[*Change.values, ""]),
                name="wording_change_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ]

    def __str__(self):
        return f"{self.element} (versie {self.version.number})"

    def save(self, **kwargs):
        """Cleans the markup, derives the words from it, and stands where the element does unless told otherwise."""
        self.markup = rich_text.clean(self.markup)
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
        """Where it stands in its version: see `Element.place`."""
        return {"number": self.number, "position": self.position, "parent": self.parent_id}

    @place.setter
    def place(self, place):
        self.number, self.position, self.parent_id = place["number"], place["position"], place["parent"]

    @property
    def code(self):
        """By which these very words can be cited for ever: 'RZ24-L1.2@1'."""
        return f"{self.element.code}@{self.version.number}"

    @property
    def label(self):
        """What people call its place in its own version: 'Opgave 1.2'."""
        return self.element.numbered(self.number)

    @property
    def html(self):
        """The words as safe HTML."""
        return rich_text.html(self.text, self.markup)


class SuccessionKind(models.TextChoices):
    """How the words of an element went on elsewhere."""

    MERGED = "samengevoegd", "samengevoegd met"
    SPLIT = "gesplitst", "gesplitst in"
    MOVED = "verplaatst", "opgegaan in"


class SuccessionQuerySet(models.QuerySet):
    def readable_in(self, versions):
        """Those to elements that have words in `versions`, the versions that somebody may read."""
        found = self.filter(successor__in=Wording.objects.filter(version__in=versions).values("element"))
        return found.select_related("successor").order_by("successor__position")


class Succession(models.Model):
    """That an element that ended goes on in another, as the editors read it."""

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.CASCADE, related_name="successions")
    kind = models.CharField("hoe", max_length=12, choices=SuccessionKind)
    successor = models.ForeignKey(
        Element, verbose_name="gaat verder in", on_delete=models.CASCADE, related_name="predecessions"
    )
    reason = models.CharField("waarom", max_length=300, help_text="Staat op de site bij het vervallen onderdeel.")

    objects = SuccessionQuerySet.as_manager()

    class Meta:
        verbose_name = "opvolging"
        verbose_name_plural = "opvolgingen"
        ordering = ["element", "successor__position"]
        constraints = [
            known("kind", SuccessionKind, model="succession"),
            models.UniqueConstraint(
                fields=["element", "successor"],
                name="element_goes_on_in_another_once",
                violation_error_message="Deze opvolging is er al.",
            ),
            models.CheckConstraint(
                condition=~Q(element=F("successor")),
                name="element_does_not_succeed_itself",
                violation_error_message="Een onderdeel volgt zichzelf niet op.",
            ),
        ]

    def __str__(self):
        return f"{self.element.code} → {self.successor.code}"

    def clean(self):
        super().clean()
        if self.element_id and self.successor_id and self.element.agenda_id != self.successor.agenda_id:
            raise ValidationError({"successor": "Dit onderdeel hoort bij een andere agenda."})


class ElementLink(models.Model):
    """That one element serves another, such as a goal a regional ambition.

    The agenda itself does not say which goal serves which ambition, so every link is the editors' own reading
    and carries the words it rests on.
    """

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.CASCADE, related_name="links")
    serves = models.ForeignKey(
        Element, verbose_name="draagt bij aan", on_delete=models.CASCADE, related_name="links_from"
    )
    reason = models.CharField(
        "waarom", max_length=300, help_text="De woorden in de tekst waaruit dit blijkt. Staat op de site."
    )

    class Meta:
        verbose_name = "verband"
        verbose_name_plural = "verbanden"
        ordering = ["element", "serves"]
        constraints = [
            models.UniqueConstraint(
                fields=["element", "serves"],
                name="element_serves_another_once",
                violation_error_message="Dit verband is er al.",
            ),
            models.CheckConstraint(
                condition=~Q(element=F("serves")),
                name="element_does_not_serve_itself",
                violation_error_message="Een onderdeel draagt niet bij aan zichzelf.",
            ),
        ]

    def __str__(self):
        return f"{self.element.code} → {self.serves.code}"
