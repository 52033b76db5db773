"""Who takes part: the partners, what decides within them, and the people who act for them."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from partners.constraints import ends_after_it_starts, known, refuse, refuse_reversed
from partners.search import LITERAL, STEMMED, SearchQuerySet, SortKey, search_query, search_vector
from partners.templatetags.dutch import day, number


class Source(models.Model):
    """Where a fact comes from. Every fact on the portal names one, so that a reader can check it."""

    slug = models.SlugField("kenmerk", max_length=80, unique=True)
    title = models.CharField("titel", max_length=200)
    publisher = models.CharField("wie het schreef", max_length=120, blank=True)
    url = models.URLField("adres", max_length=500, blank=True, help_text="Leeg als de bron niet op internet staat.")
    published_on = models.DateField("gepubliceerd op", null=True, blank=True)
    published_text = models.CharField(
        "gepubliceerd, in woorden",
        max_length=80,
        blank=True,
        help_text="Als de dag niet bekend is, bijvoorbeeld: begin 2023.",
    )
    consulted = models.CharField(
        "geraadpleegd",
        max_length=40,
        blank=True,
        help_text="Wanneer de bron is gelezen, bijvoorbeeld: november 2026.",
    )
    note = models.TextField("opmerking", blank=True)

    class Meta:
        verbose_name = "bron"
        verbose_name_plural = "bronnen"
        ordering = [SortKey("title")]

    def __str__(self):
        """With who wrote it and when, because two reports may carry one title."""
        when = self.published_text or (f"{self.published_on:%d-%m-%Y}" if self.published_on else "")
        return ", ".join(part for part in (self.title, self.publisher, when) if part)


class PartnerKind(models.TextChoices):
    """Which kind of organisation; the order is that of the lists on the site."""

    MUNICIPALITY = "gemeente", "gemeente"
    PROVINCE = "provincie", "provincie"
    BOARD = "economic-board", "economic board"
    EDUCATION = "onderwijs", "onderwijsorganisatie"
    BUSINESS = "ondernemers", "ondernemersorganisatie"
    WATER = "waterschap", "waterschap"
    LABOUR = "arbeidsmarkt", "arbeidsmarktpartner"
    KNOWLEDGE = "kennis", "kennis- en ontwikkelorganisatie"
    PROJECT = "project", "projectpartner"
    OFFICE = "bureau", "regiobureau"

    @property
    def plural(self):
        """The heading above a list of this kind."""
        return {
            PartnerKind.MUNICIPALITY: "Gemeenten",
            PartnerKind.PROVINCE: "Provincies",
            PartnerKind.BOARD: "Economic Board",
            PartnerKind.EDUCATION: "Onderwijsorganisaties",
            PartnerKind.BUSINESS: "Ondernemers\N{SOFT HYPHEN}organisaties",
            PartnerKind.WATER: "Waterschappen",
            PartnerKind.LABOUR: "Arbeidsmarktpartners",
            PartnerKind.KNOWLEDGE: "Kennis en ontwikkeling",
            PartnerKind.PROJECT: "Projectpartners",
            PartnerKind.OFFICE: "Regiobureau",
        }[self]


class PartnerQuerySet(SearchQuerySet):
    """Questions about partners. Examples of the demo are left out unless asked for."""

    def real(self):
        """Without the invented partners of the demo."""
        return self.filter(is_example=False)

    def taking_part(self, on=None):
        """The real partners on the day `on`, today without: who has left is history, who has yet to join is not in."""
        on = on or timezone.localdate()
        return self.real().filter(
            Q(joined_on__isnull=True) | Q(joined_on__lte=on), Q(left_on__isnull=True) | Q(left_on__gt=on)
        )

    def municipalities(self, on=None):
        return self.taking_part(on).filter(kind=PartnerKind.MUNICIPALITY)

    def provinces(self, on=None):
        return self.taking_part(on).filter(kind=PartnerKind.PROVINCE)

    def in_province(self, province):
        """The province itself and the municipalities in it."""
        return self.filter(Q(pk=province.pk) | Q(province=province))

    def telling(self, text):
        """Those in whose name or summary all words of `text` occur: unlike `search` only in what the list shows."""
        query = search_query(text)
        if query is None:
            return self
        shown = SearchVector("name", "summary", config=STEMMED) + SearchVector("name", "summary", config=LITERAL)
        return self.alias(shown=shown).filter(shown=query)

    def by_province(self):
        """The municipalities among these as a list of provinces, each with its own as `places`; one query.

        The province with most of them comes first, as on the home page.
        """
        provinces = {}
        for municipality in self.filter(kind=PartnerKind.MUNICIPALITY).select_related("province"):
            province = provinces.setdefault(municipality.province_id, municipality.province)
            province.places = [*getattr(province, "places", []), municipality]
        return sorted(provinces.values(), key=lambda province: (-len(province.places), province.name))

    def by_kind(self):
        """The others among these as pairs of a PartnerKind and its partners, in the order of PartnerKind; one query."""
        kinds = {kind: [] for kind in PartnerKind if kind != PartnerKind.MUNICIPALITY}
        for partner in self.exclude(kind=PartnerKind.MUNICIPALITY):
            kinds[partner.kind].append(partner)
        return [(kind, partners) for kind, partners in kinds.items() if partners]

    def with_inhabitants(self):
        """Adds `inhabitants`, `inhabitants_on` and `inhabitants_certainty`: the latest count, the firmest if two."""
        latest = Population.objects.filter(partner=OuterRef("pk")).latest_first()
        return self.annotate(
            inhabitants=Subquery(latest.values("count")[:1]),
            inhabitants_on=Subquery(latest.values("reference_on")[:1]),
            inhabitants_certainty=Subquery(latest.values("certainty")[:1]),
        )

    def with_contacts(self):
        """Adds `contacts`: the contact points as dictionaries, so that a page needs no query of its own for them."""
        points = ContactPoint.objects.filter(partner=OuterRef("pk")).order_by("position", "name")
        fields = {field: field for field in ("name", "role", "email", "website", "note")}
        source = {"source": "source__title", "source_url": "source__url"}
        return self.annotate(contacts=ArraySubquery(points.values(json=JSONObject(**fields, **source))))


class Partner(models.Model):
    """An organisation that takes part in Regio Zwolle."""

    slug = models.SlugField("adres op de site", max_length=60, unique=True)
    name = models.CharField("naam", max_length=120, unique=True)
    kind = models.CharField("soort", max_length=16, choices=PartnerKind)
    province = models.ForeignKey(
        "self",
        verbose_name="provincie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="municipalities",
        limit_choices_to={"kind": PartnerKind.PROVINCE},
        help_text="Waarin de gemeente ligt. Alleen bij een gemeente.",
    )
    summary = models.TextField(
        "in het kort", blank=True, help_text="Een of twee zinnen bovenaan de pagina van de partner."
    )
    cbs_code = models.CharField(
        "CBS-code",
        max_length=6,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^(GM\d{4}|PV\d{2})$", "Schrijf de code als GM0193 of PV23.")],
        help_text="Koppelt de gemeente aan de kaart. Bijvoorbeeld GM0193.",
    )
    tooi_uri = models.URLField(
        "TOOI-adres",
        unique=True,
        null=True,
        blank=True,
        help_text="De vaste verwijzing van de overheid naar deze organisatie.",
    )
    website = models.URLField("website", blank=True)
    joined_on = models.DateField("doet mee sinds", null=True, blank=True)
    joined_text = models.CharField(
        "doet mee sinds, in woorden",
        max_length=80,
        blank=True,
        help_text="Als de dag niet bekend is, bijvoorbeeld: 2018, als 21e gemeente.",
    )
    left_on = models.DateField("deed mee tot", null=True, blank=True)
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="partners"
    )
    note = models.TextField("opmerking", blank=True, help_text="Staat op de site bij de partner.")
    is_example = models.BooleanField(
        "voorbeeld",
        default=False,
        help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
    )
    search_vector = search_vector(title=["name"], text=["summary", "note"])

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        ordering = [SortKey("name")]
        indexes = [GinIndex(fields=["search_vector"], name="partner_search")]
        constraints = [
            known("kind", PartnerKind, model="partner"),
            models.CheckConstraint(
                condition=Q(kind=PartnerKind.MUNICIPALITY, province__isnull=False)
                | Q(~Q(kind=PartnerKind.MUNICIPALITY), province__isnull=True),
                name="only_a_municipality_lies_in_a_province",
                violation_error_message="Kies bij een gemeente de provincie, en laat die bij een ander leeg.",
            ),
            ends_after_it_starts("joined_on", "left_on", model="partner"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("partner", args=[self.slug])

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse(
            (self.kind == PartnerKind.MUNICIPALITY) != bool(self.province_id),
            "province",
            "Kies bij een gemeente de provincie, en laat die bij een ander leeg.",
        )
        refuse_reversed(self, "joined_on", "left_on")

    @property
    def kind_label(self):
        """'gemeente in Overijssel' for a municipality, else the kind alone."""
        if self.province:
            return f"{self.get_kind_display()} in {self.province.name}"
        return self.get_kind_display()


class Certainty(models.TextChoices):
    """How firm a figure is, in the words of the statistics office."""

    PROVISIONAL = "voorlopig", "voorlopig"
    FINAL = "definitief", "definitief"
    ESTIMATE = "schatting", "schatting"
    DERIVED = "afgeleid", "afgeleid"
    CORRECTED = "gecorrigeerd", "gecorrigeerd"
    UNKNOWN = "onbekend", "zekerheid niet vermeld"


class PopulationQuerySet(models.QuerySet):
    def latest_first(self):
        """Newest reference date first; on one date a definitive count first and one of unknown certainty last."""
        return self.order_by(
            "-reference_on",
            models.Case(
                models.When(certainty=Certainty.FINAL, then=0),
                models.When(certainty=Certainty.UNKNOWN, then=2),
                default=1,
            ),
            "pk",
        )


class Population(models.Model):
    """How many people live in a partner's area on one date, according to one source."""

    partner = models.ForeignKey(Partner, verbose_name="partner", on_delete=models.CASCADE, related_name="populations")
    reference_on = models.DateField("peildatum")
    count = models.PositiveIntegerField("inwoners")
    certainty = models.CharField("zekerheid", max_length=12, choices=Certainty, default=Certainty.UNKNOWN)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="populations")
    note = models.CharField("opmerking", max_length=300, blank=True)

    objects = PopulationQuerySet.as_manager()

    class Meta:
        verbose_name = "inwonertal"
        verbose_name_plural = "inwonertallen"
        ordering = ["partner", "-reference_on"]
        constraints = [
            known("certainty", Certainty, model="population"),
            models.UniqueConstraint(
                fields=["partner", "reference_on", "source"],
                name="one_population_per_date_and_source",
                violation_error_message="Van deze bron staat er al een inwonertal op deze peildatum.",
            ),
        ]

    def __str__(self):
        return f"{self.partner}, {day(self.reference_on)}: {number(self.count)}"

    def clean(self):
        """Refuses what nobody can have counted: a day to come, and no inhabitants at all."""
        super().clean()
        late = self.reference_on is not None and self.reference_on > timezone.localdate()
        refuse(late, "reference_on", f"{day(self.reference_on)} is nog niet geweest." if late else "")
        refuse(self.count == 0, "count", "Een inwonertal is meer dan 0. Is het niet bekend, voer het dan niet in.")


