"""The agenda, whose elements keep their code while their words go through versions; what was published stays."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models

# Whatever program asks, and whoever: what everyone could read stays as it was. The words of the editors about it
# (explanation, change and its note, the version's own note and source) may still be mended.
# The lock on the version makes words that come in while it is being published wait for the outcome.
STAYS = """
CREATE FUNCTION agenda_published_wording_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (
        NEW.version_id, NEW.element_id, NEW.text, NEW.markup, NEW.number, NEW.position, NEW.parent_id
    ) IS NOT DISTINCT FROM (
        OLD.version_id, OLD.element_id, OLD.text, OLD.markup, OLD.number, OLD.position, OLD.parent_id
    ) THEN
        RETURN NEW;
    END IF;
    PERFORM 1 FROM agenda_version WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM agenda_version
        WHERE id IN (OLD.version_id, NEW.version_id) AND published_at <= statement_timestamp()
    ) THEN
        RAISE EXCEPTION 'Deze versie is gepubliceerd. Haar teksten veranderen niet meer: maak een nieuwe versie.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER published_wording_stays BEFORE INSERT OR UPDATE OR DELETE ON agenda_wording
FOR EACH ROW EXECUTE FUNCTION agenda_published_wording_stays();

CREATE FUNCTION agenda_published_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at <= statement_timestamp() AND (
        TG_OP = 'DELETE' OR (NEW.agenda_id, NEW.number, NEW.status, NEW.dated_on, NEW.published_at)
        IS DISTINCT FROM (OLD.agenda_id, OLD.number, OLD.status, OLD.dated_on, OLD.published_at)
    ) THEN
        RAISE EXCEPTION 'Deze versie is gepubliceerd en verandert niet meer: maak een nieuwe versie.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER published_version_stays BEFORE UPDATE OR DELETE ON agenda_version
FOR EACH ROW EXECUTE FUNCTION agenda_published_version_stays();

CREATE FUNCTION agenda_published_code_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM agenda_wording JOIN agenda_version ON agenda_version.id = agenda_wording.version_id
        WHERE agenda_wording.element_id = OLD.id AND agenda_version.published_at <= statement_timestamp()
    ) THEN
        RAISE EXCEPTION 'Dit onderdeel is gepubliceerd. Zijn code verandert nooit.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER published_code_stays BEFORE UPDATE OF code, agenda_id ON agenda_element
