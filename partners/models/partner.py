"""The organisations that take part."""

import re
from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from partners.ground.constraints import (
    believable,
    ends_after_it_starts,
    known,
    refuse,
    refuse_reversed,
    refuse_unbelievable,
)
from partners.ground.example import Example, RealQuerySet
from partners.ground.models import StoredFile
from partners.ground.publishing import PublicQuerySet, Publishable, ends_after_it_is_public, lacking
from partners.ground.sorting import SortKey
from partners.ground.texts import PAGE, SENTENCES
from partners.models.contact import ContactPoint
from partners.models.population import Population
from partners.models.source import Source

ALMANAC = "Dit nummer begint bij 1."
SUCCEEDED = "Vul ook in tot wanneer de partner meedeed."
BY_ITSELF = "Een partner kan niet in zichzelf opgaan, ook niet langs een omweg."


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


class PartnerQuerySet(PublicQuerySet, RealQuerySet):
    """Questions about partners. Examples of the demo are left out unless asked for."""

    def taking_part(self, on=None):
        """The real partners on the site, on the day `on`, today without: none that left before or that joins after."""
        on = on or timezone.localdate()
        return (
            self.public()
            .real()
            .filter(Q(joined_on__isnull=True) | Q(joined_on__lte=on), Q(left_on__isnull=True) | Q(left_on__gt=on))
        )

    def municipalities(self, on=None):
        return self.taking_part(on).filter(kind=PartnerKind.MUNICIPALITY)

    def provinces(self, on=None):
        return self.taking_part(on).filter(kind=PartnerKind.PROVINCE)

    def in_province(self, province):
        """The province itself and the municipalities in it."""
        return self.filter(Q(pk=province.pk) | Q(province=province))

    def telling(self, text):
        """Those in whose names or summary, which the list shows, all words of `text` occur; accents do not matter."""
        for word in re.findall(r"\w+", text):
            names = Q(name__unaccent__icontains=word) | Q(short_name__unaccent__icontains=word)
            self = self.filter(names | Q(summary__unaccent__icontains=word))
        return self

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
        """Adds `contacts`: the contact points as dictionaries, so that a page needs no query of its own for them.

        Only what may be shown of each.
        """
        points = ContactPoint.objects.shown().filter(partner=OuterRef("pk")).order_by("position", "name")
        fields = {"name": "name", "role": "role", "email": "told_email", "website": "told_website", "note": "told_note"}
        source = {"source": "source__title", "source_url": "source__url"}
        return self.annotate(contacts=ArraySubquery(points.values(json=JSONObject(**fields, **source))))


@lru_cache(maxsize=1000)
def address_of(slug):
    """Where the page of a partner is; kept, as maps and lists lead to all of them."""
    return reverse("partner", args=[slug])