class ContactPoint(models.Model):
    """How the network can be reached: an address of the office, or an office holder by name and role."""

    partner = models.ForeignKey(
        Partner, verbose_name="partner", on_delete=models.CASCADE, related_name="contact_points"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    name = models.CharField("naam", max_length=120)
    role = models.CharField("functie", max_length=120, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    note = models.CharField("opmerking", max_length=300, blank=True)
    source = models.ForeignKey(Source, verbose_name="bron", on_delete=models.PROTECT, related_name="contact_points")

    class Meta:
        verbose_name = "contactpunt"
        verbose_name_plural = "contactpunten"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "name"], name="contact_point_is_named_once_per_partner"),
        ]

    def __str__(self):
        return self.name


class BodyKind(models.TextChoices):
    """What decides within a partner."""

    COUNCIL = "raad", "gemeenteraad"
    EXECUTIVE = "college", "college van burgemeester en wethouders"
    STATES = "staten", "Provinciale Staten"
    DEPUTIES = "gedeputeerden", "Gedeputeerde Staten"
    BOARD = "bestuur", "bestuur"


# The 26 assemblies that each decide on the agenda: the councils and the Provinciale Staten.
ASSEMBLIES = (BodyKind.COUNCIL, BodyKind.STATES)


class BodyQuerySet(models.QuerySet):
    def assemblies(self, *, is_example=False):
        """The councils and Provinciale Staten that decide on the agenda; of an example those of invented partners."""
        return self.filter(kind__in=ASSEMBLIES, partner__is_example=is_example)


