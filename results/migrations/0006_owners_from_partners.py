"""The partner that kept a figure becomes its owner, in a role that is not known yet."""

from django.db import migrations


def to_owners(apps, schema_editor):
    indicator_model, owner_model = apps.get_model("results", "Indicator"), apps.get_model("results", "Owner")
    for indicator in indicator_model.objects.filter(source_owner__isnull=False):
        owner, _ = owner_model.objects.get_or_create(partner_id=indicator.source_owner_id, role="")
        indicator.owner = owner
        indicator.save(update_fields=["owner"])


def to_partners(apps, schema_editor):
    for indicator in apps.get_model("results", "Indicator").objects.filter(owner__isnull=False).select_related("owner"):
        indicator.source_owner_id = indicator.owner.partner_id
        indicator.save(update_fields=["source_owner"])


class Migration(migrations.Migration):
    dependencies = [("results", "0005_status_corrections_and_owners")]
    operations = [migrations.RunPython(to_owners, to_partners)]
