from django.db import migrations
from django.utils import timezone


def want_what_was_there(apps, schema_editor):
    """Has the worker make anew, before anybody asks, each file of a nota that was there.

    What it said was known by another hash, so its bytes cannot be told to hold.
    """
    made = list(apps.get_model("consultation", "NotaFile").objects.exclude(file=None).select_related("consultation"))
    in_parts = {(one.consultation_id, one.form) for one in made if one.part > 1}
    kept = apps.get_model("ground", "KeptDocument")
    for one in made:
        query = f"?deel={one.part}" if (one.consultation_id, one.form) in in_parts else ""
        address = f"/consultaties/{one.consultation.slug}/nota/bestand.{one.form}{query}"
        wanted = {"name": f"nota-van-beantwoording.{one.form}", "wanted_at": timezone.now()}
        kept.objects.get_or_create(address=address, defaults=wanted)


class Migration(migrations.Migration):

    dependencies = [
        ('consultation', '0020_words_of_one_kind'),
        ('ground', '0011_documents_that_are_kept'),
    ]

    operations = [
        migrations.RunPython(want_what_was_there, migrations.RunPython.noop),
        migrations.DeleteModel(
            name='NotaFile',
        ),
    ]