class Body(models.Model):
    """What decides within a partner, such as the council of Zwolle."""

    partner = models.ForeignKey(Partner, verbose_name="partner", on_delete=models.PROTECT, related_name="bodies")
    kind = models.CharField("soort", max_length=16, choices=BodyKind)
    name = models.CharField("naam", max_length=160, help_text="Voluit, bijvoorbeeld: gemeenteraad van Zwolle.")
    website = models.URLField("website", blank=True, help_text="Waar het orgaan zijn stukken publiceert.")

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
        ]

    def __str__(self):
        return self.name

    @property
    def short_name(self):
        """What it is called on the page of its own partner: 'Gemeenteraad', and a board by its full name."""
        return capfirst(self.name if self.kind == BodyKind.BOARD else self.get_kind_display())


class Term(models.Model):
    """The seats of a body between two elections; they change only at an election."""

    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.CASCADE, related_name="terms")
    first_year = models.PositiveSmallIntegerField("van")
    last_year = models.PositiveSmallIntegerField("tot")
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
            models.UniqueConstraint(fields=["body", "first_year"], name="one_term_of_a_body_per_start"),
            models.CheckConstraint(
                condition=Q(last_year__gt=F("first_year")),
                name="term_ends_after_it_starts",
                violation_error_message="De periode eindigt voordat zij begint.",
            ),
        ]

    def __str__(self):
        return f"{self.body}, {self.first_year}-{self.last_year}: {self.seats} zetels"

    def clean(self):
        super().clean()
        refuse_reversed(self, "first_year", "last_year", "De periode eindigt voordat zij begint.", or_equal=True)