class Partner(Publishable, Example):
    """An organisation that takes part in Regio Zwolle."""

    follows = ("province",)
    ends_at_once = True

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
        "in het kort",
        max_length=SENTENCES,
        blank=True,
        help_text="Een of twee zinnen bovenaan de pagina van de partner.",
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
    oin = models.CharField(
        "OIN",
        max_length=20,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\d{20}$", "Een OIN heeft twintig cijfers.")],
        help_text="Het organisatie-identificatienummer: twintig cijfers.",
    )
    almanac_number = models.PositiveIntegerField(
        "nummer in de Almanak",
        unique=True,
        null=True,
        blank=True,
        help_text="Van de organisatie in het Register van Overheidsorganisaties, dat ook de Allmanak gebruikt.",
    )
    short_name = models.CharField(
        "korte naam",
        max_length=40,
        blank=True,
        db_default="",
        help_text="Zoals men het noemt, als dat anders is dan de naam.",
    )
    website = models.URLField("website", blank=True)
    budget_url = models.URLField("begroting", blank=True, db_default="", help_text="De pagina met de eigen begroting.")
    logo = models.ForeignKey(
        StoredFile,
        verbose_name="logo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="logo_of",
    )
    logo_text = models.CharField(
        "wat er op het logo staat",
        max_length=120,
        blank=True,
        db_default="",
        editable=False,
        help_text="Voor wie het niet ziet.",
    )
    joined_on = models.DateField("doet mee sinds", null=True, blank=True)
    joined_text = models.CharField(
        "doet mee sinds, in woorden",
        max_length=80,
        blank=True,
        help_text="Als de dag niet bekend is, bijvoorbeeld: 2018, als 21e gemeente.",
    )
    left_on = models.DateField("deed mee tot", null=True, blank=True)
    succeeded_by = models.ForeignKey(
        "self",
        verbose_name="opgegaan in",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text="Alleen als de partner is opgehouden te bestaan, bijvoorbeeld door een herindeling.",
    )
    source = models.ForeignKey(
        Source, verbose_name="bron", on_delete=models.PROTECT, null=True, blank=True, related_name="partners"
    )
    note = models.TextField("opmerking", max_length=PAGE, blank=True, help_text="Staat op de site bij de partner.")

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        ordering = [SortKey("name")]
        constraints = [
            known("kind", PartnerKind, model="partner"),
            models.CheckConstraint(
                condition=Q(kind=PartnerKind.MUNICIPALITY, province__isnull=False)
                | Q(~Q(kind=PartnerKind.MUNICIPALITY), province__isnull=True),
                name="only_a_municipality_lies_in_a_province",
                violation_error_message="Kies bij een gemeente de provincie, en laat die bij een ander leeg.",
            ),
            ends_after_it_starts("joined_on", "left_on", model="partner"),
            believable("joined_on", model="partner"),
            believable("left_on", model="partner"),
            ends_after_it_is_public(model="partner"),
            models.CheckConstraint(
                condition=Q(logo__isnull=True, logo_text="") | (Q(logo__isnull=False) & ~Q(logo_text="")),
                name="a_logo_says_what_is_on_it",
                violation_error_message="Schrijf wat er op het logo staat.",
            ),
            models.CheckConstraint(
                condition=Q(almanac_number__isnull=True) | Q(almanac_number__gte=1),
                name="almanac_number_is_not_0",
                violation_error_message=ALMANAC,
            ),
            models.CheckConstraint(
                condition=Q(oin__isnull=True) | Q(oin__regex=r"^\d{20}$"),
                name="an_oin_has_twenty_digits",
                violation_error_message="Een OIN heeft twintig cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(succeeded_by__isnull=True) | Q(left_on__isnull=False),
                name="a_partner_with_a_successor_has_left",
                violation_error_message=SUCCEEDED,
            ),
            models.CheckConstraint(
                condition=Q(succeeded_by__isnull=True) | ~Q(succeeded_by=F("pk")),
                name="a_partner_does_not_succeed_itself",
                violation_error_message=BY_ITSELF,
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address_of(self.slug)

    def clean(self):
        """Says at the field itself what the constraints refuse."""
        super().clean()
        refuse(
            (self.kind == PartnerKind.MUNICIPALITY) != bool(self.province_id),
            "province",
            "Kies bij een gemeente de provincie, en laat die bij een ander leeg.",
        )
        refuse(self.almanac_number == 0, "almanac_number", ALMANAC)
        refuse_unbelievable(self, "joined_on", "left_on")
        refuse_reversed(self, "joined_on", "left_on")
        refuse(self.succeeded_by_id and not self.left_on, "left_on", SUCCEEDED)
        refuse(self.succeeded_by_id and self in self.successors, "succeeded_by", BY_ITSELF)
        is_unseen = self.succeeded_by_id and not self.succeeded_by.is_public_now
        refuse(is_unseen, "succeeded_by", "Deze partner staat nog niet op de site. Maak die eerst openbaar.")

    def lacks(self):
        return lacking(
            (not self.source, "er is geen bron ingevuld."),
            (not self.summary, "er staat niets bij ‘In het kort’."),
            (not (self.joined_on or self.joined_text), "sinds wanneer de partner meedoet, is niet ingevuld."),
            (not self.bodies.exists(), "er is geen orgaan ingevuld."),
        )

    @property
    def successors(self):
        """The partners that came in its place, one after another, as far as they go."""
        found, one = [], self.succeeded_by
        while one and one not in found:
            found.append(one)
            one = one.succeeded_by
        return found

    @property
    def has_left(self):
        """Whether it takes part no more today."""
        return self.left_on is not None and self.left_on <= timezone.localdate()

    @property
    def kind_label(self):
        """'gemeente in Overijssel' for a municipality, else the kind alone."""
        if self.province:
            return f"{self.get_kind_display()} in {self.province.name}"
        return self.get_kind_display()


# What a list of hundreds tells of each. To read the rest, which its own page tells, takes longer than all else of them.
ON_LISTS = ("id", "is_example", "slug", "name", "kind", "province", "cbs_code", "short_name")
NOT_ON_LISTS = [field.name for field in Partner._meta.concrete_fields if field.name not in ON_LISTS]
