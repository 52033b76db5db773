"""The partners and their people, on the Dutch text tools that every later migration leans on too.

The text search configurations and the sort key are written with their schema, so that indexes and dumps
that use them can be restored.
"""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations, models

import partners.ground.sorting

SORT_KEY = r"""
create function public.sort_key(words text) returns text
language sql immutable strict parallel safe
as $$
    select lower(public.unaccent('public.unaccent'::regdictionary, regexp_replace(words, '^[''’]', ''))) collate "C"
$$
"""

CONFIGURATIONS = """
create text search configuration public.portal_dutch (copy = pg_catalog.dutch);
alter text search configuration public.portal_dutch
    alter mapping for hword, hword_part, word with public.unaccent, dutch_stem;
create text search configuration public.portal_simple (copy = pg_catalog.simple);
alter text search configuration public.portal_simple
    alter mapping for hword, hword_part, word with public.unaccent, simple;
"""

NO_CONFIGURATIONS = """
drop text search configuration public.portal_dutch;
drop text search configuration public.portal_simple;
"""


class Migration(migrations.Migration):
    initial = True

    # A portal that already stood took these steps instead.
    replaces = [
        ("partners", "0001_partners"),
        ("partners", "0002_secretary_of_an_executive"),
        ("partners", "0003_name_every_right"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(SORT_KEY, "drop function public.sort_key(text)"),
        migrations.RunSQL(CONFIGURATIONS, NO_CONFIGURATIONS),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="kenmerk")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("publisher", models.CharField(blank=True, max_length=120, verbose_name="wie het schreef")),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="Leeg als de bron niet op internet staat.",
                        max_length=500,
                        verbose_name="adres",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="gepubliceerd op")),
                (
                    "published_text",
                    models.CharField(
                        blank=True,
                        help_text="Als de dag niet bekend is, bijvoorbeeld: begin 2023.",
                        max_length=80,
                        verbose_name="gepubliceerd, in woorden",
                    ),
                ),
                (
                    "consulted",
                    models.CharField(
                        blank=True,
                        help_text="Wanneer de bron is gelezen, bijvoorbeeld: november 2026.",
                        max_length=40,
                        verbose_name="geraadpleegd",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="opmerking")),
            ],
            options={
                "verbose_name": "bron",
                "verbose_name_plural": "bronnen",
                "ordering": [partners.ground.sorting.SortKey("title")],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="naam")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False, help_text="Mag in het beheer werken.", verbose_name="secretariaat"
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Mag alles in het beheer, ook rechten uitdelen.",
                        verbose_name="alle rechten",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Zet uit in plaats van te verwijderen. Inloggen kan dan niet meer.",
                        verbose_name="actief",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="aangemaakt"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "ordering": ["email"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", models.Func(models.F("email"), function="lower"))),
                        name="email_is_lower_case",
                        violation_error_message="Schrijf het e-mailadres in kleine letters.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="adres op de site")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("gemeente", "gemeente"),
                            ("provincie", "provincie"),
                            ("economic-board", "economic board"),
                            ("onderwijs", "onderwijsorganisatie"),
                            ("ondernemers", "ondernemersorganisatie"),
                            ("waterschap", "waterschap"),
                            ("arbeidsmarkt", "arbeidsmarktpartner"),
                            ("kennis", "kennis- en ontwikkelorganisatie"),
                            ("project", "projectpartner"),
                            ("bureau", "regiobureau"),
                        ],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Een of twee zinnen bovenaan de pagina van de partner.",
                        verbose_name="in het kort",
                    ),
                ),
                (
                    "cbs_code",
                    models.CharField(
                        blank=True,
                        help_text="Koppelt de gemeente aan de kaart. Bijvoorbeeld GM0193.",
                        max_length=6,
                        null=True,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(GM\\d{4}|PV\\d{2})$", "Schrijf de code als GM0193 of PV23."
                            )
                        ],
                        verbose_name="CBS-code",
                    ),
                ),
                (
                    "tooi_uri",
                    models.URLField(
                        blank=True,
                        help_text="De vaste verwijzing van de overheid naar deze organisatie.",
                        null=True,
                        unique=True,
                        verbose_name="TOOI-adres",
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="doet mee sinds")),
                (
                    "joined_text",
                    models.CharField(
                        blank=True,
                        help_text="Als de dag niet bekend is, bijvoorbeeld: 2018, als 21e gemeente.",
                        max_length=80,
                        verbose_name="doet mee sinds, in woorden",
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="deed mee tot")),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="Staat op de site bij de partner.", verbose_name="opmerking"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                        verbose_name="voorbeeld",
                    ),
                ),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "name", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "name", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "summary", "note", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "summary", "note", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "province",
                    models.ForeignKey(
                        blank=True,
                        help_text="Waarin de gemeente ligt. Alleen bij een gemeente.",
                        limit_choices_to={"kind": "provincie"},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="partners.partner",
                        verbose_name="provincie",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partners",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "ordering": [partners.ground.sorting.SortKey("name")],
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="partner_search")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "gemeente",
                                    "provincie",
                                    "economic-board",
                                    "onderwijs",
                                    "ondernemers",
                                    "waterschap",
                                    "arbeidsmarkt",
                                    "kennis",
                                    "project",
                                    "bureau",
                                ],
                            )
                        ),
                        name="partner_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "gemeente"), ("province__isnull", False)),
                            models.Q(models.Q(("kind", "gemeente"), _negated=True), ("province__isnull", True)),
                            _connector="OR",
                        ),
                        name="only_a_municipality_lies_in_a_province",
                        violation_error_message="Kies bij een gemeente de provincie, en laat die bij een ander leeg.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_on__gte", models.F("joined_on")),
                            ("left_on__isnull", True),
                            ("joined_on__isnull", True),
                            _connector="OR",
                        ),
                        name="partner_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("raad", "gemeenteraad"),
                            ("college", "college van burgemeester en wethouders"),
                            ("staten", "Provinciale Staten"),
                            ("gedeputeerden", "Gedeputeerde Staten"),
                            ("bestuur", "bestuur"),
                        ],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Voluit, bijvoorbeeld: gemeenteraad van Zwolle.", max_length=160, verbose_name="naam"
                    ),
                ),
                (
                    "website",
                    models.URLField(
                        blank=True, help_text="Waar het orgaan zijn stukken publiceert.", verbose_name="website"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "orgaan",
                "verbose_name_plural": "organen",
                "ordering": [partners.ground.sorting.SortKey("partner__name"), "kind"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["raad", "college", "staten", "gedeputeerden", "bestuur"])),
                        name="body_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "bestuur"), _negated=True),
                        fields=("partner", "kind"),
                        name="one_body_of_each_kind_per_partner",
                        violation_error_message="Deze partner heeft dit orgaan al.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("raadslid", "raadslid"),
                            ("statenlid", "Statenlid"),
                            ("griffier", "griffier"),
                            ("bestuurder", "bestuurder"),
                            ("secretaris", "secretaris"),
                            ("ambtenaar", "ambtenaar"),
                        ],
                        max_length=12,
                        verbose_name="hoedanigheid",
                    ),
                ),
                (
                    "party_group",
                    models.CharField(
                        blank=True,
                        help_text="Niet verplicht. Alleen bij een raadslid of Statenlid.",
                        max_length=80,
                        verbose_name="fractie",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mandates",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gebruiker",
                    ),
                ),
            ],
            options={
                "verbose_name": "hoedanigheid",
                "verbose_name_plural": "hoedanigheden",
                "ordering": ["user", "-starts_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "capacity__in",
                                ["raadslid", "statenlid", "griffier", "bestuurder", "secretaris", "ambtenaar"],
                            )
                        ),
                        name="mandate_capacity_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="mandate_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("party_group", ""), ("capacity__in", ["raadslid", "statenlid"]), _connector="OR"
                        ),
                        name="only_elected_members_have_a_party_group",
                        violation_error_message="Alleen een raadslid of Statenlid heeft een fractie.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("user", "="),
                            ("body", "="),
                            ("capacity", "="),
                            (
                                models.Func(
                                    "starts_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=True
                                    ),
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="a_mandate_does_not_overlap_itself",
                        violation_error_message="Deze hoedanigheid loopt al in die periode.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Population",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference_on", models.DateField(verbose_name="peildatum")),
                ("count", models.PositiveIntegerField(verbose_name="inwoners")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("voorlopig", "voorlopig"),
                            ("definitief", "definitief"),
                            ("schatting", "schatting"),
                            ("afgeleid", "afgeleid"),
                            ("gecorrigeerd", "gecorrigeerd"),
                            ("onbekend", "zekerheid niet vermeld"),
                        ],
                        default="onbekend",
                        max_length=12,
                        verbose_name="zekerheid",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="populations",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="populations",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "inwonertal",
                "verbose_name_plural": "inwonertallen",
                "ordering": ["partner", "-reference_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                ["voorlopig", "definitief", "schatting", "afgeleid", "gecorrigeerd", "onbekend"],
                            )
                        ),
                        name="population_certainty_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("partner", "reference_on", "source"),
                        name="one_population_per_date_and_source",
                        violation_error_message="Van deze bron staat er al een inwonertal op deze peildatum.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("role", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contact_points",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contact_points",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "contactpunt",
                "verbose_name_plural": "contactpunten",
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("partner", "name"), name="contact_point_is_named_once_per_partner")
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="van")),
                ("last_year", models.PositiveSmallIntegerField(verbose_name="tot")),
                ("seats", models.PositiveSmallIntegerField(verbose_name="zetels")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("voorlopig", "voorlopig"),
                            ("definitief", "definitief"),
                            ("schatting", "schatting"),
                            ("afgeleid", "afgeleid"),
                            ("gecorrigeerd", "gecorrigeerd"),
                            ("onbekend", "zekerheid niet vermeld"),
                        ],
                        default="onbekend",
                        max_length=12,
                        verbose_name="zekerheid",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="partners.body",
                        verbose_name="orgaan",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "zittingsperiode",
                "verbose_name_plural": "zittingsperioden",
                "ordering": ["body", "-first_year"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                ["voorlopig", "definitief", "schatting", "afgeleid", "gecorrigeerd", "onbekend"],
                            )
                        ),
                        name="term_certainty_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(fields=("body", "first_year"), name="one_term_of_a_body_per_start"),
                    models.CheckConstraint(
                        condition=models.Q(("last_year__gt", models.F("first_year"))),
                        name="term_ends_after_it_starts",
                        violation_error_message="De periode eindigt voordat zij begint.",
                    ),
                ],
            },
        ),
    ]