class UserManager(BaseUserManager):
    def create_user(self, email, **fields):
        """Makes a person who signs in by a mailed code; there is no password."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """As `create_user`, with every right; a given `password` is not kept."""
        return self.create_user(email, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address."""

    email = models.EmailField("e-mailadres", unique=True)
    name = models.CharField("naam", max_length=120, blank=True)
    is_staff = models.BooleanField("secretariaat", default=False, help_text="Mag in het beheer werken.")
    is_superuser = models.BooleanField(
        "alle rechten", default=False, help_text="Mag alles in het beheer, ook rechten uitdelen."
    )
    is_active = models.BooleanField(
        "actief", default=True, help_text="Zet uit in plaats van te verwijderen. Inloggen kan dan niet meer."
    )
    date_joined = models.DateTimeField("aangemaakt", default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Func(F("email"), function="lower")),
                name="email_is_lower_case",
                violation_error_message="Schrijf het e-mailadres in kleine letters.",
            ),
        ]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        """Folds the address to lower case, so that one person cannot have two accounts."""
        super().clean()
        self.email = self.email.lower()

    def get_full_name(self):
        return str(self)


class Capacity(models.TextChoices):
    """As what a person acts for a body."""

    COUNCILLOR = "raadslid", "raadslid"
    STATES_MEMBER = "statenlid", "Statenlid"
    CLERK = "griffier", "griffier"
    EXECUTIVE = "bestuurder", "bestuurder"
    SECRETARY = "secretaris", "secretaris"
    OFFICER = "ambtenaar", "ambtenaar"

    @property
    def body_kinds(self):
        """For which kinds of body one can act in this capacity."""
        return {
            Capacity.COUNCILLOR: [BodyKind.COUNCIL],
            Capacity.STATES_MEMBER: [BodyKind.STATES],
            Capacity.CLERK: [BodyKind.COUNCIL, BodyKind.STATES],
            Capacity.EXECUTIVE: [BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD],
            Capacity.SECRETARY: [BodyKind.EXECUTIVE, BodyKind.DEPUTIES, BodyKind.BOARD],
            Capacity.OFFICER: list(BodyKind),
        }[self]


