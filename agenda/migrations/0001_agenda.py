import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("partners", "0001_partners"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agenda",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Bijvoorbeeld: 2024-2028.",
                        max_length=40,
                        unique=True,
                        verbose_name="adres op de site",
                    ),
                ),
                ("title", models.CharField(max_length=160, verbose_name="titel")),
                ("first_year", models.PositiveSmallIntegerField(verbose_name="eerste jaar")),
                ("last_year", models.PositiveSmallIntegerField(verbose_name="laatste jaar")),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="In gewone taal, van de redactie. Staat boven de agenda.",
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "status_note",
                    models.TextField(
                        blank=True,
                        help_text="Wat bekend is over de vaststelling. Staat boven de agenda.",
                        verbose_name="stand van zaken",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendas",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "agenda",
                "verbose_name_plural": "agenda's",
                "ordering": ["-first_year"],
            },
        ),
        migrations.CreateModel(
            name="Element",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "code",
                    models.CharField(
                        help_text="Blijft altijd gelijk, in alle versies. Bijvoorbeeld RZ24-L1.2.",
                        max_length=32,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[A-Z]{2}\\d{2}-[A-Za-z0-9.]+$", "Schrijf de code als RZ24-L1.2."
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ambitie", "overkoepelende ambitie"),
                            ("principe", "leidend principe"),
                            ("regionale-ambitie", "regionale ambitie"),
                            ("uitvoeringslijn", "uitvoeringslijn"),
                            ("sluitstuk", "sluitstuk"),
                            ("opgave", "opgave"),
                            ("alinea", "alinea"),
                        ],
                        max_length=20,
                        verbose_name="soort",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        help_text="Plaats in de hele agenda, van boven naar onder.", verbose_name="volgorde"
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in de tekst staat, bijvoorbeeld 1.2.",
                        max_length=8,
                        verbose_name="nummer",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Voor de inhoudsopgave en het kruimelpad, van de redactie.",
                        max_length=80,
                        verbose_name="korte naam",
                    ),
                ),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector(
                                "code", "name", config="portal_dutch", weight="A"
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "code", "name", config="portal_simple", weight="A"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "agenda",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elements",
                        to="agenda.agenda",
                        verbose_name="agenda",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agenda.element",
                        verbose_name="valt onder",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderdeel",
                "verbose_name_plural": "onderdelen",
                "ordering": ["agenda", "position"],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("text", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("onbekend", "nog niet bekend"),
                            ("gepland", "nog niet begonnen"),
                            ("loopt", "loopt"),
                            ("afgerond", "afgerond"),
                            ("gestopt", "gestopt"),
                        ],
                        default="onbekend",
                        max_length=12,
                        verbose_name="voortgang",
                    ),
                ),
                (
                    "progress_note",
                    models.CharField(
                        blank=True,
                        help_text="Wat er is gedaan, met de datum.",
                        max_length=300,
                        verbose_name="voortgang in woorden",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="begint op")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="klaar op")),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.SearchVector(
                                        "title", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "title", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "text", "progress_note", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "text", "progress_note", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="partners.partner",
                        verbose_name="trekker",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        limit_choices_to={"kind": "opgave"},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="agenda.element",
                        verbose_name="opgave",
                    ),
                ),
            ],
            options={
                "verbose_name": "actie",
                "verbose_name_plural": "acties",
                "ordering": ["element__position", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ElementLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="De woorden in de tekst waaruit dit blijkt. Staat op de site.",
                        max_length=300,
                        verbose_name="waarom",
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="agenda.element",
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "serves",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_from",
                        to="agenda.element",
                        verbose_name="draagt bij aan",
                    ),
                ),
            ],
            options={
                "verbose_name": "verband",
                "verbose_name_plural": "verbanden",
                "ordering": ["element", "serves"],
            },
        ),
        migrations.AddField(
            model_name="element",
            name="serves",
            field=models.ManyToManyField(
                blank=True,
                related_name="served_by",
                through="agenda.ElementLink",
                to="agenda.element",
                verbose_name="draagt bij aan",
            ),
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "starts_on",
                    models.DateField(
                        help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="begint op"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Alleen bij een periode.", null=True, verbose_name="eindigt op"
                    ),
                ),
                (
                    "date_text",
                    models.CharField(
                        help_text="Zoals op de site: 2010, juni 2021.",
                        max_length=40,
                        verbose_name="datum in woorden",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("text", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "is_main",
                    models.BooleanField(
                        default=False,
                        help_text="Staat ook op de tijdlijn van de voorpagina.",
                        verbose_name="hoofdlijn",
                    ),
                ),
                (
                    "conflict",
                    models.CharField(
                        blank=True,
                        help_text="Wat andere bronnen zeggen, als zij iets anders zeggen.",
                        max_length=300,
                        verbose_name="andere bronnen",
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
                                        "title", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "title", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "text", "conflict", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "text", "conflict", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "mijlpaal",
                "verbose_name_plural": "mijlpalen",
                "ordering": ["starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("onbekend", "nog niet bekend"),
                            ("trekker", "trekker"),
                            ("deelnemer", "deelnemer"),
                            ("volger", "volgt"),
                        ],
                        default="onbekend",
                        max_length=12,
                        verbose_name="rol",
                    ),
                ),
                ("starts_on", models.DateField(blank=True, null=True, verbose_name="van")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "contribution",
                    models.CharField(
                        blank=True,
                        help_text="In woorden. Leeg is: nog niet bekend, nooit nul.",
                        max_length=200,
                        verbose_name="bijdrage",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "element",
                    models.ForeignKey(
                        limit_choices_to={"kind__in": ["uitvoeringslijn", "sluitstuk", "opgave"]},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="agenda.element",
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname",
                "verbose_name_plural": "deelnames",
                "ordering": ["partner", "element__position"],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bijzonder", "wat de regio bijzonder maakt"),
                            ("waarom", "waarom wij samenwerken"),
                            ("voorwaarde", "wat goede samenwerking nodig heeft"),
                            ("karakter", "hoe wij samenwerken"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "text",
                    models.TextField(help_text="De letterlijke woorden van de bron.", verbose_name="tekst"),
                ),
                (
                    "warning",
                    models.CharField(
                        blank=True,
                        help_text="Wat een lezer moet weten om zich niet te vergissen.",
                        max_length=300,
                        verbose_name="let op",
                    ),
                ),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.SearchVector("text", config="portal_dutch", weight="A"),
                            "||",
                            django.contrib.postgres.search.SearchVector("text", config="portal_simple", weight="A"),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "kernpunt",
                "verbose_name_plural": "kernpunten",
                "ordering": ["kind", "position"],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="nummer")),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "concept"), ("vastgesteld", "vastgesteld")],
                        default="concept",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(
                        help_text="De dag waarop deze tekst is aangeboden of vastgesteld.",
                        verbose_name="datum",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leeg: alleen het secretariaat ziet deze versie.",
                        null=True,
                        verbose_name="op de site vanaf",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="Staat op de site bij deze versie.", verbose_name="opmerking"
                    ),
                ),
                (
                    "agenda",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="agenda.agenda",
                        verbose_name="agenda",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "versie",
                "verbose_name_plural": "versies",
                "ordering": ["agenda", "-number"],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "text",
                    models.TextField(help_text="De letterlijke woorden van de agenda.", verbose_name="tekst"),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        help_text="In gewone taal, van de redactie. Geen onderdeel van de agenda zelf.",
                        verbose_name="toelichting",
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
                                        "text", config="portal_dutch", weight="A"
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector(
                                        "text", config="portal_simple", weight="A"
                                    ),
                                    django.contrib.postgres.search.SearchConfig("portal_dutch"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    "explanation", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "explanation", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings",
                        to="agenda.element",
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings",
                        to="agenda.version",
                        verbose_name="versie",
                    ),
                ),
            ],
            options={
                "verbose_name": "tekst",
                "verbose_name_plural": "teksten",
                "ordering": ["version", "element__position"],
            },
        ),
        migrations.AddConstraint(
            model_name="agenda",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_year__gte", models.F("first_year"))),
                name="agenda_ends_after_it_starts",
                violation_error_message="Het laatste jaar ligt voor het eerste.",
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="action_search"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["onbekend", "gepland", "loopt", "afgerond", "gestopt"])),
                name="action_status_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__gte", models.F("starts_on")),
                    ("due_on__isnull", True),
                    ("starts_on__isnull", True),
                    _connector="OR",
                ),
                name="action_ends_after_it_starts",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="elementlink",
            constraint=models.UniqueConstraint(
                fields=("element", "serves"),
                name="element_serves_another_once",
                violation_error_message="Dit verband is er al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="elementlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("element", models.F("serves")), _negated=True),
                name="element_does_not_serve_itself",
                violation_error_message="Een onderdeel draagt niet bij aan zichzelf.",
            ),
        ),
        migrations.AddIndex(
            model_name="element",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="element_search"),
        ),
        migrations.AddConstraint(
            model_name="element",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "ambitie",
                            "principe",
                            "regionale-ambitie",
                            "uitvoeringslijn",
                            "sluitstuk",
                            "opgave",
                            "alinea",
                        ],
                    )
                ),
                name="element_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="element",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("agenda", "position"),
                name="one_element_per_position",
                violation_error_message="Op deze plaats staat al een onderdeel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="element",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="element_is_not_its_own_parent",
                violation_error_message="Een onderdeel valt niet onder zichzelf.",
            ),
        ),
        migrations.AddIndex(
            model_name="milestone",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="milestone_search"),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    _connector="OR",
                ),
                name="milestone_ends_after_it_starts",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="milestone",
            constraint=models.UniqueConstraint(fields=("starts_on", "title"), name="milestone_is_told_once"),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", ["onbekend", "trekker", "deelnemer", "volger"])),
                name="participation_role_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__gte", models.F("starts_on")),
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    _connector="OR",
                ),
                name="participation_ends_after_it_starts",
                violation_error_message="Het einde ligt voor het begin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("partner", "element", "starts_on"),
                name="one_participation_per_partner_element_and_start",
                nulls_distinct=False,
                violation_error_message="Deze deelname is er al.",
            ),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="statement_search"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["bijzonder", "waarom", "voorwaarde", "karakter"])),
                name="statement_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("kind", "position"), name="one_statement_per_kind_and_position"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["concept", "vastgesteld"])),
                name="version_status_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                fields=("agenda", "number"),
                name="version_number_is_used_once_per_agenda",
                violation_error_message="Deze agenda heeft al een versie met dit nummer.",
            ),
        ),
        migrations.AddIndex(
            model_name="wording",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="wording_search"),
        ),
        migrations.AddConstraint(
            model_name="wording",
            constraint=models.UniqueConstraint(
                fields=("element", "version"),
                name="one_wording_per_element_and_version",
                violation_error_message="Dit onderdeel heeft al een tekst in deze versie.",
            ),
        ),
    ]