FOR EACH ROW WHEN (OLD.code IS DISTINCT FROM NEW.code OR OLD.agenda_id IS DISTINCT FROM NEW.agenda_id)
EXECUTE FUNCTION agenda_published_code_stays();
"""

MAY_CHANGE = """
DROP TRIGGER published_code_stays ON agenda_element;
DROP TRIGGER published_version_stays ON agenda_version;
DROP TRIGGER published_wording_stays ON agenda_wording;
DROP FUNCTION agenda_published_code_stays();
DROP FUNCTION agenda_published_version_stays();
DROP FUNCTION agenda_published_wording_stays();
"""


class Migration(migrations.Migration):
    initial = True

    # A portal that already stood took these steps instead.
    replaces = [
        ("agenda", "0001_agenda"),
        ("agenda", "0002_statement_of_a_result"),
        ("agenda", "0003_place_markup_and_successor"),
        ("agenda", "0004_published_text_stays"),
    ]

    dependencies = [
        ("partners", "0001_partners_and_people"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agenda",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo. Elke pagina ervan zegt dat erbij.",
                        verbose_name="voorbeeld",
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
                "verbose_name_plural": "agenda’s",
                "ordering": ["-first_year"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_year__gte", models.F("first_year"))),
                        name="agenda_ends_after_it_starts",
                        violation_error_message="Het laatste jaar ligt voor het eerste.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        help_text="Zoals op de site: 2010, juni 2021.", max_length=40, verbose_name="datum in woorden"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("text", models.TextField(blank=True, verbose_name="toelichting")),
                (
                    "is_main",
                    models.BooleanField(
                        default=False, help_text="Staat ook op de tijdlijn van de voorpagina.", verbose_name="hoofdlijn"
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
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="milestone_search")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="milestone_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.UniqueConstraint(fields=("starts_on", "title"), name="milestone_is_told_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bijzonder", "wat de regio bijzonder maakt"),
                            ("waarom", "waarom wij samenwerken"),
                            ("voorwaarde", "wat goede samenwerking nodig heeft"),
                            ("karakter", "hoe wij samenwerken"),
                            ("resultaat", "wat het oplevert"),
                        ],
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("text", models.TextField(help_text="De letterlijke woorden van de bron.", verbose_name="tekst")),
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
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="statement_search")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["bijzonder", "waarom", "voorwaarde", "karakter", "resultaat"])
                        ),
                        name="statement_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(fields=("kind", "position"), name="one_statement_per_kind_and_position"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        help_text="De dag waarop deze tekst is aangeboden of vastgesteld.", verbose_name="datum"
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "vastgesteld"])),
                        name="version_status_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("agenda", "number"),
                        name="version_number_is_used_once_per_agenda",
                        violation_error_message="Deze agenda heeft al een versie met dit nummer.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Element",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="element_search")],
                "constraints": [
                    models.CheckConstraint(
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
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("agenda", "position"),
                        name="one_element_per_position",
                        violation_error_message="Op deze plaats staat al een onderdeel.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="element_is_not_its_own_parent",
                        violation_error_message="Een onderdeel valt niet onder zichzelf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="action_search")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["onbekend", "gepland", "loopt", "afgerond", "gestopt"])),
                        name="action_status_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__gte", models.F("starts_on")),
                            ("due_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="action_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ElementLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("element", "serves"),
                        name="element_serves_another_once",
                        violation_error_message="Dit verband is er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("element", models.F("serves")), _negated=True),
                        name="element_does_not_serve_itself",
                        violation_error_message="Een onderdeel draagt niet bij aan zichzelf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["onbekend", "trekker", "deelnemer", "volger"])),
                        name="participation_role_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="participation_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.UniqueConstraint(
                        fields=("partner", "element", "starts_on"),
                        name="one_participation_per_partner_element_and_start",
                        nulls_distinct=False,
                        violation_error_message="Deze deelname is er al.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("samengevoegd", "samengevoegd met"),
                            ("gesplitst", "gesplitst in"),
                            ("verplaatst", "opgegaan in"),
                        ],
                        max_length=12,
                        verbose_name="hoe",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="Staat op de site bij het vervallen onderdeel.", max_length=300, verbose_name="waarom"
                    ),
                ),
                (
                    "element",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="successions",
                        to="agenda.element",
                        verbose_name="onderdeel",
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="predecessions",
                        to="agenda.element",
                        verbose_name="gaat verder in",
                    ),
                ),
            ],
            options={
                "verbose_name": "opvolging",
                "verbose_name_plural": "opvolgingen",
                "ordering": ["element", "successor__position"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["samengevoegd", "gesplitst", "verplaatst"])),
                        name="succession_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("element", "successor"),
                        name="element_goes_on_in_another_once",
                        violation_error_message="Deze opvolging is er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("element", models.F("successor")), _negated=True),
                        name="element_does_not_succeed_itself",
                        violation_error_message="Een onderdeel volgt zichzelf niet op.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(help_text="De letterlijke woorden van de agenda.", verbose_name="tekst")),
                (
                    "markup",
                    models.TextField(
                        blank=True,
                        help_text="Dezelfde woorden als HTML: alinea’s, vet, cursief, lijsten en links. Leeg: alleen alinea’s.",
                        verbose_name="opgemaakte tekst",
                    ),
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
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="Zoals het in deze versie staat, bijvoorbeeld 1.2.",
                        max_length=8,
                        verbose_name="nummer",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Plaats in deze versie, van boven naar onder. Leeg: waar het al stond.",
                        verbose_name="volgorde",
                    ),
                ),
                (
                    "change",
                    models.CharField(
                        blank=True,
                        choices=[("inhoudelijk", "inhoudelijk"), ("redactioneel", "redactioneel")],
                        help_text="Ten opzichte van de vorige versie. Redactioneel: alleen andere woorden voor hetzelfde.",
                        max_length=12,
                        verbose_name="soort wijziging",
                    ),
                ),
                (
                    "change_note",
                    models.CharField(
                        blank=True,
                        help_text="Staat op de site bij de vergelijking.",
                        max_length=300,
                        verbose_name="waarom gewijzigd",
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        limit_choices_to={"kind__in": ["uitvoeringslijn", "sluitstuk"]},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings_under",
                        to="agenda.element",
                        verbose_name="valt onder",
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
                "ordering": ["version", "position", "pk"],
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="wording_search")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("element", "version"),
                        name="one_wording_per_element_and_version",
                        violation_error_message="Dit onderdeel heeft al een tekst in deze versie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("change__in", ["inhoudelijk", "redactioneel", ""])),
                        name="wording_change_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                ],
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
        migrations.RunSQL(STAYS, MAY_CHANGE),
    ]