class MandateQuerySet(models.QuerySet):
    def held(self, on=None):
        """Those in force on the day `on`, today without; both ends count."""
        on = on or timezone.localdate()
        return self.filter(Q(ends_on__gte=on) | Q(ends_on__isnull=True), starts_on__lte=on)


class Mandate(models.Model):
    """In which capacity a person acts for a body, from when until when."""

    user = models.ForeignKey(User, verbose_name="gebruiker", on_delete=models.CASCADE, related_name="mandates")
    body = models.ForeignKey(Body, verbose_name="orgaan", on_delete=models.PROTECT, related_name="mandates")
    capacity = models.CharField("hoedanigheid", max_length=12, choices=Capacity)
    # A political opinion in the sense of the AVG, so never required.
    party_group = models.CharField(
        "fractie",
        max_length=80,
        blank=True,
        help_text="Niet verplicht. Alleen bij een raadslid of Statenlid.",
    )
    starts_on = models.DateField("van")
    ends_on = models.DateField("tot en met", null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = "hoedanigheid"
        verbose_name_plural = "hoedanigheden"
        ordering = ["user", "-starts_on"]
        constraints = [
            known("capacity", Capacity, model="mandate"),
            ends_after_it_starts("starts_on", "ends_on", model="mandate"),
            models.CheckConstraint(
                condition=Q(party_group="") | Q(capacity__in=[Capacity.COUNCILLOR, Capacity.STATES_MEMBER]),
                name="only_elected_members_have_a_party_group",
                violation_error_message="Alleen een raadslid of Statenlid heeft een fractie.",
            ),
            ExclusionConstraint(
                name="a_mandate_does_not_overlap_itself",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("capacity", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=True),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Deze hoedanigheid loopt al in die periode.",
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_capacity_display()} ({self.body})"

    def clean(self):
        """Refuses reversed dates on the field itself; the exclusion constraint would fail on them with an error."""
        super().clean()
        refuse_reversed(self, "starts_on", "ends_on")
        if self.capacity not in Capacity.values:
            return
        refuse(
            self.body_id and self.body.kind not in Capacity(self.capacity).body_kinds,
            "capacity",
            f"Bij dit orgaan ({self.body.get_kind_display()}) past deze hoedanigheid niet." if self.body_id else "",
        )
        refuse(
            self.party_group and self.capacity not in [Capacity.COUNCILLOR, Capacity.STATES_MEMBER],
            "party_group",
            "Alleen een raadslid of Statenlid heeft een fractie.",
        )
