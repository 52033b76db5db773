"""What the region wants: the strategic agenda, its versions and the words of each, and who takes part in what."""

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from agenda import rich_text
from partners.constraints import ends_after_it_starts, known, refuse_reversed
from partners.models import Partner, Source
from partners.search import SearchQuerySet, search_vector


class AgendaQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-first_year")


class Agenda(models.Model):
    """A strategic agenda for a number of years. Later ones succeed it; old ones stay at their address."""

    slug = models.SlugField("adres op de site", max_length=40, unique=True, help_text="Bijvoorbeeld: 2024-2028.")
    title = models.CharField("titel", max_length=160)
    first_year = models.PositiveSmallIntegerField("eerste jaar")
    last_year = models.PositiveSmallIntegerField("laatste jaar")
    introduction = models.TextField(
        "inleiding", blank=True, help_text="In gewone taal, van de redactie. Staat boven de agenda."
    )
    status_note = models.TextField(
        "stand van zaken", blank=True, help_text="Wat bekend is over de vaststelling. Staat boven de agenda."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="agendas")
    is_example = models.BooleanField(
        "voorbeeld", default=False, help_text="Verzonnen voor de demo. Elke pagina ervan zegt dat erbij."
    )

    objects = AgendaQuerySet.as_manager()

    class Meta:
        verbose_name = "agenda"
        verbose_name_plural = "agenda's"
        ordering = ["-first_year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")),
                name="agenda_ends_after_it_starts",
                violation_error_message="Het laatste jaar ligt voor het eerste.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agenda:versions", args=[self.slug])

    def clean(self):
        super().clean()
        refuse_reversed(self, "first_year", "last_year", "Het laatste jaar ligt voor het eerste.")


class VersionStatus(models.TextChoices):
    """Whether the text is still being talked about or has been decided."""

    DRAFT = "concept", "concept"
    ADOPTED = "vastgesteld", "vastgesteld"


class VersionQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those that everyone may read at the moment `at`, now without."""
        return self.filter(published_at__lte=at or timezone.now())

    def readable_by(self, user):
        """Those that `user` may read: the secretariat also what is in preparation."""
        return self if user.has_perm("agenda.view_version") else self.published()

    def with_newest(self, at=None):
        """Adds `newest_number`: the number of the newest version of its agenda that is published at the moment `at`."""
        siblings = Version.objects.filter(agenda=OuterRef("agenda"), published_at__lte=at or timezone.now())
        return self.annotate(newest_number=Subquery(siblings.order_by("-number").values("number")[:1]))

    def current(self, at=None):
        """The version to show: the highest published number of the newest real agenda, or None."""
        return (
            self.published(at)
            .filter(agenda__is_example=False)
            .with_newest(at)
            .select_related("agenda__source", "source")
            .order_by("-agenda__first_year", "-number")
            .first()
        )


class Version(models.Model):
    """A numbered, dated state of the text of an agenda."""

    agenda = models.ForeignKey(Agenda, verbose_name="agenda", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField("nummer")
    status = models.CharField("status", max_length=12, choices=VersionStatus, default=VersionStatus.DRAFT)
    dated_on = models.DateField("datum", help_text="De dag waarop deze tekst is aangeboden of vastgesteld.")
    published_at = models.DateTimeField(
        "op de site vanaf", null=True, blank=True, help_text="Leeg: alleen het secretariaat ziet deze versie."
    )
    note = models.TextField("opmerking", blank=True, help_text="Staat op de site bij deze versie.")
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering = ["agenda", "-number"]
        constraints = [
            known("status", VersionStatus, model="version"),
            models.UniqueConstraint(
                fields=["agenda", "number"],
                name="version_number_is_used_once_per_agenda",
                violation_error_message="Deze agenda heeft al een versie met dit nummer.",
            ),
        ]

    def __str__(self):
        return f"{self.agenda}, versie {self.number} ({self.get_status_display()})"

    def get_absolute_url(self):
        return reverse("agenda:version", args=[self.agenda.slug, self.number])

    @property
    def title(self):
        """'Versie 2, vastgesteld'; an unpublished one says so."""
        hidden = "" if self.is_published() else " (nog niet op de site)"
        return f"Versie {self.number}, {self.get_status_display()}{hidden}"

    def is_published(self, at=None):
        """Whether everyone may read it at the moment `at`, now without. What is published never changes again."""
        return self.published_at is not None and self.published_at <= (at or timezone.now())


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
        taking_part = Participation.objects.filter(partner=partner)
        return self.filter(
            Exists(taking_part.filter(element=OuterRef("pk")))
            | Exists(taking_part.filter(element=OuterRef("wording_parent")))
            | Exists(Action.objects.filter(element=OuterRef("pk"), lead=partner))
        )

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
        kind = self.get_kind_display()
        return f"{kind[0].upper()}{kind[1:]} {number}".strip()

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


class Succession(models.Model):
    """That an element that ended goes on in another, as the editors read it."""

    element = models.ForeignKey(Element, verbose_name="onderdeel", on_delete=models.CASCADE, related_name="successions")
    kind = models.CharField("hoe", max_length=12, choices=SuccessionKind)
    successor = models.ForeignKey(
        Element, verbose_name="gaat verder in", on_delete=models.CASCADE, related_name="predecessions"
    )
    reason = models.CharField("waarom", max_length=300, help_text="Staat op de site bij het vervallen onderdeel.")

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


class ActionStatus(models.TextChoices):
    """How far an action is."""

    UNKNOWN = "onbekend", "nog niet bekend"
    PLANNED = "gepland", "nog niet begonnen"
    RUNNING = "loopt", "loopt"
    DONE = "afgerond", "afgerond"
    STOPPED = "gestopt", "gestopt"


class Action(models.Model):
    """What is done for a goal, by whom, by when, and how far it is."""

    element = models.ForeignKey(
        Element,
        verbose_name="opgave",
        on_delete=models.PROTECT,
        related_name="actions",
        limit_choices_to={"kind": ElementKind.GOAL},
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    title = models.CharField("titel", max_length=200)
    text = models.TextField("toelichting", blank=True)
    status = models.CharField("voortgang", max_length=12, choices=ActionStatus, default=ActionStatus.UNKNOWN)
    progress_note = models.CharField(
        "voortgang in woorden", max_length=300, blank=True, help_text="Wat er is gedaan, met de datum."
    )
    starts_on = models.DateField("begint op", null=True, blank=True)
    due_on = models.DateField("klaar op", null=True, blank=True)
    lead = models.ForeignKey(
        Partner,
        verbose_name="trekker",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="actions")
    search_vector = search_vector(title=["title"], text=["text", "progress_note"])

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["element__position", "position", "pk"]
        indexes = [GinIndex(fields=["search_vector"], name="action_search")]
        constraints = [
            known("status", ActionStatus, model="action"),
            ends_after_it_starts("starts_on", "due_on", model="action"),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        refuse_reversed(self, "starts_on", "due_on")

    @property
    def is_status_known(self):
        return self.status != ActionStatus.UNKNOWN


class ParticipationRole(models.TextChoices):
    """As what a partner takes part."""

    UNKNOWN = "onbekend", "nog niet bekend"
    LEAD = "trekker", "trekker"
    PARTNER = "deelnemer", "deelnemer"
    FOLLOWER = "volger", "volgt"


class ParticipationQuerySet(models.QuerySet):
    def real(self):
        return self.filter(partner__is_example=False)


class Participation(models.Model):
    """That a partner takes part in a part of the agenda. Taking part is a choice per part; who does not, pays not."""

    partner = models.ForeignKey(
        Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="participations"
    )
    element = models.ForeignKey(
        Element,
        verbose_name="onderdeel",
        on_delete=models.PROTECT,
        related_name="participations",
        limit_choices_to={"kind__in": CARRIED_OUT},
    )
    role = models.CharField("rol", max_length=12, choices=ParticipationRole, default=ParticipationRole.UNKNOWN)
    starts_on = models.DateField("van", null=True, blank=True)
    ends_on = models.DateField("tot en met", null=True, blank=True)
    contribution = models.CharField(
        "bijdrage", max_length=200, blank=True, help_text="In woorden. Leeg is: nog niet bekend, nooit nul."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="participations")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["partner", "element__position"]
        constraints = [
            known("role", ParticipationRole, model="participation"),
            ends_after_it_starts("starts_on", "ends_on", model="participation"),
            models.UniqueConstraint(
                fields=["partner", "element", "starts_on"],
                name="one_participation_per_partner_element_and_start",
                nulls_distinct=False,
                violation_error_message="Deze deelname is er al.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}: {self.element}"

    def clean(self):
        super().clean()
        refuse_reversed(self, "starts_on", "ends_on")

    @property
    def is_role_known(self):
        return self.role != ParticipationRole.UNKNOWN


class StatementKind(models.TextChoices):
    """About what the region says something of itself."""

    SPECIAL = "bijzonder", "wat de regio bijzonder maakt"
    REASON = "waarom", "waarom wij samenwerken"
    CONDITION = "voorwaarde", "wat goede samenwerking nodig heeft"
    CHARACTER = "karakter", "hoe wij samenwerken"
    # A result that no figure tells; it stands among what has been achieved.
    RESULT = "resultaat", "wat het oplevert"


class Statement(models.Model):
    """What the region says of itself: what makes it special, why it works together, and what that has yielded."""

    kind = models.CharField("soort", max_length=12, choices=StatementKind)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    text = models.TextField("tekst", help_text="De letterlijke woorden van de bron.")
    warning = models.CharField(
        "let op", max_length=300, blank=True, help_text="Wat een lezer moet weten om zich niet te vergissen."
    )
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="statements")
    search_vector = search_vector(title=["text"])

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = "kernpunt"
        verbose_name_plural = "kernpunten"
        ordering = ["kind", "position"]
        indexes = [GinIndex(fields=["search_vector"], name="statement_search")]
        constraints = [
            known("kind", StatementKind, model="statement"),
            models.UniqueConstraint(fields=["kind", "position"], name="one_statement_per_kind_and_position"),
        ]

    def __str__(self):
        return self.text[:80]


class MilestoneQuerySet(SearchQuerySet):
    def by_day(self):
        """The oldest first; what is known only by its year comes last in that year, for its day may be any."""
        only_year = Q(date_text__regex=r"^\d{4}(-\d{4})?$")
        return self.alias(only_year=only_year).order_by("starts_on__year", "only_year", "starts_on", "pk")


class Milestone(models.Model):
    """An event in the history of the collaboration."""

    starts_on = models.DateField("begint op", help_text="Is alleen het jaar bekend, kies dan 1 januari.")
    ends_on = models.DateField("eindigt op", null=True, blank=True, help_text="Alleen bij een periode.")
    date_text = models.CharField("datum in woorden", max_length=40, help_text="Zoals op de site: 2010, juni 2021.")
    title = models.CharField("titel", max_length=200)
    text = models.TextField("toelichting", blank=True)
    is_main = models.BooleanField("hoofdlijn", default=False, help_text="Staat ook op de tijdlijn van de voorpagina.")
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="milestones")
    conflict = models.CharField(
        "andere bronnen",
        max_length=300,
        blank=True,
        help_text="Wat andere bronnen zeggen, als zij iets anders zeggen.",
    )
    search_vector = search_vector(title=["title"], text=["text", "conflict"])

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        ordering = ["starts_on", "pk"]
        indexes = [GinIndex(fields=["search_vector"], name="milestone_search")]
        constraints = [
            ends_after_it_starts("starts_on", "ends_on", model="milestone"),
            models.UniqueConstraint(fields=["starts_on", "title"], name="milestone_is_told_once"),
        ]

    def __str__(self):
        return f"{self.date_text}: {self.title}"

    def clean(self):
        super().clean()
        refuse_reversed(self, "starts_on", "ends_on")

    @property
    def is_now(self):
        """Whether it is a period that today lies in."""
        return self.ends_on is not None and self.starts_on <= timezone.localdate() <= self.ends_on
