from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("results", "0006_owners_from_partners")]
    operations = [migrations.RemoveField(model_name="indicator", name="source_owner")]
