"""A statement of the region about itself is called a key point, as the screen does."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_agenda_in_versions")]

    operations = [migrations.RenameModel("Statement", "KeyPoint")]
