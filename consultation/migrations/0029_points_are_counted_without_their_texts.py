from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    # Visitors read and write points meanwhile.
    atomic = False

    dependencies = [
        ('consultation', '0028_newest_answers_are_found_at_once'),
    ]

    operations = [
        AddIndexConcurrently(
            model_name='point',
            index=models.Index(fields=['id'], include=('letter',), name='points_with_letter'),
        ),
    ]
