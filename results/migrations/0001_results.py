import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agenda", "0001_agenda"),
        ("partners", "0001_partners"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("bereikt", "bereikt"),
                            ("toegezegd", "toegezegd"),
                            ("geinvesteerd", "geïnvesteerd"),
                            ("context", "kenmerk van de regio"),
                        ],
                        max_length=16,
                        verbose_name="aard",
                    ),
                ),
                (
                    "sentence",
                    models.CharField(
                        help_text="Loopt door na het getal, bijvoorbeeld: inwoners ondersteund van werkloos naar werk.",
                        max_length=300,
                        verbose_name="zin",
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        blank=True,
                        help_text="Wat er precies is geteld, en wat niet.",
                        verbose_name="definitie",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        help_text="Bijvoorbeeld: inwoners, %, euro.", max_length=40, verbose_name="eenheid"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("regio", "Regio Zwolle"),
                            ("nederland", "Nederland"),
                            ("oost-nederland", "Oost-Nederland"),
                            ("partner", "een partner"),
                        ],
                        default="regio",
                        max_length=16,
                        verbose_name="gebied",
                    ),
                ),
                (
                    "warning",
                    models.CharField(
                        blank=True,
                        help_text="Staat bij het cijfer, bijvoorbeeld over een andere telwijze.",
                        max_length=400,
                        verbose_name="let op",
                    ),
                ),
                (
                    "headline_position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leeg: niet bij de hoofdcijfers.",
                        null=True,
                        verbose_name="plaats bovenaan",
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
                                        "name", "sentence", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "name", "sentence", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "definition", "warning", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "definition", "warning", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "elements",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Bij welke opgave of ambitie dit cijfer iets zegt. Keuze van de redactie.",
                        related_name="indicators",
                        to="agenda.element",
                        verbose_name="meet in de agenda",
                    ),
                ),
                (
                    "source_owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="partners.partner",
                        verbose_name="houdt het bij",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicatoren",
                "ordering": ["headline_position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("regio", "Regio Zwolle"),
                            ("nederland", "Nederland"),
                            ("oost-nederland", "Oost-Nederland"),
                            ("partner", "een partner"),
                        ],
                        default="regio",
                        max_length=16,
                        verbose_name="gebied",
                    ),
                ),
                (
                    "qualifier",
                    models.CharField(
                        blank=True,
                        help_text="Zoals in de bron: meer dan, ruim, zo'n.",
                        max_length=24,
                        verbose_name="woord ervoor",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="waarde")),
                (
                    "reference_on",
                    models.DateField(
                        help_text="Is de dag niet bekend, kies dan het begin van de periode.",
                        verbose_name="peildatum",
                    ),
                ),
                (
                    "reference_text",
                    models.CharField(
                        help_text="Zoals op de site: begin 2023, 1 januari 2024.",
                        max_length=60,
                        verbose_name="peildatum in woorden",
                    ),
                ),
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
                ("note", models.CharField(blank=True, max_length=400, verbose_name="opmerking")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measurements",
                        to="results.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leeg: het cijfer gaat over het hele gebied.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="partners.partner",
                        verbose_name="voor partner",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "meting",
                "verbose_name_plural": "metingen",
                "ordering": ["indicator", "-reference_on", "scope", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("summary", models.TextField(blank=True, verbose_name="in het kort")),
                (
                    "period_text",
                    models.CharField(blank=True, max_length=60, verbose_name="periode in woorden"),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="begint op")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="eindigt op")),
                (
                    "project_count",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Ook als niet alle projecten met naam bekend zijn.",
                        null=True,
                        verbose_name="aantal projecten volgens de bron",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Bijvoorbeeld waar bronnen elkaar tegenspreken.",
                        verbose_name="opmerking",
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
                    "elements",
                    models.ManyToManyField(
                        blank=True,
                        related_name="programmes",
                        to="agenda.element",
                        verbose_name="hoort bij in de agenda",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="results.programme",
                        verbose_name="onderdeel van",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "programma",
                "verbose_name_plural": "programma's",
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "standing",
                    models.CharField(
                        choices=[("bevestigd", "bevestigd"), ("vermoed", "niet bevestigd")],
                        max_length=12,
                        verbose_name="hoort bij het programma",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="in het kort")),
                (
                    "period_text",
                    models.CharField(blank=True, max_length=80, verbose_name="periode in woorden"),
                ),
                ("note", models.TextField(blank=True, verbose_name="opmerking")),
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
                    "elements",
                    models.ManyToManyField(
                        blank=True,
                        related_name="projects",
                        to="agenda.element",
                        verbose_name="hoort bij in de agenda",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="results.project",
                        verbose_name="deelproject van",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="results.programme",
                        verbose_name="programma of actielijn",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "project",
                "verbose_name_plural": "projecten",
                "ordering": ["programme__position", "position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "funder",
                    models.CharField(
                        choices=[
                            ("rijk", "Rijk"),
                            ("provincie", "provincie"),
                            ("gemeenten", "gemeenten"),
                            ("regio", "regionale cofinanciering"),
                            ("samen", "samen, niet uitgesplitst"),
                            ("overig", "overig"),
                        ],
                        max_length=12,
                        verbose_name="van wie",
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=200, verbose_name="waarvoor")),
                (
                    "qualifier",
                    models.CharField(
                        blank=True,
                        help_text="ten minste, ruim, zo'n.",
                        max_length=24,
                        verbose_name="woord ervoor",
                    ),
                ),
                (
                    "committed",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euro's. Leeg: niet bekend.",
                        max_digits=14,
                        null=True,
                        verbose_name="toegezegd",
                    ),
                ),
                (
                    "spent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euro's. Leeg: niet bekend.",
                        max_digits=14,
                        null=True,
                        verbose_name="besteed",
                    ),
                ),
                ("reference_on", models.DateField(verbose_name="datum")),
                ("reference_text", models.CharField(max_length=60, verbose_name="datum in woorden")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fundings",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fundings",
                        to="results.programme",
                        verbose_name="programma",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fundings",
                        to="results.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "financiering",
                "verbose_name_plural": "financiering",
                "ordering": ["-reference_on", "funder", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ProjectPartner",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("trekker", "trekker"),
                            ("vermoedelijk-trekker", "vermoedelijk trekker"),
                            ("partner", "partner"),
                            ("contractpartner", "contractpartner voor de subsidie"),
                            ("gebied", "ligt in deze gemeente"),
                        ],
                        max_length=24,
                        verbose_name="rol",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="project_partners",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="project_partners",
                        to="results.project",
                        verbose_name="project",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner in een project",
                "verbose_name_plural": "partners in een project",
                "ordering": ["project", "role", "partner"],
            },
        ),
        migrations.AddField(
            model_name="project",
            name="partners",
            field=models.ManyToManyField(
                blank=True,
                related_name="projects",
                through="results.ProjectPartner",
                to="partners.partner",
                verbose_name="partners",
            ),
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("qualifier", models.CharField(blank=True, max_length=24, verbose_name="woord ervoor")),
                ("value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="streefwaarde")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="uiterlijk op")),
                (
                    "due_text",
                    models.CharField(
                        blank=True,
                        help_text="Zoals op de site: vóór 2040.",
                        max_length=60,
                        verbose_name="uiterlijk, in woorden",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="opmerking")),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="results.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "streefwaarde",
                "verbose_name_plural": "streefwaarden",
                "ordering": ["indicator", "due_on", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="indicator",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="indicator_search"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("nature__in", ["bereikt", "toegezegd", "geinvesteerd", "context"])),
                name="indicator_nature_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("scope__in", ["regio", "nederland", "oost-nederland", "partner"])),
                name="indicator_scope_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                fields=("headline_position",),
                name="one_headline_per_position",
                violation_error_message="Op deze plaats staat al een ander cijfer.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "certainty__in",
                        ["voorlopig", "definitief", "schatting", "afgeleid", "gecorrigeerd", "onbekend"],
                    )
                ),
                name="measurement_certainty_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(("scope__in", ["regio", "nederland", "oost-nederland", "partner"])),
                name="measurement_scope_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                fields=("indicator", "partner", "scope", "reference_on", "source"),
                name="one_measurement_per_date_scope_and_source",
                nulls_distinct=False,
                violation_error_message="Van deze bron staat er al een meting op deze peildatum.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("partner__isnull", False), ("scope", "partner")),
                    models.Q(models.Q(("scope", "partner"), _negated=True), ("partner__isnull", True)),
                    _connector="OR",
                ),
                name="measurement_names_a_partner_or_a_wider_area",
                violation_error_message="Kies een partner bij het gebied 'een partner', en anders geen.",
            ),
        ),
        migrations.AddIndex(
            model_name="programme",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="programme_search"),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    _connector="OR",
                ),
                name="programme_ends_after_it_starts",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="programme_is_not_its_own_parent",
                violation_error_message="Een programma is geen onderdeel van zichzelf.",
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.CheckConstraint(
                condition=models.Q(("funder__in", ["rijk", "provincie", "gemeenten", "regio", "samen", "overig"])),
                name="funding_funder_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("programme__isnull", False), ("project__isnull", True)),
                    models.Q(("programme__isnull", True), ("project__isnull", False)),
                    _connector="OR",
                ),
                name="funding_is_for_a_programme_or_a_project",
                violation_error_message="Kies een programma of een project, niet allebei.",
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("committed__gt", 0), ("committed__isnull", True), _connector="OR"),
                    models.Q(("spent__gte", 0), ("spent__isnull", True), _connector="OR"),
                ),
                name="funding_is_positive_or_unknown",
                violation_error_message="Laat een onbekend bedrag leeg; 0 of minder kan niet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="projectpartner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("role__in", ["trekker", "vermoedelijk-trekker", "partner", "contractpartner", "gebied"])
                ),
                name="project_partner_role_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="projectpartner",
            constraint=models.UniqueConstraint(
                fields=("project", "partner", "role"),
                name="a_partner_has_a_role_in_a_project_once",
                violation_error_message="Deze partner heeft die rol al.",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="project_search"),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("standing__in", ["bevestigd", "vermoed"])),
                name="project_standing_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="project_is_not_its_own_part",
                violation_error_message="Een project is geen deelproject van zichzelf.",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("indicator", "due_on", "source"),
                name="one_target_per_date_and_source",
                nulls_distinct=False,
                violation_error_message="Van deze bron staat er al een streefwaarde op deze datum.",
            ),
        ),
    ]
