"""What is put before the bodies, and how they stand together."""

from django.db import models
from django.db.models import Prefetch, Q, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join

from agenda.models import Version, Wording
from consultation.deciding.models.ask import Ask
from consultation.deciding.models.component import Component
from consultation.deciding.models.position import Outcome
from consultation.deciding.models.rule import Rule
from consultation.deciding.models.track import Track, decisions_in_full, motions_in_full
from consultation.deciding.tally import Counted, places_in
from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.example import Example, RealQuerySet
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.publishing.woo import Categorised, known_category, woo_field
from partners.ground.templatetags.dutch import unbroken
from partners.ground.texts import PAGE
from partners.models import ASSEMBLIES, Body, BodyKind, Source
from partners.planning import Period, misfits

RULE_WITHOUT_SOURCE = "Een regel heeft een bron nodig. Kies de bron van de regel."
COUNT_OF_RULE = "Vul alleen bij ‘ten minste een aantal organen’ in hoeveel organen dat zijn, en dan 1 of meer."
KIND_OF_RULE = "Kies alleen bij ‘alle organen van één soort’ welke soort."


class DossierQuerySet(PublicQuerySet, RealQuerySet):
    def with_board(self):
        """As `with_tracks`, with what its page says besides: what is asked, and what came beside the decisions."""
        return self.of(bodies().in_full().prefetch_related("body__recesses")).with_asks()

    def with_tracks(self):
        """With all that its page says of every body of a partner on the site, in a fixed number of queries."""
        return self.of(bodies().as_listed())

    def in_short(self):
        """With what is counted and drawn of all those bodies; `read_in_full` reads of some all that a page says."""
        return self.of(bodies().in_short())

    def as_compared(self):
        """With what tells how far what all those bodies decided is the same."""
        return self.of(bodies().in_order().prefetch_related("steps", decisions_in_full(), motions_in_full()))

    def counted(self):
        """As a list, each with where its bodies stand as `places`, counted in the database. Two queries."""
        found = list(self)
        places = places_in(bodies().filter(dossier__in=found).by_place())
        for dossier in found:
            dossier.places = places[dossier.pk]
        return found

    def of(self, tracks):
        """With `tracks`, as they are to be read, and the components."""
        components = Component.objects.select_related("element").order_by("position", "pk")
        found = self.select_related("source", "version__agenda")
        return found.prefetch_related(Prefetch("components", components), Prefetch("tracks", tracks))

    def with_asks(self):
        """With what is asked of each kind of body, and the source of the rule."""
        asks = Prefetch("asks", Ask.objects.select_related("source"))
        return self.select_related("rule_source").prefetch_related(asks)


def bodies():
    """The tracks of the bodies of a partner on the site."""
    return Track.objects.public(along=["body"])


def dossiers_in_short(dossiers):
    """Reads of some dossiers what `in_short` gives of their bodies."""
    prefetch_related_objects(dossiers, Prefetch("tracks", bodies().in_short()))


