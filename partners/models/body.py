"""What decides within a partner, and its seats."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.ground.constraints import (
    at_least_one,
    believable,
    known,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.publishing import PublicQuerySet
from partners.ground.sorting import SortKey
from partners.ground.templatetags.dutch import day, years
from partners.models.partner import Partner
from partners.models.source import Certainty, Source

# From this month on those who were elected in its year have their seats.
SEATED_BY_MONTH = 4
OTHER_YEAR = "Deze dag ligt niet in het jaar waarin de periode begint."
NO_SEATS = "Een orgaan heeft ten minste één zetel."
MOST_DELIVERY_DAYS = 180
TERM_TOO_LONG = f"Kies hoogstens {MOST_DELIVERY_DAYS} dagen."


class BodyKind(models.TextChoices):
    """What decides within a partner."""

    COUNCIL = "raad", "gemeenteraad"
    EXECUTIVE = "college", "college van burgemeester en wethouders"
    STATES = "staten", "Provinciale Staten"
    DEPUTIES = "gedeputeerden", "Gedeputeerde Staten"
    BOARD = "bestuur", "bestuur"

    @property
    def yours(self):
        """What a body of this kind is called to those who act for it: 'uw raad'."""
        return YOURS[self]

    def does(self, one, many):
        """The form of a verb that goes with `yours`: Staten are many."""
        return many if self == BodyKind.STATES else one


YOURS = {
    BodyKind.COUNCIL: "uw raad",
    BodyKind.STATES: "uw Staten",
    BodyKind.EXECUTIVE: "uw college",
    BodyKind.DEPUTIES: "uw college",
    BodyKind.BOARD: "uw bestuur",
}

ARTICLE = {BodyKind.COUNCIL: "de ", BodyKind.EXECUTIVE: "het ", BodyKind.BOARD: "het "}

# The 26 assemblies that each decide on the agenda: the councils and the Provinciale Staten.
ASSEMBLIES = (BodyKind.COUNCIL, BodyKind.STATES)


class BodyQuerySet(PublicQuerySet):
    def with_calendar(self):
        """With their sittings and recesses, all that a Planning wants, and their sources; five queries."""
        return self.select_related("partner", "delivery_source").prefetch_related(
            "sittings__source", "recesses__source"
        )

    def assemblies(self, *, is_example=False):
        """The councils and Provinciale Staten that decide on the agenda, of partners on the site.

        Of an example those of invented partners.
        """
        return self.of_kinds(ASSEMBLIES, is_example=is_example)

    def of_kinds(self, kinds, *, is_example=False):
        """The bodies of some BodyKinds, of partners on the site that did not leave.

        Of an example those of invented partners.
        """
        stays = Q(partner__left_on__isnull=True) | Q(partner__left_on__gt=timezone.localdate())
        return self.public().filter(stays, kind__in=kinds, partner__is_example=is_example)


class Body(models.Model):
    """What decides within a partner, such as the council of Zwolle."""

    follows = ("partner",)

    partner = models.ForeignKey(Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="bodies")
    kind = models.CharField("soort", max_length=16, choices=BodyKind)
    name = models.CharField("naam", max_length=160, help_text="Voluit, bijvoorbeeld: gemeenteraad van Zwolle.")
    website = models.URLField("website", blank=True, help_text="Waar het orgaan zijn stukken publiceert.")
    delivery_days = models.PositiveSmallIntegerField(
        "aanlevertermijn in dagen",
        null=True,
        blank=True,
        help_text="Zoveel dagen voor een vergadering is de laatste dag om stukken aan te leveren. Leeg: niet bekend.",
    )
    delivery_source = models.ForeignKey(
        Source,
        verbose_name="bron van de aanlevertermijn",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delivery_terms",
    )

    objects = BodyQuerySet.as_manager()

    class Meta:
        verbose_name = "orgaan"
        verbose_name_plural = "organen"
        ordering = [SortKey("partner__name"), "kind"]
        constraints = [
            known("kind", BodyKind, model="body"),
            models.UniqueConstraint(
                fields=["partner", "kind"],
                condition=~Q(kind=BodyKind.BOARD),
                name="one_body_of_each_kind_per_partner",
                violation_error_message="Deze partner heeft dit orgaan al.",
            ),
            models.CheckConstraint(
                condition=Q(delivery_days__isnull=True) | Q(delivery_days__lte=MOST_DELIVERY_DAYS),
                name="body_delivery_days_are_believable",
                violation_error_message=TERM_TOO_LONG,
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def in_sentence(self):
        """'de gemeenteraad van Zwolle', 'Provinciale Staten van Overijssel'."""
        return f"{ARTICLE.get(self.kind, '')}{self.name}"

    def does(self, one, many):
        """The form of a verb that goes with its name: Provinciale and Gedeputeerde Staten are many."""
        return many if self.kind in (BodyKind.STATES, BodyKind.DEPUTIES) else one

    @property
    def decided_this(self):
        """'de gemeenteraad van Zwolle dit heeft besloten', to go on with after 'dat'."""
        return f"{self.in_sentence} dit {self.does('heeft', 'hebben')} besloten"

    def clean(self):
        super().clean()
        is_long = self.delivery_days is not None and self.delivery_days > MOST_DELIVERY_DAYS
        refuse(is_long, "delivery_days", TERM_TOO_LONG)

    def get_moments_url(self):
        """The page of what it can still do and until when; for a board, which has none, that of its partner."""
        if self.kind == BodyKind.BOARD:
            return self.partner.get_absolute_url()
        return reverse("moments", args=[self.partner.slug, self.kind])

    def get_handover_url(self):
        """The page for who comes after its present members; for a board, which has none, that of its partner."""
        if self.kind == BodyKind.BOARD:
            return self.partner.get_absolute_url()
        return reverse("handover", args=[self.partner.slug, self.kind])

    @property
    def successor(self):
        """The body of the same kind of what its partner was merged into, the last one that is there; or None."""
        if not self.partner.succeeded_by_id:
            return None
        bodies = Body.objects.public().filter(partner__in=self.partner.successors, kind=self.kind)
        found = {body.partner_id: body for body in bodies.select_related("partner")}
        return next((found[one.pk] for one in reversed(self.partner.successors) if one.pk in found), None)

    @property
    def ended(self):
        """Of a body whose partner takes part no more: since when, and who came in its place; "" of all others."""
        if not self.partner.has_left:
            return ""
        last = day(self.partner.left_on)
        if successor := self.successor:
            return f"{self.partner} deed mee tot {last} en is opgegaan in {successor.partner}."
        return f"{self.partner} deed mee tot {last}. Een opvolger is niet bekend."

    @property
    def slug(self):
        """What tells it from the bodies of all partners, in a sheet and in the seed: 'zwolle/raad'."""
        return f"{self.partner.slug}/{self.kind}"

    @property
    def short_name(self):
        """What it is called on the page of its own partner: 'Gemeenteraad', and a board by its full name."""
        return capfirst(self.name if self.kind == BodyKind.BOARD else self.get_kind_display())

    @property
    def seated_in(self):
        """The year in which its present members came, as far as that is known; None without any term.

        A term that ended this year or before tells it too: others sit by now, whose seats may not be known yet.
        """
        return self.newest_term(timezone.localdate().year)

    @property
    def handed_over_in(self):
        """The year of the last election after which its members have taken their seats by now; None without a term.

        Only years are known. Who was elected in March sits by the first of April, so that is when one can hand over.
        """
        today = timezone.localdate()
        return self.newest_term(today.year if today.month >= SEATED_BY_MONTH else today.year - 1)

    def newest_term(self, year):
        """The last year up to and including `year` in which a term began or ended."""
        years = [one for term in self.terms.all() for one in (term.first_year, term.last_year) if one <= year]
        return max(years, default=None)

    @property
    def seated_on(self):
        """The day from which its present members sit, as far as that is known; of a year alone its first day.

        None without any term.
        """
        terms, today = list(self.terms.all()), timezone.localdate()
        days = [term.starts_on for term in terms if term.starts_on]
        told = {day.year for day in days}
        days += [date(year, 1, 1) for term in terms for year in (term.first_year, term.last_year) if year not in told]
        return max((day for day in days if day <= today), default=None)


class Term(models.Model):
    """The seats of a body between two elections; they change only at an election."""

    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="terms")
    first_year = models.PositiveSmallIntegerField("van")
    last_year = models.PositiveSmallIntegerField("tot")
    starts_on = models.DateField(
        "eerste dag",
        null=True,
        blank=True,
        help_text="De dag waarop deze leden zijn geïnstalleerd. Leeg: alleen het jaar is bekend.",
    )
    seats = models.PositiveSmallIntegerField("zetels")
    certainty = models.CharField("zekerheid", max_length=12, choices=Certainty, default=Certainty.UNKNOWN)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="terms")
    note = models.CharField("opmerking", max_length=300, blank=True)

    class Meta:
        verbose_name = "zittingsperiode"
        verbose_name_plural = "zittingsperioden"
        ordering = ["body", "-first_year"]
        constraints = [
            known("certainty", Certainty, model="term"),
            believable("first_year", model="term", is_year=True),
            believable("last_year", model="term", is_year=True),
            believable("starts_on", model="term"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(starts_on__year=F("first_year")),
                name="a_term_starts_in_its_first_year",
                violation_error_message=OTHER_YEAR,
            ),
            at_least_one("seats", model="term", message=NO_SEATS),
            models.UniqueConstraint(fields=["body", "first_year"], name="one_term_of_a_body_per_start"),
            models.CheckConstraint(
                condition=Q(last_year__gt=F("first_year")),
                name="term_ends_after_it_starts",
                violation_error_message="De periode eindigt voor het begin.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.first_year}-{self.last_year}: {self.seats} zetels"

    @property
    def years(self):
        """Its first and last year as one word."""
        return years(self.first_year, self.last_year)

    @property
    def years_after(self):
        """The years of the next term once this one has ended or ends this year, else nothing."""
        if self.last_year > timezone.localdate().year:
            return ""
        return years(self.last_year, 2 * self.last_year - self.first_year)

    def clean(self):
        super().clean()
        refuse_unbelievable(self, "first_year", "last_year", "starts_on")
        refuse(self.starts_on and self.starts_on.year != self.first_year, "starts_on", OTHER_YEAR)
        refuse(self.seats == 0, "seats", NO_SEATS)
        refuse_reversed(self, "first_year", "last_year", "De periode eindigt voor het begin.", or_equal=True)
