"""A correction keeps what its measurement and figure were called, so that it stays when they go."""

import datetime
import django.db.models.deletion
from django.db import migrations, models

# Nobody changed these corrections, so the record, where it is there already, does not say that somebody did.
FILL = """
DO $$
DECLARE
    is_recorded CONSTANT boolean := EXISTS (
        SELECT 1 FROM pg_trigger WHERE tgrelid = 'results_correction'::regclass AND tgname = 'record_change'
    );
BEGIN
    IF is_recorded THEN
        ALTER TABLE results_correction DISABLE TRIGGER record_change;
    END IF;
    UPDATE results_correction SET
        indicator_id = results_indicator.id, figure = results_indicator.name, unit = results_indicator.unit,
        is_example = results_indicator.is_example, measured_on = results_measurement.reference_on,
        measured_when = concat_ws(', ', results_measurement.reference_text, partners_partner.name)
    FROM results_measurement
    JOIN results_indicator ON results_indicator.id = results_measurement.indicator_id
    LEFT JOIN partners_partner ON partners_partner.id = results_measurement.partner_id
    WHERE results_measurement.id = results_correction.measurement_id;
    IF is_recorded THEN
        ALTER TABLE results_correction ENABLE TRIGGER record_change;
    END IF;
END
$$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('results', '0005_owners_who_want_no_questions'),
        ('partners', '0001_partners_and_people'),
    ]

    operations = [
        migrations.AddField(
            model_name='correction',
            name='figure',
            field=models.CharField(default='', max_length=160, verbose_name='cijfer'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='correction',
            name='indicator',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='corrections', to='results.indicator', verbose_name='indicator'),
        ),
        migrations.AddField(
            model_name='correction',
            name='is_example',
            field=models.BooleanField(default=False, help_text='Verzonnen voor de demo. Telt nergens mee en is op de site gemarkeerd.', verbose_name='voorbeeld'),
        ),
        migrations.AddField(
            model_name='correction',
            name='measured_on',
            field=models.DateField(default=datetime.date(2000, 1, 1), verbose_name='peildatum'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='correction',
            name='measured_when',
            field=models.CharField(default='', max_length=240, verbose_name='peildatum in woorden'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='correction',
            name='unit',
            field=models.CharField(default='', max_length=40, verbose_name='eenheid'),
            preserve_default=False,
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='correction',
            name='measurement',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='corrections', to='results.measurement', verbose_name='meting'),
        ),
    ]
