"""Figures with their measurements, programmes, projects, money and reports; a frozen report stays."""

import datetime

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# Whatever program asks, and whoever: a frozen report stays as it was. When it comes on the site may still be chosen,
# until it is there.
STAYS = """
CREATE FUNCTION results_frozen_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.frozen_at IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' OR (
        NEW.title, NEW.slug, NEW.starts_on, NEW.ends_on, NEW.introduction, NEW.is_example, NEW.frozen_at,
        NEW.previous_id, NEW.content
    ) IS DISTINCT FROM (
        OLD.title, OLD.slug, OLD.starts_on, OLD.ends_on, OLD.introduction, OLD.is_example, OLD.frozen_at,
        OLD.previous_id, OLD.content
    ) OR (
        OLD.published_at <= statement_timestamp() AND NEW.published_at IS DISTINCT FROM OLD.published_at
    ) THEN
        RAISE EXCEPTION 'Deze rapportage is vastgelegd en verandert niet meer.'
        USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER frozen_report_stays BEFORE UPDATE OR DELETE ON results_report
FOR EACH ROW EXECUTE FUNCTION results_frozen_report_stays();
"""

MAY_CHANGE = """
DROP TRIGGER frozen_report_stays ON results_report;
DROP FUNCTION results_frozen_report_stays();
"""


