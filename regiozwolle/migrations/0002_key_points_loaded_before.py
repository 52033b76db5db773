"""What the seed loaded as a statement is known by its new name, so that it is not loaded again."""

from django.db import migrations

RENAME = "update regiozwolle_seededentry set key = '{new}' || substr(key, length('{old}') + 1) where key like '{old}:%'"


class Migration(migrations.Migration):
    dependencies = [("regiozwolle", "0001_seeded_entry")]

    operations = [
        migrations.RunSQL(
            RENAME.format(old="statement", new="keypoint"), RENAME.format(old="keypoint", new="statement")
        ),
    ]
