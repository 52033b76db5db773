from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("regiozwolle", "0027_rights_are_ticked_off_one_by_one")]

    operations = [
        migrations.AddField(
            model_name="searchreading",
            name="version",
            field=models.CharField(default="", max_length=64, verbose_name="versie van de portal die alles las"),
        ),
    ]
