"""What was there before is public; what comes from now on is a concept first."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0003_texts_have_a_limit'),
    ]

    operations = [
        migrations.AddField(
            model_name='partner',
            name='public_from',
            field=models.DateTimeField(blank=True, default=django.utils.timezone.now, editable=False, null=True, verbose_name='openbaar vanaf'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='partner',
            name='public_until',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='openbaar tot'),
        ),
        migrations.AddConstraint(
            model_name='partner',
            constraint=models.CheckConstraint(condition=models.Q(('public_until__isnull', True), models.Q(('public_from__isnull', False), ('public_until__gt', models.F('public_from'))), _connector='OR'), name='partner_is_public_before_it_ends', violation_error_message='Het einde ligt niet na het begin. Kies een later moment.'),
        ),
    ]
