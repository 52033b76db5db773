"""Tells the secretariat how to close a consultation at the end of a day."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("consultation", "0004_begun_when_opened"),
    ]

    operations = [
        migrations.AlterField(
            model_name="consultation",
            name="closes_at",
            field=models.DateTimeField(
                help_text="Tot dit moment kan men reageren. Voor ‘tot en met 20 januari’ kiest u 21 januari, 0.00 uur.",
                verbose_name="sluit op",
            ),
        ),
    ]
