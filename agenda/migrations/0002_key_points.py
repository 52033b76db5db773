"""A statement of the region about itself is called a key point, as the screen does."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_agenda_in_versions")]

    operations = [
        migrations.RemoveConstraint(
            model_name="statement",
            name="statement_kind_is_known",
        ),
        migrations.RenameModel("Statement", "KeyPoint"),
        migrations.AlterField(
            model_name="keypoint",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="key_points",
                to="partners.source",
                verbose_name="bron",
            ),
        ),
        migrations.AddConstraint(
            model_name="keypoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["bijzonder", "waarom", "voorwaarde", "karakter", "resultaat"])),
                name="key_point_kind_is_known",
                violation_error_message="Kies een waarde uit de lijst.",
            ),
        ),
        migrations.AlterField(
            model_name="agenda",
            name="is_example",
            field=models.BooleanField(
                default=False,
                help_text="Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.",
                verbose_name="voorbeeld",
            ),
        ),
    ]