class Migration(migrations.Migration):
    initial = True

    # A portal that already stood took these steps instead.
    replaces = [
        ("results", "0001_results"),
        ("results", "0002_message_and_comparable"),
        ("results", "0003_money_phases_and_results"),
        ("results", "0004_one_funding_counts"),
        ("results", "0005_status_corrections_and_owners"),
        ("results", "0006_owners_from_partners"),
        ("results", "0007_one_owner_per_figure"),
        ("results", "0008_reports"),
        ("results", "0009_frozen_report_stays"),
        ("results", "0010_example_figures"),
        ("results", "0011_reasons_and_example_programmes"),
    ]

    dependencies = [
        ("agenda", "0001_agenda_in_versions"),
        ("partners", "0001_partners_and_people"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Owner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="Bijvoorbeeld: adviseur arbeidsmarkt. Leeg: nog niet bekend.",
                        max_length=120,
                        verbose_name="functie",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="Hierheen gaat elk kwartaal de vraag of de cijfers nog kloppen. Staat nergens op de site.",
                        max_length=254,
                        verbose_name="e-mailadres",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owners",
                        to="partners.partner",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "eigenaar",
                "verbose_name_plural": "eigenaren",
                "ordering": ["partner__name", "role"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partner", "role"),
                        name="a_role_at_a_partner_owns_once",
                        violation_error_message="Deze functie bij deze partner staat er al.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        blank=True, help_text="Wat er precies is geteld, en wat niet.", verbose_name="definitie"
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
                    "attribution",
                    models.CharField(
                        choices=[
                            ("lokaal", "lokaal"),
                            ("gedeeld", "gedeeld"),
                            ("niet-toe-te-rekenen", "niet toe te rekenen"),
                        ],
                        default="gedeeld",
                        help_text="Of het resultaat van één partner is, van alle partners samen, of aan niemand toe te rekenen. Staat op de pagina van elke partner.",
                        max_length=20,
                        verbose_name="van wie",
                    ),
                ),
                (
                    "attribution_reason",
                    models.CharField(
                        blank=True,
                        help_text="Staat bij het cijfer als keuze van de redactie: waarom het resultaat wel of niet toe te rekenen is.",
                        max_length=200,
                        verbose_name="reden van die keuze",
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
                    "message",
                    models.CharField(
                        blank=True,
                        help_text="De kop boven de grafiek: in één zin wat de lezer ziet. Leeg: er komt geen grafiek. Er zijn twee metingen nodig, of een meting van de regio en een van een ander gebied op dezelfde dag.",
                        max_length=200,
                        verbose_name="boodschap van de grafiek",
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
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo, en op de site zo gemarkeerd.",
                        verbose_name="voorbeeld",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("meer", "meer is beter"),
                            ("minder", "minder is beter"),
                            ("geen", "geen richting is beter"),
                        ],
                        default="geen",
                        max_length=8,
                        verbose_name="richting",
                    ),
                ),
                (
                    "check_every",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leeg: hierover is niets afgesproken.",
                        null=True,
                        verbose_name="nakijken om de … maanden",
                    ),
                ),
                (
                    "keeps_for",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Zo lang na de peildatum geldt een meting als recent. Leeg: een meting veroudert niet.",
                        null=True,
                        verbose_name="houdbaar, in maanden",
                    ),
                ),
                (
                    "next_expected_on",
                    models.DateField(
                        blank=True,
                        help_text="Leeg: nog niet bekend.",
                        null=True,
                        verbose_name="volgende waarde verwacht op",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("geen", "geen regel"),
                            ("tempo", "tempo: van beginwaarde naar streefwaarde"),
                            ("vorige", "vergelijking met de vorige meting"),
                        ],
                        default="geen",
                        help_text="Tempo vraagt een streefwaarde met een datum en een beginwaarde.",
                        max_length=8,
                        verbose_name="regel voor de status",
                    ),
                ),
                (
                    "margin",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="Bij tempo: zoveel van de hele afstand mag een waarde achterlopen en toch op koers zijn. Bij de vorige meting: een kleiner verschil telt als gelijk.",
                        verbose_name="marge (%)",
                    ),
                ),
                (
                    "wide_margin",
                    models.PositiveSmallIntegerField(
                        default=15,
                        help_text="Alleen bij tempo: tot hier vraagt het cijfer aandacht.",
                        verbose_name="ruime marge (%)",
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
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="Wie het cijfer bijhoudt. De eigenaar krijgt elk kwartaal de vraag of het nog klopt.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="results.owner",
                        verbose_name="eigenaar",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicatoren",
                "ordering": ["headline_position", "name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="indicator_search")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nature__in", ["bereikt", "toegezegd", "geinvesteerd", "context"])),
                        name="indicator_nature_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["regio", "nederland", "oost-nederland", "partner"])),
                        name="indicator_scope_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("attribution__in", ["lokaal", "gedeeld", "niet-toe-te-rekenen"])),
                        name="indicator_attribution_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("headline_position",),
                        name="one_headline_per_position",
                        violation_error_message="Op deze plaats staat al een ander cijfer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("direction__in", ["meer", "minder", "geen"])),
                        name="indicator_direction_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rule__in", ["geen", "tempo", "vorige"])),
                        name="indicator_rule_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rule", "geen"), models.Q(("direction", "geen"), _negated=True), _connector="OR"
                        ),
                        name="a_judged_indicator_has_a_direction",
                        violation_error_message="Kies welke richting beter is. Zonder richting kan de regel niet oordelen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("margin__lte", models.F("wide_margin")), ("wide_margin__lte", 100)),
                        name="indicator_margins_widen",
                        violation_error_message="De ruime marge is hoogstens 100% en niet kleiner dan de marge.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                        help_text="Zoals in de bron: meer dan, ruim, zo’n.",
                        max_length=24,
                        verbose_name="woord ervoor",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="waarde")),
                (
                    "reference_on",
                    models.DateField(
                        help_text="Is de dag niet bekend, kies dan het begin van de periode.", verbose_name="peildatum"
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
                    "reference_until",
                    models.DateField(
                        blank=True,
                        help_text="Alleen als de meting over een periode gaat.",
                        null=True,
                        verbose_name="tot en met",
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
                (
                    "comparable",
                    models.BooleanField(
                        default=True,
                        help_text="Uit: de telwijze kan anders zijn dan bij de vorige meting. De grafiek toont dan een stippellijn.",
                        verbose_name="geteld als de vorige",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="opmerking")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="door ons gecontroleerd op")),
                (
                    "checked_by",
                    models.CharField(
                        blank=True,
                        help_text="Een functie, geen naam: secretariaat, Oost NL.",
                        max_length=120,
                        verbose_name="gecontroleerd door",
                    ),
                ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                ["voorlopig", "definitief", "schatting", "afgeleid", "gecorrigeerd", "onbekend"],
                            )
                        ),
                        name="measurement_certainty_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scope__in", ["regio", "nederland", "oost-nederland", "partner"])),
                        name="measurement_scope_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("indicator", "partner", "scope", "reference_on", "source"),
                        name="one_measurement_per_date_scope_and_source",
                        nulls_distinct=False,
                        violation_error_message="Van deze bron staat er al een meting op deze peildatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("partner__isnull", False), ("scope", "partner")),
                            models.Q(models.Q(("scope", "partner"), _negated=True), ("partner__isnull", True)),
                            _connector="OR",
                        ),
                        name="measurement_names_a_partner_or_a_wider_area",
                        violation_error_message="Kies een partner bij het gebied ‘een partner’, en anders geen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference_until__gte", models.F("reference_on")),
                            ("reference_until__isnull", True),
                            ("reference_on__isnull", True),
                            _connector="OR",
                        ),
                        name="measurement_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_by", ""), ("checked_on__isnull", True)),
                            models.Q(("checked_on__isnull", False), models.Q(("checked_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="measurement_tells_who_checked_and_when",
                        violation_error_message="Vul in wie het cijfer nakeek en wanneer, of geen van beide.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_qualifier", models.CharField(blank=True, max_length=24, verbose_name="woord ervoor")),
                ("old_value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="oude waarde")),
                ("new_qualifier", models.CharField(blank=True, max_length=24, verbose_name="woord ervoor")),
                ("new_value", models.DecimalField(decimal_places=2, max_digits=16, verbose_name="nieuwe waarde")),
                ("reason", models.CharField(max_length=400, verbose_name="reden")),
                (
                    "corrected_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="gecorrigeerd op"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="partners.source",
                        verbose_name="oude bron",
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="results.measurement",
                        verbose_name="meting",
                    ),
                ),
            ],
            options={
                "verbose_name": "correctie",
                "verbose_name_plural": "correcties",
                "ordering": ["-corrected_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="correction_has_a_reason",
                        violation_error_message="Geef de reden van de correctie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("old_qualifier", models.F("new_qualifier")),
                            ("old_value", models.F("new_value")),
                            _negated=True,
                        ),
                        name="correction_changes_the_value",
                        violation_error_message="De nieuwe waarde is dezelfde als de oude.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Override",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gehaald", "gehaald"),
                            ("op-koers", "op koers"),
                            ("aandacht", "vraagt aandacht"),
                            ("niet-op-koers", "niet op koers"),
                            ("vooruit", "vooruitgegaan"),
                            ("gelijk", "gelijk gebleven"),
                            ("achteruit", "achteruitgegaan"),
                            ("niet-meetbaar", "nog niet meetbaar"),
                            ("verouderd", "geen recente waarde"),
                        ],
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="Staat op de site: waarom de berekende status niet volstaat.",
                        max_length=400,
                        verbose_name="reden",
                    ),
                ),
                (
                    "set_by",
                    models.CharField(
                        help_text="Uw naam of functie. Staat op de site.", max_length=120, verbose_name="ingesteld door"
                    ),
                ),
                ("starts_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="vanaf")),
                (
                    "ends_on",
                    models.DateField(help_text="Daarna geldt de berekende status weer.", verbose_name="tot en met"),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overrides",
                        to="results.indicator",
                        verbose_name="indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "ingestelde status",
                "verbose_name_plural": "ingestelde status",
                "ordering": ["indicator", "-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "gehaald",
                                    "op-koers",
                                    "aandacht",
                                    "niet-op-koers",
                                    "vooruit",
                                    "gelijk",
                                    "achteruit",
                                    "niet-meetbaar",
                                    "verouderd",
                                ],
                            )
                        ),
                        name="override_status_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="override_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True), models.Q(("set_by", ""), _negated=True)
                        ),
                        name="override_has_a_reason_and_a_name",
                        violation_error_message="Geef de reden en een naam of functie.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quarter_on", models.DateField(verbose_name="eerste dag van het kwartaal")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="verstuurd op")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enquiries",
                        to="results.owner",
                        verbose_name="eigenaar",
                    ),
                ),
            ],
            options={
                "verbose_name": "navraag",
                "verbose_name_plural": "navragen",
                "ordering": ["-quarter_on", "owner"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "quarter_on"),
                        name="one_enquiry_per_owner_and_quarter",
                        violation_error_message="Deze eigenaar is dit kwartaal al gevraagd.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                ("name", models.CharField(max_length=160, verbose_name="naam")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("summary", models.TextField(blank=True, verbose_name="in het kort")),
                ("period_text", models.CharField(blank=True, max_length=60, verbose_name="periode in woorden")),
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
                        blank=True, help_text="Bijvoorbeeld waar bronnen elkaar tegenspreken.", verbose_name="opmerking"
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Verzonnen voor de demo, en op de site zo gemarkeerd.",
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
                "verbose_name_plural": "programma’s",
                "ordering": ["position", "name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="programme_search")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="programme_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="programme_starts_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("ends_on__isnull", True),
                            _connector="OR",
                        ),
                        name="programme_ends_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="programme_is_not_its_own_parent",
                        violation_error_message="Een programma is geen onderdeel van zichzelf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("klopt", "klopt nog"),
                            ("correctie", "de waarde moet anders"),
                            ("nieuw", "er is een nieuwe waarde"),
                        ],
                        max_length=12,
                        verbose_name="wat de eigenaar zegt",
                    ),
                ),
                ("qualifier", models.CharField(blank=True, max_length=24, verbose_name="woord ervoor")),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=16, null=True, verbose_name="waarde"),
                ),
                ("reference_on", models.DateField(blank=True, null=True, verbose_name="peildatum")),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="toelichting")),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ontvangen op")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("open", "nog te beoordelen"),
                            ("overgenomen", "overgenomen"),
                            ("afgewezen", "afgewezen"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="oordeel",
                    ),
                ),
                ("judged_at", models.DateTimeField(blank=True, null=True, verbose_name="beoordeeld op")),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="results.enquiry",
                        verbose_name="navraag",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="results.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="judged_proposals",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beoordeeld door",
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="results.measurement",
                        verbose_name="gaat over de meting",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorstel",
                "verbose_name_plural": "voorstellen",
                "ordering": ["-received_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["klopt", "correctie", "nieuw"])),
                        name="proposal_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verdict__in", ["open", "overgenomen", "afgewezen"])),
                        name="proposal_verdict_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("enquiry", "indicator"),
                        name="one_proposal_per_enquiry_and_indicator",
                        violation_error_message="Over dit cijfer is dit kwartaal al iets ontvangen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "klopt"), ("value__isnull", True)),
                            models.Q(models.Q(("kind", "klopt"), _negated=True), ("value__isnull", False)),
                            _connector="OR",
                        ),
                        name="proposal_has_a_value_unless_it_confirms",
                        violation_error_message="Vul de waarde in.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "nieuw"), ("reference_on__isnull", False)),
                            models.Q(models.Q(("kind", "nieuw"), _negated=True), ("measurement__isnull", False)),
                            _connector="OR",
                        ),
                        name="proposal_is_about_a_measurement_or_a_new_day",
                        violation_error_message="Vul de peildatum in.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "title",
                    models.CharField(
                        help_text="Bijvoorbeeld: Voortgangsrapportage 2026-1.", max_length=120, verbose_name="titel"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Bijvoorbeeld: 2026-1.", max_length=60, unique=True, verbose_name="adres op de site"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="eerste dag van de periode")),
                (
                    "ends_on",
                    models.DateField(
                        help_text="De rapportage toont de stand op deze dag. Die mag niet later dan nu zijn.",
                        verbose_name="laatste dag van de periode",
                    ),
                ),
                (
                    "introduction",
                    models.TextField(
                        blank=True,
                        help_text="In gewone taal. Staat boven de cijfers en wordt mee vastgelegd.",
                        verbose_name="inleiding",
                    ),
                ),
                (
                    "is_example",
                    models.BooleanField(
                        default=False,
                        help_text="Gemaakt voor de demo, en op de site zo gemarkeerd.",
                        verbose_name="voorbeeld",
                    ),
                ),
                ("frozen_at", models.DateTimeField(editable=False, null=True, verbose_name="vastgelegd op")),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leeg: alleen het secretariaat ziet deze rapportage.",
                        null=True,
                        verbose_name="op de site vanaf",
                    ),
                ),
                ("content", models.JSONField(editable=False, null=True, verbose_name="inhoud")),
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
                                    "introduction", config="portal_dutch", weight="B"
                                ),
                                django.contrib.postgres.search.SearchConfig("portal_dutch"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                "introduction", config="portal_simple", weight="B"
                            ),
                            django.contrib.postgres.search.SearchConfig("portal_dutch"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next_reports",
                        to="results.report",
                        verbose_name="vorige rapportage",
                    ),
                ),
            ],
            options={
                "verbose_name": "rapportage",
                "verbose_name_plural": "rapportages",
                "ordering": ["is_example", "-ends_on", "-pk"],
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="report_search")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="report_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("content__isnull", True), ("frozen_at__isnull", True), ("previous__isnull", True)
                            ),
                            models.Q(("content__isnull", False), ("frozen_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_is_frozen_as_a_whole",
                        violation_error_message="Een rapportage wordt in één keer vastgelegd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at__isnull", True), ("frozen_at__isnull", False), _connector="OR"
                        ),
                        name="report_is_frozen_before_it_is_published",
                        violation_error_message="Leg de rapportage eerst vast. Daarna kan zij op de site.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("previous", models.F("id")), _negated=True),
                        name="report_is_not_its_own_previous",
                        violation_error_message="Een rapportage komt niet na zichzelf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "baseline_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Vanwaar de weg naar de streefwaarde begint.",
                        max_digits=16,
                        null=True,
                        verbose_name="beginwaarde",
                    ),
                ),
                ("baseline_on", models.DateField(blank=True, null=True, verbose_name="datum van de beginwaarde")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("indicator", "due_on", "source"),
                        name="one_target_per_date_and_source",
                        nulls_distinct=False,
                        violation_error_message="Van deze bron staat er al een streefwaarde op deze datum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("baseline_on__isnull", True), ("baseline_value__isnull", True)),
                            models.Q(("baseline_on__isnull", False), ("baseline_value__isnull", False)),
                            _connector="OR",
                        ),
                        name="target_has_a_whole_baseline",
                        violation_error_message="Vul de beginwaarde en de datum ervan allebei in, of geen van beide.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__isnull", True),
                            ("baseline_on__isnull", True),
                            ("due_on__gt", models.F("baseline_on")),
                            _connector="OR",
                        ),
                        name="target_lies_after_its_baseline",
                        violation_error_message="De streefwaarde ligt voor de beginwaarde. Kies een latere datum.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tariff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "purpose",
                    models.CharField(
                        blank=True,
                        help_text="Alleen als het tarief niet bij een onderdeel van de agenda hoort.",
                        max_length=120,
                        verbose_name="waarvoor, in woorden",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="jaar")),
                (
                    "payer",
                    models.CharField(
                        choices=[("gemeente", "gemeenten"), ("provincie", "provincies")],
                        default="gemeente",
                        max_length=16,
                        verbose_name="betaald door",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        decimal_places=4,
                        help_text="In euro’s per jaar, bijvoorbeeld 1,80.",
                        max_digits=8,
                        verbose_name="bedrag per inwoner",
                    ),
                ),
                (
                    "inhabitants_on",
                    models.DateField(
                        blank=True,
                        help_text="De dag van de inwonertallen waarmee is gerekend. Verplicht bij een onderdeel van de agenda.",
                        null=True,
                        verbose_name="peildatum inwoners",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                (
                    "element",
                    models.ForeignKey(
                        blank=True,
                        help_text="Meestal een uitvoeringslijn. Leeg: een tarief van vroeger, waarmee niet wordt gerekend.",
                        limit_choices_to={"kind__in": ["uitvoeringslijn", "sluitstuk", "opgave"]},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tariffs",
                        to="agenda.element",
                        verbose_name="onderdeel van de agenda",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tariffs",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "tarief",
                "verbose_name_plural": "tarieven",
                "ordering": [
                    models.OrderBy(models.F("element__position"), nulls_last=True),
                    "purpose",
                    "year",
                    "payer",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("payer__in", ["gemeente", "provincie"])),
                        name="tariff_payer_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (2000, 2050)), ("year__isnull", True), _connector="OR"),
                        name="tariff_year_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inhabitants_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("inhabitants_on__isnull", True),
                            _connector="OR",
                        ),
                        name="tariff_inhabitants_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="tariff_is_positive",
                        violation_error_message="Een tarief is meer dan 0. Is het niet bekend, voer het dan niet in.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("element__isnull", False), ("inhabitants_on__isnull", False), ("purpose", "")),
                            models.Q(("element__isnull", True), models.Q(("purpose", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="tariff_says_what_it_is_for",
                        violation_error_message="Kies een onderdeel met een peildatum, of schrijf waarvoor het tarief was.",
                    ),
                    models.UniqueConstraint(
                        fields=("element", "purpose", "year", "payer"),
                        name="one_tariff_per_part_year_and_payer",
                        nulls_distinct=False,
                        violation_error_message="Voor dit onderdeel, dit jaar en deze betaler is er al een tarief.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                    models.CharField(
                        blank=True,
                        help_text="Zoals op de site. De fasen hieronder hebben data.",
                        max_length=80,
                        verbose_name="periode in woorden",
                    ),
                ),
                (
                    "part_count",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Ook als niet alle deelprojecten met naam bekend zijn.",
                        null=True,
                        verbose_name="aantal deelprojecten volgens de bron",
                    ),
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
                        blank=True, related_name="projects", to="agenda.element", verbose_name="hoort bij in de agenda"
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
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["search_vector"], name="project_search")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("standing__in", ["bevestigd", "vermoed"])),
                        name="project_standing_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", models.F("id")), _negated=True),
                        name="project_is_not_its_own_part",
                        violation_error_message="Een project is geen deelproject van zichzelf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Leeg: voor de hele looptijd.", null=True, verbose_name="jaar"
                    ),
                ),
                (
                    "counts",
                    models.BooleanField(
                        default=True,
                        help_text="Per bron en jaar telt één bedrag mee. Zet het uit bij een ander bedrag voor hetzelfde geld: dat staat er dan naast en telt niet mee.",
                        verbose_name="telt mee",
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=200, verbose_name="waarvoor")),
                (
                    "qualifier",
                    models.CharField(
                        blank=True, help_text="ten minste, ruim, zo’n.", max_length=24, verbose_name="woord ervoor"
                    ),
                ),
                (
                    "committed",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euro’s. Leeg: niet bekend.",
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
                        help_text="In euro’s. Leeg: niet bekend.",
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
                        help_text="Het document waarin het bedrag staat, met zijn adres.",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("funder__in", ["rijk", "provincie", "gemeenten", "regio", "samen", "overig"])
                        ),
                        name="funding_funder_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year__range", (2000, 2050)), ("year__isnull", True), _connector="OR"),
                        name="funding_year_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("reference_on__isnull", True),
                            _connector="OR",
                        ),
                        name="funding_reference_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("programme__isnull", False), ("project__isnull", True)),
                            models.Q(("programme__isnull", True), ("project__isnull", False)),
                            _connector="OR",
                        ),
                        name="funding_is_for_a_programme_or_a_project",
                        violation_error_message="Kies een programma of een project, niet allebei.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("committed__gt", 0), ("committed__isnull", True), _connector="OR"),
                            models.Q(("spent__gte", 0), ("spent__isnull", True), _connector="OR"),
                        ),
                        name="funding_is_positive_or_unknown",
                        violation_error_message="Laat een onbekend bedrag leeg; 0 of minder kan niet.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("counts", True)),
                        fields=("programme", "project", "funder", "year"),
                        name="one_funding_counts_per_funder_and_year",
                        nulls_distinct=False,
                        violation_error_message="Van deze bron telt er in dit jaar al een bedrag mee.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("role__in", ["trekker", "vermoedelijk-trekker", "partner", "contractpartner", "gebied"])
                        ),
                        name="project_partner_role_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("project", "partner", "role"),
                        name="a_partner_has_a_role_in_a_project_once",
                        violation_error_message="Deze partner heeft die rol al.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectPhase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("voorbereiding", "voorbereiding"),
                            ("uitvoering", "uitvoering"),
                            ("gebruik", "gebruik en beheer"),
                            ("evaluatie", "evaluatie"),
                        ],
                        max_length=16,
                        verbose_name="fase",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(blank=True, help_text="Leeg: nog niet bekend.", null=True, verbose_name="van"),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="Leeg: nog niet bekend.", null=True, verbose_name="tot en met"
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        blank=True,
                        help_text="Zoals in de bron, bijvoorbeeld: sinds juni 2020.",
                        max_length=120,
                        verbose_name="periode in woorden",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phases",
                        to="results.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="project_phases",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "fase van een project",
                "verbose_name_plural": "fasen van een project",
                "ordering": ["project", models.OrderBy(models.F("starts_on"), nulls_first=True), "ends_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["voorbereiding", "uitvoering", "gebruik", "evaluatie"])),
                        name="project_phase_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="project_phase_ends_after_it_starts",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("starts_on__isnull", True),
                            _connector="OR",
                        ),
                        name="project_phase_starts_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__range", (datetime.date(2000, 1, 1), datetime.date(2050, 12, 31))),
                            ("ends_on__isnull", True),
                            _connector="OR",
                        ),
                        name="project_phase_ends_on_is_believable",
                        violation_error_message="Kies een jaar van 2000 tot en met 2050.",
                    ),
                    models.UniqueConstraint(
                        fields=("project", "kind", "starts_on"),
                        name="one_phase_of_a_kind_per_start",
                        nulls_distinct=False,
                        violation_error_message="Deze fase staat er al.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectResult",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "nature",
                    models.CharField(
                        choices=[("beoogd", "beoogd"), ("bereikt", "bereikt")], max_length=12, verbose_name="aard"
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        help_text="Bijvoorbeeld: meer dan 140 bedrijven doen mee.",
                        max_length=240,
                        verbose_name="resultaat",
                    ),
                ),
                ("date_text", models.CharField(blank=True, max_length=60, verbose_name="datum in woorden")),
                (
                    "attribution",
                    models.CharField(
                        choices=[
                            ("lokaal", "lokaal"),
                            ("gedeeld", "gedeeld"),
                            ("niet-toe-te-rekenen", "niet toe te rekenen"),
                        ],
                        default="gedeeld",
                        max_length=20,
                        verbose_name="van wie",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        help_text="Het cijfer waarin dit resultaat meetelt, als dat er is.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="project_results",
                        to="results.indicator",
                        verbose_name="geteld in het cijfer",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="results.project",
                        verbose_name="project",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="project_results",
                        to="partners.source",
                        verbose_name="bron",
                    ),
                ),
            ],
            options={
                "verbose_name": "resultaat van een project",
                "verbose_name_plural": "resultaten van een project",
                "ordering": ["project", "position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nature__in", ["beoogd", "bereikt"])),
                        name="project_result_nature_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("attribution__in", ["lokaal", "gedeeld", "niet-toe-te-rekenen"])),
                        name="project_result_attribution_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                    models.UniqueConstraint(
                        fields=("project", "text"),
                        name="a_result_is_told_once_per_project",
                        violation_error_message="Dit resultaat staat er al.",
                    ),
                ],
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
        migrations.RunSQL(STAYS, MAY_CHANGE),
    ]
