"""What the bodies decide becomes an app of its own, which takes over the tables as they are."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("consultation", "0003_letters_and_sender_kinds")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel("Decision"),
                migrations.DeleteModel("TrackStep"),
                migrations.DeleteModel("Track"),
                migrations.DeleteModel("Dossier"),
            ]
        ),
    ]