class Dossier(Publishable, Categorised, Example, Counted):
    """What is put before the bodies for a decision."""

    cited_as = "D"

    ends_at_once = True

    slug = models.SlugField("adres op de site", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    summary = models.TextField(
        "in het kort", max_length=PAGE, help_text="Wat er wordt besloten, en wat van de organen wordt gevraagd."
    )
    version = models.ForeignKey(
        Version,
        verbose_name="over versie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="dossiers",
    )
    version_digest = models.CharField("controlegetal van de tekst", max_length=64, blank=True, editable=False)
    rule = models.CharField(
        "wanneer is het geheel aangenomen",
        max_length=16,
        choices=Rule,
        default=Rule.NONE,
        blank=True,
        help_text="Alleen een regel die ergens is vastgelegd. Kies dan ook de bron van de regel.",
    )
    rule_count = models.PositiveSmallIntegerField(
        "hoeveel organen", null=True, blank=True, help_text="Alleen bij ‘ten minste een aantal organen’."
    )
    rule_kind = models.CharField(
        "welke soort organen",
        max_length=16,
        choices=BodyKind,
        blank=True,
        help_text="Alleen bij ‘alle organen van één soort’.",
    )
    rule_text = models.TextField(
        "de regel in eigen woorden", max_length=PAGE, blank=True, help_text="Zoals de bron de regel zegt."
    )
    rule_source = models.ForeignKey(
        Source,
        verbose_name="bron van de regel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rules_of_dossiers",
    )
    period_text = models.CharField("wanneer", max_length=120, blank=True)
    decide_from = models.DateField(
        "besluiten kan vanaf", null=True, blank=True, help_text="De dag waarop de stukken er zijn. Leeg: niet bekend."
    )
    decide_by = models.DateField(
        "besluiten kan tot en met",
        null=True,
        blank=True,
        help_text="De laatste dag voor een besluit. Leeg: niet bekend.",
    )
    note = models.TextField("stand van zaken", max_length=PAGE, blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers"
    )
    woo_category = woo_field()

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ["-pk"]
        constraints = [
            ends_after_it_is_public(model="dossier"),
            believable("decide_from", model="dossier"),
            believable("decide_by", model="dossier"),
            ends_after_it_starts("decide_from", "decide_by", model="dossier"),
            known("rule", Rule, model="dossier"),
            known_category("dossier"),
            models.CheckConstraint(
                condition=Q(rule=Rule.NONE) | Q(rule_source__isnull=False),
                name="a_declared_rule_has_its_source",
                violation_error_message=RULE_WITHOUT_SOURCE,
            ),
            models.CheckConstraint(
                condition=Q(rule=Rule.COUNT, rule_count__gte=1) | (~Q(rule=Rule.COUNT) & Q(rule_count__isnull=True)),
                name="a_rule_by_count_has_its_count",
                violation_error_message=COUNT_OF_RULE,
            ),
            models.CheckConstraint(
                condition=Q(rule=Rule.KIND, rule_kind__in=BodyKind.values) | (~Q(rule=Rule.KIND) & Q(rule_kind="")),
                name="a_rule_by_kind_has_its_kind",
                violation_error_message=KIND_OF_RULE,
            ),
        ]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        """Keeps the digest of the text it is about, once that text is fixed."""
        fixed = self.version if self.version_id and self.version.is_fixed else None
        self.version_digest = fixed.digest if fixed else ""
        if "update_fields" in kwargs and "version" in kwargs["update_fields"]:
            kwargs["update_fields"] = {*kwargs["update_fields"], "version_digest"}
        super().save(**kwargs)

    def clean(self):
        super().clean()
        by_count, by_kind = self.rule == Rule.COUNT, self.rule == Rule.KIND
        refuse(by_count != bool(self.rule_count), "rule_count", COUNT_OF_RULE)
        refuse(by_kind != bool(self.rule_kind), "rule_kind", KIND_OF_RULE)
        refuse(self.rule != Rule.NONE and not self.rule_source_id, "rule_source", RULE_WITHOUT_SOURCE)
        refuse_unbelievable(self, "decide_from", "decide_by")
        refuse_reversed(self, "decide_from", "decide_by")

    def get_absolute_url(self):
        return reverse("dossier", args=[self.slug])

    def lacks(self):
        found = lacking(
            (not self.source, "er is geen bron ingevuld."),
            (not self.version, "over welke versie het gaat, is niet ingevuld."),
            (not self.tracks.all(), "er zijn nog geen besluitsporen."),
            (not self.asks.exists(), "wat van de organen wordt gevraagd, is niet ingevuld."),
            (not self.woo_category, "er is nog geen Woo-categorie gekozen."),
            (self.papers.filter(woo_category="").exists(), "van een stuk is nog geen Woo-categorie gekozen."),
            (not self.decide_by, "tot wanneer de organen kunnen besluiten, is niet ingevuld."),
        )
        return found + self.papers.lacks() + self.misfits()

    def misfits(self):
        """Which bodies with a track cannot decide within its period, and why, in sentences."""
        today = timezone.localdate()
        if not self.decide_by or self.decide_by < today:
            return []
        period = Period.of_days(max(self.decide_from or today, today), self.decide_by)
        return misfits(Body.objects.filter(tracks__dossier=self), period)

    @cached_property
    def known(self):
        """The Knowledge of each body today, by the key of its track; worked out once for each object that was read."""
        return {track.pk: track.known() for track in self.tracks.all()}

    def position_of(self, track):
        """The Position of the body of one of its tracks today."""
        return self.known[track.pk].position

    @property
    def conditional_tracks(self):
        """The tracks of the bodies of which a condition holds today."""
        return [one for one in self.tracks.all() if Outcome.CONDITION in self.known[one.pk].outcomes.values()]

    @property
    def counted_tracks(self):
        """The tracks that the outcome counts: those of councils and Staten, or all when only others decide."""
        tracks = list(self.tracks.all())
        return [track for track in tracks if track.body.kind in ASSEMBLIES] or tracks

    @property
    def on_which_text(self):
        """What it is called with a link to its text: 'De agenda, versie 2', as safe HTML; "" without a text."""
        if self.version is None:
            return ""
        words = unbroken(f"{self.title}, versie {self.version.number}")
        return format_html('<a href="{}">{}</a>', self.version.get_absolute_url(), words)

    @property
    def asked(self):
        """What is asked of each kind of body, as terms of a list in safe HTML."""
        term = '<div><dt>Gevraagd van: {}</dt><dd>{} <span class="source">{}</span></dd></div>'
        asks = self.asks.all()
        return format_html_join("\n", term, [(one.get_body_kind_display(), one.sentence, one.origin) for one in asks])

    @property
    def digest_in_words(self):
        """By which its text can be told from any other; "" as long as that may change."""
        return f"Controlegetal (SHA-256) van de tekst: {self.version_digest}" if self.version_digest else ""

    @cached_property
    def next_tracks(self):
        """The counted Tracks that have still to decide and have a day for it, the first day at the front."""
        waiting = [track for track in self.counted_tracks if self.position_of(track).is_open and track.next_step()]
        return sorted(waiting, key=lambda track: (track.next_step().planned_on, track.pk))

    @property
    def next_track(self):
        """The first of `next_tracks`; None when no day is known."""
        return next(iter(self.next_tracks), None)

    @property
    def rule_in_words(self):
        """The rule by which the whole counts as carried, as a sentence; that none is known is said too."""
        if self.rule == Rule.NONE:
            return "Geen regel bekend: nergens staat wanneer het geheel is aangenomen."
        count = f" ({self.rule_count})" if self.rule_count else ""
        kind = f" ({self.get_rule_kind_display()})" if self.rule_kind else ""
        return f"De regel: {self.rule_text or self.get_rule_display() + count + kind}".rstrip(".") + "."

    @cached_property
    def texts(self):
        """The words of each component in each version that was decided on and is not its own, by (element, version).

        No query as long as all was decided on its own version.
        """
        versions = {decision.version_id for track in self.tracks.all() for decision in track.taken}
        if not versions - {None, self.version_id}:
            return {}
        elements = [component.element_id for component in self.components.all() if component.element_id]
        found = Wording.objects.filter(element__in=elements, version__in=versions | {self.version_id})
        return {(element, version): text for element, version, text in found.values_list("element", "version", "text")}
