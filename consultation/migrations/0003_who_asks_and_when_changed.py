"""Who asks and who decides; when something last changed, for calendars; a day in words only where no day is known."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultation", "0002_changes_after_sending"),
        ("partners", "0001_partners"),
    ]

    operations = [
        migrations.AddField(
            model_name="consultation",
            name="asked_by",
            field=models.CharField(default="Regio Zwolle", max_length=120, verbose_name="wie vraagt"),
        ),
        migrations.AddField(
            model_name="consultation",
            name="decided_by",
            field=models.TextField(
                blank=True,
                help_text="Leeg: op de site staat dat dit nog niet bekend is.",
                verbose_name="wie besluit, en wanneer",
            ),
        ),
        migrations.AddField(
            model_name="consultation",
            name="updated_at",
            field=models.DateTimeField(auto_now=True, verbose_name="gewijzigd"),
        ),
        migrations.AddField(
            model_name="step",
            name="updated_at",
            field=models.DateTimeField(auto_now=True, verbose_name="gewijzigd"),
        ),
        migrations.AlterField(
            model_name="consultation",
            name="effect",
            field=models.TextField(
                help_text="Wat er met een reactie gebeurt. De site zegt zelf dat zij geen besluit van een raad vervangt.",
                verbose_name="wat ermee gebeurt",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="date_text",
            field=models.CharField(
                blank=True,
                help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                max_length=60,
                verbose_name="datum in woorden",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="decided_on",
            field=models.DateField(
                help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="besloten op"
            ),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo, en op de site zo gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
        migrations.AlterField(
            model_name="trackstep",
            name="date_text",
            field=models.CharField(
                blank=True,
                help_text="Alleen als de dag niet bekend is, bijvoorbeeld: 2023. Staat dan in plaats van de dag.",
                max_length=60,
                verbose_name="datum in woorden",
            ),
        ),
        migrations.AlterField(
            model_name="trackstep",
            name="happened_on",
            field=models.DateField(help_text="Is alleen het jaar bekend, kies dan 1 januari.", verbose_name="op"),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("over_after__isnull", True), ("over_after__gte", models.F("starts_on")), _connector="OR"
                ),
                name="step_is_over_after_it_starts",
                violation_error_message="De laatste dag ligt voor het begin.",
            ),
        ),
    ]
