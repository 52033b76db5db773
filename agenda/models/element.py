"""The places in an agenda, and which of them serves which."""

from typing import TypedDict

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from agenda import rich_text
from agenda.models.version import Agenda
from agenda.models.wider_aim import WiderAimsField, aims_are_known
from partners.ground.constraints import known
from partners.ground.templatetags.dutch import NO_BREAK


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


class ElementPlace(TypedDict):
    """Where an element stands in one version, as the database gives it with the element."""

    number: str  # as it stands in the text; "" for most kinds
    position: int  # from top to bottom, over the whole agenda, from 1
    parent: int | None  # primary key of the line that it stands under


class ElementQuerySet(models.QuerySet):
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
        wordings = self.model.wordings.rel.related_model.objects  # whose module imports this one
        earlier = wordings.published().filter(element=OuterRef("pk"), version__number__lt=before)
        others = earlier.exclude(text=OuterRef("wording_text")).newest_first()
        return self.annotate(earlier_text=Subquery(others.values("text")[:1]))

    def serving(self, ambition):
        """The ambition itself, and what contributes to it as the editors read it."""
        links = ElementLink.objects.filter(element=OuterRef("pk"), serves=ambition)
        return self.filter(Q(pk=ambition.pk) | Exists(links))

    def under(self, line):
        """Of those in one version the line itself, and what stands under it there."""
        return self.filter(Q(pk=line.pk) | Q(wording_parent=line.pk))

    def with_aim(self, aim):
        """Those of which the editors say that they serve a WiderAim."""
        return self.filter(wider_aims__contains=[aim])

    def of_partner(self, partner):
        """Of those in one version what the partner takes part in or leads an action for.

        Who takes part in a line does so in all of it, but for a goal of which it says otherwise.
        """
        current = partner.participations.not_ended(timezone.localdate())
        takes_part, refused = current.agreed().values("element"), current.refused().values("element")
        in_it = Q(pk__in=takes_part) | (Q(wording_parent__in=takes_part) & ~Q(pk__in=refused))
        return self.filter(in_it | Q(pk__in=partner.actions.values("element")))

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
    wider_aims = WiderAimsField(
        verbose_name="SDG’s en brede welvaart",
        help_text="Keuze van de redactie. Staat op de site bij het onderdeel, en lezers zoeken ermee.",
    )

    objects = ElementQuerySet.as_manager()

    class Meta:
        verbose_name = "onderdeel"
        verbose_name_plural = "onderdelen"
        ordering = ["agenda", "position"]
        constraints = [
            known("kind", ElementKind, model="element"),
            aims_are_known("element"),
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

    @property
    def in_full(self):
        """As where those of several agendas are chosen from."""
        return f"{self} ({self.agenda})"

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
    def short_label(self):
        """'Opgave 1.2', or its name when it has no number: for the way to it above a page."""
        return self.label if self.number else self.name

    @property
    def numbered_name(self):
        """'1.2  Toekomstbestendige arbeidsmarkt', as a list of contents has it."""
        return f"{self.number}{NO_BREAK} {self.name}" if self.number else self.name

    @property
    def mention(self):
        """The same inside a sentence: 'opgave 1.2', 'het sluitstuk', 'het principe ‘Groeien in balans’'."""
        if self.number:
            return f"{self.get_kind_display()} {self.number}"
        kind = ElementKind(self.kind)
        return kind.definite if kind.is_single else f"{kind.definite} ‘{self.name}’"

    @property
    def whole(self):
        """The same of it with all that stands under it: 'de hele uitvoeringslijn 1', 'het hele sluitstuk'."""
        article, noun = ElementKind(self.kind).definite.split(" ", 1)
        return f"{article} hele {noun} {self.number}".strip()

    @property
    def place(self):
        """Its ElementPlace in the version that it is read in."""
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
