"""Takes over the tables that belonged to the app `consultation`, with all that is in them."""

import django.db.models.deletion
from django.db import migrations, models

TABLES = ["dossier", "track", "trackstep", "decision"]
TAKE_OVER = [f"alter table consultation_{name} rename to deciding_{name}" for name in TABLES]
GIVE_BACK = [f"alter table deciding_{name} rename to consultation_{name}" for name in TABLES]
# What the admin's log and the rights say of these models.
MOVE_TYPES = (
    "update django_content_type set app_label = '{new}'"
    " where app_label = '{old}' and model in ('dossier', 'track', 'trackstep', 'decision')"
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agenda", "0002_key_points"),
        ("consultation", "0004_decisions_move_out"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("partners", "0001_partners_and_people"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(TAKE_OVER, GIVE_BACK),
                migrations.RunSQL(
                    MOVE_TYPES.format(old="consultation", new="deciding"),
                    MOVE_TYPES.format(old="deciding", new="consultation"),
                ),
            ],
            state_operations=[
                migrations.CreateModel(
                    name="Dossier",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("slug", models.SlugField(max_length=80, unique=True, verbose_name="adres op de site")),
                        ("title", models.CharField(max_length=200, verbose_name="titel")),
                        (
                            "summary",
                            models.TextField(
                                help_text="Wat er wordt besloten, en wat van de organen wordt gevraagd.",
                                verbose_name="in het kort",
                            ),
                        ),
                        ("period_text", models.CharField(blank=True, max_length=120, verbose_name="wanneer")),
                        ("note", models.TextField(blank=True, verbose_name="stand van zaken")),
                        (
                            "is_example",
                            models.BooleanField(
                                default=False,
                                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                                verbose_name="voorbeeld",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dossiers",
                                to="partners.source",
                                verbose_name="bron",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dossiers",
                                to="agenda.version",
                                verbose_name="over versie",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dossier",
                        "verbose_name_plural": "dossiers",
                        "ordering": ["-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Track",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("website", models.URLField(blank=True, max_length=500, verbose_name="stukken bij het orgaan")),
                        ("note", models.CharField(blank=True, max_length=300, verbose_name="opmerking")),
                        (
                            "body",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tracks",
                                to="partners.body",
                                verbose_name="orgaan",
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="tracks",
                                to="deciding.dossier",
                                verbose_name="dossier",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "besluitspoor",
                        "verbose_name_plural": "besluitsporen",
                        "ordering": ["dossier", "body"],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "decided_on",
                            models.DateField(
                                help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="besloten op"
                            ),
                        ),
                        (
                            "date_text",
                            models.CharField(
                                blank=True,
                                help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                                max_length=60,
                                verbose_name="datum in woorden",
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("ingestemd", "ingestemd"),
                                    ("voorwaarde", "ingestemd met een voorwaarde"),
                                    ("tegen", "niet ingestemd"),
                                    ("niet-mee", "doet niet mee"),
                                ],
                                max_length=12,
                                verbose_name="uitkomst",
                            ),
                        ),
                        (
                            "amount",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="In euro’s. Leeg: niet bekend.",
                                max_digits=14,
                                null=True,
                                verbose_name="bedrag",
                            ),
                        ),
                        ("condition", models.TextField(blank=True, verbose_name="voorwaarde")),
                        (
                            "element",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leeg: het besluit gaat over het geheel.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="agenda.element",
                                verbose_name="onderdeel",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="partners.source",
                                verbose_name="bron",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="decisions",
                                to="deciding.track",
                                verbose_name="besluitspoor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "besluit",
                        "verbose_name_plural": "besluiten",
                        "ordering": ["track", "element__position", "decided_on"],
                    },
                ),
                migrations.CreateModel(
                    name="TrackStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("verzonden", "stukken ontvangen"),
                                    ("bespreking", "besproken"),
                                    ("gepland", "staat op de agenda"),
                                    ("besluit", "besluit genomen"),
                                ],
                                max_length=12,
                                verbose_name="wat",
                            ),
                        ),
                        (
                            "happened_on",
                            models.DateField(
                                help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="op"
                            ),
                        ),
                        (
                            "date_text",
                            models.CharField(
                                blank=True,
                                help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                                max_length=60,
                                verbose_name="datum in woorden",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="toelichting")),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="track_steps",
                                to="partners.source",
                                verbose_name="bron",
                            ),
                        ),
                        (
                            "track",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="deciding.track",
                                verbose_name="besluitspoor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stap in een besluitspoor",
                        "verbose_name_plural": "stappen in een besluitspoor",
                        "ordering": ["track", "happened_on", "pk"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="track",
                    constraint=models.UniqueConstraint(
                        fields=("dossier", "body"),
                        name="one_track_per_dossier_and_body",
                        violation_error_message="Dit orgaan heeft al een spoor in dit dossier.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["ingestemd", "voorwaarde", "tegen", "niet-mee"])),
                        name="decision_outcome_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.UniqueConstraint(
                        fields=("track", "element"),
                        name="one_decision_per_track_and_element",
                        nulls_distinct=False,
                        violation_error_message="Over dit onderdeel staat er al een besluit.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "voorwaarde"), _negated=True),
                            models.Q(("condition", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_condition_is_written_down",
                        violation_error_message="Schrijf de voorwaarde op.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="trackstep",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["verzonden", "bespreking", "gepland", "besluit"])),
                        name="track_step_kind_is_known",
                        violation_error_message="Kies een waarde uit de lijst.",
                    ),
                ),
            ],
        ),
    ]
